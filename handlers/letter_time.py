"""When the letter leaves: a day of the month and an hour, set by the team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from chat.command import Value, Where, command, valued
from chat.words import Reply, say
from domain.days import read_hour
from domain.errors import Refusal
from domain.fabriques import LetterPolicy
from domain.values import Clock, Phrase
from handlers.desk import Desk

DAYS = (1, 5, 15, 31)
HOURS = (time(8), time(12), time(18))
"""What is offered by a tap; any other can be typed."""


@command(where=Where.TEAM, keeps_choices=True)
async def time_letter(desk: Desk, day: int, hour: str) -> Reply:
    """The day of the month and the hour at which the letter leaves from now on."""
    policy = LetterPolicy(day, time.fromisoformat(hour))
    await desk.store.fabriques.time_letter(desk.fabrique.id, policy)
    await desk.store.audit.note("edited", "letter-time:1", by=desk.person.id, now=desk.now)
    return say("letter-timed", day=day, at=Clock(policy.at))


@time_letter.choices("day")
async def usual_days(desk: Desk) -> Sequence[Value]:
    """Days of the month that people remember."""
    return [valued(Phrase("letter-day", {"day": day}), day) for day in DAYS]


@time_letter.reads("day")
async def day_of_month(desk: Desk, typed: str) -> int:
    """A number from 1 to 31."""
    digits = typed.casefold().removesuffix("er").removesuffix("st").strip()
    if not digits.isascii() or not digits.isdecimal() or not 1 <= int(digits[:3]) <= 31:
        raise Refusal("refusal-letter-day")
    return int(digits)


@time_letter.choices("hour")
async def usual_hours(desk: Desk) -> Sequence[Value]:
    """Morning, noon and evening."""
    return [valued(Clock(hour), hour.strftime("%H:%M")) for hour in HOURS]


@time_letter.reads("hour")
async def hour_of_day(desk: Desk, typed: str) -> str:
    """An hour as people write it."""
    return read_hour(typed).strftime("%H:%M")


COMMANDS = (time_letter,)
