"""Which day, and which moment: dates as people write them, in French and English.

Knows that time given lies behind and that events lie ahead. Must not know the clock (today and now
are given) nor what happens on the day. A written date is day first, as in France.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from domain.durations import EARLIEST_HOUR, NUMBER, TAKEN, number
from domain.errors import Refusal
from domain.people import flat

OLDEST = 365  # days; accounts are looked at once a year, older services are agreed by word of mouth
FARTHEST = 2 * 365  # days; nobody books further ahead, so a later year is a slip of the finger
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
    )
    for place, word in enumerate(words.split(), 1)
}


@dataclass(frozen=True)
class Found:
    """A day in a text, and the span that says it."""

    day: date
    start: int
    end: int


Reader = Callable[[re.Match[str], date, bool], date | None]

_FULL_WEEKDAY = "|".join(word for word in _WEEKDAYS if len(word) > 3)
_ANY_WEEKDAY = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ON = rf"(?:(?P<weekday>{_ANY_WEEKDAY})\b[.,]? )?(?:le |the |on )?"
_DAY = r"(?<![\w/.,-])(?P<day>[0-3]?[0-9]|premier)(?:er|st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>[0-9]{4}))?(?![0-9])"
_SIDE = r"(?P<side> dernier| passe| prochain| last| next)?"
_ALONE = (  # what makes the number after "le" something else than a day
    r"(?!\w|[/:.,-][0-9]|' ?| ?(?:h|heures?|min\w*|mn|e|eme|personnes?|people|pages?|premiers?)\b"
    r"| ?[€%]| ?- ?[0-9])"
)
_PART_OF_DAY = (
    r"(?: (?:(?:au|en|in the|dans la|dans l'|at) ?)?"
    r"(?:matin|soir|apres[ -]midi|matinee|soiree|morning|evening|afternoon|night))?\b"
)
_WEEK = r" (?:de )?la semaine (?:derniere|passee|prochaine)| (?:last|next) week"


def _dated(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """A day of the month, with a month and a year where they are written."""
    written = match.groupdict()
    day = 1 if written["day"] == "premier" else int(written["day"])
    month = _month(written.get("month"))
    side = (written.get("side") or "").strip()
    ahead = ahead if not side else side in ("prochain", "next")
    if written.get("year"):
        year = int(written["year"])
        found = _made(year + 2000 if len(written["year"]) == 2 else year, month or 0, day)
    else:
        found = next(_candidates(day, month, today, ahead=ahead), None)
    weekday = written.get("weekday")
    contradicted = found and weekday and found.weekday() != _WEEKDAYS[weekday]
    return None if contradicted else found


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


def _weekday(match: re.Match[str], today: date, ahead: bool) -> date | None:
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
    return today + timedelta(days=-since % 7) if ahead else today - timedelta(days=since)


def _counted(match: re.Match[str], today: date, _ahead: bool) -> date | None:
    """So many days or weeks ago, or from now."""
    count = number(match["count"])
    if count is None or count != int(count):
        return None
    days = int(count) * (7 if match["unit"][0] in "sw" else 1)
    forward = re.match(r"dans|in", match[0])
    return _shifted(match, today, False, days=days if forward else -days)


def _shifted(_match: re.Match[str], today: date, _ahead: bool, *, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


_FRACTION = r"(?! ?(?:d'h|h\b|heure|journee|hour|day))"
_COUNT = rf"(?P<count>{NUMBER}) ?(?P<unit>jours?|j|semaines?|days?|weeks?)\b"
# In the order they are tried; what one has read, the next cannot see.
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?<![\w-])(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])", _dated),
        (
            rf"\b{_ON}(?<![\w/.,-])(?!24/7\b)(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})"
            rf"(?:/(?P<year>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9/]){_FRACTION}{_PART_OF_DAY}",
            _dated,
        ),
        (
            rf"\b{_ON}(?<![\w/.,-])(?P<day>[0-9]{{1,2}})([.-])(?P<month>[0-9]{{1,2}})\3"
            rf"(?P<year>[0-9]{{4}}|[0-9]{{2}})(?![0-9]){_PART_OF_DAY}",
            _dated,
        ),
        (rf"\b{_ON}{_DAY} (?:of )?(?P<month>{_MONTH})\b\.?{_YEAR}{_SIDE}{_PART_OF_DAY}", _dated),
        (
            rf"\b{_ON}(?P<month>{_MONTH})\b\.? (?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:/])"
            rf"{_YEAR}{_PART_OF_DAY}",
            _dated,
        ),
        (rf"\bil y a (?:environ )?{_COUNT}", _counted),
        (rf"(?<![\w/.,-]){_COUNT} ago\b", _counted),
        (rf"\b(?:dans|in) {_COUNT}", _counted),
        (
            rf"\b(?:(?P<weekday>{_FULL_WEEKDAY}|(?:{_ANY_WEEKDAY})(?=\.))\.? (?:le |the )?"
            r"|le |the )"
            rf"(?P<day>[0-3]?[0-9])(?:er|st|nd|rd|th)?{_ALONE}{_PART_OF_DAY}",
            _dated,
        ),
        (
            r"\b(?:avant[ -]hier|(?:the )?day before yesterday)\b" + _PART_OF_DAY,
            partial(_shifted, days=-2),
        ),
        (
            r"\b(?:apres[ -]demain|(?:the )?day after tomorrow)\b" + _PART_OF_DAY,
            partial(_shifted, days=2),
        ),
        (rf"\b(?:hier|yesterday){_PART_OF_DAY}|\blast night\b", partial(_shifted, days=-1)),
        (rf"\b(?:demain|tomorrow){_PART_OF_DAY}", partial(_shifted, days=1)),
        (
            r"\b(?:aujourd'? ?hui|today|tonight|ce (?:matin|midi|soir|jour)"
            r"|cet(?:te)? apres[ -]midi|this (?:morning|afternoon|evening))\b",
            partial(_shifted, days=0),
        ),
        (
            rf"\b(?:le |on |ce |this |last |next )?(?P<weekday>{_FULL_WEEKDAY})\b"
            rf"(?:{_WEEK}|{_PART_OF_DAY}(?: dernier| passe| prochain)?\b)",
            _weekday,
        ),
    )
)


def find(text: str, today: date) -> Found | None:
    """The first day a text says; without a year or a week, the last one that is not ahead."""
    return next(iter(find_all(text, today)), None)


def find_all(text: str, today: date, *, ahead: bool = False) -> list[Found]:
    """Every day a text says, in order; `ahead` takes the next such day, not the last."""
    rest, found = flat(text), list[Found]()
    for pattern, read_one in _RULES:
        for match in pattern.finditer(rest):
            day = read_one(match, today, ahead)
            found += [Found(day, *match.span())] if day else []
        rest = pattern.sub(lambda match: TAKEN * len(match[0]), rest)
    return sorted(found, key=lambda one: one.start)


def read(text: str, today: date) -> date:
    """The day a service was given; a bare number is a day of the month."""
    answer = text.strip()
    found = find(f"le {answer}" if re.fullmatch("[0-9]{1,2}(?:er)?", answer) else answer, today)
    if not found:
        raise Refusal("refusal-day-unread")
    return allowed(found.day, today)


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
    rf" (?:{_FULL_WEEKDAY}) (?:de|du|d'|of)\b|\b(?:tous|toutes|chaque|every)\b"
)
"""Days that a sentence spreads, repeats or leaves open: one of them would be a guess."""

_VAGUE = re.compile(
    rf"\b(?:semaine|mois|week-?end|week|month) (?:derniere?|passee?)|\blast (?:week|month|weekend)"
    rf"|\b(?:mi-|(?:fin|debut|end of|early) )(?:{_MONTH})\b|\b\d{{1,2}}/\d{{1,2}}\b"
    rf"|\b(?:le )?\d{{1,2}} (?:{_MONTH})\b|\ba noel\b|\ba paques\b"
)


def hints_at_day(text: str) -> bool:
    """Whether words speak of a day that nobody can name: last week, Christmas, the 31st of
    February.
    """
    return bool(_VAGUE.search(flat(text)))


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
    if moment <= now and re.fullmatch(rf"(?:le |on )?(?:{_FULL_WEEKDAY}){_PART_OF_DAY}", said):
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
