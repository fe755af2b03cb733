"""The grammar of days: each form people write, in the order in which forms are tried.

Knows calendars. Must not know what happens on a day. A written date is day first, as in France.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from enum import IntEnum
from functools import partial
from itertools import islice

from domain.numbers import NUMBER, number

LATELY = timedelta(days=60)
"""A day that is said without its year, and lies no further back, is past and not a year away."""

NAMES_NEAR_DAYS = frozenset("marie maria mario maris frida".split())
"""First names, and what else is one letter from a weekday without being misspelt."""

LEAP = 8  # years within which any day of the year exists, 29 February included

_WEEKDAYS = {
    word: place
    for words in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "monday tuesday wednesday thursday friday saturday sunday",
        "lun mar mer jeu ven sam dim",
        "mon tue wed thu fri sat sun",
    )
    for place, word in enumerate(words.split())
}
_MONTHS = {
    word: place
    for words in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
        "janv fevr mar avr mai juin juil aou sept oct nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "janv fev mars avr mai juin jui aout sep oct nov dec",
        "janvier fevr mars avr mai juin juill aout septembre oct nov dec",
    )
    for place, word in enumerate(words.split(), 1)
}


class Side(IntEnum):
    """Where a day lies that may be on either side; one that was lately may count as such."""

    BEHIND = 0
    AHEAD = 1
    AHEAD_OR_LATELY = 2


Reader = Callable[[re.Match[str], date, Side], date | None]

FULL_WEEKDAYS = {word: place for word, place in _WEEKDAYS.items() if len(word) > 3}
FULL_WEEKDAY = "|".join(FULL_WEEKDAYS)
ANY_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ON = rf"(?:(?P<weekday>{ANY_WEEKDAY})\b[.,]? )?(?:le |the |on )?"
_DAY = r"(?<![\w/.,-])(?P<day>[0-3]?[0-9]|premier)(?:er|st|nd|rd|th)?"
_YEAR = (  # "12 mars 25" at the end of a phrase; in "12 mars 25 personnes" it is no year
    r"(?:,? (?P<year>[0-9]{4}"
    r"|[0-9]{2}(?= ?(?:$|[,;)]|[.](?![0-9])| (?:avec|pour|with|for|a|de)\b))))?"
    r"(?![0-9])"
)
_SIDE = r"(?P<side> dernier| passe| prochain| last| next)?"
_ALONE = (  # what makes the number after "le" something else than a day
    r"(?!\w|[/:.,-][0-9]|' ?| ?(?:h|heures?|min\w*|mn|e|eme|personnes?|people|pages?|premiers?)\b"
    r"| ?[€%]| ?- ?[0-9])"
)
PART_OF_DAY = (
    r"(?: (?:(?:au|en|in the|dans la|dans l'|at) ?)?"
    r"(?:matin|soir|apres[ -]midi|aprem|matinee|soiree|morning|evening|afternoon|night))?\b"
)
_WEEK = r" (?:de )?la semaine (?:derniere|passee|prochaine)| (?:last|next) week"


def _dated(match: re.Match[str], today: date, side: Side) -> date | None:
    """A day of the month, with a month and a year where they are written."""
    written = match.groupdict()
    day = 1 if written["day"] == "premier" else int(written["day"])
    month = _month(written.get("month"))
    if said := (written.get("side") or "").strip():
        side = Side.AHEAD if said in ("prochain", "next") else Side.BEHIND
    found: Iterable[date | None]
    if written.get("year"):
        year = int(written["year"])
        found = [_made(year + 2000 if len(written["year"]) == 2 else year, month or 0, day)]
    else:
        found = _without_year(day, month, today, side)
    weekday = written.get("weekday")
    return next((one for one in found if one and weekday in (None, *_named(one))), None)


def _without_year(day: int, month: int | None, today: date, side: Side) -> Iterator[date]:
    """The day that is meant, likeliest first: one that was lately, the next one."""
    if side is Side.AHEAD_OR_LATELY and month is not None:
        past = next(_candidates(day, month, today, ahead=False), None)
        if past is not None and past >= today - LATELY:
            yield past
    yield from islice(_candidates(day, month, today, ahead=side > 0), 1)


def not_a_year_away(day: date, today: date) -> date:
    """The same day a year before, where that was lately."""
    past = _made(day.year - 1, day.month, day.day)
    return past if past is not None and today - LATELY <= past < today else day


def _named(day: date) -> list[str]:
    """All words for the weekday of a day."""
    return [word for word, place in _WEEKDAYS.items() if place == day.weekday()]


def month_of(written: str) -> int:
    """The number of a month that the pattern found."""
    return _MONTHS[written]


def weekday_of(written: str) -> int:
    """The place of a day of the week, Monday first, that the pattern found."""
    return _WEEKDAYS[written]


def _month(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if written.isdigit() else _MONTHS[written]


def _candidates(day: int, month: int | None, today: date, *, ahead: bool) -> Iterator[date]:
    """The days of that number on the side asked for, today included, the nearest first."""
    for step in range(12 * LEAP + 1):
        months = today.year * 12 + today.month - 1 + (step if ahead else -step)
        if month in (None, months % 12 + 1):
            found = _made(months // 12, months % 12 + 1, day)
            if found and (found >= today if ahead else found <= today):
                yield found


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(match: re.Match[str], today: date, side: Side) -> date | None:
    """A day of the week: today counts, unless "dernier" or "prochain" says otherwise."""
    place, said = _WEEKDAYS[match["weekday"]], match[0]
    monday = today - timedelta(days=today.weekday())
    if week := re.search(r"semaine|week", said):
        far = 7 if re.search(r"prochaine|next", said[week.start() - 8 :]) else -7
        return monday + timedelta(days=far + place)
    since = (today.weekday() - place) % 7
    if re.search(r"dernier|passe|last", said):
        return today - timedelta(days=since or 7)
    if re.search(r"prochain|next", said):
        return today + timedelta(days=7 - since)
    return today + timedelta(days=-since % 7) if side else today - timedelta(days=since)


def _counted(match: re.Match[str], today: date, _side: Side) -> date | None:
    """So many days or weeks ago, or from now."""
    count = number(match["count"])
    if count is None or count != int(count):
        return None
    days = int(count) * (7 if match["unit"][0] in "sw" else 1)
    forward = re.match(r"dans|in", match[0])
    return _shifted(match, today, _side, days=days if forward else -days)


def _shifted(_match: re.Match[str], today: date, _side: Side, *, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


_FRACTION = r"(?! ?(?:d'h|h\b|heure|journee|hour|day))"
_COUNT = rf"(?P<count>{NUMBER}) ?(?P<unit>jours?|j|semaines?|days?|weeks?)\b"
# In the order they are tried; what one has read, the next cannot see.
RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\w-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])", _dated),
        (
            rf"\b{_ON}(?<![\w/.,-])(?!24/7\b)(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})"
            rf"(?:/(?P<year>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9/]){_FRACTION}{PART_OF_DAY}",
            _dated,
        ),
        (
            rf"\b{_ON}(?<![\w/.,-])(?P<day>[0-9]{{1,2}})([.-])(?P<month>[0-9]{{1,2}})\3"
            rf"(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9]){PART_OF_DAY}",
            _dated,
        ),
        (rf"\b{_ON}{_DAY} (?:of )?(?P<month>{MONTH})\b\.?{_YEAR}{_SIDE}{PART_OF_DAY}", _dated),
        (
            rf"\b{_ON}(?P<month>{MONTH})\b\.? (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:/])"
            rf"{_YEAR}{PART_OF_DAY}",
            _dated,
        ),
        (rf"\b(?:il )?y ?'?a (?:environ )?{_COUNT}", _counted),
        (rf"(?<![\w/.,-]){_COUNT} ago\b", _counted),
        (rf"\b(?:dans|in) {_COUNT}", _counted),
        (
            rf"\b(?:(?P<weekday>{FULL_WEEKDAY}|(?:{ANY_WEEKDAY})(?=\.))\.? (?:le |the )?"
            r"|le |the )"
            rf"(?P<day>[0-3]?[0-9])(?:er|st|nd|rd|th)?{_ALONE}{PART_OF_DAY}",
            _dated,
        ),
        (
            r"\b(?:avant[ -]?hier|(?:the )?day before yesterday)\b" + PART_OF_DAY,
            partial(_shifted, days=-2),
        ),
        (
            r"\b(?:apres[ -]demain|(?:the )?day after tomorrow)\b" + PART_OF_DAY,
            partial(_shifted, days=2),
        ),
        (rf"\b(?:hier|yesterday){PART_OF_DAY}|\blast night\b", partial(_shifted, days=-1)),
        (rf"\b(?:demain|tomorrow){PART_OF_DAY}", partial(_shifted, days=1)),
        (
            r"\b(?:aujou?rd'? ?hui|auj(?=\.|\b)|aj?rd|ajd|today|tonight|ce (?:matin|midi|soir|jour)"
            r"|cet(?:te)? (?:apres[ -]midi|aprem)|this (?:morning|afternoon|evening))\b",
            partial(_shifted, days=0),
        ),
        (
            rf"\b(?:le |on |ce |this |last |next )?(?P<weekday>{FULL_WEEKDAY})\b"
            rf"(?:{PART_OF_DAY}(?:{_WEEK})|{PART_OF_DAY}(?: dernier| passe| prochain)?\b)",
            _weekday,
        ),
    )
)
