"""Topics of a forum: whether a chat has them, opening one, renaming and closing it.

Knows what Telegram calls a forum; must not know what a topic is opened for.
"""

from __future__ import annotations

import asyncio

import telegram
from telegram.error import BadRequest

from bot.transports.telegram.failures import failures_told, says
from chat.transport import Place

LONGEST_TITLE = 128
"""Characters of a topic's name."""

_REMEMBERED = 600.0  # seconds; an administrator may make a forum of a group at any time
_NO_FORUM = "not a forum"
_UNCHANGED = "topic_not_modified"


class Topics:
    """The topics of one bot's forums. Which chats are forums is remembered for ten minutes."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._forums: dict[str, tuple[bool, float]] = {}

    async def open(self, place: Place, title: str) -> str | None:
        """Open a topic; None where there are none. Nothing tells a repeat from a second topic."""
        with failures_told():
            if place.private or not await self._is_forum(place.chat):
                return None
            try:
                made = await self._bot.create_forum_topic(int(place.chat), title[:LONGEST_TITLE])
            except BadRequest as refusal:
                if not says(refusal, _NO_FORUM):
                    raise
                self._remember(place.chat, is_forum=False)
                return None
            return str(made.message_thread_id)

    async def retitle(self, place: Place, title: str, *, closed: bool) -> None:
        """Rename a topic, and close or reopen it; one that is so already is as good as changed."""
        if place.thread is None:
            return
        chat, thread = int(place.chat), int(place.thread)
        turn = self._bot.close_forum_topic if closed else self._bot.reopen_forum_topic
        with failures_told():
            try:
                await self._bot.edit_forum_topic(chat, thread, name=title[:LONGEST_TITLE])
            except BadRequest as refusal:
                if not says(refusal, _UNCHANGED):
                    raise
            try:
                await turn(chat, thread)
            except BadRequest as refusal:
                if not says(refusal, _UNCHANGED):
                    raise

    async def _is_forum(self, chat: str) -> bool:
        known, until = self._forums.get(chat, (False, 0.0))
        if until > asyncio.get_running_loop().time():
            return known
        return self._remember(chat, is_forum=bool((await self._bot.get_chat(int(chat))).is_forum))

    def _remember(self, chat: str, *, is_forum: bool) -> bool:
        until = asyncio.get_running_loop().time() + _REMEMBERED
        self._forums[chat] = (is_forum, until)
        return is_forum
