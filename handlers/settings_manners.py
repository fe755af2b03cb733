"""How posts come to a chat: with or without a sound, pinned, in which thread, how late, by which
clock and in which language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from chat.command import Value, Where, command, labelled, valued
from chat.settings_cards import back_to_settings, manners_card, zone_name
from chat.words import Reply, named, option, say
from domain.posting_words import read_late, read_quiet, read_zone
from domain.values import Clock, Minutes, Phrase
from handlers.desk import Desk
from handlers.language import NAMES, set_language
from handlers.settings import keep, set_here

QUIET = ((22, 7), (20, 8))
LATE = (3, 12, 36)
ZONES = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
)
"""Hours from and to, hours late, and zones that are offered by a tap; others can be typed."""


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def choose_manners(desk: Desk) -> Reply:
    """Show how posts come."""
    return _manners(desk).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def be_silent(desk: Desk, wanted: bool) -> Reply:
    """Without any sound, or with one."""
    await set_here(desk, replace(desk.chat.posting, silent=wanted))
    return _manners(desk).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def be_pinned(desk: Desk, wanted: bool) -> Reply:
    """Kept in sight until the next one, or not."""
    await set_here(desk, replace(desk.chat.posting, pinned=wanted))
    return _manners(desk).redrawn()


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def post_here(desk: Desk, thread: str | None) -> Reply:
    """In a topic or thread, or outside of them all."""
    await set_here(desk, replace(desk.chat.posting, thread=thread))
    return _manners(desk).redrawn()


@command(where=Where.OWN_CHAT)
async def set_quiet(desk: Desk, hours: str) -> Reply:
    """The hours in which a post makes no sound."""
    first, _, last = hours.partition("-")
    quiet = (time.fromisoformat(first), time.fromisoformat(last)) if last else None
    await set_here(desk, replace(desk.chat.posting, quiet=quiet))
    return _manners(desk)


@set_quiet.choices("hours")
async def usual_nights(desk: Desk) -> Sequence[Value]:
    """Two nights, or none."""
    nights = [(time(first), time(last)) for first, last in QUIET]
    values = [valued(_night(*one), _kept(*one)) for one in nights]
    return [*values, labelled("choice-quiet-never", "")]


@set_quiet.reads("hours")
async def some_hours(desk: Desk, typed: str) -> str:
    """From an hour to an hour."""
    return _kept(*read_quiet(typed))


@command(where=Where.OWN_CHAT)
async def set_late(desk: Desk, hours: int) -> Reply:
    """After how many hours a post that could not come is left out."""
    await set_here(desk, replace(desk.chat.posting, late=timedelta(hours=hours)))
    return _manners(desk)


@set_late.choices("hours")
async def usual_delays(desk: Desk) -> Sequence[Value]:
    """Hours, half a day, a day and a half."""
    return [valued(Minutes(60 * hours), hours) for hours in LATE]


@set_late.reads("hours")
async def some_delay(desk: Desk, typed: str) -> int:
    """Hours or days."""
    return int(read_late(typed).total_seconds()) // 3600


@command(where=Where.OWN_CHAT, keeps_choices=True)
async def choose_tongue(desk: Desk) -> Reply:
    """Show the language and the time zone."""
    zone = desk.chat.posting.zone or desk.fabrique.timezone
    languages = (named(name, set_language, language=code) for code, name in NAMES.items())
    reply = say("settings-tongue", language=desk.language, zone=zone_name(zone))
    return reply.choose(*languages, option("choice-zone", set_zone), back_to_settings()).redrawn()


@command(where=Where.OWN_CHAT)
async def set_zone(desk: Desk, zone: str) -> Reply:
    """By which clock the hour of posts counts; the fabrique's own is kept as none."""
    own = None if zone == desk.fabrique.timezone else zone
    return await keep(desk, replace(desk.chat.posting, zone=own))


@set_zone.choices("zone")
async def usual_zones(desk: Desk) -> Sequence[Value]:
    """France, from west to east of the sea."""
    return [valued(zone_name(zone), zone) for zone in ZONES]


@set_zone.reads("zone")
async def some_zone(desk: Desk, typed: str) -> str:
    """A zone, or a city of it."""
    return read_zone(typed)


def _manners(desk: Desk) -> Reply:
    return manners_card(desk.chat, desk.chat.posting, here=desk.heard.place.thread)


def _night(first: time, last: time) -> Phrase:
    return Phrase("quiet-night", {"first": Clock(first), "last": Clock(last)})


def _kept(first: time, last: time) -> str:
    return f"{first:%H:%M}-{last:%H:%M}"


COMMANDS = (
    choose_manners,
    be_silent,
    be_pinned,
    post_here,
    set_quiet,
    set_late,
    choose_tongue,
    set_zone,
)
