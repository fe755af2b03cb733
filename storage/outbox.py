"""The outbox: what is to be sent, in which order, and how each send ended.

What stands in the chats afterwards is read in `storage.said`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.errors import Refusal
from storage.engines import insert_or_ignore
from storage.tables import ChatRow, IssueRow, OutboxRow

WAITING, CLAIMED, SENT, UNKNOWN, DEAD = "waiting", "claimed", "sent", "unknown", "dead"

_UNSENT = (WAITING, UNKNOWN)

WITHDRAWN = "withdrawn"
"""The kind of an edit that takes a message back, its file too."""

CARD = "card"
"""The kind of a message that shows a thing as it stands, and is redrawn when that changes."""

WORDS = "words"
"""The kind of a message that says a question's words beside its card, and follows them."""

VOTE = "vote"
"""The kind of a message whose choices are a vote."""

AGENDA = "agenda"
"""The kind of a week's agenda, which a group keeps in sight until the next one."""

LETTER = "letter"
"""The kind of a month's letter."""

FAREWELL = "farewell"
"""The kind of the last message in a group that the bot leaves by itself."""

FIRST, LAST = ("answer", CARD, WORDS, WITHDRAWN), (AGENDA, LETTER)
"""Kinds that somebody waits for, as for every edit; and those that nobody does."""


@dataclass(frozen=True)
class Outgoing:
    """A send or an edit. `choices` are plain data: label, command, given.

    `has_file`: the message carries a file, whether its content is still kept or not. `fabrique`:
    in whose name it is said, once it is kept.
    """

    chat: int
    kind: str
    key: str
    markup: str
    due_at: datetime
    id: int = 0
    issue: str | None = None
    part: int = 1
    state: str = WAITING
    tries: int = 0
    answers_lost: int = 0
    tried_at: datetime | None = None
    lost_at: datetime | None = None
    until: datetime | None = None
    silent: bool = False
    unpinned: bool = False
    choices: Sequence[Mapping[str, Any]] = ()
    thread: str | None = None
    reply_to: str | None = None
    edits: int | None = None
    message: str | None = None
    extras: Sequence[str] = ()
    about: str | None = None
    question: int | None = None
    prompt: str | None = None
    person: int | None = None
    file: tuple[str, str, bytes] | None = None
    has_file: bool = False
    done_at: datetime | None = None
    fabrique: int = 0


@dataclass(frozen=True)
class Address:
    """Where an outgoing row goes."""

    platform: str
    address: str
    private: bool
    title: str
    team: bool
    fabrique: int


@dataclass(frozen=True)
class Due:
    """The row that a chat waits for."""

    row: int
    chat: int
    address: Address


@dataclass(frozen=True)
class OutboxRows:
    """Sends and edits of every fabrique."""

    session: AsyncSession
    fabrique: int

    async def add(self, outgoing: Outgoing) -> Outgoing:
        """Write a send; it leaves after the commit."""
        row = OutboxRow(fabrique_id=self.fabrique, **_columns(outgoing))
        self.session.add(row)
        await self.session.flush()
        return outgoing_of(row)

    async def add_all(self, several: Sequence[Outgoing]) -> list[int]:
        """Write sends that go on with each other, at once; gives their numbers, in order."""
        rows = [OutboxRow(fabrique_id=self.fabrique, **_columns(one)) for one in several]
        self.session.add_all(rows)
        await self.session.flush()
        return [row.id for row in rows]

    async def due(
        self,
        now: datetime,
        platforms: Sequence[str],
        *,
        at_most: int,
        besides: Collection[int] = (),
    ) -> Sequence[Due]:
        """The next row of each chat that is due, `besides` chats left out: first where somebody
        waits for an answer, last where nobody expects anything. A chat whose oldest row waits,
        waits whole.
        """
        first = _first_of_each_chat(tuple(platforms))
        rows = await self.session.execute(
            select(OutboxRow.id, ChatRow)
            .join(first, first.c.id == OutboxRow.id)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(
                OutboxRow.state == WAITING,
                OutboxRow.due_at <= now,
                OutboxRow.chat_id.not_in(besides),
            )
            .order_by(first.c.rank, OutboxRow.id)
            .limit(at_most)
        )
        return [Due(number, chat.id, address_of(chat)) for number, chat in rows]

    async def next_due(self, platforms: Sequence[str]) -> datetime | None:
        """When the next row of these platforms may be tried, whatever waits behind it."""
        first = _first_of_each_chat(tuple(platforms))
        return await self.session.scalar(
            select(func.min(OutboxRow.due_at)).where(
                OutboxRow.id == first.c.id, OutboxRow.state == WAITING
            )
        )

    async def claim(
        self, number: int, *, by: str | None = None, at: datetime | None = None
    ) -> Outgoing | None:
        """Take a row to send it, in the name of a process; None when somebody else took it."""
        taken = await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == number, OutboxRow.state == WAITING)
            .values(state=CLAIMED, tries=OutboxRow.tries + 1, claimed_by=by, tried_at=at)
            .returning(OutboxRow.id)
        )
        return await self.row(number) if taken.first() else None

    async def row(self, number: int) -> Outgoing:
        """A row by number."""
        return outgoing_of(await self.session.get_one(OutboxRow, number, populate_existing=True))

    async def address(self, number: int) -> Address:
        """Where the row of that number goes, as the platform names the chat today."""
        found = await self.session.execute(
            select(ChatRow)
            .join(OutboxRow, OutboxRow.chat_id == ChatRow.id)
            .where(OutboxRow.id == number)
        )
        return address_of(found.scalar_one())

    async def settle(self, number: int, state: str, *, at: datetime | None) -> None:
        """Say how a send ended; the file of what can never arrive is kept by whoever sent it."""
        row = await self.session.get_one(OutboxRow, number)
        row.state, row.done_at = state, at
        if state == DEAD:
            row.file = None

    async def delivered(
        self, number: int, message: str, extras: Sequence[str], *, at: datetime
    ) -> None:
        """Keep what the platform calls the message; an edit hands it on to the message it edits,
        and keeps its choices only where they are other ones than stood there.

        The file is emptied at once: the platform has it, and no redrawing needs it.
        """
        row = await self.session.get_one(OutboxRow, number)
        row.state, row.done_at, row.message, row.extras = SENT, at, message, list(extras)
        row.file = None
        if row.edits is not None:
            edited = await self.session.get_one(OutboxRow, row.edits)
            same = edited.choices == row.choices
            edited.markup, edited.choices, edited.extras = row.markup, row.choices, list(extras)
            row.message, row.choices = None, [] if same else row.choices

    async def stands_as(self, number: int, message: str, extras: Sequence[str]) -> None:
        """A message was posted anew, because the place where it stood is gone."""
        row = await self.session.get_one(OutboxRow, number)
        row.message, row.extras = message, list(extras)

    async def leave_thread(self, number: int, now: datetime) -> None:
        """The thread of a row is gone: the row goes to the chat itself, at once."""
        (await self.session.get_one(OutboxRow, number)).thread = None
        await self.postpone(number, now)

    async def postpone(self, number: int, until: datetime) -> None:
        """Try again later; rows of the same chat wait behind it."""
        row = await self.session.get_one(OutboxRow, number)
        row.state, row.due_at = WAITING, until

    async def hold(self, number: int, until: datetime, *, claimed: bool = False) -> None:
        """Wait because the platform asks for it, which says nothing against the row: no try."""
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == number, OutboxRow.state == (CLAIMED if claimed else WAITING))
            .values(state=WAITING, due_at=until, tries=OutboxRow.tries - int(claimed))
        )

    async def resolve(self, number: int, state: str, *, at: datetime) -> None:
        """The team says what became of an unknown post; refuses when somebody said so before."""
        row = await self.session.get(OutboxRow, number, with_for_update=True)
        if row is None or row.state != UNKNOWN or row.fabrique_id != self.fabrique:
            raise Refusal("refusal-already-decided")
        row.state, row.due_at, row.until, row.lost_at = state, at, None, None
        if state == SENT:
            row.done_at = at

    async def repeat(self, number: int, until: datetime) -> None:
        """Send once more what may have arrived, its answer being lost."""
        row = await self.session.get_one(OutboxRow, number)
        row.answers_lost += 1
        row.lost_at = row.lost_at or row.tried_at
        await self.postpone(number, until)

    async def left_claimed(
        self, platforms: Sequence[str], *, living: Sequence[str] = ()
    ) -> Sequence[Outgoing]:
        """Rows of these platforms that a process took and did not report on: it died sending,
        unless it is one of the living.
        """
        left = or_(OutboxRow.claimed_by.is_(None), OutboxRow.claimed_by.not_in(living))
        rows = await self.session.scalars(
            select(OutboxRow)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(OutboxRow.state == CLAIMED, ChatRow.platform.in_(platforms), left)
            .order_by(OutboxRow.id)
        )
        return [outgoing_of(row) for row in rows]

    async def unknown(self) -> Sequence[Outgoing]:
        """Posts of this fabrique of which nobody knows whether they arrived."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.state == UNKNOWN, OutboxRow.fabrique_id == self.fabrique)
            .order_by(OutboxRow.id)
        )
        return [outgoing_of(row) for row in rows]

    async def is_under_way(self, platform: str, address: str, message: str) -> bool:
        """Whether a message that no row knows may be one that is being sent to that chat."""
        rows = await self.session.execute(
            select(OutboxRow.message)
            .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
            .where(
                ChatRow.platform == platform,
                ChatRow.address == address,
                or_(OutboxRow.state == CLAIMED, OutboxRow.message == message),
            )
        )
        known = set(rows.scalars())
        return bool(known) and message not in known

    async def head(self, row: Outgoing) -> Outgoing | None:
        """The first message of the issue that a row goes on with."""
        if row.issue is None or row.part == 1:
            return None
        found = await self.session.scalar(
            select(OutboxRow)
            .where(*_of_issue(row), OutboxRow.part == 1)
            .order_by(OutboxRow.id.desc())
            .limit(1)
        )
        return outgoing_of(found) if found else None

    async def give_up_after(self, row: Outgoing, *, at: datetime) -> None:
        """What would go on with a message that never arrives is not sent either."""
        if row.issue is not None and row.edits is None:
            await self.session.execute(
                update(OutboxRow)
                .where(*_of_issue(row), OutboxRow.part > row.part, OutboxRow.state.in_(_UNSENT))
                .values(state=DEAD, done_at=at)
            )

    async def restate(self, number: int, markup: str, choices: Sequence[Mapping[str, Any]]) -> bool:
        """Let what surely is in nobody's hands say something else when it leaves; False once it may
        be.
        """
        changed = await self.session.execute(
            update(OutboxRow)
            .where(
                OutboxRow.id == number,
                OutboxRow.message.is_(None),
                or_(
                    OutboxRow.state == UNKNOWN,
                    and_(OutboxRow.state == WAITING, OutboxRow.lost_at.is_(None)),
                ),
            )
            .values(markup=markup, choices=[dict(choice) for choice in choices])
            .returning(OutboxRow.id)
        )
        return changed.first() is not None

    async def rows(self, numbers: Sequence[int]) -> list[Outgoing]:
        """Several rows as they are now, in the order of their numbers here."""
        found = await self.session.scalars(
            select(OutboxRow)
            .where(OutboxRow.id.in_(numbers))
            .execution_options(populate_existing=True)
        )
        known = {row.id: row for row in found}
        return [outgoing_of(known[number]) for number in numbers]

    async def will_say(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """What these messages say once the edits that wait have arrived, where there are some."""
        waiting = await self.session.execute(
            select(OutboxRow.edits, OutboxRow.markup)
            .where(OutboxRow.edits.in_(numbers), OutboxRow.state.in_((WAITING, CLAIMED)))
            .order_by(OutboxRow.id)
        )
        return {number: markup for number, markup in waiting if number is not None}

    async def freshen(self, edited: int, markup: str, choices: Sequence[Mapping[str, Any]]) -> bool:
        """Let an edit of a message that nobody tried to send yet say what is newer; False when none
        waits.
        """
        changed = await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.edits == edited, OutboxRow.state == WAITING, OutboxRow.tries == 0)
            .values(markup=markup, choices=[dict(choice) for choice in choices])
            .returning(OutboxRow.id)
        )
        return changed.first() is not None

    async def open_issue(self, chat: int, kind: str, issue: str, *, now: datetime) -> bool:
        """Claim an issue for a chat; False when it was posted before, whoever asks."""
        return await insert_or_ignore(
            self.session,
            IssueRow,
            {
                "fabrique_id": self.fabrique,
                "chat_id": chat,
                "kind": kind,
                "issue": issue,
                "at": now,
            },
        )


@lru_cache
def _first_of_each_chat(platforms: tuple[str, ...]) -> Subquery:
    """The oldest row of each chat that is not delivered yet, for the others wait behind it; and the
    best rank among them all, for an answer behind a digest is an answer.
    """
    last = OutboxRow.kind.in_(LAST) & OutboxRow.edits.is_(None)
    first = OutboxRow.kind.in_(FIRST) | OutboxRow.edits.is_not(None)
    return (
        select(
            func.min(OutboxRow.id).label("id"),
            func.min(case((first, 0), (last, 2), else_=1)).label("rank"),
        )
        .join(ChatRow, ChatRow.id == OutboxRow.chat_id)
        .where(
            OutboxRow.state.in_((WAITING, CLAIMED)),
            ChatRow.platform.in_(platforms),
            or_(OutboxRow.part == 1, OutboxRow.issue.is_(None), ~_goes_on_with_unknown()),
        )
        .group_by(OutboxRow.chat_id)
        .subquery()
    )


def _goes_on_with_unknown() -> ColumnElement[bool]:
    """Whether an earlier part of the same issue may have arrived or not: it waits for that, and
    what else is said in the chat does not.
    """
    earlier = aliased(OutboxRow)
    return exists().where(
        earlier.chat_id == OutboxRow.chat_id,
        earlier.kind == OutboxRow.kind,
        earlier.issue == OutboxRow.issue,
        earlier.part < OutboxRow.part,
        earlier.edits.is_(None),
        earlier.state == UNKNOWN,
    )


def _of_issue(row: Outgoing) -> tuple[ColumnElement[bool], ...]:
    return (
        OutboxRow.chat_id == row.chat,
        OutboxRow.kind == row.kind,
        OutboxRow.issue == row.issue,
        OutboxRow.edits.is_(None),
    )


def address_of(row: ChatRow) -> Address:
    """Where a chat is."""
    return Address(row.platform, row.address, row.private, row.title, row.team, row.fabrique_id)


def _columns(outgoing: Outgoing) -> dict[str, Any]:
    name, media_type, content = outgoing.file or (None, None, None)
    return {
        "chat_id": outgoing.chat,
        "kind": outgoing.kind,
        "issue": outgoing.issue,
        "part": outgoing.part,
        "key": outgoing.key,
        "state": outgoing.state,
        "due_at": outgoing.due_at,
        "until": outgoing.until,
        "silent": outgoing.silent,
        "unpinned": outgoing.unpinned,
        "markup": outgoing.markup,
        "choices": [dict(choice) for choice in outgoing.choices],
        "thread": outgoing.thread,
        "reply_to": outgoing.reply_to,
        "edits": outgoing.edits,
        "extras": list(outgoing.extras),
        "about": outgoing.about,
        "question_id": outgoing.question,
        "prompt": outgoing.prompt,
        "person_id": outgoing.person,
        "file_name": name,
        "file_type": media_type,
        "file": content,
    }


def outgoing_of(row: OutboxRow) -> Outgoing:
    """What a row says."""
    file = None
    if row.file is not None:
        file = (row.file_name or "", row.file_type or "", row.file)
    return Outgoing(
        id=row.id,
        chat=row.chat_id,
        kind=row.kind,
        issue=row.issue,
        part=row.part or 1,
        key=row.key,
        state=row.state,
        tries=row.tries or 0,
        answers_lost=row.answers_lost or 0,
        tried_at=row.tried_at,
        lost_at=row.lost_at,
        until=row.until,
        silent=bool(row.silent),
        unpinned=bool(row.unpinned),
        due_at=row.due_at,
        done_at=row.done_at,
        markup=row.markup,
        choices=row.choices,
        thread=row.thread,
        reply_to=row.reply_to,
        edits=row.edits,
        message=row.message,
        extras=row.extras,
        about=row.about,
        question=row.question_id,
        prompt=row.prompt,
        person=row.person_id,
        file=file,
        has_file=row.file_name is not None,
        fabrique=row.fabrique_id,
    )
