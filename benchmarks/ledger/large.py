"""An account that has a hundred thousand entries: its balance, and its newest lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.ledger.alone import NOW, Speed, Waiting, speed_of, waiting
from domain.ledger import Entry, Kind, following, legs_of
from domain.statements import PAGE
from storage.tables import ExchangeRow, LedgerEntryRow, LegRow, Row

ENTRIES = 100_000
AT_A_TIME = 5_000
TIMES = 30


async def balance_and_page(url: str) -> tuple[Speed, Speed]:
    """Both, each in a transaction of its own; nothing is kept from one to the next."""
    bank = await waiting(url, 1)
    try:
        account = await _filled(bank)
        return await _timed(bank, account, page=False), await _timed(bank, account, page=True)
    finally:
        await bank.database.close()


async def _timed(bank: Waiting, account: int, *, page: bool) -> Speed:
    times = []
    for _ in range(TIMES):
        begun = perf_counter()
        async with bank.database.begin(bank.fabrique) as store:
            if not page:
                await store.ledger.balance_of(account)
            else:
                statement = await store.statements.read(account, await store.statements.span())
                if len(statement.lines) != PAGE:
                    raise RuntimeError("lines are missing")
        times.append(perf_counter() - begun)
    return speed_of(times, sum(times))


async def _filled(bank: Waiting) -> int:
    """Give the first two people all their entries; the account of one of them.

    The statistics and the map of what all may see are brought up to date, as each engine does by
    itself after a while.
    """
    number, person = bank.exchanges[0]
    async with bank.database.begin(bank.fabrique) as store:
        exchange = await store.exchanges.lock(number)
    if exchange is None:
        raise LookupError(number)
    made = _entries(exchange.giver.id, exchange.receiver.id, first=number + 1)
    while entries := list(islice(made, AT_A_TIME)):
        async with bank.database.engine.begin() as connection:
            await _write(connection, bank, entries, person)
    async with bank.database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        on_sqlite = bank.database.engine.dialect.name == "sqlite"
        await connection.execute(text("ANALYZE" if on_sqlite else "VACUUM ANALYZE"))
    return exchange.giver.id


def _entries(giver: int, receiver: int, *, first: int) -> Iterator[Entry]:
    last = None
    for place in range(ENTRIES):
        legs = legs_of(Kind.EXCHANGE, giver=giver, receiver=receiver, minutes=1 + place % 90)
        last = following(last, Entry(0, NOW, Kind.EXCHANGE, first + place, legs))
        yield last


async def _write(
    connection: AsyncConnection, bank: Waiting, entries: Sequence[Entry], person: int
) -> None:
    exchanges = [
        {
            "id": one.exchange, "fabrique_id": bank.fabrique, "giver_id": one.legs[0].account,
            "receiver_id": one.legs[1].account, "minutes": one.legs[0].minutes, "day": NOW.date(),
            "subject": "relecture (exemple)", "noted_by": person, "noted_at": NOW,
            "state": "confirmed", "confirmed_at": NOW,
        }
        for one in entries
    ]  # fmt: skip
    rows = [
        {
            "id": one.number, "fabrique_id": bank.fabrique, "number": one.number, "at": one.at,
            "exchange_id": one.exchange, "kind": one.kind, "previous": one.previous,
            "digest": one.digest,
        }
        for one in entries
    ]  # fmt: skip
    legs = [
        {"entry_id": one.number, "account_id": leg.account, "minutes": leg.minutes}
        for one in entries
        for leg in one.legs
    ]
    for table, values in ((ExchangeRow, exchanges), (LedgerEntryRow, rows), (LegRow, legs)):
        await connection.execute(insert(_table(table)), values)


def _table(row: type[Row]) -> Any:
    return Row.metadata.tables[row.__tablename__]
