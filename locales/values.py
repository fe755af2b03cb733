"""How each kind of value is written in each language, as safe markup.

Knows typography and escaping; knows no message, no file and no platform.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from domain.values import (
    Clock,
    DateOf,
    DayOf,
    HourOf,
    Items,
    Lines,
    Minutes,
    Month,
    Multiline,
    NearDay,
    OnDate,
    Opening,
    Phrase,
    Quoted,
    Raw,
)

# Narrow and no-break: a figure stays on the line of its unit, as French typography wants it.
THIN = "\u202f"
MINUS = "\u2212"

_NUMBER = re.compile(r"\bd\b")
MONTH = "MMMM y"
DATE = "d MMMM y"
DATE_IN_TABLE = "d MMM y"

_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile("[\t\n]+")
# What could hide or reorder the words around it: controls, bidi marks, halves of a surrogate pair.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True)
class Manner:
    """A language's ways; days and clocks are Babel patterns, `lasting` is for hours and minutes."""

    locale: str
    full_day: str
    moment_day: str
    near_day: str
    midnight: str
    first: str  # how a pattern writes the first day of a month
    clock: str
    whole_hour: str
    lasting: str
    quotes: tuple[str, str]


FRENCH = Manner(
    locale="fr",
    full_day="EEEE d MMMM y",
    moment_day="EEEE d MMMM 'à'",
    near_day="EEEE d MMMM",
    midnight="minuit",
    first="d'er'",
    clock=f"H'{THIN}h{THIN}'mm",
    whole_hour=f"H'{THIN}h'",
    lasting=f"{{hours}}{THIN}h{THIN}{{minutes:02}}",
    quotes=(f"«{THIN}", f"{THIN}»"),
)

ENGLISH = Manner(
    locale="en_GB",
    full_day="EEEE d MMMM y",
    moment_day="EEEE d MMMM 'at'",
    near_day="EEEE d MMMM",
    midnight="midnight",
    first="d",
    clock="HH:mm",
    whole_hour="HH:mm",
    lasting=f"{{hours}}{THIN}h{THIN}{{minutes}}{THIN}min",
    quotes=("“", "”"),
)


def safe(text: str, *, multiline: bool = False) -> str:
    """Somebody's text without markup or hidden characters; on one line unless `multiline`."""
    visible = _HIDDEN.sub("", _BREAK.sub("\n", text))
    spaced = visible.replace("\t", " ") if multiline else _BLANK.sub(" ", visible)
    return escape(spaced, quote=False).replace('"', "&quot;")


def shown(value: object, manner: Manner, zone: ZoneInfo, *, phrase: Callable[[Phrase], str]) -> str:
    """Safe markup for a value, moments in `zone`; raises TypeError for a kind nobody can read."""
    match value:
        case None:
            return ""
        case str():
            return safe(value)
        case Multiline(text):
            return safe(text, multiline=True)
        case Quoted(text):
            return safe(text).join(manner.quotes)
        case Raw(markup):
            return markup
        case Opening(opened):
            said = shown(opened, manner, zone, phrase=phrase)
            return said[:1].upper() + said[1:]
        case Phrase():
            return phrase(value)
        case Items(items):
            each = [shown(item, manner, zone, phrase=phrase) for item in items]
            return format_list(each, locale=manner.locale)
        case Lines(items):
            return "\n".join(shown(item, manner, zone, phrase=phrase) for item in items)
        case Minutes(minutes):
            return _lasting(minutes, manner)
        case int() | float() if not isinstance(value, bool):
            return format_decimal(value, locale=manner.locale)
    return _time_shown(value, manner, zone)


def shown_in_table(
    value: object, manner: Manner, zone: ZoneInfo, *, phrase: Callable[[Phrase], str]
) -> str:
    """A value as a column of a table has room for it: days are short. Raises as `shown`."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return _day(value, DATE_IN_TABLE, manner)
    return shown(value, manner, zone, phrase=phrase)


def _time_shown(value: object, manner: Manner, zone: ZoneInfo) -> str:
    match value:
        case datetime(tzinfo=None):
            raise ValueError("a moment needs its time zone")
        case datetime():
            there = value.astimezone(zone)
            return f"{_day(there, manner.moment_day, manner)} {_clock(there.time(), manner)}"
        case date():
            return _day(value, manner.full_day, manner)
        case OnDate(day):
            return _day(day, DATE, manner)
        case Month(day):
            return format_date(day, MONTH, locale=manner.locale)
        case NearDay(day):
            return _day(day, manner.near_day, manner)
        case Clock(at):
            return _clock(at, manner)
        case DayOf(moment):
            return _day(moment.astimezone(zone), manner.near_day, manner)
        case DateOf(moment):
            return _day(moment.astimezone(zone), manner.full_day, manner)
        case HourOf(moment):
            hour = moment.astimezone(zone).time()
            return _clock(hour, manner) if hour != time.min else manner.midnight
    raise TypeError(f"no sentence shows a {type(value).__name__}")


def _day(day: date, pattern: str, manner: Manner) -> str:
    chosen = _NUMBER.sub(manner.first, pattern, count=1) if day.day == 1 else pattern
    return format_date(day, chosen, locale=manner.locale)


def _clock(at: time, manner: Manner) -> str:
    return format_time(at, manner.clock if at.minute else manner.whole_hour, locale=manner.locale)


def _lasting(minutes: int, manner: Manner) -> str:
    hours, rest = divmod(abs(minutes), 60)
    sign = MINUS if minutes < 0 else ""
    if not hours:
        return f"{sign}{rest}{THIN}min"
    if not rest:
        return f"{sign}{hours}{THIN}h"
    return sign + manner.lasting.format(hours=hours, minutes=rest)
