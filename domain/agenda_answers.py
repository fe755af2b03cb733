"""What answers a question to the agenda, or the nearest that does, wishes set aside one by one.

Must not know in which words it was asked, nor where events are stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.agenda import first_day, local_span
from domain.agenda_ask_words import AGES
from domain.agenda_asks import HORIZON, Ask, Price
from domain.event_subjects import spaced, stems_in
from domain.events import Access, Cost, Event, Status
from domain.people import flat
from domain.week import Ground, is_free, lasts, subjects_of

CHEAP_EUROS = 5


class Without(StrEnum):
    """A wish that was set aside for something to fit."""

    PRICE = "price"
    PART = "part"
    FAMILIES = "families"
    ACCESS = "access"
    DAY = "day"
    LATER = "later"
    """No day was told, and the next seven hold nothing."""
    WORDS = "words"


FAR = (Without.DAY, Without.LATER)


@dataclass(frozen=True)
class Answer:
    """What fits, by start; `without` are the wishes set aside."""

    events: tuple[Event, ...]
    without: tuple[Without, ...] = ()


def look(
    ask: Ask, events: Iterable[Event], ground: Ground, *, zone: ZoneInfo, now: datetime
) -> Answer:
    """What answers a question, or the nearest that does. Empty when nothing is like it."""
    today = now.astimezone(zone).date()
    open_ = [one for one in events if _is_open(one, now, zone)]
    for aside in _asides(ask):
        found = _fitting(_less(ask, aside, today), open_, ground, zone)
        if found and Without.DAY in aside:
            found = _of_the_first_day(found, zone, today)
        if found:
            return Answer(tuple(found), aside)
    return Answer(())


def _asides(ask: Ask) -> Iterator[tuple[Without, ...]]:
    """Which wishes are set aside, from none on: on the days that were asked for, what is nearly
    so goes before what is so on another day, and that before something else. How one can come is
    given up last of all.
    """
    wished = {
        Without.PRICE: ask.price is not None,
        Without.PART: ask.part is not None,
        Without.FAMILIES: ask.families,
    }
    soft = tuple(one for one, is_wished in wished.items() if is_wished)
    some = [(), *((one,) for one in soft), *(soft[:most] for most in range(2, len(soft) + 1))]
    far = Without.DAY if ask.told else Without.LATER
    last: list[tuple[Without, ...]] = [(), (far,), *([(Without.WORDS,)] if ask.named else [])]
    for access in [(), *([(Without.ACCESS,)] if ask.access else [])]:
        for end in last:
            for one in some:
                if end != (far,) or Without.PART not in one:
                    yield (*one, *access, *end)


def _less(ask: Ask, aside: Sequence[Without], today: date) -> Ask:
    """A question without some wishes; for how old a child is stays asked."""
    if Without.PRICE in aside:
        ask = replace(ask, price=None, most=None)
    if Without.PART in aside or Without.DAY in aside:
        ask = replace(ask, part=None)
    if Without.FAMILIES in aside:
        ask = replace(ask, families=False)
    if Without.ACCESS in aside:
        ask = replace(ask, access=())
    if Without.WORDS in aside:
        ask = replace(ask, words=(), stems=())
    return replace(ask, first=today, last=today + HORIZON) if set(aside) & set(FAR) else ask


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
    subjects = {str(subject) for stem in ask.stems for subject, _ in stems_in(stem)}
    where = spaced(" ".join((*ground.names(event), event.title, event.details.text)))
    return (
        first_day(event, ask.first, ask.last, zone) is not None
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
    days = [first_day(one, today, today + HORIZON, zone) for one in events]
    first = min(day for day in days if day is not None)
    return [one for one, day in zip(events, days, strict=True) if day == first]
