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
from domain.people import fold
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

    `unnamed` counts those who do not show their name; never fewer than three.
    """

    people: tuple[Listed, ...] = ()
    unnamed: int = 0
    whole: bool = True


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


def search(terms: Sequence[Term], listed: Iterable[Listed]) -> Found:
    """Those who have all that is asked for; the ones who have most of it, where nobody has all.

    Without a term it is everybody, by name.
    """
    scored = [([likeness(term, one) for term in terms], one) for one in listed]
    whole = [(scores, one) for scores, one in scored if all(scores)]
    if any(one.name for _, one in whole) or counted(one for _, one in whole):
        return Found(_ordered(whole, terms), counted(one for _, one in whole))
    most = max((_met(scores) for scores, one in scored if one.name), default=0)
    part = [(scores, one) for scores, one in scored if most and _met(scores) == most]
    return Found(_ordered(part, terms), 0, whole=not part)


def counted(people: Iterable[Listed]) -> int:
    """How many do not show their name; 0 where they are too few to be counted."""
    unnamed = sum(not one.name for one in people)
    return unnamed if unnamed >= FEWEST else 0


def likeness(term: Term, one: Listed) -> float:
    """How well somebody answers to some words, 0 to 1, by whatever they show."""
    wanted = spelling(term.text)
    best = 1.0 if term.language in one.languages else _called(wanted, one.place)
    for place in term.places:
        best = max(best, _near(one.place, place))
    if one.name and best < 1.0:
        best = max(best, _named(wanted, spelling(one.name), sure=term.sure))
    for name in one.organisations:
        best = max(best, ORGANISATION * _named(wanted, spelling(name), sure=term.sure))
    for skill in one.skills:
        if best == 1.0:
            break
        best = max(best, _meant(term, skill))
    return best


@lru_cache(maxsize=16384)
def spelling(name: str) -> tuple[str, ...]:
    """The words of a name, however it is written."""
    return tuple(words_of(name))


def _met(scores: Sequence[float]) -> int:
    return sum(score > 0 for score in scores)


def _ordered(
    scored: Iterable[tuple[Sequence[float], Listed]], terms: Sequence[Term]
) -> tuple[Listed, ...]:
    """Those with a name, the most alike first, each with the skills asked for before others."""
    named = [(round(sum(scores), 6), one) for scores, one in scored if one.name]
    named.sort(key=lambda pair: (-pair[0], fold(pair[1].name), pair[1].person))
    return tuple(replace(one, skills=_fitting_first(one.skills, terms)) for _, one in named)


def _fitting_first(skills: Sequence[Skill], terms: Sequence[Term]) -> tuple[Skill, ...]:
    return tuple(
        sorted(skills, key=lambda one: -max((_meant(term, one) for term in terms), default=0))
    )


def _named(wanted: Sequence[str], words: Sequence[str], *, sure: bool) -> float:
    """How alike a name is: each word that was typed has to be one of its own."""
    if not wanted or not words:
        return 0.0
    alike = 1.0
    for word in wanted:
        alike = min(alike, max(_alike(word, one, sure) for one in words))
        if not alike:
            return 0.0
    return alike if len(wanted) == len(words) else 0.98 * alike


@lru_cache(maxsize=65536)
def _alike(word: str, other: str, sure: bool) -> float:
    if word == other:
        return 1.0
    if sure:
        return 0.0
    if len(word) >= SHORTEST_BEGINNING and other.startswith(word):
        return BEGINNING
    ratio = fuzz.ratio(word, other) if len(word) >= SHORTEST_CLOSE else 0.0
    return SLIP * ratio / 100 if ratio >= CLOSE else 0.0


def _near(place: Place | None, wanted: Place) -> float:
    """Whether somebody is in a place, or around it where that is a commune."""
    if place is None:
        return 0.0
    near = nearness(place, wanted)
    if near >= _WITHIN[wanted.level]:
        return 1.0
    if wanted.level is not Level.COMMUNE:
        return 0.0
    return AROUND if near is Nearness.SAME_EPCI else 0.0


def _called(wanted: Sequence[str], place: Place | None) -> float:
    """Whether somebody's place is on no list, and its name holds all of the words."""
    typed = place is not None and place.level is Level.TYPED and bool(wanted)
    return float(typed and set(wanted) <= set(spelling(place.name if place else "")))


_WITHIN: Mapping[Level, Nearness] = {
    Level.COMMUNE: Nearness.SAME_COMMUNE,
    Level.EPCI: Nearness.SAME_EPCI,
    Level.DEPARTEMENT: Nearness.SAME_DEPARTEMENT,
    Level.REGION: Nearness.SAME_REGION,
}
"""What two places share when one is in the other."""


def _meant(term: Term, skill: Skill) -> float:
    """How well an offer answers to some words: by its concept, else by its own words."""
    by_concept = term.concepts.get(skill.concept, 0.0) if skill.concept else 0.0
    if by_concept == 1.0:
        return 1.0
    wanted = _stems(term.text)
    in_words = IN_WORDS if wanted and wanted <= _stems(skill.text) else 0.0
    return max(by_concept, in_words)


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, telling(text)))
