"""Somebody whom the bot has not met: a link to forward, and what happens when they open it."""

from __future__ import annotations

from chat.words import Reply, say
from domain import timebank
from domain.errors import Refusal
from domain.timebank import Exchange, ExchangeState
from domain.values import Minutes, Phrase
from handlers.confirming import ask_to_confirm
from handlers.counterparts import GONE
from handlers.desk import Desk
from storage.invitations import Invitation

PREFIX = "x_"
"""What a link's word begins with when it brings somebody to an exchange."""

OVER = (ExchangeState.CANCELLED, ExchangeState.EXPIRED, ExchangeState.CONTESTED)


async def invite(desk: Desk, exchange: Exchange, name: str | Phrase) -> Reply:
    """Make the link, and a message that the writer can forward as it is."""
    token = desk.token()
    await desk.store.invitations.make(token, exchange.id, str(name), now=desk.now)
    word = PREFIX + token
    desk.post(
        desk.chat.id,
        say(
            "invitation-to-forward",
            noter=desk.person.name,
            fabrique=desk.fabrique.name,
            duration=Minutes(exchange.minutes),
            subject=exchange.subject,
            link=desk.link(word) or "none",
            word=word,
        ),
    )
    return say("exchange-invited", name=name)


async def accept(desk: Desk, word: str) -> Reply:
    """Whoever opens a link becomes the other side of its exchange, and is shown it to confirm."""
    invitation = await desk.store.invitations.called(word.removeprefix(PREFIX))
    exchange = await desk.store.exchanges.lock(invitation.exchange) if invitation else None
    if invitation is None or exchange is None:
        raise Refusal("refusal-invitation-unknown")
    invitation = await desk.store.invitations.called(invitation.token) or invitation
    if desk.person.standing in GONE:
        raise Refusal("refusal-noting-closed")
    if exchange.noted_by == desk.person.id:
        raise Refusal("refusal-invitation-own", name=invitation.name)
    if invitation.claimed_by not in (None, desk.person.id):
        raise Refusal("refusal-invitation-taken")
    if exchange.state in OVER:
        raise Refusal("refusal-invitation-over")
    if invitation.claimed_by == desk.person.id:
        return await _again(desk, exchange)
    return await _claim(desk, invitation, exchange)


async def _claim(desk: Desk, invitation: Invitation, exchange: Exchange) -> Reply:
    mine = await desk.store.ledger.of_person(desk.person.id)
    claimed = timebank.claimed(exchange, mine)
    stood_in = exchange.other_side(exchange.noted_for or 0)
    await desk.store.exchanges.change(claimed)
    await desk.store.invitations.claim(invitation.token, desk.person.id)
    await desk.store.invitations.forget_stand_in(stood_in.id)
    told = say("invitation-opened", name=desk.person.name, called=invitation.name)
    desk.tell(exchange.noted_by, told)
    await ask_to_confirm(desk, claimed)
    return say("invitation-welcome", name=desk.person.name, fabrique=desk.fabrique.name)


async def _again(desk: Desk, exchange: Exchange) -> Reply:
    """Opened twice by the same: what waits is shown again, what counts is said to."""
    if exchange.state is ExchangeState.CONFIRMED:
        raise Refusal("refusal-exchange-already-confirmed")
    await ask_to_confirm(desk, exchange)
    return say("invitation-again")
