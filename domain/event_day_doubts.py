"""Days and hours that cannot be as an announcement says them, and what may have been meant.

Must not know the clock: today is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from domain.day_rules import ANY_WEEKDAY, LATELY, MONTH, month_of, weekday_of
from domain.due import ONE_DAY
from domain.event_series import DEADLINE
from domain.hours import Hours
from domain.numbers import blank
from domain.people import flat

NO_SUCH_DAY = "refusal-event-no-such-day"


def hour_doubt(hours: Sequence[Hours]) -> str:
    """What is wrong with hours of which no one can be taken."""
    if len(hours) > 1:
        return "refusal-event-two-hours"
    shown = hours[0].start is not None and hours[0].end is not None
    return "refusal-event-ends-before" if shown else "refusal-event-no-such-hour"


@dataclass(frozen=True)
class WrongDay:
    """A day that cannot be as it was said: what it is, and the two that may have been meant."""

    day: date
    first: date
    second: date
    doubt: str
    weekday: int | None = None


_WRONG = re.compile(
    rf"\b(?:(?:le |on |the )?(?P<weekday>{ANY_WEEKDAY})\b\.?,? )?(?:le |the )?"
    rf"(?<![\w/.,-])(?:(?P<day>[0-3]?[0-9])(?:er|st|nd|rd|th)?"
    rf"(?: (?:of )?(?P<month>{MONTH})\b\.?|/(?P<number>1[0-2]|0?[1-9])(?![0-9]))"
    rf"|(?P<named>{MONTH}) (?P<nth>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:/]))"
    r"(?:[ /](?P<year>20[0-9]{2}))?"
)


def impossible(text: str, today: date) -> tuple[WrongDay | None, str]:
    """A date that no month has, or that falls on another day of the week than the one said."""
    for match in _WRONG.finditer(flat(text)):
        lead = flat(text)[: match.start()]
        number = int(match["day"] or match["nth"])
        month = int(match["number"] or 0) or month_of(match["month"] or match["named"])
        wrong = _amiss(number, month, match["year"], match["weekday"], today)
        if wrong is not None and not DEADLINE.search(lead):
            return wrong, blank(text, *match.span())
    return None, text


def _amiss(
    number: int, month: int, year: str | None, weekday: str | None, today: date
) -> WrongDay | None:
    years = [int(year)] if year else range(today.year - 1, today.year + 9)
    oldest = date.min if year else today - LATELY
    days = [one for one in (_made(y, month, number) for y in years) if one and one >= oldest]
    if not days:
        then = int(year or today.year)
        then += (then, month) < (today.year, today.month) and not year
        last = date(then, month, monthrange(then, month)[1])
        return WrongDay(last, last, last + ONE_DAY, NO_SUCH_DAY) if number else None
    if weekday is None or (year and days[0] < today):
        return None
    return _misnamed(days, weekday_of(weekday), today)


def _misnamed(days: Sequence[date], weekday: int, today: date) -> WrongDay | None:
    """The first of some days that may be meant, unless it, or the next one, falls on a weekday."""
    day = days[0]
    if day.weekday() == weekday or (day < today and days[1:2] and days[1].weekday() == weekday):
        return None
    ahead = (weekday - day.weekday()) % 7
    near = day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    near = near if near >= today else near + timedelta(days=7)
    return WrongDay(day, day, near, "refusal-event-weekday-wrong", weekday)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def clock_doubt(start: datetime) -> str:
    """Whether clocks skip the hour that night, or show it twice."""
    if start.utcoffset() == start.replace(fold=1).utcoffset():
        return ""
    skipped = start.astimezone(UTC).astimezone(start.tzinfo).hour != start.hour
    return "refusal-event-hour-skipped" if skipped else "refusal-event-hour-twice"
