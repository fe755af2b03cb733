"""The days of an agenda: which events stand on which.

Must not know where events are stored, who reads them, or what time it is now.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from domain.agenda_conditions import first_open
from domain.due import ONE_DAY, local_instant
from domain.events import Event, State


def days_of(
    events: Iterable[Event], first: date, last: date, zone: ZoneInfo
) -> list[tuple[date, list[Event]]]:
    """Approved events by local day, cancelled ones among them; days without any are absent.

    What lasts several days stands on the first in the window on which it is open. An evening that
    ends after midnight belongs to the day it began.
    """
    shown: list[tuple[date, datetime, str, Event]] = []
    for event in events:
        day = first_day(event, first, last, zone)
        if event.state is State.APPROVED and day is not None:
            shown.append((day, _hour(event, first, zone), _sorted_as(event), event))
    shown.sort(key=lambda row: row[:3])
    return [
        (day, [event for *_, event in rows]) for day, rows in groupby(shown, key=lambda row: row[0])
    ]


def first_day(event: Event, first: date, last: date, zone: ZoneInfo) -> date | None:
    """The first day from one to another on which one may go; none where all lie outside, or where
    what goes on is said to be closed.
    """
    begins, ends = local_span(event, zone)
    if begins == ends:
        return begins if first <= begins <= last else None
    return first_open(event, max(begins, first), min(ends, last))


def _hour(event: Event, first: date, zone: ZoneInfo) -> datetime:
    return max(event.start.astimezone(UTC), local_instant(first, time.min, zone))


def _sorted_as(event: Event) -> str:
    """Accents set aside, so that Éco-fête stands with the letter E."""
    letters = unicodedata.normalize("NFKD", event.title.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def local_span(event: Event, zone: ZoneInfo) -> tuple[date, date]:
    """The first and the last local day of an event; an evening is of the day it began."""
    begins = event.start.astimezone(zone).date()
    if event.end is None:
        return begins, begins
    lasts = event.end.astimezone(UTC) - event.start.astimezone(UTC)
    if lasts < ONE_DAY and not event.all_day:
        return begins, begins
    return begins, max(begins, _last_day(event.end, zone))


def touches(event: Event, first: date, last: date, zone: ZoneInfo) -> bool:
    """Whether an event is on one of these days, both included."""
    begins, ends = local_span(event, zone)
    return begins <= last and ends >= first


def _last_day(end: datetime, zone: ZoneInfo) -> date:
    """The local day before an exclusive end, so midnight belongs to the day it closes."""
    return (end.astimezone(UTC) - timedelta(microseconds=1)).astimezone(zone).date()
