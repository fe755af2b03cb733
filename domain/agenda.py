"""The shared agenda: what an event is, which week it belongs to and when a digest is due.

Knows dates, zones and the iCalendar form of an agenda. Must not know where events are stored, who
reads them, or what time it is now.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from zoneinfo import ZoneInfo

import icalendar

# A digest of the week is still worth reading a day and a half after its hour, not later.
LATEST = timedelta(hours=36)

ONE_MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)
# A VTIMEZONE has to name the clock changes on both sides of the events it serves.
ZONE_MARGIN = timedelta(days=400)


class State(StrEnum):
    """Where moderation stands. Only what is approved is ever published."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Status(StrEnum):
    """What becomes of the event itself, whatever moderation says."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    MOVED = "moved"
    RESCHEDULED = "rescheduled"
    POSTPONED = "postponed"
    FULL = "full"


@dataclass(frozen=True)
class Event:
    """An event of the agenda. `start` and `end` are aware, `end` is exclusive, as in iCalendar.

    An event of whole days starts at a local midnight and ends at the one after its last day.
    `source` is "chat", a file's name or a feed's address; `uid` is the same at each reading of it.
    """

    id: int
    title: str
    start: datetime
    end: datetime | None
    all_day: bool
    place: str
    link: str
    state: State
    status: Status
    source: str
    uid: str


@dataclass(frozen=True)
class FoundEvent:
    """What a calendar yields before moderation; the fields mean the same as those of Event."""

    uid: str
    title: str
    start: datetime
    end: datetime | None
    all_day: bool
    place: str
    link: str
    status: Status


def issue_of(day: date) -> str:
    """The ISO week, as 2026-W48: the same issue however often the clock asks."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def local_instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall-clock time: the first of two, or the first minute after a gap."""
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0), zone)
    if _exists(wall):
        return wall.astimezone(UTC)
    while not _exists(wall):
        wall += ONE_MINUTE
    return wall.replace(second=0, microsecond=0).astimezone(UTC)


def _exists(wall: datetime) -> bool:
    return wall.astimezone(UTC).astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(
        tzinfo=None
    )


def latest_due(dues: Iterable[datetime], now: datetime, late: timedelta) -> datetime | None:
    """The last moment reached and less than `late` ago; elapsed time, so dues must be in UTC."""
    return max((due for due in dues if due <= now < due + late), default=None)


def next_change(dues: Iterable[datetime], now: datetime, late: timedelta) -> datetime:
    """The first moment after now at which `latest_due` of the same dues gives another answer."""
    return min(moment for due in dues for moment in (due, due + late) if moment > now)


def due_at(weekday: int, at: time, zone: ZoneInfo, today: date) -> datetime:
    """When the digest of the week around `today` is due, in UTC; Monday is 0."""
    monday, _ = week_of(today)
    return local_instant(monday + timedelta(days=weekday), at, zone)


def digest_due(
    now: datetime, *, weekday: int, at: time, zone: ZoneInfo, late: timedelta = LATEST
) -> str | None:
    """The issue due now, named after the local day it is due on, or None once `late` has passed."""
    due = latest_due(_dues_around(now, weekday, at, zone, late), now, late)
    return None if due is None else issue_of(due.astimezone(zone).date())


def next_digest(
    now: datetime, *, weekday: int, at: time, zone: ZoneInfo, late: timedelta = LATEST
) -> datetime:
    """The next moment, in UTC, at which `digest_due` may answer otherwise."""
    return next_change(_dues_around(now, weekday, at, zone, late), now, late).astimezone(UTC)


def _dues_around(
    now: datetime, weekday: int, at: time, zone: ZoneInfo, late: timedelta
) -> list[datetime]:
    today = now.astimezone(zone).date()
    weeks_back = late // ONE_WEEK + 1
    return [due_at(weekday, at, zone, today + n * ONE_WEEK) for n in range(-weeks_back, 2)]


def days_of(
    events: Iterable[Event], first: date, last: date, zone: ZoneInfo
) -> list[tuple[date, list[Event]]]:
    """Approved events by local day, cancelled ones among them; days without any are absent.

    What lasts several days stands on its first day in the window. An evening that ends after
    midnight belongs to the day it began.
    """
    shown: list[tuple[date, datetime, str, Event]] = []
    for event in events:
        begins, ends = _local_span(event, zone)
        if event.state is State.APPROVED and begins <= last and ends >= first:
            shown.append((max(begins, first), _hour(event, first, zone), _sorted_as(event), event))
    shown.sort(key=lambda row: row[:3])
    return [
        (day, [event for *_, event in rows]) for day, rows in groupby(shown, key=lambda row: row[0])
    ]


def _hour(event: Event, first: date, zone: ZoneInfo) -> datetime:
    return max(event.start.astimezone(UTC), local_instant(first, time.min, zone))


def _sorted_as(event: Event) -> str:
    """Accents set aside, so that Éco-fête stands with the letter E."""
    letters = unicodedata.normalize("NFKD", event.title.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _local_span(event: Event, zone: ZoneInfo) -> tuple[date, date]:
    begins = event.start.astimezone(zone).date()
    if event.end is None:
        return begins, begins
    lasts = event.end.astimezone(UTC) - event.start.astimezone(UTC)
    if lasts < ONE_DAY and not event.all_day:
        return begins, begins
    return begins, max(begins, _last_day(event.end, zone))


def _last_day(end: datetime, zone: ZoneInfo) -> date:
    """The local day before an exclusive end, so midnight belongs to the day it closes."""
    return (end.astimezone(UTC) - timedelta(microseconds=1)).astimezone(zone).date()


def plain(text: str, *, most: int) -> str:
    """One line without markup, control or direction characters, at most `most` characters long."""
    text = _TAG.sub(" ", _INLINE_TAG.sub("", html.unescape(text)))
    text = "".join(_visible(letter) for letter in text)
    text = _SPACES.sub(" ", text).strip()
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_INLINE_TAG = re.compile(r"</?(?:a|b|i|u|s|em|strong|span|font|code|sub|sup)(?:\s[^<>]*)?/?>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--[^<>]*-->", re.I)
_SPACES = re.compile(" {2,}")
_JOINER = "\u200d"  # holds families of emoji together


def _visible(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isprintable() else " "
    kind = unicodedata.category(letter)
    if kind in ("Zl", "Zp") or letter == "\x85":
        return " "
    return "" if kind in ("Cc", "Cf", "Cs", "Co") and letter != _JOINER else letter


def ics(events: Sequence[Event], *, zone: ZoneInfo, name: str, at: datetime) -> bytes:
    """An iCalendar file of the approved events (RFC 5545); `at` is when it was written."""
    published = [event for event in events if event.state is State.APPROVED]
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//fabrique-bot//agenda//FR")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    if any(not event.all_day for event in published):
        calendar.add_component(_timezone(published, zone))
    for event in published:
        calendar.add_component(_component(event, zone, at))
    return bytes(calendar.to_ical())


def _timezone(events: Sequence[Event], zone: ZoneInfo) -> icalendar.Timezone:
    """A VTIMEZONE that names each clock change around the events (RFC 5545, 3.6.5).

    The library's own puts the onset of summer an hour late.
    """
    first = min(event.start for event in events).astimezone(UTC) - ZONE_MARGIN
    last = max(event.start for event in events).astimezone(UTC) + ZONE_MARGIN
    timezone = icalendar.Timezone()
    timezone.add("tzid", zone.key)
    first = first.replace(minute=0, second=0, microsecond=0)
    timezone.add_component(_observance(first, first, zone))
    for before, after in _clock_changes(first, last, zone):
        timezone.add_component(_observance(before, after, zone))
    return timezone


def _clock_changes(
    first: datetime, last: datetime, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    """The minutes on both sides of each change of offset."""
    while first < last:
        before, after = first, first + ONE_DAY
        while _offset(before, zone) != _offset(after, zone) and after - before > ONE_MINUTE:
            middle = before + (after - before) // ONE_MINUTE // 2 * ONE_MINUTE
            changed = _offset(middle, zone) != _offset(before, zone)
            before, after = (before, middle) if changed else (middle, after)
        if after - before == ONE_MINUTE:
            yield before, after
        first += ONE_DAY


def _observance(before: datetime, after: datetime, zone: ZoneInfo) -> icalendar.Component:
    local = after.astimezone(zone)
    part = icalendar.TimezoneDaylight() if local.dst() else icalendar.TimezoneStandard()
    part.add("dtstart", (after + _offset(before, zone)).replace(tzinfo=None))
    part.add("tzoffsetfrom", _offset(before, zone))
    part.add("tzoffsetto", _offset(after, zone))
    part.add("tzname", local.tzname() or zone.key)
    return part


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _component(event: Event, zone: ZoneInfo, at: datetime) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", event.uid or f"event-{event.id}@fabrique-bot")
    component.add("dtstamp", at.astimezone(UTC))
    component.add("dtstart", _moment(event.start, zone, all_day=event.all_day))
    if event.end is not None and event.end > event.start:
        component.add("dtend", _moment(event.end, zone, all_day=event.all_day))
    component.add("summary", event.title)
    component.add("status", _ICS_STATUS.get(event.status, "CONFIRMED"))
    if event.place:
        component.add("location", event.place)
    if event.link:
        component.add("url", event.link)
    return component


_ICS_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}


def _moment(moment: datetime, zone: ZoneInfo, *, all_day: bool) -> date:
    local = moment.astimezone(zone)
    return local.date() if all_day else local
