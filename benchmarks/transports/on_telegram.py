"""Telegram's side: a strict Bot API server, and a bare echo on the same library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.transports.asking import QUESTION
from benchmarks.transports.ours import serving
from tests.transports.telegram_wire import connected
from tests.wire.bot_api import BotApi


class InPrivate:
    """People who each write to the bot in private."""

    def __init__(self, api: BotApi, people: int) -> None:
        self.people = people
        self._world = api.world
        self._users = [
            api.world.user(f"exemple{number}", f"Ada Exemple {number}") for number in range(people)
        ]

    async def ask(self, place: int) -> None:
        """Write, and look whenever something was said anywhere."""
        user = self._users[place]
        asked = self._world.say(user, QUESTION)
        while not any(one.from_bot and one.id > asked for one in self._newest(user)):
            await self._world.rooms.bell.heard()

    def _newest(self, user: int) -> list[Any]:
        return self._world.messages(user)[-3:]


@asynccontextmanager
async def bare(folder: Path, people: int) -> AsyncIterator[InPrivate]:
    """The library's own application, with one handler that says the same words."""
    del folder
    async with _api() as api:
        app = (
            ApplicationBuilder()
            .token(api.token)
            .base_url(api.base_url)
            .base_file_url(api.base_file_url)
            .build()
        )
        app.add_handler(MessageHandler(filters.TEXT, _echo))
        async with app:
            await app.start()
            if app.updater is None:
                raise RuntimeError("an application without an updater hears nothing")
            await app.updater.start_polling()
            yield InPrivate(api, people)
            await app.updater.stop()
            await app.stop()


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


@asynccontextmanager
async def ours(folder: Path, people: int) -> AsyncIterator[InPrivate]:
    """The whole bot, at no pace: the echo keeps none either."""
    async with _api() as api:
        telegram = connected(api)
        line = InPrivate(api, people)
        async with serving(telegram, folder):
            yield line


@asynccontextmanager
async def _api() -> AsyncIterator[BotApi]:
    api = BotApi()
    await api.start()
    try:
        yield api
    finally:
        await api.stop()
