"""Questions to the agenda, as people ask them: "Y a quoi dimanche avec des enfants, pas cher ?"

Reads days, price, families, subjects and the words that are left, which are a place or a title; and
finds what answers them, or the nearest that does. Must not know where events are stored.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.agenda import local_span
from domain.agenda_ask_words import (
    ACCESS,
    AGE,
    AGES,
    ALONE,
    CHEAP,
    ELSEWHERE,
    FAMILIES,
    FREE,
    HOUR_SAID,
    KIND_BEFORE_DAY,
    LESS_THAN,
    MONTH,
    MONTHS,
    NAMED_MONTH,
    NAMING,
    NEXT_WEEK,
    NEXT_WEEKEND,
    OPEN,
    PARTS,
    SMALL,
    TELEPHONE,
    THINGS,
    UPCOMING,
    WEEK,
    WEEKEND,
    WHEELS,
)
from domain.days import find_all
from domain.event_subjects import spaced, stems_in
from domain.event_terms import access_in
from domain.events import Access, Cost, Event, Status
from domain.numbers import blank
from domain.people import flat, fold
from domain.week import Ground, is_free, lasts, subjects_of

ASK_MOST = 160
"""Characters of a question; what is longer tells a story."""

OPEN_WORDS = 3
"""Words that nothing here reads, at most: a place or a title. More, and it asks something else."""

HORIZON = timedelta(days=60)
"""How far ahead the nearest that fits is looked for."""

SEVEN_DAYS = timedelta(days=6)
CHEAP_EUROS = 5


class Price(StrEnum):
    """What coming may cost."""

    FREE = "free"
    CHEAP = "cheap"


@dataclass(frozen=True)
class Ask:
    """What somebody looks for: the days `first` to `last`, which they `told` or not, and wishes.

    `past` when they lie behind. `part` is of the day: morning, afternoon or evening. `most` are
    euros, `age` is a child's, `access` what somebody needs to come. `stems` are how the words begin
    that name subjects, `words` any others; `named` are all of these as they were written.
    """

    first: date
    last: date
    told: bool = False
    part: str | None = None
    families: bool = False
    price: Price | None = None
    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    past: bool = False
    most: int | None = None
    age: int | None = None
    access: tuple[Access, ...] = ()


class Without(StrEnum):
    """Which wish had to be set aside for something to fit."""

    NOTHING = "nothing"
    PRICE = "price"
    DAY = "day"
    WORDS = "words"


@dataclass(frozen=True)
class Answer:
    """What fits, by start; `without` says at what price."""

    events: tuple[Event, ...]
    without: Without = Without.NOTHING


def asks_agenda(sentence: str) -> bool:
    """Whether a plain sentence asks what happens on some days. One about a meeting of the alliance,
    about how or why, or for somebody's help is for others to hear.
    """
    said = flat(_spelt(sentence)).strip()
    if len(sentence) > ASK_MOST or ELSEWHERE.search(said):
        return False
    if not (OPEN.search(said) or NAMING.search(said) or _names_kinds(said)):
        return False
    ask = read_ask(sentence, date(2024, 1, 1))  # any date tells whether a day was said
    things = THINGS.search(said) is not None
    if len(ask.words) > OPEN_WORDS:
        return False
    if OPEN.search(said):
        return ask.told or (things and not ask.words) or ALONE.fullmatch(said) is not None
    if not ask.told:
        return things and len(ask.words) <= (1 if ask.stems else 0)
    return things or bool(ask.stems)


def _names_kinds(said: str) -> bool:
    """Whether it begins with kinds of things, in the plural and at no hour: one that is announced
    has an hour.
    """
    begins = KIND_BEFORE_DAY.match(said)
    return begins is not None and bool(THINGS.search(begins[0])) and not HOUR_SAID.search(said)


def _spelt(text: str) -> str:
    """A text as it would be spelt out."""
    for pattern, whole in TELEPHONE.items():
        text = re.sub(pattern, whole, text, flags=re.I)
    return text


def read_ask(text: str, today: date) -> Ask:
    """What a question or a few words look for; days are the next seven unless they are told."""
    text = _spelt(" ".join(text[:ASK_MOST].split()))
    said = flat(text)
    part = next((name for name, pattern in PARTS.items() if pattern.search(said)), None)
    age = AGE.search(said)
    most = _most(said)
    cheap = Price.CHEAP if most is not None or CHEAP.search(said) else None
    days, past, rest = _days(text, today)
    for pattern in (LESS_THAN, AGE, ACCESS, FREE, CHEAP, FAMILIES, *PARTS.values()):
        rest = _without(rest, pattern)
    stems = tuple(dict.fromkeys(stem for _, stem in stems_in(rest)))
    told = tuple(_telling(rest))
    first, last = days or (today, today + SEVEN_DAYS)
    return Ask(
        first,
        last,
        told=days is not None,
        part=part,
        families=age is not None or FAMILIES.search(said) is not None,
        price=Price.FREE if FREE.search(said) else cheap,
        stems=stems,
        words=tuple(word for word in told if not _is_of(word, stems)),
        named=told,
        past=past,
        most=most,
        age=int(age["age"]) if age else None,
        access=_needed(said),
    )


def _most(said: str) -> int | None:
    """How many euros at most, where a number of them was said."""
    match = LESS_THAN.search(said)
    return int(match["most"] or match["at_most"]) if match else None


def _needed(said: str) -> tuple[Access, ...]:
    """What somebody needs to come; a wheelchair needs no steps."""
    wheels = (Access.STEP_FREE,) if WHEELS.search(said) else ()
    return tuple(dict.fromkeys((*wheels, *access_in(said))))


def look(
    ask: Ask, events: Iterable[Event], ground: Ground, *, zone: ZoneInfo, now: datetime
) -> Answer:
    """What answers a question, or the nearest that does: without its wish of a price, else on the
    first other day, else without its words. Empty when nothing is like it.
    """
    today = now.astimezone(zone).date()
    open_ = [one for one in events if _is_open(one, now, zone)]
    any_day = replace(ask, first=today, last=today + HORIZON, part=None)
    less = replace(ask, words=(), stems=())
    tries = [(ask, Without.NOTHING)]
    tries += [(replace(ask, price=None), Without.PRICE)] if ask.price else []
    tries += [(any_day, Without.DAY)] if ask.told or ask.part else []
    tries += [(less, Without.WORDS)] if ask.words or ask.stems else []
    for one, without in tries:
        found = _fitting(one, open_, ground, zone)
        if found and without is Without.DAY:
            found = _of_the_first_day(found, zone, today)
        if found:
            return Answer(tuple(found), without)
    return Answer(())


def _days(text: str, today: date) -> tuple[tuple[date, date] | None, bool, str]:
    """The days that a text tells, whether they lie behind, and the text without them."""
    for pattern, span in _SPANS.items():
        if match := pattern.search(flat(text)):
            return span(today), False, blank(text, *match.span())
    found = find_all(text, today, ahead=True)
    for one in found:
        text = blank(text, one.start, one.end)
    days = sorted(one.day for one in found)
    if days:
        return ((days[0], days[-1]) if days[0] >= today else None), days[-1] < today, text
    return _months(text, today)


def _months(text: str, today: date) -> tuple[tuple[date, date] | None, bool, str]:
    """The same of months by their names; one without a year is the next of its name."""
    spans = list[tuple[date, date]]()
    for match in NAMED_MONTH.finditer(flat(text)):
        number = MONTHS[match["sure"] or match["month"]]
        year = int(match["year"] or match["year_too"] or today.year + (number < today.month))
        last = date(year, number, monthrange(year, number)[1])
        spans.append((date(year, number, 1), last))
    text = _without(text, NAMED_MONTH)
    if not spans:
        return None, False, text
    first, last = min(spans)[0], max(spans)[1]
    return ((max(first, today), last) if last >= today else None), last < today, text


def _weekend(today: date) -> tuple[date, date]:
    saturday = today + timedelta(days=5 - today.weekday())
    return max(saturday, today), saturday + timedelta(days=1)


def _next_weekend(today: date) -> tuple[date, date]:
    saturday = today + timedelta(days=12 - today.weekday())
    return saturday, saturday + timedelta(days=1)


def _this_week(today: date) -> tuple[date, date]:
    return today, today + timedelta(days=6 - today.weekday())


def _next_week(today: date) -> tuple[date, date]:
    monday = today + timedelta(days=7 - today.weekday())
    return monday, monday + timedelta(days=6)


def _this_month(today: date) -> tuple[date, date]:
    return today, today.replace(day=monthrange(today.year, today.month)[1])


def _to_come(today: date) -> tuple[date, date]:
    return today, today + HORIZON


_SPANS = {
    UPCOMING: _to_come,
    NEXT_WEEKEND: _next_weekend,
    WEEKEND: _weekend,
    NEXT_WEEK: _next_week,
    WEEK: _this_week,
    MONTH: _this_month,
}


def _without(text: str, pattern: re.Pattern[str]) -> str:
    for match in reversed(list(pattern.finditer(flat(text)))):
        text = blank(text, *match.span())
    return text


def _telling(text: str) -> Iterator[str]:
    """The words that say what is looked for; of one with hyphens, "Saint-Étienne", all parts."""
    for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", text):
        if not all(part in SMALL for part in fold(word).split("-")):
            yield word


def _is_of(word: str, stems: Sequence[str]) -> bool:
    said = spaced(word)
    return any(stem in said or said.strip() in stem.split() for stem in stems)


def _is_open(event: Event, now: datetime, zone: ZoneInfo) -> bool:
    """Whether one can still go: it is not off, and not over."""
    if event.status in (Status.CANCELLED, Status.POSTPONED):
        return False
    if event.end is not None:
        return event.end > now
    return local_span(event, zone)[1] >= now.astimezone(zone).date() and (
        event.all_day or event.start > now - timedelta(hours=1)
    )


def _fitting(ask: Ask, events: Sequence[Event], ground: Ground, zone: ZoneInfo) -> list[Event]:
    """By start; where the very word of a subject is in some of them, only those."""
    found = sorted(
        (one for one in events if _fits(ask, one, ground, zone)),
        key=lambda one: (local_span(one, zone)[0] < ask.first, one.start, one.id),
    )
    said = [one for one in found if all(stem in _words(one) for stem in ask.stems)]
    return said or found


def _fits(ask: Ask, event: Event, ground: Ground, zone: ZoneInfo) -> bool:
    first, last = local_span(event, zone)
    subjects = {str(subject) for stem in ask.stems for subject, _ in stems_in(stem)}
    where = spaced(" ".join((*ground.names(event), event.title, event.details.text)))
    return (
        first <= ask.last
        and last >= ask.first
        and (not ask.families or event.details.families)
        and (ask.age is None or _is_for(event, ask.age))
        and set(ask.access) <= set(_access(event, ground))
        and _costs(event, ask)
        and (ask.part is None or _part(event, zone) in (ask.part, ""))
        and (not subjects or bool(subjects & set(subjects_of(event))))
        and all(spaced(word).rstrip(" s") in where for word in ask.words)
    )


def _words(event: Event) -> str:
    return spaced(f"{event.title} {event.details.text}")


def _costs(event: Event, ask: Ask) -> bool:
    if ask.price is None or is_free(event):
        return True
    amounts = [int(one) for one in re.findall(r"\d+", event.details.price)]
    paid = event.details.cost in (Cost.PAID, None)
    most = CHEAP_EUROS if ask.most is None else ask.most
    return ask.price is Price.CHEAP and paid and bool(amounts) and amounts[0] <= most


def _is_for(event: Event, age: int) -> bool:
    """Whether an event that says for which ages it is says this one; others say nothing against."""
    details = event.details
    for one in AGES.finditer(flat(f"{event.title} {details.text} {details.conditions}")):
        least, most = int(one["least"] or one["first"]), int(one["last"] or 99)
        if not least <= age <= most:
            return False
    return True


def _access(event: Event, ground: Ground) -> tuple[Access, ...]:
    venue = ground.venue(event)
    return event.details.access or (venue.access if venue else ())


def _part(event: Event, zone: ZoneInfo) -> str:
    """The part of the day in which it begins; none for what takes the whole of it."""
    if event.all_day or lasts(event, zone, since=date.min):
        return ""
    hour = event.start.astimezone(zone).hour
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"


def _of_the_first_day(events: Sequence[Event], zone: ZoneInfo, today: date) -> list[Event]:
    day = min(max(local_span(one, zone)[0], today) for one in events)
    return [one for one in events if max(local_span(one, zone)[0], today) == day]
