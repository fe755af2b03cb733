"""The monthly meeting's rules: its days, its hours, public holidays, the file for a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import meetings
from domain.errors import Refusal
from domain.fabriques import Policy
from domain.letter import ITEM_MOST
from domain.meetings import Brought, Meeting, MeetingState

PARIS = ZoneInfo("Europe/Paris")
LINK = "https://visio.example.org/a"
ZONES = st.sampled_from(["Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea"])
POLICIES = st.builds(
    Policy,
    nth=st.integers(1, 4),
    weekday=st.integers(0, 6),
    at=st.none() | st.times().map(lambda at: at.replace(microsecond=0, second=0)),
    minutes=st.integers(15, 600),
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))
DECEMBER = meetings.by_rule("2026-12", Policy(at=time(11)))


def planned(policy: Policy, now: datetime, *, zone: ZoneInfo = PARIS) -> list[Meeting]:
    """What the rule alone gives."""
    return meetings.coming({}, policy, now, zone)


def test_the_first_tuesday_of_the_month_is_the_default() -> None:
    """As the alliance announces it."""
    assert [one.day for one in planned(Policy(), datetime(2026, 11, 26, tzinfo=UTC))][:3] == [
        date(2026, 12, 1),
        date(2027, 1, 5),
        date(2027, 2, 2),
    ]


@given(POLICIES, MOMENTS, ZONES)
def test_each_month_has_its_day_and_each_day_comes_after_the_other(
    policy: Policy, now: datetime, name: str
) -> None:
    """That weekday, in the right seven days of its month, never one that is over."""
    zone = ZoneInfo(name)
    found = planned(policy, now, zone=zone)

    assert 11 <= len(found) <= 12
    assert {one.day.weekday() for one in found} == {policy.weekday}
    assert all((one.day.day - 1) // 7 == policy.nth - 1 for one in found)
    assert all(meetings.issue_of(one.day) == one.issue for one in found)
    assert [one.day for one in found] == sorted({one.day for one in found})
    assert all(one.ends(zone) > now for one in found)


@given(POLICIES, MOMENTS, st.sets(st.integers(0, 10)))
def test_a_skipped_month_is_told_and_never_next(
    policy: Policy, now: datetime, places: set[int]
) -> None:
    """What was passed over stands beside the days that follow, not among them."""
    year = planned(policy, now)
    kept = {
        one.issue: replace(one, state=MeetingState.SKIPPED)
        for place, one in enumerate(year)
        if place in places
    }
    found = meetings.coming(kept, policy, now, PARIS)
    following = [one for one in found if one.planned]

    assert not {one.issue for one in following} & kept.keys()
    if following:
        later, skipped = meetings.outlook(found, following[0])
        assert later == [one.day for one in following[1:3]]
        assert {meetings.issue_of(month) for month in skipped} <= kept.keys()


def test_while_it_lasts_it_is_the_next_and_then_no_more() -> None:
    """One may join during the meeting; at its end the following month comes first."""
    policy = Policy(at=time(11), minutes=120)
    last_minute = datetime(2026, 12, 1, 12, 59, tzinfo=PARIS)
    assert planned(policy, last_minute)[0].issue == "2026-12"
    assert planned(policy, last_minute + timedelta(minutes=1))[0].issue == "2027-01"
    assert planned(Policy(), datetime(2026, 12, 1, 23, 59, tzinfo=PARIS))[0].issue == "2026-12"


def test_a_meeting_moved_into_another_month_is_still_its_own_month_s() -> None:
    """1 January's is moved to 30 December: nobody is told of two."""
    moved = meetings.moved(
        meetings.by_rule("2030-01", Policy()),
        date(2029, 12, 30),
        datetime(2029, 12, 5, tzinfo=UTC),
        PARIS,
    )
    found = meetings.coming({"2030-01": moved}, Policy(), datetime(2029, 12, 5, tzinfo=UTC), PARIS)
    assert [one.day for one in found[:2]] == [date(2029, 12, 30), date(2030, 2, 5)]


@pytest.mark.parametrize(
    "sunday",
    "2024-03-31 2025-04-20 2026-04-05 2027-03-28 2038-04-25 2049-04-18 1981-04-19 2076-04-19 "
    "2285-03-22 2100-03-28".split(),
)
def test_easter_is_known(sunday: str) -> None:
    """Its earliest and latest days and the exceptions of the rule among them."""
    assert meetings.easter(int(sunday[:4])) == date.fromisoformat(sunday)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """From 22 March to 25 April."""
    sunday = meetings.easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_a_year_has_the_eleven_holidays_of_the_labour_code() -> None:
    """Those of 2027, as the Republic publishes them."""
    days = (date(2027, 1, 1) + timedelta(days=n) for n in range(365))
    assert {day.strftime("%m-%d"): name for day in days if (name := meetings.holiday(day))} == {
        "01-01": "new-year",
        "03-29": "easter-monday",
        "05-01": "labour-day",
        "05-06": "ascension",
        "05-08": "victory-day",
        "05-17": "whit-monday",
        "07-14": "bastille-day",
        "08-15": "assumption",
        "11-01": "all-saints",
        "11-11": "armistice",
        "12-25": "christmas",
    }


def event(meeting: Meeting, *, with_link: bool, zone: ZoneInfo = PARIS) -> Any:
    """The event of a file, read back."""
    at = datetime(2026, 11, 26, 9, tzinfo=UTC)
    content = meetings.ics(
        meeting, zone=zone, slug="nationale", name="Modèle", at=at, with_link=with_link
    )
    [found] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return found


@given(
    st.dates(date(2020, 1, 1), date(2060, 1, 1)),
    st.none() | st.times().map(lambda at: at.replace(microsecond=0, second=0)),
    st.integers(15, 600),
    st.integers(0, 50),
    st.booleans(),
    ZONES,
)
def test_a_file_says_what_the_meeting_is(
    day: date, at: time | None, minutes: int, sequence: int, skipped: bool, name: str
) -> None:
    """Read back: the same moments, the same identity, the change's number."""
    zone = ZoneInfo(name)
    state = MeetingState.SKIPPED if skipped else MeetingState.PLANNED
    meeting = Meeting(
        1, "2026-12", day, at, minutes, "https://visio.example.org/a", state, sequence
    )
    found = event(meeting, with_link=True, zone=zone)

    assert found["uid"] == "permanence-2026-12-nationale@fabrique-bot"
    assert found["sequence"] == sequence
    assert found["status"] == ("CANCELLED" if skipped else "CONFIRMED")
    if at is None:
        assert (found["dtstart"].dt, found["dtend"].dt) == (day, day + timedelta(days=1))
    else:
        assert found["dtstart"].dt == meeting.starts(zone)
        assert found["dtend"].dt - found["dtstart"].dt == timedelta(minutes=minutes)


def test_only_somebody_who_comes_gets_the_link_in_the_file() -> None:
    """Elsewhere the file has no trace of it."""
    meeting = replace(DECEMBER, link="https://visio.example.org/secret")
    assert event(meeting, with_link=True)["location"] == meeting.link
    assert "secret" not in event(meeting, with_link=False).to_ical().decode()


@pytest.mark.parametrize(
    ("day", "eve", "hour"),
    [
        (date(2026, 3, 29), "2026-03-28T17:00+00:00", "2026-03-29T08:00+00:00"),
        (date(2026, 10, 25), "2026-10-24T16:00+00:00", "2026-10-25T09:00+00:00"),
    ],
)
def test_reminders_keep_the_local_hour_over_both_clock_changes(
    day: date, eve: str, hour: str
) -> None:
    """18 h the day before, and an hour that is really one."""
    meeting = replace(DECEMBER, day=day)
    before = meetings.hour_before(meeting, PARIS)
    assert meetings.evening_before(meeting, PARIS).opens == datetime.fromisoformat(eve)
    assert before is not None
    assert before.opens == datetime.fromisoformat(hour)
    assert before.closes - before.opens == timedelta(hours=1)


@given(POLICIES, MOMENTS, ZONES)
def test_a_window_opens_before_it_closes_and_a_day_reminder_is_about_tomorrow(
    policy: Policy, now: datetime, name: str
) -> None:
    """Whatever the hour, the zone and the season."""
    zone = ZoneInfo(name)
    meeting = planned(policy, now, zone=zone)[0]
    assert all(window.opens < window.closes for window in meetings.windows(meeting, zone))
    last = meetings.evening_before(meeting, zone).closes - timedelta(microseconds=1)
    assert last.astimezone(zone).date() + timedelta(days=1) == meeting.day


def test_settings_rule_until_somebody_counts_on_the_meeting() -> None:
    """Then they only fill in what is missing, and that is a change to be told."""
    found = replace(meetings.by_rule("2026-12", Policy()), id=7)
    policy = Policy(nth=2, weekday=3, at=time(18), link="https://visio.example.org/a")

    fresh = meetings.followed(found, policy, counted_on=False)
    assert (fresh.id, fresh.day, fresh.sequence) == (7, date(2026, 12, 10), 0)
    full = meetings.followed(found, policy, counted_on=True)
    assert (full.day, full.at, full.link) == (found.day, time(18), policy.link)
    assert full.sequence == 1
    assert meetings.followed(full, Policy(at=time(9)), counted_on=True) == full


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://",
        "http://visio.example.org/a",
        "visio.example.org/a",
        "javascript:alert(1)",
        "https://visio.example.org/a puis le code 12",
        "https://visio.example.org/a\nhttps://visio.example.org/b",
        'https://visio.example.org/a"><b>',
        "https://[visio",
        "https://visio.example.org/" + "a" * 500,
    ],
)
def test_a_link_is_one_https_address(link: str) -> None:
    """Nothing beside it, nothing that a page would read as markup."""
    with pytest.raises(Refusal, match="refusal-meeting-link"):
        meetings.read_link(link)


def test_a_link_may_have_everything_that_video_services_put_into_one() -> None:
    """Blanks around it aside."""
    link = "https://visio.example.org/j/123?pwd=a-b_c.1&x=%C3%A9#salle"
    assert meetings.read_link(f" {link}\n") == link


@given(st.lists(st.tuples(st.text(max_size=400), st.text(max_size=400)), max_size=40))
def test_excerpts_fit_into_their_room(pairs: list[tuple[str, str]]) -> None:
    """However much was asked; what does not fit is left out whole."""
    asked = [
        Brought(n, n, "Ada Exemple", q, waits=False, answer=a) for n, (q, a) in enumerate(pairs)
    ]
    found = meetings.excerpts(asked, room=ITEM_MOST)
    assert sum(len(q) + len(a) + meetings.BESIDE for q, a in found) <= ITEM_MOST
    assert len(found) <= len(asked)


def test_excerpts_name_nobody() -> None:
    """Whoever signed a question in full is not printed."""
    asked = Brought(
        1, 1, "Ada Exemple", "Ada EXEMPLE demande : et moi ?", waits=False, answer="Oui."
    )
    assert meetings.excerpts([asked], room=99) == [("… demande : et moi ?", "Oui.")]
