"""What the card of an exchange tells, gathered from the rows that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from domain import corrections
from domain.exchange_cases import ExchangeCase, Holder
from domain.ledger import Kind
from domain.timebank import Exchange, ExchangeState
from storage.exchanges import Exchanges
from storage.ledger import Ledger
from storage.tables import ExchangeRow, PersonRow


async def case_of(exchanges: Exchanges, exchange: Exchange) -> ExchangeCase:
    """An exchange as its card shows it now."""
    ledger = Ledger(exchanges.session, exchanges.fabrique)
    giver, receiver = await ledger.sides(exchange)
    before = await _before(exchanges, exchange)
    came_to, comes_to = await _net(exchanges, exchange, before)
    return ExchangeCase(
        exchange=exchange,
        giver=giver,
        receiver=receiver,
        noter=await _name(exchanges, exchange.noted_by),
        awaited=await ledger.called(exchange.awaited) if exchange.awaited else None,
        confirmer=await _name(exchanges, exchange.confirmed_by),
        by_side=await _is_of_side(ledger, exchange),
        before=before,
        before_sides=await ledger.sides(before) if before else ("", ""),
        came_to=came_to,
        comes_to=comes_to,
        replaced=await _is_replaced(exchanges, exchange.id),
    )


@dataclass(frozen=True)
class Standpoint:
    """What somebody reads of an exchange that counts: the balance of the side on which they stand,
    and which organisation's it is, unless it is their own. None for whoever stands on neither.
    """

    balance: int | None = None
    holder: Holder | None = None


async def standpoint(exchanges: Exchanges, exchange: Exchange, person: int) -> Standpoint:
    """From where somebody looks at an exchange: for themselves before for an organisation."""
    ledger = Ledger(exchanges.session, exchanges.fabrique)
    sides = sorted((exchange.giver, exchange.receiver), key=lambda side: side.person != person)
    for side in sides:
        if person in await ledger.people_for(side):
            own = side.behind or side
            balance = await ledger.balance_of(own.id)
            return Standpoint(balance, None if own.person == person else await ledger.called(own))
    return Standpoint()


async def everybody(exchanges: Exchanges, exchange: Exchange) -> list[int]:
    """Whoever noted an exchange or speaks for one of its sides, each once."""
    ledger = Ledger(exchanges.session, exchanges.fabrique)
    sides = [await ledger.people_for(side) for side in (exchange.giver, exchange.receiver)]
    return sorted({exchange.noted_by, *sides[0], *sides[1]})


async def names_of(exchanges: Exchanges, exchange: Exchange) -> list[str]:
    """The names of the sides that have one of their own."""
    sides = await Ledger(exchanges.session, exchanges.fabrique).sides(exchange)
    return [side for side in sides if isinstance(side, str)]


async def _before(exchanges: Exchanges, exchange: Exchange) -> Exchange | None:
    number = exchange.corrects or exchange.replaces
    return await exchanges.exchange(number) if number is not None else None


async def _net(
    exchanges: Exchanges, exchange: Exchange, before: Exchange | None
) -> tuple[int, int]:
    """What the corrected exchange comes to without this correction, and with it."""
    if before is None or exchange.kind is not Kind.CORRECTION:
        return 0, 0
    earlier = [
        one
        for one in await exchanges.corrections_of(before.id)
        if one.state is ExchangeState.CONFIRMED and one.id < exchange.id
    ]
    now = corrections.net(before, earlier)
    return now, now + corrections.moves(before, exchange)


async def _is_replaced(exchanges: Exchanges, number: int) -> bool:
    found = select(ExchangeRow.id).where(ExchangeRow.replaces == number).limit(1)
    return await exchanges.session.scalar(found) is not None


async def _is_of_side(ledger: Ledger, exchange: Exchange) -> bool:
    awaited = exchange.awaited
    return awaited is not None and exchange.confirmed_by in await ledger.people_for(awaited)


async def _name(exchanges: Exchanges, person: int | None) -> str:
    if person is None:
        return ""
    found = select(PersonRow.name).where(PersonRow.id == person)
    return (await exchanges.session.scalars(found)).one()
