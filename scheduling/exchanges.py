"""Exchanges in time: who has to speak is reminded twice, silence counts where the fabrique wants
it, and what nobody answers ends.

A round that ran twice or a day late says nothing twice: each exchange keeps how often its side was
reminded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat.exchange_cards import (
    exchange_card,
    exchange_expired,
    exchange_reminder,
    exchange_told,
    exchange_unreached,
)
from domain import timebank, waits
from domain.balances import leaning
from domain.errors import Refusal
from domain.people import Standing
from domain.timebank import OPEN, Exchange
from domain.waits import REMINDED_AFTER, Due
from scheduling import Round
from storage.exchange_cases import case_of, everybody, standpoint
from storage.outbox import CARD


async def look_after(round_: Round) -> None:
    """Do what is due about each exchange that waits for a word.

    All of them are held before the first one counts, as `Ledger.enter` asks of whoever confirms
    several.
    """
    open_ones = await round_.store.exchanges.in_state(*OPEN)
    waiting = [one for one in open_ones if _due(round_, one) is not None]
    held = [await round_.store.exchanges.lock(one.id) for one in waiting]
    for exchange in filter(None, held):
        match await _possible(round_, exchange):
            case Due.CONFIRM:
                await _take_silence_for_yes(round_, exchange)
            case Due.EXPIRE:
                await _expire(round_, exchange)
            case Due.REMIND:
                await _remind(round_, exchange)


async def next_due(round_: Round) -> datetime | None:
    """When the next exchange has waited long enough."""
    zone, after = round_.fabrique.zone, round_.fabrique.time.confirm_after
    moments = [
        waits.next_due(one, round_.now, zone, confirm_after=after)
        for one in await round_.store.exchanges.in_state(*OPEN)
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def _due(round_: Round, exchange: Exchange, *, silence: bool = True) -> Due | None:
    after = round_.fabrique.time.confirm_after if silence else None
    return waits.due(exchange, round_.now, round_.fabrique.zone, confirm_after=after)


async def _possible(round_: Round, exchange: Exchange) -> Due | None:
    """What is due; the silence of somebody who heard nothing, or may not owe more, is no yes."""
    found = _due(round_, exchange)
    if found is not Due.CONFIRM:
        return found
    counted = timebank.confirmed_unanswered(exchange, at=round_.now)
    try:
        await round_.store.ledger.must_fit(counted, round_.fabrique.time)
    except Refusal:
        return _due(round_, exchange, silence=False)
    return found if await _reached(round_, exchange) else _due(round_, exchange, silence=False)


async def _take_silence_for_yes(round_: Round, exchange: Exchange) -> None:
    counted = timebank.confirmed_unanswered(exchange, at=round_.now)
    await round_.store.exchanges.change(counted)
    await _show(round_, counted)
    shown = await case_of(round_.store.exchanges, counted)
    waited = round_.fabrique.time.confirm_after or 0
    for person in await everybody(round_.store.exchanges, counted):
        at = await standpoint(round_.store.exchanges, counted, person)
        leans = leaning(at.balance or 0, round_.fabrique.time)
        told = exchange_told(
            shown, balance=at.balance, holder=at.holder, leaning=leans, days=waited
        )
        round_.tell(person, told)


async def _expire(round_: Round, exchange: Exchange) -> None:
    """It ends, and both are told; what waited for the team ends before its eyes."""
    expired = timebank.expired(exchange)
    await round_.store.exchanges.change(expired)
    await _show(round_, expired)
    shown = await case_of(round_.store.exchanges, expired)
    for person in await everybody(round_.store.exchanges, expired):
        round_.tell(person, exchange_expired(shown, noter=person == expired.noted_by))


async def _remind(round_: Round, exchange: Exchange) -> None:
    shown = await case_of(round_.store.exchanges, exchange)
    after = waits.reminded(exchange, round_.now, round_.fabrique.zone)
    last = after.reminders == len(REMINDED_AFTER)
    reached = await _reached(round_, exchange)
    for person in reached:
        round_.tell(person, exchange_reminder(shown, team=False, last=last), kind=CARD)
    team = await round_.store.chats.team() if exchange.waits_for_team else ()
    for chat in team:
        round_.post(chat.id, exchange_reminder(shown, team=True, last=last), kind=CARD)
    if not (reached or exchange.waits_for_team or exchange.reminders):
        round_.tell(exchange.noted_by, exchange_unreached(shown))
    await round_.store.exchanges.change(after)


async def _reached(round_: Round, exchange: Exchange) -> Sequence[int]:
    """Who has to speak and can read it: met in private, neither gone nor blocked."""
    people: list[int] = []
    if exchange.state is timebank.ExchangeState.PROPOSED and exchange.awaited is not None:
        people += await round_.store.ledger.people_for(exchange.awaited)
    if exchange.waits_for_team and exchange.referent is not None:
        people.append(exchange.referent)
    return [one for one in people if one != exchange.noted_by and await _is_here(round_, one)]


async def _is_here(round_: Round, person: int) -> bool:
    met = (await round_.store.people.person(person)).standing is Standing.MET
    return met and await round_.store.people.private_chat(person) is not None


async def _show(round_: Round, exchange: Exchange) -> None:
    """Draw every card of an exchange anew, as it stands now."""
    shown = await case_of(round_.store.exchanges, exchange)
    for subject in timebank.subjects_of(exchange):
        for row, team in await round_.store.said.drawn(subject):
            round_.rewrite(row.chat, [row.id], exchange_card(shown, team=team))
