"""Time asked of the team: whose turn it is, and what a month has left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import mobilising
from domain.errors import Refusal
from domain.mobilising import (
    REMINDERS_MOST,
    Mobilisation,
    MobilisationState,
    left_of,
    month_after,
    month_of,
    next_reminder,
)

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ADA, DRISS, CHLOE = 1, 4, 3
ASKED = Mobilisation(
    7, ADA, 120, "relire un dossier", MobilisationState.ASKED, NOW, date(2026, 1, 1)
)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_the_month_after_begins_the_day_after_this_one_ends(day: date) -> None:
    """Also from the thirty-first, and over a year's end."""
    first = month_after(month_of(day))
    assert first.day == 1
    assert month_of(first - timedelta(days=1)) == month_of(day)


@given(
    st.integers(0, 6000),
    st.lists(st.tuples(st.integers(1, 1440), st.sampled_from(MobilisationState)), max_size=20),
)
def test_what_is_left_is_what_was_announced_without_what_is_promised(
    announced: int, requests: list[tuple[int, MobilisationState]]
) -> None:
    """Never below zero; a request that only waits promises nothing."""
    made = [replace(ASKED, minutes=minutes, state=state) for minutes, state in requests]
    promised = sum(
        one.minutes
        for one in made
        if one.state in (MobilisationState.TAKEN, MobilisationState.DONE)
    )
    assert left_of(announced, made, PARIS) == max(0, announced - promised)


def test_what_was_put_off_is_promised_to_its_month() -> None:
    """And nothing is left to say of a month without an announcement."""
    put_off = mobilising.put_off(ASKED, date(2026, 1, 31))
    assert put_off.month == date(2026, 2, 1)
    assert left_of(300, [put_off], PARIS) == 180
    assert left_of(None, [put_off], PARIS) is None


@given(st.text(max_size=80))
def test_any_sentence_is_read_without_a_fault(text: str) -> None:
    """And what is read of it can be asked."""
    asked = mobilising.read(text)
    assert asked.minutes is None or 0 < asked.minutes <= 1440
    assert isinstance(mobilising.asks_team(text), bool)


def test_the_team_is_reminded_every_three_days_and_not_for_ever() -> None:
    """A request put off is shown as its month begins."""
    assert next_reminder(ASKED, PARIS) == NOW + timedelta(days=3)
    assert next_reminder(replace(ASKED, reminders=1), PARIS) == NOW + timedelta(days=6)
    assert next_reminder(replace(ASKED, reminders=REMINDERS_MOST), PARIS) is None
    put_off = mobilising.put_off(ASKED, date(2026, 1, 8))
    assert next_reminder(put_off, PARIS) == datetime(2026, 2, 1, 9, tzinfo=PARIS)
    assert next_reminder(mobilising.taken(ASKED, by=DRISS), PARIS) is None


def test_only_whoever_took_it_says_what_became_of_it() -> None:
    """And nobody helps themselves."""
    taken = mobilising.taken(ASKED, by=DRISS)
    assert mobilising.done(taken, by=DRISS, minutes=90).minutes == 90
    assert mobilising.given_back(taken, by=DRISS) == ASKED
    with pytest.raises(Refusal, match="refusal-mobilisation-not-yours"):
        mobilising.done(taken, by=CHLOE, minutes=90)
    with pytest.raises(Refusal, match="refusal-mobilisation-not-yours"):
        mobilising.given_back(taken, by=CHLOE)
    with pytest.raises(Refusal, match="refusal-mobilisation-own"):
        mobilising.taken(ASKED, by=ADA)
    with pytest.raises(Refusal, match="refusal-already-decided"):
        mobilising.taken(taken, by=CHLOE)


def test_what_is_over_changes_no_more() -> None:
    """Whatever anybody presses afterwards."""
    over = mobilising.withdrawn(ASKED, by=ADA)
    acts: list[Callable[[], Mobilisation]] = [
        lambda: mobilising.taken(over, by=DRISS),
        lambda: mobilising.put_off(over, date(2026, 1, 5)),
        lambda: mobilising.declined(over),
        lambda: mobilising.withdrawn(over, by=ADA),
        lambda: mobilising.done(over, by=DRISS, minutes=60),
    ]
    for act in acts:
        with pytest.raises(Refusal, match="refusal-already-decided"):
            act()
