"""The running bot: hears, answers, delivers and keeps time side by side, and stops cleanly."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.inbox import StoredInbox
from chat.transport import Menu, Transport, TransportError
from scheduling.clock import Alarm

PAUSE = 2.0
"""Seconds before another try when the database does not answer."""

GRACE = 1.0
"""Seconds that what is under way is given at a stop; the whole stop takes less than two."""

REPORT = 0.3
"""Seconds more, once the platforms are closed, to write down which sends that broke off."""

log = structlog.get_logger(__name__)


class Service:
    """An app with its loops. Each loop sleeps until it is woken, and forgets nothing by dying."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._heard = asyncio.Event()
        self._written = asyncio.Event()
        self._due = asyncio.Event()
        self._stopped = asyncio.Event()
        self._ready = asyncio.Event()
        self._alarm = Alarm(self._ring)
        self._busy = 0

    def stop(self) -> None:
        """Ask for a clean end; what is under way is finished or stays in its row."""
        self._stopped.set()

    async def idle(self) -> None:
        """Return once everything heard so far is answered and delivered."""
        woken = (self._heard, self._written, self._due)
        while self._busy or any(event.is_set() for event in woken):
            await asyncio.sleep(0.01)

    async def run(self, menus: Callable[[str], list[Menu]]) -> bool:
        """Serve until asked to stop; False when every platform refused us."""
        self._stop_on_signals()
        await self._app.outbox.recover()
        self._alarm.start()
        loops = [
            asyncio.create_task(self._loop(self._heard, self._answer)),
            asyncio.create_task(self._loop(self._written, self._deliver)),
            asyncio.create_task(self._loop(self._due, self._keep_time)),
        ]
        warming = asyncio.create_task(self._warm())
        self._ring()
        heard = await self._or_stopped(self._hear(menus))
        if heard:
            await self._until_stopped_or_broken(loops)
        await self._end([*loops, warming])
        return heard

    async def _warm(self) -> None:
        """Answer only once the bases are read: what is heard meanwhile waits in its row. Bases
        that cannot be read now are read at the first question.
        """
        try:
            await self._app.warm()
        except (SQLAlchemyError, OSError) as error:
            log.warning("bases not read yet", kind=type(error).__name__)
        finally:
            self._ready.set()
            self._heard.set()

    async def _hear(self, menus: Callable[[str], list[Menu]]) -> bool:
        """Begin to hear; False when every platform refused us."""
        return any(await asyncio.gather(*(self._start(one, menus) for one in self._app.transports)))

    async def _or_stopped(self, hearing: Coroutine[object, object, bool]) -> bool:
        """What the beginning came to; True at a stop, which waits for no platform to answer."""
        begun = asyncio.create_task(hearing)
        stopped = asyncio.create_task(self._stopped.wait())
        await asyncio.wait([begun, stopped], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not begun.done():
            begun.cancel()
        with suppress(asyncio.CancelledError):
            return await begun
        return True

    async def _start(self, transport: Transport, menus: Callable[[str], list[Menu]]) -> bool:
        """Begin to hear a platform; one that refuses us does not keep the others silent."""
        try:
            await transport.start(self.inbox(transport), menus(transport.platform))
        except TransportError as error:
            log.error("platform refused", platform=transport.platform, reason=error.reason)
            return False
        log.info("hearing", platform=transport.platform)
        return True

    async def _until_stopped_or_broken(self, loops: list[asyncio.Task[None]]) -> None:
        """Wait; a loop that ends has a fault that nobody expected, and the bot must not
        play deaf.
        """
        stopped = asyncio.create_task(self._stopped.wait())
        done, _ = await asyncio.wait([stopped, *loops], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if stopped not in done:
            log.critical("a loop broke; the service is to be started again")

    def inbox(self, transport: Transport) -> StoredInbox:
        """Where a transport puts what it hears."""
        return StoredInbox(self._app.database, transport.platform, woken=self._heard.set)

    async def _answer(self) -> None:
        await self._ready.wait()
        if await self._app.dispatcher.drain():
            self._written.set()

    async def _deliver(self) -> None:
        await self._app.outbox.drain()
        self._due.set()

    async def _keep_time(self) -> None:
        """Do what is due; after each delivery too, for what was said may bring something."""
        if await self._app.jobs.run_due():
            self._written.set()
        await self._set_alarm()

    async def _loop(self, woken: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
        """Work whenever woken; a database that is away is waited for."""
        while True:
            await woken.wait()
            self._busy += 1
            woken.clear()
            try:
                await work()
            except (SQLAlchemyError, OSError) as error:
                log.warning("database away", kind=type(error).__name__)
                await asyncio.sleep(PAUSE)
                woken.set()
            finally:
                self._busy -= 1

    async def _set_alarm(self) -> None:
        """Wake when something falls due; what a fault keeps due waits for the next tick."""
        due = await self._app.next_due()
        if due is not None and due > self._app.jobs.clock.now():
            self._alarm.set(due)

    def _ring(self) -> None:
        self._due.set()
        self._written.set()

    async def _end(self, loops: list[asyncio.Task[None]]) -> None:
        """Let what is under way end, then close; what waits stays in its row.

        A loop is cancelled when it is idle: inside a transaction, the database's driver may then
        wait for ever for a connection that is gone.
        """
        self._alarm.stop()
        self._app.dispatcher.closing = self._app.outbox.closing = True
        self._app.library.close()
        await self._idle_within(GRACE)
        await asyncio.gather(*(transport.stop() for transport in self._app.transports))
        await self._idle_within(REPORT)
        for loop in loops:
            loop.cancel()
        for loop in loops:
            with suppress(asyncio.CancelledError):
                await loop
        await self._app.database.close()
        log.info("stopped")

    async def _idle_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.idle()

    def _stop_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self.stop)
