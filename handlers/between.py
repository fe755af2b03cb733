"""Between fabriques: who is meant in another one, and what the fabriques owe each other."""

from __future__ import annotations

from collections.abc import Sequence

from domain import between
from domain.fabriques import Fabrique
from domain.holders import Holder
from domain.ledger import AccountKind
from handlers.desk import Desk


async def partners(desk: Desk) -> Sequence[Fabrique]:
    """The other fabriques of this bot."""
    return [one for one in await desk.store.fabriques.all() if one.id != desk.fabrique.id]


async def found_elsewhere(desk: Desk, text: str) -> tuple[list[Holder], str]:
    """Who is meant in another fabrique by "@zoe de Saint-Étienne" or a whole name with the
    fabrique's; and the message without that fabrique's name. Nobody there is found by less.
    """
    for fabrique in await partners(desk):
        for before, after in between.names_of(text, fabrique):
            there = await desk.store.of(fabrique.id).people.everyone()
            if found := between.named_there(before, there):
                partner = (fabrique.id, fabrique.name)
                kind = AccountKind.PERSON
                return [Holder(kind, one.id, one.name, one, partner) for one in found], (
                    before + after
                )
    return [], text
