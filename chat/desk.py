"""What a command has before it: who speaks, where, the open store, the time, and whom it may tell.

A desk is generic in its store, so that this package knows no table and handlers still name a real
one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from chat.library import Library
from chat.offers import OfferSearch
from chat.thoughts import Thoughts
from chat.transport import Heard, Rank
from chat.words import Reply
from domain.errors import Refusal
from domain.fabriques import Chat, Fabrique
from domain.needs import Need
from domain.people import Person
from domain.places import Places
from domain.skills import Skills

S = TypeVar("S")


@dataclass(frozen=True)
class Source:
    """The message that a notice carries to the other side of a question, so that edits follow.

    `text` is what its author wrote.
    """

    question: int
    from_team: bool
    chat: int
    message: str
    text: str


@dataclass(frozen=True)
class Notice:
    """Something said to somebody else: to a person in private, or to a chat.

    `source` is the message it carries. `edits` are the rows, in their order, that it rewrites
    instead of saying something new; `withdraws` takes their files away too. `apart`: shown where it
    is asked for, and not beside the question it is about. `prompt` is the waiting question that it
    puts to the person. `tells` are the events it tells of, so that it is corrected with them; what
    is not said by `until` is not said any more. `shared`: its reply is the very one that others
    get, or that was worked out before. `cut`: what its `edits` have no room for is not said.
    """

    reply: Reply
    person: int | None = None
    chat: int | None = None
    kind: str = "notice"
    issue: str | None = None
    reply_to: str | None = None
    thread: str | None = None
    source: Source | None = None
    edits: tuple[int, ...] = ()
    withdraws: bool = False
    apart: bool = False
    prompt: str | None = None
    silent: bool = False
    unpinned: bool = False
    until: datetime | None = None
    tells: tuple[int, ...] = ()
    shared: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Read:
    """A file that came with the message, read and understood before the transaction began.

    `content` is what it was understood as: a calendar, or a file to carry to the other side of a
    question; `refusal` why it was not.
    """

    name: str
    content: object = None
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Outlets:
    """What leads out of the chats: whether mail leaves, and the public address of our pages."""

    mails: bool = False
    site: str | None = None


@dataclass
class Desk(Generic[S]):
    """One update's surroundings. Nothing here sends: what is told becomes rows of the outbox.

    `skills` are the fabrique's. `link` gives an address of this platform that opens the bot with a
    word for it, if it has such.
    """

    store: S
    fabrique: Fabrique
    person: Person
    chat: Chat
    language: str
    rank: Rank
    now: datetime
    heard: Heard
    token: Callable[[], str]
    library: Library[S]
    offers: OfferSearch[S]
    skills: Skills
    file: Read | None = None
    link: Callable[[str], str | None] = lambda _payload: None
    places: Places = field(default_factory=lambda: Places(()))
    outlets: Outlets = Outlets()
    notices: list[Notice] = field(default_factory=list)
    thoughts: Thoughts = field(default_factory=Thoughts)

    @property
    def today(self) -> date:
        """The date in the fabrique's zone."""
        return self.now.astimezone(self.fabrique.zone).date()

    def tell(self, person: int, reply: Reply, *, kind: str = "notice") -> None:
        """Say something to a person, in their private chat."""
        self.notices.append(Notice(reply, person=person, kind=kind))

    def post(
        self,
        chat: int,
        reply: Reply,
        *,
        kind: str = "notice",
        reply_to: str | None = None,
        thread: str | None = None,
        source: Source | None = None,
        apart: bool = False,
    ) -> None:
        """Say something in a chat, perhaps in answer to a message of it."""
        self.notices.append(
            Notice(
                reply,
                chat=chat,
                kind=kind,
                reply_to=reply_to,
                thread=thread,
                source=source,
                apart=apart,
            )
        )

    def rewrite(
        self, chat: int, rows: Sequence[int], reply: Reply, *, source: Source | None = None
    ) -> None:
        """Let what was said in a chat say something else, in the same place."""
        self.notices.append(Notice(reply, chat=chat, edits=tuple(rows), source=source))

    def withdraw(self, chat: int, rows: Sequence[int], reply: Reply) -> None:
        """Take what was said in a chat back, with its file; a short reply stands in its place."""
        self.notices.append(Notice(reply, chat=chat, edits=tuple(rows), withdraws=True))


async def nobody_more(_need: Need) -> None:
    """Nobody else is known."""


@dataclass
class Round(Generic[S]):
    """What time has before it when something falls due: a fabrique, the open store, the moment.
    `propose` keeps up to three people more for a need.
    """

    store: S
    fabrique: Fabrique
    now: datetime
    token: Callable[[], str]
    propose: Callable[[Need], Awaitable[None]] = nobody_more
    places: Places = field(default_factory=lambda: Places(()))
    notices: list[Notice] = field(default_factory=list)
    thoughts: Thoughts = field(default_factory=Thoughts)

    @property
    def today(self) -> date:
        """The date in the fabrique's zone."""
        return self.now.astimezone(self.fabrique.zone).date()

    def tell(self, person: int, reply: Reply, *, kind: str = "notice") -> None:
        """Say something to a person, in their private chat."""
        self.notices.append(Notice(reply, person=person, kind=kind))

    def rewrite(self, chat: int, rows: Sequence[int], reply: Reply) -> None:
        """Let what was said in a chat say something else, in the same place."""
        self.notices.append(Notice(reply, chat=chat, edits=tuple(rows)))

    def post(
        self,
        chat: int,
        reply: Reply,
        *,
        kind: str = "notice",
        issue: str | None = None,
        reply_to: str | None = None,
        thread: str | None = None,
    ) -> None:
        """Say something in a chat, perhaps as an issue of the agenda or the letter."""
        notice = Notice(reply, chat=chat, kind=kind, issue=issue, reply_to=reply_to, thread=thread)
        self.notices.append(notice)
