"""What a digest tells: the events of some days, and what changed since they were last told.

Must not know how it is written, nor in which language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.agenda import local_span
from domain.event_subjects import subjects_in
from domain.events import MEETINGS, Cost, Event, Status
from domain.letter import Item
from domain.people import fold
from domain.places import Level, Place, Places, distance
from domain.postings import Posting, Taste
from domain.venues import Venue, is_named, stands_for, venue_in

LASTING = 3
"""Local days from which an event is no evening out: it goes on, and is told once."""


@dataclass(frozen=True)
class Change:
    """An event as it is now, and as readers were last told."""

    now: Event
    before: Event


class Changed(StrEnum):
    """What became of an event, the gravest first."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    FULL = "full"
    DAY = "day"
    HOUR = "hour"
    PLACE = "place"


@dataclass(frozen=True)
class Week:
    """The approved events that touch the local days `first` to `last`, both included, before any
    reader's taste; one campaign at most.
    """

    first: date
    last: date
    events: tuple[Event, ...]
    changes: tuple[Change, ...] = ()
    campaign: Item | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to go to and nothing to hear; a campaign alone is no agenda."""
        return not self.events and not self.changes


@dataclass(frozen=True)
class Ground:
    """What is known of where events are: the fabrique's venues, and the list of communes."""

    venues: Mapping[int, Venue]
    places: Places

    @classmethod
    def of(cls, venues: Iterable[Venue], places: Places) -> Ground:
        """Of the venues as they are kept."""
        return cls({one.id: one for one in venues}, places)

    def venue(self, event: Event) -> Venue | None:
        """The venue of an event: its own, unless its place is somewhere else; otherwise the one
        that the place names. What is known of one place is told of no other.
        """
        own = self.venues.get(event.venue) if event.venue is not None else None
        if own is not None and stands_for(own, event.place):
            return own
        return venue_in(event.place, self.venues.values())

    def names(self, event: Event) -> tuple[str, ...]:
        """How the place of an event is called: venue, district, commune."""
        venue = self.venue(event)
        said = [event.place, event.details.district, event.details.commune]
        if venue is not None:
            commune = self.places.at(Level.COMMUNE, venue.commune or "")
            said += [venue.name, *venue.aliases, venue.district, commune.name if commune else ""]
        return tuple(filter(None, said))

    def spot(self, event: Event) -> Place | None:
        """A point on the map: the venue's own, else the middle of its commune."""
        venue = self.venue(event)
        if venue is not None and venue.latitude is not None and venue.longitude is not None:
            where = (venue.latitude, venue.longitude)
            return Place("", venue.name, Level.TYPED, latitude=where[0], longitude=where[1])
        code = (venue.commune if venue else None) or event.details.commune
        known = self.places.at(Level.COMMUNE, code)
        if known is not None or not code:
            return known
        named = [one for one in self.places.called(code) if one.level is Level.COMMUNE]
        return named[0] if len(named) == 1 else None


def for_reader(week: Week, posting: Posting, ground: Ground) -> Week:
    """The week as one reader wants it. A change is told when the event is of their taste now, or
    was when it was told; a campaign is everybody's.

    Subjects, named places, families and free are promises: what says nothing of them is left out.
    A distance leaves out what is known to be farther, and nothing else.
    """
    taste = posting.taste
    if taste == Taste():
        return week

    def suits(event: Event) -> bool:
        return fits(event, taste, ground)

    return replace(
        week,
        events=tuple(filter(suits, week.events)),
        changes=tuple(one for one in week.changes if suits(one.now) or suits(one.before)),
    )


def worth_telling(events: Iterable[Event], told: Collection[int]) -> tuple[Event, ...]:
    """Without what is cancelled and was never `told`: nobody expects it. A meeting of the fabrique
    itself is expected, for people sign up for it elsewhere.
    """
    return tuple(
        one
        for one in events
        if one.status is not Status.CANCELLED or one.id in told or one.source in MEETINGS
    )


def fits(event: Event, taste: Taste, ground: Ground) -> bool:
    """Whether an event is of a reader's taste: all that they chose, one word of each choice."""
    details = event.details
    return (
        (not taste.subjects or bool(set(taste.subjects) & set(subjects_of(event))))
        and (not taste.places or _is_at(ground.names(event), taste.places))
        and (not taste.families or details.families)
        and (not taste.free or is_free(event))
        and _is_near(event, taste, ground)
    )


def subjects_of(event: Event) -> tuple[str, ...]:
    """What an event is about: its own tags, else what its words name."""
    said = f"{event.title} {event.details.text}"
    return event.details.tags or tuple(str(one) for one in subjects_in(said))


def is_free(event: Event) -> bool:
    """Whether one may come without money: also where one gives what one can."""
    return event.details.cost in (Cost.FREE, Cost.OPEN)


def lasts(event: Event, zone: ZoneInfo, *, since: date) -> bool:
    """Whether it goes on for days, so that no single one of them is its own: an exhibition, or what
    began before the agenda does.
    """
    begins, ends = local_span(event, zone)
    return (ends - begins).days + 1 >= LASTING or (begins < since and begins < ends)


def changed(change: Change, zone: ZoneInfo) -> Sequence[Changed]:
    """All that readers have to hear of it: of one that is off, nothing else."""
    found = list(_changed(change.now, change.before, zone))
    return found[:1] if found and found[0] in (Changed.CANCELLED, Changed.POSTPONED) else found


def _changed(now: Event, before: Event, zone: ZoneInfo) -> Iterator[Changed]:
    for status, what in _STATUSES.items():
        if now.status is status and before.status is not status:
            yield what
    then, moment = before.start.astimezone(zone), now.start.astimezone(zone)
    if then.date() != moment.date():
        yield Changed.DAY
    elif not now.all_day and then.time() != moment.time():
        yield Changed.HOUR
    if fold(now.place) != fold(before.place):
        yield Changed.PLACE


_STATUSES = {
    Status.CANCELLED: Changed.CANCELLED,
    Status.POSTPONED: Changed.POSTPONED,
    Status.FULL: Changed.FULL,
}


def _is_at(names: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(is_named(one, name) for one in wanted for name in names)


def _is_near(event: Event, taste: Taste, ground: Ground) -> bool:
    if taste.around is None or taste.within is None:
        return True
    there = ground.places.at(Level.COMMUNE, taste.around)
    kilometres = distance(there, ground.spot(event))
    return kilometres is None or kilometres <= taste.within
