"""The agenda as readers see it: `python -m docs.agenda_pictures` writes a page that looks like
Telegram and the event that a Matrix client is shown.

The words and the markup are the program's own, of a week that is invented; CONTRIBUTING.md says how
their pictures are taken. Knows how Telegram looks; must not know how an agenda is written.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.transports.matrix import draw
from chat.digest_cards import digest
from chat.transport import Page, Place
from chat.words import Reply
from domain.events import Access, Cost, Details, Event, State, Status
from domain.letter import Item, Section
from domain.week import Change, Week
from locales import Languages

IMAGES = Path(__file__).resolve().parent / "images"
PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 11, 23)
TELEGRAM, MATRIX = IMAGES / "agenda-telegram.html", IMAGES / "agenda-matrix.json"
STYLE = re.compile(r"<style>(.*?)</style>", re.S)

PAGE = """<!doctype html>
<!-- Written by `python -m docs.agenda_pictures`; CONTRIBUTING.md says how its picture is taken. -->
<html lang="fr">
<meta charset="utf-8">
<title>L’agenda de la semaine, sur Telegram</title>
<style>{style}
  body {{ width: 560px; padding: 26px 34px 34px; display: block; }}
  .telegram .bot {{ max-width: 96%; }}
  .telegram a {{ color: #2f7fbf; text-decoration: none; }}
</style>
<figure>
  <div class="phone"><div class="screen telegram">
    <header><i>B</i><div><b>Quartier Bellevue</b><small>48 membres</small></div></header>
    <main>
<div class="bot"><p>{said}<time>08:00</time></p>{choices}</div>
    </main>
    <footer>Message</footer>
  </div></div>
</figure>
</html>
"""


def event(
    number: int, title: str, day: int, hour: str, place: str, details: Details, link: bool = True
) -> Event:
    """An event of the invented week, `day` counted from its Monday."""
    begins = time.fromisoformat(hour) if hour else time.min
    start = datetime.combine(MONDAY + timedelta(days=day), begins, PARIS)
    address = f"https://agenda.exemple.org/{number}" if link else ""
    return Event(
        number,
        title,
        start,
        None,
        not hour,
        place,
        address,
        State.APPROVED,
        Status.SCHEDULED,
        "chat",
        str(number),
        details,
    )


def invented_week() -> Week:
    """Eight events, two of them changed, and a campaign; nothing of it exists."""
    film = event(
        2,
        "Ciné-débat : « Paysans du coin »",
        2,
        "20:30",
        "Cinéma Inventé",
        Details(district="Jacquard", price="6 €", access=(Access.HEARING_LOOP,)),
    )
    concert = event(3, "Concert de soutien à l’épicerie", 3, "19:00", "Salle Modèle", Details())
    off = replace(concert, status=Status.CANCELLED)
    river = event(7, "Exposition « Rivière retrouvée »", -12, "", "Médiathèque du Coin", Details())
    events = (
        event(
            1,
            "Atelier vélo : préparer l’hiver",
            0,
            "18:30",
            "La Roue Libre fictive",
            Details(district="Bellevue", cost=Cost.OPEN, access=(Access.STEP_FREE,)),
        ),
        event(
            4,
            "Couture : réparer plutôt que jeter",
            2,
            "14:00",
            "Maison de quartier Exemple",
            Details(district="Le Soleil", cost=Cost.FREE, families=True),
        ),
        film,
        off,
        event(
            5,
            "Grand ménage du jardin partagé",
            5,
            "09:30",
            "Jardin des Mille Pas",
            Details(district="Montaud", cost=Cost.FREE, volunteers="8 personnes, gants fournis"),
        ),
        replace(
            event(
                6,
                "Repair café",
                5,
                "15:00",
                "La Fabrique fictive",
                Details(cost=Cost.OPEN, access=(Access.STEP_FREE, Access.TOILETS)),
            ),
            status=Status.FULL,
        ),
        replace(river, end=datetime(2026, 12, 13, tzinfo=PARIS)),
    )
    earlier = replace(film, start=film.start - timedelta(minutes=30))
    changes = (Change(off, concert), Change(film, earlier))
    return Week(MONDAY, MONDAY + timedelta(days=6), events, changes, campaign())


def campaign() -> Item:
    """An oven that nobody builds."""
    oven = "Four à pain collectif : 2 340 € sur 4 000 €, encore 9 jours\nhttps://exemple.org/four"
    text = oven.replace(" €", "\u202f€")
    return Item(1, text, "Ada Exemple", State.APPROVED, Section.CAMPAIGN)


def agenda(sign: str) -> Page:
    """The agenda of that week as the program writes it, with a platform's sign before commands."""
    reply = digest(invented_week(), PARIS) or Reply()
    french = Languages(strict=True)["fr"]
    said = "\n\n".join(
        french.markup(one.id, one.values, zone=PARIS) for one in reply.paragraphs
    ).replace("/proposer", f"{sign}proposer")
    labels = (french.plain(one.label.id, one.label.values, zone=PARIS) for one in reply.choices)
    return Page(said, choices=tuple(labels))


def content() -> str:
    """The event by which that agenda reaches a room, as the program sends it."""
    sent = draw.drawn(agenda("!"), Place("matrix", "!salon:exemple.org", private=False))
    return json.dumps(sent, ensure_ascii=False, indent=2) + "\n"


def screen() -> str:
    """The page that looks like a chat on Telegram."""
    page = agenda("/")
    style = STYLE.search((IMAGES / "conversation.html").read_text(encoding="utf-8"))
    buttons = "".join(f"<li>{escape(label)}</li>" for label in page.choices)
    return PAGE.format(
        style=style[1] if style else "",
        said=page.markup.replace("\n", "<br>"),
        choices=f"<ol>{buttons}</ol>",
    )


def main() -> None:
    """Write the page and the event."""
    TELEGRAM.write_text(screen(), encoding="utf-8")
    MATRIX.write_text(content(), encoding="utf-8")


if __name__ == "__main__":
    main()
