"""What tests of transports share: a conversation on each platform; a bot on Telegram's server."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from chat.transport import Transport
from tests.transports.matrix_side import on_matrix
from tests.transports.sides import Ground, Side, imagined, on_console
from tests.transports.telegram_side import on_telegram
from tests.transports.telegram_wire import serving, unstarted, who_wrote_once
from tests.wire.bot_api import BotApi

PLATFORMS = [
    pytest.param(on_console, id="console"),
    pytest.param(imagined("telegram"), id="simulated-telegram"),
    pytest.param(imagined("matrix"), id="simulated-matrix"),
    pytest.param(on_telegram, id="telegram"),
    pytest.param(on_matrix(encrypted=False), id="matrix", marks=pytest.mark.servers),
    pytest.param(on_matrix(encrypted=True), id="matrix-encrypted", marks=pytest.mark.servers),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=PLATFORMS)
async def ground(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Ground]:
    """A platform for all its tests."""
    async with request.param(request, tmp_path_factory.mktemp("ground")) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def side(ground: Ground) -> AsyncIterator[Side]:
    """A conversation for each test."""
    async with ground() as opened:
        yield opened


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
