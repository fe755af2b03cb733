"""Proposals before the team that it was slow to look at: reminders, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.cards import age
from chat.event_cards import event_phrase, event_when
from chat.words import Reply, Words, say
from domain.event_drafts import draft_of
from domain.event_waits import Waiting
from domain.events import Event
from domain.values import Lines, Phrase

LISTED = 10
"""Proposals that one reminder names; the rest is counted."""


def reminder_card(card: Reply, waiting: Waiting, now: datetime) -> Reply:
    """The card of a proposal, shown again below how long it has waited."""
    heading = Words("proposal-reminder", {"age": age(waiting.since or now, now)})
    return replace(card, words=(heading, *card.words))


def waiting_list(waiting: Sequence[Waiting], now: datetime) -> Reply:
    """Several at once."""
    lines = tuple(_line(one, now) for one in waiting[:LISTED])
    more = max(0, len(waiting) - LISTED)
    return say("proposals-reminder", count=len(waiting), lines=Lines(lines), more=more)


def _line(waiting: Waiting, now: datetime) -> Phrase:
    first = waiting.events[0]
    when = event_when(draft_of([first]).timings)
    values = {"title": first.title, "when": when, "more": len(waiting.events) - 1}
    return Phrase("proposal-waits-line", {**values, "age": age(waiting.since or now, now)})


def passed_card(events: Sequence[Event], *, told: bool) -> Reply:
    """What is left of a card whose day passed before anybody decided."""
    return say("proposal-was-passed", count=len(events), event=event_phrase(events[0]), told=told)
