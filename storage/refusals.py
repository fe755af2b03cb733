"""Platforms that refuse the bot's account, as far as it was told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage.engines import insert_or_ignore
from storage.tables import RefusalRow


@dataclass(frozen=True)
class Refusals:
    """One row for each platform that is away for this reason."""

    session: AsyncSession

    async def begin(self, platform: str, *, now: datetime) -> bool:
        """Note it; False when it was known."""
        return await insert_or_ignore(self.session, RefusalRow, {"platform": platform, "at": now})

    async def end(self, platform: str) -> bool:
        """Note that it is over; False when there was none."""
        gone = await self.session.execute(
            delete(RefusalRow).where(RefusalRow.platform == platform).returning(RefusalRow.platform)
        )
        return gone.first() is not None
