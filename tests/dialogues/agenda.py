"""An agenda to read, as the team approved it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.events import Cost, Details, FoundEvent, State, Status
from domain.venues import Venue
from tests.talk import Talk

PARIS = ZoneInfo("Europe/Paris")
_EMPTY = FoundEvent(
    "", "", datetime(2026, 1, 10, tzinfo=PARIS), None, False, "", "", Status.SCHEDULED
)


def event(title: str, day: int, hour: int, place: str, **details: object) -> FoundEvent:
    """An event of January 2026."""
    start = datetime(2026, 1, day, hour, tzinfo=PARIS)
    said = Details(**details)  # type: ignore[arg-type]
    uid = f"{title} {day}"
    return replace(_EMPTY, uid=uid, title=title, start=start, place=place, details=said)


WEEK = (
    event("Contes au coin du feu", 11, 15, "Bibliothèque fictive", families=True, cost=Cost.FREE),
    event("Grand concert", 11, 20, "Salle Modèle", cost=Cost.PAID, price="12 €"),
    event("Atelier vélo", 10, 10, "La Roue Libre fictive", district="Bellevue", cost=Cost.OPEN),
    event("Débat sur la rivière", 7, 20, "Café Inventé", cost=Cost.FREE),
)


async def fill(talk: Talk, *events: FoundEvent) -> None:
    """The team approved these, or the week."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        await store.of(stage.fabrique.id).events.take_in(
            events or WEEK, source="chat", batch="b", by=None, state=State.APPROVED
        )


async def know(talk: Talk, *venues: Venue) -> None:
    """The fabrique knows these places."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        for one in venues:
            await store.of(stage.fabrique.id).venues.keep(one)
