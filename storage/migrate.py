"""Brings a database to today's tables; a database that is there already is left as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from storage import Database
from storage.engines import one_of_a_kind

FOLDER = Path(__file__).parent / "migrations"


async def migrate(database: Database, *, to: str = "head") -> None:
    """Run every step that the database has not seen, in one transaction."""
    await _on_connection(database, lambda config: command.upgrade(config, to))


async def check(database: Database) -> None:
    """Raise when the tables in code and in the database differ."""
    await _on_connection(database, command.check)


async def revise(database: Database, message: str) -> None:
    """Write the step that would make the database like the tables in code."""
    await _on_connection(
        database, lambda config: command.revision(config, message, autogenerate=True)
    )


async def is_current(database: Database) -> bool:
    """Whether the database has seen every step."""
    async with database.engine.connect() as connection:
        seen = await connection.run_sync(_seen)
    return seen == ScriptDirectory(str(FOLDER)).get_current_head()


async def _on_connection(database: Database, run: Callable[[Config], object]) -> None:
    def with_config(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        run(config)

    async with database.engine.begin() as connection:
        await one_of_a_kind(connection, "migration")  # several processes may start at once
        await connection.run_sync(with_config)


def _seen(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
