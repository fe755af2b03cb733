"""Binômes: as many as can be, nobody against their will, and whoever waited longest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.errors import Refusal
from domain.fits import Ally
from domain.pairs import (
    ANSWER_WITHIN,
    Answer,
    Guide,
    Pair,
    PairState,
    Waiting,
    answered,
    assign,
    capacity_of,
    ended,
    lapsed,
    well,
)
from domain.places import Level, Place

NOW = datetime(2026, 3, 12, 10, tzinfo=UTC)
ADA, BASILE, CHLOE, DRISS = 1, 2, 3, 4
FIRMINY = Place("42095", "Firminy", Level.COMMUNE, "244200770", "42", "84", 45.39, 4.29)
BREST = Place("29019", "Brest", Level.COMMUNE, "242900314", "29", "53", 48.39, -4.49)


def _ally(person: st.SearchStrategy[int]) -> st.SearchStrategy[Ally]:
    return st.builds(
        Ally,
        person=person,
        languages=st.frozensets(st.sampled_from(["fr", "en"]), max_size=2),
        place=st.none() | st.sampled_from([FIRMINY, BREST]),
        subjects=st.frozensets(st.sampled_from(["accounting", "mediation"]), max_size=2),
        organisations=st.frozensets(st.integers(1, 2), max_size=1),
    )


NEWCOMERS = st.lists(
    st.builds(Waiting, ally=_ally(st.integers(1, 4)), months=st.integers(0, 3)),
    max_size=4,
    unique_by=lambda one: one.ally.person,
)
GUIDES = st.lists(
    st.builds(Guide, ally=_ally(st.integers(3, 7)), places=st.integers(0, 2)),
    max_size=3,
    unique_by=lambda one: one.ally.person,
)
APART = st.sets(st.frozensets(st.integers(1, 7), min_size=2, max_size=2), max_size=6)


def _may(one: Ally, other: Ally, apart: set[frozenset[int]]) -> bool:
    speak = not one.languages or not other.languages or one.languages & other.languages
    both = frozenset((one.person, other.person))
    return bool(speak) and len(both) == 2 and both not in apart


def _best(
    newcomers: list[Waiting], guides: list[Guide], apart: set[frozenset[int]]
) -> tuple[int, int]:
    """The most pairs that can be, and the fewest colleagues among so many, by trying all."""
    slots = [one.ally for one in guides for _ in range(one.places)]
    slots += [Ally(0)] * len(newcomers)  # nobody
    best = (0, 0)
    for chosen in set(permutations(range(len(slots)), len(newcomers))):
        both = [
            (one.ally, slots[slot])
            for one, slot in zip(newcomers, chosen, strict=True)
            if slots[slot].person and _may(one.ally, slots[slot], apart)
        ]
        same = sum(bool(one.organisations & other.organisations) for one, other in both)
        best = max(best, (len(both), -same))
    return best


@given(NEWCOMERS, GUIDES, APART)
def test_nobody_is_paired_against_a_rule(
    newcomers: list[Waiting], guides: list[Guide], apart: set[frozenset[int]]
) -> None:
    """One guide each, within capacity, with a language in common, nobody who refused the other."""
    pairs = assign(newcomers, guides, apart=apart)
    mine = {one.ally.person: one.ally for one in newcomers}
    theirs = {one.ally.person: one.ally for one in guides}
    places = {one.ally.person: one.places for one in guides}
    assert len({newcomer for newcomer, _ in pairs}) == len(pairs)
    assert all(times <= places[one] for one, times in Counter(one for _, one in pairs).items())
    assert all(_may(mine[newcomer], theirs[guide], apart) for newcomer, guide in pairs)


@given(NEWCOMERS.filter(lambda some: len(some) < 4), GUIDES, APART)
def test_as_many_as_can_be_and_as_few_colleagues(
    newcomers: list[Waiting], guides: list[Guide], apart: set[frozenset[int]]
) -> None:
    """As trying everything finds it."""
    pairs = assign(newcomers, guides, apart=apart)
    mine = {one.ally.person: one.ally.organisations for one in newcomers}
    theirs = {one.ally.person: one.ally.organisations for one in guides}
    same = sum(bool(mine[newcomer] & theirs[guide]) for newcomer, guide in pairs)
    count, colleagues = _best(newcomers, guides, apart)
    assert (len(pairs), same) == (count, -colleagues)


def test_whoever_waited_longest_goes_first() -> None:
    """However well the other would fit."""
    near = Waiting(Ally(ADA, place=FIRMINY, subjects=frozenset({"accounting"})))
    late = Waiting(Ally(BASILE, place=BREST), months=1)
    guide = Guide(Ally(CHLOE, place=FIRMINY, subjects=frozenset({"accounting"})))
    assert assign([near, late], [guide]) == [(BASILE, CHLOE)]


def test_who_is_near_and_on_the_same_subject_goes_together() -> None:
    """A subject close to another counts too."""
    subject = {"accounting": "management", "mediation": "facilitation"}

    def alike(key: str) -> Mapping[str, float]:
        return {subject[key]: 0.8}

    newcomers = [
        Waiting(Ally(ADA, subjects=frozenset({"accounting"}))),
        Waiting(Ally(BASILE, subjects=frozenset({"mediation"}))),
    ]
    guides = [
        Guide(Ally(CHLOE, subjects=frozenset({"facilitation"}))),
        Guide(Ally(DRISS, subjects=frozenset({"management"}))),
    ]
    assert set(assign(newcomers, guides, alike=alike)) == {(ADA, DRISS), (BASILE, CHLOE)}


def test_newcomers_are_shared_out() -> None:
    """One each, rather than two for one and none for the other."""
    newcomers = [Waiting(Ally(ADA)), Waiting(Ally(BASILE))]
    pairs = assign(newcomers, [Guide(Ally(CHLOE), 3), Guide(Ally(DRISS), 1)])
    assert sorted(guide for _, guide in pairs) == [CHLOE, DRISS]


@pytest.mark.parametrize("typed", [-1, 4, 99])
def test_a_capacity_is_between_none_and_three(typed: int) -> None:
    """More is no longer a pair."""
    with pytest.raises(Refusal):
        capacity_of(typed)
    assert [capacity_of(one) for one in range(4)] == [0, 1, 2, 3]


def test_nobody_decides_for_others() -> None:
    """Nor twice, nor once it is decided."""
    pair = Pair(1, ADA, BASILE, PairState.ASKED, NOW)
    with pytest.raises(Refusal, match="not-yours"):
        answered(pair, Answer.YES, by=CHLOE, now=NOW)
    once = answered(pair, Answer.YES, by=ADA, now=NOW)
    with pytest.raises(Refusal, match="answered"):
        answered(once, Answer.ELSE, by=ADA, now=NOW)
    with pytest.raises(Refusal, match="stale"):
        well(once, by=ADA)


class Consent(RuleBasedStateMachine):
    """Whatever comes in whatever order, nobody is named to the other without both consents."""

    @initialize()
    def begins(self) -> None:
        """Both are asked."""
        self.pair = Pair(1, ADA, BASILE, PairState.ASKED, NOW)
        self.said: dict[int, Answer] = {}
        self.now = NOW
        self.over = False

    @rule(by=st.sampled_from([ADA, BASILE, CHLOE]), answer=st.sampled_from(Answer))
    def answers(self, by: int, answer: Answer) -> None:
        """Somebody presses, perhaps again, perhaps somebody else."""
        try:
            self.pair = answered(self.pair, answer, by=by, now=self.now)
        except Refusal:
            return
        assert by not in self.said
        assert not self.over
        self.said[by] = answer

    @rule(days=st.integers(1, 10))
    def waits(self, days: int) -> None:
        """Time goes by."""
        self.now += timedelta(days=days)
        found = lapsed(self.pair, self.now)
        if found is not None:
            assert self.now >= NOW + ANSWER_WITHIN
            self.pair = found

    @rule(by=st.sampled_from([ADA, BASILE, CHLOE]))
    def stops(self, by: int) -> None:
        """One of the two leaves it at that."""
        try:
            self.pair = ended(self.pair, by=by)
        except Refusal:
            return
        self.over = True

    @invariant()
    def together_only_by_consent(self) -> None:
        """Both said yes."""
        if self.pair.state in (PairState.TOGETHER, PairState.ENDED):
            assert self.said == {ADA: Answer.YES, BASILE: Answer.YES}
        if self.pair.state is PairState.TOGETHER:
            assert self.pair.since is not None


TestConsent = Consent.TestCase
