"""Where people are: French communes, the groups they form, départements and regions.

Knows how a place is named and how near two of them are. Must not know who lives there.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from rapidfuzz import fuzz, process

from domain.people import fold, short_name

NAME_MOST = 60
"""Characters of a place that is on no list."""

CLOSE = 85
"""How alike two names are that may be the same: one wrong letter in seven."""

MOST_CLOSE = 5
"""Places offered when none is called just so; more are not read on a telephone."""

EARTH_KM = 6371.0

_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
_LEADING = frozenset(
    "le la les l a au aux en du de des d dans pres vers chez the in at near".split()
)
_OF_A_GROUP = frozenset(
    "cc ca cu com communaute urbaine communes agglomeration agglo metropole eurometropole".split()
)
_GAP = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"\s*[,(/]\s*|\s+(?:dans|en|in)\s+(?:the |le |la |l['’])?")
_DEPARTEMENT = re.compile(r"\b(97\d|98\d|2[ABab]|\d{2})(?:\d{2,3})?\b")
_DISTRICT = re.compile(r"\s+\d{1,2} ?(?:er|e|ème|eme|nd|nde|st|rd|th)?(?: arrondissement)?$", re.I)


class Level(StrEnum):
    """How wide a place is. One that is on no list is kept as it was typed."""

    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    TYPED = "typed"


class Nearness(IntEnum):
    """The smallest territory that two places share: the greater, the nearer."""

    UNKNOWN = 0
    ELSEWHERE = 1
    SAME_REGION = 2
    SAME_DEPARTEMENT = 3
    SAME_EPCI = 4
    SAME_COMMUNE = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with the codes of the territories it is in, its own among them.

    `code` is INSEE's; that of an EPCI, a group of communes, is its SIREN; one that is on no list
    has none.
    """

    code: str
    name: str
    level: Level
    epci: str | None = None
    departement: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as the list has it, with the number of people who live there."""

    code: str
    name: str
    epci: str | None
    population: int
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """A group of communes, a département or a region; `region` is that of a département."""

    code: str
    name: str
    region: str | None = None


class Places:
    """Every place of the list, found by name."""

    def __init__(self, places: Iterable[tuple[Place, int]]) -> None:
        self._by_code: dict[tuple[Level, str], Place] = {}
        self._people: dict[tuple[Level, str], int] = {}
        self._named: dict[str, list[Place]] = defaultdict(list)
        self._groups: dict[str, list[Place]] = defaultdict(list)
        self._with_word: dict[str, list[tuple[Level, str]]] = defaultdict(list)
        self._beginning: dict[tuple[bool, str], set[str]] = defaultdict(set)
        for place, people in places:
            self._take_in(place, people)

    @classmethod
    def of(
        cls,
        communes: Iterable[Commune],
        epcis: Iterable[Territory],
        departements: Iterable[Territory],
        regions: Iterable[Territory],
    ) -> Places:
        """All of them, from a list of each."""
        above = {one.code: one for one in departements}
        listed = [(_commune(one, above), one.population) for one in communes]
        members: dict[tuple[Level, str | None], list[tuple[Place, int]]] = defaultdict(list)
        for one, people in listed:
            members[Level.EPCI, one.epci].append((one, people))
            members[Level.DEPARTEMENT, one.departement].append((one, people))
            members[Level.REGION, one.region].append((one, people))
        wider = [_group(one, members[Level.EPCI, one.code]) for one in epcis]
        wider += [_departement(one) for one in above.values()]
        wider += [Place(one.code, one.name, Level.REGION, region=one.code) for one in regions]
        counted = [(one, sum(n for _, n in members[one.level, one.code])) for one in wider]
        return cls([*listed, *counted])

    def at(self, level: Level, code: str) -> Place | None:
        """The place of a code."""
        return self._by_code.get((level, code))

    def around(self, place: Place) -> str:
        """The département of a place by name, which tells places of one name apart; or nothing."""
        found = self.at(Level.DEPARTEMENT, place.departement or "")
        return found.name if found else ""

    def called(self, typed: str) -> list[Place]:
        """All of that very name, and nothing close to it."""
        return self._exact(typed)

    def find(self, typed: str, near: Place | None = None) -> list[Place]:
        """Which places are meant, best first: all of that very name, else a few close to it.

        Those in the département of `near` go first, then those where more people live.
        """
        line = " ".join(typed[: 2 * NAME_MOST].split())
        name, *where = _BETWEEN.split(line, maxsplit=1)
        bare = _DEPARTEMENT.sub(" ", name).strip() or _number(name)
        found = self._exact(bare) or self._exact(_DISTRICT.sub("", name)) or self._exact(line)
        if within := self._within(line, where):
            inside = [one for one in found if _is_in(one, within)]
            found = inside or [one for one in self._having(bare) if _is_in(one, within)] or found
        found = found or self._close(bare)
        return sorted(found, key=lambda one: self._order(one, near))

    def _take_in(self, place: Place, people: int) -> None:
        at = (place.level, place.code)
        self._by_code[at], self._people[at] = place, people
        key, group = _key(place.name), place.level is Level.EPCI
        name = _group_key(place.name) if group else key
        (self._groups if group else self._named)[name].append(place)
        self._beginning[group, name[:1]].add(name)
        for word in set(key.split()):
            self._with_word[word].append(at)

    def _within(self, line: str, where: Sequence[str]) -> set[str]:
        """The codes of départements and regions that are said beside a name."""
        beside = self._exact(where[0].rstrip(") ")) if where else []
        wide = (Level.DEPARTEMENT, Level.REGION)
        said = {one.code for one in beside if one.level in wide}
        return said | {one.upper() for one in _DEPARTEMENT.findall(line)}

    def _exact(self, typed: str) -> list[Place]:
        key = _key(typed)
        if number := self.at(Level.DEPARTEMENT, typed.strip().upper()):
            return [number]
        if set(key.split()) & _OF_A_GROUP and (groups := self._groups.get(_group_key(typed))):
            return list(groups)
        named = self._named.get(key) or self._groups.get(key) or []
        spelt = [one for one in named if _spelling(one.name) == _spelling(typed)]
        return [one for one in spelt or named if not self._is_again(one, spelt or named)]

    def _is_again(self, place: Place, named: Sequence[Place]) -> bool:
        """Whether it is the same ground as a narrower one: Paris is a commune and a département."""
        if place.level not in (Level.DEPARTEMENT, Level.REGION):
            return False
        order = list(Level)
        return any(
            order.index(one.level) < order.index(place.level)
            and self._inhabitants(one) == self._inhabitants(place)
            for one in named
        )

    def _having(self, typed: str) -> list[Place]:
        """Those whose names have all of the words."""
        each = [set(self._with_word.get(word, ())) for word in _key(typed).split()]
        found = [self._by_code[at] for at in set.intersection(*each)] if each else []
        return sorted(found, key=lambda one: -self._inhabitants(one))

    def _close(self, typed: str) -> list[Place]:
        """A few that have all of the words, else that begin and are spelt alike."""
        key = _key(typed)
        if len(key) < 3:
            return []
        if having := self._having(typed):
            return having[:MOST_CLOSE]
        group = bool(set(key.split()) & _OF_A_GROUP)
        names, wanted = (self._groups, _group_key(typed)) if group else (self._named, key)
        alike = process.extract(
            wanted,
            sorted(self._beginning.get((group, wanted[:1]), ())),
            scorer=fuzz.ratio,
            score_cutoff=CLOSE,
            limit=MOST_CLOSE,
        )
        return [one for name, _, _ in alike for one in names[name]][:MOST_CLOSE]

    def _order(self, place: Place, near: Place | None) -> tuple[bool, int]:
        here = near.departement if near is not None else None
        return here is None or place.departement != here, -self._inhabitants(place)

    def _inhabitants(self, place: Place) -> int:
        return self._people[place.level, place.code]


def typed_place(text: str) -> Place:
    """A place that is on no list, in somebody's own words."""
    return Place("", short_name(text, most=NAME_MOST), Level.TYPED)


def is_called(place: Place, typed: str) -> bool:
    """Whether that is how a place is called or numbered, and not only close to it."""
    if place.level is Level.EPCI:
        return set(_group_key(place.name).split()) <= set(_key(typed).split())
    words = set(_key(typed).split())
    return set(_key(place.name).split()) <= words or place.code.casefold() in words


def nearness(one: Place | None, other: Place | None) -> Nearness:
    """How near two places are, by the smallest territory that both are said to be in."""
    if one is None or other is None or Level.TYPED in (one.level, other.level):
        return Nearness.UNKNOWN
    if one.level is other.level is Level.COMMUNE and one.code == other.code:
        return Nearness.SAME_COMMUNE
    for near, mine, theirs in (
        (Nearness.SAME_EPCI, one.epci, other.epci),
        (Nearness.SAME_DEPARTEMENT, one.departement, other.departement),
        (Nearness.SAME_REGION, one.region, other.region),
    ):
        if mine is not None and mine == theirs:
            return near
    return Nearness.ELSEWHERE


def distance(one: Place | None, other: Place | None) -> int | None:
    """Kilometres as the crow flies, where both places have coordinates."""
    if one is None or other is None:
        return None
    ends = (one.latitude, one.longitude, other.latitude, other.longitude)
    north, east, north2, east2 = (math.radians(end) if end is not None else None for end in ends)
    if north is None or east is None or north2 is None or east2 is None:
        return None
    half = (
        math.sin((north2 - north) / 2) ** 2
        + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    )
    return round(2 * EARTH_KM * math.asin(math.sqrt(half)))


def departement_of(commune: str) -> str:
    """The département of a commune, by its code."""
    return commune[: 3 if commune.startswith(("97", "98")) else 2]


def _commune(one: Commune, above: Mapping[str, Territory]) -> Place:
    departement = above.get(departement_of(one.code))
    return Place(
        one.code,
        one.name,
        Level.COMMUNE,
        one.epci,
        departement.code if departement else None,
        departement.region if departement else None,
        one.latitude,
        one.longitude,
    )


def _departement(one: Territory) -> Place:
    return Place(one.code, one.name, Level.DEPARTEMENT, departement=one.code, region=one.region)


def _group(one: Territory, members: Sequence[tuple[Place, int]]) -> Place:
    """A group of communes stands where its largest one is."""
    if not members:
        return Place(one.code, one.name, Level.EPCI, epci=one.code)
    first, _ = max(members, key=lambda pair: pair[1])
    return replace(first, code=one.code, name=one.name, level=Level.EPCI, epci=one.code)


def _is_in(place: Place, codes: set[str]) -> bool:
    return bool({place.departement, place.region} & codes)


def _words(text: str) -> list[str]:
    return _without_leading(_GAP.sub(" ", text).split())


def _without_leading(words: list[str]) -> list[str]:
    while len(words) > 1 and fold(words[0]) in _LEADING:
        words = words[1:]
    return words


def _spelling(text: str) -> str:
    return " ".join(_words(text)).casefold()


def _key(text: str) -> str:
    """What spellings of one name have in common: "St Etienne", "SAINT-ÉTIENNE"."""
    return " ".join(_SHORT.get(word, word) for word in _words(fold(text)))


def _group_key(text: str) -> str:
    """The same for a group of communes, however its kind is said."""
    words = [one for one in _key(text).split() if one not in _OF_A_GROUP]
    return " ".join(_without_leading(words))


def _number(name: str) -> str:
    """The département of a number that stands alone: its own, or that of a postal code."""
    found = _DEPARTEMENT.search(name)
    return found[1].upper() if found else name
