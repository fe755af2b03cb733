"""Offers, needs, and the introductions between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import Introduction, IntroductionState, Need, NeedState
from domain.matching import Offer
from domain.ranking import Parts, Proposal, parts_kept
from storage.engines import insert_or_ignore
from storage.tables import IntroductionRow, NeedRow, OfferRow


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
class Proposed:
    """Somebody proposed for a need, as it is kept: by which offer, and why."""

    helper: int
    offer: int | None
    exploratory: bool
    parts: Parts | None


@dataclass(frozen=True)
class Matching:
    """Who can help whom in one fabrique."""

    session: AsyncSession
    fabrique: int

    async def offer(self, person: int, text: str, *, now: datetime) -> None:
        """Keep what somebody can do; said twice, it is kept once."""
        await insert_or_ignore(
            self.session,
            OfferRow,
            {"fabrique_id": self.fabrique, "person_id": person, "text": text, "at": now},
        )

    async def withdraw(self, person: int, offer: int) -> None:
        """Take one's own offer back."""
        await self.session.execute(
            delete(OfferRow).where(OfferRow.id == offer, OfferRow.person_id == person)
        )

    async def offers(self, *, after: int = 0) -> Sequence[Offer]:
        """Every offer of the fabrique with a number above, read a piece at a time, between which
        others have a turn.
        """
        found: list[Offer] = []
        while piece := await self._offers(OfferRow.id > (found[-1].id if found else after)):
            found += piece
        return found

    async def offers_stamp(self) -> Stamp:
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

    async def offers_of(self, person: int) -> Sequence[Offer]:
        """What one person offers."""
        return await self._offers(OfferRow.person_id == person)

    async def _offers(self, which: ColumnElement[bool]) -> list[Offer]:
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

    async def ask(self, person: int, text: str, *, now: datetime) -> Need:
        """Keep a need."""
        row = NeedRow(
            fabrique_id=self.fabrique, person_id=person, text=text, state=NeedState.OPEN, at=now
        )
        self.session.add(row)
        await self.session.flush()
        return _need(row)

    async def need(self, number: int) -> Need | None:
        """A need of this fabrique by number."""
        row = await self.session.get(NeedRow, number, with_for_update=True)
        return _need(row) if row and row.fabrique_id == self.fabrique else None

    async def fill(self, need: Need) -> None:
        """Somebody helps: nobody else is asked."""
        (await self.session.get_one(NeedRow, need.id)).state = NeedState.FILLED

    async def propose(
        self, need: Need, proposals: Sequence[Proposal], offers: Mapping[int, int], *, now: datetime
    ) -> None:
        """Keep who was proposed for a need, in which order, by which offer and why."""
        for place, one in enumerate(proposals, start=1):
            values = {
                "fabrique_id": self.fabrique,
                "need_id": need.id,
                "helper_id": one.person,
                "state": IntroductionState.WAITING.value,
                "at": now,
                "place": place,
                "exploratory": one.exploratory,
                "why": one.parts.kept(),
                "offer_id": offers.get(one.person),
            }
            await insert_or_ignore(self.session, IntroductionRow, values)

    async def proposed(self, need: Need) -> Sequence[Proposed]:
        """Who was proposed for a need, in their order."""
        row = IntroductionRow
        rows = await self.session.scalars(
            select(row).where(row.need_id == need.id, row.place > 0).order_by(row.place)
        )
        return [
            Proposed(one.helper_id, one.offer_id, one.exploratory, parts_kept(one.why))
            for one in rows
        ]

    async def introduce(self, need: Need, helper: int, *, now: datetime) -> Introduction | None:
        """Ask a helper; None when they were asked for this need before."""
        values = {
            "fabrique_id": self.fabrique,
            "need_id": need.id,
            "helper_id": helper,
            "state": IntroductionState.WAITING.value,
            "at": now,
        }
        await insert_or_ignore(self.session, IntroductionRow, values)
        row = (
            await self.session.scalars(
                select(IntroductionRow)
                .where(IntroductionRow.need_id == need.id, IntroductionRow.helper_id == helper)
                .with_for_update()
            )
        ).one()
        if row.state != IntroductionState.WAITING:
            return None
        row.state, row.asked_at = IntroductionState.ASKED, now
        return await self.introduction(row.id)

    async def introduction(self, number: int) -> Introduction | None:
        """An introduction of this fabrique by number, with its need."""
        row = await self.session.get(IntroductionRow, number, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique:
            return None
        kept = await self.session.get_one(
            NeedRow, row.need_id, with_for_update=True, populate_existing=True
        )
        return Introduction(row.id, _need(kept), row.helper_id, IntroductionState(row.state))

    async def answer(self, introduction: Introduction) -> None:
        """Keep the helper's answer."""
        row = await self.session.get_one(IntroductionRow, introduction.id)
        row.state = introduction.state

    async def introductions(self) -> Sequence[Introduction]:
        """Every introduction of the fabrique for which somebody was asked, oldest first."""
        rows = await self.session.execute(
            select(IntroductionRow, NeedRow)
            .join(NeedRow, NeedRow.id == IntroductionRow.need_id)
            .where(
                IntroductionRow.fabrique_id == self.fabrique,
                IntroductionRow.state != IntroductionState.WAITING,
            )
            .order_by(IntroductionRow.id)
        )
        return [
            Introduction(row.id, _need(need), row.helper_id, IntroductionState(row.state))
            for row, need in rows
        ]


def _need(row: NeedRow) -> Need:
    return Need(row.id, row.person_id, row.text, NeedState(row.state))
