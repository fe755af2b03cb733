"""Meanings of texts as directions: encoded once each, kept by the text's digest.

Knows an encoder as something that turns texts into rows. Must not know which one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
DIGEST = 16  # bytes
SETTLED = 20  # rows; the middle of fewer is mostly chance


class Encoder(Protocol):
    """Turns texts into rows of length one; texts that mean the same have rows that lie close."""

    @property
    def name(self) -> str:
        """Which encoder it is, version included: rows of two encoders cannot be compared."""
        ...

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text, the same whatever the others are."""
        ...


def digest(text: str) -> bytes:
    """What stands for a text among kept rows."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST).digest()


class Vectors:
    """Rows of texts that were encoded, so that no text is encoded twice.

    At half precision, from the first moment: so a row is the same once it was saved and loaded.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.grown = False
        self._rows: dict[bytes, NDArray[np.float16]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, texts: Sequence[str]) -> Matrix:
        """A row for each text; those of other texts are forgotten."""
        keys = {text: digest(text) for text in texts}
        new = [text for text, key in keys.items() if key not in self._rows]
        if new:
            encoded = self.encoder.encode(new).astype(np.float16)
            self._rows |= {keys[text]: row for text, row in zip(new, encoded, strict=True)}
            self.grown = True
        self._rows = {key: self._rows[key] for key in keys.values()}
        return np.stack([self._rows[keys[text]] for text in texts]).astype(np.float32)

    def saved(self) -> dict[str, NDArray[Any]]:
        """Arrays that `load` makes the same of."""
        self.grown = False
        keys = np.frombuffer(b"".join(self._rows), np.uint8).reshape(len(self), DIGEST)
        rows = np.stack(list(self._rows.values())) if self._rows else np.zeros((0, 0), np.float16)
        return {"encoder": np.array(self.encoder.name), "keys": keys, "rows": rows}

    def load(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take kept rows back, if the same encoder made them."""
        if str(arrays["encoder"]) == self.encoder.name:
            rows = arrays["rows"].astype(np.float16)
            pairs = zip(arrays["keys"], rows, strict=True)
            self._rows = {key.tobytes(): row for key, row in pairs}


class Centred:
    """Rows seen from their middle: what all texts of a base share says nothing."""

    def __init__(self, rows: Matrix) -> None:
        self._middle = rows.sum(axis=0) / (len(rows) + SETTLED)
        self._rows = _units(rows - self._middle)

    def alike(self, row: Matrix) -> NDArray[np.float64]:
        """The cosine of one row with each."""
        cosines: Matrix = self._rows @ _units((row - self._middle)[None])[0]
        return cosines.astype(np.float64)

    def gram(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """The cosines of some rows with each other."""
        some = self._rows[places]
        return (some @ some.T).astype(np.float64)


def _units(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Matrix = rows / np.maximum(lengths, 1e-6)
    return units
