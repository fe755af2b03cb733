"""The fabriques' offers in memory, one index each, changed and asked off the event loop.

One thread does all the work, one thing after the other. What a transaction sees is what is asked:
offers are read again when theirs are not the ones that were read last.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from bot.garbage import leave_alone
from domain.matching import Match, Offer
from domain.offer_index import Offers
from storage import Store
from storage.offers import Stamp

MANY = 2_000
"""Offers taken in at once that the collector of garbage had better never walk through."""


class Shelf:
    """The offers of one fabrique. Only the search's thread touches it."""

    def __init__(self) -> None:
        self._index = Offers()
        self._known: dict[int, Offer] = {}
        self._read: Sequence[Offer] = ()

    def fresh(self, offers: Sequence[Offer]) -> Offers:
        """The index with what changed since the last time; most often nothing did."""
        if offers is not self._read:
            now = {one.id: one for one in offers if not one.refused}
            known = self._known
            new = [one for number, one in now.items() if known.get(number) is not one]
            changed = [one for one in new if known.get(one.id) != one]
            self._index.update(changed, known.keys() - now.keys())
            self._known, self._read = now, offers
            if len(changed) >= MANY:
                leave_alone()
        return self._index


class OfferIndexes:
    """Whose offers may answer a need, in each fabrique."""

    def __init__(self) -> None:
        self._shelves: dict[int, Shelf] = {}
        self._read: dict[int, tuple[Stamp, Sequence[Offer]]] = {}
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="offers")

    async def closest(
        self,
        store: Store,
        wordings: Sequence[str],
        *,
        but: int,
        chance: random.Random,
        concepts: Mapping[str, float] | None = None,
    ) -> list[Match]:
        """The closest people as this transaction sees their offers, never `but`."""
        offers = await self._offers(store)
        look = partial(self._closest, store.fabrique, offers)
        asked = partial(look, wordings, but=but, chance=chance, concepts=concepts)
        return await asyncio.get_running_loop().run_in_executor(self._thread, asked)

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _offers(self, store: Store) -> Sequence[Offer]:
        stamp = await store.offers.stamp()
        known = self._read.get(store.fabrique)
        if known is not None and known[0] == stamp:
            return known[1]
        offers = await _newer(store, *known, stamp) if known else None
        if offers is None:
            offers = await store.offers.all()
        self._read[store.fabrique] = (stamp, offers)
        return offers

    def _closest(
        self,
        fabrique: int,
        offers: Sequence[Offer],
        wordings: Sequence[str],
        *,
        but: int,
        chance: random.Random,
        concepts: Mapping[str, float] | None,
    ) -> list[Match]:
        index = self._shelves.setdefault(fabrique, Shelf()).fresh(offers)
        return index.closest(wordings, but=but, chance=chance, concepts=concepts)


async def _newer(
    store: Store, before: Stamp, known: Sequence[Offer], now: Stamp
) -> Sequence[Offer] | None:
    """What was known and what came since; None where more than that happened."""
    newer = await store.offers.all(after=before.newest)
    if newer and before.with_newer(newer)._replace(at=now.at) == now:
        return [*known, *newer]
    return None
