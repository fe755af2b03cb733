"""How well people fit two by two, as matrices: what they share of languages, places, subjects.

Knows neither whom one pairs with whom in the end, nor why: `domain.pairs` and `domain.rounds` do.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from domain.places import EARTH_KM, Level, Nearness, Place

Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]

HALF_WAY = 30.0
"""Kilometres after which nearness counts half: an evening's journey there and back."""

NEAR: Mapping[Nearness, float] = {
    Nearness.SAME_COMMUNE: 1.0,
    Nearness.SAME_EPCI: 0.9,
    Nearness.SAME_DEPARTEMENT: 0.7,
    Nearness.SAME_REGION: 0.4,
    Nearness.ELSEWHERE: 0.0,
    Nearness.UNKNOWN: 0.3,
}

Likeness: TypeAlias = Callable[[str], Mapping[str, float]]
"""How alike other concepts are to one, the unlike left out."""


@dataclass(frozen=True)
class Ally:
    """What is known of somebody who may be brought together with somebody else.

    `subjects` are the concepts of what they offer, `organisations` those that they act for.
    """

    person: int
    languages: frozenset[str] = frozenset()
    place: Place | None = None
    subjects: frozenset[str] = frozenset()
    organisations: frozenset[int] = frozenset()


def speak_together(ones: Sequence[Ally], others: Sequence[Ally]) -> Bools:
    """Who has a language in common; who named none speaks any."""
    silent = np.array([not one.languages for one in ones], dtype=bool)
    mute = np.array([not one.languages for one in others], dtype=bool)
    shared = _share([one.languages for one in ones], [one.languages for one in others])
    found: Bools = shared | silent[:, None] | mute[None, :]
    return found


def act_together(ones: Sequence[Ally], others: Sequence[Ally]) -> Bools:
    """Who acts for a same organisation."""
    return _share([one.organisations for one in ones], [one.organisations for one in others])


def nearness(ones: Sequence[Ally], others: Sequence[Ally]) -> Floats:
    """How near they are, from 0 to 1: by territory or by distance, whichever is kinder."""
    mine, theirs = [one.place for one in ones], [one.place for one in others]
    near = np.full((len(ones), len(others)), NEAR[Nearness.ELSEWHERE])
    for level, code in _CODES.items():
        here, there = _codes(mine, theirs, code)
        same = (here[:, None] == there[None, :]) & (here[:, None] >= 0)
        near[same] = NEAR[level]
    near = np.maximum(near, _by_distance(mine, theirs))
    unknown = _unknown(mine)[:, None] | _unknown(theirs)[None, :]
    return np.where(unknown, NEAR[Nearness.UNKNOWN], near)


def likeness(ones: Sequence[Ally], others: Sequence[Ally], alike: Likeness) -> Floats:
    """The likest two subjects of each two people: 1 for the same, 0 where one has none."""
    columns = _columns([one.subjects for one in others])
    theirs = _incidence([one.subjects for one in others], columns).astype(np.float64)
    found = np.zeros((len(ones), len(others)))
    for row, one in enumerate(ones):
        reach = np.zeros(len(columns))
        for subject in one.subjects:
            for key, value in {**alike(subject), subject: 1.0}.items():
                if key in columns:
                    reach[columns[key]] = max(reach[columns[key]], value)
        if reach.any():
            found[row] = (theirs * reach).max(axis=1)
    return found


def _commune(place: Place) -> str | None:
    return place.code if place.level is Level.COMMUNE else None


_CODES: Mapping[Nearness, Callable[[Place], str | None]] = {
    Nearness.SAME_REGION: lambda place: place.region,
    Nearness.SAME_DEPARTEMENT: lambda place: place.departement,
    Nearness.SAME_EPCI: lambda place: place.epci,
    Nearness.SAME_COMMUNE: _commune,
}
"""The widest first, so that the nearer has the last word."""


def _codes(
    mine: Sequence[Place | None],
    theirs: Sequence[Place | None],
    code: Callable[[Place], str | None],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """A number for each code, the same on both sides; -1 for none."""
    numbers: dict[str, int] = {}

    def number(place: Place | None) -> int:
        said = code(place) if place is not None and place.level is not Level.TYPED else None
        return -1 if said is None else numbers.setdefault(said, len(numbers))

    return np.array([number(one) for one in mine]), np.array([number(one) for one in theirs])


def _unknown(places: Sequence[Place | None]) -> Bools:
    typed = [one is None or one.level is Level.TYPED for one in places]
    return np.array(typed, dtype=bool)


def _by_distance(mine: Sequence[Place | None], theirs: Sequence[Place | None]) -> Floats:
    north, east = _coordinates(mine)
    north2, east2 = _coordinates(theirs)
    half = (
        np.sin((north2[None, :] - north[:, None]) / 2) ** 2
        + np.cos(north)[:, None]
        * np.cos(north2)[None, :]
        * np.sin((east2[None, :] - east[:, None]) / 2) ** 2
    )
    km = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    kind: Floats = np.nan_to_num(HALF_WAY / (HALF_WAY + km))
    return kind


def _coordinates(places: Sequence[Place | None]) -> tuple[Floats, Floats]:
    both = [(one.latitude, one.longitude) if one else (None, None) for one in places]
    degrees = np.array(both, dtype=np.float64).reshape(-1, 2)
    return np.radians(degrees[:, 0]), np.radians(degrees[:, 1])


def _share(ones: Sequence[Collection[object]], others: Sequence[Collection[object]]) -> Bools:
    columns = _columns(others)
    left = _incidence(ones, columns).astype(np.float32)
    right = _incidence(others, columns).astype(np.float32)
    return left @ right.T > 0


def _columns(sets: Sequence[Collection[object]]) -> dict[object, int]:
    return {key: at for at, key in enumerate(dict.fromkeys(key for one in sets for key in one))}


def _incidence(sets: Sequence[Collection[object]], columns: Mapping[object, int]) -> Bools:
    found = np.zeros((len(sets), len(columns)), dtype=bool)
    for row, one in enumerate(sets):
        found[row, [columns[key] for key in one if key in columns]] = True
    return found
