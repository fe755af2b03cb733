"""The nightly look at the ledger: in pieces, told in words, once a day."""

from __future__ import annotations

import sqlite3
from io import StringIO

import pytest

from bot.ledger_check import faults_of_ledger
from domain.ledger import FaultKind
from domain.timebank import confirmed
from tests.bot.office import Office
from tests.storage.standing import NOW

BREAKING = {
    "UPDATE ledger_entries SET digest = 'x' WHERE number = 3": [
        (FaultKind.BROKEN, 3),
        (FaultKind.BROKEN, 4),
    ],
    "UPDATE legs SET minutes = 7 WHERE entry_id = 2 AND minutes > 0": [
        (FaultKind.BROKEN, 2),
        (FaultKind.UNBALANCED, 2),
        (FaultKind.DIFFERENT, 2),
        (FaultKind.SUM, -83),
    ],
    "UPDATE legs SET account_id = 3 WHERE entry_id = 2 AND minutes > 0": [
        (FaultKind.BROKEN, 2),
        (FaultKind.DIFFERENT, 2),
    ],
    "DELETE FROM legs WHERE entry_id = 5 AND minutes < 0": [
        (FaultKind.BROKEN, 5),
        (FaultKind.ALONE, 5),
        (FaultKind.UNBALANCED, 5),
        (FaultKind.DIFFERENT, 5),
        (FaultKind.SUM, 90),
    ],
    "UPDATE ledger_entries SET number = 9 WHERE number = 5": [
        (FaultKind.GAP, 9),
        (FaultKind.BROKEN, 9),
    ],
    "UPDATE ledger_entries SET kind = 'nothing' WHERE number = 1": [(FaultKind.BROKEN, 1)],
    "UPDATE exchanges SET state = 'cancelled' WHERE id = 4": [(FaultKind.ALONE, 4)],
    "UPDATE exchanges SET state = 'confirmed' WHERE id = 6": [(FaultKind.MISSING, 6)],
    "UPDATE exchanges SET paid = 1 WHERE id = 1": [(FaultKind.ALONE, 1)],
}
"""What somebody could do to a file of SQLite once they took its triggers away."""


async def with_entries(office: Office, count: int = 5) -> None:
    """Confirmed exchanges, and one that still waits."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        basile = await store.ledger.party(office.standing.basile)
        for _ in range(count):
            noted = await store.exchanges.add(await office.standing.proposed(store))
            await store.exchanges.change(confirmed(noted, by=basile, at=NOW))
        await store.exchanges.add(await office.standing.proposed(store))


def broken_into(office: Office, statement: str) -> None:
    """The file touched from outside, by somebody who knows how."""
    file = sqlite3.connect(office.app.database.url.removeprefix("sqlite:///"))
    for (name,) in list(file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")):
        file.execute(f"DROP TRIGGER {name}")
    pot = "INSERT INTO ledger_accounts (id, fabrique_id, kind, key) VALUES (3, 1, 'pot', 'pot')"
    file.execute(pot)
    file.execute(statement)
    file.commit()
    file.close()


async def found(office: Office, at_most: int) -> list[tuple[FaultKind, int]]:
    """What is wrong, read in pieces of some length."""
    faults = await faults_of_ledger(office.app.database, office.standing.fabrique, at_most=at_most)
    return [(one.kind, one.number) for one in faults]


@pytest.mark.parametrize("at_most", [1, 2, 5, 100])
async def test_a_sound_ledger_is_sound_in_pieces_of_any_length(
    office: Office, at_most: int
) -> None:
    """Each piece goes on from the seal of the last one."""
    await with_entries(office)
    assert await found(office, at_most) == []


@pytest.mark.parametrize(("statement", "wanted"), list(BREAKING.items()), ids=str)
async def test_whatever_was_done_is_found_where_it_was_done(
    office: Office, statement: str, wanted: list[tuple[FaultKind, int]]
) -> None:
    """In one piece or in many, and as the store itself finds it."""
    await with_entries(office)
    broken_into(office, statement)
    for at_most in (1, 2, 100):
        assert sorted(await found(office, at_most)) == sorted(wanted)
    async with office.app.database.begin(office.standing.fabrique) as store:
        faults = await store.ledger.faults()
    assert sorted((one.kind, one.number) for one in faults) == sorted(wanted)


async def test_the_team_is_told_once_a_day_and_the_log_has_the_same_code(
    office: Office, log: StringIO
) -> None:
    """In words, with places and without a name; a restart does not say it again."""
    await with_entries(office)
    broken_into(office, "UPDATE legs SET minutes = 7 WHERE entry_id = 2 AND minutes > 0")

    for _ in range(2):
        office.app.jobs._tidied = None
        await office.app.jobs.run_due()
    await office.app.outbox.drain()

    [told] = [text for text in office.telegram.texts if "compte" in text]
    assert "ne font pas zéro" in told
    assert "Ada" not in told
    assert "−1 h 23" in told.replace("\u202f", " ")
    code = told.rpartition("<code>")[2].partition("</code>")[0]
    assert f'"code": "{code}"' in log.getvalue()
    assert "unbalanced:2" in log.getvalue()

    office.wait(days=1)
    await office.app.jobs.run_due()
    await office.app.outbox.drain()
    assert len([text for text in office.telegram.texts if "ne font pas zéro" in text]) == 2


async def test_a_sound_ledger_is_not_spoken_of(office: Office) -> None:
    """No news."""
    await with_entries(office)
    await office.app.jobs.run_due()
    await office.app.outbox.drain()
    assert office.telegram.texts == []


async def test_what_is_entered_while_it_is_read_is_read_too(office: Office) -> None:
    """Pieces follow each other to the end, wherever that is by then."""
    await with_entries(office, count=2)
    async with office.app.database.begin(office.standing.fabrique) as store:
        piece = await store.ledger_check.piece(None, at_most=1)
    await with_entries(office, count=1)
    async with office.app.database.begin(office.standing.fabrique) as store:
        rest = await store.ledger_check.piece(piece.seen()[-1].entry)
        assert [one.entry.number for one in rest.seen()] == [2, 3]
