"""An encoder for tests, that knows letters and no meaning."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from domain.retrieval import Matrix


class ByLetters:
    """Pieces of three letters, thrown together by their digest; notes what it encodes."""

    name = "letters"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text."""
        self.encoded += texts
        return np.array([self._row(text) for text in texts], np.float32)

    def _row(self, text: str) -> Sequence[float]:
        row = np.full(32, 0.01)
        for at in range(len(text)):
            piece = text[at : at + 3].encode("utf-8", "replace")
            row[blake2b(piece, digest_size=1).digest()[0] % 32] += 1
        return list(row / np.linalg.norm(row))
