"""The Telegram transport on a wire of its own: a server, a bot, an inbox and someone who wrote."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.transports.telegram.pace import Pace, Speed
from bot.transports.telegram.transport import Telegram
from bot.web.server import Web
from chat.transport import Heard, Place, Transport
from tests.wire.bot_api import BotApi

AT_ONCE = Speed(overall=0, chat=0, group=1_000_000, span=0)
"""For a server on loopback, which takes what it is sent; the published one has its own tests."""


PUBLIC = "https://robot.exemple.org/telegram"
"""Where Telegram posts; a proxy leads it to the bot."""


class Kept:
    """An inbox in memory that refuses the first `failing` puts, and waits while it is closed."""

    def __init__(self, *, failing: int = 0) -> None:
        self.heard: list[Heard] = []
        self.works: list[bool] = []
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()
        self._failing = failing
        self._came = asyncio.Event()

    async def put(self, heard: Sequence[Heard], *, cursor: str | None = None) -> None:
        """Keep, wait or fail."""
        self.asked.set()
        await self.open.wait()
        if self._failing:
            self._failing -= 1
            raise OSError("the disk is full")
        self.heard.extend(heard)
        self._came.set()

    async def cursor(self) -> None:
        """Telegram keeps it itself."""

    async def account(self, *, works: bool) -> None:
        """Note each change."""
        if self.works[-1:] != [works]:
            self.works.append(works)

    async def texts(self, count: int) -> list[str]:
        """What was said, once there are `count` of it."""
        async with asyncio.timeout(10):
            while len(self.heard) < count:
                self._came.clear()
                await self._came.wait()
        return [one.text for one in self.heard]


@asynccontextmanager
async def serving(*, pace: float = 1.0) -> AsyncIterator[BotApi]:
    """A server of its own; `pace` shortens its pauses between two posts."""
    server = BotApi(pace=pace)
    await server.start()
    yield server
    await server.stop()


def connected(api: BotApi, *, token: str | None = None) -> Transport:
    """A bot of that server, not started."""
    return Telegram(
        token or api.token,
        base_url=api.base_url,
        base_file_url=api.base_file_url,
        pace=Pace(AT_ONCE),
    )


@asynccontextmanager
async def unstarted(api: BotApi) -> AsyncIterator[Transport]:
    """A bot that is stopped in the end, started or not."""
    telegram = connected(api)
    yield telegram
    await telegram.stop()


@asynccontextmanager
async def posted_to(api: BotApi) -> AsyncIterator[tuple[Transport, Web]]:
    """A bot that is posted its updates, not started, and the web server that takes them."""
    telegram = Telegram(api.token, base_url=api.base_url, base_file_url=api.base_file_url)
    web = Web("127.0.0.1", 0)
    web.add(telegram.posted_to(PUBLIC))
    await web.start()
    api.poster.proxies["robot.exemple.org"] = f"http://127.0.0.1:{web.port}"
    try:
        yield telegram, web
    finally:
        await web.stop()
        await telegram.stop()


def who_wrote_once(api: BotApi) -> int:
    """Ada Exemple, whom the bot may write to."""
    account = api.world.user("ada_exemple", "Ada Exemple")
    api.world.say(account, "Bonjour")
    return account


def private(account: int) -> Place:
    """Someone's conversation with the bot."""
    return Place("telegram", str(account), private=True)


def group(chat: int, thread: int | None = None) -> Place:
    """A group, or a topic of it."""
    return Place("telegram", str(chat), private=False, thread=str(thread) if thread else None)
