"""What a room shows while an answer is made: how far the bot has read, and that it writes.

Knows receipts and typing; must not know what is said. A courtesy: no failure of it is anybody's
business, and nothing waits for it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from nio import AsyncClient

from bot.transports.matrix.send import call, quoted
from chat.transport import TransportError

_log = logging.getLogger(__name__)

_HESITATION = 0.3  # seconds; an answer that comes sooner needs no sign of work
_TYPING = 8.0  # seconds after which the sign is over by itself
_AT_ONCE = 4  # requests; the server has messages to carry


class Attention:
    """The rooms in which the bot is at work."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._unread: dict[str, str] = {}
        self._typing: dict[str, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Semaphore(_AT_ONCE)

    def begin(self, room: str, event: str) -> None:
        """Mark an event as read, the newest if several come at once, and begin to type."""
        if room not in self._unread:
            self._spawn(self._read(room))
        self._unread[room] = event
        if room not in self._typing:
            self._typing[room] = asyncio.Event()
            self._spawn(self._type(room, self._typing[room]))

    def end(self, room: str) -> None:
        """The answer is there."""
        if room in self._typing:
            self._typing.pop(room).set()

    async def close(self) -> None:
        """Leave off."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _read(self, room: str) -> None:
        async with self._turn:
            event = self._unread.pop(room)
            path = f"/_matrix/client/v3/rooms/{quoted(room)}/read_markers"
            await self._ask("POST", path, {"m.fully_read": event, "m.read": event})

    async def _type(self, room: str, answered: asyncio.Event) -> None:
        if await _within(_HESITATION, answered):
            return
        await self._show(room, {"typing": True, "timeout": int(_TYPING * 1000)})
        if await _within(_TYPING, answered):
            await self._show(room, {"typing": False})
        elif self._typing.get(room) is answered:
            del self._typing[room]

    async def _show(self, room: str, typing: dict[str, Any]) -> None:
        path = f"/_matrix/client/v3/rooms/{quoted(room)}/typing/{quoted(self._client.user_id)}"
        async with self._turn:
            await self._ask("PUT", path, typing)

    async def _ask(self, method: str, path: str, body: dict[str, Any]) -> None:
        try:
            (await call(self._client, method, path, body)).ok()
        except TransportError as error:
            _log.debug("not shown: %s", error.reason)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _within(seconds: float, event: asyncio.Event) -> bool:
    """Whether something happens in so many seconds."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
