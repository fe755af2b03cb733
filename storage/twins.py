"""The two halves of exchanges between fabriques: found, kept alike, entered together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.between import change_of, mirrored, must_fit
from domain.fabriques import Fabrique
from domain.ledger import Account, AccountKind
from domain.timebank import Exchange
from storage.fabriques import Fabriques
from storage.ledger import Ledger, account_from
from storage.tables import ExchangeRow, FabriqueRow, LedgerAccountRow


@dataclass(frozen=True)
class Twins:
    """Halves of one fabrique, and what other fabriques keep of them."""

    session: AsyncSession
    fabrique: int

    async def with_those_behind(self, exchanges: Sequence[Exchange]) -> list[Exchange]:
        """The same, each mutual account with whoever stands behind it in the other half."""
        twins = [one.twin for one in exchanges if one.twin is not None]
        if not twins:
            return list(exchanges)
        rows = await self.session.execute(
            select(ExchangeRow.id, LedgerAccountRow)
            .join(
                LedgerAccountRow,
                or_(
                    LedgerAccountRow.id == ExchangeRow.giver_id,
                    LedgerAccountRow.id == ExchangeRow.receiver_id,
                ),
            )
            .where(ExchangeRow.id.in_(twins), LedgerAccountRow.kind != AccountKind.FABRIQUE)
        )
        behind = {number: account_from(row) for number, row in rows}
        return [_with_behind(one, behind.get(one.twin or 0)) for one in exchanges]

    async def half_of(self, exchange: Exchange) -> Exchange:
        """The other half as it has to be now, for an exchange that is kept already or about to."""
        found = await self.with_those_behind([exchange])
        across = found[0].across
        if across is None or across.holder is None or across.behind is None:
            raise ValueError("nobody stands behind this account")
        there = Ledger(self.session, across.holder)
        near = await there.account(AccountKind.FABRIQUE, self.fabrique)
        return mirrored(found[0], near=near, far=across.behind)

    async def twin_of(self, number: int | None) -> int | None:
        """The number of an exchange's other half, if it has one."""
        if number is None:
            return None
        twin = select(ExchangeRow.twin_id).where(ExchangeRow.id == number)
        return await self.session.scalar(twin)

    async def lock_chains(self, across: Account) -> None:
        """Let nobody else enter anything in either chain, in an order that is the same for all."""
        await self.session.execute(
            select(FabriqueRow.id)
            .where(FabriqueRow.id.in_((self.fabrique, across.holder)))
            .order_by(FabriqueRow.id)
            .with_for_update(key_share=True)
        )

    async def must_fit(self, exchange: Exchange, *, waiting: Sequence[Exchange] = ()) -> None:
        """Refuse what would go beyond what either fabrique lets the two owe each other, with what
        waits already in the same direction.
        """
        across = exchange.across
        if across is None:
            return
        all_ = {one.id: one for one in await Fabriques(self.session).all()}
        here, there = all_[self.fabrique], all_[across.holder or 0]
        change = change_of(exchange)
        others = (change_of(one) for one in waiting if one.across and one.across.id == across.id)
        ahead = sum(other for other in others if other * change > 0)
        balance = await Ledger(self.session, self.fabrique).balance_of(across.id)
        must_fit(balance, change + ahead, most=_most(here, there), partner=there.name)


def _most(here: Fabrique, there: Fabrique) -> int:
    return min(here.time.partner_most, there.time.partner_most)


def _with_behind(exchange: Exchange, behind: Account | None) -> Exchange:
    if behind is None:
        return exchange
    if exchange.giver.kind is AccountKind.FABRIQUE:
        return replace(exchange, giver=replace(exchange.giver, behind=behind))
    return replace(exchange, receiver=replace(exchange.receiver, behind=behind))
