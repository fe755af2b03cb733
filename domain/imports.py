"""Entries from files beside what the team changed since the last import: three are compared, the
files, what they said last time, and the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from domain.entries import tidied
from domain.permanence import Entry, EntryState

TEXTS = ("title", "body", "source", "true_on", "review_on", "live", "state")
LISTS = ("wordings", "tags")
"""What files and people may change, each apart: one value, or several."""

_NOTHING = object()


@dataclass(frozen=True)
class Kept:
    """An entry of the base, and what the files said of it at the last import: None for one that
    was written in a chat.
    """

    entry: Entry
    imported: Entry | None


@dataclass(frozen=True)
class Change:
    """An entry that files change: before, afterwards, and as the file says."""

    before: Entry
    after: Entry
    file: Entry


@dataclass(frozen=True)
class Conflict:
    """Parts of an entry that both the team and the files changed since the last import."""

    entry: Entry
    parts: tuple[str, ...]


@dataclass
class Plan:
    """What an import will do; `conflicts` are among the others, carried out as the files say.

    `noted`: the entry stays as it is, but the files say something else of it than last time.
    """

    added: list[Entry] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    retired: list[Entry] = field(default_factory=list)
    unchanged: list[Entry] = field(default_factory=list)
    noted: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    @property
    def empties(self) -> bool:
        """Whether most of the base would be retired: the files are hardly meant as all of it."""
        return len(self.retired) > len(self.changed) + len(self.unchanged)

    def take(self, kept: Kept, file: Entry) -> None:
        """Plan for an entry that the files and the base both hold."""
        ours, theirs = kept.entry, replace(file, id=kept.entry.id)
        after, parts = _three_way(ours, theirs, kept.imported)
        change = Change(ours, after, theirs)
        if parts:
            self.conflicts.append(Conflict(ours, parts))
        if after != ours:
            self.changed.append(change)
            return
        self.unchanged.append(ours)
        if kept.imported is None or not _same(theirs, kept.imported):
            self.noted.append(change)

    def miss(self, kept: Kept) -> None:
        """Plan for an entry that the files do not hold: what they never held stays."""
        if kept.entry.state is not EntryState.CURRENT:
            return
        if kept.imported is None or kept.imported.state is not EntryState.CURRENT:
            self.unchanged.append(kept.entry)
            return
        self.retired.append(kept.entry)
        if not _same(kept.entry, kept.imported):
            self.conflicts.append(Conflict(kept.entry, ("missing",)))


def plan(files: Sequence[Entry], base: Sequence[Kept], *, partial: bool = False) -> Plan:
    """What makes the base hold what changed in the files since their last import, and leaves the
    rest as the team wrote it. `partial` files say nothing of entries that they do not hold.
    """
    known = {(kept.entry.language, kept.entry.key): kept for kept in base}
    drawn = Plan()
    for file in map(tidied, files):
        kept = known.pop((file.language, file.key), None)
        if kept is None:
            drawn.added.append(file)
        else:
            drawn.take(kept, file)
    for kept in known.values() if not partial else ():
        drawn.miss(kept)
    return drawn


def _three_way(ours: Entry, theirs: Entry, base: Entry | None) -> tuple[Entry, tuple[str, ...]]:
    """The entry with what both sides changed, and the parts that both changed differently."""
    values: dict[str, Any] = {}
    parts = []
    for name in TEXTS:
        mine, other = getattr(ours, name), getattr(theirs, name)
        before = getattr(base, name) if base else _NOTHING
        values[name] = mine if other in (mine, before) else other
        if before not in (mine, other) and mine != other:
            parts.append(name)
    for name in LISTS:
        earlier = getattr(base, name) if base else ()
        values[name] = _united(getattr(ours, name), getattr(theirs, name), earlier)
    entry = replace(ours, **values)
    current = entry.state is EntryState.CURRENT
    return replace(entry, merged_into=None) if current else entry, tuple(parts)


def _united(
    ours: tuple[str, ...], theirs: tuple[str, ...], base: tuple[str, ...]
) -> tuple[str, ...]:
    """What either side added, without what either side took away."""
    if ours == base:
        return theirs
    stay = [one for one in ours if one in theirs or one not in base]
    return (*stay, *(one for one in theirs if one not in base and one not in ours))


def _same(one: Entry, other: Entry) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in (*TEXTS, *LISTS))
