"""Dates that an announcement repeats: Tuesdays, every other one, the first of each month.

Must not know the hours, nor the clock: today is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from domain import days
from domain.day_rules import FULL_WEEKDAY, MONTH, weekday_of
from domain.event_months import Months, months_beside, months_said
from domain.numbers import blank
from domain.people import flat

Rule = Callable[[re.Match[str], date], Iterator[date]]
"""The days that repeat, from one day on."""

MOST_DATES = 60
"""Dates of one series: more than a year of Tuesdays."""

FARTHEST = timedelta(days=366)
"""How far ahead a series goes: what comes later is another season's."""

DEADLINE = re.compile(
    r"\b(?:avant|before|jusqu'?(?:au|a)|until|depuis|since|limite|deadline)(?: le| the)? ?:? ?$"
)


@dataclass(frozen=True)
class SaidDays:
    """Days as they were said. `whole` days need no hour; `single` ones are one event together.

    Those that are `named` were said by their weekday alone.
    """

    days: tuple[date, ...] = ()
    whole: bool = False
    single: bool = False
    late: bool = False
    cut: bool = False
    doubt: str = ""
    named: frozenset[date] = frozenset()


NTH = {
    word: place
    for place, words in enumerate(
        ("1er 1ere premier premiere 1st first", "2e 2eme deuxieme second seconde 2nd",
         "3e 3eme troisieme third 3rd", "4e 4eme quatrieme fourth 4th"), 1
    )
    for word in words.split()
}  # fmt: skip
NTH |= {"dernier": -1, "derniere": -1, "last": -1}
"""Which of its kind in a month; the last one is -1."""
_NAMED = rf"(?P<names>(?:{FULL_WEEKDAY})s?(?:(?:,| et| ou| and|,? et les) (?:{FULL_WEEKDAY})s?)*)"
_MONTHLY = re.compile(
    rf"\b(?:le |the |every |chaque |(?P<all>tous les ))?(?P<nth>{'|'.join(NTH)})s? "
    rf"(?P<names>{FULL_WEEKDAY})s?(?: (?:de chaque|du|of the|of each|of every|of) ?(?:mois|month)\b"
    rf"(?! (?:de |d'|of )(?:{MONTH})\b(?! (?:a|to) (?:{MONTH})\b))"
    r"|(?(all)|(?!)))"
)
_EVERY_OTHER = re.compile(
    rf"\b(?:un (?P<names>{FULL_WEEKDAY}) sur deux|every (?:other|second)"
    rf" (?P<named>{FULL_WEEKDAY}))\b"
)
_WEEKLY = re.compile(
    rf"\b(?:(?:tou[ts]|toutes?) les |chaque |every |each |(?:toutes les semaines|chaque semaine)"
    rf",? le )(?:semaines? )?(?:le )?{_NAMED}\b"
)
_PLURAL = rf"(?:{FULL_WEEKDAY})s"
_OF_MONTHS = re.compile(
    rf"\b(?:les |the |on |le )?(?P<names>{_PLURAL}(?:(?:,| et| and|,? et les) {_PLURAL})*)\b"
)
"""Weekly only where months follow at once: "les samedis de février"."""
_UNTIL = re.compile(r"\b(?:jusqu'?(?:au|a|en)|until|till|to|au) ?$")
_SINCE = re.compile(r"\b(?:a partir|a compter|des|du|from|starting|depuis)(?: du| le)? ?(?:on )?$")
_EXCEPT = re.compile(r"\b(?:sauf|hormis|except(?: on)?|excepte) ?$")


def repeated(text: str, today: date) -> tuple[SaidDays | None, str]:
    """Tuesdays, every other one, the first of each month; in some months; from, until, except some
    day.
    """
    said = flat(text)
    for pattern, rule in _RULES:
        if match := pattern.search(said):
            months, rest = months_beside(blank(text, *match.span()), match.end(), today)
            if months is None and pattern is _OF_MONTHS:
                continue
            if months is None:
                months, rest = months_said(rest, today)
            return _kept(match, rule, months or Months(), rest, today)
    return None, text


def _kept(
    match: re.Match[str], rule: Rule, months: Months, text: str, today: date
) -> tuple[SaidDays, str]:
    """The dates of a series within its bounds, and the text without them."""
    first, last, off, rest = _bounds(text, max(today, months.first or today))
    first, last = max(first, months.first or first), _first_of(last, months.last)
    over = last is not None and last < today
    latest = min(last or today + FARTHEST, today + FARTHEST)
    begins = months.first if over and months.first else max(first, today)
    dates = (one for one in rule(match, begins) if one not in off)
    kept = tuple(islice(filter(months.hold, _until(dates, latest)), MOST_DATES + 1))
    if not kept:
        return SaidDays(doubt="refusal-event-no-date"), rest
    cut = len(kept) > MOST_DATES or last is None or last > latest
    return SaidDays(kept[:MOST_DATES], cut=cut), rest


def _first_of(*days: date | None) -> date | None:
    return min(filter(None, days), default=None)


def _bounds(text: str, today: date) -> tuple[date, date | None, set[date], str]:
    first, last, off, rest = today, None, set[date](), text
    to_come = {one.start: one.day for one in days.find_all(text, today, ahead=True)}
    for one in days.find_all(text, today, lately=True):
        before = flat(rest[: one.start])
        rest = blank(rest, one.start, one.end)
        if _EXCEPT.search(before):
            off.add(one.day)
        elif _SINCE.search(before):
            first = one.day
        elif _UNTIL.search(before):
            last = to_come.get(one.start, one.day)
        else:
            first = one.day
            continue
        rest = _without_lead(rest, one.start)
    return first, last, off, rest


def _without_lead(text: str, end: int) -> str:
    """The text without the words that lead to a day."""
    leads = (_EXCEPT, _SINCE, _UNTIL)
    found = next(filter(None, (lead.search(flat(text[:end])) for lead in leads)), None)
    return blank(text, found.start(), end) if found else text


def _until(dates: Iterator[date], latest: date) -> Iterator[date]:
    for one in dates:
        if one > latest:
            return
        yield one


def _weekly(match: re.Match[str], first: date, *, every: int = 1) -> Iterator[date]:
    names = match.groupdict()
    said = names.get("names") or names.get("named") or ""
    wanted = {weekday_of(one) for one in re.findall(FULL_WEEKDAY, said)}
    monday = first - timedelta(days=first.weekday())
    if not any(first.weekday() <= place for place in wanted):
        monday += timedelta(days=7)
    for week in range(MOST_DATES):
        for place in sorted(wanted):
            day = monday + timedelta(days=7 * every * week + place)
            if day >= first:
                yield day


def _fortnightly(match: re.Match[str], first: date) -> Iterator[date]:
    return _weekly(match, first, every=2)


def _monthly(match: re.Match[str], first: date) -> Iterator[date]:
    place, nth = weekday_of(match["names"]), NTH[match["nth"]]
    for step in range(MOST_DATES):
        month = first.year * 12 + first.month - 1 + step
        year, number = month // 12, month % 12 + 1
        of_month = [
            date(year, number, day)
            for day in range(1, monthrange(year, number)[1] + 1)
            if date(year, number, day).weekday() == place
        ]
        day = of_month[-1] if nth < 0 else of_month[nth - 1]
        if day >= first:
            yield day


_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (_MONTHLY, _monthly),
    (_EVERY_OTHER, _fortnightly),
    (_WEEKLY, _weekly),
    (_OF_MONTHS, _weekly),
)
