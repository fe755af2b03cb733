"""What is remembered holds until one of the tables it was read from is written to."""

from __future__ import annotations

from contextlib import suppress

import pytest

from storage import Database
from storage.changes import tables_of
from tests.storage.standing import NOW, Standing


async def test_a_transaction_knows_what_it_read_and_wrote(standing: Standing) -> None:
    """A row written, rows read, and a savepoint between."""
    async with standing.database.begin(standing.fabrique) as store:
        await store.offers.of(standing.ada)
        async with store.savepoint():
            await store.feeds.add("https://exemple.org/", by=standing.ada, now=NOW)
    assert {"offers", "feeds"} <= store.touched.reads
    assert "feeds" in store.touched.writes
    assert "offers" not in store.touched.writes


async def test_only_what_was_committed_counts_as_written(standing: Standing) -> None:
    """A transaction that is undone changes nothing that anybody looked at."""
    changes, before = standing.database.changes, standing.database.changes.count
    with suppress(ZeroDivisionError):
        async with standing.database.begin(standing.fabrique) as store:
            await store.feeds.add("https://exemple.org/", by=standing.ada, now=NOW)
            raise ZeroDivisionError
    assert not changes.since(before, ["feeds"])
    async with standing.database.begin(standing.fabrique) as store:
        await store.feeds.add("https://exemple.org/", by=standing.ada, now=NOW)
    assert changes.since(before, ["feeds"])
    assert not changes.since(before, ["offers", "chats"])
    assert not changes.since(changes.count, ["feeds"])


async def test_a_transaction_that_only_reads_changes_nothing(standing: Standing) -> None:
    """However much it reads."""
    before = standing.database.changes.count
    async with standing.database.begin(standing.fabrique) as store:
        await store.people.everyone()
    assert standing.database.changes.count == before


async def test_what_another_process_wrote_may_be_anything(database: Database) -> None:
    """Everything that was looked at is looked at again."""
    before = database.changes.count
    database.changes.note_all()
    assert database.changes.since(before, ["outbox"])


STATEMENTS = [
    (
        "SELECT a.x FROM people AS a, chats WHERE EXISTS (SELECT 1 FROM offers)",
        "",
        "people chats offers",
    ),
    ("INSERT INTO feeds (address) SELECT title FROM events", "feeds", "feeds events"),
    ('UPDATE "needs" SET state=? WHERE needs.id = ?', "needs", "needs"),
    ("DELETE FROM inbox WHERE inbox.id = ?", "inbox", "inbox"),
    ("SAVEPOINT sa_savepoint_1", "", ""),
]


@pytest.mark.parametrize(("statement", "written", "read"), STATEMENTS)
def test_the_tables_of_a_statement_are_found(statement: str, written: str, read: str) -> None:
    """Wherever they stand in it."""
    assert tables_of(statement) == (frozenset(read.split()), frozenset(written.split()))
