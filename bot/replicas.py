"""One of several processes on one database: it lives by a lease, and leads while it holds another.

The one that leads hears what only one may hear, sends everything and keeps time; the others answer.
A lease ends by itself, so that a process that dies, hangs or loses the database is replaced within
seconds; it is over for its holder earlier than for the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from storage import Database, Store
from storage.leases import Ear

BEAT = 1.0
"""Seconds between two renewals, and the longest that work left by another waits to be seen."""

LEASE = 6.0
"""Seconds that a lease lasts: a busy machine misses some beats."""

MARGIN = 2.0
"""Seconds by which a lease is over earlier for its holder: it stops before another begins."""


@dataclass
class Replica:
    """This process among the others; `name` is its own at each start."""

    database: Database
    name: str
    leads: bool = field(default=False, init=False)
    living: frozenset[str] = field(default=frozenset(), init=False)
    _renewed: float = field(default=0.0, init=False)
    _ear: Ear = field(init=False)

    def __post_init__(self) -> None:
        self._ear = Ear(self.database.engine)

    async def beat(self) -> None:
        """Renew the leases, and learn who lives. Raises SQLAlchemyError or OSError without a
        database.
        """
        began = _time()
        async with self.database.begin() as store:
            leads = await store.leases.renew(self.name, timedelta(seconds=LEASE))
            living = await store.leases.living()
        self._renewed = began
        self.leads, self.living = leads, frozenset(living)

    @property
    def overdue(self) -> bool:
        """Whether the leases may be another's soon: nothing may be begun under them."""
        return _time() - self._renewed > LEASE - MARGIN

    async def may_act(self, store: Store) -> bool:
        """Whether this process leads until the transaction ends, whatever it believes."""
        return await store.leases.leads(self.name)

    async def listen(self, rung: Callable[[], None]) -> None:
        """Hear when another process wrote something to send."""
        await self._ear.listen(rung)

    async def end(self) -> None:
        """Let another lead at once."""
        await self._ear.close()
        async with self.database.begin() as store:
            await store.leases.give_up(self.name)


def _time() -> float:
    """Seconds of a clock that is never set."""
    return asyncio.get_running_loop().time()
