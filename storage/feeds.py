"""Addresses that are read again and again for the agenda."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.feeds import Feed, Kind
from domain.values import Phrase, from_json, to_json
from storage.engines import insert_or_ignore
from storage.tables import EventRow, EventSourceRow, FeedRow, VenueRow


@dataclass(frozen=True)
class Feeds:
    """The addresses that one fabrique reads."""

    session: AsyncSession
    fabrique: int

    async def add(self, address: str, *, by: int, now: datetime) -> bool:
        """Keep an address, due at once; False when it is read already. One that was left is taken
        up again.
        """
        values = {
            "fabrique_id": self.fabrique,
            "address": address,
            "due_at": now,
            "failures": 0,
            "proposed_by": by,
            "added_at": now,
            "missing": [],
        }
        if await insert_or_ignore(self.session, FeedRow, values):
            return True
        known = await self.session.scalar(
            select(FeedRow)
            .where(FeedRow.fabrique_id == self.fabrique, FeedRow.address == address)
            .with_for_update()
        )
        if known is None or known.left_at is None:
            return False
        known.left_at, known.due_at, known.failures, known.told = None, now, 0, False
        known.etag = known.modified = known.trouble = None
        return True

    async def given_by(self, person: int, *, since: datetime) -> tuple[int, int]:
        """How many addresses somebody gave that are read, and how many they gave since a moment."""
        given = (FeedRow.fabrique_id == self.fabrique, FeedRow.proposed_by == person)
        read = select(func.count()).where(*given, FeedRow.left_at.is_(None))
        new = select(func.count()).where(*given, FeedRow.added_at > since)
        return (
            int(await self.session.scalar(read) or 0),
            int(await self.session.scalar(new) or 0),
        )

    async def called(self, address: str) -> str:
        """What an address is called: its place, where one is named."""
        name = await self.session.scalar(
            select(VenueRow.name)
            .join(FeedRow, FeedRow.venue_id == VenueRow.id)
            .where(FeedRow.fabrique_id == self.fabrique, FeedRow.address == address)
        )
        return name or address

    async def all(self) -> Sequence[Feed]:
        """Every address, those no longer read last, then by address."""
        rows = await self.session.scalars(
            select(FeedRow)
            .where(FeedRow.fabrique_id == self.fabrique)
            .order_by(FeedRow.left_at.is_not(None), FeedRow.address)
        )
        return [_feed(row) for row in rows]

    async def feed(self, number: int) -> Feed | None:
        """An address of this fabrique by number, until the end of the transaction its own."""
        row = await self.session.get(FeedRow, number, with_for_update=True)
        return _feed(row) if row and row.fabrique_id == self.fabrique else None

    async def due(self, now: datetime) -> Sequence[Feed]:
        """Addresses of every fabrique that should be read now."""
        rows = await self.session.scalars(
            select(FeedRow)
            .where(FeedRow.due_at <= now, FeedRow.left_at.is_(None))
            .order_by(FeedRow.due_at, FeedRow.id)
        )
        return [_feed(row) for row in rows]

    async def next_due(self, *, beside: Collection[int] = ()) -> datetime | None:
        """When the next address should be read, those that are being read aside."""
        return await self.session.scalar(
            select(func.min(FeedRow.due_at)).where(
                FeedRow.left_at.is_(None), FeedRow.id.not_in(beside)
            )
        )

    async def keep(self, feed: Feed) -> None:
        """Write down how an address stands."""
        row = await self.session.get_one(FeedRow, feed.id)
        row.failures, row.due_at, row.left_at = feed.failures, feed.due_at, feed.left_at
        row.kind, row.venue_id = feed.kind, feed.venue
        row.etag, row.modified = feed.etag, feed.modified
        row.listed, row.missing, row.told = feed.listed, list(feed.missing), feed.told
        row.read_at, row.answered_at = feed.read_at, feed.answered_at
        row.trouble = _kept(feed.trouble)

    async def heard(self, feed: Feed, now: datetime) -> Mapping[str, int]:
        """Events to come that an address has told, in any state, by the UID it gives them; among
        them those that another source told first.
        """
        coming = (EventRow.fabrique_id == self.fabrique, EventRow.start > now)
        own = select(EventRow.uid, EventRow.id).where(*coming, EventRow.source == feed.address)
        beside = (
            select(EventSourceRow.uid, EventSourceRow.event_id)
            .join(EventRow, EventRow.id == EventSourceRow.event_id)
            .where(*coming, EventSourceRow.source == feed.address)
        )
        found = [*await self.session.execute(own), *await self.session.execute(beside)]
        return {row[0]: row[1] for row in found}

    async def stand_at(self, feed: Feed, venue: int) -> None:
        """What an address tells happens at its place, unless it says where."""
        await self.session.execute(
            update(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.source == feed.address,
                EventRow.venue_id.is_(None),
                EventRow.place == "",
                EventRow.state.in_((State.PROPOSED, State.APPROVED)),
            )
            .values(venue_id=venue)
        )


def _kept(trouble: Phrase | None) -> dict[str, object] | None:
    if trouble is None:
        return None
    return {
        "id": trouble.id,
        "values": {name: to_json(one) for name, one in trouble.values.items()},
    }


def _trouble(kept: dict[str, object] | None) -> Phrase | None:
    match kept:
        case {"id": str(name), "values": dict(values)}:
            return Phrase(name, {key: from_json(one) for key, one in values.items()})
    return None


def _feed(row: FeedRow) -> Feed:
    return Feed(
        id=row.id,
        address=row.address,
        failures=row.failures,
        proposed_by=row.proposed_by,
        fabrique=row.fabrique_id,
        due_at=row.due_at,
        kind=Kind(row.kind),
        venue=row.venue_id,
        etag=row.etag,
        modified=row.modified,
        listed=row.listed,
        told=row.told,
        trouble=_trouble(row.trouble),
        read_at=row.read_at,
        answered_at=row.answered_at,
        missing=tuple(row.missing),
        left_at=row.left_at,
    )
