"""People, chats, messages and files as Telegram keeps them, and as its JSON shows them.

Knows shapes (https://core.telegram.org/bots/api#available-types). Must not know who may do what.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_markup import Formatted

PRESENT = ("creator", "administrator", "member", "restricted")

_RIGHTS = (
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members"
    " can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories"
    " can_delete_stories can_pin_messages can_manage_topics"
).split()
_MUTED = (
    "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos"
    " can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages"
    " can_add_web_page_previews can_change_info can_invite_users can_pin_messages"
    " can_manage_topics can_edit_tag can_react_to_messages"
).split()
_SIZES = ((90, 90), (800, 600))  # every picture is shown in two sizes, the largest last


@dataclass(frozen=True)
class User:
    """An account. `handle` has no leading @ and may be empty."""

    id: int
    handle: str
    name: str
    language: str = ""
    is_bot: bool = False

    def json(self) -> Json:
        """The account as a message's `from` shows it."""
        shown = {"username": self.handle, "language_code": self.language}
        known = {key: value for key, value in shown.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.name} | known


@dataclass(frozen=True)
class StoredFile:
    """A file Telegram keeps; `kind` is document, photo, video, voice or sticker."""

    id: str
    kind: str
    name: str
    media_type: str
    content: bytes
    details: Json = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where it is downloaded from."""
        return f"{self.kind}s/{self.id}"

    def json(self) -> Any:
        """The file as a message shows it: a picture is a list of sizes."""
        common: Json = {"file_id": self.id, "file_unique_id": f"u{self.id}"}
        common["file_size"] = len(self.content)
        if self.kind == "photo":
            return [common | {"width": width, "height": height} for width, height in _SIZES]
        named = {"file_name": self.name} if self.kind in ("document", "video") and self.name else {}
        typed = {} if self.kind == "sticker" else {"mime_type": self.media_type}
        return common | named | typed | self.details


@dataclass(frozen=True)
class Edit:
    """What a message was until `date`, in seconds."""

    text: str
    html: str | None
    entities: tuple[Json, ...]
    markup: Json | None
    date: int


@dataclass(frozen=True)
class Message:
    """A message as it stands now; `edits` are its earlier states, the oldest first.

    `text` is the caption when there is a file. `html` is what the bot wrote, when it wrote HTML.
    """

    id: int
    chat_id: int
    sender: User
    date: int
    body: Formatted
    markup: Json | None = None
    file: StoredFile | None = None
    reply_to: int | None = None
    thread: int | None = None
    album: str | None = None
    service: Json | None = None
    via_bot: User | None = None
    edits: tuple[Edit, ...] = ()
    edited_at: int | None = None

    @property
    def text(self) -> str:
        """What people read."""
        return self.body.text

    @property
    def html(self) -> str | None:
        """The HTML as it was sent."""
        return self.body.html

    @property
    def entities(self) -> tuple[Json, ...]:
        """Formatting, mentions and commands, in UTF-16 code units."""
        return self.body.entities

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender.is_bot

    @property
    def keyboard(self) -> list[list[Json]]:
        """The inline keyboard, by rows."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def labels(self) -> list[str]:
        """What the inline buttons say, in order."""
        return [button["text"] for row in self.keyboard for button in row]

    @property
    def document(self) -> bytes | None:
        """The content of its file, of any kind."""
        return self.file.content if self.file else None

    def rewritten(self, body: Formatted, markup: Json | None, date: int) -> Message:
        """The message after an edit."""
        old = Edit(self.text, self.html, self.entities, self.markup, date)
        edits = (*self.edits, old)
        return replace(self, body=body, markup=markup, edits=edits, edited_at=date)


@dataclass
class Chat:
    """A chat and what was said in it; `members` holds the status of each account by its id."""

    id: int
    kind: str
    title: str = ""
    person: User | None = None
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    pinned: list[int] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    deleted: list[Message] = field(default_factory=list)
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        """Whether it is one person's conversation with the bot."""
        return self.kind == "private"

    def json(self) -> Json:
        """The chat as a message shows it."""
        if self.person:
            shown = {"first_name": self.person.name, "username": self.person.handle}
            return {"id": self.id, "type": "private"} | {k: v for k, v in shown.items() if v}
        forum = {"is_forum": True} if self.forum else {}
        return {"id": self.id, "type": self.kind, "title": self.title} | forum

    def full_json(self) -> Json:
        """The chat as getChat shows it."""
        gifts = (
            "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
        )
        return self.json() | {
            "accent_color_id": 1,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts.split(), False),
        }


def member_json(user: User, status: str) -> Json:
    """An account's place in a chat."""
    shown: Json = {"user": user.json(), "status": status}
    if status == "creator":
        return shown | {"is_anonymous": False}
    if status == "administrator":
        return (
            shown | {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(_RIGHTS, True)
        )
    if status == "restricted":  # it reads, and may not say anything
        return shown | {"is_member": True, "until_date": 0} | dict.fromkeys(_MUTED, False)
    return shown | ({"until_date": 0} if status == "kicked" else {})


def message_json(message: Message, chat: Chat, *, replies: bool = True) -> Json:
    """A message as an update or an answer shows it; a reply shows what it answers, once."""
    shown: Json = {"message_id": message.id, "from": message.sender.json(), "chat": chat.json()}
    shown["date"] = message.date
    if message.edited_at:
        shown["edit_date"] = message.edited_at
    if message.thread:
        shown |= {"message_thread_id": message.thread, "is_topic_message": True}
    # In a topic, a message that answers nothing answers the topic's first message.
    answered = chat.messages.get(message.reply_to or message.thread or 0)
    if replies and answered and answered.id != message.id:
        shown["reply_to_message"] = message_json(answered, chat, replies=False)
    if message.via_bot:
        shown["via_bot"] = message.via_bot.json()
    if message.keyboard:
        shown["reply_markup"] = message.markup
    if message.album:
        shown["media_group_id"] = message.album
    return shown | _content(message)


def _content(message: Message) -> Json:
    if message.service:
        return message.service
    words, marks = ("caption", "caption_entities") if message.file else ("text", "entities")
    shown: Json = {words: message.text} if message.text else {}
    if message.entities:
        shown[marks] = list(message.entities)
    if message.file:
        shown[message.file.kind] = message.file.json()
    return shown
