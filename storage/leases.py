"""Leases: which processes live, and which of them leads. Only several processes on PostgreSQL have
any; time is the database's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, DateTime, delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

from storage.engines import has_one_writer, insert_or_ignore, one_of_a_kind
from storage.tables import LeaseRow

LEAD = "lead"
"""The lease of the process that leads."""

ALIVE = "alive:"
"""What the lease that each process has of itself begins with."""

FOLDER, FOR_EVER = "folder", datetime(9999, 1, 1, tzinfo=UTC)
"""The right to be the folder of keys does not end."""

BELL = "fabrique"
"""The channel on which processes tell each other that there is something to send."""


@dataclass(frozen=True)
class Leases:
    """Rights of processes."""

    session: AsyncSession

    async def renew(self, process: str, length: timedelta) -> bool:
        """Let a process live on, and lead, or begin to, unless another does; whether it leads."""
        await self._take(f"{ALIVE}{process}", process, length)
        return await self._take(LEAD, process, length)

    async def leads(self, process: str) -> bool:
        """Whether a process leads, as it will until this transaction ends."""
        lease = select(LeaseRow.name).where(
            LeaseRow.name == LEAD, LeaseRow.holder == process, LeaseRow.until > _now()
        )
        return await self.session.scalar(lease.with_for_update(read=True)) is not None

    async def living(self) -> Sequence[str]:
        """The processes that renewed their lease in time; on SQLite there are none."""
        if has_one_writer(self.session):
            return ()
        lives = LeaseRow.name.startswith(ALIVE, autoescape=True) & (LeaseRow.until > _now())
        found = await self.session.scalars(select(LeaseRow.holder).where(lives))
        return sorted(found)

    async def give_up(self, process: str) -> None:
        """A process ends in good order: another need not wait."""
        await self.session.execute(delete(LeaseRow).where(LeaseRow.holder == process))

    async def clear(self) -> None:
        """Forget those that are over."""
        await self.session.execute(delete(LeaseRow).where(LeaseRow.until < _now()))

    async def folder(self, own: str) -> str:
        """The folder of keys that all processes share: the first one's."""
        values = {"name": FOLDER, "holder": own, "until": FOR_EVER}
        await insert_or_ignore(self.session, LeaseRow, values)
        kept = select(LeaseRow.holder).where(LeaseRow.name == FOLDER)
        return str(await self.session.scalar(kept))

    async def forget_folder(self) -> None:
        """Who is alone may have a new one."""
        await self.session.execute(delete(LeaseRow).where(LeaseRow.name == FOLDER))

    async def one_at_a_time(self, what: str) -> None:
        """Wait until no other process is at it, and keep the others waiting until the commit."""
        await one_of_a_kind(self.session, what)

    async def ring(self) -> None:
        """Tell the other processes, once this is committed, that there is something to send."""
        await self.session.execute(select(func.pg_notify(BELL, "")))

    async def _take(self, name: str, process: str, length: timedelta) -> bool:
        """Take a lease that is free, over or one's own already."""
        values = {"holder": process, "until": _now() + length}
        mine = or_(LeaseRow.holder == process, LeaseRow.until < _now())
        taken = await self.session.execute(
            insert(LeaseRow)
            .values(name=name, **values)
            .on_conflict_do_update(index_elements=[LeaseRow.name], set_=values, where=mine)
            .returning(LeaseRow.name)
        )
        return taken.first() is not None


@dataclass
class Ear:
    """Hears the bell: a connection of its own, opened again when it was lost."""

    engine: AsyncEngine
    _connection: AsyncConnection | None = None
    _driver: Any = None

    async def listen(self, rung: Callable[[], None]) -> None:
        """Call back at each ring from now on."""
        if self._driver is not None and not self._driver.is_closed():
            return
        await self.close()
        self._connection = await self.engine.connect()
        self._driver = (await self._connection.get_raw_connection()).driver_connection
        await self._driver.add_listener(BELL, lambda *_: rung())

    async def close(self) -> None:
        """Hear no more."""
        if self._connection is not None:
            await self._connection.invalidate()
            await self._connection.close()
            self._connection = self._driver = None


def _now() -> ColumnElement[object]:
    """The moment of the statement, not of the transaction, which may have waited."""
    return func.clock_timestamp(type_=DateTime(timezone=True))
