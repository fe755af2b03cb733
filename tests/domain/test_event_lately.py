"""Days that have just passed: a day without a year is not silently the next one's."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.day_rules import LATELY
from domain.event_words import Said, read
from tests.domain.test_event_words import PARIS

SUNDAY = datetime(2026, 1, 18, 9, tzinfo=PARIS)
PAST = "refusal-moment-past"


def said(text: str, now: datetime = SUNDAY) -> Said:
    """What a message says on the third Sunday of January."""
    return read(text, now)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("le 15 janvier à 18h", PAST),
        ("jeudi 15 janvier à 18h", PAST),
        ("le 15/01 à 18h", PAST),
        ("on January 15 at 6pm", PAST),
        ("le 15 janvier", PAST),
        ("dimanche 4 janvier à 14h", PAST),
        ("le 25 novembre à 18h", PAST),
        ("le premier samedi de janvier à 14h", PAST),
        ("du 28 décembre au 10 janvier", PAST),
        ("mardi 15 janvier à 18h", "refusal-event-weekday-wrong"),
        ("vendredi 15 janvier à 18h", "2027-01-15"),
        ("le 15 janvier 2027 à 18h", "2027-01-15"),
        ("le 15 janvier prochain à 18h", "2027-01-15"),
        ("le 15 novembre à 18h", "2026-11-15"),
        ("le 18 janvier à 18h", "2026-01-18"),
        ("le 15 à 18h", "2026-02-15"),
        ("du 10 au 25 janvier", "2026-01-10"),
        ("les 10, 17 et 24 janvier à 14h", "2026-01-24"),
        ("tous les mardis à 18h jusqu’au 15 décembre", "2026-01-20"),
        ("tous les mardis à 18h du 6 janvier au 15 février", "2026-01-20"),
    ],
)
def test_a_day_that_has_just_passed_is_past(day: str, expected: str) -> None:
    """Unless its year, or its weekday, says that it is the next one's."""
    when = said(f"Réunion publique {day}").when
    first = f"{when.timings[0].start:%Y-%m-%d}" if when.timings else when.doubt
    assert first == expected


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(-90, 250))
def test_no_day_is_read_far_from_where_it_is_near(today: date, away: int) -> None:
    """Two months back are past; whatever lies ahead is itself."""
    day = today + timedelta(days=away)
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    now = datetime(today.year, today.month, today.day, 9, tzinfo=PARIS)
    when = said(f"Bal le {day.day} {months.split()[day.month - 1]} à 20h", now).when
    if -LATELY.days <= away < 0:
        assert when.doubt == PAST
        assert when.about is not None
        assert when.about.date() == day
    elif away >= 0:
        assert [one.start.date() for one in when.timings] == [day]
