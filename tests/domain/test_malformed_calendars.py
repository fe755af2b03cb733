"""No line of a calendar hides another event, whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Calendar, read
from domain.errors import Refusal
from tests.domain.malformed_calendars import GOOD, MALFORMED, Malformed

PARIS = ZoneInfo("Europe/Paris")
LONGEST = 5.0
"""Seconds of the processor that no calendar may take."""


def november(content: bytes) -> Calendar:
    """What is found in November 2026."""
    return read(content, zone=PARIS, first=date(2026, 11, 1), last=date(2026, 11, 30))


@pytest.mark.parametrize("one", MALFORMED, ids=lambda one: one.name)
def test_what_can_be_read_is_found(one: Malformed) -> None:
    """And what cannot is named, without a word of what stands beside it."""
    calendar = november(one.content)
    found = tuple(f"{event.start:%d/%m %H:%M} {event.title}" for event in calendar.events)
    assert (found, calendar.problems) == (one.found, one.problems)


def test_there_are_many_and_each_is_another() -> None:
    """At least thirty, or the table has lost some."""
    assert len({one.content for one in MALFORMED}) == len(MALFORMED) >= 30


names = st.sampled_from(
    [
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "X-WR-TIMEZONE",
        "TZID",
    ]
)
values = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [
            "20261118T183000",
            "20261118T183000Z",
            "20261118",
            "00010101",
            "99991231T235959Z",
            "FREQ=WEEKLY;BYDAY=WE",
            "FREQ=DAILY;COUNT=999999999",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=SECONDLY",
            "FREQ=DAILY;UNTIL=20261301",
            "P1D",
            "-PT1H",
            "20261118T183000/PT1H,20261119",
        ]
    ),
)
parameters = st.sampled_from(
    [
        "",
        ";TZID=Europe/Paris",
        ";TZID=Nulle/Part",
        ";VALUE=DATE",
        ";RANGE=THISANDFUTURE",
        ';X="',
        ";",
    ]
)
lines = st.builds("{}{}:{}".format, names, parameters, values)
bad_events = st.lists(st.one_of(lines, st.text(max_size=40)), max_size=8).map(
    lambda inside: ["BEGIN:VEVENT", *inside, "END:VEVENT"]
)
garbage = st.one_of(
    bad_events,
    st.lists(st.text(max_size=40).filter(lambda text: "BEGIN" not in text.upper()), max_size=5),
    st.sampled_from(["BEGIN:VALARM", "END:VEVENT", "BEGIN:VTODO", "BEGIN:VTIMEZONE"]).map(
        lambda line: [line]
    ),
)


def good(number: int) -> list[str]:
    """A good event of its own name and hour."""
    return [
        "BEGIN:VEVENT",
        f"UID:bon-{number}@exemple.invalid",
        f"DTSTART:202611{number + 10}T120000Z",
        f"SUMMARY:Bon {number}",
        "END:VEVENT",
    ]


@given(st.lists(garbage, min_size=2, max_size=6))
def test_no_good_event_is_lost_among_bad_ones(spliced: Sequence[Sequence[str]]) -> None:
    """Before, between and after whatever stands there, each good one is found, and in time."""
    parts = [["BEGIN:VCALENDAR"]]
    for number, bad in enumerate(spliced):
        parts += [list(bad), good(number)]
    text = "\r\n".join(line for part in [*parts, ["END:VCALENDAR", ""]] for line in part)
    begun = process_time()
    calendar = november(text.encode(errors="replace"))
    assert process_time() - begun < LONGEST
    titles = [event.title for event in calendar.events]
    assert [titles.count(f"Bon {number}") for number in range(len(spliced))] == [1] * len(spliced)


@given(st.binary(max_size=400), st.integers(0, 300), st.integers(0, 40))
def test_no_bytes_are_a_fault(noise: bytes, at: int, cut: int) -> None:
    """Spliced into a calendar, or over a part of it: it is read or refused, and in time."""
    whole = "\r\n".join(("BEGIN:VCALENDAR", *GOOD, *GOOD, "END:VCALENDAR", "")).encode()
    begun = process_time()
    with suppress(Refusal):
        november(whole[:at] + noise + whole[at + cut :])
    assert process_time() - begun < LONGEST
