"""An agenda as an iCalendar file (RFC 5545), which any calendar can read or follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from domain.due import ONE_DAY, ONE_MINUTE
from domain.events import Event, State, Status

# A VTIMEZONE has to name the clock changes on both sides of the events it serves.
ZONE_MARGIN = timedelta(days=400)


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
