"""How Telegram is heard: updates are asked for.

Knows when an update may be acknowledged: once it is in the inbox. Must not know what is answered.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Protocol, cast

import structlog
import telegram
from telegram.error import TelegramError
from telegram.ext import Updater

from bot.transports.telegram import receive
from chat.transport import Heard, Inbox

READ = 20.0
"""Seconds without a byte after which a call is given up."""

STOP = 0.5
"""Seconds for each of the three things a stop waits for: under two in all."""

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that are asked for."""

_FIRST_WAIT, _LONGEST_WAIT = 0.1, 30.0  # seconds between tries, doubled each time

_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading an update raises when the library or we have a bug."""

_log = structlog.get_logger()


class Hearing(Protocol):
    """A way of hearing. `away`: nothing can be heard now."""

    @property
    def away(self) -> bool:
        """Whether Telegram did not answer when it was last asked to let us hear."""

    async def begin(self, inbox: Inbox) -> None:
        """Hear from now on, older updates first; TelegramError without a network."""

    async def end(self) -> None:
        """Hear no more; what is being stored has a moment to be."""


class Polling:
    """Updates are asked for, and acknowledged by asking for the next ones."""

    def __init__(self, bot: telegram.Bot, *, poll_timeout: int) -> None:
        self._line = _Line(bot)
        self._intake = Intake(bot)
        self._poll_timeout = poll_timeout
        self._updater = Updater(
            cast(telegram.Bot, self._line), cast("asyncio.Queue[object]", self._intake)
        )

    @property
    def away(self) -> bool:
        """Whether the last question was not answered, or none was asked yet."""
        return self._line.away

    async def begin(self, inbox: Inbox) -> None:
        """Ask for updates; what waited comes first."""
        self._intake.inbox = inbox
        await self._updater.initialize()
        await self._updater.start_polling(
            timeout=timedelta(seconds=self._poll_timeout),
            allowed_updates=KINDS,
            drop_pending_updates=False,
            error_callback=_polling_failed,
        )

    async def end(self) -> None:
        """Ask no more."""
        self._line.hang_up()
        if self._updater.running:
            with suppress(TimeoutError):  # it may sleep between two tries
                await asyncio.wait_for(self._updater.stop(), STOP)
        await self._intake.close()


def _polling_failed(error: TelegramError) -> None:
    _log.warning("telegram-polling-failed", error=type(error).__name__)


class _Line:
    """What the updater asks of a bot, so that nothing it is answered ends the hearing.

    The library's own `get_updates` gives up a whole batch, again and again, for one update that it
    cannot read; and the updater ends for good at one 401 or 404 that a proxy answers in passing.
    """

    def __init__(self, bot: telegram.Bot) -> None:
        self.away = True
        self._bot = bot
        self._open = True

    async def initialize(self) -> None:
        """The bot is opened by its owner."""

    async def delete_webhook(self, *, drop_pending_updates: bool | None) -> bool:
        """A webhook left by somebody would keep updates from us."""
        return await self._bot.delete_webhook(drop_pending_updates=drop_pending_updates)

    async def get_updates(
        self, *, offset: int, timeout: timedelta, allowed_updates: Sequence[str]
    ) -> list[telegram.Update]:
        """The next updates, an unreadable one as an empty one; none at all once hung up."""
        if not self._open:
            return []
        try:
            answer = await self._asked(offset, int(timeout.total_seconds()), allowed_updates)
        except TelegramError:
            self.away = True
            raise
        self.away = False
        return [_readable(update, self._bot) for update in answer]

    async def _asked(
        self, offset: int, seconds: int, allowed_updates: Sequence[str]
    ) -> list[dict[str, Any]]:
        answer = await self._bot.do_api_request(
            "get__updates",  # getUpdates to the server; the library advises against its one "_"
            {"offset": offset, "timeout": seconds, "allowed_updates": list(allowed_updates)},
            read_timeout=READ + seconds,
        )
        return cast(list[dict[str, Any]], answer)

    def hang_up(self) -> None:
        """Ask no more, not even to acknowledge: what comes again changes nothing."""
        self._open = False


class Intake:
    """An update has left it when it is in the inbox.

    It is the updater's queue, which acknowledges what `put` returned from, and dies of what it
    raises: so it raises nothing, and tries until the inbox takes it.
    """

    def __init__(self, bot: telegram.Bot) -> None:
        self.inbox: Inbox | None = None
        self._bot = bot
        self._storing: set[asyncio.Future[None]] = set()

    async def put(self, update: telegram.Update) -> None:
        """Store what was heard before anything that came later."""
        for wait in waits():
            if await self.stored(update):
                return
            await asyncio.sleep(wait)

    async def stored(self, update: telegram.Update) -> bool:
        """Whether the inbox took it, or there was nothing to take."""
        if self.inbox is None:
            return False
        heard = self._heard(update)
        return heard is None or await self._kept(self.inbox, heard)

    def _heard(self, update: telegram.Update) -> Heard | None:
        try:
            return receive.heard(update, me=self._bot.bot)
        except _FAULTS as fault:
            _log.error("telegram-not-understood", update=update.update_id, **_where(fault))
            return None

    async def _kept(self, inbox: Inbox, heard: Heard) -> bool:
        """A stop does not break off what is being stored."""
        storing = asyncio.ensure_future(inbox.put([heard]))
        self._storing.add(storing)
        storing.add_done_callback(self._storing.discard)
        await asyncio.wait({storing})
        fault = storing.exception()
        if fault is not None:
            _log.error("telegram-not-stored", update=heard.update, **_where(fault))
        return fault is None

    async def close(self) -> None:
        """Take no more, and let what is being stored be stored, for a moment."""
        self.inbox = None
        if self._storing:
            await asyncio.wait(self._storing, timeout=STOP)


def _readable(update: dict[str, Any], bot: telegram.Bot) -> telegram.Update:
    """An update as the library has it; one that it cannot read as an empty one."""
    try:
        return telegram.Update.de_json(update, bot)
    except _FAULTS as fault:
        _log.error("telegram-unreadable", update=update["update_id"], **_where(fault))
        return telegram.Update(update["update_id"])


def waits() -> Iterator[float]:
    """Seconds before each next try."""
    wait = _FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, _LONGEST_WAIT)


def _where(fault: BaseException) -> dict[str, str]:
    """A fault without its words, which may quote what somebody wrote."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return {"fault": type(fault).__name__, "at": f"{last.name}:{last.lineno}"}
