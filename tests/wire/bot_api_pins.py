"""Messages that a chat keeps in sight, as the bot pins them.

Knows https://core.telegram.org/bots/api#pinchatmessage and unpinChatMessage. Must not know HTTP.
"""

from __future__ import annotations

from tests.wire.bot_api_access import chat_of
from tests.wire.bot_api_errors import Json, bad_request
from tests.wire.bot_api_records import Chat
from tests.wire.bot_api_world import World


def pin(world: World, given: Json) -> bool:
    """pinChatMessage: the newest pin comes first."""
    chat = _allowed(world, given)
    message = given["message_id"]
    if message not in chat.messages:
        raise bad_request("message to pin not found")
    chat.pinned = [message, *(one for one in chat.pinned if one != message)]
    return True


def unpin(world: World, given: Json) -> bool:
    """unpinChatMessage; without a message, the newest."""
    chat = _allowed(world, given)
    message = given.get("message_id", next(iter(chat.pinned), None))
    if message not in chat.messages:
        raise bad_request("message to unpin not found")
    chat.pinned = [one for one in chat.pinned if one != message]
    return True


def _allowed(world: World, given: Json) -> Chat:
    chat = chat_of(world, given)
    if not chat.private and chat.members[world.bot.id] != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
