"""Announcements as people type them on a telephone, and what must be read of each."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.event_words import Said, looks_like_event, read
from domain.venues import Venue

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 10, tzinfo=PARIS)
"""A Tuesday."""

VENUES = (Venue(1, "La Roue Libre"), Venue(2, "Maison Modèle"), Venue(3, "Le Bocal Inventé"))
COMMUNES = ("saint-étienne", "saint-etienne", "firminy")
RL = "La Roue Libre"

WHOLE = (
    # text | title | when | until | place | price
    "Atelier velo samdi 28 a 18h30 a la Roue Libre, prix libre | Atelier velo | 28/11 18:30 | | RL"
    " | prix libre",
    "salut on fait un atelier vélo samedi à 18h30 à la Roue Libre vous venez ? | Atelier vélo"
    " | 28/11 18:30 | | RL | ",
    "J’organise un atelier vélo samedi 28 novembre à 18h30 à la Roue Libre | Atelier vélo"
    " | 28/11 18:30 | | RL | ",
    "Vélo-école mercredi 25 novembre 14h place Chavanelle | Vélo-école | 25/11 14:00 | "
    " | Place Chavanelle | ",
    "auto-école associative : réunion jeudi 18h au Bocal Inventé"
    " | Auto-école associative : réunion | 26/11 18:00 | | Le Bocal Inventé | ",
    "ciné-café dimanche 16h, Maison Modèle | Ciné-café | 29/11 16:00 | | Maison Modèle | ",
    "Bar-théâtre vendredi 27 à 20h à la Roue Libre, 5€ / 3€ réduit | Bar-théâtre | 27/11 20:00"
    " | | RL | 5 € / 3 € réduit",
    "ATELIER VELO SAMEDI 28 NOVEMBRE 14H ROUE LIBRE GRATUIT | ATELIER VELO | 28/11 14:00"
    " | | RL | GRATUIT",
    "atelier velo samedi 14h roue libre gratuit | Atelier velo | 28/11 14:00 | | RL | gratuit",
    "repair café dim 29 de 14h à 17h maison modèle | Repair café | 29/11 14:00 | 29/11 17:00"
    " | Maison Modèle | ",
    "fete de la soupe vendrdi 27 19h place du Modèle, Saint-Étienne | Fete de la soupe"
    " | 27/11 19:00 | | Place du Modèle, Saint-Étienne | ",
    "concert mecredi 20h30 au Bocal Inventé | Concert | 25/11 20:30 | | Le Bocal Inventé | ",
    "Balade à vélo dimache 29 novembre 10h, départ place Chavanelle | Balade à vélo"
    " | 29/11 10:00 | | Place Chavanelle | ",
    "Vélorution samedi 15h départ place Chavanelle → Roue Libre | Vélorution | 28/11 15:00"
    " | | Place Chavanelle → Roue Libre | ",
    "Atelier en ligne jeudi 18h https://visio.exemple.org/abc | Atelier en ligne | 26/11 18:00"
    " | | En ligne | ",
    "Webinaire sols vivants mardi 1er décembre 12h30 en visio | Webinaire sols vivants"
    " | 01/12 12:30 | | En ligne | ",
    "réunion d’accueil jeudi 3 décembre 18h en visio https://visio.exemple.org/x"
    " | Réunion d’accueil | 03/12 18:00 | | En ligne | ",
    "Atelier couture samedi 28 à 14h à la Roue Libre, inscription marie@exemple.org 06 12 34 56 78"
    " | Atelier couture | 28/11 14:00 | | RL | ",
    "Formation compost, samedi 28 novembre 9h30-12h, Maison Modèle, contact : 0612345678"
    " | Formation compost | 28/11 09:30 | 28/11 12:00 | Maison Modèle | ",
    "Goûter partagé mercredi 16h chez Ada Exemple | Goûter partagé | 25/11 16:00 | "
    " | Ada Exemple | ",
    "bourse aux vélos 29/11 14h-18h gymnase Michon | Bourse aux vélos | 29/11 14:00"
    " | 29/11 18:00 | Gymnase Michon | ",
    "Grande bourse au vélo le 29 nov 14h | Grande bourse au vélo | 29/11 14:00 | | | ",
    "venez nombreux à la fête du quartier samedi 28 à partir de 15h, square Fictif"
    " | Fête du quartier | 28/11 15:00 | | Square Fictif | ",
    "Projo du film « Terres » ven 27/11 à 20h, salle des fêtes de Firminy, 6€"
    " | Projo du film « Terres » | 27/11 20:00 | | Salle des fêtes de Firminy | 6 €",
    "Demain soir 20h : assemblée du quartier à la Maison Modèle | Assemblée du quartier"
    " | 25/11 20:00 | | Maison Modèle | ",
    "ce soir apéro zéro déchet 18h30 roue libre | Apéro zéro déchet | 24/11 18:30 | | RL | ",
    "Tous les jeudis à 18h atelier couture à la Roue Libre | Atelier couture | 26/11 18:00"
    " | | RL | ",
    "Expo « Graines » du 3 au 5 décembre à la Maison Modèle, entrée libre | Expo « Graines »"
    " | 03/12 00:00 | 06/12 00:00 | Maison Modèle | entrée libre",
    "chantier participatif sam 5 déc 9h au jardin des Mille Pas, on cherche 4 bénévoles"
    " | Chantier participatif | 05/12 09:00 | | Jardin des Mille Pas | ",
    "Marché de Noël samedi 12 décembre 10h-18h place du Modèle | Marché de Noël | 12/12 10:00"
    " | 12/12 18:00 | Place du Modèle | ",
    "Troc de plantes dimanche 29 novembre de 10h à midi au parc Fictif | Troc de plantes"
    " | 29/11 10:00 | 29/11 12:00 | Parc Fictif | ",
    "réunion jeudi soir 8h à la roue libre | Réunion | 26/11 20:00 | | RL | ",
    "🚲 Atelier vélo 🚲\n📅 samedi 28 novembre\n🕡 18h30\n📍 La Roue Libre\n💶 prix libre"
    " | Atelier vélo | 28/11 18:30 | | RL | prix libre",
    "Quoi : conférence climat\nQuand : jeudi 3 décembre 19h\nOù : Maison Modèle"
    " | Conférence climat | 03/12 19:00 | | Maison Modèle | ",
    "conférence climat jeudi 3/12 19h Maison de l'université | Conférence climat | 03/12 19:00"
    " | | Maison de l’université | ",
    "on a une soirée jeux jeudi 26 à 19h à la Roue Libre, dès 8 ans | Soirée jeux | 26/11 19:00"
    " | | RL | ",
    "Spectacle pour enfants dès 3 ans, mercredi 25 à 15h, Maison Modèle, 4€"
    " | Spectacle pour enfants dès 3 ans | 25/11 15:00 | | Maison Modèle | 4 €",
    "atelier velo samedi 28 18h30 roue libre prix libre | Atelier velo | 28/11 18:30 | | RL"
    " | prix libre",
    "Bal folk samedi 28 de 20h à 2h à la Roue Libre, 8 €/5 € | Bal folk | 28/11 20:00"
    " | 29/11 02:00 | RL | 8 €/5 €",
    "je propose une balade botanique dimanche à 14h30, rdv devant la mairie de Firminy"
    " | Balade botanique | 29/11 14:30 | | Mairie de Firminy | ",
    "nous organisons un vide-dressing le samedi 5 décembre de 14 h à 18 h au foyer Modèle"
    " | Vide-dressing | 05/12 14:00 | 05/12 18:00 | Foyer Modèle | ",
    "Permanence vélo demain 17h à la Roue Libre | Permanence vélo | 25/11 17:00 | | RL | ",
    "samedi 28 novembre 14h : fresque du climat, Maison Modèle, 10 places max"
    " | Fresque du climat | 28/11 14:00 | | Maison Modèle | ",
    "Atelier réparation, samedi 28/11/2026 à 10h00, Roue Libre, gratuit | Atelier réparation"
    " | 28/11 10:00 | | RL | gratuit",
    "Lecture au coin du feu samedi 28 à 17h (la Roue Libre) | Lecture au coin du feu"
    " | 28/11 17:00 | | RL | ",
    "disco soupe sam 28 11h place Fictive svp venez | Disco soupe | 28/11 11:00 | "
    " | Place Fictive | ",
    "Bonjour, pourriez-vous annoncer notre repas de quartier samedi 28 à 12h à la Roue Libre ?"
    " Merci | Repas de quartier | 28/11 12:00 | | RL | ",
    "Inauguration de la ressourcerie vendredi 4 décembre à 18 heures, 12 rue Fictive, Firminy"
    " | Inauguration de la ressourcerie | 04/12 18:00 | | 12 rue Fictive, Firminy | ",
    "rencontre samedi 28 14 h 30 roue libre | Rencontre | 28/11 14:30 | | RL | ",
    "concert samedi 28 à 20 h30 au bocal inventé 7€ | Concert | 28/11 20:30 | "
    " | Le Bocal Inventé | 7 €",
    "Cantine solidaire vendredi midi à la Maison Modèle, participation libre"
    " | Cantine solidaire | 27/11 12:00 | | Maison Modèle | participation libre",
    "Formation tri des déchets le 10/12 de 9h à 12h30 à Firminy | Formation tri des déchets"
    " | 10/12 09:00 | 10/12 12:30 | Firminy | ",
    "Bike workshop Saturday 28 at 6:30pm at La Roue Libre, free | Bike workshop | 28/11 18:30"
    " | | RL | free",
    "bike workshop saterday 28 at 6.30pm at la roue libre | Bike workshop | 28/11 18:30 | | RL | ",
    "hey we're having a potluck this friday 7pm at Maison Modèle | Potluck | 27/11 19:00 | "
    " | Maison Modèle | ",
    "Film night Thu 26 Nov 8pm, Maison Modèle, pay what you can | Film night | 26/11 20:00"
    " | | Maison Modèle | pay what you can",
    "Online talk on soils Thursday 6pm https://visio.exemple.org/abc | Online talk on soils"
    " | 26/11 18:00 | | Online | ",
    "Open day at La Roue Libre, Sunday 29 November 10am-4pm, contact ada@exemple.org"
    " | Open day | 29/11 10:00 | 29/11 16:00 | RL | ",
    "Clothes swap tomorrow 2pm to 5pm, Maison Modèle, €3 | Clothes swap | 25/11 14:00"
    " | 25/11 17:00 | Maison Modèle | €3",
    "We’re running a repair cafe on Wendesday at 2pm at La Roue Libre | Repair cafe"
    " | 25/11 14:00 | | RL | ",
    "Jam session vendredi à 21h jusqu’à minuit à la Roue Libre | Jam session | 27/11 21:00"
    " | 28/11 00:00 | RL | ",
    "Cours de français vendredi 27 nov. à 9h30 , maison modèle , gratuit | Cours de français"
    " | 27/11 09:30 | | Maison Modèle | gratuit",
    "randonnée Sam 28 nov 8h30 RDV parking de la mairie de Firminy | Randonnée | 28/11 08:30"
    " | | Parking de la mairie de Firminy | ",
    "Théâtre d’impro : samedi 28, 20h30, Bocal Inventé, 10€ plein tarif / 6€ tarif réduit"
    " | Théâtre d’impro | 28/11 20:30 | | Le Bocal Inventé | 10 € plein tarif / 6 € tarif réduit",
    "Visite du jardin dimanche matin 10h, parc Fictif | Visite du jardin | 29/11 10:00 | "
    " | Parc Fictif | ",
    "Conférence gesticulée le 3 décembre à 20h, salle Fictive à Firminy (5 à 10 €)"
    " | Conférence gesticulée | 03/12 20:00 | | Salle Fictive à Firminy | 5 à 10 €",
    "stage de poterie sam 5 et dim 6 décembre 10h-17h, Maison Modèle, 60€ | Stage de poterie"
    " | 05/12 10:00 | 05/12 17:00 | Maison Modèle | 60 €",
    "Rdv dimanche 10h place Chavanelle pour la balade à vélo | Balade à vélo | 29/11 10:00 | "
    " | Place Chavanelle | ",
    "Tournoi de cartes, vend 27 nov, 19h, la Roue Libre | Tournoi de cartes | 27/11 19:00 | "
    " | RL | ",
    "Repair Café ! Samedi 5 décembre, 14h/18h, Maison Modèle | Repair Café ! | 05/12 14:00"
    " | 05/12 18:00 | Maison Modèle | ",
    "Community lunch Sunday 29 Nov 12.30pm, Maison Modèle, by donation | Community lunch"
    " | 29/11 12:30 | | Maison Modèle | by donation",
)
"""One line each: what is typed, then title, beginning, end, place, price."""

DOUBTFUL = (
    ("Atelier vélo lundi 28 novembre à 18h à la Roue Libre", "Atelier vélo", "weekday-wrong"),
    ("Bal samedi 31 novembre à 20h à la Roue Libre", "Bal", "no-such-day"),
    ("Bal le 31 novembre à 20h", "Bal", "no-such-day"),
    ("Bal samedi 28 novembre à 25h", "Bal", "no-such-hour"),
    ("Bal samedi 28 novembre à 18h75", "Bal", "no-such-hour"),
    ("Concert samedi 28 à 18h et dimanche 29 à 16h", "Concert", "two-days"),
    ("Bal samedi 28 ou dimanche 29 novembre 20h", "Bal", "two-days"),
    ("Bal hier à 20h", "Bal", "past"),
    ("Bal samedi 28 novembre", "Bal", "hour"),
    ("Fireworks on Monday 28 November at 8pm", "Fireworks", "weekday-wrong"),
)
"""What is asked again: the title stays clean, and the doubt is the precise one."""


def said(text: str) -> Said:
    """What a message says on that Tuesday."""
    return read(text, NOW, venues=VENUES, is_place=lambda name: name.casefold() in COMMUNES)


def _told(text: str) -> tuple[str, ...]:
    found = said(text)
    timing = found.when.timings[0] if found.when.timings else None
    start = f"{timing.start:%d/%m %H:%M}" if timing else found.when.doubt
    end = f"{timing.end:%d/%m %H:%M}" if timing and timing.end else ""
    return found.title, start, end, found.place, found.details.price.replace("\u202f", " ")


@pytest.mark.parametrize("line", WHOLE)
def test_an_announcement_typed_in_haste_is_read_whole(line: str) -> None:
    """Title, beginning, end, place and price; nothing asked that was said."""
    text, *expected = (part.strip() for part in line.split("|"))
    title, start, end, place, price = expected
    place = {"RL": RL}.get(place, place)
    assert _told(text) == (title, start, end, place, price)


@pytest.mark.parametrize(("text", "title", "doubt"), DOUBTFUL)
def test_what_cannot_be_is_named_precisely(text: str, title: str, doubt: str) -> None:
    """A wrong day leaves no nonsense in the title."""
    found = said(text)
    assert (found.title, found.when.timings) == (title, ())
    assert found.when.doubt.endswith(doubt)


@pytest.mark.parametrize("line", WHOLE)
def test_an_announcement_typed_in_haste_is_heard_as_one(line: str) -> None:
    """Without any command."""
    assert looks_like_event(line.split("|")[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "j’ai fait un atelier vélo samdi 14h avec Driss",
        "on se voit jeudi 18h pour la réunion",
        "on peut venir à l’atelier samedi 14h avec des enfants",
        "je cherche quelqu’un pour animer un atelier samedi 28 à 14h",
        "j’ai besoin d’un coup de main pour la fête samedi 14h",
        "je peux donner un cours de guitare samedi à 14h",
        "atelier 2h samedi avec Paul",
        "j’ai aidé à la bourse aux vélos samedi de 14h à 17h",
        "qui vient au concert samedi 20h au Bocal Inventé",
        "vous venez à la fête samedi 15h ?",
        "le concert de samedi 20h commence à 19h au lieu de 20h",
        "la bourse aux vélos de samedi est annulée",
        "quand est la permanence de jeudi 18h",
        "rappelle-moi la réunion de jeudi 18h",
        "can I bring kids to the workshop on saturday at 2pm",
        "I helped at the bike workshop saterday 2pm to 4pm",
        "merci pour le cours de jeudi 18h",
        "le vendredi 27 à 18h je ne serai pas là pour la réunion",
    ],
)
def test_what_is_said_for_another_reason_is_not_stolen(sentence: str) -> None:
    """Hours given, needs, questions, corrections and thanks go their own way."""
    assert not looks_like_event(sentence)
