"""What the tests of the Telegram transport share: a server, a bot, somebody who wrote."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from chat.transport import Transport
from tests.transports.telegram_wire import serving, unstarted, who_wrote_once
from tests.wire.bot_api import BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Telegram, as far as one bot sees it."""
    async with serving() as server:
        yield server


@pytest.fixture
async def transport(api: BotApi) -> AsyncIterator[Transport]:
    """The bot, not started."""
    async with unstarted(api) as telegram:
        yield telegram


@pytest.fixture
def ada(api: BotApi) -> int:
    """Ada Exemple, who wrote to the bot once."""
    return who_wrote_once(api)
