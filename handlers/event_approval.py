"""An event that the team let into the agenda: who is told, what it is too late for, and the way out
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from chat.cards import choice
from chat.command import Where, command
from chat.event_cards import approved_card, event_phrase, refused_card
from chat.words import Reply, Words, option, say
from domain.due import ONE_WEEK
from domain.editions import Edition
from domain.errors import Refusal
from domain.event_drafts import draft_of, timings_kept
from domain.events import Event, State
from domain.values import Items, NearDay
from handlers.desk import Desk, begin
from handlers.event_waiting import OWN

REFUSAL = "event-refusal"
"""What the message that tells a proposer no is about."""

JUST_TOLD = timedelta(minutes=10)
"""A reason that comes so soon joins the message that it explains."""


async def approved(desk: Desk, events: Sequence[Event], *, batch: str = "") -> Reply:
    """Tell the proposer, and leave a way out where the team decided."""
    closed = await _closed_without(desk, events)
    if batch:
        told = say("batch-approved", count=len(events))
    else:
        told = say("event-approved", event=event_phrase(events[0])).on(OWN, events[0].id)
    if closed:
        days = Items(tuple(NearDay(one.day) for one in closed))
        told = told.then("event-approved-late", days=days, count=len(closed))
    await tell_proposer(desk, events[0], told)
    card = await _card(desk, events, closed, batch)
    await _redraw_elsewhere(desk, events, card)
    return card


@command(where=Where.TEAM, keeps_choices=True)
async def add_anyway(desk: Desk, event: int, batch: str = "") -> Reply:
    """What came too late for an agenda is told in it all the same: its posts are corrected."""
    found = await desk.store.events.event(event)
    whole = await desk.store.events.batch(batch) if batch else [found] if found else []
    events = [one for one in whole if one.state is State.APPROVED]
    closed = await _closed_without(desk, events)
    if not closed:
        raise Refusal("refusal-already-decided")
    for edition in closed:
        now = edition
        for one in events:
            now = now.with_added(one) if now.lacks(one, desk.fabrique.zone) else now
        await desk.store.editions.keep(now)
    for one in events:
        await _note(desk, "added-late", one.id)
    card = await _card(desk, events, [], batch)
    return card.then("event-added-late")


@command(where=Where.TEAM, keeps_choices=True)
async def take_out(desk: Desk, event: int) -> Reply:
    """An event that was let in is taken out again; why can be said by one tap more."""
    found = await desk.store.events.event(event)
    if found is None or found.state is not State.APPROVED:
        raise Refusal("refusal-already-decided")
    await desk.store.events.decide(event, State.REFUSED, now=desk.now)
    await _note(desk, "taken-out", event)
    told = say("event-taken-out", event=event_phrase(found)).on(REFUSAL, event)
    known = await tell_proposer(desk, found, told)
    values = {"event": event_phrase(found), "by": desk.person.name, "told": known}
    return refused_card(say("event-was-taken-out", **values), event, told=known)


async def tell_proposer(desk: Desk, event: Event, told: Reply) -> bool:
    """Let the proposer know, if somebody proposed it, and whoever proposed the same; whether there
    is anybody.
    """
    proposers = sorted(await desk.store.events.proposers(event.id))
    for proposer in proposers:
        desk.tell(proposer, told)
    return bool(proposers)


async def explained(desk: Desk, event: Event, reason: Reply) -> None:
    """Tell the proposer why, in the message that told them no where they have hardly read it yet;
    and let them propose it anew from what they said.
    """
    about = Words("event-refused-because", {"event": event_phrase(event)})
    told = Reply((about, *reason.words))
    told = told.choose(option("choice-propose-again", propose_again, event=event.id))
    told = told.on(REFUSAL, event.id)
    fresh = {
        row.chat: row
        for row in await desk.store.said.about(f"{REFUSAL}:{event.id}")
        if desk.now - row.due_at < JUST_TOLD
    }
    for row in fresh.values():
        desk.rewrite(row.chat, [row.id], told)
    if not fresh:
        await tell_proposer(desk, event, told)


@command(where=Where.PRIVATE, keeps_choices=True)
async def propose_again(desk: Desk, event: int) -> Reply:
    """The card of an event that was refused, to be changed and proposed anew."""
    found = await desk.store.events.event(event)
    proposers = await desk.store.events.proposers(event) if found is not None else ()
    if found is None or found.state is not State.REFUSED or desk.person.id not in proposers:
        raise Refusal("refusal-choice-stale")
    known = draft_of([found])
    given: dict[str, object] = {"title": known.title, "place": known.place, "also": known.also}
    given |= {"when": timings_kept(known.timings), "extra": ""}
    return await begin(desk, "propose_event", given)


async def _closed_without(desk: Desk, events: Sequence[Event]) -> Sequence[Edition]:
    """Agendas of these days that left, or were approved to leave, without all of the events."""
    zone = desk.fabrique.zone
    frozen = await desk.store.editions.frozen_since(desk.today - ONE_WEEK)
    living = [one for one in frozen if one.last >= desk.today]
    return [one for one in living if any(one.lacks(event, zone) for event in events)]


async def _card(
    desk: Desk, events: Sequence[Event], closed: Sequence[Edition], batch: str
) -> Reply:
    first = events[0].id
    alone = option("choice-take-out", take_out, event=first)
    return approved_card(
        events,
        by=desk.person.name,
        told=bool(await desk.store.events.proposers(first)),
        closed=[one.day for one in closed],
        taken_out=choice("choice-take-out", "remove_batch", batch=batch) if batch else alone,
        added=option("choice-add-anyway", add_anyway, event=first, batch=batch),
    )


async def _redraw_elsewhere(desk: Desk, events: Sequence[Event], card: Reply) -> None:
    """Cards of the same event that were drawn before offer no more to decide."""
    team = {one.id for one in await desk.store.chats.team()}
    for row in await desk.store.said.about(f"event:{events[0].id}"):
        if row.chat in team and row.choices and row.message != desk.heard.message:
            desk.rewrite(row.chat, [row.id], replace(card, redraws=False))


async def _note(desk: Desk, act: str, event: int) -> None:
    await desk.store.audit.note(act, f"event:{event}", by=desk.person.id, now=desk.now)


COMMANDS = (add_anyway, take_out, propose_again)
