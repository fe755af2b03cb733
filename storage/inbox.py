"""The inbox: what was received, until it took effect; and the memory of what did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engines import insert_or_ignore
from storage.tables import CursorRow, InboxRow, SeenRow


@dataclass(frozen=True)
class Received:
    """An update that waits: its row, and what was heard as plain data."""

    id: int
    platform: str
    update: str
    body: Mapping[str, Any]


@dataclass(frozen=True)
class InboxRows:
    """Updates of every platform, before any fabrique is known."""

    session: AsyncSession

    async def keep(self, platform: str, updates: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
        """Store updates by their ids; one that is already there, or took effect, is left out."""
        for update, body in updates:
            if not await self.was_seen(platform, update):
                await insert_or_ignore(
                    self.session,
                    InboxRow,
                    {"platform": platform, "update_id": update, "body": dict(body)},
                )

    async def waiting(self, platforms: Sequence[str], *, at_most: int) -> Sequence[Received]:
        """The oldest updates of these platforms that wait."""
        rows = await self.session.scalars(
            select(InboxRow)
            .where(InboxRow.platform.in_(platforms))
            .order_by(InboxRow.id)
            .limit(at_most)
        )
        return [Received(row.id, row.platform, row.update_id, row.body) for row in rows]

    async def was_seen(self, platform: str, update: str) -> bool:
        """Whether the update took effect before."""
        found = await self.session.scalar(
            select(exists().where(SeenRow.platform == platform, SeenRow.update_id == update))
        )
        return bool(found)

    async def done(self, received: Received, *, now: datetime) -> None:
        """The update took effect: forget its words, remember its id."""
        await self.session.execute(delete(InboxRow).where(InboxRow.id == received.id))
        await insert_or_ignore(
            self.session,
            SeenRow,
            {"platform": received.platform, "update_id": received.update, "at": now},
        )

    async def forget_seen(self, *, before: datetime) -> None:
        """Drop the memory of old updates; no platform delivers again after so long."""
        await self.session.execute(delete(SeenRow).where(SeenRow.at < before))

    async def cursor(self, platform: str) -> str | None:
        """How far the platform was read."""
        row = await self.session.get(CursorRow, platform)
        return row.cursor if row else None

    async def advance(self, platform: str, cursor: str) -> None:
        """Remember how far the platform was read."""
        row = await self.session.get(CursorRow, platform)
        if row is None:
            self.session.add(CursorRow(platform=platform, cursor=cursor))
        else:
            row.cursor = cursor
