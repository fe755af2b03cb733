"""When an agenda is due: each week once, whatever clocks and people do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.due import issue_of
from domain.editions import Due, Edition, dues, is_quiet, last_told, of_hour, told_from
from domain.postings import Posting

PARIS = ZoneInfo("Europe/Paris")
ZONES = st.sampled_from(("Europe/Paris", "Australia/Sydney", "America/Guadeloupe", "UTC"))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
NOWS = st.datetimes(datetime(2026, 9, 1), datetime(2027, 5, 1), timezones=st.just(UTC))
POSTINGS = st.builds(
    Posting,
    weekday=st.integers(0, 6),
    at=st.times(timezones=st.none()).map(lambda one: one.replace(second=0, microsecond=0)),
)


def of_week(posting: Posting, zone: ZoneInfo, day: date) -> list[Due]:
    """What is due in the week around a day."""
    now = datetime.combine(day, time(12), zone).astimezone(UTC)
    found = dues(posting, zone, now, since=LONG_AGO, changed=None)
    return [one for one in found if one.issue == issue_of(day)]


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
    ],
)
def test_an_hour_that_is_there_twice_or_never_is_due_once(day: date, at: datetime) -> None:
    """The first of two; the first minute after a gap."""
    [due] = of_week(Posting(weekday=6, at=time(2, 30)), PARIS, day)
    assert (due.at, due.day) == (at, day)


@given(posting=POSTINGS, zone=ZONES, now=NOWS)
def test_each_week_is_due_once_on_a_day_of_it(posting: Posting, zone: str, now: datetime) -> None:
    """An issue is named after the local day, so that no week has two."""
    found = list(dues(posting, ZoneInfo(zone), now, since=LONG_AGO, changed=None))
    assert len({one.issue for one in found}) == len(found) == 7
    assert all(issue_of(one.day) == one.issue for one in found)


@given(before=POSTINGS, after=POSTINGS, zones=st.tuples(ZONES, ZONES), changed=NOWS)
def test_a_change_in_the_week_brings_it_neither_twice_nor_long_after(
    before: Posting, after: Posting, zones: tuple[str, str], changed: datetime
) -> None:
    """What the new hour would have missed comes within a day of the change, or next week's does."""
    old, new = (ZoneInfo(one) for one in zones)
    had = {
        one.issue
        for one in dues(before, old, changed, since=LONG_AGO, changed=None)
        if one.at <= changed
    }
    coming = [
        one
        for one in dues(after, new, changed, since=LONG_AGO, changed=changed)
        if one.at >= changed and one.issue not in had
    ]
    assert coming
    assert len({one.issue for one in coming}) == len(coming)
    assert min(one.at for one in coming) <= changed + timedelta(days=14)


def test_nobody_gets_what_was_due_before_they_came() -> None:
    """Who joins on Tuesday waits for the next Monday."""
    now = datetime(2026, 11, 24, 9, tzinfo=UTC)
    found = list(dues(Posting(), PARIS, now, since=now, changed=None))
    assert [one.day for one in found] == [date(2026, 11, 30)]


def test_quiet_hours_may_lie_around_midnight() -> None:
    """From nine in the evening to eight, no sound."""
    posting = Posting(quiet=(time(21), time(8)))
    hours = {hour: datetime(2026, 11, 24, hour, tzinfo=PARIS) for hour in (7, 8, 20, 22)}
    assert {hour: is_quiet(posting, PARIS, at) for hour, at in hours.items()} == {
        7: True,
        8: False,
        20: False,
        22: True,
    }


def test_an_hour_set_earlier_on_the_last_day_of_a_week_loses_nothing() -> None:
    """It was Sunday at 18:00 and is Sunday at 9:00 since 17:00: the agenda comes at once."""
    changed = datetime(2026, 11, 29, 17, tzinfo=PARIS).astimezone(UTC)
    found = list(
        dues(Posting(weekday=6, at=time(9)), PARIS, changed, since=LONG_AGO, changed=changed)
    )
    assert [one.at for one in found if one.issue == "2026-W48"] == [changed]
    assert all(issue_of(one.day) == one.issue for one in found)


def test_what_tomorrow_tells_is_not_told_on_the_evening_before() -> None:
    """From Sunday evening to Monday morning: the week of the Monday is enough."""
    changed = datetime(2026, 11, 29, 17, tzinfo=PARIS).astimezone(UTC)
    found = list(dues(Posting(), PARIS, changed, since=LONG_AGO, changed=changed))
    assert min(one.at for one in found if one.at >= changed) == datetime(
        2026, 11, 30, 7, tzinfo=UTC
    )


@given(posting=POSTINGS, zone=ZONES, now=NOWS)
def test_no_day_of_a_reader_is_told_only_when_it_is_over(
    posting: Posting, zone: str, now: datetime
) -> None:
    """What is left out of one agenda because it is over was told by the one of the week before."""
    here = ZoneInfo(zone)
    before, after = (of_week(posting, here, now.date() + n * timedelta(days=7)) for n in (0, 1))
    for earlier, later in zip(before, after, strict=True):
        over = told_from(later.day, later.of, here)
        first = datetime.combine(later.day, time(), here).astimezone(UTC)
        assert last_told(earlier.day, earlier.of) >= later.day - timedelta(days=over == first)


@pytest.mark.parametrize(("hour", "days"), [(8, 7), (16, 7), (17, 8), (23, 8)])
def test_an_evening_is_told_with_the_same_day_a_week_later(hour: int, days: int) -> None:
    """It is of another edition than the mornings of its day."""
    day = date(2026, 1, 11)
    [due] = of_week(Posting(weekday=6, at=time(hour)), PARIS, day)
    edition = Edition(day, (), alone=due.of)
    assert (edition.last - day).days == days - 1
    assert edition.is_of(due)
    assert not Edition(day, (), alone=of_hour(time(5 if due.of else 20))).is_of(due)
