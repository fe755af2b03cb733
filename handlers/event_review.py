"""The team's word on events: one tap for a good one, one for another, and a reason in a third."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import aged
from chat.command import Value, Where, command
from chat.event_cards import (
    batch_card,
    event_card,
    event_phrase,
    refused_card,
    twin_card,
)
from chat.words import Reply, Words, say, toast
from domain import event_drafts
from domain.errors import Refusal
from domain.event_drafts import Part
from domain.event_waits import is_over
from domain.events import Event, State, plain
from domain.moderation import decided
from domain.values import Quoted
from handlers.desk import Desk
from handlers.event_approval import REFUSAL, approved, explained, tell_proposer
from handlers.event_changes import (
    FOR_ALL,
    PARTS,
    ask_part,
    part_choices,
    part_values,
    price_words,
    reworded,
    value_of,
)
from storage.event_twins import Twin

SHOWN = 10
"""Events of a batch that are shown one by one; the rest comes when these are dealt with."""

REASON_MOST = 300


@command(where=Where.TEAM, keeps_choices=True)
async def approve_event(desk: Desk, event: int, seen: str = "") -> Reply:
    """The event enters the agenda, in the words that were seen."""
    found = await _known(desk, event)
    decided(found.state, State.APPROVED)
    if is_over(found, desk.now):
        raise Refusal("refusal-event-over")
    if seen and seen != event_drafts.seen([found]):
        return (await card_of(desk, found)).redrawn()
    await _decide(desk, found, State.APPROVED)
    return await approved(desk, [found])


@command(where=Where.TEAM, keeps_choices=True)
async def refuse_event(desk: Desk, event: int) -> Reply:
    """The event stays out, and its proposer is told; why can be said by one tap more."""
    found = await _known(desk, event)
    await _decide(desk, found, State.REFUSED)
    refused = say("event-refused", event=event_phrase(found)).on(REFUSAL, event)
    told = await tell_proposer(desk, found, refused)
    values = {"event": event_phrase(found), "by": desk.person.name, "told": told}
    return refused_card(say("event-was-refused", **values), event, told=told)


@command(where=Where.TEAM, keeps_choices=True)
async def approve_batch(desk: Desk, batch: str, seen: str = "") -> Reply:
    """All events of a batch that still wait and are to come enter the agenda."""
    waiting = await _waiting_in(desk, batch)
    whole = await desk.store.events.batch(batch)
    if seen and seen not in (event_drafts.seen(waiting), event_drafts.seen(whole)):
        return (await _batch_card(desk, batch, waiting)).redrawn()
    coming = [one for one in waiting if not is_over(one, desk.now)]
    if not coming:
        raise Refusal("refusal-event-over")
    for event in coming:
        await _decide(desk, event, State.APPROVED)
    return await approved(desk, coming, batch=batch)


@command(where=Where.TEAM, keeps_choices=True)
async def refuse_batch(desk: Desk, batch: str) -> Reply:
    """All events of a batch that still wait stay out."""
    waiting = await _waiting_in(desk, batch)
    for event in waiting:
        await _decide(desk, event, State.REFUSED)
    told = await tell_proposer(desk, waiting[0], say("batch-refused", count=len(waiting)))
    left = say("batch-was-refused", count=len(waiting), by=desk.person.name, told=told)
    return refused_card(left, waiting[0].id, told=told)


@command(where=Where.TEAM, keeps_choices=True)
async def say_reason(desk: Desk, event: int, reason: str) -> Reply:
    """Tell the proposer why, in the words that fit most often."""
    return await _explain(desk, event, say("event-reason", reason=reason))


@command(where=Where.TEAM)
async def refuse_in_words(desk: Desk, event: int, reason: str) -> Reply:
    """Tell the proposer why, in one's own words."""
    return await _explain(desk, event, say("event-reason-words", words=Quoted(reason)))


@refuse_in_words.reads("reason")
async def in_own_words(desk: Desk, typed: str) -> str:
    """One line; the proposer reads it as it is."""
    return plain(" ".join(typed.split()), most=REASON_MOST)


@command(where=Where.TEAM, keeps_choices=True)
async def see_batch(desk: Desk, batch: str) -> Reply:
    """Show the waiting events of a batch one by one."""
    events = await _waiting_in(desk, batch)
    for event in events[:SHOWN]:
        desk.post(desk.chat.id, await card_of(desk, event), thread=desk.heard.place.thread)
    return say("batch-one-by-one", count=len(events), more=max(0, len(events) - SHOWN))


@command(where=Where.TEAM)
async def remove_batch(desk: Desk, batch: str) -> Reply:
    """Take out of the agenda what a trusted place had put there."""
    events = await desk.store.events.batch(batch)
    gone = [one for one in events if one.state is State.APPROVED]
    if not gone:
        raise Refusal("refusal-already-decided")
    for one in gone:
        await desk.store.events.decide(one.id, State.REFUSED, now=desk.now)
        await _note(desk, State.REFUSED.value, one.id)
    await tell_proposer(desk, gone[0], say("batch-refused", count=len(gone)))
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def edit_event(desk: Desk, event: int, part: str, value: str) -> Reply:
    """Say a part anew before the team decides; the card comes back with it."""
    found = await _known(desk, event)
    decided(found.state, State.APPROVED)
    await reworded(desk, found, part, value)
    await _note(desk, "edited", event)
    key = await desk.store.events.batch_key(event)
    if found.series:
        return await _batch_card(desk, key, await _waiting_in(desk, key))
    return await card_of(desk, await _known(desk, event))


@edit_event.choices("part")
async def parts_of_event(desk: Desk, event: int) -> Sequence[Value]:
    """All of them; a series has one day for each date."""
    return part_choices(FOR_ALL if (await _known(desk, event)).series else PARTS)


@edit_event.asks("value")
async def what_then(desk: Desk, part: str) -> Reply:
    """Ask for the part."""
    return ask_part(part)


@edit_event.choices("value")
async def values_of_event(desk: Desk, part: str) -> Sequence[Value]:
    """Where a tap says it."""
    return part_values(part, price_words=price_words(desk))


@edit_event.reads("value")
async def value_of_event(desk: Desk, typed: str, part: str) -> str:
    """What was typed for the part."""
    return value_of(desk, Part(part), typed)


@command(where=Where.TEAM)
async def one_event(desk: Desk, twin: int, seen: str = "") -> Reply:
    """The two announcements are one event, in the words of the one that stays."""
    return await _one_of(desk, twin, seen, more=False)


@command(where=Where.TEAM)
async def one_event_with_more(desk: Desk, twin: int, seen: str) -> Reply:
    """The same, and what only the other said is added, as it was shown."""
    return await _one_of(desk, twin, seen, more=True)


async def _one_of(desk: Desk, twin: int, seen: str, *, more: bool) -> Reply:
    pair = await _pair(desk, twin)
    first, second = await _known(desk, pair.first), await _known(desk, pair.second)
    if seen and seen != event_drafts.seen([first, second]):
        return twin_card(twin, first, second).redrawn()
    twins = desk.store.event_twins
    number = await twins.decide(pair, same=True, more=more, now=desk.now)
    await _note(desk, "merged", number)
    kept = await _known(desk, number)
    other = second if number == first.id else first
    told = say("event-merged", state=kept.state.value, event=event_phrase(kept))
    await tell_proposer(desk, other, told)
    return toast("done")


@command(where=Where.TEAM)
async def two_events(desk: Desk, twin: int) -> Reply:
    """They are two, and nobody is asked again."""
    await desk.store.event_twins.decide(await _pair(desk, twin), same=False)
    return toast("done")


async def cards_of_events(desk: Desk) -> list[Reply]:
    """What waits, a card for each batch; then the pairs that may be one event."""
    cards = []
    for waits in await desk.store.event_waits.all():
        card = await _batch_card(desk, waits.batch, waits.events)
        cards.append(aged(card, waits.since, desk.now) if waits.since else card)
    for one in await desk.store.event_twins.waiting():
        first, second = await _known(desk, one.first), await _known(desk, one.second)
        cards.append(twin_card(one.id, first, second))
    return cards


async def card_of(desk: Desk, event: Event) -> Reply:
    """A proposed event before the team."""
    picture = await desk.store.pictures.of(event.id)
    by = await _proposer(desk, event)
    return event_card(event, proposer=by, picture=picture, today=desk.today)


async def _batch_card(desk: Desk, batch: str, events: Sequence[Event]) -> Reply:
    first = events[0]
    whole = await desk.store.events.batch(batch)
    return batch_card(
        batch,
        events,
        decided=[one for one in whole if one.state is not State.PROPOSED],
        source=first.source,
        proposer=await _proposer(desk, first),
        picture=await desk.store.pictures.of(first.id),
        today=desk.today,
    )


async def _explain(desk: Desk, event: int, told: Reply) -> Reply:
    found = await _known(desk, event)
    if found.state is not State.REFUSED:
        raise Refusal("refusal-choice-stale")
    await explained(desk, found, told)
    shown = Words("event-reason-told", {"event": event_phrase(found)})
    return Reply((shown, *told.words)).redrawn()


async def _known(desk: Desk, number: int) -> Event:
    event = await desk.store.events.event(number)
    if event is None:
        raise Refusal("refusal-choice-stale")
    return event


async def _pair(desk: Desk, number: int) -> Twin:
    pair = await desk.store.event_twins.twin(number)
    if pair is None:
        raise Refusal("refusal-already-decided")
    return pair


async def _waiting_in(desk: Desk, batch: str) -> list[Event]:
    events = await desk.store.events.batch(batch)
    waiting = [event for event in events if event.state is State.PROPOSED]
    if not waiting:
        raise Refusal("refusal-already-decided")
    return waiting


async def _decide(desk: Desk, event: Event, state: State) -> None:
    await desk.store.events.decide(event.id, decided(event.state, state), now=desk.now)
    await _note(desk, state.value, event.id)


async def _proposer(desk: Desk, event: Event) -> str:
    person = await desk.store.events.proposer(event.id)
    return (await desk.store.people.person(person)).name if person else event.source


async def _note(desk: Desk, act: str, event: int) -> None:
    await desk.store.audit.note(act, f"event:{event}", by=desk.person.id, now=desk.now)


COMMANDS = (
    approve_event,
    refuse_event,
    approve_batch,
    refuse_batch,
    say_reason,
    refuse_in_words,
    see_batch,
    remove_batch,
    edit_event,
    one_event,
    one_event_with_more,
    two_events,
)
