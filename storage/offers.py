"""What people can do or lend, in their words, with the concept they confirmed; and all of it at
once, for whoever searches it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.matching import Offer
from domain.offers import Offered
from domain.skills import Kind
from domain.skills.aliases import folded
from storage.engines import insert_or_ignore
from storage.tables import OfferRow


class Stamp(NamedTuple):
    """What tells whether offers are still as they were read: how many, and sums over them."""

    size: int
    newest: int
    at: datetime | None
    people: int
    refused: int
    understood: int
    meaning: int

    def with_newer(self, newer: Sequence[Offer]) -> Stamp:
        """What it would be if these had come since, and nothing else had changed; `at` aside."""
        keys = [(one.id, one.concept) for one in newer if one.concept is not None]
        return Stamp(
            self.size + len(newer),
            newer[-1].id,
            self.at,
            self.people + sum(one.person for one in newer),
            self.refused + sum(one.refused for one in newer),
            self.understood + len(keys),
            self.meaning + sum(number * len(key) for number, key in keys),
        )


PIECE = 500
"""Offers read at a time: more would hold everybody else up for longer than a few milliseconds."""


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

    async def refuse(self, number: int, *, now: datetime) -> None:
        """Somebody is not asked for an offer of theirs any more, until they offer it again."""
        same = update(OfferRow).where(OfferRow.id == number, OfferRow.refused_at.is_(None))
        await self.session.execute(same.values(refused_at=now))

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

    async def all(self, *, after: int = 0) -> Sequence[Offer]:
        """Every offer of the fabrique with a number above, read a piece at a time, between which
        others have a turn.
        """
        found: list[Offer] = []
        while piece := await self._piece(OfferRow.id > (found[-1].id if found else after)):
            found += piece
        return found

    async def stamp(self) -> Stamp:
        """Another one whenever an offer came, went, changed hands or was understood otherwise."""
        row = OfferRow
        found = await self.session.execute(
            select(
                func.count(),
                func.coalesce(func.max(row.id), 0),
                func.max(row.at),
                func.coalesce(func.sum(row.person_id), 0),
                func.count(row.refused_at),
                func.count(row.concept),
                func.coalesce(func.sum(row.id * func.length(row.concept)), 0),
            ).where(row.fabrique_id == self.fabrique)
        )
        return Stamp(*found.one())

    async def _piece(self, which: ColumnElement[bool]) -> list[Offer]:
        row = OfferRow
        rows = await self.session.execute(
            select(row.id, row.person_id, row.text, row.concept, row.refused_at)
            .where(row.fabrique_id == self.fabrique, which)
            .order_by(row.id)
            .limit(PIECE)
        )
        return [
            Offer(number, person, text, concept, refused is not None)
            for number, person, text, concept, refused in rows
        ]

    async def _those(self, *those: ColumnElement[bool]) -> list[Offered]:
        rows = await self.session.scalars(
            select(OfferRow)
            .where(OfferRow.fabrique_id == self.fabrique, *those)
            .order_by(OfferRow.id)
        )
        return [_offered(row) for row in rows]


def _offered(row: OfferRow) -> Offered:
    return Offered(row.id, row.person_id, row.text, Kind(row.kind), row.concept, row.at)
