"""What the other side says of an exchange: yes, no, and what still waits for a word."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import choice
from chat.command import Where, command
from chat.exchange_cards import exchange_to_confirm, exchange_values
from chat.words import Reply, say
from domain import timebank
from domain.errors import Refusal
from domain.ledger import Account
from domain.timebank import Exchange
from domain.values import Minutes
from handlers.between import tell_both_teams
from handlers.desk import Desk, party_of, tell_team
from handlers.organisations import card_for_team, stands_alone


@command()
async def confirm_exchange(desk: Desk, exchange: int) -> Reply:
    """The other side agrees: both balances change, once."""
    noted = await _locked(desk, exchange)
    confirmed = timebank.confirmed(noted, by=await party_of(desk), at=desk.now)
    await desk.store.exchanges.change(confirmed)
    for person in await _noters(desk, confirmed):
        desk.tell(person, await _told_confirmed(desk, confirmed, person))
    return await _told_confirmed(desk, confirmed, desk.person.id)


@command()
async def contest_exchange(desk: Desk, exchange: int) -> Reply:
    """The other side disagrees: nothing counts, and the team looks at it with both."""
    contested = timebank.contested(await _locked(desk, exchange), by=await party_of(desk))
    await desk.store.exchanges.change(contested)
    values = await values_of(desk, contested)
    for person in await _noters(desk, contested):
        desk.tell(person, say("exchange-contested-noter", name=desk.person.name, **values))
    told = say("exchange-contested-team", name=desk.person.name, **values)
    await tell_both_teams(desk, contested, told)
    return say("exchange-contested", **values)


@command()
async def cancel_exchange(desk: Desk, exchange: int) -> Reply:
    """Whoever noted it takes it back, as long as it does not count."""
    cancelled = timebank.cancelled(await _locked(desk, exchange), by=await party_of(desk))
    await desk.store.exchanges.change(cancelled)
    values = await values_of(desk, cancelled)
    for person in await _people_for(desk, cancelled.awaited):
        desk.tell(person, say("exchange-cancelled-other", name=desk.person.name, **values))
    return say("exchange-cancelled", **values)


@command("attente", "pending", where=Where.PRIVATE)
async def pending(desk: Desk) -> Reply:
    """What waits for a word of mine, and what waits for others."""
    party = await party_of(desk)
    waiting = await desk.store.exchanges.waiting_for(party.accounts)
    for exchange in waiting:
        mine = exchange.awaited is not None and exchange.awaited.id in party.accounts
        card = _to_confirm(desk, exchange) if mine else _waits_for_other(desk, exchange)
        desk.post(desk.chat.id, await card)
    return say("pending", count=len(waiting))


async def ask_to_confirm(desk: Desk, exchange: Exchange) -> bool:
    """Show an exchange to whoever has to speak; whether one of them can be reached."""
    card = await _to_confirm(desk, exchange)
    if exchange.waits_for_team:
        await tell_team(desk, card)
        return True
    if await stands_alone(desk, exchange.awaited):
        await tell_team(desk, await card_for_team(desk, exchange))
        return True
    reached = False
    for person in await _people_for(desk, exchange.awaited):
        desk.tell(person, card)
        reached = reached or await desk.store.people.private_chat(person) is not None
    return reached


async def values_of(desk: Desk, exchange: Exchange) -> dict[str, object]:
    """An exchange as sentences mention it, with the names of both sides."""
    return exchange_values(exchange, *await desk.store.ledger.sides(exchange))


async def _told_confirmed(desk: Desk, exchange: Exchange, person: int) -> Reply:
    own = await desk.store.ledger.of_person(person)
    balance = Minutes(await desk.store.ledger.balance_of(own.id))
    return say("exchange-confirmed", balance=balance, **await values_of(desk, exchange))


async def _noters(desk: Desk, exchange: Exchange) -> Sequence[int]:
    """Who noted it, and everybody else on their side, but whoever speaks now."""
    sides = (exchange.giver, exchange.receiver)
    noted_for = next((side for side in sides if side.id == exchange.noted_for), None)
    people = {exchange.noted_by, *await _people_for(desk, noted_for)}
    return sorted(people - {desk.person.id})


async def _people_for(desk: Desk, account: Account | None) -> Sequence[int]:
    return await desk.store.ledger.people_for(account) if account else ()


async def _locked(desk: Desk, number: int) -> Exchange:
    exchange = await desk.store.exchanges.lock(number)
    if exchange is None:
        raise Refusal("refusal-choice-stale")
    return exchange


async def _to_confirm(desk: Desk, exchange: Exchange) -> Reply:
    noter = await desk.store.people.person(exchange.noted_by)
    giver, receiver = await desk.store.ledger.sides(exchange)
    return exchange_to_confirm(exchange, noter=noter.name, giver=giver, receiver=receiver)


async def _waits_for_other(desk: Desk, exchange: Exchange) -> Reply:
    other = await desk.store.ledger.called(exchange.awaited) if exchange.awaited else ""
    take_back = choice("choice-take-back", "cancel_exchange", exchange=exchange.id)
    values = await values_of(desk, exchange)
    return say("exchange-waits", other=other, **values).choose(take_back)
