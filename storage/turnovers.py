"""How much was given and received: by accounts in the ledger, by day, in groups.

A correction is counted into what it corrects, on its day and its side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, distinct, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.ledger import AccountKind, Kind
from domain.statements import Shared, Told, Turned, Turnover, net, turnover
from domain.timebank import ExchangeState
from storage.ledger import held_with
from storage.statements import Span, legs_in
from storage.tables import ExchangeRow, LedgerAccountRow, LedgerEntryRow, LegRow

TOLD_APART = (Kind.GIFT.value, Kind.SETTLEMENT.value, Kind.CORRECTION.value)
"""Kinds whose minutes are not simply given or received."""

_ORIGINAL = aliased(ExchangeRow)
_KIND = func.coalesce(_ORIGINAL.kind, ExchangeRow.kind)
_DAY = func.coalesce(_ORIGINAL.day, ExchangeRow.day)
_NUMBER = func.coalesce(_ORIGINAL.id, ExchangeRow.id)
_GIVER = func.coalesce(_ORIGINAL.giver_id, ExchangeRow.giver_id)


@dataclass(frozen=True)
class Turnovers:
    """The sums of one fabrique, to be read."""

    session: AsyncSession
    fabrique: int

    async def of(self, account: int, span: Span) -> Turnover:
        """What an account gave and received, corrections counted in, gifts told apart. What passed
        between two accounts of one person is neither.
        """
        held = await held_with(self.session, [account])
        came = func.sum(case((LegRow.minutes > 0, LegRow.minutes), else_=0))
        went = func.sum(case((LegRow.minutes < 0, -LegRow.minutes), else_=0))
        total = (await self.session.execute(legs_in(came, held, span).add_columns(went))).one()
        rows = await self.session.execute(
            self._entered(legs_in(LegRow.minutes, held, span))
            .add_columns(
                _KIND, ExchangeRow.corrects, _ORIGINAL.giver_id.in_(held), _ORIGINAL.minutes
            )
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(LedgerEntryRow.kind.in_(TOLD_APART), not_(_both_in(held)))
        )
        others = [_turned(*row) for row in rows]
        among = await self._among(held, span)
        return turnover(int(total[0] or 0) - among, int(total[1] or 0) - among, others)

    async def paid(self, account: int) -> tuple[int, int]:
        """Minutes of paid missions that an account gave and received; no balance counts them."""
        told = await self._seen_from(account, ExchangeRow.paid.is_(True))
        return (
            sum(max(one.minutes, 0) for one in told),
            sum(max(-one.minutes, 0) for one in told),
        )

    async def services(self, account: int, first: date, last: date) -> Sequence[Told]:
        """What an account gave, above zero, and received on some days."""
        return await self._seen_from(
            account,
            ExchangeRow.paid.is_(False),
            _KIND.not_in((Kind.GIFT, Kind.SETTLEMENT)),
            _DAY.between(first, last),
        )

    async def shared_in(self, chat: int, first: date, last: date) -> Shared:
        """What a group shared on some days, without a name."""
        rows = await self.session.execute(
            self._counted(_NUMBER, _DAY, ExchangeRow.minutes, ExchangeRow.giver_id == _GIVER)
            .add_columns(ExchangeRow.giver_id, ExchangeRow.receiver_id)
            .where(
                ExchangeRow.chat_id == chat,
                ExchangeRow.paid.is_(False),
                _KIND.in_((Kind.EXCHANGE, Kind.SESSION)),
                _DAY.between(first, last),
            )
        )
        found = rows.all()
        told = net(
            Told(number, day, minutes if same_way else -minutes)
            for number, day, minutes, same_way, *_ in found
        )
        left = {one.exchange for one in told}
        accounts = {side for number, *_, a, b in found if number in left for side in (a, b)}
        people = await self.session.scalar(
            select(func.count(distinct(LedgerAccountRow.person_id))).where(
                LedgerAccountRow.id.in_(accounts), LedgerAccountRow.kind == AccountKind.PERSON
            )
        )
        return Shared(sum(abs(one.minutes) for one in told), len(told), people or 0)

    async def _among(self, held: Sequence[int], span: Span) -> int:
        """Minutes that passed between accounts of one person."""
        if len(held) < 2:
            return 0
        came = func.sum(case((LegRow.minutes > 0, LegRow.minutes), else_=0))
        within = self._entered(legs_in(came, held, span)).where(_both_in(held))
        return int(await self.session.scalar(within) or 0)

    def _entered(self, legs: Any) -> Any:
        """Legs beside the exchanges that made them."""
        return legs.join(LedgerEntryRow, LedgerEntryRow.id == LegRow.entry_id).join(
            ExchangeRow, ExchangeRow.id == LedgerEntryRow.exchange_id
        )

    async def _seen_from(self, account: int, *conditions: ColumnElement[bool]) -> list[Told]:
        """Exchanges of an account with what each comes to for it."""
        held = await held_with(self.session, [account])
        rows = await self.session.execute(
            self._counted(_NUMBER, _DAY, ExchangeRow.minutes, ExchangeRow.giver_id).where(
                or_(ExchangeRow.giver_id.in_(held), ExchangeRow.receiver_id.in_(held)),
                not_(_both_in(held)),
                *conditions,
            )
        )
        return net(
            Told(number, day, minutes if giver in held else -minutes)
            for number, day, minutes, giver in rows
        )

    def _counted(self, *columns: Any) -> Any:
        """Columns of what both sides agreed on, beside what each corrects."""
        return (
            select(*columns)
            .select_from(ExchangeRow)
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(
                ExchangeRow.fabrique_id == self.fabrique,
                ExchangeRow.state == ExchangeState.CONFIRMED,
            )
            .order_by(ExchangeRow.id)
        )


def _both_in(held: Sequence[int]) -> ColumnElement[bool]:
    return and_(ExchangeRow.giver_id.in_(held), ExchangeRow.receiver_id.in_(held))


def _turned(
    minutes: int, kind: str, corrects: int | None, gave: bool | None, was: int | None
) -> Turned:
    """A gift, a settlement or a correction as an account sees it."""
    moves_hours = Kind(kind).moves_hours
    before = (was or 0) if bool(gave) is not moves_hours else -(was or 0)
    return Turned(minutes, moves_hours, corrects, before)
