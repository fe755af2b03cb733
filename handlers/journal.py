"""The log of what the team did, in words: who, what, to which thing, and why."""

from __future__ import annotations

from datetime import date

from chat.call_cards import criterion
from chat.command import Where, command
from chat.question_cards import cut
from chat.words import Reply, say
from domain.values import Items, Lines, NearDay, Phrase, Quoted
from handlers.desk import Desk
from storage.audit import Audited, Thing

LOG_LINES = 15
"""Acts that one `/journal` shows."""

NAME_MOST = 60
"""Characters by which a thing is called on a line."""

PROPER = ("organisation", "person")
"""Kinds whose names are names, and stand without quotation marks."""

TOLD = ("chosen", "not-chosen")
"""Acts that the marks by each criterion explain."""


@command("journal", "log", where=Where.TEAM)
async def show_log(desk: Desk) -> Reply:
    """The latest acts of the team."""
    acts = await desk.store.audit.latest(LOG_LINES)
    if not acts:
        return say("log-empty")
    return say("log", lines=Lines(tuple([await _line(desk, act) for act in acts])))


async def _line(desk: Desk, act: Audited) -> Phrase:
    """One act, with the thing as it is called now."""
    by = (await desk.store.people.person(act.by)).name if act.by else ""
    thing = await desk.store.audit.thing(act.on)
    return Phrase(
        "log-line",
        {
            "at": act.at,
            "by": by,
            "act": act.act,
            "on": _called(thing),
            "why": act.why,
            "marks": await _marks(desk, thing) if act.act in TOLD else Items(()),
        },
    )


def _called(thing: Thing) -> Phrase:
    number = int(thing.number) if thing.number.isdecimal() else thing.number
    name: object = Phrase("log-number", {"number": thing.number})
    if thing.name and thing.kind == "edition":
        name = NearDay(date.fromisoformat(thing.name[:10]))
    elif thing.name:
        name = thing.name if thing.kind in PROPER else Quoted(cut(thing.name, NAME_MOST))
    values = {"kind": thing.kind, "number": number, "name": name, "person": thing.person}
    return Phrase("log-thing", values)


async def _marks(desk: Desk, thing: Thing) -> Items:
    """How an answer to a call was marked, which nobody changes once it is told."""
    answer = await desk.store.calls.answer(int(thing.number))
    notes = answer.notes if answer is not None else {}
    return Items(
        tuple(
            Phrase(
                "log-mark",
                {"criterion": criterion(name), "mark": one.mark.value, "word": one.word},
            )
            for name, one in notes.items()
        )
    )


COMMANDS = (show_log,)
