"""Who wants to meet others each month, what was drawn, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.rounds import QUESTIONS, WITHOUT_REPEAT, Drawn, Guest, How
from storage.allies import Allies
from storage.engines import insert_or_ignore
from storage.tables import GuestRow, MeetupPersonRow, MeetupRow, RoundRow

MEETUPS, HOSTS, PAIRS = "meetups", "hosts", "pairs"
"""What is done once a month: a draw, a call for hosts, a word to the team about pairs."""


@dataclass(frozen=True)
class Meetup:
    """Two or three who meet, with what breaks the ice."""

    id: int
    people: tuple[int, ...]
    question: int
    told_at: datetime | None


@dataclass(frozen=True)
class Rounds:
    """The get-togethers in twos and threes of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def begin(self, kind: str, month: date, *, now: datetime) -> int | None:
        """Claim what is done once in a month; None when somebody did it before."""
        values = {
            "fabrique_id": self.fabrique,
            "kind": kind,
            "month": month,
            "at": now,
            "told_upto": 0,
        }
        if not await insert_or_ignore(self.session, RoundRow, values):
            return None
        return (await self._round(kind, month)).id

    async def begun(self, kind: str, month: date) -> bool:
        """Whether it was done in a month."""
        row = await self.session.scalar(
            select(RoundRow.id).where(
                RoundRow.fabrique_id == self.fabrique,
                RoundRow.kind == kind,
                RoundRow.month == month,
            )
        )
        return row is not None

    async def told_upto(self, kind: str, month: date) -> int:
        """The last person who was told of it."""
        return (await self._round(kind, month)).told_upto

    async def tell_upto(self, kind: str, month: date, person: int) -> None:
        """Keep up to whom it was told."""
        (await self._round(kind, month)).told_upto = person
        await self.session.flush()

    async def guest(self, person: int) -> How | None:
        """How somebody wants to meet others; None when they do not."""
        found = await self.session.scalar(select(GuestRow.how).where(*self._whose(person)))
        return How(found) if found is not None else None

    async def join(self, person: int, how: How, *, now: datetime) -> None:
        """Somebody wants to meet others from now on, or otherwise than before."""
        values = {
            "fabrique_id": self.fabrique,
            "person_id": person,
            "how": how.value,
            "since": now,
            "first": False,
        }
        if await insert_or_ignore(self.session, GuestRow, values):
            return
        change = update(GuestRow).where(*self._whose(person)).values(how=how.value)
        await self.session.execute(change)

    async def leave(self, person: int) -> None:
        """Somebody wants to meet nobody any more."""
        await self.session.execute(delete(GuestRow).where(*self._whose(person)))

    async def count(self) -> int:
        """How many want to meet others."""
        count = select(func.count()).where(GuestRow.fabrique_id == self.fabrique)
        return int(await self.session.scalar(count) or 0)

    async def since(self, moment: datetime) -> bool:
        """Whether anybody wanted to meet others by a moment."""
        first = select(func.min(GuestRow.since)).where(GuestRow.fabrique_id == self.fabrique)
        found = await self.session.scalar(first)
        return found is not None and found <= moment

    async def everybody(self, *, after: int, at_most: int, by: datetime) -> Sequence[int]:
        """Some of those who wanted to meet others by a moment, in the order of their numbers."""
        rows = await self.session.scalars(
            select(GuestRow.person_id)
            .where(
                GuestRow.fabrique_id == self.fabrique,
                GuestRow.person_id > after,
                GuestRow.since <= by,
            )
            .order_by(GuestRow.person_id)
            .limit(at_most)
        )
        return list(rows)

    async def pool(self, today: date, *, by: datetime) -> list[Guest]:
        """Those who may be drawn on a day: they wanted it by then, and are free."""
        rows = await self.session.execute(
            select(GuestRow.person_id, GuestRow.how, GuestRow.first)
            .where(GuestRow.fabrique_id == self.fabrique, GuestRow.since <= by)
            .order_by(GuestRow.person_id)
        )
        wishes = {person: (How(how), first) for person, how, first in rows}
        free = await Allies(self.session, self.fabrique).free(wishes, today)
        return [Guest(ally, *wishes[person]) for person, ally in free.items()]

    async def met(self) -> frozenset[frozenset[int]]:
        """Who was drawn together in the last rounds, whatever came of it; a round at a time."""
        last = await self.session.scalars(
            select(RoundRow.id)
            .where(RoundRow.fabrique_id == self.fabrique, RoundRow.kind == MEETUPS)
            .order_by(RoundRow.month.desc())
            .limit(WITHOUT_REPEAT)
        )
        return frozenset().union(*[await self._met_in(round_) for round_ in list(last)])

    async def keep(self, round_: int, drawn: Drawn) -> None:
        """Keep who meets whom, and that whoever is left over comes first the next time."""
        before = select(func.count()).where(MeetupRow.fabrique_id == self.fabrique)
        start = int(await self.session.scalar(before) or 0)
        for number, group in enumerate(drawn.groups, start=start):
            row = MeetupRow(fabrique_id=self.fabrique, round_id=round_, question=number % QUESTIONS)
            self.session.add(row)
            await self.session.flush()
            for person in group:
                values = {"meetup_id": row.id, "person_id": person}
                self.session.add(MeetupPersonRow(fabrique_id=self.fabrique, **values))
            await self.session.flush()
            await self._come_first(group, first=False)
        for person in drawn.left:
            await self._come_first([person], first=True)

    async def to_tell(self, at_most: int) -> Sequence[Meetup]:
        """Get-togethers that nobody was told of yet, some of them."""
        return await self._meetups(MeetupRow.told_at.is_(None), at_most)

    async def to_ask(self, told_before: datetime, at_most: int) -> Sequence[Meetup]:
        """Get-togethers of long enough ago to ask whether they took place."""
        return await self._meetups(
            MeetupRow.asked_at.is_(None) & (MeetupRow.told_at <= told_before), at_most
        )

    async def oldest_unasked(self) -> datetime | None:
        """When the first of those were told that nobody was asked about yet."""
        found: datetime | None = await self.session.scalar(
            select(func.min(MeetupRow.told_at)).where(
                MeetupRow.fabrique_id == self.fabrique, MeetupRow.asked_at.is_(None)
            )
        )
        return found

    async def tell(self, meetup: int, *, now: datetime) -> None:
        """Keep that its people were told of each other."""
        (await self.session.get_one(MeetupRow, meetup)).told_at = now
        await self.session.flush()

    async def ask(self, meetup: int, *, now: datetime) -> None:
        """Keep that its people were asked about it."""
        (await self.session.get_one(MeetupRow, meetup)).asked_at = now
        await self.session.flush()

    async def say(self, meetup: int, person: int, *, met: bool) -> bool:
        """Keep what somebody says of a get-together; False when they were not in it."""
        row = await self.session.scalar(
            select(MeetupPersonRow).where(
                MeetupPersonRow.fabrique_id == self.fabrique,
                MeetupPersonRow.meetup_id == meetup,
                MeetupPersonRow.person_id == person,
            )
        )
        if row is not None:
            row.met = met
            await self.session.flush()
        return row is not None

    async def meetup(self, number: int) -> Meetup | None:
        """A get-together of this fabrique by number, that people were told of."""
        known = (MeetupRow.id == number) & (MeetupRow.fabrique_id == self.fabrique)
        found = await self._meetups(known & MeetupRow.told_at.is_not(None), 1)
        return next(iter(found), None)

    async def latest_of(self, person: int) -> Meetup | None:
        """The last get-together somebody was told of."""
        number = await self.session.scalar(
            select(MeetupRow.id)
            .join(MeetupPersonRow, MeetupPersonRow.meetup_id == MeetupRow.id)
            .where(
                MeetupPersonRow.fabrique_id == self.fabrique,
                MeetupPersonRow.person_id == person,
                MeetupRow.told_at.is_not(None),
            )
            .order_by(MeetupRow.id.desc())
            .limit(1)
        )
        found = await self._meetups(MeetupRow.id == number, 1) if number else ()
        return next(iter(found), None)

    async def figures(self) -> Mapping[str, int]:
        """How many get-togethers there were, and of how many somebody says that they took place."""
        drawn = select(func.count()).where(MeetupRow.fabrique_id == self.fabrique)
        met = select(func.count(func.distinct(MeetupPersonRow.meetup_id))).where(
            MeetupPersonRow.fabrique_id == self.fabrique, MeetupPersonRow.met.is_(True)
        )
        return {
            "drawn": int(await self.session.scalar(drawn) or 0),
            "met": int(await self.session.scalar(met) or 0),
        }

    async def _met_in(self, round_: int) -> frozenset[frozenset[int]]:
        rows = await self.session.execute(
            select(MeetupPersonRow.meetup_id, MeetupPersonRow.person_id)
            .join(MeetupRow, MeetupRow.id == MeetupPersonRow.meetup_id)
            .where(MeetupRow.round_id == round_)
        )
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for meetup, person in rows:
            groups[meetup].append(person)
        return frozenset(
            frozenset(both) for people in groups.values() for both in combinations(people, 2)
        )

    async def _come_first(self, people: Sequence[int], *, first: bool) -> None:
        await self.session.execute(
            update(GuestRow)
            .where(GuestRow.fabrique_id == self.fabrique, GuestRow.person_id.in_(people))
            .values(first=first)
        )

    async def _meetups(self, condition: ColumnElement[bool], at_most: int) -> Sequence[Meetup]:
        rows = list(
            await self.session.scalars(
                select(MeetupRow)
                .where(MeetupRow.fabrique_id == self.fabrique, condition)
                .order_by(MeetupRow.id)
                .limit(at_most)
                .with_for_update()
            )
        )
        people = await self.session.execute(
            select(MeetupPersonRow.meetup_id, MeetupPersonRow.person_id)
            .where(MeetupPersonRow.meetup_id.in_([row.id for row in rows]))
            .order_by(MeetupPersonRow.id)
        )
        groups: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for meetup, person in people:
            groups[meetup] += (person,)
        return [Meetup(row.id, groups[row.id], row.question, row.told_at) for row in rows]

    async def _round(self, kind: str, month: date) -> RoundRow:
        found = await self.session.scalars(
            select(RoundRow).where(
                RoundRow.fabrique_id == self.fabrique,
                RoundRow.kind == kind,
                RoundRow.month == month,
            )
        )
        return found.one()

    def _whose(self, person: int) -> tuple[ColumnElement[bool], ...]:
        return GuestRow.person_id == person, GuestRow.fabrique_id == self.fabrique
