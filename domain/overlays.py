"""An edition is frozen; what became of its events since is laid over it.

Knows which changes readers must hear of. Must not know where an edition is posted, nor how a change
is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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
        if self.now.state is State.MERGED:
            return False
        off = self.now.status in CALLED_OFF or self.now.status is Status.FULL
        near = min(self.before.start, self.now.start)
        return (off or self.on_again or self.elsewhere) and moment <= near <= moment + SOON

    @property
    def matters(self) -> bool:
        """Whether it takes place at another hour or place, or became something else."""
        then, now = self.before, self.now
        known = then.venue is not None and then.venue == now.venue
        other = (then.start, then.all_day, then.status) != (now.start, now.all_day, now.status)
        return other or (then.place != now.place and not known)

    @property
    def on_again(self) -> bool:
        """Whether it takes place although it was told that it does not."""
        return self.before.status in CALLED_OFF and self.now.status not in CALLED_OFF

    @property
    def is_new(self) -> bool:
        """Whether it was not told before: it was added to what is posted already."""
        return not differ(self.before, self.now)

    @property
    def elsewhere(self) -> bool:
        """Whether its hour is another, or its place, however the same place is called."""
        then, now = self.before, self.now
        if then.start != now.start or now.status is Status.MOVED:
            return (then.start, then.place) != (now.start, now.place)
        known = then.venue is not None and then.venue == now.venue
        return then.place not in ("", now.place) and not known


@dataclass(frozen=True)
class Made:
    """A change under its number: what it made of an event, and whether that was taken back."""

    id: int
    laid: Laid
    undone: bool = False


def laid_over(frozen: Event, known: Event | None, *, beside: Collection[int] = ()) -> Event:
    """An event of an edition as it is today. What the team did not approve stays unsaid.

    `known` is another event where this one went into it; what stands `beside` it in the edition
    already is not told twice.
    """
    if known is None:
        return frozen
    if known.id != frozen.id and known.id in beside:
        return replace(frozen, state=State.MERGED)
    if known.state in (State.REFUSED, State.WITHDRAWN):
        return replace(frozen, status=Status.CANCELLED)
    if known.state is not State.APPROVED:
        return replace(frozen, status=known.status)
    return replace(known, id=frozen.id, details=frozen.details, link=frozen.link)


def differ(one: Event, other: Event) -> bool:
    """Whether a reader sees a difference."""
    return _shown(one) != _shown(other)


def changed(
    frozen: Iterable[Event], told: Mapping[int, Event], known: Mapping[int, Event]
) -> Sequence[Laid]:
    """What became of the events of an edition since it was last told."""
    found, events = [], tuple(frozen)
    beside = {one.id for one in events}
    for event in events:
        before = told.get(event.id, event)
        now = laid_over(event, known.get(event.id), beside=beside)
        if differ(before, now):
            found.append(Laid(before, now))
    return found


def _shown(event: Event) -> tuple[object, ...] | None:
    shown = event.title, event.start, event.end, event.all_day, event.place, event.status
    return None if event.state is State.MERGED else shown
