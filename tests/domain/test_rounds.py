"""Rounds of get-togethers: nobody meets twice, and nobody is left over for nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from domain.fits import Ally
from domain.matchings import ALONE, matching
from domain.places import Level, Place
from domain.rounds import Drawn, Guest, How, draw, due_month, has_round, moment_of, next_moment

PARIS = ZoneInfo("Europe/Paris")
FIRMINY = Place("42095", "Firminy", Level.COMMUNE, "244200770", "42", "84", 45.39, 4.29)
BREST = Place("29019", "Brest", Level.COMMUNE, "242900314", "29", "53", 48.39, -4.49)

ALLIES = st.builds(
    Ally,
    person=st.integers(1, 40),
    languages=st.frozensets(st.sampled_from(["fr", "en"]), max_size=2),
    place=st.none() | st.sampled_from([FIRMINY, BREST]),
    organisations=st.frozensets(st.integers(1, 4), max_size=2),
)
GUESTS = st.builds(Guest, ally=ALLIES, how=st.sampled_from(How), first=st.booleans())
POOLS = st.lists(GUESTS, max_size=8, unique_by=lambda one: one.ally.person)
SEEDS = st.integers(0, 2**32)

Rule = Callable[[Ally, Ally, set[frozenset[int]]], bool]


@st.composite
def pools_with_past(draw_: st.DrawFn) -> tuple[list[Guest], set[frozenset[int]]]:
    """Some people, and who of them met."""
    pool = draw_(POOLS)
    pairs = [frozenset(both) for both in combinations([one.ally.person for one in pool], 2)]
    return pool, draw_(st.sets(st.sampled_from(pairs))) if pairs else set()


def _may(one: Ally, other: Ally, met: set[frozenset[int]]) -> bool:
    speak = not one.languages or not other.languages or one.languages & other.languages
    return bool(speak) and frozenset((one.person, other.person)) not in met


def _should(one: Ally, other: Ally, met: set[frozenset[int]]) -> bool:
    return _may(one, other, met) and not one.organisations & other.organisations


def _divisions(people: Sequence[Ally]) -> Iterator[list[tuple[Ally, ...]]]:
    """Every way to divide people in twos, with one three where they are odd."""
    if not people:
        yield []
    elif len(people) % 2:
        for three in combinations(people, 3):
            rest = [one for one in people if one not in three]
            yield from ([three, *twos] for twos in _divisions(rest))
    else:
        first, *others = people
        for other in others:
            rest = [one for one in others if one is not other]
            yield from ([(first, other), *twos] for twos in _divisions(rest))


def _works(pool: Sequence[Guest], rule: Rule, met: set[frozenset[int]]) -> bool:
    """Whether any division keeps to a rule: tried one after the other."""
    return any(
        all(rule(one, other, met) for group in division for one, other in combinations(group, 2))
        for division in _divisions([one.ally for one in pool])
    )


def _meet(drawn: Drawn) -> list[frozenset[int]]:
    return [frozenset(both) for group in drawn.groups for both in combinations(group, 2)]


@given(pools_with_past(), SEEDS)
def test_nobody_is_drawn_twice_or_forgotten(
    pool: tuple[list[Guest], set[frozenset[int]]], seed: int
) -> None:
    """Each is in one group of two or three, or told that they are left over."""
    people, met = pool
    drawn = draw(people, met, chance=random.Random(seed))
    seated = [person for group in drawn.groups for person in group]
    assert sorted([*seated, *drawn.left]) == sorted(one.ally.person for one in people)
    assert {len(group) for group in drawn.groups} <= {2, 3}


@given(pools_with_past(), SEEDS)
def test_nobody_meets_who_they_met_or_cannot_speak_with(
    pool: tuple[list[Guest], set[frozenset[int]]], seed: int
) -> None:
    """Not even where somebody is left over for it."""
    people, met = pool
    allies = {one.ally.person: one.ally for one in people}
    for one, other in map(tuple, _meet(draw(people, met, chance=random.Random(seed)))):
        assert _may(allies[one], allies[other], met)


@given(pools_with_past(), SEEDS)
def test_nobody_is_left_over_and_no_colleagues_meet_where_that_can_be(
    pool: tuple[list[Guest], set[frozenset[int]]], seed: int
) -> None:
    """As trying every division in twos and one three finds it."""
    people, met = pool
    allies = {one.ally.person: one.ally for one in people}
    drawn = draw(people, met, chance=random.Random(seed))
    if len(people) > 1 and _works(people, _may, met):
        assert drawn.left == ()
    if len(people) > 1 and _works(people, _should, met):
        both = [sorted(one) for one in _meet(drawn)]
        assert all(_should(allies[one], allies[other], met) for one, other in both)


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.booleans(), min_size=n * n, max_size=n * n)))
def test_a_matching_is_as_large_as_can_be_and_leaves_the_last_over(edges: list[bool]) -> None:
    """Whoever comes first in the order is covered first: compared with every set of twos."""
    size = round(len(edges) ** 0.5)
    may = np.triu(np.array(edges, dtype=bool).reshape(size, size), 1)
    may |= may.T
    mates = matching(may, range(size), costs=np.zeros((size, size)))
    assert all(
        mate == ALONE or (may[at, mate] and mates[mate] == at) for at, mate in enumerate(mates)
    )
    covered = tuple(mate != ALONE for mate in mates)
    assert covered == max(_covers(may, frozenset(range(size))))


def _covers(may: np.ndarray, left: frozenset[int]) -> Iterator[tuple[bool, ...]]:
    """Who is covered, by each set of twos."""
    size = len(may)
    yield tuple(one not in left for one in range(size))
    for one, other in combinations(sorted(left), 2):
        if may[one, other]:
            yield from _covers(may, left - {one, other})


def test_a_three_is_found_where_only_one_will_do() -> None:
    """Three who may all meet, one of whom may meet a fourth, who alone may meet the fifth."""
    edges = {frozenset(both) for both in [(1, 2), (2, 3), (1, 3), (3, 4), (4, 5)]}
    everybody = {frozenset(both) for both in combinations(range(1, 6), 2)}
    people = [Guest(Ally(number)) for number in range(1, 6)]
    for seed in range(20):
        drawn = draw(people, everybody - edges, chance=random.Random(seed))
        assert set(drawn.groups) == {(1, 2, 3), (4, 5)}


def test_whoever_was_left_over_comes_first() -> None:
    """Three who share no language but by one of them: that one meets whoever waited."""
    ada = Guest(Ally(1, frozenset({"fr"})))
    basile = Guest(Ally(2, frozenset({"fr", "en"})))
    chloe = Guest(Ally(3, frozenset({"en"})), first=True)
    for seed in range(20):
        drawn = draw([ada, basile, chloe], set(), chance=random.Random(seed))
        assert drawn == Drawn(((2, 3),), (1,))


def test_who_would_rather_be_near_is_near() -> None:
    """Two of Firminy and two of Brest do not cross France."""
    people = [
        Guest(Ally(number, place=place), How.NEAR)
        for number, place in enumerate([FIRMINY, BREST, FIRMINY, BREST], start=1)
    ]
    for seed in range(20):
        assert set(draw(people, set(), chance=random.Random(seed)).groups) == {(1, 3), (2, 4)}


def test_colleagues_meet_rather_than_nobody() -> None:
    """A fabrique whose people are all of one organisation."""
    people = [Guest(Ally(number, organisations=frozenset({7}))) for number in (1, 2, 3)]
    assert draw(people, set(), chance=random.Random(0)) == Drawn(((1, 2, 3),))


def test_alone_in_the_fabrique_one_is_left_over() -> None:
    """And nobody at all is nothing."""
    alone = Guest(Ally(1))
    assert draw([alone], set(), chance=random.Random(0)) == Drawn((), (1,))
    assert draw([], set(), chance=random.Random(0)) == Drawn(())


def test_the_same_seed_draws_the_same_round() -> None:
    """A run can be replayed."""
    people = [Guest(Ally(number)) for number in range(1, 30)]
    rounds = {draw(people, set(), chance=random.Random(6)) for _ in range(3)}
    assert len(rounds) == 1
    assert draw(people, set(), chance=random.Random(7)) not in rounds


def test_everybody_meets_somebody_new_each_month_of_a_year() -> None:
    """Twenty people, twelve rounds, no two people twice."""
    people = [Guest(Ally(number)) for number in range(20)]
    met: set[frozenset[int]] = set()
    for month in range(12):
        drawn = draw(people, met, chance=random.Random(month))
        assert (len(drawn.groups), drawn.left) == (10, ())
        assert not met & set(_meet(drawn))
        met |= set(_meet(drawn))


def test_a_round_is_drawn_on_the_second_monday_but_in_august() -> None:
    """By the fabrique's own clock, on either side of a change of hour."""
    assert moment_of(date(2026, 3, 31), PARIS) == datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert moment_of(date(2026, 4, 1), PARIS) == datetime(2026, 4, 13, 7, tzinfo=UTC)
    assert not has_round(date(2026, 8, 1))
    assert next_moment(datetime(2026, 7, 20, tzinfo=UTC), PARIS) == moment_of(
        date(2026, 9, 1), PARIS
    )


@given(st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)))
def test_what_is_due_was_to_be_drawn_this_month(naive: datetime) -> None:
    """However late the bot comes back; the next moment is always ahead, and in a month with one."""
    now = naive.replace(tzinfo=UTC)
    due, following = due_month(now, PARIS), next_moment(now, PARIS)
    assert now < following <= now + timedelta(days=75)
    assert has_round(following.astimezone(PARIS).date())
    if due is not None:
        assert due == now.astimezone(PARIS).date().replace(day=1)
        assert moment_of(due, PARIS) <= now
