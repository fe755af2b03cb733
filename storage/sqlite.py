"""SQLite in its thread: one trip there and back for each statement.

The driver makes four, for a cursor, the statement, the rows and the end of the cursor; each costs
more than most statements do. Must not know what is said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")
_CHUNK = 64  # rows that the driver's own cursors fetch at a time; ours have all of them

Row = tuple[Any, ...]
Outcome = tuple[Any, int, int | None, Sequence[Row]]
"""What a statement gave: the names of its columns, the count, the last number, the rows."""


class Connection(aiosqlite.Connection):
    """The driver's connection, with cursors that stay in this thread."""

    def cursor(self) -> Cursor:  # type: ignore[override]
        """A cursor, which asks nothing of SQLite before its statement."""
        return Cursor(self)

    async def there(self, act: Callable[[sqlite3.Connection], T]) -> T:
        """Have something done in SQLite's thread, after all that was asked for before."""
        done: T = await self._execute(partial(act, self._conn))  # type: ignore[no-untyped-call]
        return done


class Cursor:
    """One statement, and what it gave."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: Sequence[Row] = ()

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        """Run a statement to its end."""
        return await self._keep(lambda raw: raw.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Cursor:
        """Run a statement with each of these parameters."""
        return await self._keep(lambda raw: raw.executemany(sql, parameters))

    async def fetchall(self) -> Sequence[Row]:
        """The rows, which are here already."""
        return self._rows

    async def close(self) -> None:
        """Forget the rows; SQLite has closed its own cursor before."""
        self._rows = ()

    async def _keep(self, run: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> Cursor:
        outcome = await self._connection.there(lambda raw: _outcome(run(raw)))
        self.description, self.rowcount, self.lastrowid, self._rows = outcome
        return self


def _outcome(cursor: sqlite3.Cursor) -> Outcome:
    """Everything that a statement gave; runs in SQLite's thread."""
    rows = cursor.fetchall() if cursor.description else ()
    outcome = cursor.description, cursor.rowcount, cursor.lastrowid, rows
    cursor.close()
    return outcome


async def connect(*where: Any, **how: Any) -> Connection:
    """Open a file; its thread ends with the program, however that ends."""
    connection = Connection(partial(sqlite3.connect, *where, **how), _CHUNK)
    connection._thread.daemon = True
    return await connection  # type: ignore[return-value]
