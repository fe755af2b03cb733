"""Cards: how a thing of the fabrique is shown, with what may be done about it.

Handlers, the scheduler and the outbox show the same things; the choices name commands, because a
command may live where this package must not look. A test checks that each name is a command.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from chat.words import Choice, Reply, Words, say
from domain.values import NearDay, Phrase

WEEK = re.compile(r"(\d{4})-W(\d\d)")
"""The name of an issue of the agenda."""


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


def delivery_card(row: int, *, issue: str | None, chat: str) -> Reply:
    """A post of which nobody knows whether it arrived: only people can look."""
    week = WEEK.fullmatch(issue or "")
    monday = date.fromisocalendar(int(week[1]), int(week[2]), 1) if week else None
    of = NearDay(monday) if monday else ""
    return (
        say("delivery-unknown", issue="" if monday else issue or "", week=of, chat=chat)
        .choose(
            choice("choice-it-arrived", "it_arrived", row=row),
            choice("choice-send-again", "send_again", row=row),
        )
        .on("delivery", row)
    )
