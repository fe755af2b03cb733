"""Time that passes only when everybody waits for it, so that minutes take moments and are exact.

Knows who sleeps and until when. Must not know what for.
"""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

_MOMENT = 0.0005  # seconds of the machine's own time, for what is really under way

Result = TypeVar("Result")

_TURNS = 10
"""Turns of the loop in which whoever woke goes as far as it can without waiting."""


@dataclass
class Sleeper:
    """A way to sleep; `asleep` says how many are sleeping it."""

    time: VirtualTime
    asleep: int = 0

    async def __call__(self, seconds: float) -> None:
        """Return when so much time has passed."""
        self.asleep += 1
        try:
            await self.time.reached(self.time() + seconds)
        finally:
            self.asleep -= 1


class VirtualTime:
    """Seconds since some moment, as a clock that is called."""

    def __init__(self, start: float = 0.0) -> None:
        self._now = start
        self._order = itertools.count()
        self._wakes: list[tuple[float, int, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        """The present moment."""
        return self._now

    def sleeper(self) -> Sleeper:
        """A way to sleep, counted apart."""
        return Sleeper(self)

    async def reached(self, moment: float) -> None:
        """Return once it is so late."""
        wake = asyncio.get_running_loop().create_future()
        heapq.heappush(self._wakes, (moment, next(self._order), wake))
        await wake

    async def until(
        self, work: Coroutine[Any, Any, Result], *, busy: Callable[[], bool] = lambda: False
    ) -> Result:
        """Let time pass while there is work and nobody is `busy` in this moment."""
        task = asyncio.ensure_future(work)
        try:
            while not task.done():
                for _ in range(_TURNS):
                    await asyncio.sleep(0)
                if busy():
                    await asyncio.sleep(_MOMENT)
                else:
                    self._pass()
        finally:
            task.cancel()
        return await task

    def _pass(self) -> None:
        """Go on to the next moment for which somebody waits."""
        while self._wakes and self._wakes[0][2].done():
            heapq.heappop(self._wakes)
        if self._wakes:
            moment, _, wake = heapq.heappop(self._wakes)
            self._now = max(self._now, moment)
            wake.set_result(None)
