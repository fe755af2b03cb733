"""Who waits for a pair, who takes newcomers, and the pairs that came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.fits import Ally
from domain.pairs import Buddy, Guide, Pair, PairState, Waiting
from storage.allies import Allies
from storage.engines import insert_or_ignore, one_of_a_kind
from storage.tables import BuddyRow, PairRow

OPEN = (PairState.ASKED, PairState.TOGETHER)


@dataclass(frozen=True)
class Pool:
    """Who may be paired now, and who would not have each other."""

    newcomers: Sequence[Waiting]
    guides: Sequence[Guide]
    apart: frozenset[frozenset[int]]

    @property
    def allies(self) -> Sequence[Ally]:
        """All of them."""
        return [*(one.ally for one in self.newcomers), *(one.ally for one in self.guides)]

    @property
    def places(self) -> int:
        """How many newcomers can be taken."""
        return sum(one.places for one in self.guides)


@dataclass(frozen=True)
class Pairs:
    """The pairs of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def alone(self) -> None:
        """Wait until nobody else pairs people of this fabrique."""
        await one_of_a_kind(self.session, f"pairs {self.fabrique}")

    async def buddy(self, person: int) -> Buddy:
        """What somebody said of waiting or taking newcomers; nothing, when they never did."""
        row = await self._row(person)
        return _buddy(row) if row else Buddy(person)

    async def keep(self, buddy: Buddy) -> None:
        """Keep what somebody says now."""
        values: dict[str, Any] = {
            "waits_since": buddy.waits_since,
            "capacity": buddy.capacity,
            "rests_until": buddy.rests_until,
        }
        key = {"fabrique_id": self.fabrique, "person_id": buddy.person}
        if await insert_or_ignore(self.session, BuddyRow, {**key, **values}):
            return
        row = await self._row(buddy.person)
        for name, value in values.items():
            setattr(row, name, value)
        await self.session.flush()

    async def forget(self, person: int) -> None:
        """Keep nothing of what somebody said of waiting or taking newcomers."""
        await self.session.execute(delete(BuddyRow).where(BuddyRow.person_id == person))

    async def pool(self, today: date) -> Pool:
        """Everybody who may be paired on a day, those who wait longest first."""
        rows = await self.session.scalars(
            select(BuddyRow)
            .where(
                BuddyRow.fabrique_id == self.fabrique,
                or_(BuddyRow.waits_since.is_not(None), BuddyRow.capacity > 0),
            )
            .order_by(BuddyRow.waits_since, BuddyRow.person_id)
        )
        buddies = [one for one in map(_buddy, rows) if not one.rests(today)]
        free = await Allies(self.session, self.fabrique).free(
            [one.person for one in buddies], today
        )
        led, taken, apart = await self._taken([one.person for one in buddies])
        waiting = [
            Waiting(free[one.person], _months(one.waits_since.date(), today))
            for one in buddies
            if one.waits_since and one.person in free and not led[one.person]
        ]
        guides = [
            Guide(free[one.person], one.capacity - taken[one.person])
            for one in buddies
            if one.capacity > taken[one.person] and one.person in free
        ]
        return Pool(waiting, guides, apart)

    async def somebody_waits(self) -> bool:
        """Whether any newcomer waits at all."""
        waits = select(BuddyRow.id).where(
            BuddyRow.fabrique_id == self.fabrique, BuddyRow.waits_since.is_not(None)
        )
        return await self.session.scalar(waits.limit(1)) is not None

    async def ask(self, newcomer: int, guide: int, *, now: datetime) -> Pair:
        """Keep that two are asked whether they want each other."""
        row = PairRow(
            fabrique_id=self.fabrique,
            newcomer_id=newcomer,
            guide_id=guide,
            state=PairState.ASKED,
            at=now,
            newcomer_agrees=False,
            guide_agrees=False,
            asked_how=False,
            newcomer_is_well=False,
            guide_is_well=False,
        )
        self.session.add(row)
        await self.session.flush()
        return _pair(row)

    async def pair(self, number: int) -> Pair | None:
        """A pair of this fabrique about to change; whoever comes second sees the change."""
        row = await self.session.get(PairRow, number, with_for_update=True, populate_existing=True)
        return _pair(row) if row and row.fabrique_id == self.fabrique else None

    async def change(self, pair: Pair) -> None:
        """Keep a pair as it now is."""
        row = await self.session.get_one(PairRow, pair.id)
        row.state, row.since, row.asked_how = pair.state, pair.since, pair.asked_how
        row.newcomer_agrees, row.guide_agrees = pair.newcomer_agrees, pair.guide_agrees
        row.newcomer_is_well, row.guide_is_well = pair.newcomer_is_well, pair.guide_is_well
        await self.session.flush()

    async def of(self, person: int) -> Sequence[Pair]:
        """The pairs somebody is in, or is asked about."""
        whose = or_(PairRow.newcomer_id == person, PairRow.guide_id == person)
        return await self._where(whose, PairRow.state.in_(OPEN))

    async def asked(self) -> Sequence[Pair]:
        """Pairs that wait for an answer."""
        return await self._where(PairRow.state == PairState.ASKED)

    async def to_ask_how(self) -> Sequence[Pair]:
        """Pairs that are together, and were not asked yet how it goes."""
        return await self._where(PairRow.state == PairState.TOGETHER, ~PairRow.asked_how)

    async def figures(self) -> Mapping[str, int]:
        """How many pairs there were in each state, and of how many both said that it goes well."""
        rows = await self.session.execute(
            select(PairRow.state, func.count())
            .where(PairRow.fabrique_id == self.fabrique, _two_people())
            .group_by(PairRow.state)
        )
        counts = {str(state): int(count) for state, count in rows}
        well = select(func.count()).where(
            PairRow.fabrique_id == self.fabrique,
            PairRow.newcomer_is_well,
            PairRow.guide_is_well,
            _two_people(),
        )
        return {**counts, "well": int(await self.session.scalar(well) or 0)}

    async def _taken(
        self, people: Collection[int]
    ) -> tuple[Counter[int], Counter[int], frozenset[frozenset[int]]]:
        """In how many open pairs each is as a newcomer and as a guide; who had each other already,
        or would not.
        """
        found = await self._where(
            or_(PairRow.newcomer_id.in_(people), PairRow.guide_id.in_(people)),
            PairRow.state.not_in((PairState.LATER, PairState.LAPSED)),
        )
        now = [pair for pair in found if pair.state in OPEN]
        led, taken = Counter(pair.newcomer for pair in now), Counter(pair.guide for pair in now)
        return led, taken, frozenset(frozenset(pair.both) for pair in found)

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Pair]:
        rows = await self.session.scalars(
            select(PairRow)
            .where(PairRow.fabrique_id == self.fabrique, _two_people(), *conditions)
            .order_by(PairRow.id)
            .execution_options(populate_existing=True)
        )
        return [_pair(row) for row in rows]

    async def _row(self, person: int) -> BuddyRow | None:
        found: BuddyRow | None = await self.session.scalar(
            select(BuddyRow).where(
                BuddyRow.person_id == person, BuddyRow.fabrique_id == self.fabrique
            )
        )
        return found


def _two_people() -> ColumnElement[bool]:
    """Accounts that turned out to be one person's are no pair."""
    return PairRow.newcomer_id != PairRow.guide_id


def _months(since: date, today: date) -> int:
    return (today.year - since.year) * 12 + today.month - since.month


def _buddy(row: BuddyRow) -> Buddy:
    return Buddy(row.person_id, row.waits_since, row.capacity, row.rests_until)


def _pair(row: PairRow) -> Pair:
    return Pair(
        row.id,
        row.newcomer_id,
        row.guide_id,
        PairState(row.state),
        row.at,
        row.newcomer_agrees,
        row.guide_agrees,
        row.since,
        row.asked_how,
        row.newcomer_is_well,
        row.guide_is_well,
    )
