"""Which concept somebody means: their words against every name of every concept.

Pure, and the same for the same names. Must not decide anything: it is sure, or it offers a few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from domain.matching import words_of
from domain.skills.concepts import Concept, Kind
from domain.skills.table import Cosines, Floats, Rarities
from domain.skills.words import grams_of, says_something, stems_of, telling

SURE = 0.75  # cosine; above, ninety-eight of a hundred are right
CLEAR = 0.1  # of the next concept; closer than that, a tap decides
LIKELY = 0.25  # below, a button would be a guess: most words that are no skill stay under it
AT_MOST = 4  # candidates; a fifth is not read
LETTERS, STEMS, WHOLE = 0.5, 0.3, 0.2  # what letters, stems and all names together count for
OTHER_LANGUAGE = 0.97  # of a name that is not in the language of the text


@dataclass(frozen=True)
class Candidate:
    """A concept that may be meant; `likeness` is 0 to 1."""

    concept: Concept
    likeness: float


@dataclass(frozen=True)
class Reading:
    """A text as it was understood. When not `sure`, one of the candidates or none is meant."""

    text: str
    candidates: tuple[Candidate, ...]
    sure: bool

    @property
    def concept(self) -> Concept | None:
        """What is meant, where that is sure."""
        return self.candidates[0].concept if self.sure else None


class Skills:
    """Every concept with all its names, ready to be asked."""

    def __init__(self, concepts: Sequence[Concept], names: Sequence[_Name]) -> None:
        """Weigh the names; `of` finds them."""
        self.concepts = tuple(concepts)
        self._by_key = {one.key: one for one in concepts}
        self._near: dict[str, dict[str, float]] = {}
        place = {one.key: at for at, one in enumerate(concepts)}
        self._owners = np.array([place[one.concept] for one in names], np.int64)
        self._languages = np.array([one.language for one in names], np.str_)
        self._exact: dict[str, set[str]] = {}
        for one in names:
            self._exact.setdefault(_bare(one.text), set()).add(one.concept)
        self._words = words = [telling(one.text) for one in names]
        self._letters = Cosines([grams_of(one) for one in words])
        self._stems = Cosines([stems_of(one) for one in words])
        together: list[list[str]] = [[] for _ in concepts]
        for owner, said in zip(self._owners, words, strict=True):
            together[owner] += said
        self._whole = Rarities([stems_of(tuple(one)) for one in together])

    @classmethod
    def of(cls, concepts: Iterable[Concept], aliases: Iterable[tuple[str, str]] = ()) -> Skills:
        """Concepts with their own names and further ones, each with the key of its concept."""
        known = tuple(concepts)
        keys = {one.key for one in known}
        names = [
            _Name(text, code, one.key)
            for one in known
            for code, texts in one.names.items()
            for text in texts
        ]
        names += [_Name(text, "", key) for text, key in aliases if key in keys]
        return cls(known, names)

    def concept(self, key: str | None) -> Concept | None:
        """The concept with a key; None for one that the list no longer has."""
        return self._by_key.get(key) if key else None

    def read(self, text: str, *, language: str | None = None, kind: Kind | None = None) -> Reading:
        """What a text means: sure, or a few concepts to choose from, or none."""
        if not says_something(text):
            return Reading(text, (), sure=False)
        found = self._likely(text, language, kind)
        named = self._named(text, kind)
        if len(named) == 1:
            rest = [one for one in found if one.concept.key != named[0].key]
            return Reading(text, (Candidate(named[0], 1.0), *rest[: AT_MOST - 1]), sure=True)
        sure = bool(found) and found[0].likeness >= SURE
        clear = len(found) < 2 or found[0].likeness - found[1].likeness >= CLEAR
        return Reading(text, tuple(found), sure=sure and clear)

    def is_name(self, text: str) -> bool:
        """Whether some concept is called exactly so."""
        return bool(self._named(text, None))

    def near(self, key: str) -> dict[str, float]:
        """How alike other skills of its family are to one by their names, 0 to 1; across families
        a word in common says nothing (a sewing workshop and a photographer's), and of things
        nothing stands for another.
        """
        if key not in self._near and key in self._by_key:
            self._near[key] = self._neighbours(self._by_key[key])
        return self._near.get(key, {})

    def likeness(self, text: str, language: str | None = None) -> Floats:
        """How alike a text is to each concept, in the order of `concepts`."""
        words = telling(text)
        each = LETTERS * self._letters.of(grams_of(words)) + STEMS * self._stems.of(stems_of(words))
        if language:
            foreign = (self._languages != language) & (self._languages != "")
            each = np.where(foreign, each * OTHER_LANGUAGE, each)
        best = np.zeros(len(self.concepts))
        np.maximum.at(best, self._owners, each)
        return best + WHOLE * self._whole.of(stems_of(words))

    def _likely(self, text: str, language: str | None, kind: Kind | None) -> list[Candidate]:
        alike = self.likeness(text, language)
        order = np.argsort(-alike, kind="stable")
        found = [Candidate(self.concepts[at], float(alike[at])) for at in order[: 8 * AT_MOST]]
        fitting = [one for one in found if kind in (None, one.concept.kind)]
        return [one for one in fitting if one.likeness >= LIKELY][:AT_MOST]

    def _neighbours(self, concept: Concept) -> dict[str, float]:
        """All its French names at once: one after the other they would hold everybody up."""
        own = self._owners == self.concepts.index(concept)
        at = np.flatnonzero(own & (self._languages == "fr")).tolist()
        each = LETTERS * self._letters.of_rows(at) + STEMS * self._stems.of_rows(at)
        whole = self._whole.of_each([stems_of(self._words[one]) for one in at])
        best = np.zeros(len(self.concepts))
        np.maximum.at(best, self._owners, (each + WHOLE * whole[:, self._owners]).max(axis=0))
        return {
            one.key: alike
            for one, alike in zip(self.concepts, best.tolist(), strict=True)
            if one is not concept and _are_kin(one, concept) and alike > LIKELY
        }

    def _named(self, text: str, kind: Kind | None) -> list[Concept]:
        """The concepts that are called exactly so."""
        keys = sorted(self._exact.get(_bare(text), ()))
        found = [self._by_key[key] for key in keys]
        return [one for one in found if kind in (None, one.kind)]


@dataclass(frozen=True)
class _Name:
    """A name of a concept; `language` is "" for one that people brought."""

    text: str
    language: str
    concept: str


def _are_kin(one: Concept, other: Concept) -> bool:
    return one.group == other.group and one.kind is other.kind is Kind.SKILL


def _bare(text: str) -> str:
    """A name without its blanks and signs: "bee-keeping" is "beekeeping"."""
    return "".join(words_of(text))
