"""Whom a writer means: people by name or mention, when several may be named at once."""

from __future__ import annotations

from dataclasses import dataclass

from domain import people
from domain.errors import Refusal
from domain.people import Person, Standing, fold
from handlers.counterparts import GONE
from handlers.desk import Desk


@dataclass(frozen=True)
class Named:
    """What came of a list of names: people, and the names that nobody or several bear."""

    people: tuple[Person, ...] = ()
    unknown: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


def must_take_part(desk: Desk) -> None:
    """Refuse whoever left or was blocked: nothing new is counted with them."""
    if desk.person.standing in GONE:
        raise Refusal("refusal-noting-closed")


async def must_be_here(desk: Desk, other: int) -> None:
    """Refuse to bring anybody together with whoever left or was blocked meanwhile."""
    if (await desk.store.people.person(other)).standing is not Standing.MET:
        raise Refusal("refusal-relay-gone")


async def mentioned(desk: Desk) -> list[Person]:
    """Those whom the message mentions without doubt, and whom the fabrique met."""
    found = []
    for speaker in desk.heard.mentions:
        person = await desk.store.people.known(desk.chat.platform, speaker.account)
        found += [person] if person is not None else []
    return found


async def all_named(desk: Desk, names: list[str]) -> Named:
    """Who is meant by each of several names; a mention settles which of several."""
    everyone = [one for one in await desk.store.people.everyone() if one.standing not in GONE]
    sure = {person.id: person for person in await mentioned(desk)}
    shown = {fold(speaker.name) for speaker in desk.heard.mentions}
    unknown, several = [], []
    for name in names:
        found = people.named(name, everyone)
        if not found and fold(name) not in shown:
            unknown.append(name[:60])
        elif len(found) > 1 and not any(one.id in sure for one in found):
            several.append(name[:60])
        elif len(found) == 1:
            sure.setdefault(found[0].id, found[0])
    return Named(tuple(sure.values()), tuple(unknown), tuple(several))


async def one_named(desk: Desk, typed: str) -> Person:
    """The one person meant, or the refusal that says why there is none."""
    for person in await mentioned(desk):
        return person
    named = await all_named(desk, [typed])
    if named.several:
        raise Refusal("refusal-person-several", name=named.several[0])
    if not named.people:
        raise Refusal("refusal-person-unknown", name=typed[:60])
    return named.people[0]
