"""Events between their rows and the domain: read, written, and linked to where they take place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.event_said import DETAILS, NOTHING, WHERE, said_of
from domain.events import Event, FoundEvent, State, Status, details_of
from domain.people import fold
from domain.venues import Venue, venue_in
from storage.tables import EventRow


def new_row(
    found: FoundEvent, *, fabrique: int, source: str, batch: str, by: int | None
) -> EventRow:
    """A proposed event."""
    return EventRow(
        fabrique_id=fabrique,
        uid=found.uid,
        source=source,
        batch=batch,
        title=found.title,
        start=found.start,
        end=found.end,
        all_day=found.all_day,
        place=found.place,
        link=found.link,
        state=State.PROPOSED,
        status=found.status,
        proposed_by=by,
        details=found.details.kept(),
        series=found.series,
        sequence=0,
        heard=said_of(found),
    )


def event_in(row: EventRow) -> Event:
    """The event that a row holds."""
    return Event(
        id=row.id,
        title=row.title,
        start=row.start,
        end=row.end,
        all_day=row.all_day,
        place=row.place,
        link=row.link,
        state=State(row.state),
        status=Status(row.status),
        source=row.source,
        uid=row.uid,
        details=details_of(row.details or {}),
        venue=row.venue_id,
        series=row.series,
        sequence=row.sequence or 0,
        changed_at=row.changed_at,
    )


def change(
    row: EventRow, said: Mapping[str, Any], venues: Sequence[Venue], now: datetime | None
) -> None:
    """Let an event say this of some of its parts; calendars that follow it hear of what matters."""
    told, place = _told(row), row.place
    _put(row, said)
    if fold(place) != fold(row.place):
        move(row, venues)
    if _told(row) != told:
        row.sequence, row.changed_at = (row.sequence or 0) + 1, now or row.changed_at


def stand_at(row: EventRow, venue: Venue) -> None:
    """An event that says no place is at the one whose calendar tells it: no move, only a name."""
    row.place, row.venue_id = venue.name, venue.id
    settle(row, [venue])


def settle(row: EventRow, venues: Sequence[Venue]) -> None:
    """Link an event to the place where it is, which says what the event does not."""
    venue = venue_in(row.place, venues)
    if venue is None:
        return
    details = details_of(row.details or {})
    row.venue_id = venue.id
    row.details = replace(
        details,
        district=details.district or venue.district,
        commune=details.commune or venue.commune or "",
        access=details.access or venue.access,
    ).kept()


def move(row: EventRow, venues: Sequence[Venue]) -> None:
    """Forget what was known of the place where an event was, and settle it where it is now; what
    its source itself says of this place stays.
    """
    left = next((one for one in venues if one.id == row.venue_id), None)
    heard = row.heard or {}
    here = fold(heard.get("place") or "") == fold(row.place)
    own = details_of({name: heard[name] for name in (*WHERE[1:], "access") if heard.get(name)})
    details, gone = details_of(row.details or {}), left.access if left else ()
    access = tuple(one for one in details.access if one not in gone)
    row.details = replace(
        details,
        district=own.district if here else "",
        commune=own.commune if here else "",
        access=tuple(dict.fromkeys((*access, *own.access))) if here else access,
    ).kept()
    row.venue_id = None
    settle(row, venues)


def _put(row: EventRow, said: Mapping[str, Any]) -> None:
    details = dict(row.details or {})
    for name, value in said.items():
        if name in DETAILS:
            details[name] = value
        else:
            moment = name in ("start", "end") and value is not None
            setattr(row, name, datetime.fromisoformat(value) if moment else value)
    row.details = {name: value for name, value in details.items() if value not in NOTHING}


def _told(row: EventRow) -> tuple[object, ...]:
    """What followers of a calendar have to hear of when it changes."""
    return (row.title, row.start, row.end, row.all_day, row.place, row.status)
