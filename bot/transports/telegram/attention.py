"""The sign that the bot types, while an answer is made.

A courtesy: no failure of it is anybody's business, and nothing waits for it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

import telegram
from telegram.constants import ChatAction
from telegram.error import TelegramError

from chat.transport import Heard


class Attention:
    """Signs under way."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, heard: Heard) -> None:
        """Type, for as long as Telegram shows it: five seconds, or until a message comes."""
        task = asyncio.create_task(self._type(heard))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        """Leave off."""
        for task in self._tasks:
            task.cancel()

    async def _type(self, heard: Heard) -> None:
        place = heard.place
        thread = int(place.thread) if place.thread is not None else None
        with suppress(TelegramError):
            await self._bot.send_chat_action(
                int(place.chat), ChatAction.TYPING, message_thread_id=thread
            )
