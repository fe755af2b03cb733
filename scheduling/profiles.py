"""The end of a pause: whoever is back is told, so that nobody is asked again unawares."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from chat.words import say
from scheduling import Round

AT = time(9, 0)
"""When a day is far enough on for a word that nobody waits for."""


async def look_after(round_: Round) -> None:
    """Let each pause whose day has come be over, and say so."""
    if round_.now < _morning(round_, round_.today):
        return
    for profile in await round_.store.profiles.back_by(round_.today):
        await round_.store.profiles.save(replace(profile, paused_until=None), now=round_.now)
        if not profile.never_asked:
            round_.tell(profile.person, say("pause-over"))


async def next_due(round_: Round) -> datetime | None:
    """The morning of the first day on which somebody is back."""
    first = await round_.store.profiles.first_back()
    return _morning(round_, first) if first else None


def _morning(round_: Round, day: date) -> datetime:
    return datetime.combine(day, AT, tzinfo=round_.fabrique.zone)
