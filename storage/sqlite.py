"""SQLite in its thread: one trip there and back for each statement.

The driver makes four, for a cursor, the statement, the rows and the end of the cursor; each costs
more than most statements do. A transaction begins on the trip of its first statement. Must not know
what is said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
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

    _to_begin = False

    def begin(self) -> None:
        """A transaction that writes, from the next statement on."""
        self._to_begin = True

    def cursor(self) -> Cursor:  # type: ignore[override]
        """A cursor, which asks nothing of SQLite before its statement."""
        return Cursor(self)

    async def there(self, act: Callable[[sqlite3.Connection], T]) -> T:
        """Have something done in SQLite's thread, after all that was asked for before."""
        begin, self._to_begin = self._to_begin, False
        done: T = await self._execute(_done, act, self._conn, begin)  # type: ignore[no-untyped-call]
        return done

    async def commit(self) -> None:
        """End a transaction; one that has not begun needs no trip."""
        await self._end(super().commit)

    async def rollback(self) -> None:
        """Undo a transaction; one that has not begun, or is over, needs no trip."""
        await self._end(super().rollback)

    async def _end(self, end: Callable[[], Awaitable[None]]) -> None:
        self._to_begin = False
        if self._conn.in_transaction:
            await end()


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


def _done(act: Callable[[sqlite3.Connection], T], raw: sqlite3.Connection, begin: bool) -> T:
    """Runs in SQLite's thread. IMMEDIATE: to become a writer later may fail at once."""
    if begin:
        raw.execute("BEGIN IMMEDIATE")
    return act(raw)


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
