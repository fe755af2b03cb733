"""The fabriques' bases, ready to be asked: one index each, built and asked off the event loop.

One thread does all the work, one thing after the other: what is found depends on the base and the
question alone. What the encoder made is kept in a file, so that a restart encodes nothing again.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import ClassVar
from zipfile import BadZipFile

import numpy as np
import structlog

from bot.calibrations import kept_judge
from domain.permanence import Entry, Findings
from domain.retrieval import Encoder, Index, Judge, Matrix, Vectors, find, shipped
from storage import Store
from storage.versions import Stamp

log = structlog.get_logger(__name__)


def index_folder(data: Path) -> Path:
    """Where indexes are kept under the settings' data folder."""
    return data / "index"


def shared_folder() -> Path:
    """Where imagined fabriques keep theirs: for one user, and holding nothing of anybody."""
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(root) / "fabrique-bot"


class Closed(Exception):
    """The library closed while something was looked up."""


@dataclass
class Closing:
    """An encoder that can be told to stop: a first reading of a base takes seconds."""

    encoder: Encoder
    closed: bool = False

    @property
    def name(self) -> str:
        """The name of the encoder."""
        return self.encoder.name

    def encode(self, texts: Sequence[str]) -> Matrix:
        """One text after the other, as long as nobody closes."""
        return np.vstack([self._row(text) for text in texts])

    def _row(self, text: str) -> Matrix:
        if self.closed:
            raise Closed
        return self.encoder.encode([text])


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
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.file.parent, delete=False) as written:
                np.savez(written, allow_pickle=False, **self.vectors.saved())
            Path(written.name).replace(self.file)
        except OSError as error:
            log.warning("index not kept", kind=type(error).__name__)


class Library:
    """What handlers ask: the likeliest entries of the store's fabrique, and how sure that is."""

    shelf: ClassVar[type[Shelf]] = Shelf

    def __init__(self, encoder: Encoder | None = None, folder: Path | None = None) -> None:
        """Search by meaning with an encoder; keep what it made in a folder, if there is one."""
        self._encoder, self._folder = (Closing(encoder) if encoder else None), folder
        self._shelves: dict[int, Shelf] = {}
        self._read: dict[int, tuple[Stamp, Sequence[Entry]]] = {}
        self._closed = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")

    async def find(self, store: Store, question: str, *, at_most: int = 3) -> Findings:
        """What the fabrique's base, as this transaction sees it, knows about a question."""
        entries = await self.entries(store)
        return await self.look_up(store.fabrique, entries, question, at_most=at_most)

    async def warm(self, fabrique: int, entries: Sequence[Entry]) -> None:
        """Take a base in before the first question, which would wait for it."""
        with suppress(Closed):
            await self.look_up(fabrique, entries, "")

    def close(self) -> None:
        """Begin nothing more, and leave what takes long."""
        self._closed = True
        if self._encoder is not None:
            self._encoder.closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def entries(self, store: Store) -> Sequence[Entry]:
        """The base, read anew when its newest version is another one."""
        stamp = await store.knowledge.stamp()
        known = self._read.get(store.fabrique)
        if known is not None and known[0] == stamp:
            return known[1]
        entries = await store.knowledge.entries()
        self._read[store.fabrique] = (stamp, entries)
        return entries

    async def look_up(
        self, fabrique: int, entries: Sequence[Entry], question: str, *, at_most: int = 3
    ) -> Findings:
        """What these entries, a fabrique's, know about a question; raises Closed after the end."""
        if self._closed:
            raise Closed
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._thread, lambda: self._shelf(fabrique).find(entries, question, at_most)
        )

    def _shelf(self, fabrique: int) -> Shelf:
        if fabrique not in self._shelves:
            vectors = Vectors(self._encoder) if self._encoder else None
            file = self._folder / f"{fabrique}.npz" if self._folder else None
            self._shelves[fabrique] = self.shelf(vectors, file, self.judge(fabrique))
        return self._shelves[fabrique]

    def judge(self, fabrique: int) -> Judge:
        """How a fabrique judges: as it fitted from its outcomes, else as shipped."""
        by_meaning = self._encoder is not None
        own = kept_judge(self._folder, fabrique, by_meaning=by_meaning)
        return own or shipped(by_meaning=by_meaning)
