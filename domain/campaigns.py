"""Campaigns, each told in one week's agenda: the end that its words say, and the week it is given.

Knows days. Must not know where weeks are kept, nor what today is.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, timedelta

from domain.day_rules import MONTH
from domain.days import find_all
from domain.due import ONE_WEEK, week_of
from domain.people import flat

LONGEST = timedelta(days=120)
"""A campaign that does not say when it ends is told within four months, or not at all."""

_UNTIL = re.compile(r"\b(?:jusqu|until|till|fin le|avant le|ends?|closes?|cloture|before)\b")
_ENGLISH = re.compile(rf"\b({MONTH})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?\b(?! ?[0-9])")


def end_of(text: str, today: date) -> date | None:
    """The last day of a campaign, as its words say it; None when they do not."""
    flattened = _ENGLISH.sub(r"\2 \1", flat(text))
    until = _UNTIL.search(flattened)
    found = find_all(flattened[until.start() :] if until else flattened, today, ahead=True)
    days = [one.day for one in found if one.day >= today]
    if not days:
        return None
    return days[0] if until else max(days)


def week_for(taken: Collection[date], after: date, last: date | None) -> date | None:
    """The Monday of the first free week that begins after a day and before a campaign ends; None
    when there is none.
    """
    monday = week_of(after)[0] + ONE_WEEK
    end = min(last, after + LONGEST) if last else after + LONGEST
    while monday <= end:
        if monday not in taken:
            return monday
        monday += ONE_WEEK
    return None
