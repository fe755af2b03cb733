"""The running bot: hears, answers, delivers and keeps time side by side, and stops cleanly.

Beside other processes it answers, and does the rest while it leads.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.app import App
from bot.garbage import leave_alone
from bot.inbox import StoredInbox
from bot.replicas import BEAT, Replica
from bot.web.server import Web
from chat.transport import Menu, Transport, TransportError
from scheduling.clock import Alarm

PAUSE = 2.0
"""Seconds before another try when the database does not answer."""

GRACE = 1.0
"""Seconds that what is under way is given at a stop; the whole stop takes less than two."""

REPORT = 0.3
"""Seconds more, once the platforms are closed, to write down which sends that broke off."""

FEEDS_AT_ONCE = 4
"""Addresses that are asked side by side."""

log = structlog.get_logger(__name__)


class Service:
    """An app with its loops. Each loop sleeps until it is woken, and forgets nothing by dying."""

    def __init__(self, app: App, web: Web | None = None) -> None:
        self._app = app
        self._web = web
        self._heard = asyncio.Event()
        self._written = app.outbox.written
        self._due = asyncio.Event()
        self._mail = asyncio.Event()
        self._feeds = asyncio.Event()
        self._stopped = asyncio.Event()
        self._ready = asyncio.Event()
        self._broke = asyncio.Event()
        self._lost = self._sends = False
        self._alarm = Alarm(self._ring)
        self._busy = 0
        self._loops: list[asyncio.Task[None]] = []
        self._leading: asyncio.Task[None] | None = None

    def stop(self) -> None:
        """Ask for a clean end; what is under way is finished or stays in its row."""
        self._stopped.set()

    async def idle(self) -> None:
        """Return once everything heard so far is answered and delivered."""
        woken = (self._heard, self._written, self._due, self._mail, self._feeds)
        while self._busy or any(event.is_set() for event in woken):
            await asyncio.sleep(0.01)

    async def run(self, menus: Callable[[str], list[Menu]]) -> bool:
        """Serve until asked to stop; False when every platform refused us, something broke, or
        another process leads in our place: a new start is wanted then.
        """
        self._stop_on_signals()
        self._begin(self._loop(self._heard, self._answer))
        warming = asyncio.create_task(self._warm())
        await self._open_web()
        if self._app.replica is None:
            begun = await self._or_stopped(self._lead_alone(menus))
        else:
            begun = await self._or_stopped(self._join(self._app.replica, menus))
        if begun:
            await self._until_stopped_or_broken()
        whole = not self._broke.is_set()
        await self._end(warming)
        return begun and whole

    async def _lead_alone(self, menus: Callable[[str], list[Menu]]) -> bool:
        """Lead, even if only one platform takes us."""
        return any(await self._lead(menus))

    async def _lead(self, menus: Callable[[str], list[Menu]]) -> list[bool]:
        """Send, keep time and hear; whether each platform takes us."""
        replica = self._app.replica
        living = tuple(replica.living) if replica else ()
        await self._app.outbox.recover(living)
        await self._app.postman.recover(living)
        self._alarm.start()
        self._sends = True
        self._begin(self._loop(self._written, self._deliver))
        self._begin(self._loop(self._due, self._keep_time))
        self._begin(self._loop(self._mail, self._send_mail))
        self._begin(self._loop(self._feeds, self._read_feeds))
        self._ring()
        return await asyncio.gather(*(self._start(one, menus) for one in self._app.transports))

    async def _join(self, replica: Replica, menus: Callable[[str], list[Menu]]) -> bool:
        """Be one of several; False when a platform refuses us."""
        await replica.beat()
        try:
            for transport in self._app.transports:
                await transport.join(self.inbox(transport))
        except TransportError as error:
            log.error("platform refused", reason=error.reason)
            return False
        log.info("joined", replica=replica.name)
        self._begin(self._beat(replica, menus))
        self._begin(self._watch(replica))
        return True

    async def _beat(self, replica: Replica, menus: Callable[[str], list[Menu]]) -> None:
        """Live on; begin to lead when nobody else does, and end when somebody else does."""
        while True:
            living = replica.living
            if self._leading is None and replica.leads:
                log.info("leading", replica=replica.name)
                self._leading = asyncio.create_task(self._lead_among(replica, menus))
                self._leading.add_done_callback(self._led)
            await asyncio.sleep(BEAT)
            try:
                await replica.beat()
                if self._leading is not None and replica.living != living:
                    await self._app.outbox.recover(tuple(replica.living))
                    await self._app.postman.recover(tuple(replica.living))
            except (SQLAlchemyError, OSError) as error:
                log.warning("database away", kind=type(error).__name__)
                continue
            if self._leading is not None and not replica.leads:
                self._lose()
            self._heard.set()  # what a process that died had heard

    async def _lead_among(self, replica: Replica, menus: Callable[[str], list[Menu]]) -> None:
        """Lead, hearing what the others write; a platform that refuses us is left to another
        process: its keys may still be locked by one that hung.
        """
        await replica.listen(self._rung)
        if not all(await self._lead(menus)):
            self._lose()

    def _led(self, leading: asyncio.Task[None]) -> None:
        if not leading.cancelled() and (fault := leading.exception()):
            log.error("cannot lead", kind=type(fault).__name__)
            self._lose()

    async def _watch(self, replica: Replica) -> None:
        """End before another may lead, whatever the database is doing."""
        while True:
            await asyncio.sleep(BEAT / 4)
            if self._leading is not None and replica.overdue:
                self._lose()

    def _lose(self) -> None:
        """Another process leads, or may soon: a new start begins behind it."""
        log.critical("the lead is lost; the service is to be started again")
        self._lost = True
        self._broke.set()

    def _rung(self) -> None:
        """Another process wrote something."""
        self._app.database.changes.note_all()
        self._ring()

    def _begin(self, work: Coroutine[object, object, None]) -> None:
        """Do something until the end; what ends by itself has a fault that nobody expected, and
        the bot must not play deaf.
        """
        loop = asyncio.create_task(work)
        loop.add_done_callback(lambda _: self._broke.set())
        self._loops.append(loop)

    async def _warm(self) -> None:
        """Answer only once the bases are read: what is heard meanwhile waits in its row. Bases
        that cannot be read now are read at the first question.
        """
        try:
            await self._app.warm()
        except (SQLAlchemyError, OSError) as error:
            log.warning("bases not read yet", kind=type(error).__name__)
        finally:
            leave_alone()
            self._ready.set()
            self._heard.set()

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
            await self._note(transport.platform, works=False)
            return False
        log.info("hearing", platform=transport.platform)
        return True

    async def _until_stopped_or_broken(self) -> None:
        stopped = asyncio.create_task(self._stopped.wait())
        broke = asyncio.create_task(self._broke.wait())
        await asyncio.wait([stopped, broke], return_when=asyncio.FIRST_COMPLETED)
        if not self._stopped.is_set() and not self._lost:
            log.critical("a loop broke; the service is to be started again")
        stopped.cancel()
        broke.cancel()

    def inbox(self, transport: Transport) -> StoredInbox:
        """Where a transport puts what it hears."""
        return StoredInbox(
            self._app.database, transport.platform, woken=self._heard.set, told=self._note
        )

    async def _note(self, platform: str, *, works: bool) -> None:
        await self._app.access.note(platform, works=works, woken=self._written.set)

    async def _answer(self) -> None:
        await self._ready.wait()
        if await self._app.dispatcher.drain() and self._sends:
            self._written.set()

    async def _deliver(self) -> None:
        await self._app.outbox.drain()
        self._due.set()

    async def _keep_time(self) -> None:
        """Do what is due; after each delivery too, for what was said may bring something."""
        if await self._app.jobs.run_due():
            self._written.set()
        if self._app.jobs.more:
            self._due.set()
        self._mail.set()
        self._feeds.set()
        await self._set_alarm()

    async def _send_mail(self) -> None:
        """Send what is due by mail, apart: a slow relay keeps nobody waiting in the chats."""
        if await self._app.postman.drain():
            self._written.set()

    async def _read_feeds(self) -> None:
        """Read the addresses that are due, apart: nobody waits for somebody's slow site."""
        if await self._app.jobs.read_feeds(at_once=FEEDS_AT_ONCE):
            self._ring()

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

    async def _end(self, warming: asyncio.Task[None]) -> None:
        """Let what is under way end, then close; what waits stays in its row.

        A loop is cancelled when it is idle: inside a transaction, the database's driver may then
        wait for ever for a connection that is gone. Who lost the lead closes at once.
        """
        if self._alarm.running:
            self._alarm.stop()
        self._app.dispatcher.closing = True
        self._app.outbox.close()
        self._app.postman.closing = True
        self._app.library.close()
        if not self._lost:
            await asyncio.gather(self._idle_within(GRACE), self._close_web())
        await asyncio.gather(*(transport.stop() for transport in self._app.transports))
        await self._idle_within(REPORT)
        for loop in (*self._loops, warming):
            loop.cancel()
        await asyncio.gather(*self._loops, warming, return_exceptions=True)
        self._app.dispatcher.offers.close()
        await self._leave()
        await self._app.database.close()
        log.info("stopped")

    async def _open_web(self) -> None:
        """Answer before Telegram is told to post; what ends by itself ends the bot."""
        if self._web is not None:
            serving = await self._web.start()
            serving.add_done_callback(lambda _: self._broke.set())

    async def _close_web(self) -> None:
        if self._web is not None:
            await self._web.stop()

    async def _leave(self) -> None:
        """Let another lead without waiting; a database that is away learns it by itself."""
        if self._leading is not None:
            self._leading.cancel()
        if self._app.replica is not None:
            leaving = asyncio.create_task(self._app.replica.end())
            await asyncio.wait({leaving}, timeout=REPORT)

    async def _idle_within(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.idle()

    def _stop_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self.stop)
