"""Questions about one event by its name: where it is, when, for how much.

Knows French and English. Must not know what the agenda holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.agenda import local_span, touches
from domain.agenda_asks import ASK_MOST, read_ask
from domain.events import Cost, Event, State
from domain.people import fold

AHEAD = timedelta(days=366)
"""How far ahead an event is looked for by its name."""


class About(StrEnum):
    """What is asked of an event."""

    PLACE = "place"
    TIME = "time"
    PRICE = "price"


@dataclass(frozen=True)
class EventAsk:
    """What is asked, of which name; `first` to `last` where days were told."""

    about: About
    words: frozenset[str]
    days: tuple[date, date] | None = None


def read_event_ask(sentence: str, today: date) -> EventAsk | None:
    """A short question that names something; None for anything else."""
    said = fold(sentence.replace("\u2019", "'"))
    about = next((one for one, pattern in _ABOUT.items() if pattern.search(said)), None)
    if about is None or len(sentence) > ASK_MOST:
        return None
    ask = read_ask(sentence, today)
    words = frozenset(_folded(ask.named)) - _ASKING
    if ask.past or not words or words & _OF_OTHERS:
        return None
    return EventAsk(about, words, (ask.first, ask.last) if ask.told else None)


def named_by(
    ask: EventAsk, events: Iterable[Event], zone: ZoneInfo, now: datetime
) -> tuple[Event, ...]:
    """The approved events to come that it names, by start: by their whole title, or by two words of
    it and none that it has not.
    """
    found = [one for one in events if _is_to_come(one, zone, now) and _is_named(ask, one)]
    if ask.days is not None:
        found = [one for one in found if touches(one, *ask.days, zone)]
    return tuple(sorted(found, key=lambda one: (one.start, one.id)))


def is_said(event: Event, about: About, *, places: Iterable[str]) -> bool:
    """Whether the event tells what is asked of it."""
    details = event.details
    if about is About.PLACE:
        return any(places)
    if about is About.PRICE:
        return bool(details.price) or details.cost in (Cost.FREE, Cost.OPEN)
    return not event.all_day


def _is_to_come(event: Event, zone: ZoneInfo, now: datetime) -> bool:
    if event.state is not State.APPROVED:
        return False
    over = event.end is not None and event.end <= now
    return not over and local_span(event, zone)[1] >= now.astimezone(zone).date()


def _is_named(ask: EventAsk, event: Event) -> bool:
    title = frozenset(_folded(read_ask(event.title, date(2024, 1, 1)).named))
    return ask.words == title or (len(ask.words) > 1 and ask.words <= title)


def _folded(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield from (part.rstrip("s") for part in fold(word).split("-") if part.rstrip("s"))


_ABOUT = {
    About.PRICE: re.compile(
        r"\b(?:combien|quel (?:prix|tarif)|(?:le|au) (?:prix|tarif)|payant|gratuit|how much|price"
        r"|costs?|free)\b"
    ),
    About.TIME: re.compile(
        r"\b(?:quand|(?:a )?quelle heure|quel jour|quelle date|when|what (?:time|day))\b"
    ),
    About.PLACE: re.compile(
        r"^(?:\w+ )?ou(?: est| se| a lieu| ca|-est|'| c'est)|\bc'est ou\b|\bou (?:est|se|a lieu)\b"
        r"|\bou c'est\b|\b(?:quel|quelle) (?:endroit|lieu|adresse|salle)\b|\badresse d"
        r"|\bou \?|\bwhere\b|\baddress\b"
    ),
}
"""The price first: "à quel prix" is no place."""

_ASKING = frozenset(
    "quand heure combien prix tarif payant coute coutent coutera commence commencera debute finit"
    " termine fini endroit adresse salle trouve tient tiendra passe lieu date jour ca entree place"
    " how much cost price where when time start begin end finish address take place held".split()
)
_OF_OTHERS = frozenset(
    "permanence reunion initiation assemblee lettre charte solde adhesion visio meeting letter"
    " newsletter balance robot bot alliance".split()
)
"""What the permanence answers about."""
