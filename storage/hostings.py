"""Get-togethers that allies host; day, hour and sign-ups are kept as those of any meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import HOSTED, State, Status
from domain.hosting import LASTS, Hosting, HostingState, event_of
from domain.meetings import MeetingState
from storage.engines import insert_or_ignore
from storage.events import Events
from storage.kept_places import place_from, place_kept
from storage.tables import GatheringRow, HostingRow, SignUpRow

KIND = HOSTED


@dataclass(frozen=True)
class Hostings:
    """The hosted get-togethers of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def offer(self, hosting: Hosting) -> Hosting | None:
        """Keep an offer to host; None when the same person offered that day before."""
        issue = f"{hosting.day}:{hosting.host}"
        values = {
            "fabrique_id": self.fabrique,
            "kind": KIND,
            "issue": issue,
            "day": hosting.day,
            "at": hosting.at,
            "minutes": int(LASTS.total_seconds() // 60),
            "link": hosting.details,
            "state": MeetingState.PLANNED,
            "sequence": 0,
        }
        if not await insert_or_ignore(self.session, GatheringRow, values):
            return None
        gathering = (
            await self.session.scalars(
                select(GatheringRow.id).where(
                    GatheringRow.fabrique_id == self.fabrique,
                    GatheringRow.kind == KIND,
                    GatheringRow.issue == issue,
                )
            )
        ).one()
        row = HostingRow(
            fabrique_id=self.fabrique,
            gathering_id=gathering,
            person_id=hosting.host,
            place=hosting.place,
            town=place_kept(hosting.town),
            seats=hosting.seats,
            state=hosting.state,
            told_upto=0,
            offered_at=hosting.offered_at,
        )
        self.session.add(row)
        await self.session.flush()
        return replace(hosting, id=row.id, gathering=gathering)

    async def hosting(self, number: int) -> Hosting | None:
        """A get-together of this fabrique about to change, or to be signed up for: the last seat
        is taken by one person.
        """
        row = await self.session.get(
            HostingRow, number, with_for_update=True, populate_existing=True
        )
        if row is None or row.fabrique_id != self.fabrique:
            return None
        return _hosting(row, await self.session.get_one(GatheringRow, row.gathering_id))

    async def change(self, hosting: Hosting) -> None:
        """Keep what became of it."""
        row = await self.session.get_one(HostingRow, hosting.id)
        row.state = hosting.state
        await self.session.flush()

    async def publish(self, hosting: Hosting, *, zone: ZoneInfo, slug: str) -> None:
        """Bring the agenda's line up to date; a get-together that was never there adds none."""
        event = event_of(hosting, zone, slug)
        events = Events(self.session, self.fabrique)
        for one in await events.take_in(
            [event], source=KIND, batch=f"{KIND}-{hosting.id}", by=None, follows=True
        ):
            if event.status is Status.SCHEDULED:
                await events.decide(one.id, State.APPROVED)

    async def to_come(self, today: date) -> Sequence[Hosting]:
        """Those that people may count on, the soonest first."""
        return await self._where(
            HostingRow.state == HostingState.APPROVED, GatheringRow.day >= today
        )

    async def waiting(self) -> Sequence[Hosting]:
        """Those that wait for the team's word, who waits longest first."""
        found = await self._where(HostingRow.state == HostingState.ASKED)
        return sorted(found, key=lambda one: (one.offered_at, one.id))

    async def of(self, host: int, today: date) -> Sequence[Hosting]:
        """Those that somebody is going to host, or would."""
        return await self._where(
            HostingRow.person_id == host,
            HostingRow.state.in_((HostingState.ASKED, HostingState.APPROVED)),
            GatheringRow.day >= today,
        )

    async def in_month(self, month: date) -> bool:
        """Whether somebody hosts in a month, or offered to."""
        found = await self._where(HostingRow.state.in_((HostingState.ASKED, HostingState.APPROVED)))
        return any(one.day.replace(day=1) == month for one in found)

    async def untold(self) -> Sequence[tuple[Hosting, int]]:
        """Those that people near by are still being told of, with the last who was."""
        rows = await self._rows(HostingRow.state == HostingState.APPROVED, ~HostingRow.told)
        return [(_hosting(row, gathering), row.told_upto) for row, gathering in rows]

    async def tell_upto(self, number: int, person: int | None) -> None:
        """Keep up to whom it was told; None when everybody was."""
        row = await self.session.get_one(HostingRow, number)
        row.told = person is None
        row.told_upto = person or row.told_upto
        await self.session.flush()

    async def unasked(self) -> Sequence[Hosting]:
        """Those whose host was not asked yet how it went."""
        return await self._where(HostingRow.state == HostingState.APPROVED, ~HostingRow.asked)

    async def ask(self, number: int) -> None:
        """Keep that its host was asked."""
        (await self.session.get_one(HostingRow, number)).asked = True
        await self.session.flush()

    async def unreminded(self, hosting: Hosting, *, signed_before: datetime) -> bool:
        """Whether anybody who signed up early enough was not reminded of its day."""
        found = await self.session.scalar(
            select(func.count()).where(
                SignUpRow.gathering_id == hosting.gathering,
                SignUpRow.at < signed_before,
                func.coalesce(SignUpRow.day_told, date.min) != hosting.day,
            )
        )
        return bool(found)

    async def signed_up(self, person: int, today: date) -> Sequence[Hosting]:
        """Those that somebody comes to."""
        mine = select(SignUpRow.gathering_id).where(SignUpRow.person_id == person)
        return await self._where(
            HostingRow.state == HostingState.APPROVED,
            GatheringRow.day >= today,
            GatheringRow.id.in_(mine),
        )

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Hosting]:
        return [_hosting(row, gathering) for row, gathering in await self._rows(*conditions)]

    async def _rows(
        self, *conditions: ColumnElement[bool]
    ) -> Sequence[tuple[HostingRow, GatheringRow]]:
        rows = await self.session.execute(
            select(HostingRow, GatheringRow)
            .join(GatheringRow, GatheringRow.id == HostingRow.gathering_id)
            .where(HostingRow.fabrique_id == self.fabrique, *conditions)
            .order_by(GatheringRow.day, GatheringRow.at, HostingRow.id)
        )
        return [(row, gathering) for row, gathering in rows]


def _hosting(row: HostingRow, gathering: GatheringRow) -> Hosting:
    if gathering.at is None:
        raise ValueError("a hosted get-together has an hour")
    return Hosting(
        row.id,
        gathering.id,
        row.person_id,
        gathering.day,
        gathering.at,
        row.place,
        row.seats,
        gathering.link,
        HostingState(row.state),
        row.offered_at,
        place_from(row.town),
    )
