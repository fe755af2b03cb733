"""When an event is: the days and hours that an announcement says, dates of a series among them.

Knows ranges, lists and weekly or monthly rules. Must not know the clock: `now` is given, aware, in
the zone of the place. Days themselves are read by domain.days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import Any

from domain import days
from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, MONTH, weekday_of
from domain.due import ONE_DAY
from domain.hours import Hours, hours_in
from domain.numbers import blank
from domain.people import flat

MOST_DATES = 60
"""Dates of one series: more than a year of Tuesdays."""

FARTHEST = timedelta(days=366)
"""How far ahead a series goes: what comes later is another season's."""


@dataclass(frozen=True)
class Timing:
    """One date of an event; `end` is exclusive, as in domain.events."""

    start: datetime
    end: datetime | None = None
    all_day: bool = False


@dataclass(frozen=True)
class Occasions:
    """What is said of the days: `timings` where day and hour are sure.

    `doubt` is the refusal that says what to ask again, `about` the moment that it mentions. `day`
    is the one day that was said without an hour. `cut`: the series goes on after its last date.
    `rest` is the text with what was read taken out, positions holding.
    """

    rest: str
    timings: tuple[Timing, ...] = ()
    doubt: str = ""
    about: datetime | None = None
    day: date | None = None
    cut: bool = False


def occasions(text: str, now: datetime) -> Occasions:
    """Every date that a text announces."""
    found, rest = _days(text, now.date())
    hours, rest = hours_in(rest, late=found.late)
    if found.doubt or not found.days:
        return Occasions(rest, doubt=found.doubt or "refusal-moment-unread")
    if len(hours) > 1 or any(one.impossible for one in hours):
        doubt = "refusal-moment-hour" if len(hours) == 1 else "refusal-event-two-hours"
        return Occasions(rest, doubt=doubt, day=_only(found.days))
    if not hours and not found.whole:
        return Occasions(rest, doubt="refusal-moment-hour", day=_only(found.days))
    timings = _timings(found, hours[0] if hours else None, now)
    return _checked(timings, rest, now, cut=found.cut)


def on_day(day: date, typed: str, now: datetime) -> Occasions:
    """The dates when the day is known already, and only the hour was asked."""
    hours, rest = hours_in(typed, late=False)
    if len(hours) != 1 or hours[0].impossible:
        return Occasions(rest, doubt="refusal-moment-hour", day=day)
    return _checked(_timings(_Found((day,)), hours[0], now), rest, now)


@dataclass(frozen=True)
class _Found:
    """Days as they were said. `whole` days need no hour; `single` ones are one event together."""

    days: tuple[date, ...] = ()
    whole: bool = False
    single: bool = False
    late: bool = False
    cut: bool = False
    doubt: str = ""


def _days(text: str, today: date) -> tuple[_Found, str]:
    """The first way in which the text says days, and the text without them."""
    whole = re.search(r"\b(?:toute la journee|journee entiere|all day)\b", flat(text))
    rest = blank(text, *whole.span()) if whole else text
    for read in (_repeated, _spanned, _listed, _plain):
        found, left = read(rest, today)
        if found is not None:
            days_said = found if not whole else _with(found, whole=True)
            return days_said, left
    return _Found(), rest


def _with(found: _Found, **changed: Any) -> _Found:
    return _Found(**{**found.__dict__, **changed})


_NTH = {
    word: place
    for place, words in enumerate(
        ("1er 1ere premier premiere 1st first", "2e 2eme deuxieme second seconde 2nd",
         "3e 3eme troisieme third 3rd", "4e 4eme quatrieme fourth 4th"), 1
    )
    for word in words.split()
}  # fmt: skip
_NTH |= {"dernier": -1, "derniere": -1, "last": -1}
_NAMED = rf"(?P<names>(?:{FULL_WEEKDAY})s?(?:(?:,| et| ou| and|,? et les) (?:{FULL_WEEKDAY})s?)*)"
_MONTHLY = re.compile(
    rf"\b(?:le |the |every |chaque |(?P<all>tous les ))?(?P<nth>{'|'.join(_NTH)})s? "
    rf"(?P<names>{FULL_WEEKDAY})s?(?: (?:de chaque|du|of the|of each|of every|of) ?(?:mois|month)\b"
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
_DAY_LEAD = re.compile(r"(?P<lead>\b[a-z'’]+(?: (?:au|du|le|the))?) ?$")
_UNTIL = re.compile(r"\b(?:jusqu'?(?:au|a|en)|until|till|to|au) ?$")
_SINCE = re.compile(r"\b(?:a partir|a compter|des|du|from|starting|depuis)(?: du| le)? ?(?:on )?$")
_EXCEPT = re.compile(r"\b(?:sauf|hormis|except(?: on)?|excepte) ?$")
_DEADLINE = re.compile(
    r"\b(?:avant|before|jusqu'?(?:au|a)|until|depuis|since|limite|deadline)(?: le| the)? ?:? ?$"
)


def _repeated(text: str, today: date) -> tuple[_Found | None, str]:
    """Tuesdays, every other one, the first of each month; from, until, except some day."""
    said = flat(text)
    for pattern, rule in ((_MONTHLY, _monthly), (_EVERY_OTHER, _fortnightly), (_WEEKLY, _weekly)):
        if match := pattern.search(said):
            rest = blank(text, *match.span())
            first, last, off, rest = _bounds(rest, today)
            latest = min(last or today + FARTHEST, today + FARTHEST)
            dates = (one for one in rule(match, max(first, today)) if one not in off)
            kept = tuple(islice(_until(dates, latest), MOST_DATES + 1))
            if not kept:
                return _Found(doubt="refusal-event-no-date"), rest
            cut = len(kept) > MOST_DATES or last is None or last > latest
            return _Found(kept[:MOST_DATES], cut=cut), rest
    return None, text


def _bounds(text: str, today: date) -> tuple[date, date | None, set[date], str]:
    first, last, off, rest = today, None, set[date](), text
    for one in days.find_all(text, today, ahead=True):
        before = flat(rest[: one.start])
        rest = blank(rest, one.start, one.end)
        if _EXCEPT.search(before):
            off.add(one.day)
        elif _SINCE.search(before):
            first = one.day
        elif _UNTIL.search(before):
            last = one.day
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
    place, nth = weekday_of(match["names"]), _NTH[match["nth"]]
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


_NUMBER = r"(?:[0-3]?[0-9])(?:er|st|nd|rd|th)?"
_WITH_MONTH = (
    rf"(?:(?:{ANY_WEEKDAY})\.? )?(?:le )?{_NUMBER}(?: (?:{MONTH})\b\.?)?(?: 20[0-9]{{2}})?"
)
_SPAN = re.compile(
    rf"\b(?:(?:du|from|entre le|between) (?:the )?(?P<a>{_WITH_MONTH}) (?:au|to|until|et le|and) "
    rf"(?:the )?(?P<b>(?:(?:{ANY_WEEKDAY})\.? )?{_NUMBER} (?:of )?(?:{MONTH})\b\.?(?:"
    rf" 20[0-9]{{2}})?)"
    rf"|(?P<c>(?<![0-9/:h.,-]){_NUMBER}) ?[-–] ?(?P<d>{_NUMBER} (?:{MONTH})\b\.?(?: 20[0-9]{{2}})?)"
    r"|du (?P<e>[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?) au"
    r" (?P<f>[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?))"
)
_MONTH = re.compile(rf"\b(?:{MONTH})\b\.?(?: 20[0-9]{{2}})?$")


def _spanned(text: str, today: date) -> tuple[_Found | None, str]:
    """From one day to another."""
    match = _SPAN.search(flat(text))
    if match is None:
        return None, text
    early, late = (next(one for one in match.group(*pair) if one) for pair in ("ace", "bdf"))
    last = _one(late, today)
    first = _one(early if _MONTH.search(early) or "/" in early else _borrowed(early, late), today)
    rest = blank(text, *match.span())
    if first is None or last is None:
        return _Found(doubt="refusal-moment-unread"), rest
    if first > last:  # "du 28 au 3 décembre" begins in the month before
        first = _one(f"{early}/{(last.replace(day=1) - ONE_DAY):%m}", today) or first
    if first > last:
        return _Found(doubt="refusal-event-ends-first"), rest
    count = (last - first).days + 1
    if count > MOST_DATES:
        return _Found((first, last), whole=True, single=True), rest
    return _Found(tuple(first + timedelta(n) for n in range(count)), whole=True, single=True), rest


def _borrowed(early: str, late: str) -> str:
    """A day with the month that only the later one has."""
    month = _MONTH.search(late)
    return f"{re.sub(r'[a-z]+$', '', early)} {month[0] if month else ''}"


def _one(said: str, today: date) -> date | None:
    found = days.find_all(said, today, ahead=True)
    return found[0].day if len(found) == 1 else None


_LIST = re.compile(
    rf"\b(?:les |the )?(?P<heads>{_NUMBER}(?:, ?(?:le )?{_NUMBER})*),? ?(?:et|and|&) (?:le |the )?"
    rf"(?P<tail>{_NUMBER} (?:{MONTH})\b\.?(?: 20[0-9]{{2}})?)"
)


def _listed(text: str, today: date) -> tuple[_Found | None, str]:
    """Several numbers of one month."""
    match = _LIST.search(flat(text))
    if match is None:
        return None, text
    numbers = re.findall(r"[0-9]+", match["heads"])
    found = [_one(_borrowed(one, match["tail"]), today) for one in numbers]
    found.append(_one(match["tail"], today))
    rest = blank(text, *match.span())
    if None in found:
        return _Found(doubt="refusal-moment-unread"), rest
    return _Found(tuple(sorted({one for one in found if one}))), rest


_SHORT = re.compile(
    rf"\b(?P<name>{ANY_WEEKDAY})\.? (?P<day>{_NUMBER})(?![\w/:.,-]*[0-9])(?! ?(?:h\b|€|%"
    rf"|(?:{MONTH})))"
)


def _plain(text: str, today: date) -> tuple[_Found | None, str]:
    """One day, or several that stand side by side."""
    found, rest = list(days.find_all(text, today, ahead=True)), text
    if not found and (match := _SHORT.search(flat(text))):
        full = list(FULL_WEEKDAY.split("|"))[weekday_of(match["name"])]
        found = [
            days.Found(one.day, *match.span())
            for one in days.find_all(f"{full} {match['day']}", today, ahead=True)
        ]
    kept = []
    for one in found:
        lead = flat(rest[: one.start])
        rest = blank(rest, one.start, one.end)
        kept += [] if _DEADLINE.search(lead) else [one]
    if not kept:
        return (_Found(doubt="refusal-moment-unread"), rest) if days.hints_at_day(rest) else (
            None, rest)  # fmt: skip
    said = tuple(sorted({one.day for one in kept}))
    late = any(days.is_late(text[one.start : one.end]) for one in kept)
    if len(said) > 1 and not _side_by_side(text, kept):
        return _Found(doubt="refusal-event-two-days"), rest
    if len(said) == 1 and days.hints_at_day(_beside(rest, kept[0])):
        return _Found(doubt="refusal-moment-unread"), rest
    return _Found(said, late=late), rest


def _beside(rest: str, found: days.Found) -> str:
    """What stands right before a day, where a word like "ou" makes it one of two."""
    return rest[max(0, found.start - 12) : found.start] if found.start else ""


def _side_by_side(text: str, found: Sequence[days.Found]) -> bool:
    between = (text[one.end : other.start] for one, other in pairwise(found))
    return all(re.fullmatch(r"[ ,]*(?:et|and|&|puis)?[ ,]*(?:le )?", flat(one)) for one in between)


def _only(dates: tuple[date, ...]) -> date | None:
    return dates[0] if len(dates) == 1 else None


def _timings(found: _Found, hours: Hours | None, now: datetime) -> tuple[Timing, ...]:
    zone = now.tzinfo

    def at(day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, zone)

    if hours is None:
        midnight = time.min
        if found.single:
            first, last = found.days[0], found.days[-1]
            return (Timing(at(first, midnight), at(last + ONE_DAY, midnight), all_day=True),)
        return tuple(Timing(at(d, midnight), at(d + ONE_DAY, midnight), True) for d in found.days)
    return tuple(_timed(day, hours, at) for day in found.days)


def _timed(day: date, hours: Hours, at: Callable[[date, time], datetime]) -> Timing:
    if hours.end is None or hours.start is None:
        return Timing(at(day, hours.start or time.min))
    overnight = hours.end <= hours.start
    return Timing(at(day, hours.start), at(day + ONE_DAY if overnight else day, hours.end))


def _checked(
    timings: tuple[Timing, ...], rest: str, now: datetime, *, cut: bool = False
) -> Occasions:
    """The dates that lie ahead, or what is wrong with the only one."""
    ahead = tuple(
        one for one in timings if (one.end if one.all_day and one.end else one.start) > now
    )
    if not ahead:
        return Occasions(rest, doubt="refusal-moment-past", about=timings[0].start)
    if ahead[0].start > now + timedelta(days=days.FARTHEST):
        return Occasions(rest, doubt="refusal-moment-far", about=ahead[0].start)
    return Occasions(rest, ahead, cut=cut)
