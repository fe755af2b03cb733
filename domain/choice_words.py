"""Which of a few labels typed words name: as they are spelt, nearly, or by what they come to.

Knows labels alone, in French and English; must not know what a choice does. Two labels that are as
near are none: nobody's words are guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from domain.people import fold

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:er|ez|es|e|s)\Z")
_ASIDE = frozenset(
    """ah alors allez allons bah ben bien bon d accord donc en fait euh finalement go ahead hmm je
    merci ok okay on ouais oui please plutot s il vous te plait so stp svp sur thank thanks then
    vas veux well y yes you actually""".split()
)
"""Words that may stand beside a label without changing what is meant."""

_YES_NO = frozenset({"oui", "non", "yes", "no"})
_NOT = frozenset({"jamais", "n", "ne", "never", "no", "non", "not", "pas", "plus", "sans", "t"})
_SHORT, _MIDDLING = 5, 9
"""Letters under which a slip is another word, and under which two slips are."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _core(text: str) -> tuple[str, ...]:
    """The words that matter, without the endings of verbs: « ok cherche » is « Chercher »."""
    kept = (word for word in _words(text) if word not in _ASIDE)
    return tuple(_ENDING.sub("", word) if len(word) > 4 else word for word in kept)


_OUT = frozenset(
    _core(words)
    for words in (
        "abandonner",
        "annuler",
        "cancel",
        "drop it",
        "forget it",
        "laisser",
        "laisser ça",
        "laisser tomber",
        "ne rien changer",
        "ne rien envoyer",
        "never mind",
        "no",
        "non",
        "not now",
        "not this time",
        "oublier",
        "pas cette fois",
        "pas maintenant",
        "stop",
        "tant pis",
    )
)
"""What lets a thing be, typed or on a button."""


def spelt(typed: str, labels: Sequence[str]) -> int | None:
    """The label whose words were typed, signs apart; a bare yes or no is the one that begins so."""
    said = _words(typed)
    same = _only(labels, lambda label: _words(label) == said != ())
    bare = tuple(word for word in said if word in _YES_NO or word not in _ASIDE)
    if same is not None or len(bare) != 1 or bare[0] not in _YES_NO:
        return same
    return _only(labels, lambda label: _words(label)[:1] == bare)


def near(typed: str, labels: Sequence[str]) -> int | None:
    """The label that was typed with a slip or two, or in other words that come to it."""
    misspelt = _misspelt(typed, labels)
    return misspelt if misspelt is not None else _meant(typed, labels)


def _misspelt(typed: str, labels: Sequence[str]) -> int | None:
    said = " ".join(_words(typed))
    slips = 0 if len(said) < _SHORT else 1 if len(said) < _MIDDLING else 2
    keys = [" ".join(_words(label)) for label in labels]
    away = [OSA.distance(said, key) for key in keys]
    closest = min(away, default=slips + 1)
    if closest > slips or away.count(closest) > 1:
        return None
    at = away.index(closest)
    return at if _alike(said, keys[at]) else None


def _alike(said: str, key: str) -> bool:
    """Whether what a slip may not change is the same: first letter, numbers, what is denied."""
    same = set(said.split()) & _NOT == set(key.split()) & _NOT
    return said[:1] == key[:1] and re.findall(r"\d+", said) == re.findall(r"\d+", key) and same


def _meant(typed: str, labels: Sequence[str]) -> int | None:
    core = _core(typed)
    if not core:
        return None
    named = _only(labels, lambda label: _core(label) == core)
    if named is not None:
        return named
    out = core[1:] if len(core) > 1 and core[0] in ("non", "no") else core
    return _only(labels, lambda label: _core(label) in _OUT) if out in _OUT else None


def _only(labels: Sequence[str], fits: Callable[[str], bool]) -> int | None:
    found = [at for at, label in enumerate(labels) if fits(label)]
    return found[0] if len(found) == 1 else None
