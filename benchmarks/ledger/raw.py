"""The bare drivers, doing the very statements that storage does; and the disk."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from time import perf_counter
from typing import Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.engine import make_url

from benchmarks.ledger.alone import Speed, Waiting, speed_of
from storage.engines import PRAGMAS

SECONDS = 0.5
PAGE = 4096

Script = list[list[tuple[str, Any]]]
"""For each transaction its statements, each with what it was given."""


async def recorded(bank: Waiting, count: int) -> Script:
    """What storage asks of the driver to confirm so many exchanges."""
    script: Script = []

    def keep(_: Any, __: Any, statement: str, given: Any, ___: Any, ____: Any) -> None:
        script[-1].append((statement, given))

    event.listen(bank.database.engine.sync_engine, "before_cursor_execute", keep)
    for number, person in bank.exchanges[:count]:
        script.append([])
        await bank.confirm(number, person)
    event.remove(bank.database.engine.sync_engine, "before_cursor_execute", keep)
    bank.exchanges = bank.exchanges[count:]
    return script


class RawSqlite:
    """The standard library's driver, in this thread."""

    def __init__(self, file: str) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")

    async def replay(self, script: Script) -> Speed:
        """Each transaction as it was recorded, on a database in the same state."""
        times = []
        for transaction in script:
            begun = perf_counter()
            self._connection.execute("BEGIN IMMEDIATE")
            for statement, given in transaction:
                many = isinstance(given, list)
                run = self._connection.executemany if many else self._connection.execute
                run(statement, given).fetchall()
            self._connection.commit()
            times.append(perf_counter() - begun)
        return speed_of(times, sum(times))

    async def close(self) -> None:
        """Give the file back."""
        self._connection.close()


class RawPostgresql:
    """asyncpg on one connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @classmethod
    async def open(cls, url: str) -> RawPostgresql:
        """Connect to where our own address leads."""
        address = make_url(url).set(drivername="postgresql")
        return cls(await asyncpg.connect(address.render_as_string(hide_password=False)))

    async def replay(self, script: Script) -> Speed:
        """Each transaction as it was recorded, on a database in the same state."""
        times = []
        for transaction in script:
            begun = perf_counter()
            async with self._connection.transaction():
                for statement, given in transaction:
                    if isinstance(given, list):
                        await self._connection.executemany(statement, given)
                    else:
                        await self._connection.fetch(statement, *given)
            times.append(perf_counter() - begun)
        return speed_of(times, sum(times))

    async def close(self) -> None:
        """Give the connection back."""
        await self._connection.close()


def fsyncs(folder: Path) -> float:
    """How often a second the disk takes a page for good."""
    file = folder / "fsyncs"
    opened = os.open(file, os.O_CREAT | os.O_RDWR)
    try:
        begun, count = perf_counter(), 0
        while perf_counter() - begun < SECONDS:
            os.pwrite(opened, bytes(PAGE), PAGE * (count % 64))
            os.fdatasync(opened)
            count += 1
        return count / (perf_counter() - begun)
    finally:
        os.close(opened)
        file.unlink()
