"""A directory ready to be searched: who has each name, place, language, skill and word of an offer.

Each thing that may be looked for is compared once, however many people have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from domain.directory import (
    IN_WORDS,
    ORGANISATION,
    Found,
    Listed,
    Skill,
    Term,
    alike,
    called,
    counted,
    named,
    near,
    spelling,
    stems,
)
from domain.people import fold
from domain.places import Place

Scores = dict[int, float]
"""How well people answer to a term, by their place in the index; nobody who does not at all."""

Words = tuple[str, ...]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Index:
    """The people of a directory, by name; each way to find them is made when it is first needed."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        """What an audience sees of each."""
        self.people = tuple(sorted(listed, key=lambda one: (fold(one.name), one.person)))

    @cached_property
    def names(self) -> frozenset[Words]:
        """Every name that is seen, whole, and every first name."""
        whole = [words for words in (*self._names, *self._organisations) if words]
        return frozenset([*whole, *(words[:1] for words in whole)])

    def search(self, terms: Sequence[Term], *, but_unnamed: int | None = None) -> Found:
        """Those who have all that is asked for; the ones who have most of it, where nobody has all.

        Without a term it is everybody. `but_unnamed` is who is no other person to themselves.
        """
        scored = [self._without(self._scores(term), but_unnamed) for term in terms]
        everybody = self._without(dict.fromkeys(range(len(self.people)), 0.0), but_unnamed)
        whole = set(everybody).intersection(*scored)
        unnamed = counted(self.people[at] for at in whole)
        if unnamed or any(self.people[at].name for at in whole):
            return Found(self._ordered(whole, scored), unnamed, terms=tuple(terms))
        met = Counter(at for one in scored for at in one if self.people[at].name)
        most = max(met.values(), default=0)
        part = [at for at, times in met.items() if times == most]
        return Found(self._ordered(part, scored), whole=not part, terms=tuple(terms))

    def _without(self, scores: Scores, person: int | None) -> Scores:
        at = self._place_of.get(person) if person is not None else None
        if at is not None and not self.people[at].name:
            scores.pop(at, None)
        return scores

    def _ordered(self, found: Iterable[int], scored: Sequence[Scores]) -> tuple[Listed, ...]:
        """Those with a name, the most alike first, then by name."""
        sums = {at: round(sum(one.get(at, 0.0) for one in scored), 6) for at in found}
        ordered = sorted(sums, key=lambda at: (-sums[at], at))
        return tuple(self.people[at] for at in ordered if self.people[at].name)

    def _scores(self, term: Term) -> Scores:
        """How well each answers to some words, by whatever they show; 1 is the most."""
        wanted, best = spelling(term.text), defaultdict[int, float](float)
        _raise(best, self._languages.get(term.language or "", ()), 1.0)
        for place, people in self._by_place.items():
            _raise(best, people, max(called(wanted, place), near(place, term.places)))
        for names, weight in ((self._names, 1.0), (self._organisations, ORGANISATION)):
            for words in names.alike(wanted, sure=term.sure):
                _raise(best, names[words], weight * named(wanted, words, sure=term.sure))
        for concept, likeness in term.concepts.items():
            _raise(best, self._concepts.get(concept, ()), likeness)
        _raise(best, self._saying(stems(term.text)), IN_WORDS)
        return best

    def _saying(self, wanted: frozenset[str]) -> set[int]:
        """Those of whom one offer has all of some words in it."""
        texts = [self._stems.get(stem, frozenset[str]()) for stem in wanted]
        both = texts[0].intersection(*texts[1:]) if texts else ()
        return {at for text in both for at in self._texts[text]}

    @cached_property
    def _place_of(self) -> dict[int, int]:
        return {one.person: at for at, one in enumerate(self.people)}

    @cached_property
    def _names(self) -> _Names:
        return _Names((spelling(one.name), at) for at, one in enumerate(self.people) if one.name)

    @cached_property
    def _organisations(self) -> _Names:
        return _Names(
            (spelling(name), at) for at, one in enumerate(self.people) for name in one.organisations
        )

    @cached_property
    def _by_place(self) -> dict[Place, list[int]]:
        return _grouped((one.place, at) for at, one in enumerate(self.people) if one.place)

    @cached_property
    def _languages(self) -> dict[str, list[int]]:
        return _grouped((code, at) for at, one in enumerate(self.people) for code in one.languages)

    @cached_property
    def _concepts(self) -> dict[str, list[int]]:
        return _grouped((skill.concept, at) for at, skill in self._offers() if skill.concept)

    @cached_property
    def _texts(self) -> dict[str, list[int]]:
        return _grouped((skill.text, at) for at, skill in self._offers())

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        """The offers that a word is in, however it ends."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for text in self._texts:
            for stem in stems(text):
                found[stem].add(text)
        return dict(found)

    def _offers(self) -> Iterator[tuple[int, Skill]]:
        return ((at, skill) for at, one in enumerate(self.people) for skill in one.skills)


class _Names(dict[Words, list[int]]):
    """Who bears each name, and the names that each word is in."""

    def __init__(self, borne: Iterable[tuple[Words, int]]) -> None:
        super().__init__(_grouped(borne))
        self._with = _grouped((word, name) for name in self for word in name)

    def alike(self, wanted: Words, *, sure: bool) -> set[Words]:
        """The names that may be meant: each has a word like the first."""
        if not wanted:
            return set()
        words = [word for word in self._with if alike(wanted[0], word, sure)]
        return {name for word in words for name in self._with[word]}


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)


def _raise(best: Scores, people: Iterable[int], score: float) -> None:
    """Nobody answers less well than that."""
    if score:
        for at in people:
            best[at] = max(best[at], score)
