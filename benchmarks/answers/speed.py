"""Seconds of the processor that a question and an index take, on one thread."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from itertools import cycle, islice
from time import process_time
from typing import TypeVar

import numpy as np

from domain.permanence import Entry
from domain.retrieval import Encoder, Index, Matrix, Vectors, find

TEXTS = 8  # of an entry
SEED = 4
WIDTH = 512  # of a row of the encoder
T = TypeVar("T")
_DAY = date(2026, 1, 5)
AT_ONCE = 20  # texts; more are taken for stored ones


class Pretended:
    """Stored texts get random rows, for time depends on their number alone; questions real ones."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One row a text."""
        if len(texts) <= AT_ONCE:
            return self._encoder.encode(texts)
        rows = np.random.default_rng(SEED).standard_normal((len(texts), WIDTH), np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def speed(texts: Sequence[str], asked: Sequence[str], encoder: Encoder | None) -> Iterator[str]:
    """A line of figures for a thousand stored questions, and one for thirty thousand."""
    for size in (1_000, 30_000):
        begun = _memory()
        vectors = Vectors(Pretended(encoder)) if encoder else None
        entries = _entries(texts, size)
        build, index = _timed(partial(Index, entries, vectors))
        times = sorted(_timed(partial(find, index, one))[0] for one in asked)
        change = replace(entries[0], wordings=("tout autre chose",))
        update, _ = _timed(partial(index.update, [change]))
        save, load = _kept(vectors, entries)
        middle, worst = times[len(times) // 2], times[int(len(times) * 0.99)]
        yield (
            f"{size:6} stored: p50 {middle * 1000:5.1f} ms, p99 {worst * 1000:5.1f} ms; build "
            f"{build:5.2f} s (encoding aside), one entry changed {update:5.2f} s, save "
            f"{save:5.2f} s, load {load:5.2f} s, memory +{max(0, _memory() - begun)} MB"
        )


def _kept(vectors: Vectors | None, entries: Sequence[Entry]) -> tuple[float, float]:
    """Seconds to save what was encoded, and to come back from it to an index."""
    if vectors is None:
        return 0.0, _timed(lambda: Index(entries))[0]
    file = BytesIO()
    save, _ = _timed(lambda: np.savez(file, allow_pickle=False, **vectors.saved()))

    def load() -> Index:
        file.seek(0)
        again = Vectors(vectors.encoder)
        again.load(dict(np.load(file)))
        return Index(entries, again)

    return save, _timed(load)[0]


def _entries(texts: Sequence[str], size: int) -> list[Entry]:
    """As many texts, none twice: a second round gets a number."""
    rounds = enumerate(islice(cycle(texts), size))
    stored = [text if at < len(texts) else f"{text} {at // len(texts)}" for at, text in rounds]
    groups = [stored[at : at + TEXTS] for at in range(0, size, TEXTS)]
    return [
        Entry(at, f"e{at}", group[0], tuple(group[1:]), "", "", _DAY, (), "fr")
        for at, group in enumerate(groups, start=1)
    ]


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    begun = process_time()
    made = act()
    return process_time() - begun, made


def _memory() -> int:
    """Megabytes, at their highest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
