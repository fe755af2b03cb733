"""Monthly get-togethers in twos or threes: when they are drawn, and who meets whom.

Nobody meets again somebody of the last rounds, nor somebody with whom they share no language: they
are rather left over, and come first the next time. Colleagues meet only where it cannot be avoided.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import combinations
from zoneinfo import ZoneInfo

import numpy as np

from domain.fits import Ally, Bools, Floats, act_together, nearness, speak_together
from domain.matchings import ALONE, matching
from domain.meetings import nth_weekday

WITHOUT_REPEAT = 12
"""Rounds in which nobody meets the same person twice: a year and more."""

SUMMER = frozenset({8})
"""Months without a round: half of the country is away."""

NTH, WEEKDAY, AT = 2, 0, time(9, 0)
"""The second Monday: far enough from the permanence, with the month before it."""

ASK_AFTER = timedelta(days=7)
QUESTIONS = 12
"""Questions that break the ice; each round begins where the last one ended."""

COLLEAGUES = 10.0
CHANCE = 0.4  # of the cost, so that preferences count and yet no round is foreseen
TRIES = 100  # threes that are tried where people are odd in number and few of them may meet
PASSES = 6
STRIP = 50  # people compared with all others at a time


class How(StrEnum):
    """How somebody would rather meet."""

    ANY = "any"
    NEAR = "near"
    REMOTE = "remote"


class Met(StrEnum):
    """What somebody says of a get-together, a week later."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Guest:
    """Somebody who wants to meet others. `first`: they were left over the last time."""

    ally: Ally
    how: How = How.ANY
    first: bool = False


@dataclass(frozen=True)
class Drawn:
    """Who meets whom, by person, and who is left over."""

    groups: tuple[tuple[int, ...], ...]
    left: tuple[int, ...] = ()


def moment_of(month: date, zone: ZoneInfo) -> datetime:
    """When a month's round is drawn."""
    day = nth_weekday(month.replace(day=1), NTH, WEEKDAY)
    return datetime.combine(day, AT, tzinfo=zone)


def has_round(month: date) -> bool:
    """Whether one is drawn in a month at all."""
    return month.month not in SUMMER


def due_month(now: datetime, zone: ZoneInfo) -> date | None:
    """The month whose round may be drawn now; one that was missed is not made up for later."""
    month = now.astimezone(zone).date().replace(day=1)
    return month if has_round(month) and moment_of(month, zone) <= now else None


def next_moment(now: datetime, zone: ZoneInfo) -> datetime:
    """When the next round is drawn."""
    month = now.astimezone(zone).date().replace(day=1)
    while not has_round(month) or moment_of(month, zone) <= now:
        month = (month + timedelta(days=31)).replace(day=1)
    return moment_of(month, zone)


def draw(guests: Sequence[Guest], met: Set[frozenset[int]], *, chance: random.Random) -> Drawn:
    """Everybody in twos, and in one three where they are odd, as far as they may meet.

    `met` are those who met in the last rounds.
    """
    people = sorted(guests, key=lambda one: one.ally.person)
    chance.shuffle(people)
    people.sort(key=lambda one: not one.first)
    if len(people) < 2:
        return Drawn((), tuple(one.ally.person for one in people))
    table = _table(people, met, chance)
    groups = table.groups()
    seated = {seat for group in groups for seat in group}
    left = [at for at in range(len(people)) if at not in seated]
    return Drawn(
        tuple(tuple(sorted(people[seat].ally.person for seat in group)) for group in groups),
        tuple(people[seat].ally.person for seat in left),
    )


@dataclass(frozen=True)
class _Table:
    """Who may meet, who should, and what speaks against it; people are in the order of who must
    not be left over.
    """

    may: Bools
    should: Bools
    costs: Floats
    chance: random.Random

    def groups(self) -> list[tuple[int, ...]]:
        """The twos, and threes where somebody would be left over."""
        found = self._all_of(self.should) or self._all_of(self.may) or self._most()
        twos = [group for group in found if len(group) == 2]
        return [*self._better(twos), *(group for group in found if len(group) == 3)]

    def _all_of(self, graph: Bools) -> list[tuple[int, ...]] | None:
        """Everybody in twos and at most one three; None where that is not found."""
        mates = self._matched(graph)
        alone = [at for at, mate in enumerate(mates) if mate == ALONE]
        if not alone:
            return _twos(mates)
        if len(alone) > 1:
            return None
        return _with_third(_twos(mates), alone[0], graph, self.costs) or self._around(graph)

    def _around(self, graph: Bools) -> list[tuple[int, ...]] | None:
        """A three first, then everybody else in twos."""
        for three in _threes(graph, self.chance):
            rest = graph.copy()
            rest[list(three), :] = rest[:, list(three)] = False
            mates = self._matched(rest)
            if mates.count(ALONE) == len(three):
                return [*_twos(mates), three]
        return None

    def _most(self) -> list[tuple[int, ...]]:
        """As many as can be, those who should meet first, then threes for whoever is alone."""
        mates = self._matched(self.may, self._matched(self.should))
        groups = _twos(mates)
        for alone in (at for at, mate in enumerate(mates) if mate == ALONE):
            groups = (
                _with_third(groups, alone, self.should, self.costs)
                or _with_third(groups, alone, self.may, self.costs)
                or groups
            )
        return groups

    def _matched(self, graph: Bools, start: Sequence[int] | None = None) -> list[int]:
        return matching(graph, range(len(graph)), costs=self.costs, start=start)

    def _better(self, twos: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """Let twos swap as long as that is worth it."""
        costs = self.costs
        if len(twos) < 2:
            return list(twos)
        one, other = np.array(twos).T.copy()
        for _ in range(PASSES):
            changed = False
            for at in range(len(one)):
                a, b = one[at], other[at]
                now = costs[a, b] + costs[one, other]
                straight = costs[a, one] + costs[b, other] - now
                crossed = costs[a, other] + costs[b, one] - now
                straight[at] = crossed[at] = 0.0
                first, second = int(straight.argmin()), int(crossed.argmin())
                if min(straight[first], crossed[second]) > -1e-9:
                    continue
                changed = True
                if straight[first] <= crossed[second]:
                    other[at], one[first] = one[first], b
                else:
                    other[at], other[second] = other[second], b
            if not changed:
                break
        return [(int(a), int(b)) for a, b in zip(one, other, strict=True)]


def _table(people: Sequence[Guest], met: Set[frozenset[int]], chance: random.Random) -> _Table:
    """Made a strip at a time, so that whoever shares the processor has a turn in between."""
    allies, size = [one.ally for one in people], len(people)
    may, should = np.zeros((size, size), dtype=bool), np.zeros((size, size), dtype=bool)
    costs, drawn = np.zeros((size, size)), _drawn(size, chance)
    for at in range(0, size, STRIP):
        strip = slice(at, at + STRIP)
        colleagues = act_together(allies[strip], allies)
        may[strip] = speak_together(allies[strip], allies)
        should[strip] = may[strip] & ~colleagues
        costs[strip] = _preferences(people[strip], people) + COLLEAGUES * colleagues
        costs[strip] += (drawn[strip] + drawn[:, strip].T) / 2
    _keep_apart([one.person for one in allies], met, may, should)
    for at in range(0, size, STRIP):
        costs[at : at + STRIP][~may[at : at + STRIP]] = np.inf
    return _Table(may, should, costs, chance)


def _drawn(size: int, chance: random.Random) -> Floats:
    generator = np.random.default_rng(chance.getrandbits(64))
    drawn = np.zeros((size, size))
    for at in range(0, size, STRIP):
        strip = drawn[at : at + STRIP]
        strip[:] = generator.random(strip.shape) * CHANCE
    return drawn


def _keep_apart(people: Sequence[int], met: Set[frozenset[int]], may: Bools, should: Bools) -> None:
    """Nobody meets themselves, nor who they met."""
    seats = {person: at for at, person in enumerate(people)}
    for both in met:
        found = [seats[one] for one in both if one in seats]
        if len(found) == 2:
            one, other = found
            may[one, other] = may[other, one] = should[one, other] = should[other, one] = False
    np.fill_diagonal(may, val=False)
    np.fill_diagonal(should, val=False)


def _preferences(some: Sequence[Guest], people: Sequence[Guest]) -> Floats:
    """What speaks against two: far, for those who would rather be near."""
    near, near2 = _who(some, How.NEAR)[:, None], _who(people, How.NEAR)[None, :]
    remote, remote2 = _who(some, How.REMOTE)[:, None], _who(people, How.REMOTE)[None, :]
    far = 1 - nearness([one.ally for one in some], [one.ally for one in people])
    costs: Floats = far * (near | near2)
    costs[near & remote2 | remote & near2] = 1.0
    return costs


def _who(people: Sequence[Guest], how: How) -> Bools:
    return np.array([one.how is how for one in people], dtype=bool)


def _twos(mates: Sequence[int]) -> list[tuple[int, ...]]:
    return [(at, mate) for at, mate in enumerate(mates) if at < mate]


def _with_third(
    groups: Sequence[tuple[int, ...]], alone: int, graph: Bools, costs: Floats
) -> list[tuple[int, ...]] | None:
    """The same groups with somebody more in one of the twos; None where both would have to be
    somebody else.
    """
    fitting = [
        at for at, group in enumerate(groups) if len(group) == 2 and graph[alone, group].all()
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda at: float(costs[alone, groups[at]].sum()))
    return [(*group, alone) if at == best else group for at, group in enumerate(groups)]


def _threes(graph: Bools, chance: random.Random) -> Iterator[tuple[int, int, int]]:
    """Some of the threes whose members may all meet, in an order of chance."""
    order = list(range(len(graph)))
    chance.shuffle(order)
    found = (
        (one, other, third)
        for one in order
        for other, third in combinations(_after(one, graph, order), 2)
        if graph[other, third]
    )
    for _, three in zip(range(TRIES), found, strict=False):
        yield three


def _after(one: int, graph: Bools, order: Sequence[int]) -> Iterable[int]:
    """Whom somebody may meet, of those that come after them."""
    return [other for other in order[order.index(one) + 1 :] if graph[one, other]]
