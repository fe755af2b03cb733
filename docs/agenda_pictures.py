"""Draws the agenda as readers see it: `python -m docs.agenda_pictures` writes two pages.

The words and the markup are the program's own, of a week that is invented; CONTRIBUTING.md says how
pictures are taken of the pages. Knows how two clients look; must not know how an agenda is written.
"""

from __future__ import annotations

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
STYLE = re.compile(r"<style>(.*?)</style>", re.S)

PAGE = """<!doctype html>
<!-- Written by `python -m docs.agenda_pictures`; CONTRIBUTING.md says how its picture is taken. -->
<html lang="fr">
<meta charset="utf-8">
<title>L’agenda de la semaine, sur {name}</title>
<style>{style}
  body {{ width: 560px; padding: 26px 34px 34px; display: block; }}
  .telegram .bot {{ max-width: 96%; }} .matrix .bot {{ max-width: 100%; }}
  .telegram a {{ color: #2f7fbf; text-decoration: none; }}
  .matrix a {{ color: #0a7a5a; text-decoration: none; }}
  .matrix li:nth-child(2) {{ --place: 2; }} .matrix li:nth-child(3) {{ --place: 3; }}
</style>
<figure>
  <div class="phone"><div class="screen {platform}">
    <header><i>B</i><div><b>Quartier Bellevue</b><small>{members}</small></div></header>
    <main>
<div class="bot"><p>{said}<time>08:00</time></p>{choices}</div>
    </main>
    <footer>{footer}</footer>
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


def main() -> None:
    """Write both pages."""
    reply = digest(invented_week(), PARIS) or Reply()
    french = Languages(strict=True)["fr"]
    said = "\n\n".join(
        french.markup(one.id, one.values, zone=PARIS) for one in reply.paragraphs
    ).replace("/proposer", "{command}")
    labels = [french.plain(one.label.id, one.label.values, zone=PARIS) for one in reply.choices]
    style = STYLE.search((IMAGES / "conversation.html").read_text(encoding="utf-8"))
    shared = style[1] if style else ""
    buttons = "<ol>" + "".join(f"<li>{escape(label)}</li>" for label in labels) + "</ol>"
    page = Page(said.replace("{command}", "!proposer"), choices=tuple(labels))
    content = draw.drawn(page, Place("matrix", "!salon:exemple.org", private=False))
    words, _, listed = content["formatted_body"].partition("<ol>")
    screens = {
        "telegram": (said.replace("{command}", "/proposer").replace("\n", "<br>"), buttons),
        "matrix": (words, f"<ol>{listed}"),
    }
    for platform, (shown, choices) in screens.items():
        html = PAGE.format(
            name=platform.capitalize(),
            platform=platform,
            style=shared,
            members="48 membres" if platform == "telegram" else "48 personnes",
            said=shown,
            choices=choices,
            footer="Message" if platform == "telegram" else "Envoyer un message…",
        )
        (IMAGES / f"agenda-{platform}.html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    main()
