"""Events of the agenda: taken in, decided, read by day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.due import ONE_DAY
from domain.event_said import said_of
from domain.events import Event, FoundEvent, State
from domain.feeds import is_address
from storage.event_readings import EventReadings, Reading, Taken
from storage.event_twins import EventTwins
from storage.event_writing import change, event_in, settle
from storage.tables import EventRow
from storage.venues import Venues


@dataclass(frozen=True)
class Events:
    """The agenda of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def take_in(
        self,
        found: Sequence[FoundEvent],
        *,
        source: str,
        batch: str,
        by: int | None,
        follows: bool = False,
        state: State = State.PROPOSED,
        now: datetime | None = None,
    ) -> Sequence[Event]:
        """Keep what is new under one batch; an event known by its UID is not proposed twice.

        Only what a source changed since it last spoke is looked at, so that what people corrected
        here stands. `follows`: it is read again and again; hour, place and status reach what was
        approved at once, new words wait as a revision. From a file, changes count only for one's
        own proposal that still waits: nobody may rewrite what the team approved. `state`: what is
        new from a trusted place is approved by itself, and so are its new words. `now` is when
        what calendars tell changed.
        """
        reading = Reading(source, batch, by, follows=follows, state=state, now=now)
        return (await self.read(found, reading)).fresh

    async def read(self, found: Sequence[FoundEvent], reading: Reading) -> Taken:
        """The same, and which approved events wait with other words."""
        return await EventReadings(self.session, self.fabrique, reading).take_in(found)

    async def pairs_of(self, numbers: Collection[int]) -> Sequence[tuple[int, Event, Event]]:
        """The pairs that may be one event and hold one of these, each with its number."""
        found = []
        for twin in await EventTwins(self.session, self.fabrique).of(list(numbers)):
            first, second = await self.event(twin.first), await self.event(twin.second)
            if first is not None and second is not None:
                found.append((twin.id, first, second))
        return found

    async def event(self, number: int) -> Event | None:
        """An event of this fabrique by number."""
        row = await self.session.get(EventRow, number, with_for_update=True)
        return event_in(row) if row and row.fabrique_id == self.fabrique else None

    async def published(self, number: int) -> Event | None:
        """An approved event by number, or the one that stands for it; only read."""
        row = await self.session.get(EventRow, number)
        if row is not None and row.merged_into is not None:
            row = await self.session.get(EventRow, row.merged_into)
        known = row is not None and row.fabrique_id == self.fabrique
        return event_in(row) if row and known and row.state == State.APPROVED else None

    async def batch(self, batch: str) -> Sequence[Event]:
        """Events that came together, by start."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique, EventRow.batch == batch)
            .order_by(EventRow.start, EventRow.id)
            .with_for_update()
        )
        return [event_in(row) for row in rows]

    async def batch_key(self, number: int) -> str:
        """What an event's batch is known by."""
        return (await self.session.get_one(EventRow, number)).batch

    async def batch_of(self, number: int) -> Sequence[Event]:
        """The events that came together with one, by start."""
        row = await self.session.get(EventRow, number)
        return await self.batch(row.batch) if row and row.fabrique_id == self.fabrique else []

    async def waiting(self) -> Sequence[tuple[str, Sequence[Event]]]:
        """Batches with something proposed, oldest first, each with what waits in it."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique, EventRow.state == State.PROPOSED)
            .order_by(EventRow.id)
        )
        batches: dict[str, list[Event]] = {}
        for row in rows:
            batches.setdefault(row.batch, []).append(event_in(row))
        return list(batches.items())

    async def between(self, start: datetime, end: datetime) -> Sequence[Event]:
        """Events that touch a span of time, in any state, by start; ends are exclusive."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.start < end,
                or_(EventRow.start >= start, EventRow.end > start),
            )
            .order_by(EventRow.start, EventRow.id)
        )
        return [event_in(row) for row in rows]

    async def approved(self, first: date, last: date, zone: ZoneInfo) -> Sequence[Event]:
        """What the team approved for these days, both included, as a zone counts them."""
        start = datetime.combine(first, time.min, zone)
        end = datetime.combine(last + ONE_DAY, time.min, zone)
        events = await self.between(start, end)
        return [event for event in events if event.state is State.APPROVED]

    async def all(self) -> Sequence[Event]:
        """Every event, by start."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique)
            .order_by(EventRow.start, EventRow.id)
        )
        return [event_in(row) for row in rows]

    async def some(self, numbers: Collection[int]) -> Mapping[int, Event]:
        """Events by their numbers; what went into another is that other, under its own number."""
        rows = list(await self._rows(EventRow.id.in_(numbers)))
        kept = {row.merged_into for row in rows if row.merged_into is not None}
        others = {row.id: row for row in await self._rows(EventRow.id.in_(kept))} if kept else {}
        return {row.id: event_in(others.get(row.merged_into or 0, row)) for row in rows}

    async def left(
        self, first: date, last: date, zone: ZoneInfo, *, beside: Collection[int]
    ) -> Sequence[Event]:
        """What was public for these days and is no more, for calendars that still have it. What
        went into another is gone only where that one stands `beside` it.
        """
        start = datetime.combine(first, time.min, zone)
        end = datetime.combine(last + ONE_DAY, time.min, zone)
        rows = await self._rows(
            EventRow.left_at.is_not(None),
            EventRow.state != State.APPROVED,
            EventRow.start < end,
            func.coalesce(EventRow.end, EventRow.start) >= start,
        )
        numbers = {row.merged_into for row in rows if row.merged_into is not None}
        kept = await self.some(numbers) if numbers else {}
        living = {one.id for one in kept.values() if one.state is State.APPROVED} - set(beside)
        return [event_in(row) for row in rows if row.merged_into not in living]

    async def _rows(self, *where: ColumnElement[bool]) -> Sequence[EventRow]:
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique, *where)
            .order_by(EventRow.start, EventRow.id)
        )
        return list(rows)

    async def decide(self, number: int, state: State, *, now: datetime | None = None) -> None:
        """Keep the team's verdict; what it lets through is news from then on, and what leaves the
        agenda or comes back to it is a change that calendars hear of. New words wait no more.
        """
        row = await self.session.get_one(EventRow, number)
        leaves = row.state == State.APPROVED != state
        if leaves or row.left_at is not None:
            row.sequence = (row.sequence or 0) + 1
        row.state, row.changed_at, row.revision = state, now or row.changed_at, None
        row.left_at = row.changed_at if leaves else None if state == State.APPROVED else row.left_at

    async def proposers(self, number: int) -> Collection[int]:
        """Who proposed an event, or another that went into it; whoever only gave the address where
        it was read did not.
        """
        rows = await self._rows(or_(EventRow.id == number, EventRow.merged_into == number))
        own = (row.proposed_by for row in rows if not is_address(row.source))
        return {one for one in own if one is not None}

    async def proposer(self, number: int) -> int | None:
        """Who proposed an event."""
        return (await self.session.get_one(EventRow, number)).proposed_by

    async def owner(self, number: int) -> int | None:
        """Whose event it is: whoever only gave the address where it was read has no say in it."""
        row = await self.session.get_one(EventRow, number)
        return None if is_address(row.source) else row.proposed_by

    async def reword(self, number: int, found: FoundEvent, *, now: datetime) -> Event:
        """Let an event say what somebody corrected; its number, its state and its source stay, and
        what its source last said.
        """
        row = await self.session.get_one(EventRow, number)
        change(row, said_of(found), await Venues(self.session, self.fabrique).all(), now)
        await self.session.flush()
        return event_in(row)

    async def settle(self, *, since: datetime) -> None:
        """Link what is to come to the places that are known now."""
        venues = await Venues(self.session, self.fabrique).all()
        rows = await self.session.scalars(
            select(EventRow).where(EventRow.fabrique_id == self.fabrique, EventRow.start >= since)
        )
        for row in rows:
            settle(row, venues)
        await self.session.flush()

    async def of_person(self, person: int, *, since: datetime) -> Sequence[Event]:
        """What somebody proposed and is still to come, by start; what they took back aside, and
        what an address tells that they gave.
        """
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.proposed_by == person,
                EventRow.state != State.WITHDRAWN,
                func.coalesce(EventRow.end, EventRow.start) >= since,
            )
            .order_by(EventRow.start, EventRow.id)
        )
        return [event_in(row) for row in rows if not is_address(row.source)]
