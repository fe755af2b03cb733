"""Migrations: from nothing to today's tables, and no further."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from domain.timebank import ExchangeState
from storage import Database
from storage.migrate import check, is_current, migrate
from storage.tables import Row

ALEMBICS = {"alembic_version"}


def tables(connection: Connection) -> dict[str, list[str]]:
    """Each table with its columns."""
    seen = inspect(connection)
    names = sorted(seen.get_table_names())
    return {name: [str(one["name"]) for one in seen.get_columns(name)] for name in names}


async def schema(database: Database) -> dict[str, list[str]]:
    """What the database holds now."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(tables)


async def test_an_empty_database_gets_every_table(database: Database) -> None:
    """Migrated from nothing by the fixture; no table of the code is missing, none is left over."""
    assert (await schema(database)).keys() - ALEMBICS == Row.metadata.tables.keys()
    assert await is_current(database)


async def test_code_and_database_do_not_differ(database: Database) -> None:
    """`check` raises when a step is missing."""
    await check(database)


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    """The bot migrates at each start."""
    before = await schema(database)
    await migrate(database)
    assert await schema(database) == before


BEFORE_ACCOUNTS = (
    "INSERT INTO fabriques (id, slug, name, timezone, language, policy) "
    "VALUES (1, 'exemple', 'Fabrique fictive', 'Europe/Paris', 'fr', '{}')",
    "INSERT INTO people (id, fabrique_id, name, language, known_since) VALUES "
    "(11, 1, 'Ada Exemple', 'fr', '2026-01-05 08:00:00+00:00'), "
    "(12, 1, 'Basile Fictif', 'fr', '2026-01-05 08:00:00+00:00')",
    "INSERT INTO exchanges (id, fabrique_id, giver_id, receiver_id, minutes, day, subject, "
    "noted_by, noted_at, state, confirmed_at) VALUES "
    "(1, 1, 11, 12, 90, '2026-01-04', 'a', 11, '2026-01-05 08:00:00+00:00', 'confirmed', "
    "'2026-01-05 10:00:00+00:00'), "
    "(2, 1, 12, 11, 30, '2026-01-04', 'b', 11, '2026-01-05 08:00:00+00:00', 'confirmed', "
    "'2026-01-05 09:00:00+00:00'), "
    "(3, 1, 12, 11, 45, '2026-01-04', 'c', 12, '2026-01-05 08:00:00+00:00', 'proposed', NULL)",
    "INSERT INTO ledger_legs (exchange_id, account, minutes, at) VALUES "
    "(1, 11, 90, '2026-01-05 10:00:00+00:00'), (1, 12, -90, '2026-01-05 10:00:00+00:00'), "
    "(2, 12, 30, '2026-01-05 09:00:00+00:00'), (2, 11, -30, '2026-01-05 09:00:00+00:00')",
)
"""Rows as they stood before the time bank had accounts."""


async def test_time_that_was_counted_before_is_entered_in_the_chain(empty: Database) -> None:
    """In the order in which it was confirmed; what was open stays open, on the same sides."""
    await migrate(empty, to="0002")
    async with empty.engine.begin() as connection:
        for statement in BEFORE_ACCOUNTS:
            await connection.execute(text(statement))
    await migrate(empty)
    async with empty.begin(1) as store:
        held = {account.person: minutes for account, minutes in await store.ledger.balances()}
        assert held == {11: 60, 12: -60}
        assert [entry.exchange for entry in await store.ledger.entries()] == [2, 1]
        assert await store.ledger.faults() == []
        (open_one,) = await store.exchanges.in_state(ExchangeState.PROPOSED)
        assert (open_one.giver.person, open_one.receiver.person) == (12, 11)
        assert open_one.noted_for == open_one.giver.id
