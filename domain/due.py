"""When something that comes again is due: by the local day, not by elapsed hours.

Knows clocks that show an hour twice or never. Must not know what is due, nor the time now.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)

LATEST = timedelta(hours=36)
"""What is due once a week is still worth reading a day and a half after its hour, not later."""


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
