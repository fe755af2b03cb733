"""What the lines of a calendar say (RFC 5545), taken as they are and not as they should be.

Knows encodings, odd zones, broken lines and rules that would never end. Must not know which days
are asked for, nor how a series unfolds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import icalendar
from icalendar.parser import unescape_backslash
from icalendar.prop import vRecur
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from domain.calendar_details import categories_in
from domain.calendar_rules import bearable, comes_again
from domain.errors import Refusal

UNREADABLE = "problem-event-unreadable"
RULE_REFUSED = "problem-rule-refused"
ZONE_GUESSED = "problem-zone-guessed"

# What icalendar, dateutil and recurring-ical-events raise on values and series they cannot follow.
ODD = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError)

_FOLD = re.compile(rb"(?:\r*\n|\r)[ \t]")
_LINE_END = re.compile(r"\r*\n|\r")
_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?", re.ASCII | re.I)
_LINE = re.compile(r'([A-Za-z-]+)((?:;[^=;:"]*=(?:"[^"]*"|[^";:])*)*):(.*)', re.S)
_TZID = re.compile(r';TZID=("[^"]*"|[^";:]*)', re.I)
# Six digits are three years in hours, and keep clear of what a date cannot hold.
_DURATION = re.compile(
    r"\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?",
    re.ASCII,
)
_SINGLE = ("UID", "SUMMARY", "LOCATION", "STATUS", "URL", "SEQUENCE", "DURATION")
_DESCRIBED = ("DESCRIPTION", "X-ALT-DESC", "X-COST")
_DATED = ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
_NAMES = {*_SINGLE, *_DESCRIBED, *_DATED, "RRULE", "CATEGORIES"}


@dataclass(frozen=True)
class Written:
    """One VEVENT. Dates are whole days, times are aware.

    `planned` is the moment of the series it replaces, `onwards` whether later ones move with it;
    `rules`, `added` and `skipped` are how it repeats.
    """

    uid: str
    title: str
    place: str
    link: str
    status: str
    sequence: int
    start: date
    end: date | None
    lasts: timedelta | None
    planned: date | None
    onwards: bool
    rules: tuple[str, ...]
    added: tuple[date, ...]
    skipped: tuple[date, ...]
    text: str = ""
    categories: tuple[str, ...] = ()

    @property
    def repeats(self) -> bool:
        """Whether it is, or replaces, one moment of a series."""
        return bool(self.rules or self.added or self.planned)


def written_in(content: bytes, zone: ZoneInfo) -> tuple[list[Written], list[str]]:
    """The events that can be read and a problem's name for each other; refuses what has none."""
    blocks = list(_blocks(_LINE_END.split(_text(content))))
    if not blocks:
        raise Refusal("refusal-file-not-calendar")
    events = [_properties(lines) for kind, lines in blocks if kind == "VEVENT"]
    if not events:
        raise Refusal("refusal-calendar-empty")
    clock, problems = _Clock(blocks, zone), list[str]()
    read = [_written(said, clock, problems) for said in events]
    if clock.guessed:
        problems.append(ZONE_GUESSED)
    return [event for event in read if event is not None], problems


def _text(content: bytes) -> str:
    """The text by its byte order mark, else UTF-8, else cp1252, with folded lines joined.

    Lines are joined before decoding, because some writers fold between the bytes of a letter.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode(errors="replace")
    content = _FOLD.sub(b"", content.removeprefix(b"\xef\xbb\xbf"))
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _blocks(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Events, zones with their parts, and the calendar's own lines; alarms and others are dropped.

    An event that is never closed ends where the next begins.
    """
    inside: list[str] = []
    kept: dict[str, list[str]] = {}
    for line in lines:
        verb, _, name = line.strip().upper().partition(":")
        if verb == "BEGIN":
            if name in ("VEVENT", "VCALENDAR"):
                yield from kept.items()
                kept, inside = {}, []
            if name in ("VEVENT", "VCALENDAR", "VTIMEZONE"):
                kept[name] = []
            inside.append(name)
        if "VTIMEZONE" in kept:
            kept["VTIMEZONE"].append(line)
        elif verb not in ("BEGIN", "END") and inside and inside[-1] in kept:
            kept[inside[-1]].append(line)
        if verb == "END" and name in inside:
            del inside[inside.index(name) :]
            if name in kept:
                yield name, kept.pop(name)
    yield from kept.items()


@dataclass(frozen=True)
class _Line:
    value: str
    tzid: str
    onwards: bool


def _properties(lines: Iterable[str]) -> Mapping[str, list[_Line]]:
    """The lines that matter here, by name; those against the grammar are left out."""
    said: dict[str, list[_Line]] = defaultdict(list)
    for line in lines:
        parts = _LINE.fullmatch(line)
        if parts is not None and parts[1].upper() in _NAMES:
            tzid = _TZID.search(parts[2])
            onwards = "RANGE=THISANDFUTURE" in parts[2].upper()
            said[parts[1].upper()].append(
                _Line(parts[3].strip(), tzid[1].strip('"') if tzid else "", onwards)
            )
    return said


class _Clock:
    """What dates and zones mean in one calendar."""

    def __init__(self, blocks: Sequence[tuple[str, list[str]]], zone: ZoneInfo) -> None:
        self.guessed = False
        self._default = zone
        self._own: ZoneInfo | None = None
        self._known: dict[str, tzinfo | None] = {}
        for kind, lines in blocks:
            if kind == "VTIMEZONE":
                name = _value_of("TZID", lines)
                self._known[name] = named_zone(name) or _defined_zone(lines)
            elif kind == "VCALENDAR":
                self._own = self._own or named_zone(_value_of("X-WR-TIMEZONE", lines))

    def moment(self, value: str, tzid: str) -> date:
        """A day, or an aware time; floating and UTC ones are in the calendar's zone, if any."""
        parts = _MOMENT.fullmatch(value.strip())
        if parts is None:
            raise ValueError(value)
        day = date(int(parts[1]), int(parts[2]), int(parts[3]))
        if parts[4] is None:
            return day
        at = time(int(parts[4]), int(parts[5]), min(int(parts[6] or 0), 59))
        if parts[7]:
            return datetime.combine(day, at, UTC).astimezone(self._own or UTC)
        return datetime.combine(day, at, self._zone(tzid))

    def moments(self, lines: Iterable[_Line]) -> tuple[date, ...]:
        """Every moment that can be read; of a period, its beginning."""
        found: list[date] = []
        for line in lines:
            for part in line.value.split(","):
                try:
                    found.append(self.moment(part.partition("/")[0], line.tzid))
                except ODD:
                    continue
        return tuple(found)

    def _zone(self, tzid: str) -> tzinfo:
        if not tzid:
            return self._own or self._default
        if tzid not in self._known:
            self._known[tzid] = named_zone(tzid)
        self.guessed = self.guessed or self._known[tzid] is None
        return self._known[tzid] or self._default


def _value_of(name: str, lines: Iterable[str]) -> str:
    values = (line.partition(":")[2] for line in lines if line.upper().startswith(name))
    return str(unescape_backslash(next(values, ""))).strip()


def named_zone(tzid: str) -> ZoneInfo | None:
    """The zone an IANA or Windows name stands for, bare or behind a vendor's prefix."""
    bare = tzid.strip('"/ ')
    parts = bare.split("/")
    for name in (bare, WINDOWS_TO_OLSON.get(bare), "/".join(parts[-2:]), "/".join(parts[-3:])):
        try:
            return ZoneInfo(name or "")
        except ODD:
            continue
    return None


def _defined_zone(lines: Sequence[str]) -> tzinfo | None:
    """The zone a VTIMEZONE describes; only by yearly changes, others could take for ever."""
    rules = [line.upper() for line in lines if line.upper().startswith("RRULE")]
    if any("FREQ=YEARLY" not in rule or not bearable(rule) for rule in rules):
        return None
    try:
        component = icalendar.Timezone.from_ical("\r\n".join(lines))
        if not isinstance(component, icalendar.Timezone):
            return None
        defined: tzinfo = component.to_tz(lookup_tzid=False)
        datetime(2026, 1, 1, tzinfo=defined).utcoffset()
    except ODD:
        return None
    return defined


def _written(said: Mapping[str, list[_Line]], clock: _Clock, problems: list[str]) -> Written | None:
    """The event, if it begins at one moment that can be read."""
    dates = {name: clock.moments(said.get(name, ())) for name in _DATED}
    if len(set(dates["DTSTART"])) != 1:
        problems.append(UNREADABLE)
        return None
    start = dates["DTSTART"][0]
    text = {name: str(unescape_backslash(said[name][0].value)) for name in _SINGLE if name in said}
    return Written(
        uid=text.get("UID", ""),
        title=text.get("SUMMARY", ""),
        place=text.get("LOCATION", ""),
        link=text.get("URL", ""),
        status=text.get("STATUS", "").upper(),
        sequence=_whole(text.get("SEQUENCE", "")),
        start=start,
        end=next(iter(dates["DTEND"]), None),
        lasts=_duration(text.get("DURATION", "")),
        planned=next(iter(dates["RECURRENCE-ID"]), None),
        onwards=any(line.onwards for line in said.get("RECURRENCE-ID", ())),
        rules=_rules(said.get("RRULE", ()), start, clock, problems),
        added=dates["RDATE"],
        skipped=dates["EXDATE"],
        text=_described(said),
        categories=categories_in(_unescaped(said, "CATEGORIES")),
    )


def _unescaped(said: Mapping[str, list[_Line]], name: str) -> list[str]:
    return [str(unescape_backslash(line.value)) for line in said.get(name, ())]


def _described(said: Mapping[str, list[_Line]]) -> str:
    """The description, else the one in HTML, and what some programs say of the price beside it."""
    texts = _unescaped(said, "DESCRIPTION") or _unescaped(said, "X-ALT-DESC")
    return "\n".join([*texts[:1], *_unescaped(said, "X-COST")[:1]])


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 10 else 0


def _duration(written: str) -> timedelta | None:
    parts = _DURATION.fullmatch(written.strip().upper())
    if parts is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _rules(
    lines: Iterable[_Line], start: date, clock: _Clock, problems: list[str]
) -> tuple[str, ...]:
    """The rules, or none of them when one cannot be followed: the event stands on its first day."""
    kept: list[str] = []
    for line in lines:
        try:
            rule = _with_until(line.value.upper(), start, clock)
            vRecur.from_ical(rule)
            if not bearable(rule) or not comes_again(rule, start):
                raise ValueError(rule)
        except ODD:
            problems.append(RULE_REFUSED)
            return ()
        kept.append(rule)
    return tuple(kept)


def _with_until(rule: str, start: date, clock: _Clock) -> str:
    """The rule with UNTIL of the same kind as its start; a bare day includes the whole day."""
    before, named, rest = rule.partition("UNTIL=")
    if not named:
        return rule
    value, semicolon, after = rest.partition(";")
    until = clock.moment(value, "")
    if isinstance(start, datetime):
        if not isinstance(until, datetime):
            until = datetime.combine(until, time(23, 59, 59), start.tzinfo)
        elif not value.endswith("Z"):
            until = until.replace(tzinfo=start.tzinfo)
        value = f"{until.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    else:
        value = f"{until:%Y%m%d}"
    return f"{before}UNTIL={value}{semicolon}{after}"
