"""What people ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.needs import Need, NeedState
from domain.skills import Kind
from storage.tables import NeedRow

SEEKING = (NeedState.OPEN.value, NeedState.UNMET.value)
"""Needs for which somebody may still be found."""


@dataclass(frozen=True)
class Needs:
    """The needs of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def ask(self, person: int, text: str, *, now: datetime) -> Need:
        """Keep a need of which nothing but the words is known, open at once."""
        return await self.keep(Need(0, person, text, NeedState.OPEN, now, subject=text))

    async def keep(self, need: Need) -> Need:
        """Keep a new need; its number is given here."""
        row = NeedRow(fabrique_id=self.fabrique, **_values(need))
        self.session.add(row)
        await self.session.flush()
        return need_from(row)

    async def need(self, number: int) -> Need | None:
        """A need of this fabrique by number."""
        row = await self.session.get(NeedRow, number, with_for_update=True)
        return need_from(row) if row and row.fabrique_id == self.fabrique else None

    async def of(self, person: int) -> Sequence[Need]:
        """What somebody still looks for, oldest first."""
        mine = NeedRow.person_id == person, NeedRow.state.in_(SEEKING)
        return await self._which(*mine)

    async def update(self, need: Need, *, now: datetime) -> None:
        """Keep how a need stands now, and when it came to an end."""
        row = await self.session.get_one(NeedRow, need.id)
        for name, value in _values(need).items():
            setattr(row, name, value)
        over = need.state in (NeedState.CLOSED, NeedState.EXPIRED, NeedState.FILLED)
        row.closed_at = (row.closed_at or now) if over else None

    async def fill(self, need: Need) -> None:
        """Somebody helps: nobody else is asked."""
        (await self.session.get_one(NeedRow, need.id)).state = NeedState.FILLED

    async def _which(self, *conditions: object) -> Sequence[Need]:
        rows = await self.session.scalars(
            select(NeedRow)
            .where(NeedRow.fabrique_id == self.fabrique, *conditions)  # type: ignore[arg-type]
            .order_by(NeedRow.id)
        )
        return [need_from(row) for row in rows]


def _values(need: Need) -> Mapping[str, object]:
    """The columns of a need, but its number."""
    values = asdict(need)
    person = values.pop("person")
    del values["id"]
    return values | {"person_id": person, "state": need.state.value, "kind": need.kind.value}


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
        subject=row.subject,
        urgent=row.urgent,
        named_in_digest=row.named_in_digest,
        group_id=row.group_id,
    )
