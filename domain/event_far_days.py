"""One day that a day of the week names from afar: Thursday week, the first Tuesday of February.

Must not know the clock: today is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, LATELY, MONTH, month_of, weekday_of
from domain.due import ONE_WEEK
from domain.event_series import NTH, SaidDays
from domain.numbers import blank
from domain.people import flat

_WEEKS = {"huit": 1, "quinze": 2, "week": 1}
_LATER = re.compile(
    rf"\b(?:le |on )?(?P<weekday>{ANY_WEEKDAY})\.?(?: en (?P<weeks>huit|quinze)| (?P<week>week)\b)"
)
_OF_MONTH = re.compile(
    rf"\b(?:le |the |on the )?(?P<nth>{'|'.join(NTH)}) (?P<weekday>{FULL_WEEKDAY})"
    rf" (?:de |d'|du mois de |du mois d'|of |in )(?P<month>{MONTH})\b\.?"
    r"(?: (?P<year>20[0-9]{2}))?"
)


def far(text: str, today: date) -> tuple[SaidDays | None, str]:
    """The day, and the text without it; a fifth that a month has not is no day."""
    said = flat(text)
    if match := _LATER.search(said):
        days = (weekday_of(match["weekday"]) - today.weekday() - 1) % 7 + 1
        weeks = _WEEKS[match["weeks"] or match["week"]]
        found = today + timedelta(days=days) + weeks * ONE_WEEK
        return SaidDays((found,)), blank(text, *match.span())
    if match := _OF_MONTH.search(said):
        day = _of_month(match, today)
        return SaidDays((day,) if day else ()), blank(text, *match.span())
    return None, text


def _of_month(match: re.Match[str], today: date) -> date | None:
    """In the year that was said, else the next such day, or one that was lately."""
    month, weekday, nth = month_of(match["month"]), weekday_of(match["weekday"]), NTH[match["nth"]]
    years = (int(match["year"]),) if match["year"] else range(today.year - 1, today.year + 2)
    found = [one for year in years if (one := _nth(year, month, weekday, nth)) is not None]
    return next((one for one in found if match["year"] or one >= today - LATELY), None)


def _nth(year: int, month: int, weekday: int, nth: int) -> date | None:
    last = monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, last + 1)]
    those = [day for day in days if day.weekday() == weekday]
    place = nth if nth < 0 else nth - 1
    return those[place] if place < len(those) else None
