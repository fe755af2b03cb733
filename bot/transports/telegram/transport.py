"""Telegram as a transport: a bot and an updater driven by hand, beside the other platforms.

Knows when an update may be acknowledged: once it is in the inbox. Must not know what is answered.
"""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

import structlog
import telegram
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Updater
from telegram.request import HTTPXRequest

from bot.transports.telegram import draw, receive, send
from bot.transports.telegram.topics import Topics
from chat.transport import (
    Attachment,
    Heard,
    Inbox,
    Limits,
    Menu,
    Page,
    Place,
    Posted,
    Rank,
    TransportError,
)

_API = "https://api.telegram.org/bot"
_FILES = "https://api.telegram.org/file/bot"

_CONNECT = 5.0  # seconds; a network that answers at all does so sooner
_READ = 20.0  # seconds without a byte
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 30.0  # seconds between tries, doubled each time
_STOP = 0.5  # seconds for each of the three things a stop waits for: under two in all

_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")

_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading an update raises when the library or we have a bug."""

_log = structlog.get_logger()


class Telegram:
    """One bot account on Telegram. `base_url` and `base_file_url` are those of `telegram.Bot`."""

    platform = receive.PLATFORM
    limits: Limits = draw.LIMITS
    idempotent = False  # the Bot API has no key for a repeat
    numbered = False
    toasts = True
    hangs_threads = False
    one_device = False

    def __init__(
        self,
        token: str,
        *,
        base_url: str | None = None,
        base_file_url: str | None = None,
        poll_timeout: int = 25,
    ) -> None:
        self._calls, self._polls = _requests(), _requests()
        self._bot = telegram.Bot(
            token,
            base_url=base_url or _API,
            base_file_url=base_file_url or _FILES,
            request=self._calls,
            get_updates_request=self._polls,
        )
        self._topics = Topics(self._bot)
        self._poll_timeout = poll_timeout
        self._hearing: _Hearing | None = None
        self._opening: asyncio.Task[None] | None = None

    async def join(self, inbox: Inbox) -> None:
        """Connect without hearing: whoever polls hears alone."""
        del inbox
        try:
            await self._bot.initialize()
        except InvalidToken:
            raise TransportError("the token was refused", permanent=True) from None
        except TelegramError as error:
            _log.warning("telegram-unreachable", error=type(error).__name__)

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Connect and begin to hear; without a network, go on trying beside the other platforms.

        TransportError, permanent, when Telegram refuses the token.
        """
        self._hearing = _Hearing(self._bot, inbox)
        try:
            await self._open(self._hearing, menus)
        except InvalidToken:  # its words hold the token
            raise TransportError("the token was refused", permanent=True) from None
        except TelegramError as error:
            _log.warning("telegram-unreachable", error=type(error).__name__)
            self._opening = asyncio.create_task(self._open_sometime(self._hearing, menus))

    async def _open_sometime(self, hearing: _Hearing, menus: Sequence[Menu]) -> None:
        for wait in _waits():
            await asyncio.sleep(wait)
            try:
                await self._open(hearing, menus)
            except TelegramError as error:
                _log.warning("telegram-unreachable", error=type(error).__name__)
            else:
                return

    async def _open(self, hearing: _Hearing, menus: Sequence[Menu]) -> None:
        await self._bot.initialize()
        await hearing.begin(poll_timeout=self._poll_timeout)
        for menu in menus:
            await self._show(menu)

    async def _show(self, menu: Menu) -> None:
        """Set a menu; one that cannot be set is no reason not to hear anybody."""
        try:
            await self._bot.set_my_commands(
                [(entry.name, entry.line) for entry in menu.entries],
                scope=_scope(menu.scope),
                language_code=menu.language,
            )
        except TelegramError as error:
            _log.error("telegram-menu-not-set", scope=menu.scope, error=type(error).__name__)

    async def stop(self) -> None:
        """Stop hearing and close; an update that is not stored yet comes again."""
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait({self._opening}, timeout=_STOP)
        if self._hearing is not None:
            await self._hearing.end()
        await self._bot.shutdown()
        for request in (self._calls, self._polls):  # a bot never started leaves them open
            await request.shutdown()

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver a page; ValueError when its file has more text than a caption may have."""
        del key  # nothing takes it
        return await send.send(self._bot, place, page)

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw a delivered page in place."""
        del key  # a redrawing is the same twice
        return await send.edit(self._bot, place, posted, page)

    async def open_topic(self, place: Place, title: str) -> str | None:
        """Open a topic in a forum; None in any other chat."""
        return await self._topics.open(place, title)

    async def retitle_topic(self, place: Place, title: str, *, closed: bool) -> None:
        """Rename a forum's topic, and close or reopen it."""
        await self._topics.retitle(place, title, closed=closed)

    def link(self, payload: str) -> str | None:
        """A deep link, once Telegram told the bot's own name."""
        try:
            return f"https://t.me/{self._bot.username}?start={payload}"
        except RuntimeError:  # not connected yet
            return None

    async def toast(self, heard: Heard, words: str) -> None:
        """Answer a press shortly; never raises."""
        await send.toast(self._bot, heard, words)

    async def rank(self, place: Place, account: str) -> Rank:
        """What Telegram says of an account in a chat."""
        return await send.rank(self._bot, place, account)

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """The file's content, never more than `at_most` bytes."""
        return await send.read(self._bot, attachment, at_most=at_most)


def _waits() -> Iterator[float]:
    """Seconds before each next try."""
    wait = _FIRST_WAIT
    while True:
        yield wait
        wait = min(2 * wait, _LONGEST_WAIT)


def _requests() -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=_CONNECT,
        pool_timeout=_CONNECT,
        read_timeout=_READ,
        write_timeout=_READ,
        media_write_timeout=_READ,
    )


def _scope(scope: str) -> telegram.BotCommandScope:
    if scope == "private":
        return telegram.BotCommandScopeAllPrivateChats()
    if scope == "groups":
        return telegram.BotCommandScopeAllGroupChats()
    return telegram.BotCommandScopeChat(int(scope))


def _polling_failed(error: TelegramError) -> None:
    _log.warning("telegram-polling-failed", error=type(error).__name__)


class _Hearing:
    """The updater between a bot and an inbox, from its beginning to its end."""

    def __init__(self, bot: telegram.Bot, inbox: Inbox) -> None:
        self._line = _Line(bot)
        self._intake = _Intake(bot, inbox)
        self._updater = Updater(
            cast(telegram.Bot, self._line), cast("asyncio.Queue[object]", self._intake)
        )

    async def begin(self, *, poll_timeout: int) -> None:
        """Ask for updates from now on, older ones first; TelegramError without a network."""
        await self._updater.initialize()
        await self._updater.start_polling(
            timeout=timedelta(seconds=poll_timeout),
            allowed_updates=_KINDS,
            drop_pending_updates=False,
            error_callback=_polling_failed,
        )

    async def end(self) -> None:
        """Ask no more; what is being stored has a moment to be."""
        self._line.hang_up()
        if self._updater.running:
            with suppress(TimeoutError):  # it may sleep between two tries
                await asyncio.wait_for(self._updater.stop(), _STOP)
        await self._intake.close()


class _Line:
    """What the updater asks of a bot, so that nothing it is answered ends the hearing.

    The library's own `get_updates` gives up a whole batch, again and again, for one update that it
    cannot read; and the updater ends for good at one 401 or 404 that a proxy answers in passing.
    """

    def __init__(self, bot: telegram.Bot) -> None:
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
        seconds = int(timeout.total_seconds())
        answer = await self._bot.do_api_request(
            "get__updates",  # getUpdates to the server; the library advises against its one "_"
            {"offset": offset, "timeout": seconds, "allowed_updates": list(allowed_updates)},
            read_timeout=_READ + seconds,
        )
        return [self._readable(update) for update in cast(list[dict[str, Any]], answer)]

    def _readable(self, update: dict[str, Any]) -> telegram.Update:
        try:
            return telegram.Update.de_json(update, self._bot)
        except _FAULTS as fault:
            _log.error("telegram-unreadable", update=update["update_id"], **_where(fault))
            return telegram.Update(update["update_id"])

    def hang_up(self) -> None:
        """Ask no more, not even to acknowledge: what comes again changes nothing."""
        self._open = False


class _Intake:
    """The updater's queue: an update has left it when it is in the inbox.

    The updater acknowledges what `put` returned from, and dies of what it raises: so it raises
    nothing, and tries until the inbox takes it.
    """

    def __init__(self, bot: telegram.Bot, inbox: Inbox) -> None:
        self._bot = bot
        self._inbox = inbox
        self._storing: asyncio.Future[None] | None = None

    async def put(self, update: telegram.Update) -> None:
        """Store what was heard before anything that came later."""
        heard = self._heard(update)
        if heard is None or await self._stored(heard):
            return
        for wait in _waits():
            await asyncio.sleep(wait)
            if await self._stored(heard):
                return

    def _heard(self, update: telegram.Update) -> Heard | None:
        try:
            return receive.heard(update, me=self._bot.bot)
        except _FAULTS as fault:
            _log.error("telegram-not-understood", update=update.update_id, **_where(fault))
            return None

    async def _stored(self, heard: Heard) -> bool:
        """Whether the inbox took it; a stop does not break off what is being stored."""
        self._storing = asyncio.ensure_future(self._inbox.put([heard]))
        await asyncio.wait({self._storing})
        fault = self._storing.exception()
        if fault is not None:
            _log.error("telegram-not-stored", update=heard.update, **_where(fault))
        return fault is None

    async def close(self) -> None:
        """Let what is being stored be stored, for a moment."""
        if self._storing is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.gather(self._storing, return_exceptions=True), _STOP)


def _where(fault: BaseException) -> dict[str, str]:
    """A fault without its words, which may quote what somebody wrote."""
    last = traceback.extract_tb(fault.__traceback__)[-1]
    return {"fault": type(fault).__name__, "at": f"{last.name}:{last.lineno}"}
