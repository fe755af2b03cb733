"""The hours of a day that a text says, one or from one to another, in French and English.

Must not know which day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from domain.numbers import blank
from domain.people import flat

LATE_END = time(6)
"""Until this hour what began in the evening may go on; later, an end before the start is a slip."""


@dataclass(frozen=True)
class Hours:
    """From when to when; `impossible` when no clock shows it, or it ends before it begins. At
    `midnight`, as people say it, a day may begin or end.
    """

    start: time | None
    end: time | None = None
    impossible: bool = False
    midnight: bool = False


_WORD = r"midi|noon|minuit|midnight"
_HALF = (
    r"(?: ?(?:am|pm|a\.m\.|p\.m\.|du matin|du soir|de l'apres[ -]midi|in the (?:morning|evening)))"
)
_FIGURES = (
    r"(?:[0-9]{1,2}(?: ?(?:h|heures?|hours?)(?![a-z]) ?(?:[0-9]{2}(?![0-9]))?|:[0-9]{2}(?![0-9]))"
    rf"{_HALF}?|[0-9]{{1,2}}(?:[.:][0-9]{{2}})?{_HALF})"
)
_BARE = r"[0-9]{1,2}(?:[:.h][0-9]{2})?"
_CLOCK = rf"(?:{_FIGURES}|{_WORD})"
_TO = r" ?(?:-|–|—|→|/|a|to|until|till|jusqu'?a|et|and) ?"
_EDGE = r"(?<![0-9:/.,€\w-])"
_SPAN = re.compile(
    rf"{_EDGE}(?:de |from |entre |between |des |a |at )?(?P<a>{_CLOCK}"
    rf"|{_BARE}){_TO}(?P<b>{_CLOCK})(?!\w)"
)
_FROM = re.compile(
    rf"{_EDGE}(?P<lead>(?:a partir de|des|a|at|from|vers|de) )?(?P<a>{_CLOCK})(?!\w)"
)
_LENGTH = re.compile(rf"\b(?:pendant|duree ?:?|durera|dure|for|environ|lasts?)\s+{_FIGURES}")
_PARTS = re.compile(r"([0-9]{1,2})(?: ?(?:h|heures?|hours?|:|\.) ?([0-9]{2})?)?")


def hours_in(text: str, *, late: bool) -> tuple[list[Hours], str]:
    """Every time of day that a text says, and the text without them. `late`: the day was said with
    its evening, so that eight is twenty hours.
    """
    found, rest = list[Hours](), text
    for match in _LENGTH.finditer(flat(rest)):
        rest = blank(rest, *match.span())
    for match in _SPAN.finditer(flat(rest)):
        if (pair := _pair(match["a"], match["b"], late=late)) is not None:
            found.append(pair)
            rest = blank(rest, *match.span())
    for match in _FROM.finditer(flat(rest)):
        start = _time(match["a"], late=late)
        said_so = match["a"].startswith(("minuit", "midnight"))
        found.append(Hours(start, impossible=start is None, midnight=said_so))
        rest = blank(rest, *match.span())
    return _distinct(found), rest


def _distinct(found: list[Hours]) -> list[Hours]:
    """An hour said twice is one; so is the beginning of a span said before."""
    spans = [one for one in found if one.end is not None]
    alone = [one for one in found if one.end is None]
    begun = {one.start for one in spans}
    return list(dict.fromkeys(spans)) + list(
        dict.fromkeys(one for one in alone if one.start not in begun or one.impossible)
    )


def _pair(first: str, last: str, *, late: bool) -> Hours | None:
    half = re.search(r"(am|pm|a\.m\.|p\.m\.)$", last)
    begins = first if re.search(r"[ap]\.?m|soir|matin", first) or not half else f"{first} {half[1]}"
    start, end = _time(begins, late=late), _time(last, late=late)
    if half and start and end and start > end:
        start = _time(first, late=False)
    if start is None or end is None:
        return Hours(start, end, impossible=True)
    return Hours(start, end, impossible=end <= start and (end > LATE_END or start < LATE_END))


def _time(said: str, *, late: bool) -> time | None:
    if said.startswith(("midi", "noon")):
        return time(12)
    if said.startswith(("minuit", "midnight")):
        return time(0)
    match = _PARTS.match(said)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    afternoon = re.search(r"p\.?m|soir|apres|evening", said) or (late and "m" not in said)
    if re.search(r"a\.?m|matin|morning", said) and hour == 12:
        hour = 0
    elif afternoon and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None
