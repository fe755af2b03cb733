"""Answering at any hour: what an entry is, what a question found, and what is no question at all.

Knows what is asked and answered. Must not know who asks, how entries are searched
(domain/retrieval), nor write an answer of its own; unsure questions go to the team.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.people import fold

_GREETINGS = frozenset(
    "bonjour bonsoir salut coucou hello hi hey bonne journee soiree nuit yo re rebonjour good "
    "morning evening tous toutes tout le monde a et les amis allies there all everyone ca "
    "va comment vous allez".split()
)
_GREETS = frozenset(
    "bonjour bonsoir bonne salut coucou hello hi hey yo morning evening va allez".split()
)
_THANKS = frozenset(
    "merci mercis remerciements beaucoup bien infiniment mille grand un super parfait "
    "genial top ok d'accord thanks thank you so much lot thx great perfect a tous toutes pour "
    "mon ma petit petite votre ta reponse aide the your help answer for very many vous toi et "
    "bonne journee soiree".split()
)
_THANKING = frozenset(
    "merci mercis remerciements thanks thank thx ok super parfait genial top great perfect "
    "d'accord".split()
)


_ASIDES = frozenset(
    "oui non ouais nan ok ah oh bon ben bah hum hmm mm d'accord voila allo yes no yeah yep".split()
)
"""What people say on the way: nothing is asked, and nobody has to read it."""


@dataclass(frozen=True)
class Entry:
    """One answer with the ways people ask for it; `true_on` is when its source said so.

    After `review_on` somebody should look at it again. `live` names the fact that is computed and
    shown under the answer: "permanence", "agenda" or "balance".
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


def small_talk(text: str) -> str | None:
    """What asks for no answer: "greeting", "thanks" or "noise"; None when something is asked."""
    words = set(re.findall(r"[^\W_]+(?:'[^\W_]+)?", fold(text)))
    if sum(len(word) for word in words) <= 1 or words <= _ASIDES - _THANKING:
        return "noise"
    if words & _THANKING and words <= _THANKS | _GREETINGS:
        return "thanks"
    if words & _GREETS and words <= _GREETINGS:
        return "greeting"
    return None
