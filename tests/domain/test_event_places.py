"""Places as people write them, and the words that look like one and lead nowhere."""

from __future__ import annotations

import pytest

from domain.event_words import Said, read
from tests.domain.test_event_words import NOW, VENUES

COMMUNES = ("firminy", "planfoy", "laval")


def said(text: str) -> Said:
    """What a message says on a Tuesday in November."""
    return read(text, NOW, venues=VENUES, is_place=lambda name: name.casefold() in COMMUNES)


@pytest.mark.parametrize(
    "words",
    [
        "au profit du Secours populaire",
        "au bénéfice de l’École Fictive",
        "à l’occasion de la Fête de la science",
        "à l’initiative de la mairie",
        "à partir de 8 ans",
        "à destination des habitants",
        "à l’attention des parents",
        "au nom de la paix",
        "à cause de la pluie",
        "à la demande de la mairie",
        "à la mémoire d’Ada Exemple",
        "dans le cadre de la Semaine du climat",
        "sur le thème du vélo",
        "en partenariat avec la Maison Modèle",
        "organisé par la Roue Libre",
        "à l’heure du goûter",
        "à deux voix",
        "au piano",
        "in aid of the food bank",
        "in the framework of Green Week",
        "in partnership with Maison Modèle",
    ],
)
@pytest.mark.parametrize(
    "text", ["Bal samedi à 20h {}, salle des fêtes", "Bal samedi à 20h, salle des fêtes, {}"]
)
def test_words_that_lead_to_no_place(words: str, text: str) -> None:
    """The place is said elsewhere, and they stay with the notes, whole."""
    found = said(text.format(words))
    assert (found.title, found.place) == ("Bal", "Salle des fêtes")
    assert found.details.text == words[:1].upper() + words[1:]


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("Bal samedi à 20h, salle des fêtes, adultes et enfants", "Bal", "Salle des fêtes"),
        ("Bal samedi à 20h à Laval", "Bal", "Laval"),
        ("Bal samedi à 20h à Toulouse", "Bal", "Toulouse"),
        ("Bal samedi à 20h à la place du village", "Bal", "Place du village"),
        ("Bal samedi à 20h à la base de loisirs", "Bal", "Base de loisirs"),
        ("Bal samedi à 20h (salle des fêtes), 4 €", "Bal", "Salle des fêtes"),
        ("Bal samedi à 20h à côté de la mairie", "Bal", "À côté de la mairie"),
        ("Bal samedi à 20h, face à la mairie", "Bal", "Face à la mairie"),
        ("Bal samedi à 20h, sous la halle, place du village", "Bal", "Sous la halle, place du"),
        ("Bal samedi à 20h, au sous-sol de la mairie", "Bal", "Au sous-sol de la mairie"),
        ("Bal samedi à 20h à Firminy, salle des fêtes", "Bal", "Firminy, salle des fêtes"),
        ("Bal samedi à 20h, Planfoy, salle des fêtes", "Bal", "Planfoy, salle des fêtes"),
        ("Bal samedi à 20h, Planfoy (salle des fêtes)", "Bal", "Planfoy (salle des fêtes)"),
        ("Bal samedi à 20h à la MJC Fictive (3 rue Fictive)", "Bal", "MJC Fictive (3 rue Fictive)"),
        ("Bal samedi à 20h à la Roue Libre, bar sur place", "Bal", "La Roue Libre"),
        ("Fête à la ferme, samedi à 14h, bar sur place", "Fête", "Ferme"),
        ("Bal samedi à 20h, parking gratuit", "Bal", ""),
        ("Bal samedi à 20h à la caserne, rue Fictive", "Bal", "Caserne, rue Fictive"),
        ("Visite samedi 15h, rdv à l'entrée du parc Fictif", "Visite", "Entrée du parc Fictif"),
        ("Concert | samedi 20h | salle des fêtes | 5 €", "Concert", "Salle des fêtes"),
        ("Talk Saturday at 8pm, village hall", "Talk", "Village hall"),
        ("Talk Saturday at 8pm, Town Hall", "Talk", "Town Hall"),
    ],
)
def test_a_place_is_told_whole(text: str, title: str, place: str) -> None:
    """With the town that it is in, and with both ends of a bracket."""
    found = said(text)
    assert found.title == title
    assert found.place == place or (place and found.place.startswith(f"{place} "))


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "Concert de soutien à l'épicerie, samedi à 20h, Roue Fictive",
            "Concert de soutien à l’épicerie",
            "Roue Fictive",
        ),
        (
            "Concert de soutien à l'épicerie, samedi à 20h, la Roue Libre",
            "Concert de soutien à l’épicerie",
            "La Roue Libre",
        ),
        (
            "Concert de soutien à la Roue Libre, samedi à 20h, salle des fêtes de Planfoy",
            "Concert de soutien à la Roue Libre",
            "Salle des fêtes de Planfoy",
        ),
        ("Fête à la ferme, samedi à 14h, place du village", "Fête à la ferme", "Place du village"),
        ("Initiation au jardin samedi à 10h, parc Fictif", "Initiation au jardin", "Parc Fictif"),
        ("Concert de soutien à l'épicerie samedi à 20h", "Concert de soutien à l’épicerie", ""),
        (
            "Concert de soutien à l'épicerie, samedi à 20h, Ada Exemple, Roue Fictive",
            "Concert de soutien à l’épicerie",
            "",
        ),
        ("Concert de soutien samedi à 20h à la Roue Libre", "Concert de soutien", "La Roue Libre"),
        ("Fête de la ferme, samedi à 14h à la Roue Libre", "Fête de la ferme", "La Roue Libre"),
    ],
)
def test_a_place_in_the_title_yields_to_one_that_stands_alone(
    text: str, title: str, place: str
) -> None:
    """The title keeps its words; where two names could be the place, it is asked."""
    found = said(text)
    assert (found.title, found.place) == (title, place)


def test_a_french_word_is_not_taken_for_hurried_english() -> None:
    """ "Dont" is no "don’t"."""
    assert said("Le film dont on parle, samedi à 20h, MJC").title == "Le film dont on parle"
