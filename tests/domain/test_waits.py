"""How long an exchange waits: reminded twice, counted where silence counts, then over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import waits
from domain.ledger import AccountKind, Kind
from domain.timebank import Exchange, ExchangeState, may_take_silence_for_yes, needs_no_word
from domain.waits import Due
from tests.domain.test_timebank import FIRM, NOW, PEOPLE, POT, proposed

PARIS = ZoneInfo("Europe/Paris")
STARTED = datetime(2026, 3, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda minutes: STARTED + timedelta(minutes=minutes))


def due(exchange: Exchange, days: float, confirm_after: int | None = None) -> Due | None:
    """What is due some days later."""
    moment = NOW + timedelta(days=days)
    return waits.due(exchange, moment, PARIS, confirm_after=confirm_after)


def test_reminders_come_in_the_morning_of_the_third_and_the_seventh_day() -> None:
    """Each once; then it is over."""
    one = proposed()
    assert waits.after(one, 3, PARIS) == datetime(2026, 10, 17, 9, 0, tzinfo=PARIS)
    assert due(one, 2.8) is None
    assert due(one, 3) is Due.REMIND
    once = waits.reminded(one, NOW + timedelta(days=3), PARIS)
    assert (once.reminders, due(once, 3), due(once, 6)) == (1, None, None)
    assert due(once, 7) is Due.REMIND
    assert due(replace(once, reminders=2), 29) is None
    assert due(replace(once, reminders=2), 31) is Due.EXPIRE


def test_two_reminders_missed_are_one() -> None:
    """A bot that was away does not say both."""
    late = waits.reminded(proposed(), NOW + timedelta(days=9), PARIS)
    assert (late.reminders, due(late, 9)) == (2, None)


def test_silence_counts_only_where_it_may() -> None:
    """Never for a correction, the common, an absent, another fabrique or an invitation."""
    one = proposed()
    assert due(one, 5, confirm_after=5) is Due.CONFIRM
    assert due(one, 5) is Due.REMIND
    for other in (
        replace(one, kind=Kind.CORRECTION),
        replace(one, spoken=True),
        replace(one, noted_for=None),
        proposed(receiver=POT),
        replace(one, state=ExchangeState.INVITED),
    ):
        assert not may_take_silence_for_yes(other)
        assert due(other, 5, confirm_after=5) is Due.REMIND
    assert may_take_silence_for_yes(proposed(receiver=FIRM))


@pytest.mark.parametrize(
    ("exchange", "alone"),
    [
        (proposed(), False),
        (proposed(giver=PEOPLE[2], receiver=PEOPLE[1]), True),
        (replace(proposed(giver=PEOPLE[2], receiver=PEOPLE[1]), replaces=1), False),
        (replace(proposed(giver=PEOPLE[2], receiver=PEOPLE[1]), kind=Kind.GIFT), False),
        (replace(proposed(giver=PEOPLE[2], receiver=PEOPLE[1]), spoken=True), False),
        (proposed(giver=POT, receiver=PEOPLE[1]), False),
    ],
)
def test_what_is_short_counts_alone_only_when_the_one_who_owes_notes_it(
    exchange: Exchange, alone: bool
) -> None:
    """Below the fabrique's line, not at it."""
    assert needs_no_word(exchange, below=exchange.minutes + 1) is alone
    assert not needs_no_word(exchange, below=exchange.minutes)
    assert not needs_no_word(exchange, below=0)


@given(MOMENTS, st.none() | st.integers(1, 29), st.integers(0, 2))
def test_what_falls_due_next_is_due_then_and_not_before(
    noted_at: datetime, confirm_after: int | None, reminders: int
) -> None:
    """On any day of the year, clocks changed or not: the alarm rings when there is something."""
    one = replace(proposed(), noted_at=noted_at, reminders=reminders)
    moment = waits.next_due(one, noted_at, PARIS, confirm_after=confirm_after)
    assert moment is not None
    before = moment - timedelta(seconds=1)
    assert waits.due(one, moment, PARIS, confirm_after=confirm_after) is not None
    earlier = waits.due(one, before, PARIS, confirm_after=confirm_after)
    assert earlier is None


def test_what_is_over_waits_for_nothing() -> None:
    """Also what is contested: the team has it."""
    for state in set(ExchangeState) - {ExchangeState.PROPOSED, ExchangeState.INVITED}:
        over = replace(proposed(), state=state)
        assert due(over, 40, confirm_after=3) is None
        assert waits.next_due(over, NOW, PARIS, confirm_after=3) is None


def test_the_partner_s_account_is_never_taken_at_its_silence() -> None:
    """Two ledgers are concerned."""
    partner = replace(POT, kind=AccountKind.FABRIQUE)
    assert not may_take_silence_for_yes(proposed(receiver=partner))
