"""When an event is: the days and hours that an announcement says, dates of a series among them.

Knows ranges and lists. Must not know the clock: `now` is given, aware, in
the zone of the place. Days themselves are read by domain.days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from domain import days
from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, MONTH, PART_OF_DAY, weekday_of
from domain.due import ONE_DAY, ONE_WEEK
from domain.event_day_doubts import NO_SUCH_DAY, WrongDay, clock_doubt, hour_doubt, impossible
from domain.event_day_names import TWO_DAYS, days_told, is_full, side_by_side
from domain.event_far_days import far
from domain.event_months import months_follow
from domain.event_series import DEADLINE, MOST_DATES, SaidDays, repeated
from domain.hours import Hours, hours_in
from domain.numbers import blank
from domain.people import flat
from domain.values import DateOf, DayOf, OnDate

PAST = "refusal-moment-past"


@dataclass(frozen=True)
class Timing:
    """One date of an event; `end` is exclusive, as in domain.events."""

    start: datetime
    end: datetime | None = None
    all_day: bool = False


@dataclass(frozen=True)
class Occasions:
    """What is said of the days: `timings` where day and hour are sure.

    `doubt` is the refusal that says what to ask again, `about` the moment that it mentions and
    `weekday` the day of the week that was said in its place; `either` are the dates that may have
    been meant, on the days `offered`; `gone` are those that are over. `day` is the one day that was
    said without an hour. `cut`: the series goes on after
    its last date. `rest` is the text with what was read taken out, positions holding.
    """

    rest: str
    timings: tuple[Timing, ...] = ()
    doubt: str = ""
    about: datetime | None = None
    day: date | None = None
    cut: bool = False
    weekday: int | None = None
    either: tuple[Timing, ...] = ()
    offered: tuple[date, ...] = ()
    gone: tuple[Timing, ...] = ()

    @property
    def values(self) -> dict[str, object]:
        """What the refusal is filled with."""
        if self.about is None:
            return {}
        if self.weekday is not None:
            day = self.about.date()
            return {"day": OnDate(day), "is": day.weekday(), "weekday": self.weekday}
        if self.doubt == NO_SUCH_DAY:
            return {"day": DayOf(self.about)}
        if self.doubt == PAST and self.about.time() == time.min:
            return {"moment": DateOf(self.about)}
        return {"moment": self.about}


def occasions(text: str, now: datetime, *, meant: Collection[date] = ()) -> Occasions:
    """Every date that a text announces; of several days, those that are `meant`."""
    wrong, rest = impossible(text, now.date())
    if wrong is not None:
        hours, rest = hours_in(rest, late=False)
        return _either(wrong, hours, now, rest)
    found, rest = _days(text, now.date(), meant)
    hours, rest = hours_in(rest, late=found.late)
    if found.doubt or not found.days:
        return Occasions(rest, doubt=found.doubt or "refusal-moment-unread")
    if len(hours) > 1 or any(one.impossible for one in hours):
        return Occasions(rest, doubt=hour_doubt(hours), day=_only(found.days))
    if not hours and found.days[-1] < now.date():
        about = datetime.combine(found.days[0], time.min, now.tzinfo)
        return Occasions(rest, doubt=PAST, about=about, day=_only(found.days))
    if not hours and not found.whole:
        return Occasions(rest, doubt="refusal-moment-hour", day=_only(found.days))
    if hours and hours[0].midnight and (day := _only(found.days)) is not None:
        ends = WrongDay(day, day + ONE_DAY, day, "refusal-event-midnight")
        return _either(ends, hours, now, rest)
    timings = _timings(found, hours[0] if hours else None, now)
    timings = tuple(sorted((_to_come(one, found, now) for one in timings), key=_start))
    return _checked(timings, rest, now, cut=found.cut)


def _start(timing: Timing) -> datetime:
    return timing.start


def _to_come(timing: Timing, found: SaidDays, now: datetime) -> Timing:
    """The same a week later, where today was said by its weekday and its hour has passed."""
    if timing.all_day or timing.start > now or timing.start.date() not in found.named:
        return timing
    end = timing.end and timing.end + ONE_WEEK
    return Timing(timing.start + ONE_WEEK, end)


def _either(wrong: WrongDay, hours: list[Hours], now: datetime, rest: str) -> Occasions:
    """The doubt about a day, with both dates where the hour is sure."""
    either: tuple[Timing, ...] = ()
    if len(hours) == 1 and not hours[0].impossible:
        days_meant = SaidDays((wrong.first, wrong.second))
        either = tuple(one for one in _timings(days_meant, hours[0], now) if one.start > now)
    about = datetime.combine(wrong.day, time.min, now.tzinfo)
    return Occasions(
        rest,
        doubt=wrong.doubt,
        about=about,
        weekday=wrong.weekday,
        either=either,
        offered=(wrong.first, wrong.second),
    )


def spans_days(said: str) -> bool:
    """Whether flat words go from one day to another, which needs no hour."""
    return _SPAN.search(said) is not None


def on_day(day: date, typed: str, now: datetime) -> Occasions:
    """The dates when the day is known already, and only the hour was asked."""
    hours, rest = hours_in(typed, late=False)
    if hours and (len(hours) > 1 or hours[0].impossible):
        return Occasions(rest, doubt=hour_doubt(hours), day=day)
    if not hours:
        return Occasions(rest, doubt="refusal-moment-hour", day=day)
    return _checked(_timings(SaidDays((day,)), hours[0], now), rest, now)


def _days(text: str, today: date, meant: Collection[date]) -> tuple[SaidDays, str]:
    """The first way in which the text says days, and the text without them."""
    whole = re.search(r"\b(?:toute la journee|journee entiere|all day)\b", flat(text))
    rest = blank(text, *whole.span()) if whole else text
    for read in (repeated, far, _spanned, _listed, partial(_plain, meant=meant)):
        found, left = read(rest, today)
        if found is not None:
            days_said = found if not whole else _with(found, whole=True)
            return days_said, left
    return SaidDays(), rest


def _with(found: SaidDays, **changed: Any) -> SaidDays:
    return SaidDays(**{**found.__dict__, **changed})


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
_SHORT_SPAN = 2 * ONE_WEEK
"""What has begun in the month before without saying so: longer is a slip of the finger."""

_MONTH = re.compile(rf"\b(?:{MONTH})\b\.?(?: 20[0-9]{{2}})?$")


def _spanned(text: str, today: date) -> tuple[SaidDays | None, str]:
    """From one day to another."""
    match = _SPAN.search(flat(text))
    if match is None:
        return None, text
    early, late = (next(one for one in match.group(*pair) if one) for pair in ("ace", "bdf"))
    last = _one(late, today)
    first = _one(early if _MONTH.search(early) or "/" in early else _borrowed(early, late), today)
    rest = blank(text, *match.span())
    if first is None or last is None:
        return SaidDays(doubt="refusal-moment-unread"), rest
    if first > last:  # "du 28 au 3 décembre" begins in the month before
        before = _one(f"{early}/{(last.replace(day=1) - ONE_DAY):%m}", today)
        first = before if before and (before >= today or last - before < _SHORT_SPAN) else first
    if first > last:
        return SaidDays(doubt="refusal-event-ends-first"), rest
    count = (last - first).days + 1
    if count > MOST_DATES:
        return SaidDays((first, last), whole=True, single=True), rest
    return SaidDays(
        tuple(first + timedelta(n) for n in range(count)), whole=True, single=True
    ), rest


def _borrowed(early: str, late: str) -> str:
    """A day with the month that only the later one has."""
    month = _MONTH.search(late)
    return f"{re.sub(r'[a-z]+$', '', early)} {month[0] if month else ''}"


def _one(said: str, today: date) -> date | None:
    found = days.find_all(said, today, lately=True)
    return found[0].day if len(found) == 1 else None


_LIST = re.compile(
    rf"\b(?:les |the )?(?P<heads>{_NUMBER}(?:, ?(?:le )?{_NUMBER})*),? ?(?:et|and|&) (?:le |the )?"
    rf"(?P<tail>{_NUMBER} (?:{MONTH})\b\.?(?: 20[0-9]{{2}})?)"
)


def _listed(text: str, today: date) -> tuple[SaidDays | None, str]:
    """Several numbers of one month."""
    match = _LIST.search(flat(text))
    if match is None:
        return None, text
    numbers = re.findall(r"[0-9]+", match["heads"])
    found = [_one(_borrowed(one, match["tail"]), today) for one in numbers]
    found.append(_one(match["tail"], today))
    rest = blank(text, *match.span())
    if None in found:
        return SaidDays(doubt="refusal-moment-unread"), rest
    return SaidDays(tuple(sorted({one for one in found if one}))), rest


_SHORT = re.compile(
    rf"\b(?P<name>{ANY_WEEKDAY})\.? (?P<day>{_NUMBER})(?![\w/:.,-]*[0-9])(?! ?(?:h\b|€|%"
    rf"|(?:{MONTH})))"
)


def _plain(text: str, today: date, *, meant: Collection[date] = ()) -> tuple[SaidDays | None, str]:
    """One day, or several that stand side by side."""
    dates, rest = _dates(text, today), text
    kept = []
    for one in days_told(text, dates, meant):
        lead = flat(rest[: one.start])
        rest = blank(rest, one.start, one.end)
        kept += [] if DEADLINE.search(lead) or (meant and one.day not in meant) else [one]
    if not kept:
        return (SaidDays(doubt="refusal-moment-unread"), rest) if days.hints_at_day(rest) else (
            None, rest)  # fmt: skip
    said = tuple(sorted({one.day for one in kept}))
    late = any(days.is_late(text[one.start : one.end]) for one in kept)
    if len(said) > 1 and not side_by_side(text, kept):
        return SaidDays(doubt=TWO_DAYS), rest
    if len(said) == 1 and not meant and _hinted(text, dates, kept[0]):
        return SaidDays(doubt="refusal-moment-unread"), rest
    if any(months_follow(text, one.end) for one in kept):
        return SaidDays(doubt="refusal-moment-unread"), rest
    return SaidDays(said, late=late, named=_named(text, kept)), rest


_LONE = re.compile(rf"(?:le |on )?(?:{FULL_WEEKDAY}){PART_OF_DAY}")


def _named(text: str, found: Sequence[days.Found]) -> frozenset[date]:
    """Days that are said by their weekday and by nothing else."""
    return frozenset(
        one.day for one in found if _LONE.fullmatch(flat(text[one.start : one.end]))
    ) - frozenset(one.day for one in found if is_full(text, one))


def _dates(text: str, today: date) -> list[days.Found]:
    """Every day that is said, "mer 21" where no date is written out."""
    found = list(days.find_all(text, today, lately=True))
    match = _SHORT.search(flat(text))
    if match is None or any(is_full(text, one) for one in found):
        return found
    full = list(FULL_WEEKDAY.split("|"))[weekday_of(match["name"])]
    short = days.find_all(f"{full} {match['day']}", today, lately=True)
    others = [one for one in found if one.end <= match.start() or one.start >= match.end()]
    if not short:
        return found
    spelt = days.Found(short[0].day, *match.span())
    return sorted([*others, spelt], key=lambda one: one.start)


def _hinted(text: str, dates: Sequence[days.Found], found: days.Found) -> bool:
    """Whether what stands right before a day speaks of another, as "ou" makes it one of two."""
    for one in dates:
        text = blank(text, one.start, one.end)
    return days.hints_at_day(text[: found.start], max(0, found.start - 12))


def _only(dates: tuple[date, ...]) -> date | None:
    return dates[0] if len(dates) == 1 else None


def _timings(found: SaidDays, hours: Hours | None, now: datetime) -> tuple[Timing, ...]:
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
        return Occasions(rest, doubt=PAST, about=timings[0].start, gone=timings)
    if ahead[0].start > now + timedelta(days=days.FARTHEST):
        return Occasions(rest, doubt="refusal-moment-far", about=ahead[0].start)
    if (
        odd := next(filter(None, (clock_doubt(one.start) for one in ahead if not one.all_day)), "")
    ) and len(ahead) == 1:
        return Occasions(rest, doubt=odd, about=ahead[0].start, day=ahead[0].start.date())
    return Occasions(rest, ahead, cut=cut)
