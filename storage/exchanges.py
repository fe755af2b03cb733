"""Exchanges of time as people told them, whatever became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.errors import Refusal
from domain.leaving import KEPT_OUT
from domain.ledger import Account, Kind
from domain.timebank import OPEN, Exchange, ExchangeState
from storage.ledger import Ledger, account_from
from storage.people import People
from storage.tables import ExchangeRow, LedgerAccountRow

_GIVER, _RECEIVER = aliased(LedgerAccountRow), aliased(LedgerAccountRow)


@dataclass(frozen=True)
class Exchanges:
    """The exchanges of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def add(self, exchange: Exchange) -> Exchange:
        """Keep a noted exchange; one that is confirmed already is entered at once.

        Nobody notes time by or with somebody who left or is blocked: Refusal.
        """
        if exchange.state in OPEN:
            await self._all_take_part(exchange)
        row = ExchangeRow(fabrique_id=self.fabrique, **columns_of(exchange))
        self.session.add(row)
        await self.session.flush()
        kept = replace(exchange, id=row.id)
        await self._enter(kept)
        return kept

    async def lock(self, number: int) -> Exchange | None:
        """An exchange about to change; whoever comes second waits, then sees the change."""
        await self.session.scalar(
            select(ExchangeRow)
            .where(ExchangeRow.id == number, ExchangeRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        found = await self._all(ExchangeRow.id == number)
        return found[0] if found else None

    async def change(self, exchange: Exchange) -> None:
        """Keep a new state; a confirmation enters both legs, and the key lets it do so once."""
        row = await self.session.get_one(ExchangeRow, exchange.id)
        for name, value in columns_of(exchange).items():
            setattr(row, name, value)
        await self.session.flush()
        await self._enter(exchange)

    async def waiting_for(self, accounts: Sequence[int] | frozenset[int]) -> Sequence[Exchange]:
        """Open exchanges of some accounts, whichever side has to speak."""
        return await self._all(
            or_(ExchangeRow.giver_id.in_(accounts), ExchangeRow.receiver_id.in_(accounts)),
            ExchangeRow.state.in_(OPEN),
        )

    async def in_state(self, *states: ExchangeState) -> Sequence[Exchange]:
        """Exchanges of the fabrique in some states: contested ones wait for the team."""
        return await self._all(ExchangeRow.state.in_(states))

    async def confirmed(self) -> Sequence[Exchange]:
        """Every exchange that both sides agreed on, in the order in which they came to."""
        found = await self._all(ExchangeRow.state == ExchangeState.CONFIRMED)
        return sorted(found, key=lambda one: (str(one.confirmed_at), one.id))

    async def corrections_of(self, number: int) -> Sequence[Exchange]:
        """What corrects an exchange, whatever its state."""
        return await self._all(ExchangeRow.corrects == number)

    async def of_session(self, session: int) -> Sequence[Exchange]:
        """What a session made."""
        return await self._all(ExchangeRow.session_id == session)

    async def on_days(self, first: date | None, last: date | None) -> Sequence[Exchange]:
        """Every exchange of some days, both included, whatever became of it.

        There may be very many: columns are read as plain values, and each account once.
        """
        wanted = select(*ExchangeRow.__table__.columns).where(
            ExchangeRow.fabrique_id == self.fabrique
        )
        if first is not None:
            wanted = wanted.where(ExchangeRow.day >= first)
        if last is not None:
            wanted = wanted.where(ExchangeRow.day <= last)
        accounts = await self.session.scalars(
            select(LedgerAccountRow).where(LedgerAccountRow.fabrique_id == self.fabrique)
        )
        sides = {row.id: account_from(row) for row in accounts}
        rows = await self.session.execute(wanted.order_by(ExchangeRow.id))
        return [exchange_of(row, sides[row.giver_id], sides[row.receiver_id]) for row in rows]

    async def _all_take_part(self, exchange: Exchange) -> None:
        sides = (exchange.noted_by, exchange.giver.person, exchange.receiver.person)
        numbers = [number for number in sides if number is not None]
        people = People(self.session, self.fabrique)
        for one in await people.standing_as(numbers, KEPT_OUT):
            if one.id == exchange.noted_by:
                raise Refusal("refusal-exchange-kept-out")
            raise Refusal("refusal-exchange-with-kept-out", name=one.name)

    async def _enter(self, exchange: Exchange) -> None:
        if exchange.counts and exchange.confirmed_at is not None:
            await Ledger(self.session, self.fabrique).enter(exchange, at=exchange.confirmed_at)

    async def _all(self, *conditions: ColumnElement[bool]) -> list[Exchange]:
        rows = await self.session.execute(
            select(ExchangeRow, _GIVER, _RECEIVER)
            .join(_GIVER, _GIVER.id == ExchangeRow.giver_id)
            .join(_RECEIVER, _RECEIVER.id == ExchangeRow.receiver_id)
            .where(ExchangeRow.fabrique_id == self.fabrique, *conditions)
            .order_by(ExchangeRow.id)
        )
        return [exchange_from(*row) for row in rows]


def exchange_from(
    row: ExchangeRow, giver: LedgerAccountRow, receiver: LedgerAccountRow
) -> Exchange:
    """An exchange with both its accounts."""
    return exchange_of(row, account_from(giver), account_from(receiver))


def exchange_of(row: Any, giver: Account, receiver: Account) -> Exchange:
    """An exchange from its columns, whether they came as an object or as plain values."""
    return Exchange(
        id=row.id,
        giver=giver,
        receiver=receiver,
        minutes=row.minutes,
        day=row.day,
        subject=row.subject,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
        state=ExchangeState(row.state),
        noted_for=row.noted_for,
        kind=Kind(row.kind),
        paid=row.paid,
        spoken=row.spoken,
        referent=row.referent_id,
        corrects=row.corrects,
        session=row.session_id,
        skill=row.skill,
        need=row.need_id,
        offer=row.offer_id,
        group=row.chat_id,
        reason=row.reason,
        reminders=row.reminders,
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
    )


def columns_of(exchange: Exchange) -> dict[str, Any]:
    """What its row keeps of an exchange."""
    return {
        "giver_id": exchange.giver.id,
        "receiver_id": exchange.receiver.id,
        "kind": exchange.kind,
        "minutes": exchange.minutes,
        "day": exchange.day,
        "subject": exchange.subject,
        "skill": exchange.skill,
        "paid": exchange.paid,
        "spoken": exchange.spoken,
        "noted_by": exchange.noted_by,
        "noted_for": exchange.noted_for,
        "noted_at": exchange.noted_at,
        "state": exchange.state,
        "referent_id": exchange.referent,
        "corrects": exchange.corrects,
        "session_id": exchange.session,
        "need_id": exchange.need,
        "offer_id": exchange.offer,
        "chat_id": exchange.group,
        "reason": exchange.reason,
        "reminders": exchange.reminders,
        "confirmed_by": exchange.confirmed_by,
        "confirmed_at": exchange.confirmed_at,
    }
