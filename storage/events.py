"""Events of the agenda: taken in, decided, read by day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.due import ONE_DAY
from domain.events import Event, FoundEvent, State, Status, details_of
from domain.venues import Venue, venue_in
from storage.event_twins import EventTwins
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

        `follows`: the source is read again and again; a new hour, place or status reaches what was
        approved, and new words are proposed anew; as long as it says the same, what people
        corrected here stands. From a file, changes count only for one's own
        proposal that still waits: nobody may rewrite what the team approved. `state`: what is new
        from a trusted place is approved by itself, and so are its new words. `now` is when what
        calendars tell changed.
        """
        fresh, venues = [], await Venues(self.session, self.fabrique).all()
        for one in found:
            known = await self._known(one.uid, source)
            if known is None:
                row = _row(one, fabrique=self.fabrique, source=source, batch=batch, by=by)
                row.state, row.changed_at, row.proposed_at = state, now, now
                _settle(row, venues)
                if by is None or not await self._told_before(row):
                    self.session.add(row)
                    fresh.append(row)
            elif known.source == source and (follows or _is_own_proposal(known, by)):
                if known.heard == _heard(one):
                    continue
                if _says_otherwise(known, one) and known.state == State.APPROVED:
                    known.state, known.batch, known.proposed_at = state, batch, now
                    fresh.append(known)
                _update(known, one, now)
                _settle(known, venues)
        await self.session.flush()
        if by is not None:
            for row in fresh:
                await EventTwins(self.session, self.fabrique).doubtful(row)
        return [_event(row) for row in fresh]

    async def event(self, number: int) -> Event | None:
        """An event of this fabrique by number."""
        row = await self.session.get(EventRow, number, with_for_update=True)
        return _event(row) if row and row.fabrique_id == self.fabrique else None

    async def published(self, number: int) -> Event | None:
        """An approved event by number, only read."""
        row = await self.session.get(EventRow, number)
        known = row is not None and row.fabrique_id == self.fabrique
        return _event(row) if row and known and row.state == State.APPROVED else None

    async def batch(self, batch: str) -> Sequence[Event]:
        """Events that came together, by start."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique, EventRow.batch == batch)
            .order_by(EventRow.start, EventRow.id)
            .with_for_update()
        )
        return [_event(row) for row in rows]

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
            batches.setdefault(row.batch, []).append(_event(row))
        return list(batches.items())

    async def between(self, start: datetime, end: datetime) -> Sequence[Event]:
        """Events that touch a span of time, in any state, by start."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.start < end,
                func.coalesce(EventRow.end, EventRow.start) >= start,
            )
            .order_by(EventRow.start, EventRow.id)
        )
        return [_event(row) for row in rows]

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
        return [_event(row) for row in rows]

    async def some(self, numbers: Collection[int]) -> Mapping[int, Event]:
        """Events by their numbers."""
        rows = await self.session.scalars(
            select(EventRow).where(EventRow.fabrique_id == self.fabrique, EventRow.id.in_(numbers))
        )
        return {row.id: _event(row) for row in rows}

    async def decide(self, number: int, state: State, *, now: datetime | None = None) -> None:
        """Keep the team's verdict; what it lets through is news from then on."""
        row = await self.session.get_one(EventRow, number)
        row.state, row.changed_at = state, now or row.changed_at

    async def proposer(self, number: int) -> int | None:
        """Who proposed an event."""
        return (await self.session.get_one(EventRow, number)).proposed_by

    async def reword(self, number: int, found: FoundEvent, *, now: datetime) -> Event:
        """Let an event say what somebody corrected; its number, its state and its source stay, and
        what its source last said.
        """
        row = await self.session.get_one(EventRow, number)
        heard = row.heard
        _update(row, found, now)
        row.heard = heard
        row.venue_id = None
        _settle(row, await Venues(self.session, self.fabrique).all())
        await self.session.flush()
        return _event(row)

    async def settle(self, *, since: datetime) -> None:
        """Link what is to come to the places that are known now."""
        venues = await Venues(self.session, self.fabrique).all()
        rows = await self.session.scalars(
            select(EventRow).where(EventRow.fabrique_id == self.fabrique, EventRow.start >= since)
        )
        for row in rows:
            _settle(row, venues)
        await self.session.flush()

    async def of_person(self, person: int, *, since: datetime) -> Sequence[Event]:
        """What somebody proposed and is still to come, by start; what they took back aside."""
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
        return [_event(row) for row in rows]

    async def _told_before(self, row: EventRow) -> bool:
        """Whether a new row tells of an event that another source told of; what it says more is
        kept there, as long as nobody approved the words.
        """
        twins = EventTwins(self.session, self.fabrique)
        if await twins.told_by(row.uid, row.source) is not None:
            return True
        same = await twins.certain(row)
        if same is None:
            return False
        trusted = row.state == State.APPROVED
        await twins.join(same, row, enrich=trusted or same.state == State.PROPOSED)
        return True

    async def _known(self, uid: str, source: str) -> EventRow | None:
        """The event of that UID: this source's own, else another's that was not refused."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(EventRow.fabrique_id == self.fabrique, EventRow.uid == uid)
            .order_by(EventRow.id)
        )
        known = list(rows)
        own = [row for row in known if row.source == source]
        open_ = [row for row in known if row.state in (State.PROPOSED, State.APPROVED)]
        return next(iter([*own, *open_]), None)


def _is_own_proposal(row: EventRow, by: int | None) -> bool:
    return row.state == State.PROPOSED and row.proposed_by == by


def _says_otherwise(row: EventRow, found: FoundEvent) -> bool:
    return (row.title, row.link) != (found.title, found.link)


def _update(row: EventRow, found: FoundEvent, now: datetime | None) -> None:
    before = _told(row)
    row.title, row.place, row.link = found.title, found.place, found.link
    row.start, row.end, row.all_day = found.start, found.end, found.all_day
    row.status = found.status
    row.details, row.heard = found.details.kept(), _heard(found)
    if _told(row) != before:
        row.sequence, row.changed_at = row.sequence + 1, now or row.changed_at


def _heard(found: FoundEvent) -> str:
    """A mark of all that a source says of an event."""
    ends = found.end and found.end.astimezone(UTC)
    when = (found.start.astimezone(UTC), ends, found.all_day)
    said = (found.title, when, found.place, found.link, found.status, found.details.kept())
    return blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _told(row: EventRow) -> tuple[object, ...]:
    """What followers of a calendar have to hear of when it changes."""
    return (row.title, row.start, row.end, row.all_day, row.place, row.status)


def _settle(row: EventRow, venues: Sequence[Venue]) -> None:
    """Link an event to the place where it is, which says what the event does not."""
    venue = venue_in(row.place, venues)
    if venue is None:
        return
    details = details_of(row.details or {})
    row.venue_id = venue.id
    row.details = replace(
        details,
        district=details.district or venue.district,
        commune=details.commune or venue.commune or "",
        access=details.access or venue.access,
    ).kept()


def _row(found: FoundEvent, *, fabrique: int, source: str, batch: str, by: int | None) -> EventRow:
    return EventRow(
        fabrique_id=fabrique,
        uid=found.uid,
        source=source,
        batch=batch,
        title=found.title,
        start=found.start,
        end=found.end,
        all_day=found.all_day,
        place=found.place,
        link=found.link,
        state=State.PROPOSED,
        status=found.status,
        proposed_by=by,
        details=found.details.kept(),
        series=found.series,
        sequence=0,
        heard=_heard(found),
    )


def _event(row: EventRow) -> Event:
    return Event(
        id=row.id,
        title=row.title,
        start=row.start,
        end=row.end,
        all_day=row.all_day,
        place=row.place,
        link=row.link,
        state=State(row.state),
        status=Status(row.status),
        source=row.source,
        uid=row.uid,
        details=details_of(row.details or {}),
        venue=row.venue_id,
        series=row.series,
        sequence=row.sequence,
        changed_at=row.changed_at,
    )
