"""What people ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.needs import Need, NeedState
from domain.skills import Kind
from storage.tables import NeedRow


@dataclass(frozen=True)
class Needs:
    """The needs of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def ask(self, person: int, text: str, *, now: datetime) -> Need:
        """Keep a need."""
        row = NeedRow(
            fabrique_id=self.fabrique, person_id=person, text=text, state=NeedState.OPEN, at=now
        )
        self.session.add(row)
        await self.session.flush()
        return need_from(row)

    async def need(self, number: int) -> Need | None:
        """A need of this fabrique by number."""
        row = await self.session.get(NeedRow, number, with_for_update=True)
        return need_from(row) if row and row.fabrique_id == self.fabrique else None

    async def fill(self, need: Need) -> None:
        """Somebody helps: nobody else is asked."""
        (await self.session.get_one(NeedRow, need.id)).state = NeedState.FILLED


def need_from(row: NeedRow) -> Need:
    """A need as its row keeps it."""
    return Need(
        row.id,
        row.person_id,
        row.text,
        NeedState(row.state),
        row.at,
        kind=Kind(row.kind),
        concept=row.concept,
        deadline=row.deadline,
        remote=row.remote,
        place=row.place,
        commune=row.commune,
        minutes=row.minutes,
        names_asker=row.names_asker,
        in_digest=row.in_digest,
    )
