"""Draws the agenda's page on the web: `python -m docs.agenda_page` writes it, of an invented week.

The words and the markup are the program's own; CONTRIBUTING.md says how its picture is taken.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.told_events import Teller
from bot.web.agenda_page import agenda_page
from domain.events import Access, Cost, Details, Event, State, Status
from domain.fabriques import Fabrique
from domain.venues import Venue
from domain.week import Week
from locales import Languages

PAGE = Path(__file__).parent / "images" / "agenda-web.html"
PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2026, 11, 23), date(2026, 12, 20)
VENUES = (
    Venue(1, "La Roue Libre fictive", address="3 rue des Exemples, Bellevue"),
    Venue(2, "Jardin des Mille Pas", address="chemin du Modèle, Montaud"),
)
FABRIQUE = Fabrique(
    1,
    "fictive",
    "La Fabrique de la Vallée fictive",
    PARIS.key,
    "fr",
    site="https://robot.exemple.org",
    public_agenda=True,
)


def drawn() -> str:
    """The page as anybody would read it that week."""
    teller = Teller(Languages(strict=True)["fr"], FABRIQUE)
    return agenda_page(teller, Week(FIRST, LAST, _events()), VENUES).body.decode()


def _events() -> tuple[Event, ...]:
    steps, loop = (Access.STEP_FREE,), (Access.HEARING_LOOP,)
    told = [
        ("Atelier vélo : préparer l’hiver", _at(23, 18, 30), 2, "La Roue Libre fictive"),
        ("Couture : réparer plutôt que jeter", _at(25, 14), 3, "Maison de quartier du Soleil"),
        ("Ciné-débat « Paysans du coin »", _at(25, 20, 30), 0, "Cinéma Le Rio fictif"),
        ("Concert de soutien à l’épicerie", _at(26, 20), 0, "L’Épicerie du Modèle"),
        ("Grand ménage du jardin partagé", _at(28, 9, 30), 2, "Jardin des Mille Pas"),
        ("Repair café", _at(28, 15), 3, "La Fabrique fictive"),
        ("Rivière retrouvée, une exposition", _at(10, 0), 33 * 24, "Médiathèque du Coin"),
    ]
    details = [
        Details(cost=Cost.OPEN, access=steps),
        Details(cost=Cost.FREE, families=True),
        Details(price="6 €, 4 € réduit", access=loop),
        Details(),
        Details(cost=Cost.FREE, volunteers="huit personnes, gants fournis"),
        Details(cost=Cost.OPEN, access=(*steps, Access.TOILETS)),
        Details(cost=Cost.FREE),
    ]
    became = {3: Status.CANCELLED, 5: Status.FULL}
    return tuple(
        Event(
            id=number,
            title=title,
            start=start,
            end=start + timedelta(hours=hours) if hours else None,
            all_day=hours > 24,
            place=place,
            link="",
            state=State.APPROVED,
            status=became.get(number, Status.SCHEDULED),
            source="chat",
            uid=str(number),
            details=details[number],
        )
        for number, (title, start, hours, place) in enumerate(told)
    )


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS)


if __name__ == "__main__":
    PAGE.write_text(drawn(), encoding="utf-8")
