"""Exchanges of time and their ledger: what was noted, what counts, and what each account holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.timebank import Exchange, ExchangeState, legs
from storage.tables import ExchangeRow, LegRow


@dataclass(frozen=True)
class Exchanges:
    """The time bank of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def add(self, exchange: Exchange) -> Exchange:
        """Keep a noted exchange; it counts for nothing yet."""
        row = ExchangeRow(
            fabrique_id=self.fabrique,
            giver_id=exchange.giver,
            receiver_id=exchange.receiver,
            minutes=exchange.minutes,
            day=exchange.day,
            subject=exchange.subject,
            noted_by=exchange.noted_by,
            noted_at=exchange.noted_at,
            state=exchange.state,
        )
        self.session.add(row)
        await self.session.flush()
        return _exchange(row)

    async def lock(self, number: int) -> Exchange | None:
        """An exchange about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(ExchangeRow)
            .where(ExchangeRow.id == number, ExchangeRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return _exchange(row) if row else None

    async def change(self, exchange: Exchange) -> None:
        """Keep a new state; a confirmation enters both legs, and the key lets it do so once."""
        row = await self.session.get_one(ExchangeRow, exchange.id)
        row.state, row.confirmed_at = exchange.state, exchange.confirmed_at
        if exchange.state is ExchangeState.CONFIRMED and exchange.confirmed_at:
            for leg in legs(exchange):
                self.session.add(
                    LegRow(
                        exchange_id=exchange.id,
                        account=leg.account,
                        minutes=leg.minutes,
                        at=exchange.confirmed_at,
                    )
                )
        await self.session.flush()

    async def close_contest(self, number: int) -> None:
        """The team settled a contest with both: the note counts for nothing."""
        row = await self.session.get_one(ExchangeRow, number)
        row.state = ExchangeState.CANCELLED

    async def balance_of(self, account: int) -> int:
        """Minutes given less minutes received: the sum of an account's legs."""
        total = await self.session.scalar(
            select(func.coalesce(func.sum(LegRow.minutes), 0)).where(LegRow.account == account)
        )
        return int(total or 0)

    async def turnover_of(self, account: int) -> tuple[int, int]:
        """Minutes given and minutes received, both counted up."""
        rows = await self.session.scalars(select(LegRow.minutes).where(LegRow.account == account))
        minutes = list(rows)
        return sum(m for m in minutes if m > 0), -sum(m for m in minutes if m < 0)

    async def balances(self) -> Sequence[tuple[int, int]]:
        """Each account with its balance, by account."""
        rows = await self.session.execute(
            select(LegRow.account, func.sum(LegRow.minutes))
            .join(ExchangeRow, ExchangeRow.id == LegRow.exchange_id)
            .where(ExchangeRow.fabrique_id == self.fabrique)
            .group_by(LegRow.account)
            .order_by(LegRow.account)
        )
        return [(account, int(minutes)) for account, minutes in rows]

    async def waiting_for(self, person: int) -> Sequence[Exchange]:
        """Proposed exchanges of a person, whichever side has to speak."""
        rows = await self.session.scalars(
            select(ExchangeRow)
            .where(
                or_(ExchangeRow.giver_id == person, ExchangeRow.receiver_id == person),
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.state == ExchangeState.PROPOSED,
            )
            .order_by(ExchangeRow.id)
        )
        return [_exchange(row) for row in rows]

    async def in_state(self, state: ExchangeState) -> Sequence[Exchange]:
        """Exchanges of the fabrique in a state: contested ones wait for the team."""
        rows = await self.session.scalars(
            select(ExchangeRow)
            .where(ExchangeRow.fabrique_id == self.fabrique, ExchangeRow.state == state)
            .order_by(ExchangeRow.id)
        )
        return [_exchange(row) for row in rows]

    async def confirmed(self) -> Sequence[Exchange]:
        """What counts, in the order in which it came to count."""
        rows = await self.session.scalars(
            select(ExchangeRow)
            .where(
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.state == ExchangeState.CONFIRMED,
            )
            .order_by(ExchangeRow.confirmed_at, ExchangeRow.id)
        )
        return [_exchange(row) for row in rows]

    async def ledger_sum(self) -> int:
        """The sum of every leg of the database, which is zero or the ledger lies."""
        total = await self.session.scalar(select(func.coalesce(func.sum(LegRow.minutes), 0)))
        return int(total or 0)


def _exchange(row: ExchangeRow) -> Exchange:
    return Exchange(
        id=row.id,
        giver=row.giver_id,
        receiver=row.receiver_id,
        minutes=row.minutes,
        day=row.day,
        subject=row.subject,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
        state=ExchangeState(row.state),
        confirmed_at=row.confirmed_at,
    )
