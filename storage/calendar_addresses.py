"""Addresses under which the agenda of a chat is followed: secret, and made anew when one wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import CalendarAddressRow, ChatRow


@dataclass(frozen=True)
class CalendarAddress:
    """An address by its token, and whose agenda it is."""

    id: int
    chat: int
    token: str
    ended: bool


@dataclass(frozen=True)
class CalendarAddresses:
    """The addresses of every fabrique: whoever follows one says no more than its token."""

    session: AsyncSession

    async def current(self, chat: int) -> CalendarAddress | None:
        """The address of a chat; of two that came together, the younger."""
        row = await self.session.scalar(
            select(CalendarAddressRow)
            .where(CalendarAddressRow.chat_id == chat, CalendarAddressRow.ended_at.is_(None))
            .order_by(CalendarAddressRow.id.desc())
            .limit(1)
        )
        return _address(row) if row else None

    async def make(self, chat: int, token: str, *, now: datetime) -> CalendarAddress:
        """A new address; each earlier one of the chat ends."""
        await self.session.get_one(ChatRow, chat, with_for_update=True)
        rows = await self.session.scalars(
            select(CalendarAddressRow).where(
                CalendarAddressRow.chat_id == chat, CalendarAddressRow.ended_at.is_(None)
            )
        )
        for earlier in rows:
            earlier.ended_at = now
        row = CalendarAddressRow(chat_id=chat, token=token)
        self.session.add(row)
        await self.session.flush()
        return _address(row)

    async def called(self, token: str) -> CalendarAddress | None:
        """The address of that token, also once it ended; None for what never was one."""
        row = await self.session.scalar(
            select(CalendarAddressRow).where(CalendarAddressRow.token == token)
        )
        return _address(row) if row else None


def _address(row: CalendarAddressRow) -> CalendarAddress:
    return CalendarAddress(row.id, row.chat_id, row.token, row.ended_at is not None)
