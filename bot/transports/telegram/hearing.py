"""The two ways of hearing Telegram: asking for updates, or being posted them.

Knows when an update may be acknowledged: once it is in the inbox. Must not know what is answered.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

import structlog
import telegram
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import TelegramError
from telegram.ext import Updater

from bot.transports.telegram import receive
from bot.transports.telegram.standing import Standing
from bot.web.bodies import BodyRefused, body_of
from chat.transport import Heard, Inbox

READ = 20.0
"""Seconds without a byte after which a call is given up."""

STOP = 0.5
"""Seconds for each of the three things a stop waits for: under two in all."""

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "inline_query",
)
"""The kinds of updates that are asked for; Telegram keeps the choice for both ways of hearing."""

LARGEST_POST = 2**20
"""Bytes of one update, some ten times the longest message with the one it answers."""

AGAIN_AFTER = 2
"""Seconds after which Telegram is to post once more what could not be stored."""

WATCH = 120.0
"""Seconds between two questions how the posts go; Telegram's own pauses are as long at most."""

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105  # the name, not a secret

_POSTS_AT_ONCE = 10  # the inbox stores one after the other; Telegram opens 40 lines if not told
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 30.0  # seconds between tries, doubled each time

Beside = Callable[[telegram.Update], None]
"""Looks at an update before it is stored, and neither waits nor raises."""

_FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What reading an update raises when the library or we have a bug."""

_log = structlog.get_logger()


class Hearing(Protocol):
    """A way of hearing. `away`: nothing can be heard now."""

    @property
    def away(self) -> bool:
        """Whether Telegram did not answer when it was last asked to let us hear."""

    async def join(self, inbox: Inbox) -> None:
        """Hear beside other processes, where more than one can; TelegramError without a network."""

    async def begin(self, inbox: Inbox) -> None:
        """Hear from now on, older updates first; TelegramError without a network."""

    async def end(self) -> None:
        """Hear no more; what is being stored has a moment to be."""


class Polling:
    """Updates are asked for, and acknowledged by asking for the next ones."""

    def __init__(self, bot: telegram.Bot, beside: Beside, *, poll_timeout: int) -> None:
        self._line = _Line(bot)
        self._intake = Intake(bot, beside)
        self._poll_timeout = poll_timeout
        self._updater = Updater(
            cast(telegram.Bot, self._line), cast("asyncio.Queue[object]", self._intake)
        )

    @property
    def away(self) -> bool:
        """Whether the last question was not answered, or none was asked yet."""
        return self._line.away

    async def join(self, inbox: Inbox) -> None:
        """Leave the asking to another process: Telegram answers only one."""
        del inbox
        self._line.away = False

    async def begin(self, inbox: Inbox) -> None:
        """Ask for updates; a webhook of former days is taken away, what waits for it is kept."""
        self._intake.inbox = inbox
        self._line.standing.inbox = inbox
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


class Webhook:
    """Updates are posted to an address of ours; each is stored before its post is answered.

    Telegram posts again what was not answered with success, and the updates of one chat one after
    the other: so a refusal loses nothing and changes no order. The webhook outlives a stop, and
    what happens meanwhile waits.
    """

    def __init__(self, bot: telegram.Bot, beside: Beside, url: str, *, token: str) -> None:
        self._bot = bot
        self._url = url
        self._secret = secret_of(token, url)
        self._intake = Intake(bot, beside)
        self._watching: asyncio.Task[None] | None = None
        self._last_failure: datetime | None = None
        self._standing = Standing()
        self.away = True

    @property
    def route(self) -> Route:
        """Where the posts come in."""
        return Route(urlsplit(self._url).path or "/", self._take, methods=["POST"])

    async def join(self, inbox: Inbox) -> None:
        """Take what is posted, wherever a proxy leads it."""
        await self.begin(inbox)

    async def begin(self, inbox: Inbox) -> None:
        """Tell Telegram where to post; what waits for whoever polls is posted too."""
        self._intake.inbox = inbox
        self._standing.inbox = inbox
        await self._set()
        self.away = False
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())

    async def end(self) -> None:
        """Take no more: Telegram keeps what it could not deliver."""
        self.away = True
        if self._watching is not None:
            self._watching.cancel()
        await self._intake.close()

    async def _set(self) -> None:
        await self._bot.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=KINDS,
            max_connections=_POSTS_AT_ONCE,
            drop_pending_updates=False,
        )

    async def _watch(self) -> None:
        """Whoever is posted to does not notice that nothing comes any more: so ask."""
        while True:
            await asyncio.sleep(WATCH)
            try:
                self.away = not await self._goes_well()
            except TelegramError as error:
                self.away = True
                await self._standing.failed(error)
                _log.warning("telegram-webhook-unknown", error=type(error).__name__)
            else:
                await self._standing.works()

    async def _goes_well(self) -> bool:
        """Whether posts arrive; a webhook that another program took away is set once more."""
        info = await self._bot.get_webhook_info()
        if info.url != self._url:
            _log.warning("telegram-webhook-taken")
            await self._set()
            return True
        failed = info.last_error_date not in (None, self._last_failure)
        self._last_failure = info.last_error_date
        if failed and info.pending_update_count:
            _log.warning("telegram-webhook-fails", reason=info.last_error_message)
            return False
        return True

    async def _take(self, request: Request) -> Response:
        """Only Telegram knows the secret; anyone else learns nothing."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret.encode()):
            _log.info("telegram-post-refused")
            return Response(status_code=403)
        try:
            update = _update(await body_of(request, at_most=LARGEST_POST))
        except BodyRefused as refusal:
            return Response(status_code=refusal.status)
        except (ValueError, RecursionError):
            return Response(status_code=400)
        if await self._intake.stored(_readable(update, self._bot)):
            return Response()
        return Response(status_code=503, headers={"retry-after": str(AGAIN_AFTER)})


def secret_of(token: str, url: str) -> str:
    """What Telegram has to show with each post: nothing to keep, and new with each new token."""
    return hmac.new(token.encode(), f"webhook {url}".encode(), hashlib.sha256).hexdigest()


def _update(body: bytes) -> dict[str, Any]:
    """An update as it was posted; ValueError when it is none."""
    update = json.loads(body)
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        raise ValueError("no update")
    return update


class _Line:
    """What the updater asks of a bot, so that nothing it is answered ends the hearing.

    The library's own `get_updates` gives up a whole batch, again and again, for one update that it
    cannot read; and the updater ends for good at one 401 or 404 that a proxy answers in passing.
    """

    def __init__(self, bot: telegram.Bot) -> None:
        self.away = True
        self.standing = Standing()
        self._bot = bot
        self._open = True

    async def initialize(self) -> None:
        """The bot is opened by its owner."""

    async def delete_webhook(self, *, drop_pending_updates: bool | None) -> bool:
        """A webhook left by somebody would keep updates from us."""
        deleted = await self._bot.delete_webhook(drop_pending_updates=drop_pending_updates)
        self.away = False
        return deleted

    async def get_updates(
        self, *, offset: int, timeout: timedelta, allowed_updates: Sequence[str]
    ) -> list[telegram.Update]:
        """The next updates, an unreadable one as an empty one; none at all once hung up."""
        if not self._open:
            return []
        try:
            answer = await self._asked(offset, int(timeout.total_seconds()), allowed_updates)
        except TelegramError as error:
            self.away = True
            await self.standing.failed(error)
            raise
        self.away = False
        await self.standing.works()
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
    """Where both ways lead: an update has left it when it is in the inbox.

    It is the updater's queue too, which acknowledges what `put` returned from, and dies of what it
    raises: so it raises nothing, and tries until the inbox takes it.
    """

    def __init__(self, bot: telegram.Bot, beside: Beside) -> None:
        self.inbox: Inbox | None = None
        self._bot = bot
        self._beside = beside
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
            self._beside(update)
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
