"""What every act on an exchange needs: finding it, reaching its sides, keeping its cards true."""

from __future__ import annotations

from collections.abc import Sequence

from chat.exchange_cards import exchange_card, exchange_told
from chat.words import Reply
from domain import timebank
from domain.balances import leaning
from domain.errors import Refusal
from domain.exchange_cases import ExchangeCase, Holder
from domain.ledger import Account
from domain.timebank import Exchange
from handlers.between import both_teams
from handlers.desk import Desk
from storage import exchange_cases
from storage.outbox import CARD


async def locked(desk: Desk, number: int) -> Exchange:
    """The exchange of that number, held until the end; refuses what is none."""
    exchange = await desk.store.exchanges.lock(number)
    if exchange is None:
        raise Refusal("refusal-choice-stale")
    return exchange


async def case(desk: Desk, exchange: Exchange) -> ExchangeCase:
    """The exchange with the names that its card shows."""
    return await exchange_cases.case_of(desk.store.exchanges, exchange)


async def awaited_name(desk: Desk, exchange: Exchange) -> Holder | None:
    """Who has to speak, as sentences call them; None for the team."""
    awaited = None if exchange.waits_for_team else exchange.awaited
    return await desk.store.ledger.called(awaited) if awaited else None


async def people_for(desk: Desk, account: Account | None) -> Sequence[int]:
    """Who speaks for an account; nobody alone for what is everybody's."""
    return await desk.store.ledger.people_for(account) if account else ()


async def everybody(desk: Desk, exchange: Exchange) -> list[int]:
    """Whoever stands on one of the sides or noted it, each once, but whoever speaks now."""
    people = await exchange_cases.everybody(desk.store.exchanges, exchange)
    return [person for person in people if person != desk.person.id]


async def post_to_team(desk: Desk, exchange: Exchange) -> None:
    """Show an exchange in each of the team's chats, where it is not shown yet."""
    shown = await case(desk, exchange)
    subjects = timebank.subjects_of(exchange)
    for chat in await both_teams(desk, exchange):
        if not await desk.store.said.carded(chat.id, subjects):
            desk.post(chat.id, exchange_card(shown, team=True), kind=CARD)


async def show(desk: Desk, exchange: Exchange) -> None:
    """Draw every card of an exchange anew, as it stands now."""
    shown = await case(desk, exchange)
    for subject in timebank.subjects_of(exchange):
        for row, team in await desk.store.said.drawn(subject):
            desk.rewrite(row.chat, [row.id], exchange_card(shown, team=team))


async def tell_confirmed(desk: Desk, exchange: Exchange) -> None:
    """Tell each side once that it counts, with their own balance; not whoever speaks now."""
    for person in await everybody(desk, exchange):
        desk.tell(person, await told_confirmed(desk, exchange, person))


async def told_confirmed(desk: Desk, exchange: Exchange, person: int) -> Reply:
    """That it counts, as one of the people it concerns reads it."""
    at = await exchange_cases.standpoint(desk.store.exchanges, exchange, person)
    leans = leaning(at.balance or 0, desk.fabrique.time)
    shown = await case(desk, exchange)
    return exchange_told(shown, balance=at.balance, holder=at.holder, leaning=leans)


async def note(desk: Desk, act: str, exchange: Exchange, why: str = "") -> None:
    """Write down who of the team did what, and why."""
    on = f"exchange:{exchange.id}"
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now, why=why)


def speaker(desk: Desk) -> str:
    """Who speaks to the two: the team, without a name, unless the fabrique wants it otherwise."""
    if not desk.chat.team:
        return desk.person.name
    return desk.person.name.split()[0] if desk.fabrique.policy.signs_as == "person" else ""
