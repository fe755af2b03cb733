"""What a database holds before the first word, with one fabrique or several."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.preparation import prepare
from bot.settings import Settings
from storage import Database
from storage.chats import Address

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
TEAM = Address("telegram", "-1", False, "")
SECOND = {
    "slug": "saint-etienne",
    "name": "La Fabrique de Saint-Étienne",
    "team": {"telegram": "-2"},
    "timebank": {"day": 6},
}


async def test_each_fabrique_has_its_team_its_policy_and_its_base(database: Database) -> None:
    """The first one of the settings is the first one of the database, whatever comes later."""
    settings = Settings.model_validate({"fabriques": [SECOND]})
    for _ in range(2):  # an operator starts the bot again
        await prepare(database, settings, teams=[TEAM], now=NOW)
    async with database.begin() as store:
        first, second = await store.fabriques.all()
        assert (first.slug, second.slug) == ("nationale", "saint-etienne")
        assert (first.time.day, second.time.day) == (420, 360)
        for fabrique, address in ((first, "-1"), (second, "-2")):
            there = store.of(fabrique.id)
            assert [chat.address for chat in await there.chats.team()] == [address]
            assert not await there.knowledge.is_empty()


async def test_a_chat_follows_the_settings_to_another_team(database: Database) -> None:
    """And is no team's of the first any more."""
    await prepare(database, Settings(), teams=[TEAM], now=NOW)
    moved = Settings.model_validate({"fabriques": [{**SECOND, "team": {"telegram": "-1"}}]})
    await prepare(database, moved, teams=[], now=NOW)
    async with database.begin() as store:
        first, second = await store.fabriques.all()
        assert await store.of(first.id).chats.team() == []
        (chat,) = await store.of(second.id).chats.team()
        assert (chat.address, chat.fabrique) == ("-1", second.id)
