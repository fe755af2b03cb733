"""Inline mode: `@bot` and a few words, typed in any chat, are answered from the base.

It has no chat to answer in, so nothing of it passes the inbox or the outbox. People type on while
they are answered: only the newest words of each person count.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

import structlog
import telegram
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.transports.telegram.receive import PLATFORM, speaker
from chat.transport import LookedUp, Lookup, Shown, TransportError

KEPT = 300
"""Seconds that Telegram may give the same person the same answer to the same words."""

START = "inline"
"""What the way to the private chat says where it comes from."""

log = structlog.get_logger(__name__)


class Inline:
    """Answers the inline queries of one bot, once it has something to look them up in."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self.lookup: Lookup | None = None

    def asked(self, query: telegram.InlineQuery) -> None:
        """Somebody typed; what they typed before need not be answered any more."""
        if self.lookup is None:
            return
        account = query.from_user.id
        if before := self._under_way.pop(account, None):
            before.cancel()
        task = asyncio.create_task(self._answer(query, self.lookup))
        self._under_way[account] = task
        task.add_done_callback(lambda done: self._ended(account, done))

    def close(self) -> None:
        """Answer nobody any more."""
        for task in self._under_way.values():
            task.cancel()

    async def _answer(self, query: telegram.InlineQuery, lookup: Lookup) -> None:
        """Each person has a language and a fabrique of their own: no answer is shared."""
        found = await lookup.find(PLATFORM, speaker(query.from_user), query.query)
        with suppress(TelegramError, TransportError):  # too late: they typed on
            await self._bot.answer_inline_query(
                query.id,
                [_article(one) for one in found.found],
                cache_time=KEPT if found.found else 0,
                is_personal=True,
                button=_way(found),
            )

    def _ended(self, account: int, task: asyncio.Task[None]) -> None:
        if self._under_way.get(account) is task:
            del self._under_way[account]
        if not task.cancelled() and (fault := task.exception()):
            log.error("telegram-not-looked-up", fault=type(fault).__name__)


def _article(shown: Shown) -> telegram.InlineQueryResultArticle:
    return telegram.InlineQueryResultArticle(
        id=shown.name,
        title=shown.title,
        description=shown.line,
        input_message_content=telegram.InputTextMessageContent(
            shown.markup,
            parse_mode=ParseMode.HTML,
            link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        ),
    )


def _way(found: LookedUp) -> telegram.InlineQueryResultsButton | None:
    """The way to the bot, where what was not found may be asked."""
    if not found.ask:
        return None
    return telegram.InlineQueryResultsButton(found.ask, start_parameter=START)
