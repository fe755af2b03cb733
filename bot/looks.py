"""What somebody found by looking at rows, and until when it holds.

A look holds until something it found falls due, one of the tables it read is written to, or a tick
of the clock has passed, for what another process writes is not always told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.changes import Changes, Touched

HOLDS = timedelta(seconds=25)
"""Less than a tick of the clock, so that each tick looks at everything."""


@dataclass(frozen=True)
class Look:
    """What was found by a transaction that began after `count` changes: the next moment at which
    there is something to do.
    """

    at: datetime
    count: int
    reads: frozenset[str]
    due: datetime | None

    def holds(self, changes: Changes, now: datetime) -> bool:
        """Whether looking again would find the same."""
        early = self.at <= now < self.at + HOLDS and (self.due is None or now < self.due)
        return early and not changes.since(self.count, self.reads)


def looked(changes: int, touched: Touched, *, at: datetime, due: datetime | None = None) -> Look:
    """A look that has just been taken."""
    return Look(at, changes, frozenset(touched.reads), due)
