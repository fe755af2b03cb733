"""An edition is frozen; what became of its events since is laid over it.

Knows which changes readers must hear of. Must not know where an edition is posted, nor how a change
is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.events import Event, State, Status

SOON = timedelta(hours=48)
"""What changes so near to its hour is said, and not only written where it stood."""

SETTLING = timedelta(minutes=2)
"""Corrections that follow each other so closely become one."""

CALLED_OFF = (Status.CANCELLED, Status.POSTPONED)
"""There is nothing to go to."""


@dataclass(frozen=True)
class Laid:
    """An event of an edition as it was last told there, and as it is now."""

    before: Event
    now: Event

    def is_urgent(self, moment: datetime) -> bool:
        """Whether somebody may be on their way: said at once, and aloud."""
        off = self.now.status in CALLED_OFF or self.now.status is Status.FULL
        near = min(self.before.start, self.now.start)
        return (off or self.elsewhere) and moment <= near <= moment + SOON

    @property
    def is_new(self) -> bool:
        """Whether it was not told before: it was added to what is posted already."""
        return not differ(self.before, self.now)

    @property
    def elsewhere(self) -> bool:
        """Whether its hour or its place is another."""
        then, now = self.before, self.now
        return (then.start, then.place) != (now.start, now.place)


def laid_over(frozen: Event, known: Event | None) -> Event:
    """An event of an edition as it is today. What the team did not approve stays unsaid."""
    if known is None:
        return frozen
    if known.state in (State.REFUSED, State.WITHDRAWN):
        return replace(frozen, status=Status.CANCELLED)
    if known.state is not State.APPROVED:
        return replace(frozen, status=known.status)
    return replace(known, id=frozen.id, details=frozen.details, link=frozen.link)


def in_its_place(frozen: Event, now: Event, first: date, last: date, zone: ZoneInfo) -> Event:
    """How it stands in a post: on its new day, or where it was when that lies outside the week."""
    if first <= now.start.astimezone(zone).date() <= last:
        return now
    return replace(now, start=frozen.start, end=frozen.end, all_day=frozen.all_day)


def differ(one: Event, other: Event) -> bool:
    """Whether a reader sees a difference."""
    return _shown(one) != _shown(other)


def changed(
    frozen: Iterable[Event], told: Mapping[int, Event], known: Mapping[int, Event]
) -> Sequence[Laid]:
    """What became of the events of an edition since it was last told."""
    found = []
    for event in frozen:
        before = told.get(event.id, event)
        now = laid_over(event, known.get(event.id))
        if differ(before, now):
            found.append(Laid(before, now))
    return found


def _shown(event: Event) -> tuple[object, ...]:
    return event.title, event.start, event.end, event.all_day, event.place, event.status
