"""What every platform hears and sends, and the contract each transport keeps.

Values here are neutral: no markup of a platform, no type of its library. Ids are the platform's
own, as text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Act(StrEnum):
    """What happened in a chat."""

    SAID = "said"
    PRESSED = "pressed"
    RELEASED = "released"  # a press or a vote was taken back
    EDITED = "edited"
    DELETED = "deleted"
    JOINED = "joined"  # somebody added the bot to a group
    BROUGHT = "brought"  # the same, by somebody whose word is not enough there
    LEFT = "left"  # the bot was removed from a group, or blocked by a person
    MIGRATED = "migrated"  # the group goes on under another identity


class Rank(StrEnum):
    """What the platform says of someone in a chat."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    GONE = "gone"

    @property
    def belongs(self) -> bool:
        """Whether the person is in the chat now."""
        return self is not Rank.GONE

    @property
    def administers(self) -> bool:
        """Whether the platform lets the person change the chat."""
        return self in (Rank.OWNER, Rank.ADMIN)


@dataclass(frozen=True)
class Speaker:
    """An account on a platform. `handle` has no leading @; `language` is the client's own code."""

    account: str
    name: str
    handle: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Place:
    """Where something is said: a private conversation or a group, and a thread or topic of it."""

    platform: str
    chat: str
    private: bool
    title: str = ""
    thread: str | None = None


@dataclass(frozen=True)
class Attachment:
    """A file as announced. `ref` is what the transport needs to read it; `size` is in bytes.

    `kind` is document, photo, voice or sticker; anything else is other.
    """

    kind: str
    name: str
    media_type: str
    size: int
    ref: str


@dataclass(frozen=True)
class Heard:
    """One update, as any platform may bring it.

    `update` is unique for the platform and the same when the update is delivered again. `message`
    is the message said, edited, deleted or pressed; `choice` the place (0, 1, …) of the choice
    pressed as it was drawn, `mark` its mark where the platform carries one, `turn` the place of the
    first choice of another page of them; `press` what a toast, or who takes the press back, has to
    name; a vote is taken back by its message. `mentions` are accounts the text names without doubt.
    `addressed` tells, in a group, whether the bot is spoken to (command, mention, reply to it).
    """

    update: str
    act: Act
    place: Place
    speaker: Speaker
    sent_at: datetime
    text: str = ""
    message: str | None = None
    reply_to: str | None = None
    choice: int | None = None
    mark: str | None = None
    turn: int | None = None
    press: str | None = None
    attachment: Attachment | None = None
    mentions: tuple[Speaker, ...] = ()
    addressed: bool = True
    moved_to: str | None = None

    @property
    def is_for_us(self) -> bool:
        """Whether the bot is meant without a doubt, and not somebody else in a group."""
        if self.place.private or self.act not in _OF_EVERYBODY:
            return True
        return self.act is Act.SAID and self.addressed


_OF_EVERYBODY = (Act.SAID, Act.EDITED, Act.DELETED, Act.RELEASED)
"""What people in a group do among themselves too."""


@dataclass(frozen=True)
class File:
    """A file to send: a picture, a film or a voice is shown in place where its media type is one.

    `alt` says in words what a picture shows. The page's own words say it too, for only some
    platforms have a place for it.
    """

    name: str
    media_type: str
    content: bytes
    alt: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether every client can show it in place."""
        return self.media_type in ("image/jpeg", "image/png", "image/webp")

    @property
    def is_film(self) -> bool:
        """Whether every client can play it in place."""
        return self.media_type == "video/mp4"

    @property
    def is_voice(self) -> bool:
        """Whether it is what clients record when somebody speaks."""
        return self.media_type.partition(";")[0].strip() == "audio/ogg"


@dataclass(frozen=True)
class Page:
    """One message in its reader's language, before a platform draws it.

    `markup` is the safe subset: `<b> <i> <u> <s> <code> <pre> <blockquote> <a href>`, entities for
    `& < > "`, a line feed for a new line. No element is open at the end of a line, so a page may be
    cut between lines. `choices` are labels; `marks`, one for each, say which choice was drawn where
    a platform can carry them: its place may be another's by the time it is pressed.

    `asks` is the account that is asked for words in a group, where the bot may hear only what
    replies to it. `vote`: the choices are drawn as a poll where there are polls, which ends when
    they go. `pinned`: kept in sight, in the place of the message `unpins`, where the bot may.
    `leaves`: said before the bot goes out of a group.
    """

    markup: str
    choices: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    file: File | None = None
    reply_to: str | None = None
    previews: bool = False
    silent: bool = False
    withdrawn: bool = False
    vote: bool = False
    pinned: bool = False
    unpins: str | None = None
    leaves: bool = False
    asks: str | None = None


@dataclass(frozen=True)
class Posted:
    """What the platform calls a delivered page; `extras` is what else it needs to edit it."""

    message: str
    extras: tuple[str, ...] = ()


class TransportError(Exception):
    """A send that failed at the edge.

    `permanent`: the same send will never succeed (blocked, chat gone, refused content).
    `unknown`: it may have arrived, the answer was lost. `retry_after`: seconds to wait, in that
    chat or, `account`, in every chat of the platform; nothing arrived.
    `gone`: the chat or the bot's place in it no longer exists. `moved_to`: its new identity.
    `thread_gone`: the chat is there, the thread or topic in it is not.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        unknown: bool = False,
        gone: bool = False,
        thread_gone: bool = False,
        retry_after: float | None = None,
        account: bool = False,
        moved_to: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.unknown = unknown
        self.gone = gone
        self.thread_gone = thread_gone
        self.retry_after = retry_after
        self.account = account
        self.moved_to = moved_to


class Inbox(Protocol):
    """Where one transport puts what it hears. Durable when `put` returns; a repeat changes
    nothing.
    """

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Store updates and, in the same transaction, how far the platform was read."""

    async def cursor(self) -> str | None:
        """How far the platform was read when the last `put` gave a cursor."""

    async def account(self, *, works: bool) -> None:
        """The platform refuses the bot's account, or takes it; said as often as it is noticed."""


@dataclass(frozen=True)
class Shown:
    """What somebody may send themselves of what they looked up: a title, a line, and the words.

    `name` is of 64 bytes at most, and one's own among those shown together.
    """

    name: str
    title: str
    line: str
    markup: str


@dataclass(frozen=True)
class LookedUp:
    """What was found, likeliest first; `ask` labels the way to the bot's private chat."""

    found: Sequence[Shown]
    ask: str


class Lookup(Protocol):
    """Looks up what somebody types while writing anywhere; nothing of it is kept."""

    async def find(self, platform: str, speaker: Speaker, typed: str) -> LookedUp:
        """What the base says of it."""


@dataclass(frozen=True)
class MenuEntry:
    """A command as a platform's menu shows it: its name without a sign, and one line."""

    name: str
    line: str


@dataclass(frozen=True)
class Menu:
    """The commands shown to speakers of `language` (None: everyone else), in `scope`.

    `scope` is private, groups, admins (of any group), or the id of a team's chat.
    """

    scope: str
    language: str | None
    entries: tuple[MenuEntry, ...]


@dataclass(frozen=True)
class Limits:
    """The longest page a platform takes, in the unit `measure` counts for a page's markup.

    `choices` is how many choices one page may carry; `caption` is the longest page under a file, in
    the same unit; `sign` is what commands begin with when they are mentioned there. `part`, where
    it is set, is the longest part of what takes several pages: shorter than a page may be, so that
    each is drawn in full and read at ease.
    """

    text: int
    measure: Callable[[str], int]
    choices: int
    caption: int
    sign: str = "/"
    part: int | None = None


class Transport(Protocol):
    """One platform.

    `idempotent`: a repeat under the same key posts nothing twice. `numbered`: choices are drawn
    with numbers, so a number typed is a choice. `toasts`: a press can be answered by a short
    passing line; elsewhere that line is a message. `hangs_threads`: a thread hangs under a message,
    whose id is the thread's, and needs no opening. `away`: the platform did not answer when it was
    last asked to let us hear. `one_device`: of several processes only the one that leads can use
    it; of any other platform, each can look things up and answer a press.
    """

    platform: str
    limits: Limits
    idempotent: bool
    numbered: bool
    toasts: bool
    hangs_threads: bool
    one_device: bool

    async def join(self, inbox: Inbox) -> None:
        """Be of use beside the process that leads, which hears alone what only one may hear."""

    @property
    def away(self) -> bool:
        """Whether nothing can be heard now."""

    def look_up_in(self, lookup: Lookup) -> None:
        """Answer whoever looks something up while writing elsewhere, where the platform can."""

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Connect and begin to hear; every update goes to the inbox before it is acknowledged."""

    async def stop(self) -> None:
        """Stop hearing and close, within two seconds."""

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver a page; raises TransportError. `key` is the same for each try of one delivery."""

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw a delivered page in place; raises TransportError."""

    def pause(self, place: Place) -> float:
        """Seconds before a chat may be written to again; 0 where the platform does not say."""

    async def open_topic(self, place: Place, title: str) -> str | None:
        """Open a topic in a chat that has topics; None elsewhere. Raises TransportError."""

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """Rename the topic of a place, and close or reopen it; raises TransportError."""

    def awaits_toast(self, heard: Heard) -> bool:
        """Whether a press can still be answered by a toast, which it then waits for; one that
        waited too long already cannot.
        """

    async def attend(self, heard: Heard) -> None:
        """Show that it was read and is being answered; neither raises nor waits."""

    async def toast(self, heard: Heard, words: str) -> None:
        """Answer a press shortly, where the platform can; never raises."""

    async def turn(self, heard: Heard, page: Page) -> None:
        """Show the choices of a page that a press asks for, where they are paged; never raises."""

    def link(self, payload: str) -> str | None:
        """An address that opens the bot with a word for it, where the platform has such."""

    async def rank(self, place: Place, account: str) -> Rank:
        """What the platform says of an account in a chat; raises TransportError."""

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """The file's content; raises TransportError, permanent when larger than `at_most` bytes."""
