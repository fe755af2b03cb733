"""Links for somebody not met yet: one exchange, one who opens it, nobody left behind."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from domain.errors import Refusal
from domain.people import Standing as Stands
from domain.timebank import Exchange, ExchangeState, claimed
from storage.people import Account
from tests.storage.standing import NOW, Standing

TOKEN = "abcdefghijkl"
CHLOE = Account("telegram", "1003", "Chloé Modèle", "chloe")


async def invited(standing: Standing) -> Exchange:
    """Ada noted an exchange with somebody whom nobody knows yet."""
    async with standing.database.begin(standing.fabrique) as store:
        people = store.people
        someone = await people.introduce("Chloé", Stands.INVITED, language="fr", now=NOW)
        noted = await standing.proposed(store)
        account = await store.ledger.of_person(someone.id)
        waits = replace(noted, receiver=account, state=ExchangeState.INVITED)
        exchange = await store.exchanges.add(waits)
        await store.invitations.make(TOKEN, exchange.id, "Chloé", now=NOW)
    return exchange


async def opened(standing: Standing, exchange: int, person: int) -> bool:
    """Somebody opens the link, as a handler has it; whether they became the other side."""
    async with standing.database.begin(standing.fabrique) as store:
        waits = await store.exchanges.lock(exchange)
        assert waits is not None
        try:
            mine = await store.ledger.of_person(person)
            await store.exchanges.change(claimed(waits, mine))
        except Refusal:
            return False
        await store.invitations.claim(TOKEN, person)
        await store.invitations.forget_stand_in(waits.receiver.id)
        return True


async def test_whoever_comes_takes_the_place_of_the_name(standing: Standing) -> None:
    """Nothing stays of who stood in, and nobody is known by a name that another typed."""
    exchange = await invited(standing)
    async with standing.database.begin(standing.fabrique) as store:
        assert "Chloé" not in [one.name for one in await store.people.everyone()]
        chloe = await store.people.meet(CHLOE, language="fr", now=NOW)

    assert await opened(standing, exchange.id, chloe.id)

    async with standing.database.begin(standing.fabrique) as store:
        kept = await store.exchanges.lock(exchange.id)
        assert kept is not None
        assert (kept.state, kept.receiver.person) == (ExchangeState.PROPOSED, chloe.id)
        invitation = await store.invitations.called(TOKEN)
        assert invitation is not None
        assert invitation.claimed_by == chloe.id
        assert await store.exchanges.of_day(exchange.receiver.id, exchange.day) == []


async def test_of_two_who_open_it_at_once_one_comes_in(standing: Standing) -> None:
    """The other is told that it is taken."""
    exchange = await invited(standing)
    async with standing.database.begin(standing.fabrique) as store:
        chloe = await store.people.meet(CHLOE, language="fr", now=NOW)

    both = [opened(standing, exchange.id, one) for one in (chloe.id, standing.basile)]

    assert sorted(await asyncio.gather(*both)) == [False, True]


async def test_an_unknown_link_leads_nowhere(standing: Standing) -> None:
    """Nor does one of another fabrique."""
    await invited(standing)
    async with standing.database.begin(standing.fabrique + 1) as store:
        assert await store.invitations.called(TOKEN) is None
