"""Whether the bot may reach a chat, a thread, a message, and how fast.

Knows the refusals of those; must not know what the bot wants there.
"""

from __future__ import annotations

from tests.wire.bot_api_errors import ApiError, Json, bad_request, forbidden
from tests.wire.bot_api_records import PRESENT, Chat, Message
from tests.wire.bot_api_world import World

GENERAL_TOPIC = 1  # exists, but cannot be named when sending (PTB#4739)


def chat_of(world: World, given: Json) -> Chat:
    """The chat the bot writes to; raises as Telegram does when it has no place there."""
    chat = world.rooms.chats.get(given["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to:
        raise ApiError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.migrated_to,
        )
    status = chat.members.get(world.bot.id)
    if status not in PRESENT:
        raise _closed(world, chat, status)
    return chat


def _closed(world: World, chat: Chat, status: str | None) -> ApiError:
    if chat.private:
        if status == "kicked":
            return forbidden("bot was blocked by the user")
        if _met(world, chat.id):
            return forbidden("bot can't initiate conversation with a user")
    elif status == "kicked":
        return forbidden(f"bot was kicked from the {chat.kind} chat")
    elif status == "left":
        return forbidden(f"bot is not a member of the {chat.kind} chat")
    return bad_request("chat not found")


def _met(world: World, user_id: int) -> bool:
    groups = (chat for chat in world.rooms.chats.values() if not chat.private)
    return any({world.bot.id, user_id} <= chat.members.keys() for chat in groups)


def open_thread_of(world: World, chat: Chat, given: Json) -> int | None:
    """The topic the bot posts in; in a closed one only administrators do."""
    thread = thread_of(chat, given)
    if thread in chat.closed and chat.members[world.bot.id] != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return thread


def thread_of(chat: Chat, given: Json) -> int | None:
    """The topic the bot means; one that is gone, or General by its number, is not found."""
    thread: int | None = given.get("message_thread_id")
    if thread is None:
        return None
    if thread == GENERAL_TOPIC or thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def answered(chat: Chat, given: Json) -> int | None:
    """The message the bot answers, or nothing when it may go without."""
    reply: Json | None = given.get("reply_parameters")
    if reply is None:
        return None
    here = str(reply.get("chat_id", chat.id)) == str(chat.id)
    if here and int(reply["message_id"]) in chat.messages:
        return int(reply["message_id"])
    if str(reply.get("allow_sending_without_reply", False)).lower() == "true":
        return None
    raise bad_request("message to be replied not found")


def own_message(world: World, chat: Chat, given: Json) -> Message:
    """The message the bot edits: it stands, and the bot wrote it."""
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != world.bot.id or message.service:
        raise bad_request("message can't be edited")
    return message


def keep_pace(world: World, chat: Chat) -> None:
    """Count a message or an edit against the chat's speed, when the world enforces it."""
    if world.enforce_limits:
        world.pace.spend(chat.id, group=not chat.private)
