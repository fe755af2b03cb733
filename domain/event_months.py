"""Months that a series is kept to: the Thursdays of March, from March to May, until June.

Must not know which days repeat, nor the clock: today is given.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.day_rules import LATELY, MONTH, month_of
from domain.numbers import blank
from domain.people import flat

_NO_DAY = r"(?! [0-3]?[0-9](?:st|nd|rd|th)?(?![\w:]| ?(?:h\b|heures?\b|am\b|pm\b|€|euro)))"
_ONE = rf"(?:{MONTH})(?<!\bmar)\b\.?{_NO_DAY}"  # "mar" is Tuesday, "March 5" is one day
_YEAR = r"(?: 20[0-9]{2})?"
_AND = r"(?:,| et| and| &|,? puis| ?[-/]) ?(?:en |in |de |d'|of )?"
_LISTED = rf"{_ONE}(?:{_AND}{_ONE})*{_YEAR}"
_IN = (
    r"(?:(?:du|au|le|pendant le|sur le|durant le|des|aux) mois (?:de |d')"
    r"|en |courant |in |during |throughout |in the month of )"
)
_PART = r"(?:matin|midi|soir|apres[ -]midi|aprem|morning|evening|afternoon|night)s?"
_GAP = rf"(?: (?:au |en |in the )?{_PART})?[ ,]*"
_BESIDE = re.compile(rf"{_GAP}(?P<said>(?:{_IN}|de |d'|of )(?P<months>{_LISTED}))")
"""Right after the days that repeat, where "de mars" can be nothing else."""

_NEAR = re.compile(
    rf"{_GAP}(?P<said>(?:(?:du|de ce|ce) mois(?:[ -]ci)?(?P<next> prochain)?"
    r"|(?:of )?(?:the|this|(?P<coming>next)) month)\b(?! d(?:e |')))"
)
"""This month, or the next."""

_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:de |d'|from )?(?P<first>{_ONE}{_YEAR})"
        r" (?:a|au|to|until|till|through|jusqu'(?:a|en))(?: la| the)?(?: fin| end)?"
        rf"(?: de| d'| of)? ?(?P<last>{_ONE}{_YEAR})",
        rf"\b(?:entre|between) (?P<first>{_ONE}{_YEAR}) (?:et|and) (?P<last>{_ONE}{_YEAR})",
        r"\b(?:jusqu'(?:a|en)|jusqu'au mois de|until|till|through)(?: la| the)?(?: fin| end)?"
        rf"(?: de| d'| du mois de| of)? ?(?P<last>{_ONE}{_YEAR})",
        r"\b(?:a partir (?:de |d'|du mois de |du mois d')|a compter (?:de |d')|des |depuis |since "
        rf"|starting (?:in |from )?|from )(?P<first>{_ONE}{_YEAR})",
        rf"\b{_IN}(?P<months>{_LISTED})",
    )
)
_NAME = re.compile(rf"\b(?:{MONTH})\b")


@dataclass(frozen=True)
class Months:
    """The first day and the last, where they are said, and the months between that count."""

    first: date | None = None
    last: date | None = None
    only: frozenset[tuple[int, int]] = frozenset()

    def hold(self, day: date) -> bool:
        """Whether a day is in one of them."""
        return not self.only or (day.year, day.month) in self.only


def months_beside(text: str, end: int, today: date) -> tuple[Months | None, str]:
    """Months named right after the days that repeat, which end there."""
    if match := _NEAR.match(flat(text), end):
        later = bool(match["next"] or match["coming"])
        month = divmod(today.year * 12 + today.month - 1 + later, 12)
        only = (month[0], month[1] + 1)
        return Months(_first_day(only), _last_day(only)), blank(text, *match.span("said"))
    match = _BESIDE.match(flat(text), end)
    if match is None or _goes_on(match):
        return None, text
    return _listed(match["months"], today), blank(text, *match.span("said"))


def months_follow(text: str, end: int) -> bool:
    """Whether months are named right after a day: "jeudi en mars" is no day that can be told."""
    return _BESIDE.match(flat(text), end) is not None


def _goes_on(match: re.Match[str]) -> bool:
    """Whether "de mars" is the beginning of "de mars à mai"."""
    span = _SAID[0].match(match.string, match.start("said"))
    return span is not None and span.end() > match.end()


def months_said(text: str, today: date) -> tuple[Months | None, str]:
    """Months named anywhere, in words that lead to nothing else."""
    for pattern in _SAID:
        if match := pattern.search(flat(text)):
            said = match.groupdict()
            rest = blank(text, *match.span())
            if said.get("months"):
                return _listed(said["months"], today), rest
            return _between(said.get("first"), said.get("last"), today), rest
    return None, text


def _listed(said: str, today: date) -> Months:
    numbers = [month_of(one) for one in _NAME.findall(said)]
    months = _in_order(numbers, _year(said), today, late=True)
    return Months(_first_day(months[0]), _last_day(months[-1]), frozenset(months))


def _between(first: str | None, last: str | None, today: date) -> Months:
    """From one month to another, either of which may be left out."""
    numbers = [month_of(_NAME.findall(one)[0]) for one in (first, last) if one]
    months = _in_order(numbers, _year(last or first or ""), today, late=not last)
    if first and (year := _year(first)):
        months[0] = (year, numbers[0])
    return Months(_first_day(months[0]) if first else None, _last_day(months[-1]) if last else None)


def _year(said: str) -> int | None:
    found = re.search(r"20[0-9]{2}", said)
    return int(found[0]) if found else None


def _in_order(
    numbers: Sequence[int], year: int | None, today: date, *, late: bool
) -> list[tuple[int, int]]:
    """Each month with its year: the first such that are not over, or just past if they may be
    `late`.
    """
    if year is not None:
        turns = sum(one > two for one, two in pairwise(numbers))
        return _following(numbers, year - turns)
    before, now, after = (_following(numbers, today.year + step) for step in (-1, 0, 1))
    oldest = today - LATELY if late else today
    return next((one for one in (before, now) if _last_day(one[-1]) >= oldest), after)


def _following(numbers: Sequence[int], year: int) -> list[tuple[int, int]]:
    """Months one after the other, the first of them in a year."""
    months: list[tuple[int, int]] = []
    for number in numbers:
        year += bool(months) and number <= months[-1][1]
        months.append((year, number))
    return months


def _first_day(month: tuple[int, int]) -> date:
    return date(*month, 1)


def _last_day(month: tuple[int, int]) -> date:
    return date(*month, monthrange(*month)[1])
