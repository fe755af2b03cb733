"""Topics of a forum, as the bot opens, names, closes and deletes them.

Knows https://core.telegram.org/bots/api#createforumtopic and what follows it. Must not know HTTP.
"""

from __future__ import annotations

from tests.wire.bot_api_access import chat_of, keep_pace, thread_of
from tests.wire.bot_api_errors import Json, bad_request
from tests.wire.bot_api_markup import Formatted
from tests.wire.bot_api_records import Chat
from tests.wire.bot_api_world import World

LONGEST_TOPIC = 128


def create_topic(world: World, given: Json) -> Json:
    """createForumTopic; it counts as a message (tdlib/td#2592)."""
    chat = _forum(world, given)
    name = _topic_name(given)
    keep_pace(world, chat)
    made = world.rooms.open_topic(chat, name, world.bot)
    return {"message_thread_id": made.id, "name": name, "icon_color": 0x6FB9F0}


def edit_topic(world: World, given: Json) -> bool:
    """editForumTopic; without a name, the name stays."""
    chat, thread = _topic(world, given)
    name = _topic_name(given) if "name" in given else chat.topics[thread]
    if chat.topics[thread] == name:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.topics[thread] = name
    _tell(world, chat, thread, {"forum_topic_edited": {"name": name}})
    return True


def close_topic(world: World, given: Json) -> bool:
    """closeForumTopic."""
    chat, thread = _topic(world, given)
    if thread in chat.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.closed.add(thread)
    _tell(world, chat, thread, {"forum_topic_closed": {}})
    return True


def reopen_topic(world: World, given: Json) -> bool:
    """reopenForumTopic."""
    chat, thread = _topic(world, given)
    if thread not in chat.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    chat.closed.remove(thread)
    _tell(world, chat, thread, {"forum_topic_reopened": {}})
    return True


def delete_topic(world: World, given: Json) -> bool:
    """deleteForumTopic: with all its messages."""
    chat, thread = _topic(world, given)
    world.delete_topic(chat.id, thread)
    return True


def _tell(world: World, chat: Chat, thread: int, service: Json) -> None:
    """The service message that everybody in the topic sees."""
    world.rooms.post(chat, world.bot, Formatted(""), service=service, thread=thread)


def _topic(world: World, given: Json) -> tuple[Chat, int]:
    chat = _forum(world, given)
    thread = thread_of(chat, given)
    if thread is None:
        raise bad_request("message thread not found")
    return chat, thread


def _forum(world: World, given: Json) -> Chat:
    chat = chat_of(world, given)
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if chat.members[world.bot.id] != "administrator":
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic_name(given: Json) -> str:
    name = str(given.get("name", ""))
    if not 1 <= len(name.strip()) <= LONGEST_TOPIC:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name.strip() else "TOPIC_TITLE_TOO_LONG")
    return name
