"""Where the agenda was posted, which events each post tells, and who did not get it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.editions import Missed
from storage.engines import insert_or_ignore
from storage.outbox import AGENDA, DEAD, Outgoing, outgoing_of
from storage.tables import ChatRow, EventPostRow, IssueRow, OutboxRow


@dataclass(frozen=True)
class Post:
    """An agenda in a chat: the first day it tells, and how far it was corrected.

    `fixed`: its platform refuses to change it.
    """

    id: int
    chat: int
    issue: str
    first: date
    version: int
    fixed: bool


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
        version: int = 0,
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
            "version": version,
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

    async def behind(self, edition: int, version: int, *, at_most: int) -> Sequence[Post]:
        """Posts of an edition that do not say yet what it says now."""
        rows = await self.session.scalars(
            select(IssueRow)
            .where(
                IssueRow.edition_id == edition,
                IssueRow.version < version,
                IssueRow.missed.is_(None),
            )
            .order_by(IssueRow.id)
            .limit(at_most)
        )
        return [
            Post(row.id, row.chat_id, row.issue, row.first, row.version, row.fixed)
            for row in rows
            if row.first is not None
        ]

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

    async def says(self, post: Post, version: int) -> None:
        """A post was brought to that version."""
        (await self.session.get_one(IssueRow, post.id)).version = version

    async def cannot_change(self, chat: int, issue: str) -> None:
        """The platform refused to change a post: what it did not take is said beside it."""
        row = await self._issue(chat, issue)
        if row is not None and not row.fixed:
            row.fixed, row.version = True, max(0, row.version - 1)

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
                IssueRow.missed.is_not(None),
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
                IssueRow.missed.is_not(None),
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
        return await self.session.scalar(
            select(IssueRow).where(
                IssueRow.chat_id == chat, IssueRow.kind == AGENDA, IssueRow.issue == issue
            )
        )
