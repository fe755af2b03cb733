"""An alliance's offers in memory, found by their words and by the concept that was confirmed.

Built and changed piece by piece: a new offer touches its own words only. Must not know who may be
asked, nor how tired anybody is: that weighs in `domain.ranking`.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from domain.matching import SAME_WORD, SHORTEST_TYPO, Match, Offer, Word, telling

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Held = TypeVar("Held", bound=np.generic)

LIKE_ENOUGH = 0.3  # one shared word out of three on each side; below, the reason shown is thin
UNKNOWN = 0.5  # a need's word that no offer holds is as often when or why as it is what
OTHER_CONCEPT = 0.7  # of its likeness; both sides confirmed what they mean, and it differs
AT_MOST = 100  # people to weigh; of more who are equal, chance has chosen, not their order


class Growing(Generic[Held]):
    """An array that one may append to."""

    def __init__(self, kind: type[Held]) -> None:
        self._all: NDArray[Held] = np.zeros(4, kind)
        self._size = 0

    @property
    def now(self) -> NDArray[Held]:
        """What it holds; not to be kept, since the next append may move it."""
        return self._all[: self._size]

    def append(self, *values: int) -> None:
        """Add values at the end."""
        after = self._size + len(values)
        if after > len(self._all):
            self._all = np.resize(self._all, max(after, 2 * len(self._all)))
        self._all[self._size : after] = values
        self._size = after


class Offers:
    """The offers of one fabrique. Not for two threads at once."""

    def __init__(self, offers: Iterable[Offer] = ()) -> None:
        self._clear()
        self.update(offers)

    def _clear(self) -> None:
        self._offers: list[Offer] = []
        self._row: dict[int, int] = {}
        self._person, self._holds = Growing(np.int64), Growing(np.bool_)
        self._starts, self._stems = Growing(np.int64), Growing(np.int64)
        self._starts.append(0)
        self._number: dict[str, int] = {}
        self._holders: list[Growing[np.int64]] = []
        self._count = Growing(np.int64)
        self._written: dict[str, int] = {}
        self._of_length: defaultdict[int, list[str]] = defaultdict(list)
        self._concept, self._concepts = Growing(np.int64), {"": 0}

    def __len__(self) -> int:
        return len(self._row)

    @property
    def rows(self) -> int:
        """How many rows it holds, those let go included."""
        return len(self._offers)

    def update(self, changed: Iterable[Offer], gone: Iterable[int] = ()) -> None:
        """Take offers in, as new or instead of the one of the same number; let others go."""
        for number in gone:
            self._drop(number)
        for offer in changed:
            self._drop(offer.id)
            self._take(offer)
        if len(self._offers) > 100 + 2 * len(self._row):
            kept = [self._offers[row] for row in self._row.values()]
            self._clear()
            self.update(kept)

    def closest(
        self,
        wordings: Sequence[str],
        *,
        but: int,
        concepts: Mapping[str, float] | None = None,
        chance: random.Random | None = None,
        at_most: int = AT_MOST,
    ) -> list[Match]:
        """One match a person, the likeliest first, never `but`.

        `concepts` are those that are meant, each with how far. Chance orders equals; without it
        whoever offered first does, which is for looking and never for asking.
        """
        needs = [self._need(wording) for wording in wordings]
        alike = self._alike(needs, concepts or {})
        rows = np.flatnonzero(alike >= LIKE_ENOUGH)
        rows = rows[self._person.now[rows] != but]
        rows = rows[np.lexsort((_drawn(len(rows), chance), -alike[rows]))]
        _, first = np.unique(self._person.now[rows], return_index=True)
        best = rows[np.sort(first)[:at_most]]
        return [Match(self._offers[row], float(alike[row])) for row in best]

    def _take(self, offer: Offer) -> None:
        row = len(self._offers)
        self._offers.append(offer)
        self._row[offer.id] = row
        self._person.append(offer.person)
        self._holds.append(True)
        stems = {self._met(word) for word in telling(offer.text)}
        self._stems.append(*stems)
        self._starts.append(int(self._starts.now[-1]) + len(stems))
        for number in stems:
            self._holders[number].append(row)
            self._count.now[number] += 1
        self._concept.append(self._concepts.setdefault(offer.concept or "", len(self._concepts)))

    def _drop(self, number: int) -> None:
        row = self._row.pop(number, None)
        if row is not None:
            self._holds.now[row] = False
            self._count.now[self._stems_of(row)] -= 1

    def _stems_of(self, row: int) -> Ints:
        return self._stems.now[self._starts.now[row] : self._starts.now[row + 1]]

    def _met(self, word: Word) -> int:
        """The number of a word's stem, from now on."""
        number = self._number.setdefault(word.stem, len(self._number))
        if number == len(self._holders):
            self._holders.append(Growing(np.int64))
            self._count.append(0)
        if word.folded not in self._written:
            self._written[word.folded] = number
            self._of_length[len(word.folded)].append(word.folded)
        return number

    def _need(self, wording: str) -> tuple[Mapping[int, float], float]:
        """The stems that a need means, typing errors included, and the weight of all it says."""
        close: dict[int, float] = {}
        weight, unknown = 0.0, UNKNOWN * log(1 + len(self))
        for word in {word.stem: word for word in telling(wording)}.values():
            same = self._same(word)
            close |= same
            weight += max((self._weight(known) for known in same), default=unknown)
        return close, weight

    def _same(self, word: Word) -> dict[int, float]:
        number = self._number.get(word.stem)
        if number is not None and self._count.now[number]:
            return {number: 1.0}
        return self._misspelt(word.folded) if len(word.folded) >= SHORTEST_TYPO else {}

    def _misspelt(self, wanted: str) -> dict[int, float]:
        """Stems of words that differ by a slip of the finger; their lengths cannot differ more."""
        slack = 2 * len(wanted) * (100 - SAME_WORD) // SAME_WORD
        lengths = range(len(wanted) - slack, len(wanted) + slack + 1)
        words = [one for length in lengths for one in self._of_length.get(length, ())]
        ratios = process.cdist([wanted], words, scorer=fuzz.ratio, score_cutoff=SAME_WORD)[0]
        found: dict[int, float] = {}
        for at in np.flatnonzero(ratios):
            number = self._written[words[at]]
            if self._count.now[number]:
                found[number] = max(found.get(number, 0.0), float(ratios[at]) / 100)
        return found

    def _weight(self, number: int) -> float:
        """How telling a stem is: the fewer offers hold it, the more."""
        return log(1 + len(self) / int(self._count.now[number]))

    def _alike(
        self, needs: Iterable[tuple[Mapping[int, float], float]], concepts: Mapping[str, float]
    ) -> Floats:
        """How alike each row is to the wording that is closest to it."""
        best = np.zeros(len(self._offers))
        for close, weight in needs:
            np.maximum(best, self._shared(close, weight), out=best)
        if concepts:
            self._confirm(best, concepts)
        best[~self._holds.now] = 0.0
        return best

    def _shared(self, close: Mapping[int, float], weight: float) -> Floats:
        shared = np.zeros(len(self._offers))
        for number, likeness in close.items():
            shared[self._holders[number].now] += likeness * self._weight(number)
        rows = np.flatnonzero(shared)
        if len(rows):
            shared[rows] /= np.sqrt(weight * self._weights_of(rows))
        return np.minimum(shared, 1.0, out=shared)

    def _weights_of(self, rows: Ints) -> Floats:
        """The weight of all that each of some rows says."""
        first, after = self._starts.now[rows], self._starts.now[rows + 1]
        lengths = after - first
        offsets = np.cumsum(lengths) - lengths
        at = np.arange(int(lengths.sum())) + np.repeat(first - offsets, lengths)
        counts = np.maximum(self._count.now[self._stems.now[at]], 1)
        summed: Floats = np.add.reduceat(np.log1p(len(self) / counts), offsets)
        return summed

    def _confirm(self, alike: Floats, concepts: Mapping[str, float]) -> None:
        """What both sides confirmed weighs more than their words, for and against."""
        meant = np.array([concepts.get(known, 0.0) for known in self._concepts])
        meant[0], kept = 0.0, np.full(len(meant), OTHER_CONCEPT)
        kept[0] = 1.0
        of = self._concept.now
        np.maximum(alike * kept[of], meant[of], out=alike)


def meant(concept: str, near: Mapping[str, float]) -> dict[str, float]:
    """What a confirmed concept stands for: itself, and less what is called much the same."""
    return {key: OTHER_CONCEPT * alike for key, alike in near.items()} | {concept: 1.0}


def _drawn(size: int, chance: random.Random | None) -> Floats:
    """What parts equals: chance, or their order."""
    if chance is None:
        return np.arange(size, dtype=np.float64)
    return np.random.default_rng(chance.getrandbits(64)).random(size)
