"""Rules of repetition: those that name a day are followed, the others never searched for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar_rules import comes_again


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=DAILY;BYSETPOS=9",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;UNTIL=20270101T000000Z;COUNT=3",
    ],
)
def test_a_day_that_never_comes_is_not_searched_for(rule: str) -> None:
    """5 January 2026 is a Monday."""
    assert not comes_again(rule, date(2026, 1, 5))


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", date(2026, 1, 5)),
        ("FREQ=YEARLY", date(1643, 1, 4)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;INTERVAL=4", date(2024, 2, 29)),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 1, 30)),
        ("FREQ=WEEKLY;UNTIL=20200101T000000Z", date(2026, 1, 5)),
    ],
)
def test_a_rare_day_is_a_day(rule: str, start: date) -> None:
    """Every 28 years is rare; a birthday of 1643 is told in 2026."""
    assert comes_again(rule, start)


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.integers(1, 3650),
    st.integers(1, 60),
    st.sets(st.sampled_from(["BYMONTH", "BYMONTHDAY", "BYDAY"])),
)
def test_what_comes_within_ten_years_is_followed(
    start: date, ahead: int, interval: int, named: set[str]
) -> None:
    """No rule that a place may mean is lost: each of these names a day that is known."""
    day = start + timedelta(days=ahead * interval % 3650 // interval * interval)
    says = {
        "BYMONTH": str(day.month),
        "BYMONTHDAY": str(day.day),
        "BYDAY": ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()],
    }
    rule = "".join(f";{name}={says[name]}" for name in sorted(named))
    assert comes_again(f"FREQ=YEARLY{rule}", start)
    if not {"BYMONTH", "BYMONTHDAY"} <= named or interval == 1:
        assert comes_again(f"FREQ=DAILY;INTERVAL={interval}{rule}", start)
