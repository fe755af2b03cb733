"""Whom to propose: nobody beyond their limits, the best fit first, and always for a reason."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.places import Nearness
from domain.ranking import (
    MONTH,
    REST,
    STEP,
    Candidate,
    Reason,
    Wanted,
    eligible,
    parts,
    parts_kept,
    rank,
)

NOW = datetime(2026, 3, 12, 10, tzinfo=UTC)
ADA, BASILE = 1, 2
NEED = Wanted(ADA)
FREE = Candidate(BASILE, 1.0)

AGES = st.lists(st.integers(0, 40), max_size=4)
CANDIDATES = st.builds(
    Candidate,
    person=st.integers(1, 12),
    likeness=st.floats(0.3, 1),
    here=st.booleans(),
    reached=st.booleans(),
    never_asked=st.booleans(),
    refused=st.booleans(),
    already=st.booleans(),
    paused_until=st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 31)),
    asks_month=st.integers(0, 4),
    asked=AGES.map(lambda ages: tuple(NOW - timedelta(days=age) for age in ages)),
    times_asked=st.integers(0, 9),
    hours_month=st.none() | st.integers(0, 20),
    balance=st.integers(-6000, 6000),
    met=st.booleans(),
    organisations=st.frozensets(st.integers(1, 3), max_size=2),
    near=st.sampled_from(Nearness),
    km=st.none() | st.floats(0, 1000),
)
POOLS = st.lists(CANDIDATES, max_size=12, unique_by=lambda one: one.person)
NEEDS = st.builds(
    Wanted,
    person=st.integers(1, 12),
    remote=st.booleans(),
    minutes=st.none() | st.integers(0, 600),
    organisations=st.frozensets(st.integers(1, 3), max_size=2),
)


def _free(person: int, **known: object) -> Candidate:
    return replace(FREE, person=person, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (_free(ADA), Reason.SAME_PERSON),
        (_free(BASILE, here=False), Reason.NOT_HERE),
        (_free(BASILE, reached=False), Reason.UNREACHED),
        (_free(BASILE, never_asked=True), Reason.NEVER),
        (_free(BASILE, refused=True), Reason.NOT_THEIRS),
        (_free(BASILE, already=True), Reason.ALREADY),
        (_free(BASILE, paused_until=date(2026, 3, 13)), Reason.PAUSED),
        (_free(BASILE, paused_until=date(2026, 3, 12)), None),
        (_free(BASILE, asks_month=0), Reason.FULL),
        (_free(BASILE, asked=(NOW - timedelta(days=30), NOW - timedelta(days=8))), Reason.FULL),
        (_free(BASILE, asked=(NOW - MONTH, NOW - timedelta(days=8))), None),
        (_free(BASILE, asked=(NOW - timedelta(days=6),)), Reason.RESTING),
        (_free(BASILE, not_this_month=NOW - timedelta(days=11)), Reason.THIS_MONTH),
        (_free(BASILE, not_this_month=NOW - timedelta(days=12)), None),
        (_free(BASILE, asked=(NOW - REST,)), None),
        (FREE, None),
    ],
)
def test_who_may_not_be_asked_and_why(candidate: Candidate, reason: Reason | None) -> None:
    """A pause ends on its day, a rest after seven days, a month after thirty-one."""
    assert eligible(candidate, NEED, NOW) is reason


@given(NEEDS, POOLS, st.integers(0, 9), st.integers(1, 4))
def test_only_those_who_may_be_asked_are_proposed(
    need: Wanted, pool: list[Candidate], seed: int, at_most: int
) -> None:
    """Each once, as many as there are places and people, and at most the last one exploratory."""
    found = rank(need, pool, now=NOW, chance=random.Random(seed), at_most=at_most)
    able = {one.person for one in pool if eligible(one, need, NOW) is None}
    people = [one.person for one in found]
    assert set(people) <= able
    assert len(people) == len(set(people)) == min(at_most, len(able))
    assert not any(one.exploratory for one in found[:-1])


@given(NEEDS, POOLS, st.integers(0, 9))
def test_the_same_chance_gives_the_same_people(
    need: Wanted, pool: list[Candidate], seed: int
) -> None:
    """In whatever order the candidates come."""
    given_ = rank(need, pool, now=NOW, chance=random.Random(seed))
    assert rank(need, pool[::-1], now=NOW, chance=random.Random(seed)) == given_


@given(NEEDS, POOLS, st.integers(0, 9))
def test_nobody_is_passed_over_for_a_clearly_lower_score(
    need: Wanted, pool: list[Candidate], seed: int
) -> None:
    """The exploratory place aside, which says that it is one."""
    found = rank(need, pool, now=NOW, chance=random.Random(seed))
    scores = [one.score for one in found if not one.exploratory]
    assert all(first > second - STEP for first, second in pairwise(scores))
    chosen = {one.person for one in found}
    left = [
        parts(one, need, NOW).score
        for one in pool
        if one.person not in chosen and eligible(one, need, NOW) is None
    ]
    if scores and left:
        assert min(scores) > max(left) - STEP


@given(CANDIDATES, NEEDS)
def test_each_part_is_between_nothing_and_a_little_more_than_all(
    candidate: Candidate, need: Wanted
) -> None:
    """And the score is never negative."""
    why = parts(candidate, need, NOW)
    assert 0 <= why.availability <= 1
    assert 0 < why.load <= 1
    assert 0.9 < why.reciprocity < 1.1
    assert 0 < why.proximity <= 1
    assert 0 <= why.score < 1.1


@given(CANDIDATES, NEEDS, st.integers(1, 27))
def test_being_asked_never_speaks_for_being_asked_again(
    candidate: Candidate, need: Wanted, days: int
) -> None:
    """Load and capacity both fall."""
    more = replace(candidate, asked=(*candidate.asked, NOW - timedelta(days=days)))
    assert parts(more, need, NOW).score <= parts(candidate, need, NOW).score


@given(CANDIDATES, NEEDS)
def test_why_somebody_was_proposed_outlives_the_day(candidate: Candidate, need: Wanted) -> None:
    """A row keeps the parts and gives them back."""
    why = parts(candidate, need, NOW)
    assert parts_kept(json.loads(json.dumps(why.kept()))) == why


@pytest.mark.parametrize("kept", [{}, {"near": "moon"}, {"near": 4, "colour": "red"}])
def test_reasons_of_another_version_are_none(kept: dict[str, object]) -> None:
    """A row from before, or from after."""
    assert parts_kept(kept) is None


def test_the_parts_of_a_plain_case() -> None:
    """Similarity², room over capacity, a quarter off for one ask, nudge for what was received."""
    one = _free(
        BASILE,
        likeness=0.8,
        asks_month=4,
        asked=(NOW - timedelta(days=10),),
        near=Nearness.SAME_EPCI,
    )
    why = parts(one, NEED, NOW)
    assert (why.asked, why.room) == (1, 3)
    assert why.score == pytest.approx(0.8**2 * 3 / 4 / 1.35 * 1.0 * 0.95)


def test_an_hour_a_month_is_little_for_a_day_s_work_and_all_for_an_hour() -> None:
    """What is needed is measured against what somebody gives."""
    one = _free(BASILE, hours_month=1)
    assert parts(one, replace(NEED, minutes=60), NOW).availability == 1
    assert parts(one, replace(NEED, minutes=120), NOW).availability == 0.5
    assert parts(one, replace(NEED, minutes=480), NOW).availability == 0.25


def test_distance_counts_on_site_and_not_from_afar() -> None:
    """A neighbour across the border of a département is a neighbour."""
    far = _free(BASILE, near=Nearness.ELSEWHERE, km=400.0)
    across = _free(BASILE, near=Nearness.ELSEWHERE, km=6.0)
    assert parts(far, NEED, NOW).proximity < parts(across, NEED, NOW).proximity
    assert parts(far, replace(NEED, remote=True), NOW).proximity == 1


def test_who_received_more_than_they_gave_comes_first_among_likes() -> None:
    """A nudge, which no clearly better fit loses to."""
    owes, gave = _free(2, balance=-600), _free(3, balance=600)
    better = _free(4, likeness=0.9, balance=600)
    worse = _free(5, likeness=0.8, balance=-600)
    assert _first(gave, owes) == 2
    assert _first(better, worse) == 4


def test_among_equals_another_organisation_then_somebody_not_met_then_the_least_asked() -> None:
    """Networks are crossed, and the same few are spared."""
    need = replace(NEED, organisations=frozenset({7}))
    same = _free(2, organisations=frozenset({7}))
    met = _free(3, organisations=frozenset({8}), met=True)
    often = _free(4, organisations=frozenset({8}), times_asked=5)
    new = _free(5)
    found = rank(need, [same, met, often, new], now=NOW, chance=random.Random(0), at_most=4)
    assert [one.person for one in found] == [5, 4, 3, 2]
    assert [one.parts.crosses for one in found] == [False, True, True, False]


def test_chance_parts_those_whom_nothing_else_does() -> None:
    """A fixed order would ask the same person each time."""
    pool = [_free(person) for person in range(2, 12)]
    firsts = Counter(
        rank(NEED, pool, now=NOW, chance=random.Random(seed))[0].person for seed in range(500)
    )
    assert len(firsts) == 10
    assert max(firsts.values()) < 100


def test_the_third_place_explores_when_more_people_fit() -> None:
    """It goes to whoever was asked least, if what they offer is near enough."""
    known = [_free(person, times_asked=4) for person in (2, 3, 4)]
    new = _free(5, likeness=0.8)
    unfit = _free(6, likeness=0.7)
    found = rank(NEED, [*known, new, unfit], now=NOW, chance=random.Random(1))
    assert (found[2].person, found[2].exploratory) == (5, True)
    alone = rank(NEED, known, now=NOW, chance=random.Random(1))
    assert not any(one.exploratory for one in alone)


@pytest.mark.parametrize("pool", [[], [_free(ADA)], [_free(2, paused_until=date(2027, 1, 1))]])
def test_an_alliance_of_nobody_or_all_paused_proposes_nobody(pool: list[Candidate]) -> None:
    """And does not fail."""
    assert rank(NEED, pool, now=NOW, chance=random.Random(0)) == []


def _first(*pool: Candidate) -> int:
    return rank(NEED, pool, now=NOW, chance=random.Random(0))[0].person
