"""Calendars as a venue's program writes them, of invented events."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

FIRST = date(2026, 11, 1)
LAST = FIRST + timedelta(days=400)
"""The days that the bot reads."""

TITLES = (
    "Atelier vélo",
    "Chorale des exemples",
    "Repair café",
    "Ciné-débat fictif",
    "Grande tablée",
)
TEXT = (
    "Venez comme vous êtes\\, tout est prêt sur place.\\nPrix libre\\, accès de plain-pied.\\n" * 3
)
RULES = (
    "FREQ=WEEKLY;BYDAY=WE",
    "FREQ=MONTHLY;BYDAY=1SA",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=WEEKLY;UNTIL=20270630T220000Z",
)


def calendar(count: int, *, repeating: float, seed: int = 0) -> bytes:
    """So many VEVENTs, a part of them series that began within two years."""
    chance = random.Random(seed)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Exemple fictif//FR", *ZONE]
    for number in range(count):
        lines += _event(number, repeats=chance.random() < repeating, chance=chance)
    folded = (part for line in [*lines, "END:VCALENDAR", ""] for part in _fold(line))
    return "\r\n".join(folded).encode()


def with_bad_ones(content: bytes) -> bytes:
    """The same calendar with an event whose start is in words."""
    bad = b"BEGIN:VEVENT\r\nUID:mauvais@exemple.invalid\r\nDTSTART:bient\xc3\xb4t\r\nEND:VEVENT\r\n"
    head, end, tail = content.rpartition(b"END:VCALENDAR")
    return head + bad + end + tail


ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Paris",
    "BEGIN:DAYLIGHT",
    "DTSTART:19700329T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19701025T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def _event(number: int, *, repeats: bool, chance: random.Random) -> Iterator[str]:
    days = chance.randrange(-700, 0) if repeats else chance.randrange((LAST - FIRST).days)
    start = datetime(FIRST.year, FIRST.month, FIRST.day, 10, tzinfo=UTC) + timedelta(
        days=days, minutes=chance.randrange(0, 720, 15)
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{number}-{chance.getrandbits(64):x}@exemple.invalid"
    yield "DTSTAMP:20261001T080000Z"
    yield f"DTSTART;TZID=Europe/Paris:{start:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID=Europe/Paris:{start + timedelta(hours=2):%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{chance.choice(TITLES)} {number}"
    yield "LOCATION:La Roue Libre fictive\\, 3 rue de l’Exemple\\, Villemodèle"
    yield f"DESCRIPTION:{TEXT}"
    yield f"URL:https://larouelibre.exemple.org/{number}"
    if repeats:
        yield f"RRULE:{chance.choice(RULES)}"
    yield "END:VEVENT"


def _fold(line: str) -> Iterator[str]:
    yield line[:60]
    for at in range(60, len(line), 60):
        yield f" {line[at : at + 60]}"
