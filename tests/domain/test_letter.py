"""The monthly letter's rules: when it is due, and what an item may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.letter import ITEM_MOST, clean, issue_of, letter_due, next_letter

PARIS = ZoneInfo("Europe/Paris")


class When(TypedDict):
    """A community's choice of a day."""

    day_of_month: int
    at: time
    zone: ZoneInfo


LAST_DAY_9H: When = {"day_of_month": 31, "at": time(9), "zone": PARIS}


def test_an_issue_is_a_month() -> None:
    """Months have two digits, so that issues sort."""
    assert issue_of(date(2026, 3, 9)) == "2026-03"


@pytest.mark.parametrize(
    ("now", "issue"),
    [
        (datetime(2027, 2, 28, 8, 59, tzinfo=PARIS), None),
        (datetime(2027, 2, 28, 9, tzinfo=PARIS), "2027-02"),
        (datetime(2027, 3, 1, 20, 59, tzinfo=PARIS), "2027-02"),
        (datetime(2027, 3, 1, 21, tzinfo=PARIS), None),
    ],
)
def test_the_31st_is_the_last_day_of_any_month(now: datetime, issue: str | None) -> None:
    """And a letter sent on the 1st, late, keeps the name of its month."""
    assert letter_due(now, **LAST_DAY_9H) == issue


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
    st.integers(1, 31),
    st.timedeltas(timedelta(hours=1), timedelta(days=70)),
)
def test_nothing_changes_before_the_next_moment(now: datetime, day: int, late: timedelta) -> None:
    """A clock that sleeps until then misses no letter."""
    when: When = {"day_of_month": day, "at": time(2, 30), "zone": PARIS}
    moment = next_letter(now, **when, late=late)
    assert now < moment <= now + timedelta(days=32)
    just_before = moment - timedelta(microseconds=1)
    assert letter_due(just_before, **when, late=late) == letter_due(now, **when, late=late)


def test_an_item_is_cleaned_and_keeps_its_lines() -> None:
    """Markup, control characters and empty lines go."""
    assert clean("  <b>Appel</b> à \u202erelecture\n\n\n pour Ada Exemple ") == (
        "Appel à relecture\npour Ada Exemple"
    )


@pytest.mark.parametrize("text", ["", " \n ", "\u200b\u202e", "<br>"])
def test_an_empty_item_is_refused(text: str) -> None:
    """What cannot be seen is nothing."""
    with pytest.raises(Refusal, match="refusal-item-empty"):
        clean(text)


@pytest.mark.parametrize("length", [ITEM_MOST + 1, 10 * ITEM_MOST])
def test_too_long_an_item_is_refused_with_its_limit(length: int) -> None:
    """The writer is told how many characters there may be."""
    with pytest.raises(Refusal, match="refusal-item-too-long") as refused:
        clean("é" * length)
    assert refused.value.values == {"most": ITEM_MOST}
