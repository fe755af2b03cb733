"""Telegram as a transport: a bot driven by hand, beside the other platforms.

Knows when it is opened, heard and closed. Must not know how it is heard, nor what is answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
import telegram
from starlette.routing import Route
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.transports.telegram import draw, receive, send
from bot.transports.telegram.attention import Attention
from bot.transports.telegram.hearing import READ, STOP, Hearing, Polling, Webhook, waits
from bot.transports.telegram.inline import Inline
from bot.transports.telegram.pace import Pace
from bot.transports.telegram.presses import Presses
from bot.transports.telegram.ranks import Ranks
from bot.transports.telegram.topics import Topics
from chat.transport import (
    Attachment,
    Heard,
    Inbox,
    Limits,
    Lookup,
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

_log = structlog.get_logger()


class Telegram:
    """One bot account on Telegram. `base_url` and `base_file_url` are those of `telegram.Bot`; who
    gives no `pace` keeps the published one.
    """

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
        pace: Pace | None = None,
    ) -> None:
        self._calls, self._polls = _requests(), _requests()
        self._pace = pace or Pace()
        self._bot: telegram.Bot = ExtBot(
            token,
            base_url=base_url or _API,
            base_file_url=base_file_url or _FILES,
            request=self._calls,
            get_updates_request=self._polls,
            rate_limiter=self._pace,
        )
        self._topics = Topics(self._bot)
        self._presses, self._ranks = Presses(self._bot), Ranks(self._bot)
        self._inline = Inline(self._bot)
        self._attention = Attention(self._bot)
        self._hearing: Hearing = Polling(self._bot, self._beside, poll_timeout=poll_timeout)
        self._opening: asyncio.Task[None] | None = None

    @property
    def away(self) -> bool:
        """Whether nothing can be heard now."""
        return self._hearing.away

    def posted_to(self, url: str) -> Route:
        """Be heard by posts to this address instead of polling; the route that takes them."""
        webhook = Webhook(self._bot, self._beside, url, token=self._bot.token)
        self._hearing = webhook
        return webhook.route

    def look_up_in(self, lookup: Lookup) -> None:
        """Answer inline queries from a base."""
        self._inline.lookup = lookup

    async def join(self, inbox: Inbox) -> None:
        """Connect, and hear only what is posted: whoever polls hears alone."""
        try:
            await self._bot.initialize()
            await self._hearing.join(inbox)
        except InvalidToken:
            raise TransportError("the token was refused", permanent=True) from None
        except TelegramError as error:
            _log.warning("telegram-unreachable", error=type(error).__name__)

    async def start(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        """Connect and begin to hear; without a network, go on trying beside the other platforms.

        TransportError, permanent, when Telegram refuses the token.
        """
        try:
            await self._open(inbox, menus)
        except InvalidToken:  # its words hold the token
            raise TransportError("the token was refused", permanent=True) from None
        except TelegramError as error:
            _log.warning("telegram-unreachable", error=type(error).__name__)
            self._opening = asyncio.create_task(self._open_sometime(inbox, menus))

    async def _open_sometime(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        for wait in waits():
            await asyncio.sleep(wait)
            try:
                await self._open(inbox, menus)
            except TelegramError as error:
                _log.warning("telegram-unreachable", error=type(error).__name__)
            else:
                return

    async def _open(self, inbox: Inbox, menus: Sequence[Menu]) -> None:
        await self._bot.initialize()
        await self._hearing.begin(inbox)
        await inbox.account(works=True)
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
        await self._pace.shutdown()
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait({self._opening}, timeout=STOP)
        await self._hearing.end()
        self._presses.close()
        self._inline.close()
        self._attention.close()
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

    def pause(self, place: Place) -> float:
        """What the pace of the chat asks for."""
        return self._pace.wait(place.chat)

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

    def awaits_toast(self, heard: Heard) -> bool:
        """Whether a press is not answered yet."""
        return self._presses.awaits(heard)

    async def attend(self, heard: Heard) -> None:
        """Show that the bot types; a telephone stops showing it when the answer comes."""
        self._attention.begin(heard)

    async def toast(self, heard: Heard, words: str) -> None:
        """Answer a press shortly; never raises."""
        await self._presses.answer(heard, words)

    async def turn(self, heard: Heard, page: Page) -> None:
        """Turn the page of a keyboard; never raises."""
        await send.turn(self._bot, heard, page)

    async def rank(self, place: Place, account: str) -> Rank:
        """What Telegram says of an account in a chat, or said within half a minute."""
        return await self._ranks.of(place, account)

    def _beside(self, update: telegram.Update) -> None:
        """What an update means to this transport itself, stored or not."""
        self._ranks.heard(update)
        if update.callback_query:
            self._presses.began(update.callback_query.id)
        if update.inline_query:
            self._inline.asked(update.inline_query)

    async def read(self, attachment: Attachment, *, at_most: int) -> bytes:
        """The file's content, never more than `at_most` bytes."""
        return await send.read(self._bot, attachment, at_most=at_most)


def _requests() -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=_CONNECT,
        pool_timeout=_CONNECT,
        read_timeout=READ,
        write_timeout=READ,
        media_write_timeout=READ,
    )


def _scope(scope: str) -> telegram.BotCommandScope:
    if scope == "private":
        return telegram.BotCommandScopeAllPrivateChats()
    if scope == "groups":
        return telegram.BotCommandScopeAllGroupChats()
    if scope == "admins":
        return telegram.BotCommandScopeAllChatAdministrators()
    return telegram.BotCommandScopeChat(int(scope))
