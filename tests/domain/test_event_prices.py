"""Prices as people write them, with all their conditions, and what is no price at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_prices import price_in
from domain.events import Cost
from tests.domain.test_event_words import said

WHOLE = (
    "5 € adultes",
    "3 € au profit du Secours populaire",
    "5 € dont 1 € au profit du Secours populaire",
    "12 €, gratuit pour les moins de 12 ans",
    "8 €, 5 € étudiants, gratuit - de 12 ans",
    "12 € (tarif réduit 8 €)",
    "15 € (10 € adhérents)",
    "8 € adhérents, 12 € non adhérents",
    "non adhérents : 12 €, adhérents : 8 €",
    "5 € demandeurs d'emploi, 10 € autres",
    "12 € (8 € pour les adhérents) et gratuit pour les moins de 12 ans",
    "gratuit pour les habitants du quartier, 3 € sinon",
    "5 € pour les adhérents de la Roue Fictive, 8 € pour les autres",
    "plein tarif 12 €, tarif réduit 8 €",
    "adultes 8 €, moins de 12 ans gratuit",
    "5 € l'entrée, gratuit jusqu'à 6 ans",
    "entrée 5 €, repas 12 €",
    "10 € en prévente, 12 € sur place",
    "8 € sur réservation, 10 € sur place",
    "participation aux frais : 5 €",
    "5 € par personne, 12 € par famille",
    "12 € par adulte et 6 € par enfant",
    "12 € (boisson comprise), 6 € enfant",
    "de 5 à 10 € selon vos moyens",
    "à partir de 5 €",
    "prix libre à partir de 5 €",
    "prix libre (conseillé 5 €)",
    "3 € le carton, 10 € les 4",
    "12 €, première séance gratuite",
    "20 € la journée, 35 € les deux",
    "5 € la place, demi-tarif pour les enfants",
    "12 €/10 €/8 € (plein/réduit/-12 ans)",
    "TP 12 € TR 8 €",
    "1 200 €",
    "4 €50",
    "5 € au lieu de 8 €",
    "10 €/séance ou 80 € les 10 séances",
    "12 € sur internet, 15 € sur place",
    "de 15 à 30 euros selon placement",
    "libre participation aux frais",
    "entrée libre dans la limite des places disponibles",
    "free for members, £3 otherwise",
    "adhésion 5 €/an, prix libre",
    "€12, free for under-12s",
    "£12, free for under-12s",
    "€15 (€10 members)",
    "£10 adults, £5 children, under-5s free",
    "12 €, free for children under 12",
    "€5–10 sliding scale",
    "suggested donation €5",
)


@pytest.mark.parametrize("price", WHOLE)
def test_a_price_is_told_whole(price: str) -> None:
    """All its words, in their order, and none of them anywhere else."""
    found = said(f"Bal samedi à 20h, salle des fêtes, {price}")
    assert found.details.price.replace("\u202f", " ") == price.replace("'", "’")
    assert (found.title, found.place) == ("Bal", "Salle des fêtes")
    assert (found.details.text, found.details.conditions) == ("", "")


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("12 €, gratuit pour les moins de 12 ans", Cost.PAID),
        ("gratuit (5 € pour les non adhérents)", Cost.PAID),
        ("prix libre (conseillé 5 €)", Cost.OPEN),
        ("gratuit pour tous", Cost.FREE),
        ("gratuit et ouvert à toutes et tous", Cost.FREE),
        ("free for all", Cost.FREE),
        ("gratuit pour les moins de 12 ans", None),
        ("gratuit pour tous les enfants", None),
        ("moins de 12 ans gratuit", None),
        ("première séance gratuite", None),
        ("free for children", None),
        ("5 €, parking gratuit", Cost.PAID),
        ("parking gratuit", None),
        ("café gratuit", None),
    ],
)
def test_what_is_free_for_some_is_not_free(text: str, cost: Cost | None) -> None:
    """Nor is an event free whose car park is."""
    assert price_in(text)[0] is cost


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("Entrée gratuite pour l'atelier, samedi 28 à 14h, MJC Fictive", "", "MJC Fictive"),
        ("Bal samedi à 20h, 5 € salle des fêtes", "Bal", "Salle des fêtes"),
        ("Bal samedi à 20h, gratuit pour tous à la salle des fêtes", "Bal", "Salle des fêtes"),
        ("Bal, 3 € au profit des sinistrés à la salle des fêtes, samedi 20h", "Bal", "Salle des"),
        ("Stage enfants samedi à 10h, MJC Fictive, 20 €", "Stage enfants", "MJC Fictive"),
        ("Bal 5 € pour tous samedi 28 à 20h, salle des fêtes", "Bal", "Salle des fêtes"),
    ],
)
def test_a_price_takes_no_place_no_day_and_no_title(text: str, title: str, place: str) -> None:
    """It ends where they begin."""
    found = said(text)
    assert found.place.startswith(place)
    assert found.title.startswith(title)
    assert found.when.timings


PIECES = st.sampled_from(
    "5 € 12€ €3 gratuit free pour les moins de 12 ans adhérents ( ) , ; / et tarif réduit prix"
    " libre 1 000 au profit du repas samedi à la salle £ - en -12 for under-12s".split(" ")
)


@given(st.lists(PIECES, max_size=16).map(" ".join))
def test_a_price_is_made_of_the_words_of_its_writer(text: str) -> None:
    """Brackets close that open, and what is taken out of the text is what is told."""
    _, price, rest = price_in(text)
    assert len(rest) == len(text)
    depth = [price[:end].count("(") - price[:end].count(")") for end in range(len(price) + 1)]
    assert min(depth) == 0 == depth[-1]
    bare = text.replace(" ", "")
    for part in price.replace("\u202f", "").split(", "):
        assert part.replace(" ", "") in bare
