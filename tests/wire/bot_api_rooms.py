"""The inside of Telegram: who exists, what stands where, and what the bot is told of it.

Knows ids, storage and delivery. Must not know who asked, a person or a bot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_markup import Formatted
from tests.wire.bot_api_records import (
    PRESENT,
    Chat,
    Message,
    StoredFile,
    User,
    member_json,
    message_json,
)
from tests.wire.bot_api_speech import heard
from tests.wire.bot_api_updates import Bell, Updates

SUPERGROUP = -1_000_000_000_000  # a supergroup's id is its own number below this


class Rooms:
    """Accounts, chats, messages and files, and the updates that tell the bot of them.

    Message ids count for the whole account in private chats and basic groups, and for each
    supergroup apart, as Telegram's do: the same number may stand in two chats.
    """

    def __init__(self, clock: Callable[[], float], bot: User) -> None:
        self.bot = bot
        self.privacy = True
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.bell = Bell()
        self.updates = Updates(self.bell)
        self._clock = clock
        self._user_ids = count(500_000_001)
        self._group_ids = count(4_000_001)
        self._file_ids = count(1)
        self._account_messages = count(1)
        self._supergroup_messages: dict[int, count[int]] = {}

    @property
    def now(self) -> int:
        """Seconds since 1970, as messages are dated."""
        return int(self._clock())

    def new_user(self, handle: str, name: str, language: str) -> User:
        """An account and its private chat, in which nothing was said yet."""
        user = User(next(self._user_ids), handle, name, language)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", person=user)
        return user

    def new_group(self, title: str, *, large: bool, forum: bool = False) -> Chat:
        """A basic group, or a supergroup when `large`."""
        number = next(self._group_ids)
        chat_id = SUPERGROUP - number if large else -number
        kind = "supergroup" if large else "group"
        self.chats[chat_id] = Chat(chat_id, kind, title=title, forum=forum)
        return self.chats[chat_id]

    def store(
        self, kind: str, name: str, media_type: str, content: bytes, **details: Any
    ) -> StoredFile:
        """Keep a file."""
        file_id = f"BQACAgQ{kind}{next(self._file_ids)}"
        self.files[file_id] = StoredFile(file_id, kind, name, media_type, content, details)
        return self.files[file_id]

    def post(self, chat: Chat, sender: User, body: Formatted, **fields: Any) -> Message:
        """Put a new message in a chat; the bot is not told."""
        number = self._next_message(chat)
        message = Message(number, chat.id, sender, self.now, body=body, **fields)
        self.put(message)
        return message

    def put(self, message: Message) -> None:
        """Let a message stand as it is now."""
        self.chats[message.chat_id].messages[message.id] = message
        self.bell.ring()

    def remove(self, message: Message) -> None:
        """Take a message away; it is kept among the deleted ones."""
        chat = self.chats[message.chat_id]
        chat.deleted.append(chat.messages.pop(message.id))
        self.bell.ring()

    def open_topic(self, chat: Chat, name: str, by: User) -> Message:
        """Begin a topic; its service message, whose id is the thread's."""
        service = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
        made = self.post(chat, by, Formatted(""), service=service)
        chat.topics[made.id] = name
        self.put(replace(made, thread=made.id))
        return chat.messages[made.id]

    def announce(self, chat: Chat, by: int, service: Json) -> None:
        """Post a service message, and tell the bot if it is there."""
        made = self.post(chat, self.users[by], Formatted(""), service=service)
        self.deliver("message", chat, made)

    def deliver(self, kind: str, chat: Chat, message: Message) -> None:
        """Tell the bot of a message, if it is in the chat and may hear it."""
        there = chat.members.get(self.bot.id) in PRESENT
        if there and heard(message, chat, self.bot, privacy=self.privacy):
            self.updates.push(kind, message_json(message, chat))

    def place_bot(self, chat: Chat, by: int, status: str) -> None:
        """Change the bot's own place in a chat and tell it."""
        old = chat.members.get(self.bot.id, "left")
        chat.members[self.bot.id] = status
        change = self._change(chat, by, self.bot, old)
        self.updates.push("my_chat_member", change)

    def place_person(self, chat: Chat, user_id: int, status: str) -> str:
        """Change a person's place; the old one. A bot that is administrator is told if it asked."""
        old = chat.members.get(user_id, "left")
        chat.members[user_id] = status
        if chat.members.get(self.bot.id) == "administrator":
            self.updates.push("chat_member", self._change(chat, user_id, self.users[user_id], old))
        return old

    def _change(self, chat: Chat, by: int, who: User, old: str) -> Json:
        return {
            "chat": chat.json(),
            "from": self.users[by].json(),
            "date": self.now,
            "old_chat_member": member_json(who, old),
            "new_chat_member": member_json(who, chat.members[who.id]),
        }

    def _next_message(self, chat: Chat) -> int:
        if chat.kind != "supergroup":
            return next(self._account_messages)
        return next(self._supergroup_messages.setdefault(chat.id, count(1)))
