"""When a post comes, as people write it: an hour, quiet hours, how late, in which time zone.

Must not know who chooses, nor where it is kept.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from functools import cache
from zoneinfo import available_timezones

from domain.days import read_hour
from domain.errors import Refusal
from domain.people import flat, fold

CHANGING = 2
"""The hour that a clock shows twice on one night of the year, and never on another."""

LATEST_MOST = timedelta(days=3)
"""What is later is last week's."""

_HOUR = re.compile(
    r"(?<![\d:h])([01]?\d|2[0-3])(?: ?(?:h|heures?|:) ?(?:([0-5]\d)(?! ?[h:\d]))?)?(?!\d)"
)
_WORDS = {"minuit": "0h", "midi": "12h", "midnight": "0h", "noon": "12h"}
_LATE = re.compile(
    r"(?<!\d)(\d{1,3}) ?(?:(h|heures?|hours?|minutes?|min|mn)\b|(j|jours?|days?)\b)?"
)
_ALIASES = {
    "la reunion": "Indian/Reunion",
    "saint-denis": "Indian/Reunion",
    "guyane": "America/Cayenne",
    "polynesie": "Pacific/Tahiti",
    "nouvelle-caledonie": "Pacific/Noumea",
    "france": "Europe/Paris",
    "metropole": "Europe/Paris",
    "bruxelles": "Europe/Brussels",
    "belgique": "Europe/Brussels",
    "suisse": "Europe/Zurich",
    "geneve": "Europe/Zurich",
    "londres": "Europe/London",
    "quebec": "America/Montreal",
    "montreal": "America/Montreal",
    "saint-pierre-et-miquelon": "America/Miquelon",
}
"""Places people name that the list of zones calls otherwise."""


def read_post_hour(text: str) -> time:
    """The hour of a weekly post; not one that some night has twice and another never."""
    at = read_hour(text)
    if at.hour == CHANGING:
        raise Refusal("refusal-hour-changes")
    return at


def read_quiet(text: str) -> tuple[time, time]:
    """From which hour to which no sound is made: "de 22h à 7h"."""
    said = flat(text)
    for word, hour in _WORDS.items():
        said = re.sub(rf"\b{word}\b", hour, said)
    hours = [time(int(one[1]), int(one[2] or 0)) for one in _HOUR.finditer(said)]
    if len(hours) != 2 or hours[0] == hours[1]:
        raise Refusal("refusal-quiet-unread")
    return hours[0], hours[1]


def read_late(text: str) -> timedelta:
    """How late a post may still come: "12 h", "2 jours"; a bare number is hours."""
    found = _LATE.fullmatch(flat(text).strip(" ."))
    if found is None or (found[2] or "").startswith("m"):
        raise Refusal("refusal-late-unread")
    late = timedelta(days=int(found[1])) if found[3] else timedelta(hours=int(found[1]))
    if not timedelta(hours=1) <= late <= LATEST_MOST:
        raise Refusal("refusal-late-unread")
    return late


def read_zone(text: str) -> str:
    """A time zone by its name, or by that of its city."""
    typed = fold(text).strip(" .")
    known = _zones()
    if (alias := _ALIASES.get(typed.replace(" ", "-"), _ALIASES.get(typed))) in known and alias:
        return alias
    for name in known:
        city = name.rpartition("/")[2].replace("_", " ")
        if "/" in name and typed in (fold(name), fold(city), fold(city.replace("-", " "))):
            return name
    raise Refusal("refusal-zone-unknown")


@cache
def _zones() -> tuple[str, ...]:
    """Read once: there are six hundred files of them."""
    return tuple(sorted(available_timezones()))
