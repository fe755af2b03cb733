"""What time does: one module for each thing. What is due is decided by rows and the local date, so
that a round that ran twice, late or not at all changes nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from chat import desk
from storage import Store

Round: TypeAlias = desk.Round[Store]

Bit: TypeAlias = Callable[[Round], Awaitable[None]]
"""A piece of what is due, in a transaction of its own."""

TOGETHER = 10
"""Posts that are written in one transaction."""

LISTED = 100
"""Events that the posts of one transaction list: long agendas are written a few at a time."""


def at_once(events: int) -> int:
    """How many posts with so many events one transaction writes."""
    return max(1, min(TOGETHER, LISTED // max(events, 1)))
