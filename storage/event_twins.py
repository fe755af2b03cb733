"""One event that two sources tell of: found, asked about, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import Details, State, details_of
from domain.feeds import is_address
from domain.twins import (
    NEAR,
    WHOLE_DAY,
    Told,
    Verdict,
    compared,
    richer,
    says_more,
    second_stays,
)
from storage.engines import insert_or_ignore
from storage.tables import EventRow, EventSourceRow, TwinRow

OPEN = (State.PROPOSED, State.APPROVED)
CHAT = "chat"
_SOURCE_OF = EventSourceRow.event_id


@dataclass(frozen=True)
class Twin:
    """Two events that may be one; nobody said yet."""

    id: int
    first: int
    second: int


@dataclass(frozen=True)
class EventTwins:
    """The events of one fabrique that more than one source tells of."""

    session: AsyncSession
    fabrique: int

    async def told_by(self, uid: str, source: str) -> EventRow | None:
        """The event that another source's UID was found to be."""
        number = await self.session.scalar(
            select(EventSourceRow.event_id).where(
                EventSourceRow.fabrique_id == self.fabrique,
                EventSourceRow.source == source,
                EventSourceRow.uid == uid,
            )
        )
        return await self.session.get(EventRow, number) if number else None

    async def certain(self, new: EventRow) -> EventRow | None:
        """The event in the agenda that a new row tells of without a doubt."""
        near = await self._near(new)
        same = [row for row in near if _compared(row, new) is Verdict.SAME]
        return next((row for row in same if not _is_for_the_team(row, new)), None)

    async def doubtful(self, new: EventRow) -> None:
        """Keep each pair that somebody should look at."""
        for row in await self._near(new):
            if row.id != new.id and _compared(row, new) is not Verdict.OTHER:
                await self._doubt(row.id, new.id)

    async def _doubt(self, one: int, other: int) -> None:
        first, second = sorted((one, other))
        pair = {"fabrique_id": self.fabrique, "first_id": first, "second_id": second}
        await insert_or_ignore(self.session, TwinRow, pair)

    async def join(self, kept: EventRow, new: EventRow, *, enrich: bool) -> None:
        """Let one row stand for both; `enrich` it with what only the other says."""
        await insert_or_ignore(
            self.session,
            EventSourceRow,
            {
                "fabrique_id": self.fabrique,
                "event_id": kept.id,
                "source": new.source,
                "uid": new.uid,
            },
        )
        if new.id is None and _is_of_somebody(new):
            await self._trace(kept, new)
        if enrich:
            kept.details = richer(details_of(kept.details), details_of(new.details)).kept()
            kept.link, kept.place = kept.link or new.link, kept.place or new.place
            kept.venue_id = kept.venue_id or new.venue_id
            if kept.start == new.start:
                kept.end = kept.end or new.end

    async def _trace(self, kept: EventRow, new: EventRow) -> None:
        """Whoever proposes what another proposed is told what becomes of it; once is enough."""
        told = await self.session.scalar(
            select(EventRow.id)
            .where(
                EventRow.proposed_by == new.proposed_by,
                or_(EventRow.id == kept.id, EventRow.merged_into == kept.id),
            )
            .limit(1)
        )
        if told is None:
            new.state, new.merged_into = State.MERGED, kept.id
            self.session.add(new)

    async def waiting(self) -> Sequence[Twin]:
        """Pairs about which nobody said anything, both of them still of the agenda."""
        rows = await self.session.scalars(
            select(TwinRow)
            .where(TwinRow.fabrique_id == self.fabrique, TwinRow.same.is_(None))
            .order_by(TwinRow.id)
        )
        found = []
        for row in rows:
            both = [
                await self.session.get_one(EventRow, one) for one in (row.first_id, row.second_id)
            ]
            if all(one.state in OPEN for one in both):
                found.append(Twin(row.id, row.first_id, row.second_id))
        return found

    async def of(self, events: Sequence[int]) -> Sequence[Twin]:
        """The pairs that wait and in which one of these events is."""
        return [one for one in await self.waiting() if {one.first, one.second} & set(events)]

    async def twin(self, number: int) -> Twin | None:
        """A pair by number, while nobody decided about it."""
        row = await self.session.get(TwinRow, number, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique or row.same is not None:
            return None
        return Twin(row.id, row.first_id, row.second_id)

    async def stands_for(self, source: str, uid: str) -> EventRow | None:
        """The event of the agenda that another source's UID stands for: the one it was found to
        be, or into which it went.
        """
        row = await self.told_by(uid, source)
        if row is None or row.merged_into is None:
            return row
        return await self.session.get(EventRow, row.merged_into)

    async def decide(
        self, twin: Twin, *, same: bool, more: bool = False, now: datetime | None = None
    ) -> int:
        """Keep what the team said; one of two goes into the other, which keeps its words, and with
        `more` what only the other says. Gives the number of the event that stays.
        """
        (await self.session.get_one(TwinRow, twin.id)).same = same
        first = await self.session.get_one(EventRow, twin.first)
        second = await self.session.get_one(EventRow, twin.second)
        if not same:
            return first.id
        kept, other = first, second
        if second_stays(first.state, second.state):
            kept, other = second, first
        await self.join(kept, other, enrich=more)
        if more:
            kept.sequence, kept.changed_at = (kept.sequence or 0) + 1, now or kept.changed_at
        await self._go_into(kept, other, now)
        return kept.id

    async def _go_into(self, kept: EventRow, other: EventRow, now: datetime | None) -> None:
        """Let one row stand for another, and for all that the other stood for."""
        if other.state == State.APPROVED:
            other.sequence, other.changed_at = (other.sequence or 0) + 1, now or other.changed_at
            other.left_at = other.changed_at
        other.state, other.merged_into, other.revision = State.MERGED, kept.id, None
        for table, column in ((EventRow, EventRow.merged_into), (EventSourceRow, _SOURCE_OF)):
            await self.session.execute(
                update(table).where(column == other.id).values({column.key: kept.id})
            )
        await self.session.flush()
        await self._ask_of(kept, other)

    async def _ask_of(self, kept: EventRow, other: EventRow) -> None:
        """What the other was asked about is asked of the one that stays."""
        rows = await self.session.scalars(
            select(TwinRow).where(
                TwinRow.same.is_(None),
                or_(TwinRow.first_id == other.id, TwinRow.second_id == other.id),
            )
        )
        for third in {row.first_id + row.second_id - other.id for row in rows} - {kept.id}:
            await self._doubt(third, kept.id)

    async def _near(self, new: EventRow) -> Sequence[EventRow]:
        """What is open around the same hour, from other hands: one calendar knows its own."""
        span = WHOLE_DAY if new.all_day else NEAR
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.state.in_(OPEN),
                or_(EventRow.source != new.source, EventRow.source == CHAT),
                or_(
                    EventRow.start.between(new.start - span, new.start + span),
                    EventRow.all_day & EventRow.start.between(new.start - WHOLE_DAY, new.start),
                ),
                EventRow.batch != new.batch,
            )
            .order_by(EventRow.id)
        )
        return list(rows)


def _is_of_somebody(row: EventRow) -> bool:
    """Whether a person said it, and no calendar whose address they gave."""
    return row.proposed_by is not None and not is_address(row.source)


def _is_for_the_team(known: EventRow, new: EventRow) -> bool:
    """Whether somebody says another hour than what is known, or more than the team approved: both
    would be lost without a word.
    """
    if not _is_of_somebody(new):
        return False
    more = says_more(_details(known), _details(new)) or (new.link and not known.link)
    return known.start != new.start or (known.state == State.APPROVED and bool(more))


def _details(row: EventRow) -> Details:
    return details_of(row.details or {})


def _compared(one: EventRow, other: EventRow) -> Verdict:
    return compared(_told(one), _told(other))


def _told(row: EventRow) -> Told:
    return Told(row.title, row.start, row.all_day, row.place, row.venue_id, row.link)
