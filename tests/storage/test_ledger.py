"""The ledger: only added to, counted once, and zero in all."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.errors import Refusal
from domain.timebank import ExchangeState, confirmed
from tests.storage.standing import NOW, Standing

AT_ONCE = 16
TOUCHES = ("UPDATE ledger_legs SET minutes = 1", "DELETE FROM ledger_legs")


async def confirm(standing: Standing, number: int) -> bool:
    """Basile confirms, as a handler does; whether it was he who made it count."""
    async with standing.database.begin(standing.fabrique) as store:
        exchange = await store.exchanges.lock(number)
        assert exchange is not None
        try:
            await store.exchanges.change(confirmed(exchange, by=standing.basile, at=NOW))
        except Refusal:
            return False
        return True


async def noted(standing: Standing, minutes: int = 90) -> int:
    """A proposed exchange; its number."""
    async with standing.database.begin(standing.fabrique) as store:
        return (await store.exchanges.add(standing.proposed(minutes))).id


async def test_sixteen_confirmations_at_once_count_once(standing: Standing) -> None:
    """Fifteen see that it is confirmed; the sum of every leg stays zero."""
    number = await noted(standing)
    won = await asyncio.gather(*(confirm(standing, number) for _ in range(AT_ONCE)))
    async with standing.database.begin(standing.fabrique) as store:
        assert won.count(True) == 1
        assert await store.exchanges.balances() == [(standing.ada, 90), (standing.basile, -90)]
        assert await store.exchanges.ledger_sum() == 0


@pytest.mark.parametrize("statement", TOUCHES)
async def test_the_database_refuses_to_touch_a_leg(standing: Standing, statement: str) -> None:
    """Also to whoever comes with SQL of their own."""
    assert await confirm(standing, await noted(standing))
    with pytest.raises(DBAPIError, match="the ledger is only added to"):
        async with standing.database.engine.begin() as connection:
            await connection.execute(text(statement))
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.exchanges.balance_of(standing.ada) == 90


async def test_a_second_pair_of_legs_is_refused_by_its_key(standing: Standing) -> None:
    """Even code that forgot to look could not count an exchange twice."""
    number = await noted(standing)
    assert await confirm(standing, number)
    again = replace(standing.proposed(), id=number, state=ExchangeState.CONFIRMED, confirmed_at=NOW)
    with pytest.raises(DBAPIError):
        async with standing.database.begin(standing.fabrique) as store:
            await store.exchanges.change(again)


async def test_what_is_proposed_or_contested_counts_for_nothing(standing: Standing) -> None:
    """Only a confirmation enters legs."""
    number = await noted(standing)
    async with standing.database.begin(standing.fabrique) as store:
        contested = replace(standing.proposed(), id=number, state=ExchangeState.CONTESTED)
        await store.exchanges.change(contested)
        assert await store.exchanges.balances() == []
        assert [one.id for one in await store.exchanges.in_state(ExchangeState.CONTESTED)] == [
            number
        ]


async def test_turnover_counts_both_ways_up(standing: Standing) -> None:
    """A balance of zero may hide a lot of help."""
    for minutes in (90, 30):
        assert await confirm(standing, await noted(standing, minutes))
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.exchanges.turnover_of(standing.ada) == (120, 0)
        assert await store.exchanges.turnover_of(standing.basile) == (0, 120)
