"""Proposals that wait for the team, and those whose day passed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.event_waits import Waiting
from domain.events import State
from storage.events import Events
from storage.tables import EventRow


@dataclass(frozen=True)
class EventWaits:
    """What of one fabrique's proposals waits."""

    session: AsyncSession
    fabrique: int

    async def all(self) -> Sequence[Waiting]:
        """Each batch with something proposed, who waits longest first."""
        rows = await self.session.scalars(
            select(EventRow).where(
                EventRow.fabrique_id == self.fabrique, EventRow.state == State.PROPOSED
            )
        )
        known = {row.id: row for row in rows}
        found = []
        for batch, events in await Events(self.session, self.fabrique).waiting():
            these = [known[one.id] for one in events]
            since = [row.proposed_at for row in these if row.proposed_at is not None]
            reminded = [row.reminded_at for row in these if row.reminded_at is not None]
            in_order = tuple(sorted(events, key=lambda one: (one.start, one.id)))
            found.append(
                Waiting(batch, in_order, min(since, default=None), max(reminded, default=None))
            )
        return found

    async def reminded(self, numbers: Collection[int], now: datetime) -> None:
        """The team was reminded of these."""
        await self.session.execute(
            update(EventRow).where(EventRow.id.in_(numbers)).values(reminded_at=now)
        )

    async def pass_by(self, batch: str, numbers: Collection[int]) -> bool:
        """These do not wait any more: their day is past. Whether they are the first of a batch to
        be so.
        """
        before = await self.session.scalar(
            select(EventRow.id)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.batch == batch,
                EventRow.state == State.PASSED,
            )
            .limit(1)
        )
        await self.session.execute(
            update(EventRow)
            .where(EventRow.id.in_(numbers), EventRow.state == State.PROPOSED)
            .values(state=State.PASSED)
        )
        return before is None
