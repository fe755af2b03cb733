"""A server for each test, an unmodified client of it, and Ada."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import telegram

from tests.wire.bot_api import BotApi
from tests.wire.bot_api_world import World


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A server of its own for each test."""
    api = BotApi(World(lambda: 1_790_000_000.75))
    await api.start()
    yield api
    await api.stop()


@pytest.fixture
def world(api: BotApi) -> World:
    """What the server serves, on a day that does not move."""
    return api.world


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[telegram.Bot]:
    """The unmodified client."""
    bot = telegram.Bot(api.token, base_url=api.base_url, base_file_url=api.base_file_url)
    async with bot:
        yield bot


@pytest.fixture
def ada(world: World) -> int:
    """Ada, who wrote to the bot."""
    ada = world.user("ada_exemple", "Ada Exemple")
    world.say(ada, "Bonjour")
    return ada
