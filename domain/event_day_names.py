"""Which of several days an announcement means, and which are words of its title.

"Le film Demain, vendredi 16 janvier": a full date beats a word like "demain". Must not know the
clock.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from domain.day_rules import ANY_WEEKDAY, MONTH
from domain.days import Found
from domain.people import flat

TWO_DAYS = "refusal-event-two-days"

_FULL = re.compile(rf"[0-9][/.-][0-9]|\b(?:{MONTH})\b|\b(?:{ANY_WEEKDAY})\b.*[0-9]|^mar\.? [0-9]")
_NAME = re.compile(rf"\b(?:{ANY_WEEKDAY})\b|[0-9]")
_CAPITAL = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
"""Days that are always written so."""

_JOINS = r"(?:et|and|&|puis|then|ou|or|plus)"
_JOINED = re.compile(rf"(?<!\w){_JOINS} (?:le |on |the )?$")
_BETWEEN = re.compile(rf"[ ,]*(?:{_JOINS} )?(?:le |on |the )?")
_LISTS = re.compile(r"[ ,]*(?:et|and|&|puis)?[ ,]*(?:le )?")


def is_full(text: str, found: Found) -> bool:
    """Whether a day is said with its number and its weekday or month."""
    return _FULL.search(flat(text[found.start : found.end])) is not None


def days_told(text: str, found: Sequence[Found], meant: Collection[object]) -> list[Found]:
    """The days without those that are words of a title: beside a full date, or beside the day that
    is `meant`, a lone "demain" or "lundi" belongs to other words.
    """
    sure = [one for one in found if (one.day in meant if meant else is_full(text, one))]
    if not sure:
        return list(found)
    return [
        one
        for place, one in enumerate(found)
        if one in sure or is_full(text, one) or _counts(text, found, place, answered=bool(meant))
    ]


def _counts(text: str, found: Sequence[Found], place: int, *, answered: bool) -> bool:
    """Whether a lone word names one of several days: joined to another, or right beside it."""
    one = found[place]
    before, after = found[:place][-1:], found[place + 1 :][:1]
    if _JOINED.search(flat(text[: one.start])) or any(
        re.fullmatch(rf" ?{_JOINS} (?:le |on |the )?", flat(text[one.end : other.start]))
        for other in after
    ):
        return True
    gaps = [text[other.end : one.start] for other in before]
    gaps += [text[one.end : other.start] for other in after]
    beside = any(_BETWEEN.fullmatch(flat(gap)) for gap in gaps)
    return beside and not answered and not _is_name(text, one)


def _is_name(text: str, one: Found) -> bool:
    """Whether a day within a sentence is written with a capital, as titles are, or is what
    something is of: "contes d’aujourd’hui".
    """
    said, before = text[one.start : one.end], flat(text[: one.start])
    capital = said != said.lower() and not _CAPITAL.search(flat(said))
    return before.endswith("d'") or (capital and re.search(r"\w", before) is not None)


def side_by_side(text: str, found: Sequence[Found]) -> bool:
    """Whether days are a list. "Demain, vendredi 16" is none: it may be one day, said wrongly."""
    return all(
        _LISTS.fullmatch(gap) and (re.search(r"\w|&", gap) or _both_named(text, *pair))
        for pair in pairwise(found)
        for gap in [flat(text[pair[0].end : pair[1].start])]
    )


def _both_named(text: str, *pair: Found) -> bool:
    return all(_NAME.search(flat(text[one.start : one.end])) for one in pair)
