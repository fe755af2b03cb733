"""Reading calendars that others wrote: the events of the days asked for.

Knows how a series unfolds and what of an event is shown. Must not know where a file comes from or
what becomes of its events. It runs in a process of its own, under limits, because a small file may
ask for endless work: `python -m domain.calendars` reads stdin and answers in JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from icalendar.prop import vDDDLists, vDDDTypes, vInt, vRecur, vText

from domain.calendar_details import details_in
from domain.calendar_lines import ODD, RULE_REFUSED, UNREADABLE, Written, written_in
from domain.due import ONE_DAY, local_instant
from domain.errors import Refusal
from domain.events import FoundEvent, Status, plain
from domain.under_limits import answer_under

MOST_EVENTS = 2000
TITLE_MOST = 200
PLACE_MOST = 200
LINK_MOST = 500
UID_MOST = 200

TOO_MANY = "problem-too-many-events"

_LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.I)
_NUMBER = "X-NUMBER"  # which of the events of a series an occurrence comes from


@dataclass(frozen=True)
class Calendar:
    """What was found, in order of time, and the name of a problem for each thing set aside.

    A guessed zone is named once for the whole calendar: it loses no event.
    """

    events: tuple[FoundEvent, ...]
    problems: tuple[str, ...]


def read(content: bytes, *, zone: ZoneInfo, first: date, last: date) -> Calendar:
    """The events that touch the local days asked for; times without a zone are in `zone`."""
    written, problems = written_in(content, zone)
    window = _Window(
        zone,
        opens=local_instant(first, time.min, zone),
        closes=local_instant(last + ONE_DAY, time.min, zone),
    )
    found = [event for series in _series(written) for event in _found(series, window, problems)]
    found.sort(key=lambda event: (event.start.astimezone(UTC), event.title, event.uid))
    if len(found) > MOST_EVENTS:
        problems.append(TOO_MANY)
    return Calendar(tuple(found[:MOST_EVENTS]), tuple(problems))


def _series(written: Iterable[Written]) -> Iterator[list[Written]]:
    """Events that make one series; a writer that gives all its events one UID loses none."""
    by_uid: dict[str, list[Written]] = defaultdict(list)
    for number, event in enumerate(written):
        by_uid[event.uid or str(number)].append(event)
    for group in by_uid.values():
        revised = len({event.sequence for event in group}) > 1
        if revised or any(event.planned for event in group):
            yield group
        else:
            yield from ([event] for event in group)


@dataclass(frozen=True)
class _Window:
    """The instants asked for, in UTC, and the zone they are told in."""

    zone: ZoneInfo
    opens: datetime
    closes: datetime

    def holds(self, event: FoundEvent) -> bool:
        ends = event.end or event.start + timedelta(minutes=1)
        return event.start.astimezone(UTC) < self.closes and ends.astimezone(UTC) > self.opens

    def instant(self, day: date) -> datetime:
        """Through UTC, so that an hour the clock skips becomes the one it shows."""
        if isinstance(day, datetime):
            return day.astimezone(UTC).astimezone(self.zone)
        return local_instant(day, time.min, self.zone).astimezone(self.zone)


def _found(series: list[Written], window: _Window, problems: list[str]) -> list[FoundEvent]:
    """The events of one series in the window; of a rule that fails, the first date is left."""
    try:
        return _unfolded(series, window)
    except ODD:
        single = [replace(event, rules=(), added=(), skipped=()) for event in series]
    try:
        found = _unfolded(single, window)
    except ODD:
        problems.append(UNREADABLE)
        return []
    problems.append(RULE_REFUSED)
    return found


def _unfolded(series: list[Written], window: _Window) -> list[FoundEvent]:
    if len(series) > 1 or series[0].repeats:
        parts = _occurrences(series, window)
    else:
        parts = [replace(series[0], end=_end(series[0]))]
    events = (_event(part, window) for part in parts)
    return [event for event in events if window.holds(event)]


def _end(event: Written) -> date | None:
    """An end before the start is a mistake of writing: the start is what counts."""
    if event.end is not None and _comparable(event.end) >= _comparable(event.start):
        return event.end
    if event.lasts is not None:
        return event.start + event.lasts
    return None


def _comparable(day: date) -> datetime:
    if isinstance(day, datetime):
        return day.astimezone(UTC)
    return datetime.combine(day, time.min, UTC)


def _occurrences(series: Sequence[Written], window: _Window) -> list[Written]:
    calendar = icalendar.Calendar()
    calendar.subcomponents = [_component(event, n) for n, event in enumerate(series)]
    repeats = any(event.repeats for event in series)
    return [
        replace(
            series[int(part[_NUMBER])],
            start=part["DTSTART"].dt,
            end=part["DTEND"].dt,
            planned=part["RECURRENCE-ID"].dt if repeats else None,
        )
        for part in recurring_ical_events.of(calendar).between(window.opens, window.closes)
    ]


def _component(event: Written, number: int) -> icalendar.Event:
    component = icalendar.Event()
    component[_NUMBER] = vText(str(number))
    component["UID"] = vText(event.uid)
    component["SEQUENCE"] = vInt(event.sequence)
    component["DTSTART"] = vDDDTypes(event.start)
    end = _end(event)
    if end is not None:
        component["DTEND"] = vDDDTypes(end)
    if event.planned is not None:
        component["RECURRENCE-ID"] = vDDDTypes(event.planned)
        if event.onwards:
            component["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
    if event.rules:
        component["RRULE"] = [vRecur.from_ical(rule) for rule in event.rules]
    if event.added:
        component["RDATE"] = vDDDLists(list(event.added))
    if event.skipped:
        component["EXDATE"] = vDDDLists(list(event.skipped))
    return component


def _event(part: Written, window: _Window) -> FoundEvent:
    start, title = window.instant(part.start), line_of(part.title, TITLE_MOST)
    end = window.instant(part.end) if part.end is not None else None
    all_day = not isinstance(part.start, datetime)
    if all_day and (end is None or end <= start):
        end = window.instant(part.start + ONE_DAY)
    return FoundEvent(
        uid=_uid(part, title, start, window),
        title=title,
        start=start,
        end=end if end is not None and end.astimezone(UTC) > start.astimezone(UTC) else None,
        all_day=all_day,
        place=line_of(part.place, PLACE_MOST),
        link=_link(part.link),
        status=Status.CANCELLED if part.status == "CANCELLED" else Status.SCHEDULED,
        details=details_in(title, part.text, part.categories),
        series=_series_key(part.uid) if part.planned is not None else None,
    )


@lru_cache(maxsize=1024)
def line_of(text: str, most: int) -> str:
    """A line of plain text; the dates of a series have the same ones."""
    return plain(text, most=most)


def _series_key(uid: str) -> str:
    """What all dates of a repeating event have in common, short enough for a row."""
    return blake2b(uid.encode(errors="replace"), digest_size=12).hexdigest()


def _uid(part: Written, title: str, start: datetime, window: _Window) -> str:
    """The file's own id; for a repetition, with the local time it was first planned at."""
    uid = line_of(part.uid, len(part.uid) + 1)
    if len(uid) > UID_MOST:
        uid = blake2b(uid.encode(), digest_size=16).hexdigest()
    planned = start if part.planned is None else window.instant(part.planned)
    if part.planned is not None or not uid:
        return f"{uid or title}|{planned:%Y-%m-%dT%H:%M}"
    return uid


def _link(written: str) -> str:
    link = written.strip()
    safe = len(link) <= LINK_MOST and link.isprintable() and _LINK.fullmatch(link)
    return link if safe else ""


def answer(content: bytes, *, zone: str, first: str, last: str) -> str:
    """What the process answers: a calendar or a refusal, in JSON."""
    try:
        calendar = read(
            content,
            zone=ZoneInfo(zone),
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
        )
    except Refusal as refusal:
        return json.dumps({"refusal": refusal.name, "values": refusal.values})
    events = [_plain_data(event) for event in calendar.events]
    return json.dumps({"events": events, "problems": calendar.problems}, default=datetime.isoformat)


def _plain_data(event: FoundEvent) -> dict[str, object]:
    said = {one.name: getattr(event, one.name) for one in fields(event)}
    return said | {"details": event.details.kept()}


def _main(zone: str, first: str, last: str, seconds: str, memory: str) -> None:
    answer_under(seconds, memory, lambda said: answer(said, zone=zone, first=first, last=last))


if __name__ == "__main__":
    _main(*sys.argv[1:])
