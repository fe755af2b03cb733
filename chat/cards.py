"""Cards: how a thing of the fabrique is shown, with what may be done about it.

Handlers, the scheduler and the outbox show the same things; the choices name commands, because a
command may live where this package must not look. A test checks that each name is a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from chat.words import Choice, Reply, Words, say
from domain.letter import Item
from domain.values import Month, Multiline, Phrase


def choice(label: str, command: str, **given: object) -> Choice:
    """A choice that names its command."""
    return Choice(Words(label), command, given)


def aged(card: Reply, since: datetime, now: datetime) -> Reply:
    """A card below the time that somebody has waited, as it is shown when asked for."""
    waits = Words("question-waits", {"age": age(since, now)})
    return replace(card, words=(waits, *card.words))


def age(since: datetime, now: datetime) -> Phrase:
    """How long somebody has waited: in hours for two days, then in days."""
    hours = int((now - since).total_seconds()) // 3600
    return Phrase("question-age", {"days": hours // 24 if hours >= 48 else 0, "hours": hours})


def item_card(item: Item, *, proposer: str) -> Reply:
    """Something proposed for the letter, before the team."""
    return (
        say("item-card", proposer=proposer, text=Multiline(item.text))
        .choose(
            choice("choice-approve", "approve_item", item=item.id),
            choice("choice-refuse", "refuse_item", item=item.id),
        )
        .on("item", item.id)
    )


def delivery_card(row: int, *, issue: str | None, chat: str) -> Reply:
    """A post of which nobody knows whether it arrived: only people can look."""
    return (
        say("delivery-unknown", issue=issue or "", chat=chat)
        .choose(
            choice("choice-it-arrived", "it_arrived", row=row),
            choice("choice-send-again", "send_again", row=row),
        )
        .on("delivery", row)
    )


def letter(issue: date, items: Sequence[Item]) -> Reply:
    """A letter: what was gathered and approved in a month."""
    reply = say("letter-title", month=Month(issue))
    for item in items:
        reply = reply.then("letter-item", text=Multiline(item.text))
    return reply
