"""What the fabrique knows of somebody who answers a call, so that it need not be asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from domain.people import fold
from domain.places import Nearness


@dataclass(frozen=True)
class Seen:
    """What the fabrique knows of somebody who answers: what they offer of the skill looked for,
    what they shared, the workshops and meetings they were at, and how near they are.
    """

    offers: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    meetings: int = 0
    near: Nearness = Nearness.UNKNOWN


_SHEET = ("experience", "retex")
_FUNDAMENTALS = ("fondament", "fundamental", "initiation", "doctrine", "charte")
KNOWS = frozenset({Nearness.SAME_COMMUNE, Nearness.SAME_EPCI, Nearness.SAME_DEPARTEMENT})
"""Whoever lives that near is taken to know a territory."""


def is_sheet(title: str, tags: Collection[str]) -> bool:
    """Whether something shared tells an experience."""
    said = fold(" ".join((title, *tags)))
    return any(word in said for word in _SHEET)


def is_on_fundamentals(subject: str) -> bool:
    """Whether a workshop was about what the alliance rests on."""
    return any(word in fold(subject) for word in _FUNDAMENTALS)


def known_already(seen: Seen) -> dict[str, str]:
    """Which of the questions of a territory's call need not be asked."""
    known = {
        "fundamentals": any(map(is_on_fundamentals, seen.sessions)),
        "sheets": bool(seen.sheets),
        "context": seen.near in KNOWS,
    }
    return {name: "seen" for name, is_so in known.items() if is_so}
