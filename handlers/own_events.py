"""What somebody proposed for the agenda, and what became of it: seen, corrected, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Value, Where, command
from chat.event_cards import (
    batch_card,
    became,
    event_phrase,
    event_when,
    joined_card,
    proposal_card,
    with_picture,
)
from chat.words import Choice, Reply, Words, say
from domain.errors import Refusal
from domain.event_drafts import Part, draft_of
from domain.events import Event, State, Status
from domain.values import DayOf, Lines, Phrase
from handlers.desk import Desk, tell_team
from handlers.event_changes import (
    FOR_ALL,
    PARTS,
    ask_part,
    batch_of,
    own,
    own_waiting,
    part_choices,
    part_values,
    price_words,
    reworded,
    value_of,
)
from handlers.event_waiting import tell_others

LISTED = 10
"""Proposals that one message lists, the soonest first."""


@command("propositions", "proposals", where=Where.PRIVATE)
async def own_proposals(desk: Desk) -> Reply:
    """What I proposed and is still to come, each with what became of it."""
    mine = await of_mine(desk)
    if not mine:
        return say("proposals-none")
    known = [await _as_decided(desk, events) for events in mine[:LISTED]]
    lines = tuple(_line(events) for events in known)
    shown = say("proposals", lines=Lines(lines), more=max(0, len(mine) - LISTED))
    both = zip(known, mine, strict=False)
    return shown.choose(*(_see(one[0], number=own_[0].id) for one, own_ in both))


async def of_mine(desk: Desk) -> list[list[Event]]:
    """What the person proposed, the dates of a series together where they stand alike."""
    found: dict[tuple[str, State, Status], list[Event]] = {}
    for one in await desk.store.events.of_person(desk.person.id, since=desk.now):
        found.setdefault((one.series or one.uid, one.state, one.status), []).append(one)
    return list(found.values())


async def _as_decided(desk: Desk, events: Sequence[Event]) -> Sequence[Event]:
    """The events as they stand; what is one with another's is what became of that one."""
    known = await desk.store.events.some([one.id for one in events])
    return [known[one.id] for one in events]


def _line(events: Sequence[Event]) -> Phrase:
    first, when = events[0], event_when(draft_of(events).timings)
    state = became(events)
    return Phrase("proposal-line", {"title": first.title, "when": when, "state": state})


def _see(event: Event, *, number: int) -> Choice:
    label = Words("choice-proposal", {"title": event.title[:40], "first": DayOf(event.start)})
    return Choice(label, show_proposal.name, {"event": number})


@command(where=Where.PRIVATE, keeps_choices=True)
async def show_proposal(desk: Desk, event: int) -> Reply:
    """One of them in full."""
    found = await own(desk, event)
    alike = [
        one
        for one in await batch_of(desk, found)
        if one.state is found.state and one.status is found.status
    ]
    if found.state is State.MERGED:
        return joined_card(await _as_decided(desk, alike))
    return with_picture(proposal_card(alike, today=desk.today), await desk.store.pictures.of(event))


@command(keeps_choices=True)
async def correct_proposal(desk: Desk, event: int, part: str, value: str) -> Reply:
    """Say a part anew while the team has not decided; the team sees the new words."""
    found = await own_waiting(desk, event)
    await reworded(desk, found, part, value)
    batch = [one for one in await batch_of(desk, found) if one.state is State.PROPOSED]
    picture = await desk.store.pictures.of(event)
    key = await desk.store.events.batch_key(event)
    by = desk.person.name
    card = batch_card(
        key, batch, source=found.source, proposer=by, picture=picture, today=desk.today
    )
    card = replace(card, words=(Words("event-corrected"), *card.words))
    await tell_team(desk, card)
    return proposal_card(batch, today=desk.today)


@correct_proposal.choices("part")
async def parts_of_mine(desk: Desk, event: int) -> Sequence[Value]:
    """All of them; a series has one day for each date."""
    found = await own_waiting(desk, event)
    return part_choices(FOR_ALL if found.series else PARTS)


@correct_proposal.asks("value")
async def what_then(desk: Desk, part: str) -> Reply:
    """Ask for the part."""
    return ask_part(part)


@correct_proposal.choices("value")
async def values_of_mine(desk: Desk, part: str) -> Sequence[Value]:
    """Where a tap says it."""
    return part_values(part, price_words=price_words(desk))


@correct_proposal.reads("value")
async def value_of_mine(desk: Desk, typed: str, part: str, event: int) -> str:
    """What was typed for the part; an hour alone is another hour of the same day."""
    start = (await own_waiting(desk, event)).start.astimezone(desk.fabrique.zone)
    return value_of(desk, Part(part), typed, day=start.date().isoformat())


@command(keeps_choices=True)
async def withdraw_proposal(desk: Desk, event: int) -> Reply:
    """Take a proposal back; the team is told when it was in the agenda already."""
    found = await own(desk, event)
    if found.state not in (State.PROPOSED, State.APPROVED):
        raise Refusal("refusal-event-decided")
    gone = [one for one in await batch_of(desk, found) if one.state is found.state]
    for one in gone:
        await desk.store.events.decide(one.id, State.WITHDRAWN, now=desk.now)
    await tell_others(desk, found)
    if found.state is State.APPROVED:
        told = say("event-withdrawn-told", proposer=desk.person.name, event=event_phrase(found))
        await tell_team(desk, told)
    return say("event-withdrawn", event=event_phrase(found)).redrawn()


COMMANDS = (own_proposals, show_proposal, correct_proposal, withdraw_proposal)
