"""Campaigns, each told in one week's agenda: the end that its words say, and the week it is given.

Knows days. Must not know where weeks are kept, nor what today is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta

from domain.day_rules import FULL_WEEKDAY, MONTH
from domain.days import find_all
from domain.due import ONE_WEEK, week_of
from domain.people import flat

LONGEST = timedelta(days=120)
"""A campaign that does not say when it ends is told within four months, or not at all."""

_OPEN = re.compile(
    r"\b(?:tous les|toutes les|chaque|every|each|depuis|since|a partir|des le|starts?|starting"
    rf"|begins?|commence\w*|lancee?|(?:{FULL_WEEKDAY}) (?:du|de|of))\b"
)
"""A day alone with such words comes again, or is only where something begins."""

_UNTIL = re.compile(
    r"\b(?:jusqu|until|till|fin le|avant le|ends?|closes?|cloture|before|(?:au|to)(?= [0-9]))\b"
)
_ENGLISH = re.compile(rf"\b({MONTH})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?\b(?! ?[0-9])")


def end_of(text: str, today: date) -> date | None:
    """The last day of a campaign or a meeting, as its words say it; None when they do not."""
    flattened = _ENGLISH.sub(r"\2 \1", flat(text))
    until = _UNTIL.search(flattened)
    found = find_all(flattened[until.start() :] if until else flattened, today, ahead=True)
    days = [one.day for one in found if one.day >= today]
    if until:
        return next(iter(days), None)
    is_open = len(set(days)) == 1 and _OPEN.search(flattened)
    return None if is_open else max(days, default=None)


def week_for(taken: Collection[date], after: date, last: date | None) -> date | None:
    """The Monday of the first free week that begins after a day and before a campaign ends; None
    when there is none.

    A campaign alone is no agenda: a group is not woken for money only. One whose week had nothing
    else to tell is given the next free week again, so two never share one.
    """
    monday = week_of(after)[0] + ONE_WEEK
    end = min(last, after + LONGEST) if last else after + LONGEST
    while monday <= end:
        if monday not in taken:
            return monday
        monday += ONE_WEEK
    return None
