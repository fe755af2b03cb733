"""One event that two sources tell of: found, asked about, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State, details_of
from domain.twins import NEAR, WHOLE_DAY, Told, Verdict, compared, richer
from storage.engines import insert_or_ignore
from storage.tables import EventRow, EventSourceRow, TwinRow

OPEN = (State.PROPOSED, State.APPROVED)
CHAT = "chat"


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
        return next((row for row in near if _compared(row, new) is Verdict.SAME), None)

    async def doubtful(self, new: EventRow) -> None:
        """Keep each pair that somebody should look at."""
        for row in await self._near(new):
            if row.id != new.id and _compared(row, new) is not Verdict.OTHER:
                first, second = sorted((row.id, new.id))
                await insert_or_ignore(
                    self.session,
                    TwinRow,
                    {"fabrique_id": self.fabrique, "first_id": first, "second_id": second},
                )

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
        if enrich:
            kept.details = richer(details_of(kept.details), details_of(new.details)).kept()
            kept.link, kept.place = kept.link or new.link, kept.place or new.place
            kept.venue_id = kept.venue_id or new.venue_id
            if kept.start == new.start:
                kept.end = kept.end or new.end

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

    async def decide(self, twin: Twin, *, same: bool) -> int:
        """Keep what the team said; one of two goes into the other, which keeps what each says.
        Gives the number of the event that stays.
        """
        (await self.session.get_one(TwinRow, twin.id)).same = same
        first = await self.session.get_one(EventRow, twin.first)
        second = await self.session.get_one(EventRow, twin.second)
        if not same:
            return first.id
        kept, other = (second, first) if second.state == State.APPROVED else (first, second)
        if first.state == State.APPROVED:
            kept, other = first, second
        await self.join(kept, other, enrich=True)
        other.state = State.WITHDRAWN
        await self.session.flush()
        return kept.id

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


def _compared(one: EventRow, other: EventRow) -> Verdict:
    return compared(_told(one), _told(other))


def _told(row: EventRow) -> Told:
    return Told(row.title, row.start, row.all_day, row.place, row.venue_id, row.link)
