"""Which tables a transaction reads and which it writes, as its statements tell; who looked at rows
and found nothing to do need not look again before one of these tables was written to.

What another process writes is not seen here: whoever remembers what it found looks again after a
while, or when it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from storage.tables import Row

_TABLES = frozenset(Row.metadata.tables)
_TOUCHED = "touched"
_WORD = re.compile(r"\w+")
_WRITTEN = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)')


@dataclass
class Touched:
    """The tables that one transaction read and wrote."""

    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)


class Changes:
    """Counts the transactions that wrote, and remembers which was the last one for each table."""

    def __init__(self) -> None:
        self.count = 0
        self._last: dict[str, int] = {}

    def note(self, tables: Iterable[str]) -> None:
        """A transaction that wrote to these tables was committed."""
        self.count += 1
        self._last.update(dict.fromkeys(tables, self.count))

    def note_all(self) -> None:
        """Another process wrote, nobody here knows to what."""
        self.note(_TABLES)

    def since(self, count: int, tables: Iterable[str]) -> bool:
        """Whether one of these tables was written to after the transaction of that number."""
        return any(self._last.get(table, 0) > count for table in tables)


class NotingSession(Session):
    """A session whose `info` holds what its transaction touches."""


def listen(engine: Engine) -> None:
    """Note what each statement of a `NotingSession` touches."""
    event.listen(engine, "before_cursor_execute", _note)


@event.listens_for(NotingSession, "after_begin")
def _hand_on(session: Session, _transaction: Any, connection: Connection) -> None:
    connection.info[_TOUCHED] = session.info.get(_TOUCHED)


def touching(session: AsyncSession) -> Touched:
    """What the transaction that begins with this session will have touched."""
    touched = session.info[_TOUCHED] = Touched()
    return touched


def _note(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    touched = connection.info.get(_TOUCHED)
    if touched is not None:
        reads, written = tables_of(statement)
        touched.reads |= reads
        touched.writes |= written


@lru_cache(maxsize=4096)
def tables_of(statement: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tables that a statement may read, and the one that it writes.

    A column that is called like a table counts as one: a look too many does no harm.
    """
    written = _WRITTEN.match(statement)
    return _TABLES & set(_WORD.findall(statement)), frozenset({written[1]} if written else ())
