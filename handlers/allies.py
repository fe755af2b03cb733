"""Who sees what allies show one another: whoever the alliance knows, or the team lets in."""

from __future__ import annotations

from chat.command import Where, command
from chat.words import Reply, option, say
from domain.errors import Refusal
from domain.people import Standing
from handlers.desk import Desk, tell_team


@command(where=Where.PRIVATE)
async def ask_to_be_let_in(desk: Desk) -> Reply:
    """Ask the team; whoever is an ally by now is told so at once."""
    if await desk.store.belonging.is_ally(desk.person.id):
        return say("ally-let-in")
    person = desk.person.id
    await tell_team(
        desk,
        say("ally-card", name=desk.person.name).choose(
            option("choice-let-in", let_in, person=person),
            option("choice-leave-out", leave_out, person=person),
        ),
    )
    return say("ally-team-asked")


@command(where=Where.TEAM)
async def let_in(desk: Desk, person: int) -> Reply:
    """Somebody is an ally from now on, and is told."""
    found = await desk.store.people.person(person)
    if found.standing is not Standing.MET:
        raise Refusal("refusal-choice-stale")
    if await desk.store.belonging.is_ally(found.id):
        return say("ally-card-already", name=found.name).redrawn()
    await desk.store.belonging.let_in(found.id, now=desk.now)
    await desk.store.audit.note("let-in", f"person:{found.id}", by=desk.person.id, now=desk.now)
    desk.tell(found.id, say("ally-let-in"))
    return say("ally-card-let-in", name=found.name, by=desk.person.name).redrawn()


@command(where=Where.TEAM)
async def leave_out(desk: Desk, person: int) -> Reply:
    """The team does not know them yet; they are told how to make themselves known."""
    found = await desk.store.people.person(person)
    if await desk.store.belonging.is_ally(found.id):
        return say("ally-card-already", name=found.name).redrawn()
    desk.tell(found.id, say("ally-left-out"))
    return say("ally-card-left-out", name=found.name, by=desk.person.name).redrawn()


COMMANDS = (ask_to_be_let_in, let_in, leave_out)
