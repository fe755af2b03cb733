"""How fast the bot may speak on Telegram, and who waits when it was too fast.

Knows the published limits and what Telegram said of a flood; must not know what is said. A wait of
a few seconds is waited for here, a longer one is refused as `TooSoon`, so that it is waited for in
the outbox, where it survives a stop.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

PATIENCE = 3.0
"""Seconds that a call may wait inside: a stop ends them, and nobody thinks a message was lost."""

_REMEMBERED = 2_000  # chats; those that may be written to again are forgotten beyond

_INSTANT = 1e-4  # seconds; less is what two readings of one clock differ by

_COUNTED = ("send", "edit", "copy", "forward")
_COUNTED_TOPICS = ("createForumTopic", "closeForumTopic", "reopenForumTopic")
_FREE = ("sendChatAction",)
"""Calls that show something in a chat count as messages, topics too (tdlib/td#2592)."""


@dataclass(frozen=True)
class Speed:
    """Seconds from one message to the next: of all, and in one chat; and what a group takes."""

    overall: float
    chat: float
    group: int
    span: float


PUBLISHED = Speed(overall=0.034, chat=1.02, group=20, span=60.5)
"""30 a second, one a second in a chat, 20 a minute in a group (https://core.telegram.org/bots/faq),
with a little less each, for a network does not keep the distances.
"""


class TooSoon(TelegramError):
    """Nothing was sent, and may be in `seconds`; `everywhere` when it holds for every chat."""

    def __init__(self, seconds: float, *, everywhere: bool) -> None:
        super().__init__(f"Too soon by {seconds:.2f} seconds")
        self.seconds = seconds
        self.everywhere = everywhere


@dataclass
class _Chat:
    """When a chat may be written to again, and when it last was: as often as a group may be."""

    free: float = 0.0
    times: deque[float] = field(default_factory=deque)


class Pace(BaseRateLimiter[None]):
    """Keeps a bot inside what Telegram publishes, by `clock` in seconds.

    A flood that Telegram reports holds up its own chat; once a second chat has one meanwhile, it
    holds up all of them.
    """

    def __init__(
        self,
        speed: Speed = PUBLISHED,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._speed = speed
        self._clock = clock
        self._sleep = sleep
        self._free = 0.0  # when the next message may leave at all
        self._quiet = 0.0  # until when Telegram wants to hear nothing
        self._chats: dict[str, _Chat] = {}
        self._floods: dict[str, float] = {}
        self._line = asyncio.Lock()  # first come, first served, among chats that may be written to
        self._naps: set[asyncio.Future[object]] = set()
        self._closed = False

    async def initialize(self) -> None:
        """Calls may wait again."""
        self._closed = False

    async def shutdown(self) -> None:
        """Let no call wait any longer: those that do are refused, and sent nothing."""
        self._closed = True
        for nap in self._naps:
            nap.cancel()

    def wait(self, chat: str) -> float:
        """Seconds until a chat may be written to, its turn among other chats aside."""
        return self._until(max(self._quiet, self._chat_free(chat)))

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        """Make a call in its turn; raises TooSoon where that is too far away."""
        del rate_limit_args  # who goes first is decided where the rows are
        if not _counts(endpoint):
            return await callback(*args, **kwargs)
        chat = str(data.get("chat_id") or "")  # what was posted inline has none
        messages = len(data["media"]) if endpoint == "sendMediaGroup" else 1
        await self._turn(chat, messages)
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as flood:
            raise self._flooded(chat, flood) from flood

    async def _turn(self, chat: str, messages: int) -> None:
        """Return when a message may leave, counted. Who waits for a chat stands in nobody's way."""
        latest = self._clock() + PATIENCE
        while True:
            while wait := self.wait(chat):
                await self._nap(wait, latest)
            async with self._line:
                if not self.wait(chat):
                    if wait := self._until(self._free):
                        await self._nap(wait, latest)
                    self._spend(chat, messages)
                    return

    async def _nap(self, seconds: float, latest: float) -> None:
        if self._closed or self._clock() + seconds > latest:
            raise TooSoon(seconds, everywhere=self._quiet > self._clock())
        nap = asyncio.ensure_future(self._sleep(seconds))
        self._naps.add(nap)
        try:
            await asyncio.wait({nap})
        finally:
            self._naps.discard(nap)
            nap.cancel()

    def _until(self, moment: float) -> float:
        seconds = moment - self._clock()
        return seconds if seconds > _INSTANT else 0.0

    def _spend(self, chat: str, messages: int) -> None:
        now = self._clock()
        self._free = now + messages * self._speed.overall
        if not chat:
            return
        self._forget(now)
        known = self._chats.setdefault(chat, _Chat())
        known.free = now + messages * self._speed.chat
        known.times.extend([now] * messages)
        while len(known.times) > self._speed.group:
            known.times.popleft()

    def _forget(self, now: float) -> None:
        """Chats that were silent long enough count from nothing again."""
        if len(self._chats) > _REMEMBERED:
            over = now - self._speed.span
            self._chats = {name: one for name, one in self._chats.items() if one.free > over}

    def _chat_free(self, chat: str) -> float:
        known = self._chats.get(chat)
        if known is None:
            return 0.0
        full = _is_group(chat) and len(known.times) >= self._speed.group
        return max(known.free, known.times[0] + self._speed.span if full else 0.0)

    def _flooded(self, chat: str, flood: RetryAfter) -> TooSoon:
        """Telegram says until when; of two chats at once, it is the bot that is too fast."""
        now = self._clock()
        until = now + seconds_of(flood)
        self._floods = {name: end for name, end in self._floods.items() if end > now}
        self._floods[chat] = until
        if chat:
            self._chats.setdefault(chat, _Chat()).free = until
        everywhere = len(self._floods) > 1
        if everywhere:
            self._quiet = max(self._quiet, until)
        return TooSoon(until - now, everywhere=everywhere)


def seconds_of(flood: RetryAfter) -> float:
    """What Telegram asks for, whichever way the library tells it."""
    wait = flood.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _is_group(chat: str) -> bool:
    return chat.startswith(("-", "@"))


def _counts(endpoint: str) -> bool:
    if endpoint in _FREE:
        return False
    return endpoint.startswith(_COUNTED) or endpoint in _COUNTED_TOPICS
