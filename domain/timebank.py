"""An exchange of time, who may say yes, no or never mind to it, and the two legs it makes.

Must not know balances, rows or chats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain import days, durations
from domain.errors import Refusal

SUBJECT_MOST = 300  # letters; a card shows the subject whole, more is a report


class ExchangeState(StrEnum):
    """Where an exchange stands; only a confirmed one counts."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Exchange:
    """Time that `giver` gave and `receiver` received. `id` is 0 until it is stored."""

    id: int
    giver: int
    receiver: int
    minutes: int
    day: date
    subject: str
    noted_by: int
    noted_at: datetime
    state: ExchangeState
    confirmed_at: datetime | None = None

    def other_side(self, person: int) -> int:
        """Who stands across from one of the two."""
        return self.receiver if person == self.giver else self.giver


def propose(
    *,
    giver: int,
    receiver: int,
    minutes: int,
    day: date,
    subject: str,
    noted_by: int,
    noted_at: datetime,
    today: date,
) -> Exchange:
    """An exchange as one side tells it; it counts once the other side confirms."""
    if giver == receiver:
        raise Refusal("refusal-exchange-oneself")
    if noted_by not in (giver, receiver):
        raise Refusal("refusal-exchange-not-a-side")
    if len(subject) > SUBJECT_MOST:
        raise Refusal("refusal-subject-too-long", most=SUBJECT_MOST)
    minutes, day = durations.allowed(minutes), days.allowed(day, today)
    state = ExchangeState.PROPOSED
    return Exchange(0, giver, receiver, minutes, day, subject, noted_by, noted_at, state)


def confirmed(exchange: Exchange, *, by: int, at: datetime) -> Exchange:
    """The exchange once the other side has said yes: nobody credits themselves alone."""
    _answerable(exchange, by)
    return replace(exchange, state=ExchangeState.CONFIRMED, confirmed_at=at)


def contested(exchange: Exchange, *, by: int) -> Exchange:
    """The exchange once the other side has said no."""
    _answerable(exchange, by)
    return replace(exchange, state=ExchangeState.CONTESTED)


def cancelled(exchange: Exchange, *, by: int) -> Exchange:
    """The exchange taken back by the one who noted it, before any answer."""
    _open(exchange, by)
    if by != exchange.noted_by:
        raise Refusal("refusal-exchange-not-yours")
    return replace(exchange, state=ExchangeState.CANCELLED)


def _answerable(exchange: Exchange, by: int) -> None:
    _open(exchange, by)
    if by == exchange.noted_by:
        raise Refusal("refusal-exchange-own-word")


def _open(exchange: Exchange, by: int) -> None:
    if by not in (exchange.giver, exchange.receiver):
        raise Refusal("refusal-exchange-not-yours")
    if exchange.state is ExchangeState.CONFIRMED:
        raise Refusal("refusal-exchange-already-confirmed")
    if exchange.state is not ExchangeState.PROPOSED:
        raise Refusal("refusal-exchange-not-open")


@dataclass(frozen=True)
class Leg:
    """One side of an exchange in an account: minutes above zero were given, below received."""

    account: int
    minutes: int


def legs(exchange: Exchange) -> tuple[Leg, Leg]:
    """The two entries of an exchange; together they are zero."""
    return Leg(exchange.giver, exchange.minutes), Leg(exchange.receiver, -exchange.minutes)
