"""Which day, and which moment: dates as people write them, in French and English.

Knows that time given lies behind and that events lie ahead. Must not know the clock (today and now
are given) nor what happens on the day. A written date is day first, as in France.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rapidfuzz import fuzz

from domain.day_rules import (
    FULL_WEEKDAY,
    MONTH,
    NAMES_NEAR_DAYS,
    PART_OF_DAY,
    RULES,
    Side,
    not_a_year_away,
)
from domain.duration_rules import EARLIEST_HOUR
from domain.errors import Refusal
from domain.numbers import SPELLED, TAKEN, blank
from domain.people import flat, is_name_within

OLDEST = 365  # days; accounts are looked at once a year, older services are agreed by word of mouth
NEARLY = 80  # one wrong letter in "mardi"; "vendre" is two letters from "vendredi"
FARTHEST = 2 * 365  # days; nobody books further ahead, so a later year is a slip of the finger
_FRAGMENT = re.compile(
    rf"(?<![\w/.,-])(?:[0-9]{{4}}[/.][0-9]{{1,2}}[/.][0-9]{{1,2}}"
    rf"|[0-9]{{1,2}} [0-9]{{1,2}} 20[0-9]{{2}}"
    rf"|[0-3]?[0-9] ?[/.-]?(?:{MONTH})(?:[ /.-]20[0-9]{{2}})?|(?!an?\b){SPELLED} (?:{MONTH})"
    r"|[0-9]{1,2}\\[0-9]{1,2}(?:\\(?:20)?[0-9]{2})?)(?![\w/])"
)
"""Dates that the rules leave."""
_HAS_YEAR = re.compile(r"20[0-9]{2}|\\[0-9]+\\")


@dataclass(frozen=True)
class Found:
    """A day in a text, and the span that says it."""

    day: date
    start: int
    end: int


def find(text: str, today: date) -> Found | None:
    """The first day a text says; without a year or a week, the last one that is not ahead."""
    return next(iter(find_all(text, today)), None)


def find_all(text: str, today: date, *, ahead: bool = False, lately: bool = False) -> list[Found]:
    """Every day a text says, in order; `ahead` takes the next such day, not the last, unless one
    was `lately`.
    """
    side = Side.AHEAD_OR_LATELY if lately else Side.AHEAD if ahead else Side.BEHIND
    rest, found = flat(text), list[Found]()
    for pattern, read_one in RULES:
        for match in pattern.finditer(rest):
            day = read_one(match, today, side)
            found += [Found(day, *match.span())] if day else []
        rest = pattern.sub(lambda match: TAKEN * len(match[0]), rest)
    found += _by_library(rest, today, side)
    return sorted(found, key=lambda one: one.start)


def _by_library(rest: str, today: date, side: Side) -> Iterator[Found]:
    """The rarer forms: "le douze mars", "8/oct/2026", "2026/03/12".

    `dateparser` sees the fragment of a date and nothing else. A whole sentence it reads wrongly:
    "10 min" is ten minutes ago to it, "45 min mardi" the year 1945, "mercredi" on a Wednesday the
    week before. It is loaded when first needed, being slow to load.
    """
    for fragment in _FRAGMENT.finditer(rest):
        from dateparser import parse

        read = parse(
            fragment[0],
            languages=["fr", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_DATES_FROM": "future" if side else "past",
                "RELATIVE_BASE": datetime.combine(today, time()),
                "REQUIRE_PARTS": ["day", "month"],
            },
        )
        if read:
            unsaid = side is Side.AHEAD_OR_LATELY and not _HAS_YEAR.search(fragment[0])
            day = not_a_year_away(read.date(), today) if unsaid else read.date()
            yield Found(day, *fragment.span())


def told(text: str, today: date) -> date | None:
    """The one day a text tells, if any; a Refusal when it tells two, or one nobody can name."""
    found = find_all(text, today)
    for one in found:
        text = blank(text, one.start, one.end)
    if hints_at_day(text):
        raise Refusal("refusal-day-unread")
    if len({one.day for one in found}) > 1:
        raise Refusal("refusal-day-two")
    return allowed(found[0].day, today) if found else None


def read(text: str, today: date) -> date:
    """The day a service was given; a bare number is a day of the month."""
    answer = text.strip()
    day = told(f"le {answer}" if re.fullmatch("[0-9]{1,2}(?:er)?", answer) else answer, today)
    if not day:
        raise Refusal("refusal-day-unread")
    return day


def allowed(day: date, today: date) -> date:
    """The same day, when a service noted today may be of it."""
    oldest = today - timedelta(days=OLDEST)
    if day > today:
        raise Refusal("refusal-day-future", day=day)
    if day < oldest:
        raise Refusal("refusal-day-too-old", day=day, oldest=oldest)
    return day


_MERIDIEM = r" ?(?P<half>am|pm|du matin|du soir|de l'apres[ -]midi|in the (?:morning|evening))?"
_HOUR = re.compile(
    r"(?P<at>\b(?:a|at|vers|des) )?(?:(?P<word>midi|minuit|noon|midnight)\b"
    r"|(?<![0-9:/.,-])(?P<hour>[0-9]{1,2})"
    r"(?:(?: ?(?:h|heures?)(?![a-z])|:) ?(?P<minute>[0-9]{2})?(?![0-9])"
    rf"{_MERIDIEM}\b|(?:[:.](?P<minutes>[0-9]{{2}}))? ?(?P<only>am|pm)\b))"
    r"(?=(?P<until> ?(?:-|a|to|et|and|jusqu'a) ?(?:midi|noon|[0-9]))?)"
)
_LATE = re.compile(r"\b(?:soir|soiree|apres[ -]midi|evening|afternoon|night|tonight|pm)\b")


_SEVERAL = re.compile(
    rf"\bdu \d{{1,2}}\b.*\bau \d|\b(?:en huit|en quinze|ou|or)\b"
    r"|\b(?:1er|premier|deuxieme|2e|troisieme|3e|dernier|first|second|third|last)"
    rf" (?:{FULL_WEEKDAY}) (?:de|du|d'|of)\b|\b(?:tous|toutes|chaque|every)\b"
)
"""Days that a sentence spreads, repeats or leaves open: one of them would be a guess."""

_VAGUE = re.compile(
    r"\b(?:semaine|mois|week-?end|week|month|annee|an|nuit|ete|hiver)"
    r" (?:derni(?:er|ere)|passee?|d'avant)s?\b|\bce week-?end|\bl'autre (?:jour|soir)|\bla veille\b"
    r"|\b(?:last|this|the other) (?:week|month|weekend|day|year)|\brecemment\b|\brecently\b"
    r"|\b(?:un|quelques) (?:jours|mois)\b|\by ?'?a \w+ (?:jours|mois)\b"
    r"|\b(?:ces jours-ci|en debut de|en fin de|debut|fin de) (?:semaine|mois)"
    rf"|\b(?:mi-|(?:fin|debut|end of|early|en|in|depuis|since|courant) )(?:{MONTH})\b"
    r"|\b(?:depuis|since|entre|between|jusqu'a|avant|before) \0|\b\d{1,2}/\d{1,2}\b"
    rf"|\b(?:le )?\d{{1,2}} (?:{MONTH})\b|\ba (?:noel|paques|la toussaint|la pentecote)\b"
    r"|\b\d{1,2} (?:et|ou|&|and|or|au) (?:le )?\0|\bles \d{1,2} (?:et|ou|&|and|or)\b"
    r"|\b(?:en huit|en quinze|d'avant)\b"
    r"|(?:^|[,\0] ?)(?:lun|mer|jeu|ven|sam|dim)\.?(?= ?(?:$|[,\0]))"
    r"|\ben (?:19|20)[0-9]{2}\b|\b(?:chaque|tous les|every) (?:\w+di|\0)"
)
_SPELT = "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juillet".split()
_SPELT += "septembre octobre novembre decembre aujourd'hui yesterday".split()


def hints_at_day(text: str, start: int = 0) -> bool:
    """Whether words speak of a day that nobody can name (last week, Christmas, the 31st of
    February) or misspell one, from `start` on. What has been read already is taken out.
    """
    said = flat(text)[start:]
    if _VAGUE.search(said):
        return True
    words = [
        one[0]
        for one in re.finditer(r"[a-z']{5,}", said)
        if one[0] not in _SPELT
        and one[0] not in NAMES_NEAR_DAYS
        and not is_name_within(text, start + one.start())
    ]
    return any(_nearly(word, one) for word in words for one in _SPELT)


def _nearly(word: str, spelt: str) -> bool:
    return abs(len(word) - len(spelt)) < 2 and fuzz.ratio(word, spelt) >= NEARLY


def read_moment(text: str, now: datetime) -> datetime:
    """When something will happen next, day and hour, in the zone of `now` (which is aware)."""
    if _SEVERAL.search(flat(text)):
        raise Refusal("refusal-moment-unread")
    found = next(iter(find_all(text, now.date(), ahead=True)), None)
    if not found:
        raise Refusal("refusal-moment-unread")
    said = flat(text)[found.start : found.end]
    rest = text[: found.start] + TAKEN * len(said) + text[found.end :]
    hour = _hour(flat(rest), late=bool(_LATE.search(said)))
    if hour is None:
        raise Refusal("refusal-moment-hour")
    moment = datetime.combine(found.day, hour, tzinfo=now.tzinfo)
    if moment <= now and re.fullmatch(rf"(?:le |on )?(?:{FULL_WEEKDAY}){PART_OF_DAY}", said):
        moment += timedelta(days=7)
    return _ahead(moment, now)


def _ahead(moment: datetime, now: datetime) -> datetime:
    if moment <= now:
        raise Refusal("refusal-moment-past", moment=moment)
    if moment > now + timedelta(days=FARTHEST):
        raise Refusal("refusal-moment-far", moment=moment)
    return moment


def _hour(text: str, *, late: bool) -> time | None:
    """The hour a text says: one that opens a span or follows "à", before what may be a length."""
    match = min(_HOUR.finditer(text), key=_doubt, default=None)
    if not match:
        return None
    if match["word"]:
        return time(12 if match["word"] in ("midi", "noon") else 0)
    hour, minute = int(match["hour"]), int(match["minute"] or match["minutes"] or 0)
    half = match["half"] or match["only"] or ("soir" if late else "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if _LATE.search(half) else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def is_late(said: str) -> bool:
    """Whether the words of a day name its second half."""
    return bool(_LATE.search(flat(said)))


def _doubt(match: re.Match[str]) -> int:
    if match["until"] and int(match["hour"] or 12) >= EARLIEST_HOUR:
        return 0
    return 1 if match["at"] else 2


def read_hour(text: str) -> time:
    """The hour of the day that an answer says."""
    hour = _hour(flat(text), late=bool(_LATE.search(flat(text))))
    if hour is None:
        raise Refusal("refusal-hour-unread")
    return hour
