"""Names as rows of weighted pieces, and how alike a text is to each: TF-IDF cosines and BM25."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]

TWICE = 1.2  # BM25's k1: how much a second time counts
LENGTH = 0.6  # BM25's b: how much being long takes away


class Pieces:
    """Which piece stands in which column, and how telling it is: the rarer, the more."""

    def __init__(self, rows: Sequence[Mapping[str, int]]) -> None:
        """Number the pieces of the rows."""
        holders = Counter(piece for row in rows for piece in row)
        self.columns = {piece: at for at, piece in enumerate(holders)}
        count = len(rows)
        held = np.array(list(holders.values()), np.float64)
        self.rarity: Floats = np.log1p((count - held + 0.5) / (held + 0.5))
        self.unknown = float(np.log1p(2 * count + 1))

    def sparse(self, rows: Sequence[Mapping[str, int]]) -> csr_matrix:
        """Counts by row and column; pieces that no row of the table holds are left out."""
        known = [
            (row, self.columns[piece], times)
            for row, counts in enumerate(rows)
            for piece, times in counts.items()
            if piece in self.columns
        ]
        at = np.array(known, np.int64).reshape(-1, 3)
        shape = (len(rows), len(self.columns))
        return csr_matrix((at[:, 2].astype(np.float64), (at[:, 0], at[:, 1])), shape=shape)


class Cosines:
    """Rows of length one, each piece weighed by its rarity."""

    def __init__(self, rows: Sequence[Mapping[str, int]]) -> None:
        """Weigh the rows."""
        self._pieces = Pieces(rows)
        raw = self._pieces.sparse(rows)
        raw.data = (1 + np.log(raw.data)) * self._pieces.rarity[raw.indices]
        lengths = np.sqrt(np.asarray(raw.multiply(raw).sum(axis=1)).ravel())
        raw.data /= np.repeat(np.maximum(lengths, 1e-12), np.diff(raw.indptr))
        self._by_row = raw
        self._by_piece = raw.tocsc()

    def of_rows(self, at: Sequence[int]) -> Floats:
        """The cosine of each of some rows with every row: a line for each of them."""
        cosines: Floats = (self._by_piece @ self._by_row[list(at)].T).toarray().T
        return cosines

    def of(self, counts: Mapping[str, int]) -> Floats:
        """The cosine of a text with each row."""
        pieces = self._pieces
        columns = [pieces.columns.get(piece, -1) for piece in counts]
        damped = 1 + np.log(np.array(list(counts.values()), np.float64))
        weights = damped * [pieces.unknown if at < 0 else pieces.rarity[at] for at in columns]
        length = float(np.sqrt(weights @ weights)) or 1.0
        known = [at for at in columns if at >= 0]
        cosines: Floats = self._by_piece[:, known] @ (weights[[at >= 0 for at in columns]] / length)
        return cosines


class Rarities:
    """BM25, as a share of the most that the text could have: 1 where a row holds all of it."""

    def __init__(self, rows: Sequence[Mapping[str, int]]) -> None:
        """Weigh the rows."""
        self._pieces = Pieces(rows)
        raw = self._pieces.sparse(rows)
        sizes = np.asarray(raw.sum(axis=1)).ravel()
        usual = float(sizes.mean()) if len(rows) else 1.0
        drag = TWICE * (1 - LENGTH + LENGTH * sizes / max(usual, 1e-12))
        dragged = raw.data + np.repeat(drag, np.diff(raw.indptr))
        raw.data = raw.data * (TWICE + 1) / dragged * self._pieces.rarity[raw.indices]
        self._by_piece = raw.tocsc()

    def of(self, counts: Mapping[str, int]) -> Floats:
        """How much of a text each row holds."""
        shares: Floats = self.of_each([counts])[0]
        return shares

    def of_each(self, texts: Sequence[Mapping[str, int]]) -> Floats:
        """How much of each text each row holds: a line for each text."""
        asked = self._pieces.sparse(texts)
        asked.data[:] = 1.0
        lost = np.array([len(one) for one in texts]) - np.diff(asked.indptr)
        most = asked @ self._pieces.rarity + lost * self._pieces.unknown
        sums = (self._by_piece @ asked.T).toarray().T
        shares: Floats = np.minimum(1.0, sums / np.maximum((TWICE + 1) * most / 2, 1e-12)[:, None])
        return shares
