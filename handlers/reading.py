"""Reading one's time: how much one has, and what waits."""

from __future__ import annotations

from chat.command import Where, command
from chat.words import Reply, say
from domain.values import Minutes
from handlers.desk import Desk, party_of


@command("solde", "balance", where=Where.PRIVATE)
async def balance(desk: Desk) -> Reply:
    """How much time one has, and what still waits."""
    own = await desk.store.ledger.of_person(desk.person.id)
    given, received = await desk.store.ledger.turnover_of(own.id)
    party = await party_of(desk)
    waiting = await desk.store.exchanges.waiting_for(party.accounts)
    return say(
        "balance",
        balance=Minutes(await desk.store.ledger.balance_of(own.id)),
        given=Minutes(given),
        received=Minutes(received),
        waiting=len(waiting),
    )
