"""The two engines: SQLite with one writer, PostgreSQL with row locks, behind the same code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import event, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from storage.sqlite import connect
from storage.tables import Row

_NAMED = 1  # the first of two numbers; a lock of one number is never one of these

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL lost acknowledged commits at power cuts
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
)


def engine_for(url: str) -> AsyncEngine:
    """An engine by address; `postgresql://` and `sqlite://` are completed with our drivers."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address.set(drivername="sqlite+aiosqlite"))
    return create_async_engine(
        address.set(drivername="postgresql+asyncpg"),
        pool_size=5,
        pool_pre_ping=True,
        hide_parameters=True,  # what somebody wrote never reaches a log through an error
    )


async def insert_or_ignore(
    session: AsyncSession, table: type[Row], values: Mapping[str, Any]
) -> bool:
    """Insert a row unless its key is taken; says whether it was inserted."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    result = await session.execute(
        insert(table).values(**values).on_conflict_do_nothing().returning(1)
    )
    return result.first() is not None


def has_one_writer(session: AsyncSession) -> bool:
    """Whether an open transaction is the only one, as on SQLite, and no row need be locked."""
    return session.get_bind().dialect.name == "sqlite"


async def one_after_the_other(session: AsyncSession, number: int) -> None:
    """Wait until no other transaction that came here with this number is open.

    Two that insert the same keys in another order would wait for each other. SQLite's one writer
    is alone already.
    """
    if not has_one_writer(session):
        await session.execute(select(func.pg_advisory_xact_lock(number)))


async def one_of_a_kind(there: AsyncSession | AsyncConnection, kind: str) -> None:
    """The same for a name instead of a number; other names seldom wait, numbers never."""
    engine = there.get_bind() if isinstance(there, AsyncSession) else there
    if engine.dialect.name != "sqlite":
        await there.execute(select(func.pg_advisory_xact_lock(_NAMED, func.hashtext(kind))))


def _sqlite(address: Any) -> AsyncEngine:
    """One writer connection: waiting for it is fair, while SQLite's own waiting is not."""
    engine = create_async_engine(
        address,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"async_creator_fn": connect},
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection
    raw.begin()
