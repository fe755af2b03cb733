"""The directory: who is found by some words, among what each lets be seen.

What somebody does not show is not searched either, so that no search tells it. Circles never count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from domain.matching import words_of
from domain.places import Level, Nearness, Place, nearness
from domain.profiles import SHOWN, Audience, Field, Profile
from domain.skills.words import stem, telling

FEWEST = 3
"""People without a name that are counted; of fewer somebody could guess who they are."""

CLOSE = 80
"""How alike two words of names are that may be the same: one wrong letter in five."""

SHORTEST_CLOSE, SHORTEST_BEGINNING = 4, 3
"""Letters of a word that may have a slip in it, and of one that may be a beginning."""

SLIP, BEGINNING, ORGANISATION, IN_WORDS, AROUND = 0.9, 0.9, 0.95, 0.8, 0.5
"""What a likeness counts for beside 1: a slip of the finger, the beginning of a name, an
organisation's name, the words of an offer, and a place whose group of communes is shared.
"""


class Skill(NamedTuple):
    """What somebody offers: in their words, and as the concept they confirmed."""

    text: str
    concept: str | None = None


@dataclass(frozen=True)
class Listed:
    """What somebody shows to whoever looks, and nothing else of them; `name` is "" where it is not
    shown.
    """

    person: int
    name: str = ""
    skills: tuple[Skill, ...] = ()
    place: Place | None = None
    languages: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    hours: int | None = None


@dataclass(frozen=True)
class Term:
    """Some words of a search with all that they may mean; `sure` ones are no slip of a name."""

    text: str
    places: tuple[Place, ...] = ()
    language: str | None = None
    concepts: Mapping[str, float] = field(default_factory=dict)
    sure: bool = False


@dataclass(frozen=True)
class Found:
    """Whom a search found, the best first; `whole` unless nobody has all that was asked for.

    `unnamed` counts those who do not show their name; never fewer than three. `terms` are what was
    asked for.
    """

    people: tuple[Listed, ...] = ()
    unnamed: int = 0
    whole: bool = True
    terms: tuple[Term, ...] = ()

    def is_around(self, one: Listed) -> bool:
        """Whether somebody is only near to the commune that was asked for."""
        wanted = [term.places for term in self.terms if term.places]
        place = one.place
        return place is not None and any(near(place, places) == AROUND for places in wanted)

    def shown(self, first: int, last: int) -> tuple[Listed, ...]:
        """Some of them, each with the skills asked for before others."""
        return tuple(
            replace(one, skills=fitting_first(one.skills, self.terms))
            for one in self.people[first:last]
        )


def seen(
    profile: Profile,
    name: str,
    audience: Audience,
    *,
    skills: Sequence[Skill] = (),
    organisations: Sequence[str] = (),
) -> Listed | None:
    """What an audience may see of somebody; None of whoever wants to be found by nobody, or said
    nothing of themselves.
    """
    to = {**SHOWN, **profile.shown}
    if to[Field.NAME] is Audience.NOBODY or not profile.is_told_of(offers=bool(skills)):
        return None
    return Listed(
        profile.person,
        name if to[Field.NAME] >= audience else "",
        tuple(skills) if to[Field.SKILLS] >= audience else (),
        profile.place if to[Field.PLACE] >= audience else None,
        profile.languages if to[Field.LANGUAGES] >= audience else (),
        tuple(organisations) if to[Field.ORGANISATIONS] >= audience else (),
        profile.hours_month if to[Field.HOURS] >= audience else None,
    )


def counted(people: Iterable[Listed]) -> int:
    """How many do not show their name; 0 where they are too few to be counted."""
    unnamed = sum(not one.name for one in people)
    return unnamed if unnamed >= FEWEST else 0


@lru_cache(maxsize=16384)
def spelling(name: str) -> tuple[str, ...]:
    """The words of a name, however it is written."""
    return tuple(words_of(name))


def fitting_first(skills: Sequence[Skill], terms: Sequence[Term]) -> tuple[Skill, ...]:
    """Skills with the ones that were asked for before others."""
    return tuple(
        sorted(skills, key=lambda one: -max((meant(term, one) for term in terms), default=0))
    )


def named(wanted: Sequence[str], words: Sequence[str], *, sure: bool) -> float:
    """How alike a name is: each word that was typed has to be one of its own."""
    if not wanted or not words:
        return 0.0
    least = 1.0
    for word in wanted:
        least = min(least, max(alike(word, one, sure) for one in words))
        if not least:
            return 0.0
    return least if len(wanted) == len(words) else 0.98 * least


@lru_cache(maxsize=65536)
def alike(word: str, other: str, sure: bool) -> float:
    """How alike two words of names are; a word that is sure is no other with a slip in it."""
    if word == other:
        return 1.0
    if sure:
        return 0.0
    if len(word) >= SHORTEST_BEGINNING and other.startswith(word):
        return BEGINNING
    ratio = fuzz.ratio(word, other) if len(word) >= SHORTEST_CLOSE else 0.0
    return SLIP * ratio / 100 if ratio >= CLOSE else 0.0


def near(place: Place, places: Sequence[Place]) -> float:
    """Whether somebody is in one of some places, or around it where that is a commune."""
    return max((_within(place, wanted) for wanted in places), default=0.0)


def _within(place: Place, wanted: Place) -> float:
    shared = nearness(place, wanted)
    if shared >= _WITHIN[wanted.level]:
        return 1.0
    return AROUND if wanted.level is Level.COMMUNE and shared is Nearness.SAME_EPCI else 0.0


def called(wanted: Sequence[str], place: Place) -> float:
    """Whether somebody's place is on no list, and its name holds all of the words."""
    typed = place.level is Level.TYPED and bool(wanted)
    return float(typed and set(wanted) <= set(spelling(place.name)))


_WITHIN: Mapping[Level, Nearness] = {
    Level.COMMUNE: Nearness.SAME_COMMUNE,
    Level.EPCI: Nearness.SAME_EPCI,
    Level.DEPARTEMENT: Nearness.SAME_DEPARTEMENT,
    Level.REGION: Nearness.SAME_REGION,
}
"""What two places share when one is in the other."""


def meant(term: Term, skill: Skill) -> float:
    """How well an offer answers to some words: by its concept, else by its own words."""
    by_concept = term.concepts.get(skill.concept, 0.0) if skill.concept else 0.0
    if by_concept == 1.0:
        return 1.0
    wanted = stems(term.text)
    in_words = IN_WORDS if wanted and wanted <= stems(skill.text) else 0.0
    return max(by_concept, in_words)


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The words of an offer that tell something, without their endings."""
    return frozenset(map(stem, telling(text)))
