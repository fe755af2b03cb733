"""Migrations: from nothing to today's tables, and no further."""

from __future__ import annotations

from sqlalchemy import Connection, inspect

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
