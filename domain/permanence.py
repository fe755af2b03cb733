"""Answering at any hour: what an entry is, and what a question found.

Must not know who asks, how entries are searched (domain/retrieval), nor write an answer of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class EntryState(StrEnum):
    """Whether an entry answers, or only remembers."""

    CURRENT = "current"
    RETIRED = "retired"


@dataclass(frozen=True)
class Entry:
    """One answer with the ways people ask for it; `true_on` is when its source said so.

    From `review_on` on somebody should look at it again. `live` names the fact that is computed and
    shown under the answer: "permanence", "agenda" or "balance". A retired one may have gone into
    another, `merged_into`.
    """

    id: int
    key: str
    title: str
    wordings: tuple[str, ...]
    body: str
    source: str
    true_on: date
    tags: tuple[str, ...]
    language: str
    review_on: date | None = None
    live: str = ""
    state: EntryState = EntryState.CURRENT
    merged_into: int | None = None

    def is_stale(self, today: date) -> bool:
        """Whether its day of review has come."""
        return self.review_on is not None and self.review_on <= today


@dataclass(frozen=True)
class Found:
    """An entry that may answer: how alike it is, 0 to 1, and its share of what is likely."""

    entry: Entry
    score: float
    posterior: float = 0.0


class Band(StrEnum):
    """What to do with what was found: answer, offer titles, or ask the team."""

    SURE = "sure"
    MAYBE = "maybe"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Findings:
    """What a question found, best first, and what to do with it.

    `confidence` is 0 to 1, that the first one is right; `features` are the figures that it was
    computed from, kept with what came of the answer.
    """

    found: tuple[Found, ...] = ()
    band: Band = Band.UNSURE
    confidence: float = 0.0
    features: Mapping[str, float] = field(default_factory=dict)
