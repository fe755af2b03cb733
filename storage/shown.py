"""What directories showed last, kept in memory until something that is in them changes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from domain.directory_index import Index
from domain.profiles import Audience
from storage.changes import Changes, Touched

TABLES = frozenset(("people", "profiles", "offers", "organisations", "organisation_people"))
"""What a directory is made of."""


@dataclass(frozen=True)
class _Kept:
    """What was shown, by the number of the last transaction that was sure to be seen in it."""

    count: int
    stamp: Hashable
    index: Index


class Shown:
    """Each fabrique's directory as each audience sees it. What this process writes is known at
    once; what another one may have written, a stamp tells.
    """

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._kept: dict[tuple[int, Audience], _Kept] = {}

    def last(self, fabrique: int, audience: Audience, stamp: Hashable) -> Index | None:
        """What was shown last, if nothing changed since."""
        kept = self._kept.get((fabrique, audience))
        if kept is None or kept.stamp != stamp or self._changes.since(kept.count, TABLES):
            return None
        return kept.index

    def keep(self, key: tuple[int, Audience], count: int, stamp: Hashable, index: Index) -> None:
        """Remember what a transaction showed that began at a count."""
        self._kept[key] = _Kept(count, stamp, index)


@dataclass(frozen=True)
class Looking:
    """One transaction's way to what is kept. What it wrote itself, only it may see. `alone`: no
    other process writes here.
    """

    shown: Shown
    count: int
    touched: Touched
    alone: bool

    @property
    def may_keep(self) -> bool:
        """Whether it sees what all others do."""
        return not self.touched.writes & TABLES
