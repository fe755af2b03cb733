"""A span of days as people write it: "2026", "janvier", "01/03 au 31/03", "since March".

Knows months and years of a statement, in French and English. Must not know the clock: today is
given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from domain import days
from domain.errors import Refusal
from domain.people import flat

LONGEST = 80
"""Signs of a period; what goes on is a letter."""

_OPENING = re.compile(
    r"(?:pour |for |du |de |from |entre |between |between the )?(?:le |la |the )?"
)
_BETWEEN = re.compile(
    r" (?:au|a|to|until|till|jusqu'au|jusqu'a|et|and) (?:le |the )?| ?(?:-{1,2}>?|…) ?"
)
_SINCE = re.compile(r"(?:depuis|since|a partir de|a partir du|from) (?:le |the )?")
_YEAR = re.compile(r"(?:(?:annee|year|en|in|l'annee|the year) )?((?:19|20)[0-9]{2})")
_MONTH = re.compile(
    r"(?:(?:mois de|mois d'|en|in|month of) ?)?([a-z]{3,9}\.?(?: (?:19|20)[0-9]{2})?)"
)
_FIGURES = re.compile(r"(?:((?:19|20)[0-9]{2})-([0-9]{1,2})|([0-9]{1,2})/((?:19|20)[0-9]{2}))")
_YEAR_WRITTEN = re.compile(r"(?:19|20)[0-9]{2}|/[0-9]{1,2}/[0-9]{2}")
_NAMED = {
    words: (unit, back)
    for unit, back, all_words in (
        ("year", 0, "cette annee|l'annee|annee|this year|l'annee en cours"),
        (
            "year",
            1,
            "l'annee derniere|annee derniere|l'an dernier|l'an passe|l'annee passee|last year",
        ),
        ("month", 0, "ce mois|ce mois-ci|le mois|this month|le mois en cours"),
        ("month", 1, "le mois dernier|mois dernier|le mois passe|last month"),
    )
    for words in all_words.split("|")
}


@dataclass(frozen=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    last = monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last))


def read(text: str, today: date) -> Period:
    """The period that was written; one that only begins ends today.

    Raises Refusal when it cannot be read, lies ahead, or ends before it begins.
    """
    written = flat(text).strip(" .!?")
    found = _period(written, today) if len(written) <= LONGEST else None
    if found is None:
        raise Refusal("refusal-period-unread")
    if found.first > today:
        raise Refusal("refusal-period-future", day=found.first)
    if found.last < found.first:
        raise Refusal("refusal-period-backwards", first=found.first, last=found.last)
    return found


def _period(written: str, today: date) -> Period | None:
    if since := _SINCE.match(written):
        begun = _unit(written[since.end() :], today)
        if begun is not None:
            return Period(begun.first, max(today, begun.first))
    if whole := _unit(written, today):
        return whole
    opening = _OPENING.match(written)
    rest = written[opening.end() if opening else 0 :]
    return _unit(rest, today) or _between(rest, today)


def _between(written: str, today: date) -> Period | None:
    """Two units with "au" between them; a year written once holds for both."""
    for cut in _BETWEEN.finditer(written):
        begins, ends = written[: cut.start()], written[cut.end() :]
        end = _unit(ends, today)
        begin = _unit(begins, end.last if end and _YEAR_WRITTEN.search(ends) else today)
        if begin and end:
            return Period(begin.first, _not_before(begin.first, end.last, ends))
    return None


def _not_before(first: date, last: date, written: str) -> date:
    """The end, a year later where none was written and it would come before the beginning."""
    if last >= first or _YEAR_WRITTEN.search(written):
        return last
    leap = last.month == 2 and last.day == 29
    return last.replace(year=last.year + 1, day=28 if leap else last.day)


def _unit(written: str, today: date) -> Period | None:
    """A year, a month or a day; without its year, the latest one."""
    if written in _NAMED:
        unit, back = _NAMED[written]
        if unit == "year":
            return year_of(date(today.year - back, 1, 1))
        return month_of(today.replace(day=1) - timedelta(days=back))
    if year := _YEAR.fullmatch(written):
        return year_of(date(int(year[1]), 1, 1))
    if figures := _FIGURES.fullmatch(written):
        return _numbered(int(figures[1] or figures[4]), int(figures[2] or figures[3]))
    if (month := _MONTH.fullmatch(written)) and (named := _named(month[1], today)):
        return named
    return _day(written, today)


def _numbered(year: int, month: int) -> Period | None:
    return month_of(date(year, month, 1)) if 1 <= month <= 12 else None


def _named(month: str, today: date) -> Period | None:
    first = days.find(f"1 {month}", today)
    return month_of(first.day) if first and first.start == 0 else None


def _day(written: str, today: date) -> Period | None:
    found = days.find(written, today)
    whole = found is not None and not (written[: found.start] + written[found.end :]).strip(" ,")
    return Period(found.day, found.day) if found and whole else None
