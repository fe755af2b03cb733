"""An agenda as an iCalendar file (RFC 5545), which any calendar can read or follow.

Knows what a calendar keeps of an event. Must not know a language, nor who proposed anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

import icalendar

from domain.due import ONE_DAY, ONE_MINUTE
from domain.events import Details, Event, State, Status
from domain.venues import Venue, venue_in

# A VTIMEZONE has to name the clock changes on both sides of the events it serves.
ZONE_MARGIN = timedelta(days=400)

EVERY = timedelta(hours=6)
"""How often whoever follows a calendar is asked to look again."""

CANCELLED_KEPT = timedelta(days=30)
"""As long does a calendar tell that something was called off: each follower has seen it by then."""


@dataclass(frozen=True)
class Told:
    """What a calendar says of an event, in its reader's language; `page` is where more is read."""

    title: str
    text: str = ""
    subjects: tuple[str, ...] = ()
    page: str = ""


def as_it_is(event: Event) -> Told:
    """The event's own words."""
    return Told(event.title, event.details.text)


def ics(
    events: Iterable[Event],
    *,
    zone: ZoneInfo,
    name: str,
    at: datetime,
    told: Callable[[Event], Told] = as_it_is,
    venues: Iterable[Venue] = (),
    left: Iterable[Event] = (),
) -> bytes:
    """An iCalendar file of the approved events; `at` is when it was written. What `left` the agenda
    is struck: a calendar that is followed keeps what it is not told to strike.
    """
    told_still = [event for event in events if event.state is State.APPROVED]
    published = [one for one in (*told_still, *map(struck, left)) if lasts(one, at)]
    known = tuple(venues)
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//fabrique-bot//agenda//FR")
    calendar.add("method", "PUBLISH")
    calendar.add("name", readable(name))
    calendar.add("x-wr-calname", readable(name))
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", EVERY, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{EVERY // timedelta(hours=1)}H")
    if not published or any(not event.all_day for event in published):  # none may be empty
        calendar.add_component(_timezone(published, zone, at))
    head, end = bytes(calendar.to_ical()), b"END:VCALENDAR\r\n"
    lines = [
        _lines(event, told(event), venue_of(event, known), zone, event.changed_at or at)
        for event in published
    ]
    return b"".join((head.removesuffix(end), *lines, end))


def struck(event: Event) -> Event:
    """An event that is public no more, told to those who had it: its name, and that it is off."""
    return replace(event, status=Status.CANCELLED, link="", details=Details())


def lasts(event: Event, at: datetime) -> bool:
    """Whether it is still told: what was called off is, until everybody can have heard of it."""
    off = event.status is Status.CANCELLED and event.changed_at is not None
    return not off or event.changed_at is None or at - event.changed_at <= CANCELLED_KEPT


def key_of(event: Event) -> UUID:
    """The same for good, whatever else changes about an event."""
    return uuid5(NAMESPACE_URL, f"{event.source}\n{event.uid}")


def uid_of(event: Event) -> str:
    """By what calendars know an event again. One that is public under a name of its own keeps it,
    so that whoever follows its source too has it once; that of somebody's own file stays theirs.
    """
    return readable(event.uid) if _PUBLIC.fullmatch(event.source) else f"{key_of(event)}"


_PUBLIC = re.compile(r"permanence|hosted|(?:https?|webcal)://\S+")
"""Sources that everybody can read, our own gatherings among them."""


def venue_of(event: Event, venues: Sequence[Venue]) -> Venue | None:
    """The venue of an event: its own, else the one that its place names."""
    own = next((venue for venue in venues if venue.id == event.venue), None)
    return own or venue_in(event.place, venues)


def location_of(event: Event, venue: Venue | None) -> str:
    """Where to go: the place by its name, then its address, as far as they are known."""
    parts = [event.place or (venue.name if venue else "")]
    commune = "" if _CODE.fullmatch(event.details.commune) else event.details.commune
    further = (venue.address if venue else "", commune)
    for part in further:
        if part and part.casefold() not in ", ".join(parts).casefold():
            parts.append(part)
    return readable(", ".join(part for part in parts if part))


_CODE = re.compile(r"\d[\dAB]\d{3}")


def web_address(link: str) -> str | None:
    """A link as it may stand in a file or a page; None for anything but an address of the web."""
    return link if _WEB.fullmatch(link) else None


_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f]+", re.I)


def readable(text: str) -> str:
    """Without characters that no calendar and no feed may hold; lines stay lines."""
    return _UNREADABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_UNREADABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _timezone(events: Sequence[Event], zone: ZoneInfo, at: datetime) -> icalendar.Timezone:
    """A VTIMEZONE that names each clock change around the events (RFC 5545, 3.6.5).

    The library's own puts the onset of summer an hour late.
    """
    first = min((event.start for event in events), default=at).astimezone(UTC) - ZONE_MARGIN
    ends = (event.end or event.start for event in events)
    last = max(ends, default=at).astimezone(UTC) + ZONE_MARGIN
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


@lru_cache(maxsize=4096)
def _lines(event: Event, told: Told, venue: Venue | None, zone: ZoneInfo, at: datetime) -> bytes:
    """What stands in a file of one event: many files hold the same, and the library takes its time
    to write it.
    """
    return bytes(_component(event, told, venue, zone, at).to_ical())


def _component(
    event: Event, told: Told, venue: Venue | None, zone: ZoneInfo, at: datetime
) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", uid_of(event))
    component.add("sequence", event.sequence)
    component.add("dtstamp", at.astimezone(UTC))
    if event.changed_at is not None:
        component.add("last-modified", event.changed_at.astimezone(UTC))
    component.add("dtstart", _moment(event.start, zone, all_day=event.all_day))
    if event.end is not None and event.end > event.start:
        component.add("dtend", _moment(event.end, zone, all_day=event.all_day))
    component.add("status", _ICS_STATUS.get(event.status, "CONFIRMED"))
    component.add("transp", "TRANSPARENT")  # what one could go to makes nobody busy
    _describe(component, event, told, venue)
    return component


def _describe(component: icalendar.Event, event: Event, told: Told, venue: Venue | None) -> None:
    """What people read; what is not known is left out."""
    component.add("summary", readable(told.title))
    if told.text:
        component.add("description", readable(told.text))
    if location := location_of(event, venue):
        component.add("location", location)
    if venue and venue.latitude is not None and venue.longitude is not None:
        component.add("geo", (venue.latitude, venue.longitude))
    if told.subjects:
        component.add("categories", [readable(one) for one in told.subjects])
    if link := web_address(event.link) or web_address(told.page):
        component.add("url", link)


_ICS_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}


def _moment(moment: datetime, zone: ZoneInfo, *, all_day: bool) -> date:
    """In the place's hours, or in UTC where the clocks there show the hour for the second time."""
    local = moment.astimezone(zone)
    if all_day:
        return local.date()
    return local.astimezone(UTC) if local.fold else local
