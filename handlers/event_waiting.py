"""An event of one's own that the team has not decided on changes: its card says so at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from chat.event_cards import batch_card, event_phrase, proposal_card
from chat.words import Reply, Words, say
from domain.events import Event, State, Status
from domain.overlays import differ
from handlers.desk import Desk, tell_team

OWN = "own-event"
"""What notices to the proposer of an event are about."""

AS_BEFORE = (Status.MOVED, Status.RESCHEDULED)
"""Nobody read where and when it was to be."""


async def own_undecided(desk: Desk) -> Sequence[Event]:
    """What the person proposed and the team has not decided."""
    mine = await desk.store.events.of_person(desk.person.id, since=desk.now)
    return [one for one in mine if one.state is State.PROPOSED]


async def change_undecided(desk: Desk, before: Event, after: Event) -> Reply:
    """What is called off is withdrawn; anything else is decided in its new words."""
    if after.status is Status.CANCELLED:
        return await _withdraw(desk, before)
    if after.status in AS_BEFORE:
        after = replace(after, status=before.status)
    if not differ(before, after):
        return say("event-change-already")
    await desk.store.event_changes.make(before, after, by=desk.person.id, now=desk.now)
    left = await _undecided_with(desk, before)
    card = await _team_card(desk, left)
    await tell_team(desk, replace(card, words=(Words("event-corrected"), *card.words)))
    return proposal_card(left, today=desk.today)


async def pointed_at(desk: Desk) -> Collection[int]:
    """The events that the message tells which somebody replies to."""
    said, chat = desk.store.said, desk.chat.id
    row = await said.posted(chat, desk.heard.reply_to) if desk.heard.reply_to else None
    if row is None:
        return ()
    kind, _, number = (row.about or "").partition(":")
    if kind in ("event", OWN):
        return {int(number)}
    offered = {one["given"]["event"] for one in row.choices if "event" in one.get("given", {})}
    if offered:
        return offered
    above = await said.posted(chat, row.reply_to) if row.reply_to else None
    return await desk.store.event_posts.told_in((above or row).id)


async def tell_others(desk: Desk, event: Event) -> None:
    """Whoever proposed the same as what its proposer takes back may still want it told."""
    for person in sorted(await desk.store.events.proposers(event.id)):
        if person != desk.person.id:
            desk.tell(person, say("event-withdrawn-by-other", event=event_phrase(event)))


async def _withdraw(desk: Desk, event: Event) -> Reply:
    """Take it back; every card of it before the team offers only what is left to decide."""
    batch = await desk.store.events.batch_of(event.id)
    await desk.store.events.decide(event.id, State.WITHDRAWN, now=desk.now)
    await tell_others(desk, event)
    left = await _undecided_with(desk, event)
    gone = say("event-withdrawn-card", name=desk.person.name, event=event_phrase(event))
    card = await _team_card(desk, left) if left else gone
    team = {one.id for one in await desk.store.chats.team()}
    for one in batch:
        for row in await desk.store.said.about(f"event:{one.id}"):
            if row.chat in team and row.choices:
                desk.rewrite(row.chat, [row.id], card)
    return say("event-withdrawn", event=event_phrase(event))


async def _undecided_with(desk: Desk, event: Event) -> Sequence[Event]:
    batch = await desk.store.events.batch_of(event.id)
    return [one for one in batch if one.state is State.PROPOSED]


async def _team_card(desk: Desk, left: Sequence[Event]) -> Reply:
    key = await desk.store.events.batch_key(left[0].id)
    picture = await desk.store.pictures.of(left[0].id)
    by = desk.person.name
    source = left[0].source
    return batch_card(key, left, source=source, proposer=by, picture=picture, today=desk.today)
