"""What is received in a chat, and when: set by whoever it is, or by a group's administrators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from chat.command import Line, Value, Where, command, valued
from chat.settings_cards import day_name, settings_card
from chat.words import Reply, Words, say
from domain.errors import Refusal
from domain.people import fold
from domain.places import Level
from domain.posting_words import read_post_hour
from domain.postings import Posting
from domain.values import Clock
from handlers.agenda_week import seven_days
from handlers.desk import Desk

HOURS = (time(8), time(12), time(18))
"""Hours offered by a tap; any other can be typed."""

HERE = ("ici", "here")
"""After the command: posts come where it is given."""


@command("reglages", "settings", where=Where.OWN_CHAT, keeps_choices=True)
async def settings(desk: Desk, what: str = "") -> Reply:
    """Show what is received here, with what may be changed."""
    if what == HERE[0] and not desk.chat.private:
        thread = desk.heard.place.thread
        return await keep(desk, replace(desk.chat.posting, thread=thread))
    return shown(desk, desk.chat.posting).redrawn()


@settings.reads_line
async def here_or_nothing(desk: Desk, text: str) -> Line:
    """Where posts come; any other word only shows the card."""
    return Line({"what": HERE[0] if fold(text) in HERE else ""})


@command(where=Where.OWN_CHAT)
async def toggle_agenda(desk: Desk) -> Reply:
    """Receive the weekly agenda, or no longer."""
    return await keep(desk, replace(desk.chat.posting, agenda=not desk.chat.posting.agenda))


@command(where=Where.OWN_CHAT)
async def toggle_letter(desk: Desk) -> Reply:
    """Receive the monthly letter, or no longer."""
    return await keep(desk, replace(desk.chat.posting, letter=not desk.chat.posting.letter))


@command(where=Where.OWN_CHAT)
async def set_time(desk: Desk, weekday: int, hour: str) -> Reply:
    """Choose the day and the hour of the agenda: whoever says when wants it."""
    at = time.fromisoformat(hour)
    return await keep(desk, replace(desk.chat.posting, agenda=True, weekday=weekday, at=at))


@set_time.asks("weekday")
async def which_day(desk: Desk) -> Reply:
    """One receives it, a group posts it."""
    return say("set-time-ask-weekday", private=desk.chat.private)


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
    """An hour as people write it, unless some night has it twice."""
    return read_post_hour(typed).strftime("%H:%M")


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def preview_agenda(desk: Desk) -> Reply:
    """The agenda as it would be posted here now; nothing, where nothing would be."""
    _, _, reply = await seven_days(desk, desk.chat.posting, team_calls=True)
    if reply is None:
        return say("settings-preview-empty", private=desk.chat.private)
    above = Words("settings-preview", {"private": desk.chat.private})
    return replace(reply, words=(above, *reply.words))


def must_decide_here(desk: Desk) -> None:
    """Refuse, in a group, whoever does not administer it."""
    if not desk.chat.private and not desk.rank.administers:
        raise Refusal("refusal-admin-only")


async def keep(desk: Desk, posting: Posting) -> Reply:
    """Set what is received here, and show it."""
    await set_here(desk, posting)
    return shown(desk, posting)


async def set_here(desk: Desk, posting: Posting) -> None:
    """Set what is received here, for the rest of this update too."""
    await desk.store.chats.set_posting(desk.chat.id, posting)
    desk.chat = replace(desk.chat, posting=posting)


def shown(desk: Desk, posting: Posting) -> Reply:
    """The card of this chat."""
    return settings_card(desk.chat, posting, around=around_name(desk, posting))


def around_name(desk: Desk, posting: Posting) -> str:
    """The commune around which a distance counts."""
    place = desk.places.at(Level.COMMUNE, posting.taste.around or "")
    return place.name if place else ""


COMMANDS = (settings, toggle_agenda, toggle_letter, set_time, preview_agenda)
