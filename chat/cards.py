"""Cards: how a thing of the fabrique is shown, with what may be done about it.

Handlers, the scheduler and the outbox show the same things; the choices name commands, because a
command may live where this package must not look. A test checks that each name is a command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.words import Choice, Reply, Words, say
from domain.events import Event, Status
from domain.values import Lines, Phrase

BATCH_SHOWN = 10
"""Events of a batch that its card lists; the rest is counted."""


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


def event_card(event: Event, *, proposer: str) -> Reply:
    """A proposed event before the team."""
    return (
        say("event-card", proposer=proposer, event=event_phrase(event))
        .choose(
            choice("choice-approve", "approve_event", event=event.id),
            choice("choice-refuse", "refuse_event", event=event.id),
        )
        .on("event", event.id)
    )


def batch_card(batch: str, events: Sequence[Event], *, source: str, proposer: str) -> Reply:
    """Proposed events that came together, before the team: all in one tap, or one by one."""
    if len(events) == 1:
        return event_card(events[0], proposer=proposer)
    listed = Lines(tuple(event_phrase(event) for event in events[:BATCH_SHOWN]))
    reply = say("batch-card", count=len(events), source=source, proposer=proposer, events=listed)
    if len(events) > BATCH_SHOWN:
        reply = reply.then("batch-more", count=len(events) - BATCH_SHOWN)
    return reply.choose(
        choice("choice-approve-all", "approve_batch", batch=batch),
        choice("choice-one-by-one", "see_batch", batch=batch),
        choice("choice-refuse-all", "refuse_batch", batch=batch),
    ).on("event", events[0].id)


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


def event_phrase(event: Event) -> Phrase:
    """An event on two lines, its day included."""
    when: object = event.start.date() if event.all_day else event.start
    return Phrase("event-full", {"when": when, **event_values(event)})


def event_values(event: Event) -> dict[str, object]:
    """What the messages about an event are filled with."""
    return {
        "title": event.title,
        "place": event.place,
        "link": event.link,
        "status": event.status.value if event.status is not Status.SCHEDULED else "",
    }
