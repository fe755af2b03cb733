"""What an alliance can do, counted three ways: by person, by territory, and what few can do.

Names only of those who show theirs; of others only counts, and never of fewer than three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.directory import FEWEST, Listed
from domain.people import fold
from domain.places import Level, Place
from domain.skills import Concept

COLUMNS_MOST = 12
"""People with a column of their own; of more, a telephone shows no names."""

ROWS_MOST = 24
TERRITORIES_MOST = 9
RARE = 2
"""Held by so few, a skill is rare."""

RARE_MOST, NEXT_MOST = 14, 6
"""Rare skills that are drawn, and the least held of the others after them."""

DOTS_MOST = 20
"""Dots side by side; of more people each stands for several."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True)
class Held:
    """A skill with those who have it: the ones who show their name, and how many there are."""

    concept: Concept
    named: tuple[Listed, ...]
    count: int

    @property
    def unnamed(self) -> int:
        """Those without a name; 0 where they are too few to be counted."""
        rest = self.count - len(self.named)
        return rest if rest >= FEWEST else 0

    @property
    def is_told(self) -> bool:
        """Whether the whole number may be told."""
        return self.count >= FEWEST or self.count == len(self.named)

    @property
    def is_rare(self) -> bool:
        """Whether so few have it that the alliance would miss them."""
        return self.count <= RARE


@dataclass(frozen=True)
class Who:
    """Skills in rows, people in columns; `others` is whether some have no column of their own."""

    skills: tuple[Held, ...]
    people: tuple[Listed, ...]
    left_out: int = 0

    @property
    def others(self) -> bool:
        """Whether a column counts those without a name."""
        return any(one.unnamed for one in self.skills)


@dataclass(frozen=True)
class Rare:
    """What few can do, the rarest first, and how many such skills there are besides."""

    skills: tuple[Held, ...]
    alone: int
    few: int

    @property
    def left_out(self) -> int:
        """Rare skills that are not drawn."""
        return self.few - sum(one.is_rare for one in self.skills)


@dataclass(frozen=True)
class Where:
    """Groups of skills in rows, territories in columns, people in cells; 0 for fewer than three."""

    level: Level
    groups: tuple[str, ...]
    territories: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    left_out: int = 0


def counted_too(public: Sequence[Listed], allies: Iterable[Listed]) -> list[Listed]:
    """What everyone sees, and of whoever shows allies more than that only what counts, without a
    name.
    """
    by_name = {one.person for one in public if one.name and one.skills}
    more = [
        Listed(one.person, skills=one.skills, place=one.place)
        for one in allies
        if one.person not in by_name and one.skills
    ]
    return [*(one for one in public if one.person in by_name), *more]


def held(listed: Iterable[Listed], concept: Callable[[str | None], Concept | None]) -> list[Held]:
    """Each skill or thing that somebody confirmed, with its holders, those that most have first."""
    holders: defaultdict[str, dict[int, Listed]] = defaultdict(dict)
    concepts: dict[str, Concept] = {}
    for one in listed:
        for skill in one.skills:
            known = concept(skill.concept)
            if known is not None:
                concepts[known.key] = known
                holders[known.key][one.person] = one
    found = [_held(concepts[key], list(people.values())) for key, people in holders.items()]
    return sorted(found, key=lambda one: (-one.count, one.concept.key))


def who(skills: Sequence[Held]) -> Who | None:
    """Who can do what, by name; None where too many show their name, or nobody does."""
    people = {one.person: one for held in skills for one in held.named}
    if not 0 < len(people) <= COLUMNS_MOST:
        return None
    shown = [one for one in skills if one.named or one.unnamed]
    order = sorted(people.values(), key=lambda one: (fold(one.name), one.person))
    few = sorted(shown[:ROWS_MOST], key=lambda one: (-len(one.named), _first(one, order)))
    return Who(tuple(few), tuple(order), max(0, len(shown) - ROWS_MOST))


def _first(one: Held, order: Sequence[Listed]) -> int:
    """The place of the first who can do it: rows of one person stand together."""
    return order.index(one.named[0]) if one.named else len(order)


def most_held(skills: Sequence[Held]) -> list[Held]:
    """The skills that most have, of those whose number may be told."""
    return [one for one in skills if one.is_told][:ROWS_MOST]


def where(
    listed: Iterable[Listed], concept: Callable[[str | None], Concept | None]
) -> Where | None:
    """What people of each territory can do, by group of skills; None where nothing may be told.

    By département; where most are in one, by what is inside it.
    """
    placed = [one for one in listed if one.place is not None and one.skills]
    level = _level([one.place for one in placed if one.place])
    cells: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in placed:
        code = one.place.epci if level is Level.EPCI else one.place.departement  # type: ignore[union-attr]
        known = [concept(skill.concept) for skill in one.skills]
        for group in {found.group for found in known if found}:
            if code:
                cells[group, code] += 1
    told = {cell: count for cell, count in cells.items() if count >= FEWEST}
    if not told:
        return None
    groups = _by_sum((group, count) for (group, _), count in told.items())
    territories = _by_sum((code, count) for (_, code), count in told.items())
    few = tuple(territories[:TERRITORIES_MOST])
    kept = tuple(one for one in groups if any((one, code) in told for code in few))
    return Where(level, kept, few, told, len(territories) - len(few))


def rare(skills: Sequence[Held]) -> Rare | None:
    """What only one or two can do, all of whom show their name, then what hardly more can."""
    told = sorted(
        (one for one in skills if one.is_told), key=lambda one: (one.count, one.concept.key)
    )
    few = [one for one in told if one.is_rare]
    drawn = (*few[:RARE_MOST], *(one for one in told if not one.is_rare))
    if not drawn:
        return None
    alone = sum(one.count == 1 for one in few)
    return Rare(drawn[: min(len(few), RARE_MOST) + NEXT_MOST], alone, len(few))


def step(most: int) -> int:
    """How many people a dot stands for."""
    return next((one for one in STEPS if most <= one * DOTS_MOST), most)


def _held(concept: Concept, people: Sequence[Listed]) -> Held:
    named = sorted(
        (one for one in people if one.name), key=lambda one: (fold(one.name), one.person)
    )
    return Held(concept, tuple(named), len(people))


def _level(places: Sequence[Place]) -> Level:
    """Départements, unless more than half of all are in the same one."""
    counts = _counts(one.departement for one in places if one.departement)
    return Level.EPCI if counts and max(counts.values()) * 2 > len(places) else Level.DEPARTEMENT


def _counts(codes: Iterable[str]) -> dict[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)
    for code in codes:
        counts[code] += 1
    return counts


def _by_sum(pairs: Iterable[tuple[str, int]]) -> list[str]:
    sums: defaultdict[str, int] = defaultdict(int)
    for key, count in pairs:
        sums[key] += count
    return sorted(sums, key=lambda key: (-sums[key], key))
