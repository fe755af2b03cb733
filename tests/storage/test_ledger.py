"""The ledger: only added to, counted once, and zero in all."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.errors import Refusal
from domain.ledger import Fault, FaultKind
from domain.timebank import ExchangeState, confirmed
from storage import Store
from tests.storage.standing import NOW, Standing

AT_ONCE = 16
TOUCHES = (
    "UPDATE legs SET minutes = 1",
    "DELETE FROM legs",
    "UPDATE ledger_entries SET digest = ''",
    "DELETE FROM ledger_entries",
)


async def confirm(standing: Standing, number: int) -> bool:
    """Basile confirms, as a handler does; whether it was he who made it count."""
    async with standing.database.begin(standing.fabrique) as store:
        exchange = await store.exchanges.lock(number)
        assert exchange is not None
        try:
            basile = await store.ledger.party(standing.basile)
            await store.exchanges.change(confirmed(exchange, by=basile, at=NOW))
        except Refusal:
            return False
        return True


async def noted(standing: Standing, minutes: int = 90) -> int:
    """A proposed exchange; its number."""
    async with standing.database.begin(standing.fabrique) as store:
        return (await store.exchanges.add(await standing.proposed(store, minutes))).id


async def balance_of(store: Store, person: int) -> int:
    """What somebody has, in minutes."""
    return await store.ledger.balance_of((await store.ledger.of_person(person)).id)


async def test_sixteen_confirmations_at_once_count_once(standing: Standing) -> None:
    """Fifteen see that it is confirmed; the sum of every leg stays zero."""
    number = await noted(standing)
    won = await asyncio.gather(*(confirm(standing, number) for _ in range(AT_ONCE)))
    async with standing.database.begin(standing.fabrique) as store:
        assert won.count(True) == 1
        held = [(account.person, minutes) for account, minutes in await store.ledger.balances()]
        assert held == [(standing.ada, 90), (standing.basile, -90)]
        assert await store.ledger.faults() == []


@pytest.mark.parametrize("statement", TOUCHES)
async def test_the_database_refuses_to_touch_a_leg(standing: Standing, statement: str) -> None:
    """Also to whoever comes with SQL of their own."""
    assert await confirm(standing, await noted(standing))
    with pytest.raises(DBAPIError, match="the ledger is only added to"):
        async with standing.database.engine.begin() as connection:
            await connection.execute(text(statement))
    async with standing.database.begin(standing.fabrique) as store:
        assert await balance_of(store, standing.ada) == 90


async def test_a_second_pair_of_legs_is_refused_by_its_key(standing: Standing) -> None:
    """Even code that forgot to look could not count an exchange twice."""
    number = await noted(standing)
    assert await confirm(standing, number)
    async with standing.database.begin(standing.fabrique) as store:
        again = await standing.proposed(store)
    again = replace(again, id=number, state=ExchangeState.CONFIRMED, confirmed_at=NOW)
    with pytest.raises(DBAPIError):
        async with standing.database.begin(standing.fabrique) as store:
            await store.exchanges.change(again)


async def test_what_is_proposed_or_contested_counts_for_nothing(standing: Standing) -> None:
    """Only a confirmation enters legs."""
    number = await noted(standing)
    async with standing.database.begin(standing.fabrique) as store:
        contested = replace(
            await standing.proposed(store), id=number, state=ExchangeState.CONTESTED
        )
        await store.exchanges.change(contested)
        assert await store.ledger.balances() == []
        assert [one.id for one in await store.exchanges.in_state(ExchangeState.CONTESTED)] == [
            number
        ]


async def test_turnover_counts_both_ways_up(standing: Standing) -> None:
    """A balance of zero may hide a lot of help."""
    for minutes in (90, 30):
        assert await confirm(standing, await noted(standing, minutes))
    async with standing.database.begin(standing.fabrique) as store:
        ada, basile = [await store.ledger.of_person(one) for one in (standing.ada, standing.basile)]
        assert await store.ledger.turnover_of(ada.id) == (120, 0)
        assert await store.ledger.turnover_of(basile.id) == (0, 120)


async def test_each_fabrique_has_a_chain_without_a_gap(standing: Standing) -> None:
    """Entered one after the other, each sealed to the one before; also by many at once."""
    numbers = [await noted(standing, minutes) for minutes in range(10, 90, 10)]
    assert all(await asyncio.gather(*(confirm(standing, number) for number in numbers)))
    async with standing.database.begin(standing.fabrique) as store:
        entries = await store.ledger.entries()
        assert [entry.number for entry in entries] == list(range(1, len(numbers) + 1))
        assert {entry.exchange for entry in entries} == set(numbers)
        assert await store.ledger.faults() == []


async def test_an_exchange_that_was_changed_behind_the_ledger_is_found(standing: Standing) -> None:
    """Exchanges are rows like others; what they came to count is not."""
    number, other = await noted(standing), await noted(standing)
    assert await confirm(standing, number)
    async with standing.database.engine.begin() as connection:
        await connection.execute(text(f"UPDATE exchanges SET minutes = 9 WHERE id = {number}"))
        await connection.execute(
            text(f"UPDATE exchanges SET state = 'confirmed' WHERE id = {other}")
        )
    async with standing.database.begin(standing.fabrique) as store:
        faults = await store.ledger.faults()
    assert faults == [Fault(FaultKind.DIFFERENT, 1), Fault(FaultKind.MISSING, other)]


async def test_what_was_paid_counts_in_no_balance(standing: Standing) -> None:
    """It is kept and confirmed like any exchange."""
    async with standing.database.begin(standing.fabrique) as store:
        paid = replace(await standing.proposed(store), paid=True)
        paid = await store.exchanges.add(paid)
    assert await confirm(standing, paid.id)
    async with standing.database.begin(standing.fabrique) as store:
        assert [one.paid for one in await store.exchanges.confirmed()] == [True]
        assert await store.ledger.balances() == []
        assert await store.ledger.faults() == []


async def test_a_balance_is_read_from_the_index_alone(standing: Standing) -> None:
    """A hundred thousand entries are summed in milliseconds, without a look at their rows."""
    assert await confirm(standing, await noted(standing))
    on_sqlite = standing.database.engine.dialect.name == "sqlite"
    how = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN"
    async with standing.database.engine.connect() as connection:
        if not on_sqlite:
            await connection.execute(text("SET LOCAL enable_seqscan = off"))  # for so few rows
            await connection.execute(text("SET LOCAL enable_bitmapscan = off"))
        plan = await connection.execute(
            text(f"{how} SELECT sum(minutes) FROM legs WHERE account_id = 1")
        )
        told = " ".join(str(row) for row in plan)
    assert ("USING COVERING INDEX" if on_sqlite else "Index Only Scan") in told
    assert "ix_legs_account_id_id_minutes" in told
