"""Processes that die at any step, and platforms that fail them.

A kill undoes the transaction that is open and nothing else: from then on the process can neither
write nor send. The platforms are wires: one knows no key, the other forgets it after half an hour;
both refuse, fall silent after they took a message, ask for patience, and are away for hours.

All of it happens in one thread, in an order that chance gives: a seed is the same run each time.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

import aiosqlite
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import VirtualClock
from bot.jobs import Jobs
from bot.outbox import Outbox
from chat.transport import Page, Place, Posted, TransportError
from storage import Database, Store
from storage.sqlite import Connection
from tests.bot.office import Wire

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
REMEMBERS = timedelta(minutes=30)

KILLS = 1 / 900
LOST, REFUSED, FLOODED = 0.01, 0.01, 0.02


class Killed(BaseException):
    """The process is no more."""


@dataclass
class World:
    """What arrived, whoever knows of it, and the troubles of two platforms."""

    clock: VirtualClock
    chance: random.Random
    arrived: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    taken: Counter[str] = field(default_factory=Counter)
    shown: dict[tuple[str, str], str] = field(default_factory=dict)
    keys: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    away: dict[str, datetime] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    peaceful: bool = False

    def takes(self, platform: str, chat: str, page: Page, key: str) -> str:
        """A message arrives; under a key that is remembered it is the one that did before."""
        now = self.clock.now()
        at, number = self.keys.get(key, (now - 2 * REMEMBERS, ""))
        if platform == "matrix" and now - at <= REMEMBERS:
            self.count["known by its key"] += 1
            return number
        self.arrived[chat].append(page.markup)
        self.taken[key] += 1
        number = f"m{self.taken.total()}-{self.chance.randrange(10**9)}"
        self.shown[chat, number] = page.markup
        self.keys[key] = (now, number)
        return number

    def falls(self, share: float, what: str) -> bool:
        """Whether something goes wrong now."""
        does = not self.peaceful and self.chance.random() < share
        self.count[what] += does
        return does


class Flaky(Wire):
    """A platform as one process sees it."""

    world: World
    process: Process

    async def send(self, place: Place, page: Page, *, key: str) -> Posted:
        """Deliver, or fail in one of the ways in which platforms do."""
        await self._reaches()
        number = self.world.takes(self.platform, place.chat, page, key)
        self._answers()
        return Posted(number)

    async def edit(self, place: Place, posted: Posted, page: Page, *, key: str) -> Posted:
        """Redraw, with the same troubles."""
        await self._reaches()
        assert (place.chat, posted.message) in self.world.shown
        self.world.shown[place.chat, posted.message] = page.markup
        self._answers()
        return posted

    async def _reaches(self) -> None:
        self.process.step()
        await asyncio.sleep(0)
        world, now = self.world, self.world.clock.now()
        if not world.peaceful and world.away.get(self.platform, now) > now:
            raise TransportError("away")
        if world.falls(FLOODED, "asked for patience"):
            account = self.idempotent
            raise TransportError("flood", retry_after=world.chance.randint(1, 40), account=account)
        if world.falls(REFUSED, "refused at the door"):
            raise TransportError("refused at the door")

    def _answers(self) -> None:
        self.process.step()
        if self.world.falls(LOST, "answers lost"):
            raise TransportError("lost", unknown=True)


class AtOnce(Connection):
    """SQLite in the thread of whoever asks: nobody waits, and nothing depends on two threads."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)

    async def _connect(self) -> AtOnce:
        self._connection = self._connector()
        return self


async def _connect(file: str, **how: Any) -> aiosqlite.Connection:
    how["check_same_thread"] = False
    return await AtOnce(partial(sqlite3.connect, file, **how), 1)


async def _here(act: Callable[..., Any], *given: Any, **named: Any) -> Any:
    return act(*given, **named)


@contextmanager
def one_thread(url: str) -> Iterator[Database]:
    """A database whose one connection is asked in the thread of the loop, where all is thought."""
    with patch("storage.engines.connect", _connect), patch("asyncio.to_thread", _here):
        yield Database(url)


class Mortal(Database):
    """A database whose process may die before, inside and after each transaction.

    It shares a connection with the others, as SQLite lets one write at a time; what it remembers of
    its looks is its own.
    """

    def __init__(self, shared: Database, process: Process) -> None:
        super().__init__(shared.url)
        self.engine, self._sessions = shared.engine, shared._sessions
        self.process = process

    async def close(self) -> None:
        """The connection is the others' too."""

    @asynccontextmanager
    async def begin(self, fabrique: int = 0) -> AsyncIterator[Store]:
        """A transaction, unless the process is dead; others may come first."""
        for _ in range(self.process.world.chance.randrange(3)):
            await asyncio.sleep(0)
        self.process.step()
        async with super().begin(fabrique) as store:
            yield store
            self.process.step()
        self.process.step()


@dataclass
class Process:
    """One of the processes: its jobs and its outbox, until it is killed."""

    world: World
    name: str
    jobs: Jobs = field(init=False)
    outbox: Outbox = field(init=False)
    wakes: datetime = LONG_AGO
    dead: bool = False

    def step(self) -> None:
        """Die, now or earlier."""
        if not self.dead and self.world.falls(KILLS, "kills"):
            self.dead = True
        if self.dead:
            raise Killed

    async def lives(self, *, living: Sequence[str] = ()) -> None:
        """As the service does when it is woken; `living` on a start."""
        try:
            if living:
                await self.outbox.recover(living)
            while True:
                await self.jobs.run_due()
                await self.outbox.drain()
                if not self.jobs.more:
                    return
        except Killed:
            self.dead = True
        except (SQLAlchemyError, OSError):
            self.world.count["database away"] += 1

    def hears(self) -> None:
        """Be told that another process wrote something, and look."""
        self.jobs.database.changes.note_all()
        self.wakes = LONG_AGO

    async def ends(self) -> None:
        """Leave no transaction open, as a machine does with a process that died."""
        left = list(self.outbox._under_way)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        await self.outbox.database.close()

    async def next_due(self) -> datetime | None:
        """When it has something to do."""
        try:
            moments = [await self.jobs.next_due(), await self.outbox.next_due()]
        except (Killed, SQLAlchemyError, OSError) as end:
            self.dead |= isinstance(end, Killed)
            return self.world.clock.now() + timedelta(seconds=5)
        return min((one for one in moments if one is not None), default=None)
