"""What the team is told when the ledger was found wrong: what and where, once a day, blaming
nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from chat.words import say
from domain.ledger import Fault
from domain.values import Items, Lines, Minutes, Phrase
from scheduling import Round

PLACES = 5
"""Numbers that a line names; the operator's log has more."""

ISSUE = "ledger"


async def tell(round_: Round, found: Sequence[Fault], *, code: str) -> None:
    """Tell each of the team's chats, unless it was told today."""
    lines = Lines(tuple(_lines(found)))
    for chat in await round_.store.chats.team():
        issue = round_.today.isoformat()
        if await round_.store.outbox.open_issue(chat.id, ISSUE, issue, now=round_.now):
            round_.post(chat.id, say("ledger-broken", lines=lines, code=code))


def _lines(found: Sequence[Fault]) -> list[Phrase]:
    """A line for each kind of fault, with the places where it was found."""
    ordered = sorted(found, key=lambda one: (one.kind.value, one.number))
    return [
        _line(kind, list(each)) for kind, each in groupby(ordered, key=lambda one: one.kind.value)
    ]


def _line(kind: str, found: Sequence[Fault]) -> Phrase:
    places = Items(tuple(str(one.number) for one in found[:PLACES]))
    values = {
        "kind": kind,
        "count": len(found),
        "places": places,
        "more": max(0, len(found) - PLACES),
        "minutes": Minutes(found[0].number),
    }
    return Phrase("ledger-fault", values)
