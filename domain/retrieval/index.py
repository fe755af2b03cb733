"""Entries ready to be asked: what each stored text holds, and how alike a question is to it.

Built from readings of texts that are kept, so that a change reads only the texts that changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from domain.matching import words_of
from domain.permanence import Entry
from domain.retrieval import beside
from domain.retrieval.repair import Spelling
from domain.retrieval.sparse import Bag, Floats, Ints, Table, Vocabulary
from domain.retrieval.text import LONGEST, grams_of, sentences_of, stems_of
from domain.retrieval.vectors import Centred, Vectors

ANSWER = 0.6  # a sentence of the answer counts less than a question that somebody asked
SENTENCES = 6  # of an answer; the seventh is rarely what is asked for
KERNEL = (0.6, 0.2, 0.2)  # how two stored texts are alike: meaning, letters, words
KERNEL_WITHOUT = (0.0, 0.5, 0.5)


@dataclass(frozen=True)
class Reading:
    """One stored text as the index sees it."""

    words: tuple[str, ...]
    stems: Bag
    grams: Bag


@dataclass(frozen=True)
class Likeness:
    """How alike a question is to each stored text, by three measures and on the whole."""

    meaning: Floats
    letters: Floats
    words: Floats

    @property
    def whole(self) -> Floats:
        """The mean of the measures."""
        whole: Floats = np.mean(self.parts, axis=0)
        return whole

    @property
    def parts(self) -> list[Floats]:
        """The measures there are: two lexical ones alone where there is no encoder."""
        return [self.letters, self.words] + ([self.meaning] if len(self.meaning) else [])


class Index:
    """Questions and answers of a base; the same whatever the order of entries and of changes."""

    def __init__(self, entries: Iterable[Entry] = (), vectors: Vectors | None = None) -> None:
        """Read entries; without vectors by letters and words only."""
        self._vectors = vectors
        self._entries: dict[int, Entry] = {}
        self._readings: dict[str, Reading] = {}
        self._stems, self._grams = Vocabulary(), Vocabulary()
        self.update(entries)

    @property
    def by_meaning(self) -> bool:
        """Whether an encoder takes part."""
        return self._vectors is not None

    @property
    def places(self) -> int:
        """How many there are to choose from: the entries, then what is said beside them."""
        return len(self.entries) + len(beside.TEXTS)

    def update(self, changed: Iterable[Entry], gone: Iterable[int] = ()) -> None:
        """Take entries in, in the place of those with the same number, and forget others."""
        for number in gone:
            self._entries.pop(number, None)
        self._entries |= {entry.id: entry for entry in changed}
        self.entries = [self._entries[number] for number in sorted(self._entries)]
        rows = [
            (place, text, weight)
            for place, entry in enumerate(self.entries)
            for text, weight in texts_of(entry).items()
        ]
        rows += [
            (place, text, 1.0)
            for place, texts in enumerate(beside.TEXTS.values(), start=len(self.entries))
            for text in texts
        ]
        self.owner = np.array([place for place, _, _ in rows], np.int64)
        self.weight = np.array([weight for _, _, weight in rows], np.float64)
        self.starts = np.searchsorted(self.owner, np.arange(self.places + 1))
        self._assemble([text for _, text, _ in rows])

    def _assemble(self, texts: Sequence[str]) -> None:
        self._readings = {text: self._readings.get(text) or self._read(text) for text in texts}
        readings = [self._readings[text] for text in texts]
        self._by_words = Table(self._stems, [one.stems for one in readings])
        self._by_letters = Table(self._grams, [one.grams for one in readings])
        self.spelling = Spelling({word for one in readings for word in one.words})
        self._by_meaning = Centred(self._vectors.of(texts)) if self._vectors is not None else None
        self._holders = self._entries_by_stem(readings)

    def _read(self, text: str) -> Reading:
        words = words_of(text[:LONGEST])
        stems = self._stems.bag(Counter(stems_of(words)))
        return Reading(tuple(words), stems, self._grams.bag(grams_of(words)))

    def _entries_by_stem(self, readings: Sequence[Reading]) -> dict[int, list[int]]:
        """Which entries hold a stem anywhere, tags included."""
        held: defaultdict[int, dict[int, None]] = defaultdict(dict)
        for place, reading in zip(self.owner.tolist(), readings, strict=True):
            for stem in reading.stems.ids.tolist():
                held[stem][place] = None
        for place, entry in enumerate(self.entries):
            for stem in stems_of(words_of(" ".join(entry.tags))):
                held[self._stems.met(stem)][place] = None
        return {stem: sorted(places) for stem, places in held.items()}

    def covered(self, stems: Iterable[str]) -> Floats:
        """The share of a question's stems, the rare ones counting more, that each entry holds."""
        covered = np.zeros(self.places)
        total = 0.0
        for stem in stems:
            rarity = self._by_words.rarity(stem)
            total += rarity
            number = self._stems.number(stem)
            covered[self._holders.get(-1 if number is None else number, [])] += rarity
        return covered / total if total else covered

    def likeness(self, texts: Sequence[str]) -> list[Likeness]:
        """How alike each text is to each stored one."""
        meanings = self._meanings(texts)
        words = [words_of(text) for text in texts]
        return [
            Likeness(
                meaning,
                self._by_letters.alike(grams_of(each)),
                self._by_words.alike(Counter(stems_of(each))),
            )
            for meaning, each in zip(meanings, words, strict=True)
        ]

    def _meanings(self, texts: Sequence[str]) -> Sequence[Floats]:
        if self._by_meaning is None or self._vectors is None:
            return [np.zeros(0)] * len(texts)
        return [self._by_meaning.alike(row) for row in self._vectors.encoder.encode(texts)]

    def asked(self, likeness: Likeness, rows: Ints) -> Floats:
        """How alike a question is to some stored texts, as `kernel` measures it."""
        meaning, letters, words = KERNEL if self._by_meaning else KERNEL_WITHOUT
        whole = letters * likeness.letters[rows] + words * likeness.words[rows]
        return whole + meaning * likeness.meaning[rows] if self._by_meaning else whole

    def kernel(self, rows: Ints) -> Floats:
        """How alike some stored texts are to each other."""
        meaning, letters, words = KERNEL if self._by_meaning else KERNEL_WITHOUT
        whole = letters * self._by_letters.gram(rows) + words * self._by_words.gram(rows)
        return whole + meaning * self._by_meaning.gram(rows) if self._by_meaning else whole


def texts_of(entry: Entry) -> dict[str, float]:
    """What an entry is found by, each text once, with its weight."""
    sentences = [one[:LONGEST] for one in sentences_of(entry.body)[:SENTENCES]]
    answer = dict.fromkeys(sentences, ANSWER)
    return answer | dict.fromkeys((entry.title, *entry.wordings), 1.0)
