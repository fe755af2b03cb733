"""The whole bot in this process: heard, stored, answered, written, sent."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import compose
from bot.clock import WallClock
from bot.fetch import Fetcher
from bot.preparation import prepare
from bot.service import Service
from bot.settings import Settings
from chat.transport import Transport
from storage import Database
from storage.migrate import migrate


@asynccontextmanager
async def serving(transport: Transport, folder: Path) -> AsyncIterator[None]:
    """A bot with an SQLite file of its own, as `run` puts it together."""
    database = Database(f"sqlite:///{folder}/fabrique.db")
    await migrate(database)
    clock = WallClock()
    await prepare(database, Settings(data=folder, encoder=False), teams=None, now=clock.now())
    app = compose(
        database,
        [transport],
        clock=clock,
        chance=random.Random("benchmark"),
        fetch=Fetcher(),
        strict=True,
        at_once=6,
    )
    service = Service(app)
    running = asyncio.create_task(service.run(lambda _: []))
    try:
        yield
    finally:
        service.stop()
        await running
