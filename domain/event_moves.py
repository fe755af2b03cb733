"""A day said anew at the hour that stands, an hour on the day that stands, and which of two days
that were offered an answer means.

Knows French and English. Must not know the clock: `now` is given, aware, in the zone of the place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.day_rules import ANY_WEEKDAY, FULL_WEEKDAY, MONTH, month_of, weekday_of
from domain.due import ONE_DAY
from domain.event_days import Occasions, Timing, occasions, on_day
from domain.hours import LATE_END, Hours, hours_in
from domain.people import flat
from domain.phone_words import days_spelled

UNREAD = "refusal-moment-unread"
WHICH_DAY = "refusal-event-which-day"

_PARTS = re.compile(
    r"\b(?:(?P<early>matin|matinee|morning)|(?P<noon>apres[ -]midi|aprem|afternoon)"
    r"|(?P<late>soir|soiree|evening|night|tonight))\b"
)
ENDS = re.compile(r"\b(?:jusqu'?a|until|till?|fin\w*|termin\w*|ends?|finish\w*)\b")


_BESIDE = frozenset(
    """a about alors at au aux c ca commence commencera d de debut debute debutera demarre des du
    end ends environ est evenement fin fini finira finish finishes finit for from heure heures
    hour is it jour jusqu jusque l la le les meme now on pm maintenant plutot pour qu s same sera
    soit start starts termine terminera that the till time to until vers we will""".split()
)
"""Words beside an hour that say nothing else."""


def said_anew(typed: str, now: datetime, was: Sequence[Timing]) -> Occasions:
    """The dates that an answer says of an event that was to be on others: what it does not say of
    day or hour stays, as far as that is sure.
    """
    typed = days_spelled(typed.replace("\0", " "))
    said = occasions(typed, now)
    if not was:
        return said
    hours, rest = hours_in(typed, late=False)
    if not said.timings and not hours and (at := _hours_kept(typed, was)):
        kept = occasions(f"{typed} {at}", now)
        said = kept if kept.timings or kept.doubt != UNREAD else said
    if said.timings:
        return _or_near(typed, said, was)
    alone = said.doubt == UNREAD and not set(re.findall(r"[^\W\d]+", flat(rest))) - _BESIDE
    return _at_hour(typed, hours, now, was) if hours and alone else said


_LONE_WEEKDAY = re.compile(
    rf"\b(?:{FULL_WEEKDAY})\b(?!\.? (?:(?:le |the )?[0-9]+(?! ?(?:h|:|am|pm))|prochain|en (?:huit"
    r"|quinze)|next))"
)
_OTHERWISE = re.compile(r"\b(?:next|this|prochaine?|semaine|week|demain|tomorrow)\b")


def _or_near(typed: str, said: Occasions, was: Sequence[Timing]) -> Occasions:
    """A lone weekday said of an event that is weeks away: the next one, or the one near it."""
    words = flat(typed)
    if len(said.timings) != 1 or len(was) != 1 or not _LONE_WEEKDAY.search(words):
        return said
    one, stood = said.timings[0], was[0].start.date()
    ahead = (one.start.date() - stood).days % 7
    away = stood + timedelta(days=ahead if ahead <= 3 else ahead - 7) - one.start.date()
    if away <= timedelta() or _OTHERWISE.search(words):
        return said
    near = Timing(one.start + away, one.end and one.end + away, one.all_day)
    if not ahead:
        return replace(said, timings=(near,))
    both = (one, near)
    offered = tuple(each.start.date() for each in both)
    return Occasions(said.rest, doubt=WHICH_DAY, either=both, offered=offered)


def _hours_kept(typed: str, was: Sequence[Timing]) -> str:
    """The hours of all dates as an announcement says them; nothing where a part of the day that is
    said now is another.
    """
    if any(one.all_day for one in was):
        single = all(one.end and one.end - one.start <= ONE_DAY for one in was)
        return "toute la journée" if single and not _PARTS.search(flat(typed)) else ""
    hours = {_hours(one.start, one.end) for one in was}
    return hours.pop() if len(hours) == 1 and _fits(_PARTS.search(flat(typed)), was[0]) else ""


def _fits(part: re.Match[str] | None, was: Timing) -> bool:
    if part is None:
        return True
    hour, last = was.start.hour, was.end or was.start
    same = part.lastgroup == ("early" if hour < 12 else "noon" if hour < 18 else "late")
    return same and (hour < 12 or last.hour >= 12)


def _hours(start: datetime, end: datetime | None) -> str:
    return f"de {start:%Hh%M} à {end:%Hh%M}" if end else f"à {start:%Hh%M}"


def _at_hour(typed: str, hours: Sequence[Hours], now: datetime, was: Sequence[Timing]) -> Occasions:
    """The dates that stand at another hour; an end that was said stands, unless it comes first."""
    if any(one.all_day and one.end and one.end - one.start > ONE_DAY for one in was):
        return Occasions("", doubt=UNREAD)
    told = [on_day(one.start.date(), _whole(typed, hours, one), now) for one in was]
    wrong = next((one for one in told if one.doubt), None)
    return wrong or Occasions("", tuple(date_ for one in told for date_ in one.timings))


def _whole(typed: str, hours: Sequence[Hours], was: Timing) -> str:
    """The hours from the beginning to the end, where only one of them was said."""
    hour = hours[0].start
    if was.all_day or len(hours) > 1 or hours[0].impossible or hours[0].end or hour is None:
        return typed
    if ENDS.search(flat(typed)):
        return f"de {was.start:%Hh%M} à {hour:%Hh%M}"
    if was.end is None:
        return typed
    end = was.end.time()
    stands = end > hour or (end <= LATE_END and was.end.date() > was.start.date())
    last = was.end if stands else datetime.combine(was.start, hour) + (was.end - was.start)
    return f"de {hour:%Hh%M} à {last:%Hh%M}"


_NAMED = re.compile(
    rf"(?:(?:le|the|on|ce|this|celui du|pour) )*(?:(?P<weekday>{ANY_WEEKDAY})\.?(?: |$))?"
    r"(?:le |the )?"
    rf"(?:(?P<day>[0-3]?[0-9])(?:er|st|nd|rd|th)?(?: |$))?(?:(?P<month>{MONTH})\.?(?: |$))?"
)
_FIRST = re.compile(
    r"(?:le |la |the )?(?:(?P<first>premiere?|first)|second|deuxieme|derniere?|last)"
    r"(?: (?:date|jour|one))?"
)


def meant_of(typed: str, offered: Sequence[date]) -> int | None:
    """Which of a few days that were offered words name: by weekday, by number, or by place."""
    said = flat(hours_in(days_spelled(typed), late=False)[1]).replace("\0", " ")
    said = " ".join(re.sub(r"[,.;!…]+(?= |$)", " ", said).split())
    if place := _FIRST.fullmatch(said):
        return None if len(offered) != 2 else 0 if place["first"] else 1
    match = _NAMED.fullmatch(said)
    if match is None or not (match["weekday"] or match["day"]):
        return None
    found = [at for at, day in enumerate(offered) if _is_named(day, match)]
    return found[0] if len(found) == 1 else None


def _is_named(day: date, match: re.Match[str]) -> bool:
    weekday, number, month = match["weekday"], match["day"], match["month"]
    return (
        (not weekday or day.weekday() == weekday_of(weekday))
        and (not number or day.day == int(number))
        and (not month or day.month == month_of(month))
    )
