"""What each connection to an SQLite file promises."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage import Database
from storage.migrate import migrate
from tests.storage.standing import NOW, stand

PROMISES = [
    ("foreign_keys", 1),
    ("synchronous", 2),
    ("journal_mode", "wal"),
    ("secure_delete", 1),
]


@pytest.mark.parametrize(("pragma", "value"), PROMISES)
async def test_a_fresh_connection_keeps_its_promise(
    tmp_path: Path, pragma: str, value: object
) -> None:
    """Keys that hold, commits on the disk, readers beside the writer, words wiped."""
    database = Database(f"sqlite:///{tmp_path}/fabrique.db")
    async with database.engine.connect() as connection:
        assert await connection.scalar(text(f"PRAGMA {pragma}")) == value
    await database.close()


async def test_a_row_cannot_hang_from_nothing(tmp_path: Path) -> None:
    """SQLite looks at foreign keys only when it is told to."""
    database = Database(f"sqlite:///{tmp_path}/fabrique.db")
    await migrate(database)
    with pytest.raises(IntegrityError):
        async with database.begin(99) as store:
            await store.needs.ask(1, "vélo", now=NOW)
    await database.close()


async def test_a_deleted_name_is_nowhere_on_the_disk(tmp_path: Path) -> None:
    """Neither in the file nor in its journal, once the journal is emptied."""
    database = Database(f"sqlite:///{tmp_path}/fabrique.db")
    await migrate(database)
    await stand(database)
    assert b"Basile Fictif" in everything(tmp_path)
    async with database.engine.begin() as connection:
        await connection.execute(text("DELETE FROM accounts WHERE person_id = 2"))
        await connection.execute(text("DELETE FROM people WHERE id = 2"))
    await database.close()
    assert b"Basile Fictif" not in everything(tmp_path)
    assert b"Ada Exemple" in everything(tmp_path)


async def test_a_transaction_writes_from_its_first_statement(tmp_path: Path) -> None:
    """Another program waits then, and not only where a read turns into a write, which fails."""
    file = tmp_path / "fabrique.db"
    database = Database(f"sqlite:///{file}")
    await migrate(database)
    with closing(sqlite3.connect(file, timeout=0)) as other:
        async with database.begin() as store:
            other.execute("BEGIN IMMEDIATE").connection.rollback()
            await store.fabriques.all()
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
    await database.close()


@pytest.mark.parametrize("statement", ["SELECT 1", "INSERT INTO cursors VALUES ('a', '1')"])
async def test_what_an_undone_transaction_wrote_is_gone(tmp_path: Path, statement: str) -> None:
    """And the next one on the same connection is whole."""
    database = Database(f"sqlite:///{tmp_path}/fabrique.db")
    await migrate(database)
    with pytest.raises(OperationalError):
        await fail_after(database, statement)
    async with database.begin() as store:
        await store.inbox.advance("b", "2")
    async with database.begin() as store:
        assert [await store.inbox.cursor(one) for one in "ab"] == [None, "2"]
    await database.close()


async def fail_after(database: Database, statement: str) -> None:
    """A transaction whose second statement is none."""
    async with database.begin() as store:
        await store.session.execute(text(statement))
        await store.session.execute(text("NONSENSE"))


def everything(folder: Path) -> bytes:
    """All that lies on the disk: the file, its journal and its index."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("fabrique.db*")))
