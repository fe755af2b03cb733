"""Names that people gave to skills, and what the team made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.skills import Kind
from domain.skills.aliases import Alias, folded
from storage.engines import insert_or_ignore
from storage.tables import AliasRow

Stamp = tuple[int, int]
"""Changes whenever a name is kept."""


@dataclass(frozen=True)
class Aliases:
    """The further names of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def propose(
        self, text: str, language: str, kind: Kind, *, by: int, now: datetime
    ) -> Alias | None:
        """Keep a name for the team; None when it was proposed before."""
        key = {"fabrique_id": self.fabrique, "folded": folded(text)}
        values = {"text": text, "language": language, "kind": kind.value, "at": now}
        state = {"state": State.PROPOSED.value, "proposed_by": by}
        if not await insert_or_ignore(self.session, AliasRow, {**key, **values, **state}):
            return None
        row = await self.session.scalar(
            select(AliasRow).where(
                AliasRow.fabrique_id == self.fabrique, AliasRow.folded == folded(text)
            )
        )
        return _alias(row) if row else None

    async def teach(
        self, text: str, language: str, kind: Kind, concept: str, *, now: datetime
    ) -> None:
        """Keep a name for a concept at once, as an operator does; a known one stays as it is."""
        values = {
            "fabrique_id": self.fabrique,
            "text": text,
            "folded": folded(text),
            "language": language,
            "kind": kind.value,
            "concept": concept,
            "state": State.APPROVED.value,
            "at": now,
        }
        await insert_or_ignore(self.session, AliasRow, values)

    async def alias(self, number: int) -> Alias | None:
        """A name of this fabrique by number, nobody else's until the transaction ends."""
        row = await self.session.get(AliasRow, number, with_for_update=True, populate_existing=True)
        return _alias(row) if row and row.fabrique_id == self.fabrique else None

    async def in_state(self, state: State) -> Sequence[Alias]:
        """Names proposed, approved or refused, oldest first."""
        rows = await self.session.scalars(
            select(AliasRow)
            .where(AliasRow.fabrique_id == self.fabrique, AliasRow.state == state.value)
            .order_by(AliasRow.id)
        )
        return [_alias(row) for row in rows]

    async def decide(self, number: int, state: State, concept: str | None = None) -> None:
        """Approved for a concept, or refused."""
        row = await self.session.get_one(AliasRow, number)
        row.state, row.concept = state.value, concept
        await self.session.flush()

    async def known(self, texts: Iterable[str]) -> set[str]:
        """Of some names, those, folded, that were proposed before."""
        names = {folded(text) for text in texts}
        rows = await self.session.scalars(
            select(AliasRow.folded).where(
                AliasRow.fabrique_id == self.fabrique, AliasRow.folded.in_(names)
            )
        )
        return set(rows)

    async def stamp(self) -> Stamp:
        """Another one when a name was kept since."""
        row = await self.session.execute(
            select(func.count(), func.coalesce(func.sum(AliasRow.id), 0)).where(
                AliasRow.fabrique_id == self.fabrique, AliasRow.state == State.APPROVED.value
            )
        )
        count, total = row.one()
        return int(count), int(total)


def _alias(row: AliasRow) -> Alias:
    return Alias(
        id=row.id,
        text=row.text,
        language=row.language,
        kind=Kind(row.kind),
        concept=row.concept,
        state=State(row.state),
        proposed_by=row.proposed_by,
        at=row.at,
    )
