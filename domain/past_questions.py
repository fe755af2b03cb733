"""Questions asked before: which of them are like a new one, and when somebody repeats their own.

Compares words only; must not know who asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from domain.matching import STOP
from domain.people import fold
from domain.questions import QuestionState

RECENT = 200
"""Past questions that are looked at, newest first: a year or more of an alliance's."""

ALIKE = 60
"""Of 100; two questions about the same thing in other words reach it, chance hardly does."""

REPEATED = 94
"""Of 100; the same words with a typing error or two."""

READ = 200
"""Letters of a question that are compared; what a person wants is said by then."""

ROOT = 5
"""Letters of a word that are compared: endings come after them, in French and in English."""

_UNTELLING = STOP | frozenset(
    "bonjour bonsoir salut hello merci svp stp comment combien quand quel quelle quels quelles "
    "est-ce how what where when which please thanks".split()
)


@dataclass(frozen=True)
class Past:
    """A question asked before. `answer` is what the team wrote, "" when nothing."""

    id: int
    text: str
    state: QuestionState
    answer: str = ""


def similar(text: str, past: Iterable[Past], *, at_most: int = 3) -> list[Past]:
    """The questions most like this one, best first."""
    wanted = _telling(text[:READ])
    if not wanted:
        return []
    scored = [(_likeness(wanted, _telling(one.text[:READ])), one) for one in past]
    close = [pair for pair in scored if pair[0] >= ALIKE]
    close.sort(key=lambda pair: (-pair[0], -pair[1].id))
    return [one for _, one in close[:at_most]]


def repeated(text: str, own: Sequence[tuple[int, str]]) -> int | None:
    """Which of their own waiting questions a person asks again, by its number."""
    for number, earlier in own:
        if _same(_spelt(text), _spelt(earlier)):
            return number
    return None


@lru_cache(maxsize=4096)
def _telling(text: str) -> str:
    """The words that say what a question is about, without their endings."""
    words = re.findall(r"\w+", fold(text))
    return " ".join(word[:ROOT] for word in words if len(word) > 1 and word not in _UNTELLING)


def _likeness(wanted: str, other: str) -> float:
    """Half by what both have in common, half by all that either has."""
    if not other:
        return 0.0
    return (fuzz.token_set_ratio(wanted, other) + fuzz.token_sort_ratio(wanted, other)) / 2


def _spelt(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _same(text: str, earlier: str) -> bool:
    """The 12th of March is not the 13th, however alike the rest."""
    if re.findall(r"\d+", text) != re.findall(r"\d+", earlier):
        return False
    return text == earlier or fuzz.ratio(text, earlier) >= REPEATED
