"""What a reader has to know before coming, in the writer's own few words: for whom, in which
tongue, on which days it is closed.

Knows French and English. Must not know how an agenda is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from domain.day_rules import FULL_WEEKDAY, FULL_WEEKDAYS
from domain.events import Details, Event
from domain.people import flat

MOST = 40
"""Characters of them that a line of the agenda has room for."""

_DAY = rf"(?:{FULL_WEEKDAY})s?\b(?! ?(?:[0-9]|de ))"
_EACH = r"(?:(?:le|les|tous les|on|every) )?"
_AND = r"(?:, ?| et | ou | and | or | & )"
_CLOSED = re.compile(
    rf"\b(?:fermee?s?|sauf|relache|closed|except)(?: |: ){_EACH}"
    rf"(?P<days>{_DAY}(?:{_AND}{_EACH}{_DAY})*)"
)
_OPEN = re.compile(
    rf"\b(?:ouverte?s?|open)(?: |: )(?:(?:du|from) )?(?P<first>{FULL_WEEKDAY})"
    rf"(?: ?[-–] ?| au | to )(?P<last>{FULL_WEEKDAY})\b(?! ?[0-9])"
)
_FOR_AGES = re.compile(
    r"(?:public )?(?:des|a partir de|plus de|moins de|interdit aux|reserve aux|de|pour les|from"
    r"|over|under|ages?|aged)\b.{0,20}\b[0-9]{1,2} ?(?:ans|years?|yo)\b|from age [0-9]|ages? [0-9]"
    r"|[0-9]{1,2} ?(?:-|a|/|to) ?[0-9]{1,2} (?:ans|years)\b|tout public|all ages|adults only"
)
_TONGUE = re.compile(
    r"\b(?:vost(?:fr)?|sous-titr\w+|surtitr\w+|subtitle[sd]?|(?:en|in) (?:anglais|francais|arabe"
    r"|espagnol|italien|english|french|arabic|spanish|italian))\b"
)
_NAMES_OF_TONGUES = frozenset("english french arabic spanish italian german portuguese".split())
_BREAK = re.compile(r"[.;!?\n,·•()]+|\s[-–—]\s")


def short_conditions(details: Details) -> tuple[str, ...]:
    """What was said of conditions, as far as a line has room for it; of the description, only what
    tells who may come, in which tongue, and when it is closed.
    """
    found, room = list[str](), MOST
    for words in dict.fromkeys((*_parts(details.conditions), *_told(details.text))):
        if len(words) <= room:
            found.append(words)
            room -= len(words)
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """What stands between full stops and commas, as it stands in the middle of a line."""
    for part in _BREAK.split(text):
        if words := " ".join(part.split()).strip(" :-–—"):
            named = words[1:2].isupper() or flat(words.split()[0]) in _NAMES_OF_TONGUES
            yield words if named else words[:1].lower() + words[1:]


def _told(text: str) -> Iterator[str]:
    for words in _parts(text):
        said = flat(words)
        if _FOR_AGES.match(said) or any(one.search(said) for one in (_TONGUE, _CLOSED, _OPEN)):
            yield words


def closed_days(event: Event) -> frozenset[int]:
    """The days of the week, from Monday, 0, on which it is said to be closed."""
    said = flat(f"{event.details.conditions}; {event.details.text}")
    closed = {FULL_WEEKDAYS[day] for one in _CLOSED.finditer(said) for day in _named(one["days"])}
    for one in _OPEN.finditer(said):
        first, last = FULL_WEEKDAYS[one["first"]], FULL_WEEKDAYS[one["last"]]
        span = (last - first) % 7 + 1
        closed |= set(range(7)) - {(first + day) % 7 for day in range(span)}
    return frozenset(closed)


def _named(days: str) -> list[str]:
    return re.findall(FULL_WEEKDAY, days)


def first_open(event: Event, first: date, last: date) -> date | None:
    """The first of some days on which it is not said to be closed."""
    closed = closed_days(event)
    if len(closed) == 7 or not closed:
        return first if first <= last else None
    days = (first + timedelta(days=more) for more in range(min((last - first).days + 1, 7)))
    return next((day for day in days if day.weekday() not in closed), None)
