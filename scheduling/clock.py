"""APScheduler as a clock: it wakes, and remembers nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

EVERY_SECONDS = 30
"""A tick that needs no appointment: a clock set back, or a row from another process, waits no
longer.
"""


class Alarm:
    """Rings at the moment it was last set to, and at every tick."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return bool(self._scheduler.running)

    def start(self) -> None:
        """Begin to tick."""
        self._scheduler.add_job(self._ring, "interval", seconds=EVERY_SECONDS, coalesce=True)
        self._scheduler.start()

    def set(self, at: datetime) -> None:
        """Ring at a moment; the one set before is forgotten."""
        self._scheduler.add_job(
            self._ring,
            "date",
            run_date=at,
            id="next",
            replace_existing=True,
            misfire_grace_time=None,
        )

    def stop(self) -> None:
        """Ring no more."""
        self._scheduler.shutdown(wait=False)
