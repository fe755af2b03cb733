"""Plain sentences that announce something, whatever it is called; and those that do not."""

from __future__ import annotations

import pytest

from domain.event_words import looks_like_event

ANNOUNCED = (
    "Réparons nos vélos ensemble samedi 10 janvier 18h30 à la Roue Libre",
    "Samedi 10 janvier à 18h30 : réparons nos vélos à la Roue Libre",
    "Réparons nos vélos ensemble samedi 10 janvier 18h30 @ La Roue Libre",
    "Nettoyage du Furan samedi 24/01 9h-12h RDV parking…",
    "Nettoyage du Furan samedi 24/01 9h-12h RDV parking du Rond-Point, gants fournis, on cherche"
    " 10 bénévoles",
    "Visio : rénover sa copropriété, jeudi 15 à 18h, en ligne https://exemple.org/copro",
    "Rénover sa copropriété, jeudi 15 à 18h sur Zoom",
    "Repair café dimanche 11 à Bellevue, gratuit",
    "Troc de graines samedi 10 janvier de 10h à 12h place du Modèle",
    "Let’s fix our bikes together Saturday 10 January 6:30pm at La Roue Libre",
    "River clean-up Saturday 24 January 9am-12pm, rdv parking, we need 10 volunteers",
    "Renovating a shared building, Thursday 15 at 6pm, online https://exemple.org/copro",
    "Repair café Sunday 11 at Bellevue, free",
    "Le film Demain est projeté le vendredi 16 janvier à 20h au Méliès",
    "slt on fé une soirée jeu de société vendredi 9 a 20h o café Le Zinc, 2 euro",
)

NOT_ANNOUNCED = (
    "Je cherche quelqu’un samedi 10 à 14h à Bellevue pour porter un meuble",
    "Besoin de bras samedi 10 à 14h à Bellevue",
    "Un coup de main samedi 10 à 14h à Bellevue ?",
    "noter 2h avec Basile samedi",
    "noter 2h avec Basile samedi 10 janvier à Bellevue",
    "2h de jardinage avec Basile samedi 10 à Bellevue",
    "gardé les enfants de Chloé samedi 10 de 14h à 16h à Bellevue",
    "Basile m’a aidé samedi 10 de 14h à 16h à Bellevue",
    "J’ai donné 2h à Paul samedi 10 janvier à la Roue Libre",
    "qui vient samedi à 18h ?",
    "qui vient samedi 10 à 18h à Bellevue",
    "Où est la Roue Libre samedi 10 à 14h",
    "Ok pour samedi 10 à 14h à Bellevue",
    "Dispo samedi 10 à 14h à Bellevue",
    "On se voit samedi 10 à 14h au café",
    "Rendez-vous samedi 10 à 14h à la gare",
    "Le train de samedi 10 à 14h à Bellevue",
    "samedi 10 janvier 14h à la Roue Libre",
    "samedi 10 à 14h",
    "atelier gratuit dimanche à Bellevue",
    "Contes « Demain » à 14h à Bellevue",
    "prêt de perceuse samedi 10 à 14h à Bellevue",
    "l’atelier soudure de demain est à 19h",
    "la visio de ce soir commence à 20h",
    "I need a van Saturday 10 at 2pm in Firminy",
    "Looking for a van Saturday 10 at 2pm in Firminy",
    "Who comes on Saturday 10 at 6pm in Firminy",
    "Can you meet me Saturday 10 at 2pm at the station?",
    "Available Saturday 10 at 2pm in Firminy",
)


@pytest.mark.parametrize("sentence", ANNOUNCED)
def test_a_day_an_hour_and_a_place_announce(sentence: str) -> None:
    """Whatever happens there; a kind of event with its price needs no hour."""
    assert looks_like_event(sentence)


@pytest.mark.parametrize("sentence", NOT_ANNOUNCED)
def test_questions_needs_and_hours_given_do_not(sentence: str) -> None:
    """They say a day, an hour and a place as well."""
    assert not looks_like_event(sentence)
