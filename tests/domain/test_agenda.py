"""The agenda's rules: weeks, days, the hour of the digest, and the file others subscribe to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TypedDict
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda import days_of
from domain.due import LATEST, digest_due, due_at, issue_of, next_digest, week_of
from domain.events import Event, State, Status, plain
from domain.ics import ics

PARIS = ZoneInfo("Europe/Paris")
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)


class When(TypedDict):
    """A group's choice of an hour."""

    weekday: int
    at: time
    zone: ZoneInfo


THURSDAY_18H: When = {"weekday": 3, "at": time(18), "zone": PARIS}
SUNDAY_2H30: When = {"weekday": 6, "at": time(2, 30), "zone": PARIS}


def paris(day: int, hour: int = 0, minute: int = 0, *, month: int = 11) -> datetime:
    """A moment of 2026, by the clocks of Paris."""
    return datetime(2026, month, day, hour, minute, tzinfo=PARIS)


WORKSHOP = Event(
    id=1,
    title="Atelier vélo",
    start=paris(23, 18, 30),
    end=paris(23, 20, 30),
    all_day=False,
    place="La Roue Fictive, Villemodèle",
    link="https://agenda.example/1",
    state=State.APPROVED,
    status=Status.SCHEDULED,
    source="chat",
    uid="atelier@agenda.example",
)


def shown(*events: Event) -> list[tuple[int, list[str]]]:
    """The days of the month of the week of 23 November, and their titles."""
    days = days_of(events, MONDAY, SUNDAY, PARIS)
    return [(day.day, [event.title for event in found]) for day, found in days]


def test_an_issue_is_an_iso_week() -> None:
    """The first days of January may belong to the year before."""
    assert [issue_of(TUESDAY), issue_of(date(2027, 1, 3))] == ["2026-W48", "2026-W53"]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_each_day_is_in_its_own_week(day: date) -> None:
    """A week begins on Monday, ends on Sunday, and is one issue."""
    monday, sunday = week_of(day)
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)
    assert issue_of(monday) == issue_of(day) == issue_of(sunday)


@pytest.mark.parametrize("state", [State.PROPOSED, State.REFUSED, State.WITHDRAWN])
def test_only_what_is_approved_is_shown(state: State) -> None:
    """What moderation has not let through appears nowhere."""
    assert shown(replace(WORKSHOP, state=state)) == []


def test_a_cancelled_event_stays_in_its_place() -> None:
    """Those who planned to come have to read that it is off."""
    days = days_of([replace(WORKSHOP, status=Status.CANCELLED)], MONDAY, SUNDAY, PARIS)
    assert [event.status for _, found in days for event in found] == [Status.CANCELLED]


def test_a_day_is_sorted_by_hour_then_title() -> None:
    """Accents do not send a title to the end."""
    early = replace(WORKSHOP, title="Zumba", start=paris(23, 9), end=None)
    choir, party = replace(WORKSHOP, title="Fanfare"), replace(WORKSHOP, title="Éco-fête")
    assert shown(choir, party, early) == [(23, ["Zumba", "Éco-fête", "Fanfare"])]


def test_an_exhibition_stands_once_on_its_first_day_in_the_window() -> None:
    """What began weeks ago is on Monday, and not on every day."""
    long = replace(WORKSHOP, title="Exposition", start=paris(2), end=paris(30), all_day=True)
    assert shown(long, WORKSHOP) == [(23, ["Exposition", "Atelier vélo"])]


def test_an_evening_belongs_to_the_day_it_began() -> None:
    """A concert of Sunday that ends at one in the morning is not announced for Monday."""
    assert shown(replace(WORKSHOP, start=paris(22, 21), end=paris(23, 1))) == []


def test_an_all_day_event_ends_before_its_end() -> None:
    """The end is exclusive: a Sunday before the window does not reach into it."""
    assert shown(replace(WORKSHOP, start=paris(22), end=paris(23), all_day=True)) == []


@pytest.mark.parametrize(
    ("now", "issue"),
    [
        (paris(26, 17, 59), None),
        (paris(26, 18), "2026-W48"),
        (paris(28, 5, 59), "2026-W48"),
        (paris(28, 6), None),
    ],
)
def test_a_digest_is_due_from_its_hour_and_for_a_day_and_a_half(
    now: datetime, issue: str | None
) -> None:
    """Thursday at six in the evening, until Saturday at six in the morning."""
    assert digest_due(now, **THURSDAY_18H) == issue


def test_a_late_digest_keeps_the_name_of_its_own_week() -> None:
    """On Monday, the digest of Sunday is still last week's issue."""
    now = paris(23, 8)
    assert digest_due(now, weekday=6, at=time(18), zone=PARIS) == "2026-W47"


def test_an_hour_that_happens_twice_makes_one_digest() -> None:
    """On 25 October 2026, 02:30 comes at 00:30 and 01:30 UTC: the first counts, once."""
    due = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert due_at(6, time(2, 30), PARIS, date(2026, 10, 25)) == due
    assert next_digest(due, **SUNDAY_2H30) == due + LATEST
    assert digest_due(due + timedelta(hours=1), **SUNDAY_2H30) == "2026-W43"


def test_an_hour_that_never_happens_is_the_first_minute_after() -> None:
    """On 28 March 2027 the clock goes from 01:59 to 03:00."""
    due = due_at(6, time(2, 30), PARIS, date(2027, 3, 28))
    assert due.astimezone(PARIS).replace(tzinfo=None) == datetime(2027, 3, 28, 3)
    assert digest_due(due - timedelta(seconds=1), **SUNDAY_2H30) is None
    assert digest_due(due, **SUNDAY_2H30) == "2027-W12"


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 6),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.timedeltas(timedelta(hours=1), timedelta(days=20)),
)
def test_nothing_changes_before_the_next_moment(
    now: datetime, weekday: int, at: time, late: timedelta
) -> None:
    """A clock that sleeps until then misses no digest and wakes for nothing."""
    when: When = {"weekday": weekday, "at": at, "zone": PARIS}
    moment = next_digest(now, **when, late=late)
    assert now < moment <= now + timedelta(days=8)
    just_before = moment - timedelta(microseconds=1)
    assert digest_due(just_before, **when, late=late) == digest_due(now, **when, late=late)


def test_a_line_is_plain() -> None:
    """No markup, no control, no direction; a heart and a family of emoji stay."""
    written = "<b>Vé</b>lo&nbsp;<br>\u202eet\x07 \u200bcie <3 👩\u200d👧 &lt;script&gt;"
    assert plain(written, most=100) == "Vélo\xa0 et cie <3 👩\u200d👧"


@given(st.text(), st.integers(1, 50))
def test_a_plain_line_is_never_too_long(written: str, most: int) -> None:
    """And it is one line."""
    line = plain(written, most=most)
    assert (len(line) <= most, len(line.splitlines()) <= 1) == (True, True)


def test_the_file_can_be_read_back() -> None:
    """Text is escaped, lines end with CRLF, the event keeps its local hour."""
    written = ics([WORKSHOP], zone=PARIS, name="Agenda, fictif", at=paris(1))
    (event,) = icalendar.Calendar.from_ical(written).events
    assert event["LOCATION"] == WORKSHOP.place
    assert event.start == WORKSHOP.start
    assert written.count(b"\n") == written.count(b"\r\n")


def test_the_file_keeps_what_is_cancelled_and_leaves_out_what_is_not_approved() -> None:
    """A subscriber's calendar has to strike a cancelled event out."""
    off = replace(WORKSHOP, status=Status.CANCELLED)
    hidden = replace(WORKSHOP, state=State.PROPOSED)
    (event,) = icalendar.Calendar.from_ical(
        ics([off, hidden], zone=PARIS, name="Agenda", at=paris(1))
    ).events
    assert event["STATUS"] == "CANCELLED"


def test_an_event_of_whole_days_is_written_in_days() -> None:
    """An hour would move in other zones."""
    fair = replace(WORKSHOP, start=paris(28), end=paris(30), all_day=True)
    written = ics([fair], zone=PARIS, name="Agenda", at=paris(1))
    assert b"DTSTART;VALUE=DATE:20261128\r\nDTEND;VALUE=DATE:20261130\r\n" in written


@pytest.mark.parametrize("name", ["Europe/Paris", "America/Guadeloupe", "America/Miquelon"])
def test_the_zone_in_the_file_is_the_real_one(name: str) -> None:
    """Each six hours around the event, the described zone and the real one show one hour."""
    zone = ZoneInfo(name)
    written = ics([WORKSHOP], zone=zone, name="Agenda", at=paris(1))
    (described,) = icalendar.Calendar.from_ical(written).walk("VTIMEZONE")
    assert isinstance(described, icalendar.Timezone)
    told = described.to_tz(lookup_tzid=False)
    for step in range(4 * 700):
        moment = datetime(2025, 12, 1, tzinfo=UTC) + timedelta(hours=6 * step)
        assert moment.astimezone(told).utcoffset() == moment.astimezone(zone).utcoffset()
