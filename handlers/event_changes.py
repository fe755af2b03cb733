"""Changing an event part by part: the words that ask, the taps that answer, for its proposer and
for the team alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.command import Value, called, labelled
from chat.words import Reply, Words, say
from domain.errors import Refusal
from domain.event_drafts import Part, changed, draft_of, read_part
from domain.event_subjects import Subject
from domain.events import Access, Event, State
from domain.values import Phrase
from handlers.desk import Desk

FOR_ALL = (Part.TITLE, Part.PLACE, Part.PRICE, Part.LINK, Part.ACCESS, Part.TAGS, Part.TEXT)
"""What the dates of a series have in common."""

PARTS = (Part.TITLE, Part.WHEN, *FOR_ALL[1:], Part.CONDITIONS, Part.VOLUNTEERS, Part.CREDIT)

PART_LABELS = {
    Part.TITLE: Words("choice-event-title"),
    Part.WHEN: Words("choice-event-when"),
    Part.PLACE: Words("choice-event-place"),
    Part.PRICE: Words("choice-event-price"),
    Part.LINK: Words("choice-event-link"),
    Part.ACCESS: Words("choice-event-access"),
    Part.CONDITIONS: Words("choice-event-conditions"),
    Part.VOLUNTEERS: Words("choice-event-volunteers"),
    Part.TAGS: Words("choice-event-tags"),
    Part.TEXT: Words("choice-event-text"),
    Part.CREDIT: Words("choice-event-credit"),
}


def local(desk: Desk) -> datetime:
    """Now, as the clocks of the fabrique show it."""
    return desk.now.astimezone(desk.fabrique.zone)


def part_choices(parts: Sequence[Part]) -> list[Value]:
    """Each part, to be pressed."""
    return [Value(PART_LABELS[one], one.value) for one in parts]


def ask_part(part: str) -> Reply:
    """The words that ask for a part."""
    return say("event-ask-part", part=part)


def part_values(part: str, *, price_words: Sequence[str] = ()) -> Sequence[Value]:
    """What may be pressed instead of typing."""
    if part == Part.PRICE:
        return [called(words, words) for words in price_words]
    if part == Part.ACCESS:
        return [
            Value(
                Words("choice-value", {"value": Phrase("access-name", {"code": str(one)})}),
                str(one),
            )
            for one in Access
        ]
    if part == Part.TAGS:
        return [
            Value(
                Words("choice-value", {"value": Phrase("subject-name", {"subject": str(one)})}),
                str(one),
            )
            for one in Subject
        ]
    if part in (Part.TITLE, Part.WHEN):
        return []
    return [labelled("choice-event-nothing", "")]


def price_words(desk: Desk) -> tuple[str, str]:
    """The two commonest prices, in the reader's language, as they will stand in the agenda."""
    return ("free", "pay what you can") if desk.language == "en" else ("gratuit", "prix libre")


def value_of(desk: Desk, part: str, typed: str, *, day: str = "") -> str:
    """What was typed for a part; raises Refusal."""
    if part == Part.TAGS:
        raise Refusal("refusal-choose")
    return read_part(Part(part), typed, local(desk), day=day)


async def reworded(desk: Desk, event: Event, part: str, value: str) -> Sequence[Event]:
    """The event with a part said anew, and so the dates of its series that stand as it does."""
    alike = await _alike(desk, event) if Part(part) is not Part.WHEN else [event]
    told = []
    for one in alike:
        (found,) = changed(draft_of([one]), Part(part), value).found(one.uid)[:1] or (None,)
        if found is None:
            raise Refusal("refusal-choice-stale")
        kept = replace(found, uid=one.uid, status=one.status, series=one.series)
        told.append(await desk.store.events.reword(one.id, kept, now=desk.now))
    return told


async def _alike(desk: Desk, event: Event) -> Sequence[Event]:
    if event.series is None:
        return [event]
    batch = await batch_of(desk, event)
    return [one for one in batch if one.state is event.state]


async def batch_of(desk: Desk, event: Event) -> Sequence[Event]:
    """All dates that were proposed together with an event, those of its series only."""
    batch = await desk.store.events.batch_of(event.id)
    return [
        one for one in batch if one.id == event.id or (one.series and one.series == event.series)
    ]


async def own(desk: Desk, number: int) -> Event:
    """An event that the person proposed and that is not over; a Refusal for any other."""
    event = await desk.store.events.event(number)
    if event is None or await desk.store.events.owner(number) != desk.person.id:
        raise Refusal("refusal-choice-stale")
    return event


async def own_waiting(desk: Desk, number: int) -> Event:
    """The same while the team has not decided."""
    event = await own(desk, number)
    if event.state is not State.PROPOSED:
        raise Refusal("refusal-event-decided")
    return event
