"""Addresses that are read again and again for the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engines import insert_or_ignore
from storage.tables import FeedRow


@dataclass(frozen=True)
class Feed:
    """A calendar's address that is read again and again."""

    id: int
    address: str
    failures: int
    proposed_by: int
    fabrique: int


@dataclass(frozen=True)
class Feeds:
    """The calendars' addresses of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def add(self, address: str, *, by: int, now: datetime) -> bool:
        """Keep an address, due at once; False when it is known."""
        return await insert_or_ignore(
            self.session,
            FeedRow,
            {
                "fabrique_id": self.fabrique,
                "address": address,
                "due_at": now,
                "failures": 0,
                "proposed_by": by,
            },
        )

    async def due(self, now: datetime) -> Sequence[Feed]:
        """Addresses of every fabrique that should be read now."""
        rows = await self.session.scalars(
            select(FeedRow).where(FeedRow.due_at <= now).order_by(FeedRow.due_at, FeedRow.id)
        )
        return [
            Feed(row.id, row.address, row.failures, row.proposed_by, row.fabrique_id)
            for row in rows
        ]

    async def next_due(self) -> datetime | None:
        """When the next address should be read."""
        return await self.session.scalar(select(func.min(FeedRow.due_at)))

    async def read(self, feed: int, *, failures: int, due_at: datetime) -> None:
        """Remember how a reading went, and when to read again."""
        row = await self.session.get_one(FeedRow, feed)
        row.failures, row.due_at = failures, due_at
