"""Values that a sentence shows: what they are, and how a database row keeps them.

Knows no language: how a value is written for its reader is decided last, elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time


@dataclass(frozen=True)
class Minutes:
    """A duration or a balance in whole minutes, negative when owed."""

    value: int


@dataclass(frozen=True)
class Items:
    """A list read aloud, "A, B and C"; each item is any value."""

    items: tuple[object, ...]


@dataclass(frozen=True)
class Lines:
    """Values one under the other, each on a line of its own."""

    items: tuple[object, ...]


@dataclass(frozen=True)
class Quoted:
    """Somebody's words on one line, in the quotation marks of the reader's language."""

    text: str


@dataclass(frozen=True)
class Multiline:
    """Somebody's words, whose line feeds are kept."""

    text: str


@dataclass(frozen=True)
class Raw:
    """Markup already safe, shown as it is; never made from what somebody wrote."""

    markup: str


@dataclass(frozen=True)
class Phrase:
    """A message inside a message; `id` is its Fluent id."""

    id: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class NearDay:
    """A day near enough to be told without its year."""

    day: date


@dataclass(frozen=True)
class Opening:
    """A value that opens a line, and so begins with a capital letter."""

    value: object


@dataclass(frozen=True)
class OnDate:
    """A day long ago, whose weekday nobody needs."""

    day: date


@dataclass(frozen=True)
class Month:
    """The month and year of a day."""

    day: date


@dataclass(frozen=True)
class Clock:
    """An hour of the day, as the clock of the place shows it."""

    time: time


@dataclass(frozen=True)
class DayOf:
    """The day of a moment where it is shown, near enough to be told without its year."""

    moment: datetime


@dataclass(frozen=True)
class DateOf:
    """The day of a moment where it is shown, so far that its year is told."""

    moment: datetime


@dataclass(frozen=True)
class HourOf:
    """The hour of a moment where it is shown, without its day."""

    moment: datetime


def to_json(value: object) -> object:
    """What a JSON column can keep; raises TypeError for a value that no sentence shows."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Items(items):
            return {"items": [to_json(item) for item in items]}
        case Lines(items):
            return {"lines": [to_json(item) for item in items]}
        case Phrase(id, values):
            return {"phrase": id, "values": {name: to_json(one) for name, one in values.items()}}
        case Minutes(minutes):
            return {"minutes": minutes}
        case Quoted(text):
            return {"quoted": text}
        case Multiline(text):
            return {"multiline": text}
        case Raw(markup):
            return {"raw": markup}
        case Opening(opened):
            return {"opening": to_json(opened)}
    return _time_to_json(value)


def _time_to_json(value: object) -> object:
    match value:
        case datetime(tzinfo=None):
            raise ValueError("a moment needs its time zone")
        case datetime():
            return {"moment": value.astimezone(UTC).isoformat()}
        case date():
            return {"date": value.isoformat()}
        case NearDay(day):
            return {"day": day.isoformat()}
        case OnDate(day):
            return {"on": day.isoformat()}
        case Month(day):
            return {"month": day.isoformat()}
        case Clock(clock):
            return {"clock": clock.isoformat()}
        case DayOf(moment):
            return {"day_of": to_json(moment)}
        case DateOf(moment):
            return {"date_of": to_json(moment)}
        case HourOf(moment):
            return {"hour_of": to_json(moment)}
    raise TypeError(f"no sentence shows a {type(value).__name__}")


def from_json(kept: object) -> object:
    """The value that `to_json` kept, moments in UTC; raises ValueError for anything else."""
    match kept:
        case None | bool() | int() | float() | str():
            return kept
        case {"items": list(items)}:
            return Items(tuple(from_json(item) for item in items))
        case {"lines": list(items)}:
            return Lines(tuple(from_json(item) for item in items))
        case {"phrase": str(id), "values": dict(values)}:
            return Phrase(id, {name: from_json(one) for name, one in values.items()})
        case {"minutes": int(minutes)}:
            return Minutes(minutes)
        case {"quoted": str(text)}:
            return Quoted(text)
        case {"multiline": str(text)}:
            return Multiline(text)
        case {"raw": str(markup)}:
            return Raw(markup)
        case {"opening": opened}:
            return Opening(from_json(opened))
    return _time_from_json(kept)


def _time_from_json(kept: object) -> object:
    match kept:
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"day": str(text)}:
            return NearDay(date.fromisoformat(text))
        case {"on": str(text)}:
            return OnDate(date.fromisoformat(text))
        case {"month": str(text)}:
            return Month(date.fromisoformat(text))
        case {"clock": str(text)}:
            return Clock(time.fromisoformat(text))
        case {"day_of": {"moment": str(text)}}:
            return DayOf(datetime.fromisoformat(text))
        case {"date_of": {"moment": str(text)}}:
            return DateOf(datetime.fromisoformat(text))
        case {"hour_of": {"moment": str(text)}}:
            return HourOf(datetime.fromisoformat(text))
    raise ValueError(f"not a kept value: {kept!r}")
