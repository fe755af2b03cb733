"""The fabriques' bases, ready to be asked: one index each, built and asked off the event loop.

One thread does all the work, one thing after the other: what is found depends on the base and the
question alone. What the encoder made is kept in a file, so that a restart encodes nothing again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import structlog

from bot.calibrations import kept_judge
from domain.permanence import Entry, Findings
from domain.retrieval import Encoder, Index, Judge, Vectors, find, shipped
from storage import Store

log = structlog.get_logger(__name__)


def index_folder(data: Path) -> Path:
    """Where indexes are kept under the settings' data folder."""
    return data / "index"


@dataclass
class Shelf:
    """One fabrique's base. Only the library's thread touches it."""

    vectors: Vectors | None
    file: Path | None
    judge: Judge

    def __post_init__(self) -> None:
        self._known: dict[int, Entry] = {}
        self._index: Index | None = None

    def find(self, entries: Sequence[Entry], question: str, at_most: int) -> Findings:
        """Bring the index up to date with the entries, then look."""
        return find(self._fresh(entries), question, at_most=at_most, judge=self.judge)

    def _fresh(self, entries: Sequence[Entry]) -> Index:
        """The index with what changed since the last time; most often nothing did."""
        now = {entry.id: entry for entry in entries}
        changed = [entry for number, entry in now.items() if self._known.get(number) != entry]
        gone = self._known.keys() - now.keys()
        if self._index is None:
            self._load()
            self._index = Index(entries, self.vectors)
        elif changed or gone:
            self._index.update(changed, gone)
        self._known = now
        self._save()
        return self._index

    def _load(self) -> None:
        """Take back what was encoded before; a file that cannot be read is made anew."""
        if self.vectors is None or self.file is None or not self.file.exists():
            return
        try:
            with self.file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
                self.vectors.load(dict(kept))
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            log.warning("index not readable, made anew", kind=type(error).__name__)

    def _save(self) -> None:
        """Keep what was encoded; a full disk costs time at the next start, and no answer."""
        if self.vectors is None or self.file is None or not self.vectors.grown:
            return
        beside = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as written:
                np.savez(written, allow_pickle=False, **self.vectors.saved())
            beside.replace(self.file)
        except OSError as error:
            log.warning("index not kept", kind=type(error).__name__)


class Library:
    """What handlers ask: the likeliest entries of the store's fabrique, and how sure that is."""

    def __init__(self, encoder: Encoder | None = None, folder: Path | None = None) -> None:
        """Search by meaning with an encoder; keep what it made in a folder, if there is one."""
        self._encoder, self._folder = encoder, folder
        self._shelves: dict[int, Shelf] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")

    async def find(self, store: Store, question: str, *, at_most: int = 3) -> Findings:
        """What the fabrique's base, as this transaction sees it, knows about a question."""
        entries = await store.knowledge.entries()
        return await self.look_up(store.fabrique, entries, question, at_most=at_most)

    async def warm(self, store: Store) -> None:
        """Read the base before the first question, which would wait for it."""
        await self.find(store, "")

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def look_up(
        self, fabrique: int, entries: Sequence[Entry], question: str, *, at_most: int = 3
    ) -> Findings:
        """What these entries, a fabrique's, know about a question."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._thread, lambda: self._shelf(fabrique).find(entries, question, at_most)
        )

    def _shelf(self, fabrique: int) -> Shelf:
        if fabrique not in self._shelves:
            vectors = Vectors(self._encoder) if self._encoder else None
            file = self._folder / f"{fabrique}.npz" if self._folder else None
            self._shelves[fabrique] = Shelf(vectors, file, self.judge(fabrique))
        return self._shelves[fabrique]

    def judge(self, fabrique: int) -> Judge:
        """How a fabrique judges: as it fitted from its outcomes, else as shipped."""
        by_meaning = self._encoder is not None
        own = kept_judge(self._folder, fabrique, by_meaning=by_meaning)
        return own or shipped(by_meaning=by_meaning)
