"""New words of sources for events that the team approved: they wait beside the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.event_said import Revision
from domain.events import State
from storage.event_writing import change, event_in
from storage.tables import EventRow
from storage.venues import Venues


@dataclass(frozen=True)
class EventRevisions:
    """The new words that wait in one fabrique."""

    session: AsyncSession
    fabrique: int

    async def waiting(self, *, since: datetime) -> Sequence[Revision]:
        """Those of events that are not over, the soonest first."""
        rows = await self.session.scalars(
            select(EventRow)
            .where(
                EventRow.fabrique_id == self.fabrique,
                EventRow.revision.is_not(None),
                EventRow.state == State.APPROVED,
                func.coalesce(EventRow.end, EventRow.start) >= since,
            )
            .order_by(EventRow.start, EventRow.id)
        )
        return [Revision(event_in(row), row.revision or {}) for row in rows]

    async def of(self, event: int) -> Revision | None:
        """The new words for an event, until the end of the transaction its own."""
        row = await self._row(event)
        return Revision(event_in(row), row.revision) if row and row.revision else None

    async def settle(self, event: int, *, taken: bool, now: datetime) -> None:
        """Keep what the team said: the new words stand from now on, or the old ones do, until the
        source changes its words again.
        """
        row = await self._row(event)
        if row is None:
            return
        said, row.revision = row.revision or {}, None
        if taken:
            change(row, said, await Venues(self.session, self.fabrique).all(), now)
        await self.session.flush()

    async def _row(self, event: int) -> EventRow | None:
        row = await self.session.get(EventRow, event, with_for_update=True)
        known = row is not None and row.fabrique_id == self.fabrique
        return row if row and known and row.state == State.APPROVED else None
