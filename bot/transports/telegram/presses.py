"""Presses that wait for their answer: a button spins on somebody's screen until there is one.

Telegram takes one answer to each press. One that nobody could answer soon, because a transaction
waits for its turn, gets an empty one; what there is to say comes as a message then.
"""

from __future__ import annotations

import asyncio

import telegram

from bot.transports.telegram import send
from chat.transport import Heard

SOON = 0.8
"""Seconds a press may wait; with the way to Telegram and back, under one."""

REMEMBERED = 900.0
"""Seconds that an empty answer is remembered: another process may work on the press, and say so to
nobody here.
"""


class Presses:
    """The presses of one bot that were heard and are not answered."""

    def __init__(
        self, bot: telegram.Bot, *, soon: float = SOON, remembered: float = REMEMBERED
    ) -> None:
        self._bot = bot
        self._soon = soon
        self._remembered = remembered
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._late: dict[str, asyncio.Task[None]] = {}

    def began(self, press: str) -> None:
        """A press was heard, and is answered soon whoever works on it."""
        if press not in self._waiting and press not in self._late:
            loop = asyncio.get_running_loop()
            self._waiting[press] = loop.call_later(self._soon, self._answer_empty, press)

    def awaits(self, heard: Heard) -> bool:
        """Whether a press can still be answered with words; it waits for them from now on."""
        if heard.press is None or heard.press in self._late:
            return False
        self._stop_waiting(heard.press)
        return True

    async def answer(self, heard: Heard, words: str) -> None:
        """Answer, once; never raises."""
        if heard.press is None:
            return
        self._stop_waiting(heard.press)
        answered = self._late.pop(heard.press, None)
        if answered is None:
            await send.toast(self._bot, heard.press, words)

    def close(self) -> None:
        """Leave what waits: it is answered by whoever takes the update up again."""
        for press in tuple(self._waiting):
            self._stop_waiting(press)

    def _stop_waiting(self, press: str) -> None:
        if timer := self._waiting.pop(press, None):
            timer.cancel()

    def _answer_empty(self, press: str) -> None:
        del self._waiting[press]
        self._late[press] = asyncio.create_task(send.toast(self._bot, press, ""))
        asyncio.get_running_loop().call_later(self._remembered, self._late.pop, press, None)
