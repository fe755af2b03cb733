"""Texts as rows of weighted pieces, and how alike a text is to each row.

TF-IDF cosines in numpy alone: a library of sparse matrices would weigh more than all the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Bag:
    """The pieces of one text by number, and how much each counts by how often it stands there."""

    ids: NDArray[np.int32]
    counts: NDArray[np.float32]


class Vocabulary:
    """Numbers for pieces, in the order in which they were first met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def bag(self, counts: Mapping[str, int]) -> Bag:
        """A text's pieces; new ones get a number."""
        ids = [self.met(piece) for piece in counts]
        return Bag(np.array(ids, np.int32), _damped(counts))

    def met(self, piece: str) -> int:
        """The number of a piece, from now on."""
        return self._numbers.setdefault(piece, len(self._numbers))

    def number(self, piece: str) -> int | None:
        """The number of a piece that was met."""
        return self._numbers.get(piece)


class Table:
    """Rows of pieces, each a direction of length one, read by row and by piece."""

    def __init__(self, vocabulary: Vocabulary, bags: Sequence[Bag]) -> None:
        """Weigh the pieces of the bags by rarity: the fewer rows hold one, the more it tells."""
        self._vocabulary = vocabulary
        lengths = np.array([len(bag.ids) for bag in bags], np.int64)
        self.rows = len(bags)
        self._starts = np.concatenate([[0], np.cumsum(lengths)])
        self._ids = _joined([bag.ids for bag in bags], np.int32)
        self._row = np.repeat(np.arange(self.rows), lengths)
        holders = np.bincount(self._ids, minlength=len(vocabulary))
        self.unknown = log(1 + (self.rows + 0.5) / 0.5)
        self._rarity = np.log(1 + (self.rows - holders + 0.5) / (holders + 0.5))
        self._rarity[holders == 0] = self.unknown
        raw = _joined([bag.counts for bag in bags], np.float32) * self._rarity[self._ids]
        length = np.sqrt(_summed(self._row, raw * raw, self.rows))
        self._values = raw / np.maximum(length, 1e-12)[self._row]
        self._by_piece = np.argsort(self._ids, kind="stable")
        self._first = np.concatenate([[0], np.cumsum(holders)])

    def rarity(self, piece: str) -> float:
        """How telling a piece is; most when no row holds it."""
        number = self._vocabulary.number(piece)
        known = number is not None and number < len(self._rarity)
        return float(self._rarity[number]) if known else self.unknown

    def alike(self, counts: Mapping[str, int]) -> Floats:
        """The cosine of a text with each row."""
        weights = _damped(counts) * np.array([self.rarity(piece) for piece in counts])
        length = float(np.sqrt(weights @ weights)) or 1.0
        pairs = [
            (self._holding(piece), weight / length)
            for piece, weight in zip(counts, weights.tolist(), strict=True)
        ]
        at = _joined([places for places, _ in pairs], np.int64)
        share = np.repeat([weight for _, weight in pairs], [len(places) for places, _ in pairs])
        shares: Floats = self._values[at] * share
        return _summed(self._row[at], shares, self.rows)

    def _holding(self, piece: str) -> Ints:
        """Where a piece stands, in the order of the rows."""
        number = self._vocabulary.number(piece)
        if number is None or number >= len(self._rarity):
            return np.zeros(0, np.int64)
        return self._by_piece[self._first[number] : self._first[number + 1]]

    def gram(self, rows: Ints) -> Floats:
        """The cosines of some rows with each other; pieces of one row alone touch no other."""
        spans = [np.arange(self._starts[row], self._starts[row + 1]) for row in rows]
        at = _joined(spans, np.int64)
        row = np.repeat(np.arange(len(rows)), [len(span) for span in spans])
        _, met, column, holders = np.unique(
            self._ids[at], return_index=True, return_inverse=True, return_counts=True
        )
        shared = holders[column] > 1
        # By first meeting, not by number: sums must not depend on which base was read before.
        order = np.argsort(np.argsort(np.where(holders > 1, met, len(at))))
        dense = np.zeros((len(rows), int((holders > 1).sum())), np.float32)
        dense[row[shared], order[column[shared]]] = self._values[at[shared]]
        cosines = (dense @ dense.T).astype(np.float64)
        np.fill_diagonal(cosines, 1.0)
        return cosines


def _damped(counts: Mapping[str, int]) -> NDArray[np.float32]:
    """A piece that stands twice does not count twice."""
    return 1 + np.log(np.array(list(counts.values()), np.float32))


def _joined(parts: Sequence[NDArray[np.generic]], kind: type[np.generic]) -> NDArray[np.generic]:
    return np.concatenate([*parts, np.zeros(0, kind)]).astype(kind, copy=False)


def _summed(rows: Ints, values: Floats, size: int) -> Floats:
    """The sum of the values of each row; of none where none stands there."""
    return np.bincount(rows, weights=values, minlength=size).astype(np.float64)
