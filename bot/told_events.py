"""Events in the words of a language: for a calendar, for a feed, for a page.

Knows which message says what of an event. Must not know who reads, nor where it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from chat.words import Words
from domain.agenda import local_span
from domain.event_subjects import Subject
from domain.events import Event, Status
from domain.fabriques import Fabrique
from domain.ics import Told, ics
from domain.values import Clock, Items, NearDay, Phrase
from domain.venues import Venue
from domain.week import subjects_of
from locales import Language

_SUBJECTS = frozenset(Subject)


@dataclass(frozen=True)
class Teller:
    """Tells of the events of one fabrique, in one language."""

    language: Language
    fabrique: Fabrique

    def calendar(
        self,
        events: Iterable[Event],
        *,
        venues: Iterable[Venue],
        at: datetime,
        left: Iterable[Event] = (),
    ) -> bytes:
        """The events as an iCalendar file, and that those which `left` are off."""
        zone, name = self.fabrique.zone, self.plain(self.calendar_name)
        return ics(events, zone=zone, name=name, at=at, told=self.told, venues=venues, left=left)

    @property
    def calendar_name(self) -> Words:
        """What the whole agenda is called."""
        return Words("calendar-name", {"fabrique": self.fabrique.name})

    def told(self, event: Event) -> Told:
        """What a calendar says of an event."""
        facts = "\n".join(self._line(what, told) for what, told in self.facts(event))
        text = "\n\n".join(part for part in (event.details.text, facts) if part)
        page = self.fabrique.event_page(event.id) or ""
        return Told(self.title(event), text, tuple(self.subjects(event)), page)

    def title(self, event: Event) -> str:
        """Its title, after what became of it: few calendars show more of that."""
        status = self.status(event)
        return f"{status} — {event.title}" if status else event.title

    def status(self, event: Event) -> str:
        """What became of it, in a word or two; nothing while it goes on as planned."""
        if event.status is Status.SCHEDULED:
            return ""
        return self.plain(Words("told-status", {"status": event.status.value}))

    def subjects(self, event: Event) -> Iterator[str]:
        """What it is about."""
        for one in subjects_of(event):
            if one in _SUBJECTS:
                yield self.plain(Words("subject-name", {"subject": one}))

    def facts(self, event: Event) -> list[tuple[str, str]]:
        """All that is known besides, each under its name: price, conditions, access, help."""
        return [
            (self.plain(Words("told-what", {"what": what})), self.plain(told))
            for what, told in _facts(event)
        ]

    def short(self, event: Event) -> list[str]:
        """The same in a few words, for a list: what decides whether one can come."""
        details = event.details
        told = [words for what, words in _facts(event) if what == "price"]
        told += [Words("access-name", {"code": one.value}) for one in details.access]
        told += [Words("told-short-families")] if details.families else []
        told += [Words("told-short-volunteers")] if details.volunteers else []
        return [self.plain(one) for one in told]

    def when(self, event: Event) -> str:
        """Its day and its hour, or its days."""
        zone = self.fabrique.zone
        first, last = local_span(event, zone)
        if first != last:
            return self.plain(Words("told-days", {"first": NearDay(first), "last": NearDay(last)}))
        return self.plain(Words("told-when", {"day": NearDay(first), "hours": self.hours(event)}))

    def hours(self, event: Event) -> str:
        """From when to when, by the clocks there."""
        if event.all_day:
            return self.plain(Words("told-all-day"))
        start, end = (self._clock(one) for one in (event.start, event.end or event.start))
        if start == end:
            return self.plain(Words("told-hour", {"at": start}))
        return self.plain(Words("told-hours", {"from": start, "to": end}))

    def _line(self, what: str, told: str) -> str:
        return self.plain(Words("told-fact", {"what": what, "told": told}))

    def _clock(self, moment: datetime) -> Clock:
        return Clock(moment.astimezone(self.fabrique.zone).time().replace(second=0, microsecond=0))

    def plain(self, words: Words) -> str:
        """Words without markup."""
        return self.language.plain(words.id, words.values, zone=self.fabrique.zone)


def _facts(event: Event) -> Iterator[tuple[str, Words]]:
    details = event.details
    if details.price:
        yield "price", said(details.price)
    elif details.cost:
        yield "price", Words("cost-name", {"cost": details.cost.value})
    if details.conditions:
        yield "conditions", said(details.conditions)
    if details.families:
        yield "families", Words("told-families")
    if details.access:
        kinds = tuple(Phrase("access-name", {"code": one.value}) for one in details.access)
        yield "access", Words("told-access", {"kinds": Items(kinds)})
    if details.volunteers:
        yield "volunteers", said(details.volunteers)


def said(text: str) -> Words:
    """Somebody's own words."""
    return Words("told-said", {"text": text})
