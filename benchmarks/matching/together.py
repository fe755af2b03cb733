"""Pairs and rounds: milliseconds that they take, and how long the event loop waits meanwhile."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from functools import partial
from itertools import combinations
from time import process_time, sleep
from typing import TypeVar

from bot.skill_files import load
from domain.fits import Ally
from domain.pairs import Guide, Waiting, assign
from domain.places import Level, Place
from domain.rounds import Guest, How, draw
from domain.skills import Skills

NEWCOMERS, GUIDES, PLACES = 120, 220, 2
SIZES = (200, 1_000)
ROUNDS = 12
TICK = 0.001
T = TypeVar("T")


def together() -> None:
    """Print what an assignment and a year of rounds take."""
    skills = Skills.of(concept for group in load() for concept in group.concepts)
    keys = [concept.key for concept in skills.concepts]
    chance = random.Random(6)
    newcomers = [Waiting(_ally(number, keys, chance)) for number in range(NEWCOMERS)]
    guides = [Guide(_ally(NEWCOMERS + number, keys, chance), PLACES) for number in range(GUIDES)]
    print("together: CPU ms on a thread of its own, and the longest wait of the event loop")
    took, waited, _ = asyncio.run(_watched(partial(sleep, 0.3)))
    print(f"  nothing: {took:.0f} ms, loop {waited:.1f} ms")
    for label in ("first", "again"):
        work = partial(assign, newcomers, guides, alike=skills.near)
        took, waited, found = asyncio.run(_watched(work))
        told = f"{took:.0f} ms, loop {waited:.1f} ms, {len(found)} pairs"
        print(f"  pairs {NEWCOMERS} x {GUIDES * PLACES}, {label}: {told}")
    for size in SIZES:
        _rounds(size, keys, chance)


def _rounds(size: int, keys: list[str], chance: random.Random) -> None:
    """A year of rounds: nobody meets twice, and colleagues are counted."""
    guests = [Guest(_ally(one, keys, chance), chance.choice(list(How))) for one in range(size)]
    organisations = {one.ally.person: one.ally.organisations for one in guests}
    met: set[frozenset[int]] = set()
    times, waits, again, colleagues, left = [], [], 0, 0, 0
    for month in range(ROUNDS):
        work = partial(draw, guests, frozenset(met), chance=random.Random(month))
        took, waited, drawn = asyncio.run(_watched(work))
        both = [frozenset(one) for group in drawn.groups for one in combinations(group, 2)]
        times.append(took)
        waits.append(waited)
        again += sum(one in met for one in both)
        colleagues += sum(_share(one, organisations) for one in both)
        left += len(drawn.left)
        met |= set(both)
    print(
        f"  {ROUNDS} rounds of {size}: {sorted(times)[ROUNDS // 2]:.0f} ms, at most "
        f"{max(times):.0f}; loop {max(waits):.1f} ms; {again} met again, {colleagues} colleagues, "
        f"{left} left over"
    )


def _share(both: frozenset[int], organisations: dict[int, frozenset[int]]) -> bool:
    one, other = both
    return bool(organisations[one] & organisations[other])


async def _watched(work: Callable[[], T]) -> tuple[float, float, T]:
    """CPU milliseconds of some work in a thread, and of the longest that a loop waited for it: what
    others on the machine take does not count.
    """
    waits = [0.0]

    async def tick() -> None:
        while True:
            begun = process_time()
            await asyncio.sleep(TICK)
            waits.append(process_time() - begun - TICK)

    watch = asyncio.create_task(tick())
    await asyncio.sleep(5 * TICK)
    begun = process_time()
    found = await asyncio.to_thread(work)
    took = process_time() - begun
    watch.cancel()
    return took * 1000, max(waits) * 1000, found


def _ally(number: int, keys: list[str], chance: random.Random) -> Ally:
    commune, region = chance.randrange(600), chance.randrange(13)
    place = Place(
        f"{commune:05}",
        "Exempleville",
        Level.COMMUNE,
        f"{commune // 4:09}",
        f"{chance.randrange(96):02}",
        f"{region:02}",
        43 + chance.random() * 7,
        -4 + chance.random() * 11,
    )
    return Ally(
        number,
        frozenset({"fr", "en"} if chance.random() < 0.3 else {"fr"}),
        place if chance.random() < 0.8 else None,
        frozenset(chance.sample(keys, 3)),
        frozenset({chance.randrange(400)}),
    )
