"""The whole bot on a strict Bot API server, in this process: what is slow can be made so."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import App, compose
from bot.clock import WallClock
from bot.menus import menus_of
from bot.preparation import prepare
from bot.service import Service
from bot.settings import Settings
from domain.fabriques import Fabrique
from handlers.commands import all_commands
from locales import Languages
from storage import Database
from storage.chats import Address
from storage.outbox import Outgoing
from tests.bot.office import Web
from tests.journeys.stage import Town, town
from tests.read_once import ReadOnce
from tests.talk import empty_database
from tests.transports.telegram_wire import connected


@dataclass(frozen=True)
class Served:
    """A town, and the bot that serves it."""

    town: Town
    app: App
    fabrique: Fabrique

    async def offers(self, person: int, labels: tuple[str, ...]) -> None:
        """The bot says something to somebody with so many choices, each of which shows the help."""
        choices = [{"label": one, "command": "show_help", "given": {}} for one in labels]
        now = WallClock().now()
        async with self.app.database.begin(self.fabrique.id) as store:
            chat = await store.chats.known("telegram", str(person))
            assert chat is not None
            row = Outgoing(chat.id, "notice", f"offered-{person}", "Lequel ?", now, choices=choices)
            await store.outbox.add(row)
        await self.app.outbox.drain()


@asynccontextmanager
async def served(folder: Path, *, forum: bool = False) -> AsyncIterator[Served]:
    """A bot at work, which Ada, Basile, Chloé and Driss have greeted."""
    async with town(forum=forum) as place:
        place.api.world.inline = True
        database = Database(await empty_database(folder))
        team = Address("telegram", str(place.team), False, "")
        fabrique = await prepare(database, Settings(), teams=[team], now=WallClock().now())
        app = compose(
            database,
            [connected(place.api)],
            clock=WallClock(),
            chance=random.Random("served"),
            fetch=Web(),
            strict=True,
            at_once=4,
            library=ReadOnce(),
        )
        service = Service(app)
        commands, languages = all_commands(), Languages(strict=True)
        menus = menus_of(commands, languages, teams=[str(place.team)])
        running = asyncio.create_task(service.run(lambda _platform: menus))
        try:
            for person in (place.ada, place.basile, place.chloe, place.driss):
                await place.asked(person, "/start", "Bonjour")
            yield Served(place, app, fabrique)
        finally:
            service.stop()
            await running
