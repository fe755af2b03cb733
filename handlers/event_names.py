"""Which event a line names, of those that may be changed here, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Line, Several, Value, labelled
from chat.event_cards import event_phrase
from chat.words import Reply, Words, say
from domain.correction_words import Correction, Kind, naming, read_correction
from domain.errors import Refusal
from domain.event_meant import called
from domain.events import Event
from domain.people import fold
from domain.values import NearDay
from handlers.desk import Desk

SHOWN = 8
"""Events that one question offers."""


def line_of(desk: Desk, text: str, events: Sequence[Event]) -> Line:
    """Which of these events one line names, and what it says becomes of it."""
    read = read_correction(text, desk.today)
    words = read.words if read else naming(text)
    given = dict[str, object]({"kind": read.kind.value, "said": text} if read else {})
    found = _called_by(desk, text, events)
    if not found and words:
        return Line(given, Refusal("refusal-no-such-event", words=text[:60]))
    if len(found) == 1 and words:
        return Line({**given, "event": found[0].id})
    return Line({**given, "named": text} if words else given)


def labelled_events(desk: Desk, named: str, events: Sequence[Event]) -> Sequence[Value]:
    """The next of them, or those that words name."""
    shown = _called_by(desk, named, events) if named else events
    return [labelled_event(desk, one) for one in shown[:SHOWN]]


def by_name(desk: Desk, typed: str, events: Sequence[Event]) -> object:
    """Those whose title or place has a word that was typed."""
    found = _called_by(desk, typed, events)
    if not found:
        raise Refusal("refusal-no-such-event", words=typed[:60])
    return Several(tuple(labelled_event(desk, one) for one in found[:SHOWN]))


def _called_by(desk: Desk, words: str, events: Sequence[Event]) -> Sequence[Event]:
    """Those that words name; a part of a title is enough."""
    said = read_correction(words, desk.today) or Correction(Kind.ON, naming(words))
    found = called(said, events, desk.fabrique.zone) if said.words else ()
    wanted = fold(words)
    return found or [one for one in events if wanted in fold(f"{one.title} {one.place}")]


def labelled_event(desk: Desk, event: Event) -> Value:
    """An event by its title and its moment."""
    return Value(Words("choice-event-line", event_values(desk, event)), event.id)


def asked_kind(event: Event) -> Reply:
    """What becomes of it, below which event that is."""
    return say("event-ask-kind", event=event_phrase(event))


def kinds() -> Sequence[Value]:
    """What can become of an event."""
    return [
        labelled("choice-kind-cancelled", Kind.CANCELLED.value),
        labelled("choice-kind-full", Kind.FULL.value),
        labelled("choice-kind-moved", Kind.MOVED.value),
        labelled("choice-kind-postponed", Kind.POSTPONED.value),
        labelled("choice-kind-hour", Kind.HOUR.value),
        labelled("choice-kind-on", Kind.ON.value),
    ]


def event_values(desk: Desk, event: Event) -> dict[str, object]:
    """Its title and its day, for a label."""
    here = event.start.astimezone(desk.fabrique.zone)
    return {"title": event.title[:40], "first": NearDay(here.date())}
