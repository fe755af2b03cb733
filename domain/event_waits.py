"""Proposals that wait for the team: when it is reminded of them, and when they are past.

Must not know who is reminded, nor the time now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.due import ONE_DAY, local_instant
from domain.events import Event

PATIENCE = timedelta(days=2)
"""After so long the team is reminded of a proposal."""

REMINDED_AT = time(10, 0)
"""The hour of reminders, where the fabrique is: nobody is woken by one."""


@dataclass(frozen=True)
class Waiting:
    """What of one batch still waits, by start: since when, and when the team was last reminded."""

    batch: str
    events: tuple[Event, ...]
    since: datetime | None
    reminded_at: datetime | None

    @property
    def over_at(self) -> datetime:
        """When the first of it is past."""
        return min(map(over_at, self.events))


def over_at(event: Event) -> datetime:
    """From when on nobody can go there: its end, else its hour, else the end of its day."""
    return event.end or (event.start + ONE_DAY if event.all_day else event.start)


def is_over(event: Event, now: datetime) -> bool:
    """Whether it is too late to go there."""
    return over_at(event) <= now


def next_reminder(waiting: Waiting, zone: ZoneInfo) -> datetime | None:
    """When the team is reminded next: after two days, and on the day before."""
    since = waiting.since
    if since is None:
        return None
    last = max(since, waiting.reminded_at or since)
    moments = [_morning(since + PATIENCE, zone)]
    moments += [_eve(one, zone) for one in waiting.events]
    return min((moment for moment in moments if moment > last), default=None)


def reminded_of(waiting: Sequence[Waiting], zone: ZoneInfo, now: datetime) -> Sequence[Waiting]:
    """What the team is reminded of now."""
    dues = [(one, next_reminder(one, zone)) for one in waiting]
    return [one for one, due in dues if due is not None and due <= now]


def _morning(moment: datetime, zone: ZoneInfo) -> datetime:
    """The first such hour from a moment on."""
    day = moment.astimezone(zone).date()
    morning = local_instant(day, REMINDED_AT, zone)
    return morning if morning >= moment else local_instant(day + ONE_DAY, REMINDED_AT, zone)


def _eve(event: Event, zone: ZoneInfo) -> datetime:
    return local_instant(event.start.astimezone(zone).date() - ONE_DAY, REMINDED_AT, zone)
