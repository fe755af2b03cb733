"""Time, ids and chance, handed in from outside so that a whole run can be played again."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Protocol

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""No letter that is mistaken for another when somebody reads a code aloud."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The present moment, aware."""


class WallClock:
    """The machine's clock: the one place of the program that asks it."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)


class VirtualClock:
    """A clock that moves when it is told to."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The moment it was set to."""
        return self._now

    def set(self, moment: datetime) -> None:
        """Move to a moment, never backwards."""
        if moment < self._now:
            raise ValueError("a clock does not go backwards")
        self._now = moment


class Tokens:
    """Short opaque names, unique enough for the rows of one database."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def __call__(self) -> str:
        """A new name of twelve letters, 60 bits."""
        return "".join(self._chance.choice(LETTERS) for _ in range(12))
