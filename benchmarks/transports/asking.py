"""People who ask and wait for the answer: one after the other, then all at once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from benchmarks.ledger.alone import Speed, speed_of

QUESTION = "/solde"
"""Cheap to answer, in one message: what is measured is the way there and back."""


class Line(Protocol):
    """A platform with people on it, and a bot that answers them."""

    people: int

    async def ask(self, place: int) -> None:
        """One of the people writes, and reads the answer."""


@dataclass(frozen=True)
class Found:
    """How it went one after the other, and with everybody at once."""

    alone: Speed
    together: Speed


async def measured(line: Line, *, count: int) -> Found:
    """So many questions each way; everybody was answered once before."""
    for place in range(line.people):
        await line.ask(place)
    begun = perf_counter()
    alone = [await _timed(line, 0) for _ in range(count)]
    wall = perf_counter() - begun
    each = max(1, count // line.people)
    begun = perf_counter()
    people = (_several(line, place, each) for place in range(line.people))
    together = [time for times in await asyncio.gather(*people) for time in times]
    return Found(speed_of(alone, wall), speed_of(together, perf_counter() - begun))


async def _several(line: Line, place: int, each: int) -> list[float]:
    return [await _timed(line, place) for _ in range(each)]


async def _timed(line: Line, place: int) -> float:
    begun = perf_counter()
    async with asyncio.timeout(60):
        await line.ask(place)
    return perf_counter() - begun
