"""Further names for concepts: typed by people, kept to a concept or refused by the team."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.events import State
from domain.people import fold
from domain.skills.concepts import Concept, Kind
from domain.skills.index import Skills

FOLDED_MOST = 200
OWN = "own-"
"""What the key of a concept begins with that a fabrique added; no file has such."""

OWN_GROUP = "own"
_KEY_MOST = 80


@dataclass(frozen=True)
class Alias:
    """A name that somebody gave; `concept` is what the team found that it means. `at` is when it
    was given.
    """

    id: int
    text: str
    language: str
    kind: Kind
    concept: str | None
    state: State
    proposed_by: int | None
    at: datetime


def folded(text: str) -> str:
    """What two spellings of one name have in common, short enough to be a key."""
    return fold(text)[:FOLDED_MOST]


def own_key(text: str) -> str:
    """The key of a concept that a fabrique adds under a name."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    return (OWN + "-".join(words))[:_KEY_MOST].rstrip("-")


def with_names(concepts: Sequence[Concept], kept: Sequence[Alias]) -> Skills:
    """The shipped concepts, with the names and the further concepts that a fabrique kept."""
    names = [(one.text, one.concept) for one in kept if one.concept]
    known = {one.key for one in concepts}
    own = {
        one.concept: Concept(
            key=one.concept,
            kind=one.kind,
            group=OWN_GROUP,
            names={"fr": (one.text,), "en": (one.text,)},
        )
        for one in reversed(kept)
        if one.concept and one.concept.startswith(OWN) and one.concept not in known
    }
    return Skills.of([*concepts, *own.values()], names)
