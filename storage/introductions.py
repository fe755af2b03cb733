"""Who was proposed for a need, who was asked, and what they answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import Introduction, IntroductionState
from domain.needs import Need
from domain.ranking import Parts, Proposal, parts_kept
from storage.engines import insert_or_ignore
from storage.needs import need_from
from storage.tables import IntroductionRow, NeedRow


@dataclass(frozen=True)
class Proposed:
    """Somebody proposed for a need, as it is kept: by which offer, and why."""

    helper: int
    offer: int | None
    exploratory: bool
    parts: Parts | None


@dataclass(frozen=True)
class Introductions:
    """The introductions of one fabrique."""

    session: AsyncSession
    fabrique: int

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
        await self._keep(need, helper, now=now)
        row = await self._between(need, helper)
        if row.state != IntroductionState.WAITING:
            return None
        row.state, row.asked_at = IntroductionState.ASKED, now
        return await self.introduction(row.id)

    async def come_forward(self, need: Need, helper: int, *, now: datetime) -> Introduction | None:
        """A helper offers a hand unasked; None when they did already, or help already."""
        await self._keep(need, helper, now=now)
        row = await self._between(need, helper)
        if row.state in (IntroductionState.OFFERED, IntroductionState.ACCEPTED):
            return None
        row.state = IntroductionState.OFFERED
        return await self.introduction(row.id)

    async def introduction(self, number: int) -> Introduction | None:
        """An introduction of this fabrique by number, with its need."""
        row = await self.session.get(IntroductionRow, number, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique:
            return None
        kept = await self.session.get_one(
            NeedRow, row.need_id, with_for_update=True, populate_existing=True
        )
        return Introduction(row.id, need_from(kept), row.helper_id, IntroductionState(row.state))

    async def answer(self, introduction: Introduction) -> None:
        """Keep the helper's answer."""
        row = await self.session.get_one(IntroductionRow, introduction.id)
        row.state = introduction.state

    async def all(self) -> Sequence[Introduction]:
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
            Introduction(row.id, need_from(need), row.helper_id, IntroductionState(row.state))
            for row, need in rows
        ]

    async def _keep(self, need: Need, helper: int, *, now: datetime) -> None:
        """A row for a need and a helper; the one that is there already stays as it is."""
        values = {
            "fabrique_id": self.fabrique,
            "need_id": need.id,
            "helper_id": helper,
            "state": IntroductionState.WAITING.value,
            "at": now,
        }
        await insert_or_ignore(self.session, IntroductionRow, values)

    async def _between(self, need: Need, helper: int) -> IntroductionRow:
        rows = await self.session.scalars(
            select(IntroductionRow)
            .where(IntroductionRow.need_id == need.id, IntroductionRow.helper_id == helper)
            .with_for_update()
        )
        return rows.one()
