"""Whom a command of the team is about: a name or handle, and choices where several bear it."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Command, Line, Several, Value, called
from chat.words import Reply, say
from domain import people
from domain.errors import Refusal
from domain.people import Person
from handlers.desk import Desk

SHOWN = 60
"""Letters of a name that is told back."""


def about_somebody(command: Command) -> None:
    """Let a command ask for its `person`; it must have a parameter `typed` with a default."""
    command.reads_line(_in_the_line)
    command.reads("person")(somebody_named)
    command.choices("person")(_bearers)
    command.asks("person")(_which)


async def _in_the_line(desk: Desk, text: str) -> Line:
    """The rest of the message names somebody; of several, one will be chosen."""
    for speaker in desk.heard.mentions:
        known = await desk.store.people.known(desk.chat.platform, speaker.account)
        if known is not None:
            return Line({"person": known.id})
    found = await _found(desk, text)
    return Line({"person": found[0].id} if len(found) == 1 else {"typed": text})


async def somebody_named(desk: Desk, typed: str) -> int | Several:
    """Who is meant; of several, one is to be chosen. Raises Refusal for nobody."""
    found = await _found(desk, typed)
    if len(found) > 1:
        return Several(tuple(called(_told_apart(one, found), one.id) for one in found))
    return found[0].id


async def _bearers(desk: Desk, typed: str = "") -> Sequence[Value]:
    found = await _found(desk, typed) if typed else []
    return [called(_told_apart(one, found), one.id) for one in found]


async def _which(_desk: Desk, typed: str = "") -> Reply:
    return say("whom-which", name=typed[:SHOWN]) if typed else say("whom")


async def _found(desk: Desk, typed: str) -> list[Person]:
    found = people.named(typed, await desk.store.people.everyone())
    if not found:
        raise Refusal("refusal-whom-unknown", name=typed[:SHOWN])
    return found


def _told_apart(person: Person, among: Sequence[Person]) -> str:
    """A name, with the handle or the number when somebody else bears the same."""
    same = [other for other in among if people.fold(other.name) == people.fold(person.name)]
    if len(same) < 2:
        return person.name
    handle = next((f"@{one.lstrip('@')}" for one in person.handles), f"n° {person.id}")
    return f"{person.name} ({handle})"
