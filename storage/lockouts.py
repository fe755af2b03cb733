"""Platforms that refuse the bot's account, as far as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engines import insert_or_ignore
from storage.tables import LockoutRow


@dataclass(frozen=True)
class Lockouts:
    """One row for each platform that is away for this reason."""

    session: AsyncSession

    async def begin(self, platform: str, *, now: datetime) -> bool:
        """Note it; False when it was known."""
        return await insert_or_ignore(self.session, LockoutRow, {"platform": platform, "at": now})

    async def end(self, platform: str) -> bool:
        """Note that it is over; False when there was none."""
        gone = await self.session.execute(
            delete(LockoutRow).where(LockoutRow.platform == platform).returning(LockoutRow.platform)
        )
        return gone.first() is not None
