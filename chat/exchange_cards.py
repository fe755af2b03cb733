"""Exchanges of time as they are shown, with what may be done about them."""

from __future__ import annotations

from chat.cards import choice
from chat.gift_cards import Holder, gift_to_answer
from chat.words import Reply, say
from domain.ledger import Kind
from domain.timebank import Exchange
from domain.values import Minutes


def exchange_to_confirm(
    exchange: Exchange, *, noter: str, giver: Holder, receiver: Holder
) -> Reply:
    """What the other side is shown before an exchange counts."""
    if exchange.kind is Kind.GIFT:
        return gift_to_answer(exchange, giver, receiver)
    return (
        say("exchange-to-confirm", noter=noter, **exchange_values(exchange, giver, receiver))
        .choose(
            choice("choice-confirm", "confirm_exchange", exchange=exchange.id),
            choice("choice-contest", "contest_exchange", exchange=exchange.id),
        )
        .on("exchange", exchange.id)
    )


def exchange_values(exchange: Exchange, giver: Holder, receiver: Holder) -> dict[str, object]:
    """An exchange as sentences mention it."""
    return {
        "giver": giver,
        "receiver": receiver,
        "duration": Minutes(exchange.minutes),
        "day": exchange.day,
        "subject": exchange.subject,
    }
