"""The demonstration: furnished once, with people who say that they are not real."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.demonstration import NAMES, OFFERS, furnish
from bot.preparation import prepare
from bot.settings import Settings
from domain.events import State
from domain.timebank import ExchangeState
from storage import Database
from storage.migrate import migrate
from tests.storage.standing import NOW


async def test_it_is_furnished_once(tmp_path: Path) -> None:
    """The terminal is opened again and again; days later nothing is doubled or moved."""
    database = Database(f"sqlite:///{tmp_path}/demonstration.db")
    await migrate(database)
    fabrique = await prepare(database, Settings(), teams=[], now=NOW)
    for days in (0, 1, 30):
        await furnish(database, fabrique, now=NOW + timedelta(days=days))
    async with database.begin(fabrique.id) as store:
        assert [one.name for one in await store.people.everyone()] == list(NAMES.values())
        assert len(await store.offers.all()) == sum(map(len, OFFERS.values()))
        states = [event.state for event in await store.events.all()]
        assert states == [State.APPROVED, State.APPROVED, State.PROPOSED]
        assert len(await store.exchanges.in_state(ExchangeState.PROPOSED)) == 1
        assert await store.ledger.faults() == []
        for person in await store.people.everyone():
            assert await store.people.private_chat(person.id) is not None
    await database.close()
