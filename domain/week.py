"""What a digest tells: the events of some days, and what changed since they were last told.

Must not know how it is written, nor who reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.events import Event
from domain.letter import Item


@dataclass(frozen=True)
class Change:
    """An event as it is now, and as readers were last told."""

    now: Event
    before: Event


@dataclass(frozen=True)
class Week:
    """The approved events that touch the local days `first` to `last`, both included, before any
    reader's taste; one campaign at most.
    """

    first: date
    last: date
    events: tuple[Event, ...]
    changes: tuple[Change, ...] = ()
    campaign: Item | None = None
