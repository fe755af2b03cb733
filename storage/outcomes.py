"""What came of answers: right or wrong, with the figures behind them, and nobody's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.permanence import Band
from storage.tables import OutcomeRow


@dataclass(frozen=True)
class Outcome:
    """One answer that somebody judged; `features` are those of its findings."""

    at: datetime
    band: Band
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True)
class Outcomes:
    """The outcomes of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def note(self, outcome: Outcome) -> None:
        """Keep what came of an answer."""
        row = OutcomeRow(
            fabrique_id=self.fabrique,
            at=outcome.at,
            band=outcome.band.value,
            features=dict(outcome.features),
            right=outcome.right,
        )
        self.session.add(row)
        await self.session.flush()

    async def all(self) -> Sequence[Outcome]:
        """Every outcome, oldest first."""
        rows = await self.session.scalars(
            select(OutcomeRow)
            .where(OutcomeRow.fabrique_id == self.fabrique)
            .order_by(OutcomeRow.id)
        )
        return [Outcome(row.at, Band(row.band), row.features, row.right) for row in rows]
