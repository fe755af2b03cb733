"""What a group receives, and when: set by its own administrators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from chat.command import Value, Where, command, valued
from chat.words import Reply, option, say
from domain.days import read_hour
from domain.postings import Posting
from domain.values import Clock, Phrase
from handlers.desk import Desk

HOURS = (time(8), time(12), time(18))
"""Hours offered by a tap; any other can be typed."""


def day_name(weekday: int) -> Phrase:
    """A day of the week, in the reader's language."""
    return Phrase("weekday", {"number": weekday})


@command("reglages", "settings", where=Where.GROUP_ADMIN)
async def settings(desk: Desk) -> Reply:
    """Show what this group receives, with what may be changed."""
    return _shown(desk, desk.chat.posting)


@command(where=Where.GROUP_ADMIN)
async def toggle_agenda(desk: Desk) -> Reply:
    """Receive the weekly agenda, or no longer."""
    return await _set(desk, replace(desk.chat.posting, agenda=not desk.chat.posting.agenda))


@command(where=Where.GROUP_ADMIN)
async def toggle_letter(desk: Desk) -> Reply:
    """Receive the monthly letter, or no longer."""
    return await _set(desk, replace(desk.chat.posting, letter=not desk.chat.posting.letter))


@command(where=Where.GROUP_ADMIN)
async def set_time(desk: Desk, weekday: int, hour: str) -> Reply:
    """Choose the day and the hour of the agenda."""
    at = time.fromisoformat(hour)
    return await _set(desk, replace(desk.chat.posting, weekday=weekday, at=at))


@set_time.choices("weekday")
async def days_of_the_week(desk: Desk) -> Sequence[Value]:
    """Monday to Sunday."""
    return [valued(day_name(number), number) for number in range(7)]


@set_time.choices("hour")
async def usual_hours(desk: Desk) -> Sequence[Value]:
    """Morning, noon and evening."""
    return [valued(Clock(hour), hour.strftime("%H:%M")) for hour in HOURS]


@set_time.reads("hour")
async def hour_of_day(desk: Desk, typed: str) -> str:
    """An hour as people write it."""
    return read_hour(typed).strftime("%H:%M")


async def _set(desk: Desk, posting: Posting) -> Reply:
    await desk.store.chats.set_posting(desk.chat.id, posting)
    return _shown(desk, posting)


def _shown(desk: Desk, posting: Posting) -> Reply:
    return say(
        "settings",
        agenda="yes" if posting.agenda else "no",
        letter="yes" if posting.letter else "no",
        day=day_name(posting.weekday),
        at=Clock(posting.at),
        chat=desk.chat.address,
    ).choose(
        option("choice-agenda-off" if posting.agenda else "choice-agenda-on", toggle_agenda),
        option("choice-letter-off" if posting.letter else "choice-letter-on", toggle_letter),
        option("choice-other-time", set_time),
    )
