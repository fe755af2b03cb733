"""Links that bring somebody not met yet to an exchange that waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.people import Standing
from storage.tables import ExchangeRow, InvitationRow, LedgerAccountRow, PersonRow


@dataclass(frozen=True)
class Invitation:
    """A link by its token: the exchange that waits, whom it is for, and who opened it."""

    token: str
    exchange: int
    name: str
    claimed_by: int | None


@dataclass(frozen=True)
class Invitations:
    """The invitations of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def make(self, token: str, exchange: int, name: str, *, now: datetime) -> Invitation:
        """Keep a new link."""
        row = InvitationRow(
            fabrique_id=self.fabrique, token=token, exchange_id=exchange, name=name, at=now
        )
        self.session.add(row)
        await self.session.flush()
        return _invitation(row)

    async def called(self, token: str) -> Invitation | None:
        """The invitation of a link, if there is one."""
        row = await self._row(token)
        return _invitation(row) if row else None

    async def claim(self, token: str, person: int) -> None:
        """Remember who opened a link; call it with the exchange locked."""
        row = await self._row(token)
        if row is not None:
            row.claimed_by = person
            await self.session.flush()

    async def forget_stand_in(self, earlier: int) -> None:
        """Take away who stood in for somebody invited, once no exchange names them any more."""
        named = or_(ExchangeRow.giver_id == earlier, ExchangeRow.receiver_id == earlier)
        others = await self.session.scalar(select(ExchangeRow.id).where(named).limit(1))
        account = await self.session.get(LedgerAccountRow, earlier)
        if others is not None or account is None or account.person_id is None:
            return
        person = account.person_id
        await self.session.execute(delete(LedgerAccountRow).where(LedgerAccountRow.id == earlier))
        await self.session.execute(
            delete(PersonRow).where(
                PersonRow.id == person, PersonRow.standing == Standing.INVITED.value
            )
        )

    async def _row(self, token: str) -> InvitationRow | None:
        row: InvitationRow | None = await self.session.scalar(
            select(InvitationRow).where(
                InvitationRow.fabrique_id == self.fabrique, InvitationRow.token == token
            )
        )
        return row


def _invitation(row: InvitationRow) -> Invitation:
    return Invitation(row.token, row.exchange_id, row.name, row.claimed_by)
