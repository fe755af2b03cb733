"""Pictures of events: brought with a proposal, kept with the event once there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.pictures import Picture
from storage.tables import BroughtPictureRow, EventPictureRow, EventRow


@dataclass(frozen=True)
class Pictures:
    """The pictures of one fabrique's events."""

    session: AsyncSession
    fabrique: int

    async def bring(self, token: str, picture: Picture, *, now: datetime) -> None:
        """Keep a picture while its event is not proposed yet."""
        self.session.add(
            BroughtPictureRow(
                fabrique_id=self.fabrique,
                token=token,
                name=picture.name,
                media_type=picture.media_type,
                content=picture.content,
                at=now,
            )
        )
        await self.session.flush()

    async def brought(self, token: str) -> Picture | None:
        """The picture that was brought under a token, if it is still there."""
        row = await self._brought(token)
        return Picture(row.name, row.media_type, row.content) if row else None

    async def keep(self, token: str, event: int) -> bool:
        """Give a picture that was brought to its event; False when it is gone."""
        row = await self._brought(token)
        if row is None:
            return False
        kept = await self.session.get(EventPictureRow, event) or EventPictureRow(event_id=event)
        kept.name, kept.media_type, kept.content = row.name, row.media_type, row.content
        self.session.add(kept)
        await self.session.delete(row)
        await self.session.flush()
        return True

    async def of(self, event: int) -> Picture | None:
        """The picture of an event, or the one that the first date of its series has."""
        row = await self.session.get(EventRow, event)
        if row is None or row.fabrique_id != self.fabrique:
            return None
        mine = EventPictureRow.event_id == event
        if row.series:
            mine = EventRow.series == row.series
        found = await self.session.scalar(
            select(EventPictureRow)
            .join(EventRow, EventRow.id == EventPictureRow.event_id)
            .where(EventRow.fabrique_id == self.fabrique, mine)
            .order_by(EventPictureRow.event_id != event, EventPictureRow.event_id)
            .limit(1)
        )
        return Picture(found.name, found.media_type, found.content) if found else None

    async def forget(self, *, before: datetime) -> None:
        """Drop what was brought for proposals that nobody finished."""
        await self.session.execute(delete(BroughtPictureRow).where(BroughtPictureRow.at < before))

    async def _brought(self, token: str) -> BroughtPictureRow | None:
        return await self.session.scalar(
            select(BroughtPictureRow).where(
                BroughtPictureRow.fabrique_id == self.fabrique, BroughtPictureRow.token == token
            )
        )
