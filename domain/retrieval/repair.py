"""Spelling set right toward the words that a base holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.people import fold
from domain.retrieval.text import SHORT, STOP

SHORTEST = 4  # letters; in a shorter word one slip makes another word
ALIKE = 0.72  # of one letter in four wrong; "adhesion" and "mission" are at 0.5
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Spelling:
    """The words of a base, ready to be guessed at."""

    def __init__(self, words: Collection[str]) -> None:
        self._known = frozenset(words)
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST:
                self._by_length.setdefault(len(word), []).append(word)

    def repaired(self, text: str) -> str:
        """The text with short forms spelled out and unknown words set right where one is near."""
        return _TOKEN.sub(lambda found: self._word(found[0]), text)

    def _word(self, written: str) -> str:
        folded = fold(written)
        if folded in SHORT and folded not in self._known:
            return SHORT[folded]
        parts = re.split(r"['’]", folded)
        last = parts[-1]
        if len(last) < SHORTEST or last in self._known or last in STOP or not last.isalpha():
            return written
        near = self._nearest(last)
        return written if near is None else "'".join([*parts[:-1], near])

    def _nearest(self, word: str) -> str | None:
        best = process.extractOne(
            word,
            self._candidates(len(word)),
            scorer=OSA.normalized_similarity,
            score_cutoff=ALIKE,
        )
        return None if best is None else str(best[0])

    def _candidates(self, length: int) -> Sequence[str]:
        """Words at most two letters longer or shorter."""
        lengths = range(max(SHORTEST, length - 2), length + 3)
        return [word for each in lengths for word in self._by_length.get(each, ())]
