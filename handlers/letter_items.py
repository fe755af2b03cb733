"""What people propose for the letter, and what the bot could add to it: suggestions that are
printed only if the team takes them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from chat.command import Where, command
from chat.letter_cards import item_card
from chat.words import Choice, Reply, Words, say, toast
from domain import time_figures
from domain.agenda import local_span
from domain.calls import CallState
from domain.campaigns import end_of
from domain.errors import Refusal
from domain.events import Event, State
from domain.letter import Item, Section
from domain.letter_words import read_item
from domain.periods import Period
from domain.resources import Kind
from domain.values import Items, Lines, NearDay, OnDate, Phrase
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.letter_leaving import coming_day

AHEAD = timedelta(days=45)
"""How far a letter looks ahead."""

BEHIND = timedelta(days=45)
"""What was shared longer ago is not news."""

BIG = timedelta(hours=5)
"""What takes longer than an evening is one of the month's big events."""

SHOWN = 8
"""Suggestions that one message lists."""

NAMED_SKILLS = 3


@dataclass(frozen=True)
class Suggestion:
    """Something that the bot could add: what it would say, and of which thing."""

    source: str
    section: Section
    phrase: Phrase
    ends: date | None = None


@command()
async def propose_item(desk: Desk, text: str) -> Reply:
    """Propose something for the letter to the team; it may name its section."""
    await must_be_reachable(desk)
    section, words = read_item(text)
    number = await desk.store.letter.propose(
        words, section, by=desk.person.id, now=desk.now, ends=end_of(words, desk.today)
    )
    item = Item(number, words, desk.person.name, State.PROPOSED, section)
    await tell_team(desk, item_card(item, proposer=desk.person.name))
    return say("item-proposed", section=section.value)


@command(where=Where.TEAM, keeps_choices=True)
async def show_suggestions(desk: Desk) -> Reply:
    """What could be added to the letter, a tap each."""
    found = [one async for one in suggestions(desk, await coming_day(desk))]
    if not found:
        return say("letter-no-ideas")
    numbered = list(enumerate(found[:SHOWN], start=1))
    lines = Lines(tuple(Phrase("letter-idea", _line(number, one)) for number, one in numbered))
    choices = [
        Choice(
            Words("choice-letter-idea", {"number": str(number)}),
            take_suggestion.name,
            {"source": one.source},
        )
        for number, one in numbered
    ]
    return say("letter-ideas", lines=lines).choose(*choices)


@command(where=Where.TEAM, keeps_choices=True)
async def take_suggestion(desk: Desk, source: str) -> Reply:
    """The letter says it, in each reader's language."""
    day = await coming_day(desk)
    found = [one async for one in suggestions(desk, day) if one.source == source]
    if not found:
        raise Refusal("refusal-letter-idea-gone")
    number = await desk.store.letter.propose(
        "",
        found[0].section,
        by=desk.person.id,
        now=desk.now,
        phrase=found[0].phrase,
        source=source,
        ends=found[0].ends,
    )
    await desk.store.letter.decide(number, State.APPROVED, now=desk.now)
    await desk.store.audit.note("approved", f"item:{number}", by=desk.person.id, now=desk.now)
    return toast("letter-idea-taken")


async def suggestions(desk: Desk, day: date) -> AsyncIterator[Suggestion]:
    """What may be added to a letter of that day and was not yet: meetings, open calls, what was
    shared, figures.
    """
    taken = await desk.store.letter.sources()
    for one in [
        *await _meetings(desk, day),
        *await _events(desk, day),
        *await _calls(desk, day),
        *await _resources(desk),
        *await _figures(desk),
    ]:
        if one.source not in taken:
            yield one


async def _meetings(desk: Desk, day: date) -> list[Suggestion]:
    coming = await desk.store.gatherings.coming(desk.fabrique.policy, desk.now, desk.fabrique.zone)
    near = [one for one in coming if one.planned and day <= one.day <= day + AHEAD]
    return [
        Suggestion(
            f"meeting:{one.issue}",
            Section.MEETING,
            Phrase(
                "letter-meeting",
                {"when": one.starts(desk.fabrique.zone) if one.at else NearDay(one.day)},
            ),
            one.day,
        )
        for one in near[:2]
    ]


async def _events(desk: Desk, day: date) -> list[Suggestion]:
    zone = desk.fabrique.zone
    events = await desk.store.events.approved(day, day + AHEAD, zone)
    return [
        Suggestion(
            f"event:{one.id}",
            Section.MEETING,
            Phrase("letter-event", _told(one, zone)),
            local_span(one, zone)[1],
        )
        for one in events
        if _is_big(one)
    ]


async def _calls(desk: Desk, day: date) -> list[Suggestion]:
    calls = await desk.store.calls.in_state(CallState.OPEN)
    return [
        Suggestion(
            f"call:{one.id}",
            Section.CALL,
            Phrase(
                "letter-call",
                {"title": one.title, "closes": NearDay(one.closes)},
            ),
            one.closes,
        )
        for one in calls
        if one.closes > day
    ]


async def _resources(desk: Desk) -> list[Suggestion]:
    shared = await desk.store.resources.in_state(State.APPROVED)
    return [
        Suggestion(
            f"resource:{one.id}",
            Section.EXPERIENCE if one.kind is Kind.METHOD else Section.RESOURCE,
            Phrase("letter-resource", {"title": one.title, "link": one.address}),
        )
        for one in shared
        if one.at > desk.now - BEHIND
    ]


async def _figures(desk: Desk) -> list[Suggestion]:
    """The year's totals, if they concern enough people to be told to everybody."""
    span = Period(desk.today.replace(month=1, day=1), desk.today)
    records = await desk.store.time.records(span.first, span.last)
    reversing = await desk.store.time.reversing(records)
    found = time_figures.for_everybody(
        time_figures.figures(records, reversing=reversing, now=desk.now)
    )
    if found is None:
        return []
    skills = tuple(part.name for part in found.skills if part.name)[:NAMED_SKILLS]
    values = {
        "first": OnDate(span.first),
        "last": OnDate(span.last),
        "hours": round(found.minutes / 60),
        "count": found.exchanges,
        "people": found.people,
        "both": found.both,
        "skills": Items(skills),
    }
    source = f"figures:{desk.today:%Y-%m}"
    return [Suggestion(source, Section.FIGURES, Phrase("figures-public", values))]


def _is_big(event: Event) -> bool:
    """Whether it is worth a line a month before: whole days, or more than an evening."""
    long = event.end is not None and event.end - event.start >= BIG
    return event.all_day or long


def _told(event: Event, zone: ZoneInfo) -> Mapping[str, object]:
    day = NearDay(event.start.astimezone(zone).date())
    when: object = day if event.all_day else event.start
    return {"title": event.title, "when": when, "place": event.place, "link": event.link}


def _line(number: int, one: Suggestion) -> Mapping[str, object]:
    return {"number": str(number), "section": one.section.value, "text": one.phrase}


COMMANDS = (propose_item, show_suggestions, take_suggestion)
