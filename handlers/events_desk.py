"""The agenda before the team: an edition that waits to leave, and events to come that change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Several, Value, Where, command
from chat.edition_cards import decided_card, previewed
from chat.words import Reply, say, toast
from domain.correction_words import Kind
from domain.editions import Edition, EditionState
from domain.errors import Refusal
from domain.people import fold
from handlers.desk import Desk
from handlers.event_corrections import (
    SHOWN,
    change_event,
    coming_events,
    kinds,
    labelled_event,
)


@command("evenements", "events", where=Where.TEAM)
async def events_desk(desk: Desk, event: int, kind: str) -> Reply:
    """Change an event to come."""
    return await change_event.run(desk, {"event": event, "kind": Kind(kind).value})


@events_desk.choices("event")
async def those_to_come(desk: Desk) -> Sequence[Value]:
    """The next ones."""
    return [labelled_event(desk, one) for one in (await coming_events(desk))[:SHOWN]]


@events_desk.asks("event")
async def which_one(desk: Desk) -> Reply:
    """Which event."""
    if not await coming_events(desk):
        raise Refusal("refusal-no-event-to-come")
    return say("events-desk-ask-event")


@events_desk.reads("event")
async def by_name(desk: Desk, typed: str) -> object:
    """A word of its title or place, where it is not among those offered."""
    wanted = fold(typed)
    coming = await coming_events(desk)
    found = [one for one in coming if wanted in fold(f"{one.title} {one.place}")]
    if not found:
        raise Refusal("refusal-no-such-event", words=typed[:60])
    return Several(tuple(labelled_event(desk, one) for one in found[:SHOWN]))


@events_desk.choices("kind")
async def what_can_become(desk: Desk) -> Sequence[Value]:
    """What can become of it."""
    return kinds()


@command(where=Where.TEAM, keeps_choices=True)
async def approve_edition(desk: Desk, edition: int) -> Reply:
    """The agenda leaves at its hour, as it was shown."""
    found = await _waiting(desk, edition)
    await _decide(desk, found, EditionState.FROZEN)
    return toast("edition-approved")


@command(where=Where.TEAM, keeps_choices=True)
async def hold_edition(desk: Desk, edition: int) -> Reply:
    """Nothing leaves until the team says so."""
    found = await _waiting(desk, edition)
    if found.state is EditionState.HELD:
        raise Refusal("refusal-already-decided")
    await _decide(desk, found, EditionState.HELD)
    return toast("edition-held")


async def _waiting(desk: Desk, number: int) -> Edition:
    found = await desk.store.editions.edition(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    if found.state is EditionState.FROZEN:
        raise Refusal("refusal-edition-left")
    return found


async def _decide(desk: Desk, edition: Edition, state: EditionState) -> None:
    await desk.store.editions.decide(edition.id, state, by=desk.person.id, at=desk.now)
    await _redraw(desk, replace(edition, state=state))
    act = "approve-agenda" if state is EditionState.FROZEN else "hold-agenda"
    await desk.store.audit.note(act, f"edition:{edition.id}", by=desk.person.id, now=desk.now)


async def _redraw(desk: Desk, edition: Edition) -> None:
    """Show on each preview what was decided, and what is still to be."""
    card = decided_card(edition, previewed(edition, desk.fabrique.zone))
    drawn = await desk.store.said.about(f"edition:{edition.id}")
    for chat in await desk.store.chats.team():
        rows = [row.id for row in drawn if row.chat == chat.id]
        if rows:
            desk.rewrite(chat.id, rows, card)


COMMANDS = (events_desk, approve_edition, hold_edition)
