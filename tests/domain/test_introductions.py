"""Introductions: both sides agree, once, while the need seeks somebody; then they talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain import introductions
from domain.errors import Refusal
from domain.introductions import (
    ANSWER_WITHIN,
    REFUSED,
    RELAYED_FOR,
    Introduction,
    IntroductionState,
    Outcome,
    Step,
)
from domain.needs import Need, NeedState

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
ADA, BASILE, CHLOE = 1, 2, 3
NEED = Need(5, ADA, "relire un dossier", NeedState.OPEN, NOW)
WAITING = Introduction(9, NEED, BASILE, IntroductionState.WAITING, place=1)
ASKED = introductions.asked(WAITING, now=NOW, zone=PARIS)
MET = introductions.accepted(ASKED, by=BASILE, now=NOW, zone=PARIS)
OVER = [NeedState.FILLED, NeedState.CLOSED, NeedState.EXPIRED, NeedState.DRAFT]


def _yes(one: Introduction, by: int = BASILE) -> Introduction:
    return introductions.accepted(one, by=by, now=NOW, zone=PARIS)


def test_only_the_helper_answers() -> None:
    """Chloé cannot say yes for Basile, nor no."""
    with pytest.raises(Refusal, match="refusal-introduction-not-yours"):
        _yes(ASKED, by=CHLOE)
    with pytest.raises(Refusal, match="refusal-introduction-not-yours"):
        introductions.refused(ASKED, IntroductionState.NEVER, by=ADA, now=NOW)


def test_a_yes_fills_the_need() -> None:
    """Once: a second tap is told that it was answered."""
    assert (MET.state, MET.need.state) == (IntroductionState.ACCEPTED, NeedState.FILLED)
    with pytest.raises(Refusal, match="refusal-introduction-answered"):
        _yes(MET)


@pytest.mark.parametrize("how", sorted(REFUSED))
def test_a_no_is_given_once(how: IntroductionState) -> None:
    """Of whichever kind; no yes comes after it."""
    no = introductions.refused(ASKED, how, by=BASILE, now=NOW)
    assert no.answered_at == NOW
    with pytest.raises(Refusal, match="refusal-introduction-answered"):
        introductions.refused(no, IntroductionState.NEVER, by=BASILE, now=NOW)
    with pytest.raises(Refusal, match="refusal-introduction-answered"):
        _yes(no)


@pytest.mark.parametrize("state", OVER)
def test_a_yes_to_a_need_that_is_over_is_thanked(state: NeedState) -> None:
    """Somebody else was quicker, or it was taken back; a no is still heard."""
    late = replace(ASKED, need=replace(NEED, state=state))
    expected = "refusal-need-filled" if state is NeedState.FILLED else "refusal-introduction-over"
    with pytest.raises(Refusal, match=expected):
        _yes(late)
    no = introductions.refused(late, IntroductionState.NOT_THIS_MONTH, by=BASILE, now=NOW)
    assert no.state is IntroductionState.NOT_THIS_MONTH


@pytest.mark.parametrize("state", OVER)
def test_nobody_is_asked_for_a_need_that_is_over(state: NeedState) -> None:
    """The refusal says how the need stands."""
    with pytest.raises(Refusal, match="refusal-need-"):
        introductions.asked(replace(WAITING, need=replace(NEED, state=state)), now=NOW, zone=PARIS)


def test_nobody_is_asked_twice_for_one_need() -> None:
    """Whatever they said, or if they said nothing."""
    for state in set(IntroductionState) - {IntroductionState.WAITING}:
        with pytest.raises(Refusal, match="refusal-already-asked"):
            introductions.asked(replace(WAITING, state=state), now=NOW, zone=PARIS)


def test_a_yes_counts_late_while_nobody_was_found() -> None:
    """Also while the team looks; not where no answer is needed."""
    expired = introductions.expired(ASKED, NOW + ANSWER_WITHIN)
    assert expired is not None
    assert _yes(expired).state is IntroductionState.ACCEPTED
    looked_for = replace(expired, need=replace(NEED, state=NeedState.UNMET))
    assert _yes(looked_for).need.state is NeedState.FILLED
    with pytest.raises(Refusal, match="refusal-introduction-over"):
        _yes(introductions.cancelled(ASKED))


def test_two_days_are_two_days() -> None:
    """Not a minute less; and at night nobody's turn ends."""
    assert introductions.expired(ASKED, NOW + ANSWER_WITHIN - timedelta(minutes=1)) is None
    late = introductions.asked(WAITING, now=NOW.replace(hour=21), zone=PARIS)
    assert late.expires_at == datetime(2026, 11, 5, 9, tzinfo=PARIS)
    early = introductions.asked(WAITING, now=NOW.replace(hour=3), zone=PARIS)
    assert early.expires_at == datetime(2026, 11, 4, 9, tzinfo=PARIS)


def test_turns_follow_the_places() -> None:
    """One at a time; when all spoke, nobody is left; a need that is over asks nobody."""
    two = [replace(WAITING, place=2), replace(WAITING, id=10, helper=CHLOE, place=1)]
    assert introductions.step(two) is Step.CHOOSE
    queue = introductions.queued(two)
    first = introductions.next_in_turn(queue)
    assert first is not None
    assert first.helper == CHLOE
    assert introductions.step(queue) is Step.NEXT
    asked = introductions.asked(first, now=NOW, zone=PARIS)
    assert introductions.step([queue[0], asked]) is Step.WAIT
    said_no = replace(asked, state=IntroductionState.NEVER)
    assert introductions.step([queue[0], said_no]) is Step.NEXT
    assert introductions.step([said_no]) is Step.NOBODY_LEFT
    assert introductions.step([MET]) is Step.OVER
    assert introductions.step([]) is Step.OVER


def test_words_are_carried_between_two_who_agreed() -> None:
    """Between these two, until one stops or two weeks are over."""
    assert introductions.must_relay(MET, by=ADA, now=NOW) == BASILE
    assert introductions.must_relay(MET, by=BASILE, now=NOW + RELAYED_FOR) == ADA
    with pytest.raises(Refusal, match="refusal-introduction-not-yours"):
        introductions.must_relay(MET, by=CHLOE, now=NOW)
    with pytest.raises(Refusal, match="refusal-introduction-over"):
        introductions.must_relay(ASKED, by=ADA, now=NOW)
    with pytest.raises(Refusal, match="refusal-relay-over"):
        introductions.must_relay(MET, by=ADA, now=NOW + RELAYED_FOR + timedelta(minutes=1))
    stopped = introductions.stopped(MET, by=BASILE, now=NOW)
    with pytest.raises(Refusal, match="refusal-relay-stopped"):
        introductions.must_relay(stopped, by=ADA, now=NOW)


def test_how_it_went_is_asked_once_and_once_more_of_who_said_not_yet() -> None:
    """And told once."""
    assert introductions.asked_how(MET) == [ADA, BASILE]
    first = introductions.followed_up(MET)
    assert first.follow_up_at is None
    good = _told(first, Outcome.GOOD, by=BASILE)
    assert (good.helper_says, good.follow_up_at) == (Outcome.GOOD, None)
    with pytest.raises(Refusal, match="refusal-outcome-told"):
        _told(good, Outcome.NOT_YET, by=BASILE)
    later = _told(good, Outcome.NOT_YET, by=ADA)
    assert later.follow_up_at == NOW + timedelta(days=7)
    assert introductions.asked_how(later) == [ADA]
    last = introductions.followed_up(later)
    assert _told(last, Outcome.NOT_YET, by=ADA).follow_up_at is None


def test_how_it_went_is_told_by_the_two_alone() -> None:
    """And only when they met."""
    with pytest.raises(Refusal, match="refusal-introduction-not-yours"):
        _told(MET, Outcome.GOOD, by=CHLOE)
    with pytest.raises(Refusal, match="refusal-choice-stale"):
        _told(ASKED, Outcome.GOOD, by=ADA)


def _told(one: Introduction, how: Outcome, *, by: int) -> Introduction:
    return introductions.told_how(one, how, by=by, now=NOW, zone=PARIS)
