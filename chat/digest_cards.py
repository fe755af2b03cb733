"""The agenda as it is posted: one paragraph a day."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from chat.event_cards import event_values
from chat.words import Reply, say
from domain.agenda import days_of
from domain.events import Event
from domain.values import Clock, Lines, NearDay, Phrase
from domain.week import Week


def digest(week: Week, zone: ZoneInfo) -> Reply | None:
    """The agenda of a week: one paragraph a day, empty days skipped; None when all are empty."""
    days = days_of(week.events, week.first, week.last, zone)
    if not days:
        return None
    reply = say("digest-title", first=NearDay(week.first), last=NearDay(week.last))
    for day, listed in days:
        lines = Lines(tuple(_line(event, zone) for event in listed))
        reply = reply.then("digest-day", day=NearDay(day), lines=lines)
    return reply


def _line(event: Event, zone: ZoneInfo) -> Phrase:
    if event.all_day:
        return Phrase("digest-all-day", event_values(event))
    at = Clock(event.start.astimezone(zone).time())
    return Phrase("digest-at", {"at": at, **event_values(event)})
