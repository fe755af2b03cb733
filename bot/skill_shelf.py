"""Each fabrique's skills, ready to be asked: the shipped ones, with the names its team kept."""

from __future__ import annotations

import asyncio
from functools import cache

from bot.skill_files import load
from domain.events import State
from domain.skills import Concept, Skills
from domain.skills.aliases import with_names
from storage import Store
from storage.aliases import Stamp

NONE_KEPT: Stamp = (0, 0)


@cache
def shipped_concepts() -> tuple[Concept, ...]:
    """Every concept of the files."""
    return tuple(concept for group in load() for concept in group.concepts)


@cache
def shipped() -> Skills:
    """The skills of a fabrique whose team kept no name yet."""
    return Skills.of(shipped_concepts())


async def _shipped() -> Skills:
    """Read in a thread the first time; from then on there is nothing to wait for."""
    return shipped() if shipped.cache_info().currsize else await asyncio.to_thread(shipped)


class SkillShelf:
    """Skills by fabrique, made anew, off the event loop, when a name was kept since."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Stamp, Skills]] = {}

    async def of(self, store: Store) -> Skills:
        """The skills of the store's fabrique, as this transaction sees them."""
        stamp = await store.aliases.stamp()
        if stamp == NONE_KEPT:
            return await _shipped()
        known = self._kept.get(store.fabrique)
        if known is None or known[0] != stamp:
            names = await store.aliases.in_state(State.APPROVED)
            known = stamp, await asyncio.to_thread(with_names, shipped_concepts(), names)
            self._kept[store.fabrique] = known
        return known[1]
