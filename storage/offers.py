"""What people can do or lend, in their words, with the concept they confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offers import Offered
from domain.skills import Kind
from domain.skills.aliases import folded
from storage.engines import insert_or_ignore
from storage.tables import OfferRow


@dataclass(frozen=True)
class Offers:
    """The offers of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def keep(
        self, person: int, text: str, kind: Kind, concept: str | None, *, now: datetime
    ) -> None:
        """Keep what somebody offers; said again, it is theirs again where they had refused it, and
        read again where nobody had said what it means.
        """
        values = {"person_id": person, "text": text, "at": now}
        meant = {"kind": kind.value, "concept": concept}
        key = {"fabrique_id": self.fabrique}
        if await insert_or_ignore(self.session, OfferRow, {**key, **values, **meant}):
            return
        same = update(OfferRow).where(OfferRow.person_id == person, OfferRow.text == text)
        await self.session.execute(same.values(refused_at=None))
        await self.session.execute(same.where(OfferRow.concept.is_(None)).values(at=now, **meant))

    async def of(self, person: int) -> Sequence[Offered]:
        """What one person offers, oldest first."""
        return await self._those(OfferRow.person_id == person)

    async def offer(self, number: int) -> Offered | None:
        """An offer of this fabrique by number, nobody else's until the transaction ends."""
        row = await self.session.get(OfferRow, number, with_for_update=True, populate_existing=True)
        return _offered(row) if row and row.fabrique_id == self.fabrique else None

    async def mean(self, number: int, kind: Kind, concept: str | None) -> None:
        """Keep which concept is meant, or that none of ours is."""
        row = await self.session.get_one(OfferRow, number)
        row.kind, row.concept = kind.value, concept
        await self.session.flush()

    async def mean_by_name(self, text: str, kind: Kind, concept: str) -> None:
        """Let everybody's offer of a name that was just kept mean its concept."""
        for one in await self._those(OfferRow.concept.is_(None)):
            if folded(one.text) == folded(text):
                await self.mean(one.id, kind, concept)

    async def withdraw(self, number: int) -> None:
        """Take one offer back."""
        await self.session.execute(delete(OfferRow).where(OfferRow.id == number))

    async def withdraw_all(self, person: int, *, since: datetime | None = None) -> None:
        """Take all offers of a person back, or those made from a moment on."""
        those = [OfferRow.fabrique_id == self.fabrique, OfferRow.person_id == person]
        if since is not None:
            those.append(OfferRow.at >= since)
        await self.session.execute(delete(OfferRow).where(*those))

    async def _those(self, *those: ColumnElement[bool]) -> list[Offered]:
        rows = await self.session.scalars(
            select(OfferRow)
            .where(OfferRow.fabrique_id == self.fabrique, *those)
            .order_by(OfferRow.id)
        )
        return [_offered(row) for row in rows]


def _offered(row: OfferRow) -> Offered:
    return Offered(row.id, row.person_id, row.text, Kind(row.kind), row.concept, row.at)
