"""A library for dialogues: a base that many of them have in common is indexed once a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.library import Library, Shelf
from domain.permanence import Entry
from domain.retrieval import Index

BASES = 16
"""Indexes kept: the shipped base, the small ones of some files, and what a test made of them."""


@lru_cache(maxsize=BASES)
def _index_of(entries: tuple[Entry, ...]) -> Index:
    return Index(entries, None)


class CommonShelf(Shelf):
    """A base by what it holds; that an index follows its base is tested where libraries are."""

    def _fresh(self, entries: Sequence[Entry]) -> Index:
        return _index_of(tuple(entries))


class ReadOnce(Library):
    """Searches by words, as a library does, and reads no base twice."""

    shelf = CommonShelf
