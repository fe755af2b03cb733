"""How long: read and offered in the same way wherever a command asks for a duration."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Value, valued
from domain import durations
from domain.values import Minutes
from handlers.desk import Desk


async def how_long(desk: Desk, typed: str) -> int:
    """A duration as people write it; a day is as long as the fabrique says."""
    return durations.read(typed, day=desk.fabrique.time.day)


async def usual_lengths(desk: Desk) -> Sequence[Value]:
    """What most people answer."""
    return [valued(Minutes(minutes), minutes) for minutes in durations.usual()]
