"""The monthly meeting: the day that its rule gives, what the team changed, what a calendar is told.

Knows months, hours and France's public holidays. Must not know who comes, nor what time it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from domain.due import ONE_DAY, local_instant
from domain.errors import Refusal
from domain.events import FoundEvent, Status, plain
from domain.fabriques import Policy

NAME = "Permanence"
"""What the meeting is called, in every language."""

MONTHS_AHEAD = 12
FARTHEST = timedelta(days=366)  # a meeting moved further than this is a slip of the finger
LINK_MOST = 500  # characters; no video service needs more

EVENING = time(18)  # of the day before: late enough to know tomorrow, early enough to plan it
MORNING = time(9)
ONE_HOUR = timedelta(hours=1)
STILL_FRESH = timedelta(days=7)  # in which the team may still remember who was there

QUESTION_SHOWN = 90
ANSWER_SHOWN = 140
BESIDE = 8  # characters of a line of the summary around the two: bullet, dash, end of line


class MeetingState(StrEnum):
    """Whether a meeting takes place."""

    PLANNED = "planned"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Meeting:
    """One month's meeting. `day` and `at` are those of the fabrique's zone; `at` may be unknown.

    `issue` is the month whose meeting it is, wherever it was moved; `sequence` counts the changes
    since people may have put it into their calendars. `id` is 0 until it is kept.
    """

    id: int
    issue: str
    day: date
    at: time | None
    minutes: int
    link: str
    state: MeetingState = MeetingState.PLANNED
    sequence: int = 0

    @property
    def planned(self) -> bool:
        """Whether it takes place."""
        return self.state is MeetingState.PLANNED

    @property
    def until(self) -> time | None:
        """The hour at which it ends."""
        if self.at is None:
            return None
        lasts = timedelta(minutes=self.minutes)
        return (datetime.combine(self.day, self.at) + lasts).time()

    def starts(self, zone: ZoneInfo) -> datetime:
        """When it begins, in UTC; with its day as long as the hour is unknown."""
        return local_instant(self.day, self.at or time.min, zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """When it is over, in UTC; with its day as long as the hour is unknown."""
        if self.at is None:
            return local_instant(self.day + ONE_DAY, time.min, zone)
        return self.starts(zone) + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Window:
    """The moments between which something is worth saying: before it is early, after it is late."""

    opens: datetime
    closes: datetime

    def __contains__(self, now: datetime) -> bool:
        """Whether now is the time."""
        return self.opens <= now < self.closes


def nth_weekday(first: date, nth: int, weekday: int) -> date:
    """The first, second … such day of the month that begins with `first`."""
    days = (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    return first + timedelta(days=days)


def issue_of(day: date) -> str:
    """The month, as 2026-12."""
    return f"{day.year:04}-{day.month:02}"


def month_of(issue: str) -> date:
    """The first day of an issue's month."""
    return date.fromisoformat(f"{issue}-01")


def by_rule(issue: str, policy: Policy) -> Meeting:
    """A month's meeting as the fabrique's rule has it."""
    day = nth_weekday(month_of(issue), policy.nth, policy.weekday)
    return Meeting(0, issue, day, policy.at, policy.minutes, policy.link or "")


def coming(
    kept: Mapping[str, Meeting], policy: Policy, now: datetime, zone: ZoneInfo
) -> list[Meeting]:
    """The meetings of a year that are not over, skipped ones among them, in order.

    `kept` are those that somebody looked at or changed, by issue; the rule gives the others.
    """
    first = now.astimezone(zone).date().replace(day=1)
    ruled = {issue: by_rule(issue, policy) for issue in _months(first, MONTHS_AHEAD)}
    all_ = (ruled | dict(kept)).values()
    left = [one for one in all_ if one.ends(zone) > now]
    return sorted(left, key=lambda one: (one.starts(zone), one.issue))


def _months(first: date, count: int) -> Iterable[str]:
    month = first
    for _ in range(count):
        yield issue_of(month)
        month = (month + timedelta(days=31)).replace(day=1)


def outlook(meetings: Sequence[Meeting], after: Meeting) -> tuple[list[date], list[date]]:
    """The two days that follow a meeting, and the months passed over up to the last of them."""
    later: list[date] = []
    skipped: list[date] = []
    for one in meetings:
        if len(later) == 2:
            break
        if not one.planned:
            skipped.append(month_of(one.issue))
        elif one.issue != after.issue:
            later.append(one.day)
    return later, skipped


def followed(meeting: Meeting, policy: Policy, *, counted_on: bool) -> Meeting:
    """The meeting under today's settings.

    They rule it as long as nobody touched it or counts on it; then they only fill in what is
    missing.
    """
    if not meeting.sequence and not counted_on:
        return replace(by_rule(meeting.issue, policy), id=meeting.id)
    full = replace(meeting, at=meeting.at or policy.at, link=meeting.link or policy.link or "")
    return full if full == meeting else changed(full)


def changed(meeting: Meeting) -> Meeting:
    """The meeting under a raised sequence, so that calendars take the change in."""
    return replace(meeting, sequence=meeting.sequence + 1)


def moved(meeting: Meeting, day: date, now: datetime, zone: ZoneInfo) -> Meeting:
    """The meeting on another day, which lies ahead and not too far."""
    other = replace(meeting, day=day)
    if _is_past(other, now, zone):
        raise Refusal("refusal-meeting-day-past", day=day)
    if day > now.astimezone(zone).date() + FARTHEST:
        raise Refusal("refusal-meeting-day-far", day=day)
    return other if other == meeting else changed(other)


def at_hour(meeting: Meeting, at: time, now: datetime, zone: ZoneInfo) -> Meeting:
    """The meeting at an hour, which lies ahead."""
    other = replace(meeting, at=at)
    if _is_past(other, now, zone):
        raise Refusal("refusal-meeting-hour-past")
    return other if other == meeting else changed(other)


def _is_past(meeting: Meeting, now: datetime, zone: ZoneInfo) -> bool:
    reached = meeting.ends(zone) if meeting.at is None else meeting.starts(zone)
    return reached <= now


def read_link(text: str) -> str:
    """The address of a video meeting; only https, so that nobody reads it on the way."""
    link = text.strip()
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    whole = len(link.split()) == 1 and link.isprintable() and not set(link) & set("<>\"'")
    if not (parts.scheme == "https" and parts.hostname and whole) or len(link) > LINK_MOST:
        raise Refusal("refusal-meeting-link")
    return link


def open_to_sign_up(meeting: Meeting, now: datetime, zone: ZoneInfo) -> None:
    """Refuse a meeting that is over or does not take place; while it lasts one may still join."""
    if meeting.ends(zone) <= now:
        raise Refusal("refusal-meeting-over")
    if not meeting.planned:
        raise Refusal("refusal-meeting-skipped")


def evening_before(meeting: Meeting, zone: ZoneInfo) -> Window:
    """When to say that it is tomorrow: until midnight that is true."""
    eve = meeting.day - ONE_DAY
    return Window(local_instant(eve, EVENING, zone), local_instant(meeting.day, time.min, zone))


def hour_before(meeting: Meeting, zone: ZoneInfo) -> Window | None:
    """When to say that it begins; not while its hour is unknown."""
    if meeting.at is None:
        return None
    return Window(meeting.starts(zone) - ONE_HOUR, meeting.starts(zone))


def three_days_before(meeting: Meeting, zone: ZoneInfo) -> Window:
    """When the team can still find an hour or a link."""
    opens = local_instant(meeting.day - 3 * ONE_DAY, MORNING, zone)
    return Window(opens, local_instant(meeting.day, time.min, zone))


def morning_after(meeting: Meeting, zone: ZoneInfo) -> Window:
    """When to ask the team how it went."""
    opens = local_instant(meeting.day + ONE_DAY, MORNING, zone)
    return Window(opens, opens + STILL_FRESH)


def windows(meeting: Meeting, zone: ZoneInfo) -> list[Window]:
    """Everything that time does about a meeting."""
    hour = hour_before(meeting, zone)
    days = [three_days_before(meeting, zone), evening_before(meeting, zone)]
    return [*days, *([hour] if hour else []), morning_after(meeting, zone)]


_FIXED = {
    (1, 1): "new-year",
    (5, 1): "labour-day",
    (5, 8): "victory-day",
    (7, 14): "bastille-day",
    (8, 15): "assumption",
    (11, 1): "all-saints",
    (11, 11): "armistice",
    (12, 25): "christmas",
}
_AFTER_EASTER = {1: "easter-monday", 39: "ascension", 50: "whit-monday"}


def holiday(day: date) -> str | None:
    """The public holiday that a day is in metropolitan France (Code du travail, L3133-1)."""
    return _FIXED.get((day.month, day.day)) or _AFTER_EASTER.get((day - easter(day.year)).days)


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year: the first Sunday after the Church's spring full moon."""
    century, golden = year // 100, year % 19
    leap_days_left_out = century - century // 4
    moon_drift = (8 * century + 13) // 25
    age = (19 * golden + leap_days_left_out - moon_drift + 15) % 30
    age -= (age + golden // 11) // 29  # no full moon falls on 19 April, nor twice in a cycle
    full_moon = date(year, 3, 21) + timedelta(days=age)
    return full_moon + timedelta(days=7 - (full_moon.weekday() + 1) % 7)


def uid(meeting: Meeting, slug: str) -> str:
    """What calendars know a meeting by, whatever becomes of it."""
    return f"permanence-{meeting.issue}-{slug}@fabrique-bot"


def event_of(meeting: Meeting, zone: ZoneInfo, slug: str) -> FoundEvent:
    """The meeting as the agenda shows it, without its link: that is for those who sign up."""
    return FoundEvent(
        uid=uid(meeting, slug),
        title=NAME,
        start=meeting.starts(zone),
        end=meeting.ends(zone),
        all_day=meeting.at is None,
        place="",
        link="",
        status=Status.SCHEDULED if meeting.planned else Status.CANCELLED,
    )


def ics(
    meeting: Meeting, *, zone: ZoneInfo, slug: str, name: str, at: datetime, with_link: bool
) -> bytes:
    """The meeting for one's own calendar (RFC 5545), hours in UTC; `at` is when it was written."""
    event = icalendar.Event()
    event.add("uid", uid(meeting, slug))
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", meeting.sequence)
    whole_day = meeting.at is None
    event.add("dtstart", meeting.day if whole_day else meeting.starts(zone).astimezone(UTC))
    event.add("dtend", meeting.day + ONE_DAY if whole_day else meeting.ends(zone).astimezone(UTC))
    event.add("summary", f"{NAME} — {name}")
    event.add("status", "CONFIRMED" if meeting.planned else "CANCELLED")
    if with_link and meeting.link:
        event.add("location", meeting.link)
        event.add("url", meeting.link)
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//fabrique-bot//permanence//FR")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


@dataclass(frozen=True)
class Brought:
    """A question brought to a meeting: who asked, and the team's words once there are any."""

    id: int
    person: int
    name: str
    text: str
    waits: bool
    answer: str = ""


def excerpts(questions: Iterable[Brought], *, room: int) -> list[tuple[str, str]]:
    """Questions and answers cut short, without the asker's name, as many as fit into `room`."""
    found: list[tuple[str, str]] = []
    for one in questions:
        question = plain(_unnamed(one.text, one.name), most=QUESTION_SHOWN)
        answer = plain(_unnamed(one.answer, one.name), most=ANSWER_SHOWN)
        room -= len(question) + len(answer) + BESIDE
        if room < 0:
            break
        found.append((question, answer))
    return found


def _unnamed(text: str, name: str) -> str:
    return re.sub(re.escape(name), "…", text, flags=re.IGNORECASE) if name else text
