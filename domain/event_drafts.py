"""An event before it is one: what its writer checks, part by part, until it is proposed.

Must not know who writes, nor when: `now` is given, aware, in the zone of the place.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from typing import Any

from domain import event_prices, event_terms, event_words
from domain.errors import Refusal
from domain.event_days import Occasions, Timing, occasions, on_day
from domain.event_fixes import bare
from domain.event_places import place_answered
from domain.event_subjects import Subject
from domain.events import Access, Cost, Details, Event, FoundEvent, Status, details_of, plain
from domain.phone_words import days_spelled
from domain.quoted import hidden

LINE_MOST = 200
"""Characters of a price, a condition, a place: what stands on one line."""


class Part(StrEnum):
    """What may be changed about an event; an answer to each is one text."""

    TITLE = "title"
    WHEN = "when"
    PLACE = "place"
    PRICE = "price"
    LINK = "link"
    ACCESS = "access"
    CONDITIONS = "conditions"
    VOLUNTEERS = "volunteers"
    TAGS = "tags"
    TEXT = "text"
    CREDIT = "credit"


@dataclass(frozen=True)
class EventDraft:
    """An event as its writer tells it: the same on each of its dates."""

    title: str
    timings: tuple[Timing, ...]
    place: str
    link: str = ""
    details: Details = field(default_factory=Details)

    @property
    def also(self) -> str:
        """What is no question of its own, as a waiting question keeps it."""
        return json.dumps({"link": self.link, "details": self.details.kept()}, sort_keys=True)

    def found(self, token: str) -> list[FoundEvent]:
        """One event for each date; the dates of a series belong together under `token`."""
        several = len(self.timings) > 1
        return [
            FoundEvent(
                uid=f"{token}-{number}" if several else token,
                title=self.title,
                start=one.start,
                end=one.end,
                all_day=one.all_day,
                place=self.place,
                link=self.link,
                status=Status.SCHEDULED,
                details=self.details,
                series=token if several else None,
            )
            for number, one in enumerate(self.timings, 1)
        ]


def draft(title: str, when: str, place: str, also: str) -> EventDraft:
    """The draft that a waiting question keeps."""
    known = json.loads(also) if also else {}
    details = details_of(known.get("details", {}))
    return EventDraft(title, timings_from(when), place, known.get("link", ""), details)


def draft_of(events: Sequence[Event] | Sequence[FoundEvent]) -> EventDraft:
    """Events of one batch, as they would be told together."""
    first = events[0]
    timings = tuple(Timing(one.start, one.end, one.all_day) for one in events)
    return EventDraft(first.title, timings, first.place, first.link, first.details)


def timings_kept(timings: Sequence[Timing]) -> str:
    """Dates as a waiting question keeps them."""
    return json.dumps(
        [[one.start.isoformat(), one.end and one.end.isoformat(), one.all_day] for one in timings]
    )


def timings_from(kept: str) -> tuple[Timing, ...]:
    """The dates that `timings_kept` wrote."""
    return tuple(
        Timing(datetime.fromisoformat(start), end and datetime.fromisoformat(end), all_day)
        for start, end, all_day in json.loads(kept)
    )


def in_zone(draft: EventDraft, zone: tzinfo) -> EventDraft:
    """The same with its hours as the clocks of a zone show them."""
    there = tuple(
        Timing(one.start.astimezone(zone), one.end and one.end.astimezone(zone), one.all_day)
        for one in draft.timings
    )
    return replace(draft, timings=there)


def seen(events: Sequence[Event]) -> str:
    """A mark of the words that somebody decides about, in any order: other words have another."""
    words = [
        [one.id, one.title, *_instants(one), one.place, one.link, one.details.kept()]
        for one in sorted(events, key=lambda one: one.id)
    ]
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:8]


def _instants(event: Event) -> list[str]:
    """Its hours, the same in whichever zone they are read."""
    return [one.astimezone(UTC).isoformat() if one else "" for one in (event.start, event.end)]


def read_part(part: Part, typed: str, now: datetime, *, day: str = "") -> str:
    """What an answer says of a part; raises Refusal when it says nothing."""
    if part is Part.WHEN:
        return _read_when(typed, now, day)
    typed = bare(typed) if part in (Part.PLACE, Part.PRICE) else typed
    line = plain(" ".join(typed.split()), most=_MOST.get(part, LINE_MOST))
    line = place_answered(line) if part is Part.PLACE else line
    if part is Part.LINK:
        return _read_link(line)
    if part is Part.ACCESS and not event_terms.access_in(line):
        raise Refusal("refusal-event-access")
    if part is Part.PLACE and event_words.link_in(line) and not _LETTERS.search(_bare(line)):
        raise Refusal("refusal-event-place-link")
    if not _LETTERS.search(line) and not (part is Part.PRICE and re.search("[0-9]", line)):
        raise Refusal("refusal-event-empty")
    return line


_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOST = {Part.TITLE: event_words.TITLE_MOST, Part.TEXT: event_words.TEXT_MOST}


def _bare(line: str) -> str:
    return re.sub(r"\S*[./]\S*", "", line)


def when_said(typed: str, now: datetime, *, day: str = "") -> Occasions:
    """The dates that an answer says; `day` is the one that was said before."""
    typed = days_spelled(typed[: event_words.READ_MOST].replace("\0", " "))
    said = occasions(hidden(typed), now)
    if day and said.doubt and said.day is None and said.about is None:
        return on_day(datetime.fromisoformat(day).date(), typed, now)
    return said


def _read_when(typed: str, now: datetime, day: str) -> str:
    said = when_said(typed, now, day=day)
    if said.doubt:
        raise Refusal(said.doubt, **said.values)
    return timings_kept(said.timings)


def _read_link(line: str) -> str:
    link = event_words.link_in(line) or event_words.link_in(f"https://{line}")
    if not link or not re.fullmatch(r"https?://[^\s/?#@]+\.[^\s/?#@.]{2,}(?:[/?#]\S*)?", link):
        raise Refusal("refusal-event-link")
    return link


def changed(known: EventDraft, part: Part, value: str) -> EventDraft:
    """The draft with one part said anew; nothing is what is said of it now, if `value` is empty."""
    details = known.details
    match part:
        case Part.TITLE:
            return replace(known, title=value)
        case Part.WHEN:
            return replace(known, timings=timings_from(value))
        case Part.PLACE:
            return replace(known, place=value)
        case Part.LINK:
            return replace(known, link=value)
        case Part.PRICE:
            cost, _, _ = event_prices.price_in(value)
            said = event_prices.price_set(value)
            return replace(known, details=replace(details, price=said, cost=cost or _paid(value)))
        case Part.ACCESS:
            access = tuple(dict.fromkeys((*details.access, *_codes(value)))) if value else ()
            return replace(known, details=replace(details, access=access))
        case Part.TAGS:
            return replace(known, details=replace(details, tags=_turned(details.tags, value)))
    told: dict[str, Any] = {part.value: value}
    return replace(known, details=replace(details, **told))


def _paid(price: str) -> Cost | None:
    return Cost.PAID if re.search("[1-9]", price) else None


def _codes(value: str) -> tuple[Access, ...]:
    codes = {str(one): one for one in Access}
    return (codes[value],) if value in codes else event_terms.access_in(value)


def _turned(tags: tuple[str, ...], value: str) -> tuple[str, ...]:
    """A subject more, or one less when it was there."""
    if value not in {str(one) for one in Subject}:
        raise Refusal("refusal-choice-stale")
    return tuple(one for one in tags if one != value) if value in tags else (*tags, value)
