"""Where the agenda was posted, which events each post tells, and who did not get it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.editions import Missed, Telling
from storage.engines import insert_or_ignore
from storage.outbox import AGENDA, CLAIMED, DEAD, WAITING, Outgoing, outgoing_of
from storage.tables import ChatRow, EventPostRow, IssueRow, OutboxRow


@dataclass(frozen=True)
class Post:
    """An agenda in a chat: the first day it tells, how, and how far it was corrected; `drawn` is
    how far that surely stands there.

    `fixed`: its platform refuses to change it; `cut`: it refused a part of it.
    """

    id: int
    chat: int
    issue: str
    first: date
    telling: Telling
    version: int
    drawn: int
    fixed: bool
    cut: bool


@dataclass(frozen=True)
class Absent:
    """A chat that did not get an edition."""

    id: int
    edition: int
    chat: int
    issue: str
    title: str
    private: bool
    why: Missed


@dataclass(frozen=True)
class EventPosts:
    """The posts of one fabrique's agenda."""

    session: AsyncSession
    fabrique: int

    async def open(
        self,
        chat: int,
        issue: str,
        *,
        now: datetime,
        first: date,
        edition: int | None = None,
        telling: Telling | None = None,
        missed: Missed | None = None,
    ) -> bool:
        """Claim an issue for a chat, to post it or to say why not; False when that was done."""
        values = {
            "fabrique_id": self.fabrique,
            "chat_id": chat,
            "kind": AGENDA,
            "issue": issue,
            "at": now,
            "edition_id": edition,
            "first": first,
            "version": telling.begun if telling else 0,
            "drawn": telling.begun if telling else 0,
            "telling": _telling_kept(telling) if telling else None,
            "missed": missed,
        }
        return await insert_or_ignore(self.session, IssueRow, values)

    async def opened(self, issues: Collection[str]) -> set[tuple[int, str]]:
        """Which of these issues each chat had, or missed."""
        rows = await self.session.execute(
            select(IssueRow.chat_id, IssueRow.issue).where(
                IssueRow.fabrique_id == self.fabrique,
                IssueRow.kind == AGENDA,
                IssueRow.issue.in_(issues),
            )
        )
        return {(chat, issue) for chat, issue in rows}

    async def tells(self, events: Sequence[int], row: int) -> None:
        """Remember which events a post tells, by the first of its messages."""
        if events:
            values = [
                {"fabrique_id": self.fabrique, "event_id": one, "outbox_id": row} for one in events
            ]
            await self.session.execute(insert(EventPostRow), values)

    async def told(self, events: Collection[int]) -> set[int]:
        """Which of these events some post tells."""
        found = await self.session.scalars(
            select(EventPostRow.event_id)
            .where(EventPostRow.fabrique_id == self.fabrique, EventPostRow.event_id.in_(events))
            .distinct()
        )
        return set(found)

    async def posted(self, editions: Sequence[int]) -> bool:
        """Whether some chat had one of these editions."""
        found = await self.session.scalar(
            select(IssueRow.id).where(IssueRow.edition_id.in_(editions), _posted()).limit(1)
        )
        return found is not None

    async def behind(self, edition: int, version: int, *, at_most: int) -> Sequence[Post]:
        """Posts of an edition that do not say yet what it says now."""
        rows = await self.session.scalars(
            select(IssueRow)
            .where(
                IssueRow.edition_id == edition,
                IssueRow.version < version,
                _posted(),
            )
            .order_by(IssueRow.id)
            .limit(at_most)
        )
        return [_post(row) for row in rows]

    async def messages(self, post: Post) -> Sequence[Outgoing]:
        """The messages of a post, in order."""
        rows = await self.session.scalars(
            select(OutboxRow)
            .where(
                OutboxRow.chat_id == post.chat,
                OutboxRow.kind == AGENDA,
                OutboxRow.issue == post.issue,
                OutboxRow.edits.is_(None),
            )
            .order_by(OutboxRow.part, OutboxRow.id)
        )
        return [outgoing_of(row) for row in rows]

    async def told_in(self, row: int) -> set[int]:
        """The events that a post tells."""
        found = await self.session.scalars(
            select(EventPostRow.event_id).where(EventPostRow.outbox_id == row)
        )
        return set(found)

    async def told_before(
        self, chats: Collection[int], events: Collection[int]
    ) -> Mapping[int, set[int]]:
        """Which of these events each chat was told, in posts that may have arrived."""
        found: dict[int, set[int]] = {chat: set() for chat in chats}
        if events:
            rows = await self.session.execute(
                select(OutboxRow.chat_id, EventPostRow.event_id)
                .join(EventPostRow, EventPostRow.outbox_id == OutboxRow.id)
                .where(
                    OutboxRow.chat_id.in_(chats),
                    EventPostRow.event_id.in_(events),
                    OutboxRow.state != DEAD,
                )
            )
            for chat, event in rows:
                found[chat].add(event)
        return found

    async def bring(self, post: Post, version: int) -> bool:
        """Take it on oneself to bring a post to that version; False when somebody did."""
        taken = await self.session.execute(
            update(IssueRow)
            .where(IssueRow.id == post.id, IssueRow.version == post.version)
            .values(version=version)
            .returning(IssueRow.id)
        )
        return taken.first() is not None

    async def said(self, post: Post, telling: Telling) -> None:
        """Keep what was said below a post."""
        (await self.session.get_one(IssueRow, post.id)).telling = _telling_kept(telling)

    async def stands(self, chat: int, issue: str) -> None:
        """A message of a post or an edit of it arrived: once none waits, all it says stands."""
        waits = exists().where(
            OutboxRow.chat_id == chat,
            OutboxRow.kind == AGENDA,
            OutboxRow.issue == issue,
            OutboxRow.state.in_((WAITING, CLAIMED)),
        )
        await self.session.execute(
            update(IssueRow)
            .where(*_key(chat, issue), ~IssueRow.fixed, ~waits)
            .values(drawn=IssueRow.version)
            .execution_options(synchronize_session=False)
        )

    async def cannot_change(self, chat: int, issue: str) -> None:
        """The platform refused to change a post: what it did not take is said beside it."""
        await self.session.execute(
            update(IssueRow)
            .where(*_key(chat, issue), ~IssueRow.fixed)
            .values(fixed=True, version=IssueRow.drawn)
            .execution_options(synchronize_session=False)
        )

    async def missed(self, chat: int, issue: str, why: Missed) -> None:
        """A post that was opened never arrived, and will not."""
        row = await self._issue(chat, issue)
        if row is not None:
            row.missed = why

    async def untold(self) -> Sequence[Absent]:
        """Whoever did not get an edition of which the team does not know all."""
        rows = await self.session.scalars(
            select(IssueRow.edition_id)
            .where(
                IssueRow.fabrique_id == self.fabrique,
                _absent(),
                IssueRow.told.is_(False),
                IssueRow.edition_id.is_not(None),
            )
            .distinct()
        )
        editions = set(rows)
        return [one for one in await self.absent() if one.edition in editions] if editions else []

    async def absent(self) -> Sequence[Absent]:
        """Whoever did not get an edition, ever."""
        found = await self.session.execute(
            select(IssueRow, ChatRow)
            .join(ChatRow, ChatRow.id == IssueRow.chat_id)
            .where(
                IssueRow.fabrique_id == self.fabrique,
                _absent(),
                IssueRow.edition_id.is_not(None),
            )
            .order_by(IssueRow.id)
        )
        return [
            Absent(
                row.id,
                row.edition_id or 0,
                chat.id,
                row.issue,
                chat.title,
                chat.private,
                Missed(row.missed or Missed.LATE),
            )
            for row, chat in found
        ]

    async def known(self, numbers: Sequence[int]) -> None:
        """The team was told of these."""
        await self.session.execute(
            update(IssueRow).where(IssueRow.id.in_(numbers)).values(told=True)
        )

    async def try_again(self, edition: int) -> int:
        """Let whoever did not get an edition have it still due; gives their number. What never
        arrived is no part of the new post.
        """
        rows = list(
            await self.session.scalars(
                select(IssueRow).where(
                    IssueRow.fabrique_id == self.fabrique,
                    IssueRow.edition_id == edition,
                    IssueRow.missed.is_not(None),
                )
            )
        )
        for row in rows:
            await self.session.execute(
                update(OutboxRow)
                .where(
                    OutboxRow.chat_id == row.chat_id,
                    OutboxRow.kind == AGENDA,
                    OutboxRow.issue == row.issue,
                    OutboxRow.state == DEAD,
                )
                .values(issue=None)
            )
            await self.session.delete(row)
        await self.session.flush()
        return len(rows)

    async def _issue(self, chat: int, issue: str) -> IssueRow | None:
        return await self.session.scalar(select(IssueRow).where(*_key(chat, issue)))


def _key(chat: int, issue: str) -> tuple[ColumnElement[bool], ...]:
    return IssueRow.chat_id == chat, IssueRow.kind == AGENDA, IssueRow.issue == issue


def _posted() -> ColumnElement[bool]:
    """Something of it stands in the chat, or may."""
    return or_(IssueRow.missed.is_(None), IssueRow.missed == Missed.PART)


def _absent() -> ColumnElement[bool]:
    return and_(IssueRow.missed.is_not(None), IssueRow.missed != Missed.PART)


def _post(row: IssueRow) -> Post:
    return Post(
        id=row.id,
        chat=row.chat_id,
        issue=row.issue,
        first=row.first or row.at.date(),
        telling=_telling(row.telling or {}),
        version=row.version,
        drawn=row.drawn,
        fixed=row.fixed,
        cut=row.missed == Missed.PART,
    )


def _telling_kept(telling: Telling) -> dict[str, Any]:
    said = {str(event): version for event, version in telling.said.items()}
    return {**vars(telling), "changes": list(telling.changes), "said": said}


def _telling(kept: Mapping[str, Any]) -> Telling:
    said = {int(event): version for event, version in kept["said"].items()}
    return Telling(kept["zone"], kept["begun"], tuple(kept["changes"]), said)
