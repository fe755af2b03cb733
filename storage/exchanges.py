"""Exchanges of time as people told them, whatever became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.errors import Refusal
from domain.leaving import KEPT_OUT
from domain.ledger import Account, Kind
from domain.timebank import OPEN, Exchange, ExchangeState, Party
from storage.ledger import Ledger, account_from, held_with
from storage.people import People
from storage.tables import ExchangeRow, LedgerAccountRow
from storage.twins import Twins

OWN = frozenset({"twin_id", "corrects", "replaces", "session_id", "need_id", "offer_id", "chat_id"})
"""What each half of an exchange between fabriques keeps for itself."""

_GIVER, _RECEIVER = aliased(LedgerAccountRow), aliased(LedgerAccountRow)
_TABLE = ExchangeRow.metadata.tables[ExchangeRow.__tablename__]

# Built once: to build a statement anew takes longer than to run it.
_LOCK = (
    select(ExchangeRow)
    .where(or_(ExchangeRow.id == bindparam("number"), ExchangeRow.twin_id == bindparam("number")))
    .order_by(ExchangeRow.id)
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
_SIDES = select(LedgerAccountRow).where(
    or_(LedgerAccountRow.id == bindparam("giver"), LedgerAccountRow.id == bindparam("receiver"))
)
_ADD = insert(_TABLE).returning(_TABLE.c.id)
_CHANGE = update(_TABLE).where(_TABLE.c.id == bindparam("number"))


@dataclass(frozen=True)
class Exchanges:
    """The exchanges of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def add(self, exchange: Exchange) -> Exchange:
        """Keep a noted exchange; one that is confirmed already is entered at once.

        With somebody of another fabrique, the other half is kept there too. Nobody notes time by
        or with somebody who left or is blocked: Refusal.
        """
        if exchange.state in OPEN:
            await self._all_take_part(exchange)
        across = exchange.across
        if across is not None:
            waiting = await self._all(ExchangeRow.state.in_(OPEN))
            await self._twins.must_fit(exchange, waiting=waiting)
        kept = await self._insert(exchange)
        if across is not None and across.holder is not None:
            kept = await self._pair(kept, across.holder)
        await self._enter(kept)
        return kept

    async def exchange(self, number: int) -> Exchange | None:
        """An exchange by number, to look at."""
        found = await self._all(ExchangeRow.id == number)
        return found[0] if found else None

    async def lock(self, number: int) -> Exchange | None:
        """An exchange about to change, by the number of either half; whoever comes second waits,
        then sees the change.
        """
        halves = await self.session.scalars(_LOCK, {"number": number})
        row = next((one for one in halves if one.fabrique_id == self.fabrique), None)
        if row is None:
            return None
        sides = await self.session.scalars(
            _SIDES, {"giver": row.giver_id, "receiver": row.receiver_id}
        )
        found = {side.id: side for side in sides}
        exchange = exchange_from(row, found[row.giver_id], found[row.receiver_id])
        return (await self._twins.with_those_behind([exchange]))[0]

    async def change(self, exchange: Exchange) -> None:
        """Keep a new state; a confirmation enters both legs, and the key lets it do so once. The
        other half, if there is one, follows.
        """
        if exchange.counts and exchange.across is not None:
            await self._twins.lock_chains(exchange.across)
            await self._twins.must_fit(exchange)
        await self._write(exchange.id, columns_of(exchange))
        if exchange.twin is not None:
            half = await self._twins.half_of(exchange)
            columns = {name: value for name, value in columns_of(half).items() if name not in OWN}
            await self._write(exchange.twin, columns)
        await self._enter(exchange)

    async def waiting_for(self, accounts: Sequence[int] | frozenset[int]) -> Sequence[Exchange]:
        """Open exchanges of the holders of some accounts, whichever side has to speak."""
        held = await held_with(self.session, accounts)
        return await self._all(self._side_in(held), ExchangeRow.state.in_(OPEN))

    async def concerning(self, party: Party) -> Sequence[Exchange]:
        """What somebody waits for or is awaited about: open or contested, theirs or noted or led
        by them.
        """
        return await self._all(
            or_(
                self._side_in(party.accounts),
                ExchangeRow.noted_by == party.person,
                ExchangeRow.referent_id == party.person,
            ),
            ExchangeRow.state.in_([*OPEN, ExchangeState.CONTESTED]),
        )

    async def of_day(self, account: int, day: date) -> Sequence[Exchange]:
        """What an account gave and received on a day, as far as it may still count."""
        return await self._all(
            self._side_in(await held_with(self.session, [account])),
            ExchangeRow.day == day,
            ExchangeRow.state.not_in((ExchangeState.CANCELLED, ExchangeState.EXPIRED)),
        )

    async def counted(
        self, accounts: frozenset[int] | None, *, skip: int, at_most: int
    ) -> Sequence[Exchange]:
        """What some accounts confirmed, or all did, the newest first, without corrections."""
        mine = [] if accounts is None else [self._side_in(accounts)]
        newest = (
            select(ExchangeRow.id)
            .where(
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.state == ExchangeState.CONFIRMED,
                ExchangeRow.kind != Kind.CORRECTION,
                *mine,
            )
            .order_by(ExchangeRow.confirmed_at.desc(), ExchangeRow.id.desc())
            .offset(skip)
            .limit(at_most)
        )
        numbers = list(await self.session.scalars(newest))
        found = {one.id: one for one in await self._all(ExchangeRow.id.in_(numbers))}
        return [found[number] for number in numbers]

    async def newest_noted(self, person: int, *, since: datetime) -> Exchange | None:
        """What somebody noted last since a moment."""
        number = await self.session.scalar(
            select(ExchangeRow.id)
            .where(
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.noted_by == person,
                ExchangeRow.noted_at >= since,
            )
            .order_by(ExchangeRow.id.desc())
            .limit(1)
        )
        return await self.exchange(number) if number is not None else None

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

    @property
    def _twins(self) -> Twins:
        return Twins(self.session, self.fabrique)

    async def _insert(self, exchange: Exchange) -> Exchange:
        values = {"fabrique_id": self.fabrique, **columns_of(exchange)}
        added = await self.session.execute(_ADD, values)
        return replace(exchange, id=added.scalar_one())

    async def _write(self, number: int, columns: Mapping[str, Any]) -> None:
        await self.session.execute(_CHANGE, {"number": number, **columns})

    async def _pair(self, kept: Exchange, partner: int) -> Exchange:
        """Keep the other half in the partner fabrique, each knowing the other."""
        half = await self._twins.half_of(kept)
        half = replace(
            half,
            corrects=await self._twins.twin_of(kept.corrects),
            replaces=await self._twins.twin_of(kept.replaces),
        )
        twin = await replace(self, fabrique=partner)._insert(half)
        await self._write(kept.id, {"twin_id": twin.id})
        return replace(kept, twin=twin.id)

    @staticmethod
    def _side_in(accounts: Sequence[int] | frozenset[int]) -> ColumnElement[bool]:
        return or_(ExchangeRow.giver_id.in_(accounts), ExchangeRow.receiver_id.in_(accounts))

    async def _enter(self, exchange: Exchange) -> None:
        if not exchange.counts or exchange.confirmed_at is None:
            return
        halves = {self.fabrique: exchange}
        if exchange.twin is not None and exchange.across is not None:
            halves[exchange.across.holder or 0] = await self._twins.half_of(exchange)
        for fabrique, half in sorted(halves.items()):
            await Ledger(self.session, fabrique).enter(half, at=exchange.confirmed_at)

    async def _all(self, *conditions: ColumnElement[bool]) -> list[Exchange]:
        rows = await self.session.execute(
            select(ExchangeRow, _GIVER, _RECEIVER)
            .join(_GIVER, _GIVER.id == ExchangeRow.giver_id)
            .join(_RECEIVER, _RECEIVER.id == ExchangeRow.receiver_id)
            .where(ExchangeRow.fabrique_id == self.fabrique, *conditions)
            .order_by(ExchangeRow.id)
            .execution_options(populate_existing=True)
        )
        return await self._twins.with_those_behind([exchange_from(*row) for row in rows])


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
        twin=row.twin_id,
        replaces=row.replaces,
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
        "twin_id": exchange.twin,
        "replaces": exchange.replaces,
        "session_id": exchange.session,
        "need_id": exchange.need,
        "offer_id": exchange.offer,
        "chat_id": exchange.group,
        "reason": exchange.reason,
        "reminders": exchange.reminders,
        "confirmed_by": exchange.confirmed_by,
        "confirmed_at": exchange.confirmed_at,
    }
