"""A contested exchange: how it ends, by those whom it concerns or by the team.

Whoever settles it in the team's name gives a reason, and is none of the two. Must not know chats.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain import durations
from domain.errors import Refusal
from domain.timebank import Exchange, ExchangeState, Party

REASON_MOST = 300
"""Letters of a reason, which both sides and the log show whole."""


def reason_typed(typed: str) -> str:
    """A reason as the team writes it, on one line."""
    reason = " ".join(typed.split())
    if not reason:
        raise Refusal("refusal-reason-empty")
    if len(reason) > REASON_MOST:
        raise Refusal("refusal-reason-too-long", most=REASON_MOST)
    return reason


def agreed(exchange: Exchange, *, by: Party, at: datetime) -> Exchange:
    """The exchange once the side that said no says yes after all."""
    _contested(exchange)
    awaited = exchange.awaited
    if by.person == exchange.noted_by or awaited is None or awaited.id not in by.accounts:
        raise Refusal("refusal-exchange-not-yours")
    return replace(_counted(exchange, by=by, at=at), reason="")


def upheld(exchange: Exchange, *, by: Party, at: datetime, reason: str) -> Exchange:
    """The exchange once the team found it right as it was noted."""
    _must_settle(exchange, by)
    return replace(_counted(exchange, by=by, at=at), reason=reason)


def closed(exchange: Exchange, *, by: Party, reason: str) -> Exchange:
    """The exchange once the team found that it counts for nothing."""
    _must_settle(exchange, by)
    return replace(exchange, state=ExchangeState.CANCELLED, reason=reason)


def settled_as(
    exchange: Exchange, minutes: int, *, by: Party, at: datetime, reason: str
) -> tuple[Exchange, Exchange]:
    """The note taken back, and what the two agreed on with the team, which counts at once.

    `minutes` below zero are given the other way.
    """
    _must_settle(exchange, by)
    if minutes == exchange.minutes:
        raise Refusal("refusal-exchange-same")
    if minutes < 0 and exchange.kind.moves_hours:
        raise Refusal("refusal-correction-gift")
    giver, receiver = exchange.giver, exchange.receiver
    said = replace(
        exchange,
        id=0,
        giver=receiver if minutes < 0 else giver,
        receiver=giver if minutes < 0 else receiver,
        minutes=durations.allowed(abs(minutes)),
        replaces=exchange.id,
        noted_by=by.person,
        noted_at=at,
        noted_for=None,
        reason=reason,
    )
    cancelled = replace(exchange, state=ExchangeState.CANCELLED, reason=reason)
    return cancelled, _counted(said, by=by, at=at)


def _counted(exchange: Exchange, *, by: Party, at: datetime) -> Exchange:
    state = ExchangeState.CONFIRMED
    return replace(exchange, state=state, confirmed_by=by.person, confirmed_at=at)


def _must_settle(exchange: Exchange, by: Party) -> None:
    if not by.team:
        raise Refusal("refusal-team-only")
    _contested(exchange)
    must_be_neither(exchange, by)


def must_be_neither(exchange: Exchange, by: Party) -> None:
    """Nobody decides in the team's name about an exchange of their own."""
    if by.person == exchange.noted_by or {exchange.giver.id, exchange.receiver.id} & by.accounts:
        raise Refusal("refusal-exchange-own-affair")


def _contested(exchange: Exchange) -> None:
    if exchange.state is not ExchangeState.CONTESTED:
        raise Refusal("refusal-already-decided")
