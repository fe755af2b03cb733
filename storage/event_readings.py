"""What sources tell of events: kept when it is new, compared with what they said before when not.

Must not know who is told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.event_said import changed, facts_in, otherwise, said_of
from domain.events import Event, FoundEvent, State, Status
from domain.overlays import Laid, Made
from domain.people import fold
from domain.twins import contained
from domain.venues import Venue
from storage.event_rows import changing
from storage.event_twins import EventTwins
from storage.event_writing import change, event_in, new_row, settle, stand_at
from storage.tables import EventChangeRow, EventRow, EventSourceRow
from storage.venues import Venues

OPEN = (State.PROPOSED, State.APPROVED)
AT_ONCE = 400
"""UIDs that one query looks for."""


@dataclass(frozen=True)
class Reading:
    """What was read where, and who is answerable: `by` is nobody for what we announce ourselves.

    `follows`: it is read again and again. `state` is what a new event is, where it is `at` the
    place whose calendar it is, or says no place; what waits all the same may have a batch of its
    own, `aside`, so that both can be decided about apart.
    """

    source: str
    batch: str
    by: int | None
    follows: bool = False
    state: State = State.PROPOSED
    at: Venue | None = None
    now: datetime | None = None
    aside: str = ""


@dataclass(frozen=True)
class Taken:
    """What became of a reading: events that are new, approved ones whose new words wait, and those
    that take place otherwise from now on.
    """

    fresh: Sequence[Event]
    revised: Sequence[int]
    changed: Sequence[Made] = ()


@dataclass
class EventReadings:
    """One reading, in the agenda of one fabrique."""

    session: AsyncSession
    fabrique: int
    reading: Reading
    _venues: Sequence[Venue] = ()
    _fresh: list[EventRow] = field(default_factory=list)
    _revised: list[int] = field(default_factory=list)
    _changed: list[tuple[EventChangeRow, Laid]] = field(default_factory=list)
    _own: dict[str, EventRow] = field(default_factory=dict)
    _others: dict[str, EventRow] = field(default_factory=dict)
    _joined: dict[str, EventSourceRow] = field(default_factory=dict)

    async def take_in(self, found: Sequence[FoundEvent]) -> Taken:
        """Keep what is new under one batch; an event known by its UID is not proposed twice."""
        self._venues = await Venues(self.session, self.fabrique).all()
        listed = {one.uid for one in found}
        await self._look_up(listed)
        for one in found:
            await self._take(one, listed)
        await self.session.flush()
        if self.reading.by is not None:
            for row in self._fresh:
                await EventTwins(self.session, self.fabrique).doubtful(row)
        fresh = [event_in(row) for row in self._fresh]
        made = [Made(row.id, laid) for row, laid in self._changed]
        return Taken(fresh, self._revised, tuple(made))

    async def _take(self, one: FoundEvent, listed: set[str]) -> None:
        if self.reading.follows and one.uid not in {*self._joined, *self._own}:
            await self._recognise(one, listed)
        mark, own = self._joined.get(one.uid), self._own.get(one.uid)
        other = self._others.get(one.uid)
        if mark is not None:
            await self._hear_beside(await self.session.get_one(EventRow, mark.event_id), one, mark)
        elif own is not None:
            self._hear_own(own, one)
        elif other is not None and _alike(other, one):
            await self._join(other, one)
        else:
            await self._keep(one)

    async def _look_up(self, uids: Iterable[str]) -> None:
        """What is known under these UIDs: this source's own, and others' that are open."""
        source, wanted = self.reading.source, sorted(uids)
        for place in range(0, len(wanted), AT_ONCE):
            some = wanted[place : place + AT_ONCE]
            rows = await self.session.scalars(
                select(EventRow)
                .where(EventRow.fabrique_id == self.fabrique, EventRow.uid.in_(some))
                .order_by(EventRow.id)
            )
            for row in rows:
                if row.source == source:
                    self._own[row.uid] = row
                elif row.state in OPEN:
                    self._others.setdefault(row.uid, row)
            marks = await self.session.scalars(self._marks(some))
            self._joined |= {mark.uid: mark for mark in marks}

    def _marks(self, uids: Sequence[str]) -> Any:
        return select(EventSourceRow).where(
            EventSourceRow.fabrique_id == self.fabrique,
            EventSourceRow.source == self.reading.source,
            EventSourceRow.uid.in_(uids),
        )

    async def _recognise(self, one: FoundEvent, listed: set[str]) -> None:
        """Find an event under the UID that its source gave it before: it told the same title at the
        same hour and place, and lists that UID no more.
        """
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.source == self.reading.source,
                EventRow.start == one.start,
            )
            .order_by(EventRow.id)
        )
        for row in rows:
            if row.uid not in listed and _is_renamed(row, one):
                for mark in await self.session.scalars(self._marks([row.uid])):
                    mark.uid, self._joined[one.uid] = one.uid, mark
                row.uid, self._own[one.uid] = one.uid, row
                return

    async def _keep(self, one: FoundEvent) -> None:
        reading = self.reading
        row = new_row(
            one, fabrique=self.fabrique, source=reading.source, batch=reading.batch, by=reading.by
        )
        row.changed_at = reading.now
        self._settle(row)
        row.state = reading.state if self._trusted(row) else State.PROPOSED
        row.proposed_at = reading.now
        if row.state == State.PROPOSED and reading.aside:
            row.batch = reading.aside
        if reading.by is None or not await self._told_before(row, one):
            self.session.add(row)
            self._own[one.uid] = row
            self._fresh.append(row)

    def _settle(self, row: EventRow) -> None:
        if self.reading.at is not None and not row.place:
            stand_at(row, self.reading.at)
        settle(row, self._venues)

    async def _told_before(self, row: EventRow, one: FoundEvent) -> bool:
        """Whether a new row tells of an event that another source told of; what it says more is
        kept there, as long as nobody approved the words.
        """
        twins = EventTwins(self.session, self.fabrique)
        same = await twins.certain(row)
        if same is None:
            return False
        trusted = row.state == State.APPROVED
        await twins.join(same, row, enrich=trusted or same.state == State.PROPOSED)
        if self.reading.follows:
            [mark] = await self.session.scalars(self._marks([one.uid]))
            mark.heard = said_of(one) | {"status": str(Status.SCHEDULED)}
            self._joined[one.uid] = mark
            await self._hear_beside(same, one, mark)
        return True

    async def _join(self, row: EventRow, one: FoundEvent) -> None:
        """An event that came by another way first is heard of here from now on."""
        if not self.reading.follows:
            return
        mark = EventSourceRow(
            fabrique_id=self.fabrique,
            event_id=row.id,
            source=self.reading.source,
            uid=one.uid,
            heard=row.heard,
        )
        self.session.add(mark)
        self._joined[one.uid] = mark
        await self._hear_beside(row, one, mark)

    def _hear_own(self, row: EventRow, one: FoundEvent) -> None:
        """A followed source changes its event; a file only its sender's own, while it waits."""
        reading = self.reading
        own = row.state == State.PROPOSED and row.proposed_by == reading.by
        if not (reading.follows or own):
            return
        said = said_of(one)
        new = changed(row.heard or _as_known(row, said), said)
        row.heard = said
        if row.state != State.APPROVED or self._trusted(row):
            row.revision = None
            self._change(row, new)
        else:
            facts = facts_in(new)
            self._change(row, facts)
            self._revise(row, {name: new[name] for name in new if name not in facts})
        if reading.at is not None and not row.place and not one.place:
            stand_at(row, reading.at)
            row.sequence, row.changed_at = (row.sequence or 0) + 1, reading.now

    async def _hear_beside(self, row: EventRow, one: FoundEvent, mark: EventSourceRow) -> None:
        """Another source of an event changes what people rely on: at once where the team trusts
        it or said itself that the two are one, else it is asked.
        """
        if not self.reading.follows:
            return
        said, mine = said_of(one), self._own.get(one.uid)
        before = mark.heard or (mine.heard if mine is not None else None) or _as_known(row, said)
        mark.heard = said
        facts = facts_in(changed(before, said))
        if row.state != State.APPROVED or mine is not None or self._trusted(row):
            self._change(row, facts)
        else:
            self._revise(row, facts)

    def _change(self, row: EventRow, said: dict[str, Any]) -> None:
        if not said:
            return
        before = event_in(row)
        change(row, said, self._venues, self.reading.now)
        laid = Laid(before, event_in(row))
        if before.state is State.APPROVED and laid.matters and self.reading.by is not None:
            self._note(laid)

    def _note(self, laid: Laid) -> None:
        """Write down what an address made of an approved event, so that it can be taken back."""
        row = EventChangeRow(
            event_id=laid.now.id,
            before=changing(laid.before),
            after=changing(laid.now),
            by_id=None,
            at=self.reading.now,
        )
        self.session.add(row)
        self._changed.append((row, laid))

    def _revise(self, row: EventRow, said: dict[str, Any]) -> None:
        """Let new words wait beside the approved ones, those that waited before with them."""
        waiting = otherwise(said_of(event_in(row)), {**(row.revision or {}), **said})
        if waiting and waiting != row.revision:
            self._revised.append(row.id)
        row.revision = waiting or None

    def _trusted(self, row: EventRow) -> bool:
        """Whether the source's word is enough for this event: at its place, or at none that is
        said.
        """
        reading = self.reading
        if reading.by is None:
            return True
        if reading.state is not State.APPROVED:
            return False
        if reading.at is None:
            trusted = {one.id for one in self._venues if one.trusted}
            return row.venue_id is None or row.venue_id in trusted
        address = fold(reading.at.address)
        there = not row.place or (bool(address) and address in fold(row.place))
        return row.venue_id == reading.at.id or (row.venue_id is None and there)


def _is_renamed(row: EventRow, one: FoundEvent) -> bool:
    """Whether its source told this of it before; two of one title and hour are at two places."""
    heard = row.heard or {}
    before = (heard.get("title", row.title), heard.get("place", row.place))
    return [fold(part) for part in before] == [fold(one.title), fold(one.place)]


def _alike(row: EventRow, one: FoundEvent) -> bool:
    """Whether it is one event under its UID: some calendars only number theirs."""
    return contained(row.title, one.title)


def _as_known(row: EventRow, said: dict[str, Any]) -> dict[str, Any]:
    """What a source must have said of an event that was kept before this was written down: what it
    tells besides then is no change.
    """
    known = said_of(event_in(row))
    return said | {
        name: known[name]
        for name in ("title", "start", "end", "all_day", "place", "link", "status")
    }
