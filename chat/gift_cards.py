"""Hours that somebody gives away, or asks of the pot, before whoever has to answer."""

from __future__ import annotations

from chat.cards import choice
from chat.words import Reply, say
from domain.exchange_cases import Holder
from domain.ledger import AccountKind
from domain.timebank import Exchange
from domain.values import Minutes, Phrase


def gift_to_answer(gift: Exchange, giver: Holder, receiver: Holder) -> Reply:
    """Hours offered to somebody, or asked of the pot: yes, or kindly no."""
    if gift.giver.kind is AccountKind.POT:
        return wish_card(gift, receiver)
    return (
        say(
            "gift-to-accept",
            giver=giver,
            duration=Minutes(gift.minutes),
            subject=gift.subject,
        )
        .choose(
            choice("choice-accept-gift", "accept_gift", exchange=gift.id),
            choice("choice-decline-gift", "decline_gift", exchange=gift.id),
        )
        .on("exchange", gift.id)
    )


def wish_card(gift: Exchange, receiver: Holder, around: Phrase | None = None) -> Reply:
    """Hours asked of the pot, before the team; `around` says what both have."""
    return (
        say(
            "wish-card",
            receiver=receiver,
            duration=Minutes(gift.minutes),
            subject=gift.subject,
            around=around,
        )
        .choose(
            choice("choice-grant", "grant_wish", exchange=gift.id),
            choice("choice-not-this-time", "decline_wish", exchange=gift.id),
        )
        .on("exchange", gift.id)
    )
