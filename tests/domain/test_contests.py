"""A contested exchange ends once, by those whom it concerns or by the team, with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import contests, timebank
from domain.balances import Leaning, leaning, must_allow
from domain.durations import MOST_MINUTES
from domain.errors import Refusal
from domain.fabriques import TimePolicy
from domain.ledger import Kind
from domain.timebank import SUBJECT_MOST, Exchange, ExchangeState
from tests.domain.test_timebank import (
    ADA,
    BASILE,
    CHLOE,
    NOW,
    PEOPLE,
    POT,
    TEAM,
    TODAY,
    YESTERDAY,
    party,
    proposed,
)

CONTESTED = replace(timebank.contested(proposed(), by=party(BASILE)), id=1)


def test_who_contested_may_agree_after_all() -> None:
    """Nobody else may, and the noter least of all."""
    agreed = contests.agreed(CONTESTED, by=party(BASILE), at=NOW)
    assert (agreed.counts, agreed.confirmed_by) == (True, BASILE)
    for other in (party(ADA), party(CHLOE), TEAM):
        with pytest.raises(Refusal, match="refusal-exchange-not-yours"):
            contests.agreed(CONTESTED, by=other, at=NOW)
    with pytest.raises(Refusal, match="refusal-already-decided"):
        contests.agreed(agreed, by=party(BASILE), at=NOW)


def test_the_team_settles_what_is_not_its_own() -> None:
    """And only what is contested."""
    assert contests.upheld(CONTESTED, by=TEAM, at=NOW, reason="vu").counts
    assert contests.closed(CONTESTED, by=TEAM, reason="vu").state is ExchangeState.CANCELLED
    with pytest.raises(Refusal, match="refusal-team-only"):
        contests.upheld(CONTESTED, by=party(BASILE), at=NOW, reason="vu")
    with pytest.raises(Refusal, match="refusal-already-decided"):
        contests.closed(proposed(), by=TEAM, reason="vu")
    for person in (ADA, BASILE):
        mine = replace(party(person), team=True)
        with pytest.raises(Refusal, match="refusal-exchange-own-affair"):
            contests.upheld(CONTESTED, by=mine, at=NOW, reason="vu")


@given(st.integers(-2000, 2000))
def test_what_the_team_sets_is_what_counts(minutes: int) -> None:
    """In the direction agreed on, linked to the note; what changes nothing is no settlement."""
    if minutes == CONTESTED.minutes or not 1 <= abs(minutes) <= MOST_MINUTES:
        with pytest.raises(Refusal):
            contests.settled_as(CONTESTED, minutes, by=TEAM, at=NOW, reason="vu")
        return
    before, after = contests.settled_as(CONTESTED, minutes, by=TEAM, at=NOW, reason="vu")
    assert (before.state, after.replaces) == (ExchangeState.CANCELLED, 1)
    (leg,) = [one for one in timebank.legs(after) if one.account == PEOPLE[ADA].id]
    assert (leg.minutes, after.counts, after.confirmed_by) == (minutes, True, TEAM.person)


@pytest.mark.parametrize(("typed", "name"), [(" \n ", "empty"), ("x" * 301, "too-long")])
def test_a_reason_is_some_words_on_a_line(typed: str, name: str) -> None:
    """Both sides and the log show it whole."""
    with pytest.raises(Refusal, match=f"refusal-reason-{name}"):
        contests.reason_typed(typed)
    assert contests.reason_typed(" vu \n ensemble ") == "vu ensemble"


def changed(exchange: Exchange, by: int = BASILE, **more: Any) -> tuple[Exchange, Exchange]:
    """The same exchange as somebody says it otherwise."""
    return timebank.changed(exchange, by=party(by), at=NOW, today=TODAY, **more)


@given(st.lists(st.tuples(st.integers(1, MOST_MINUTES), st.booleans()), min_size=1, max_size=8))
def test_a_note_may_go_to_and_fro_and_counts_once_for_the_last(
    said: list[tuple[int, bool]],
) -> None:
    """Whoever spoke last cannot confirm their own word."""
    notes = [replace(proposed(), id=1)]
    for minutes, swapped in said:
        last = notes[-1]
        who = BASILE if last.noted_by == ADA else ADA
        if minutes == last.minutes and not swapped:
            continue
        before, after = changed(last, who, minutes=minutes, swapped=swapped)
        notes[-1] = before
        notes.append(replace(after, id=last.id + 1))
        assert (after.noted_by, after.replaces, after.state) == (who, last.id, last.state)
    last = notes[-1]
    with pytest.raises(Refusal, match="refusal-exchange-own-word"):
        timebank.confirmed(last, by=party(last.noted_by), at=NOW)
    other = BASILE if last.noted_by == ADA else ADA
    notes[-1] = timebank.confirmed(last, by=party(other), at=NOW)
    assert [one.counts for one in notes] == [False] * (len(notes) - 1) + [True]
    assert all(one.state is ExchangeState.CANCELLED for one in notes[:-1])


@pytest.mark.parametrize(
    ("exchange", "more", "name"),
    [
        (proposed(), {}, "refusal-exchange-same"),
        (proposed(), {"minutes": 120, "day": YESTERDAY}, "refusal-exchange-same"),
        (proposed(), {"minutes": 0}, "refusal-duration-zero"),
        (proposed(), {"subject": "x" * (SUBJECT_MOST + 1)}, "refusal-subject-too-long"),
        (replace(proposed(), kind=Kind.GIFT), {"minutes": 60}, "refusal-exchange-fixed"),
        (replace(proposed(), kind=Kind.CORRECTION), {"minutes": 60}, "refusal-exchange-fixed"),
        (CONTESTED, {"minutes": 60}, "refusal-exchange-not-open"),
    ],
)
def test_what_cannot_be_said_otherwise_is_refused(
    exchange: Exchange, more: dict[str, Any], name: str
) -> None:
    """By the rules of a first note; gifts and corrections are taken as they are."""
    with pytest.raises(Refusal) as refused:
        changed(exchange, **more)
    assert refused.value.name == name


def test_who_noted_it_does_not_change_it_but_takes_it_back() -> None:
    """Their word stands until the other side's."""
    with pytest.raises(Refusal, match="refusal-exchange-own-word"):
        changed(proposed(), ADA, minutes=60)


def test_what_leads_of_the_common_says_otherwise_goes_back_to_who_gave() -> None:
    """The team's word is not asked for what it said itself."""
    given_ = replace(proposed(receiver=POT), id=1, referent=CHLOE)
    _, after = changed(given_, CHLOE, minutes=60)
    assert after.awaited == PEOPLE[ADA]
    assert timebank.confirmed(after, by=party(ADA), at=NOW).counts


POLICY = TimePolicy(soft_floor=-60, soft_ceiling=60, floor=-120, ceiling=120)


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_a_limit_stops_only_what_goes_further_beyond_it(balance: int, change: int) -> None:
    """The way back is always open, and nobody's first exchange fails."""
    must_allow(balance, change, POLICY, name="Ada", first=True)
    must_allow(balance, change, TimePolicy(), name="Ada", first=False)
    after = balance + change
    beyond = (change < 0 and after < -120) or (change > 0 and after > 120)
    if not beyond:
        must_allow(balance, change, POLICY, name="Ada", first=False)
        return
    with pytest.raises(Refusal):
        must_allow(balance, change, POLICY, name="Ada", first=False)


@pytest.mark.parametrize(
    ("balance", "expected"),
    [(-61, Leaning.RECEIVES), (-60, Leaning.EVEN), (60, Leaning.EVEN), (61, Leaning.GIVES)],
)
def test_a_gentle_word_only_beyond_what_is_usual(balance: int, expected: Leaning) -> None:
    """Not at the line."""
    assert leaning(balance, POLICY) is expected
