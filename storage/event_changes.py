"""Corrections of events: carried out, kept, and taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import Refusal
from domain.events import Event, State, Status
from domain.overlays import Laid, Made
from domain.people import fold
from storage.event_rows import changed_back, changing
from storage.event_writing import event_in, move
from storage.events import Events
from storage.tables import EventChangeRow, EventRow
from storage.venues import Venues


@dataclass(frozen=True)
class EventChanges:
    """The corrections of one fabrique's events."""

    session: AsyncSession
    fabrique: int

    async def make(self, before: Event, after: Event, *, by: int, now: datetime) -> int:
        """Let an event be another from now on; gives the number under which it is undone."""
        await self._write(before.id, changed_back(after, changing(after)), now)
        row = EventChangeRow(
            event_id=before.id, before=changing(before), after=changing(after), by_id=by, at=now
        )
        self.session.add(row)
        await self.session.flush()
        return row.id

    async def made(self, numbers: Collection[int]) -> Sequence[Made]:
        """Changes by their numbers, as they were made, the first first."""
        found = await self.session.execute(
            select(EventChangeRow, EventRow)
            .join(EventRow, EventRow.id == EventChangeRow.event_id)
            .where(EventRow.fabrique_id == self.fabrique, EventChangeRow.id.in_(numbers))
            .order_by(EventChangeRow.id)
        )
        return [_made(change, event_in(event)) for change, event in found]

    async def undo(self, number: int, *, now: datetime) -> tuple[Event, int | None]:
        """Let an event be as it was before; refuses once somebody changed it again. Gives the
        event as it was, and who had changed it: nobody where an address told so.
        """
        row = await self.session.get(EventChangeRow, number, with_for_update=True)
        event = await Events(self.session, self.fabrique).event(row.event_id) if row else None
        if row is None or event is None:
            raise Refusal("refusal-choice-stale")
        if row.undone_at is not None:
            raise Refusal("refusal-already-decided")
        if changing(event) != row.after:
            raise Refusal("refusal-changed-since")
        row.undone_at = now
        await self._write(event.id, changed_back(event, row.before), now)
        return event, row.by_id

    async def _write(self, number: int, values: dict[str, Any], now: datetime) -> None:
        row = await self.session.get_one(EventRow, number)
        place = row.place
        for name, value in values.items():
            setattr(row, name, value)
        if fold(place) != fold(row.place):
            move(row, await Venues(self.session, self.fabrique).all())
        row.sequence, row.changed_at = (row.sequence or 0) + 1, now
        await self.session.flush()


def _made(change: EventChangeRow, event: Event) -> Made:
    before, after = (_standing(event, one) for one in (change.before, change.after))
    return Made(change.id, Laid(before, after), change.undone_at is not None)


def _standing(event: Event, kept: Mapping[str, Any]) -> Event:
    """An event as it stood then; only what a change may touch is of that time."""
    values = changed_back(event, kept)
    values |= {"state": State(values["state"]), "status": Status(values["status"])}
    return replace(event, **values)
