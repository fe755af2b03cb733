"""Resources that people share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.resources import Draft, Kind, Resource, known_as
from storage.engines import insert_or_ignore
from storage.tables import ResourceRow


@dataclass(frozen=True)
class Resources:
    """The shared resources of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def propose(self, draft: Draft, *, by: int, now: datetime) -> Resource | None:
        """Keep a resource for the team; None when its address is known already. One that was
        refused may be proposed again.
        """
        known = await self.known(draft.address)
        values = {
            "title": draft.title,
            "address": draft.address,
            "kind": draft.kind.value,
            "tags": list(draft.tags),
            "state": State.PROPOSED.value,
            "proposed_by": by,
            "at": now,
        }
        if known is None:
            key = {"fabrique_id": self.fabrique, "known_as": known_as(draft.address)}
            if not await insert_or_ignore(self.session, ResourceRow, {**key, **values}):
                return None
            return await self.known(draft.address)
        if known.state is not State.REFUSED:
            return None
        row = await self.session.get_one(ResourceRow, known.id)
        for name, value in values.items():
            setattr(row, name, value)
        await self.session.flush()
        return _resource(row)

    async def known(self, address: str) -> Resource | None:
        """The resource of an address, however it is spelt."""
        [*found] = await self._those(ResourceRow.known_as == known_as(address))
        return found[0] if found else None

    async def resource(self, number: int) -> Resource | None:
        """A resource of this fabrique by number, nobody else's until the transaction ends."""
        row = await self.session.get(
            ResourceRow, number, with_for_update=True, populate_existing=True
        )
        return _resource(row) if row and row.fabrique_id == self.fabrique else None

    async def in_state(self, state: State) -> Sequence[Resource]:
        """Resources proposed, approved or refused, oldest first."""
        return await self._those(ResourceRow.state == state.value)

    async def decide(self, number: int, state: State) -> None:
        """Approved or refused."""
        row = await self.session.get_one(ResourceRow, number)
        row.state = state.value

    async def rename(self, number: int, title: str) -> None:
        """A title that says more."""
        row = await self.session.get_one(ResourceRow, number)
        row.title = title

    async def _those(self, *those: ColumnElement[bool]) -> list[Resource]:
        rows = await self.session.scalars(
            select(ResourceRow)
            .where(ResourceRow.fabrique_id == self.fabrique, *those)
            .order_by(ResourceRow.id)
        )
        return [_resource(row) for row in rows]


def _resource(row: ResourceRow) -> Resource:
    return Resource(
        id=row.id,
        title=row.title,
        address=row.address,
        kind=Kind(row.kind),
        tags=tuple(row.tags),
        state=State(row.state),
        proposed_by=row.proposed_by,
        at=row.at,
    )
