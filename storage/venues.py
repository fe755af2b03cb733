"""Places where things happen, as a fabrique knows them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import Access
from domain.venues import Venue
from storage.engines import insert_or_ignore
from storage.tables import EventRow, FeedRow, VenuePersonRow, VenueRow


@dataclass(frozen=True)
class Venues:
    """The places of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def all(self) -> Sequence[Venue]:
        """Every place, by name."""
        rows = await self.session.scalars(
            select(VenueRow)
            .where(VenueRow.fabrique_id == self.fabrique)
            .order_by(VenueRow.name, VenueRow.id)
        )
        return [_venue(row) for row in rows]

    async def venue(self, number: int) -> Venue | None:
        """A place of this fabrique by number."""
        row = await self.session.get(VenueRow, number)
        return _venue(row) if row and row.fabrique_id == self.fabrique else None

    async def name_speaker(self, venue: int, person: int) -> None:
        """Let somebody speak for a place from now on."""
        await insert_or_ignore(
            self.session, VenuePersonRow, {"venue_id": venue, "person_id": person}
        )

    async def unname_speaker(self, venue: int, person: int) -> None:
        """Let somebody speak for a place no more."""
        await self.session.execute(
            delete(VenuePersonRow).where(
                VenuePersonRow.venue_id == venue, VenuePersonRow.person_id == person
            )
        )

    async def speakers(self, venue: int) -> Sequence[int]:
        """Those whom the team named as speaking for a place."""
        rows = await self.session.scalars(
            select(VenuePersonRow.person_id)
            .where(VenuePersonRow.venue_id == venue)
            .order_by(VenuePersonRow.person_id)
        )
        return list(rows)

    async def spoken_by(self, person: int) -> Collection[int]:
        """The trusted places for which the team named somebody."""
        rows = await self.session.scalars(
            select(VenueRow.id)
            .join(VenuePersonRow, VenuePersonRow.venue_id == VenueRow.id)
            .where(
                VenueRow.fabrique_id == self.fabrique,
                VenueRow.trusted,
                VenuePersonRow.person_id == person,
            )
        )
        return set(rows)

    async def trusts(self, venue: int | None, person: int) -> bool:
        """Whether what somebody announces at a place is approved by itself."""
        row = await self.session.get(VenueRow, venue) if venue else None
        if row is None or row.fabrique_id != self.fabrique or not row.trusted:
            return False
        return person in await self.speakers(row.id)

    async def keep(self, venue: Venue) -> Venue:
        """Write a place down as it is now known; one without a number is new."""
        row = await self.session.get(VenueRow, venue.id) if venue.id else None
        if row is None:
            row = VenueRow(fabrique_id=self.fabrique)
            self.session.add(row)
        row.name, row.aliases = venue.name, list(venue.aliases)
        row.address, row.district, row.commune = venue.address, venue.district, venue.commune
        row.latitude, row.longitude = venue.latitude, venue.longitude
        row.access, row.trusted = [str(one) for one in venue.access], venue.trusted
        await self.session.flush()
        return _venue(row)

    async def forget(self, number: int) -> None:
        """Know a place no more; what happens there keeps its words."""
        of_it = (VenueRow.id == number, VenueRow.fabrique_id == self.fabrique)
        if await self.session.scalar(select(VenueRow.id).where(*of_it)) is None:
            return
        for table in (EventRow, FeedRow):
            await self.session.execute(
                update(table).where(table.venue_id == number).values(venue_id=None)
            )
        await self.session.execute(delete(VenuePersonRow).where(VenuePersonRow.venue_id == number))
        await self.session.execute(delete(VenueRow).where(*of_it))


def _venue(row: VenueRow) -> Venue:
    return Venue(
        id=row.id,
        name=row.name,
        aliases=tuple(row.aliases),
        address=row.address,
        district=row.district,
        commune=row.commune,
        latitude=row.latitude,
        longitude=row.longitude,
        access=tuple(Access(one) for one in row.access),
        trusted=row.trusted,
    )
