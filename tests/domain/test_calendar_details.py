"""What a description says of price, access and subjects, and what it does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar_details import TEXT_MOST, details_in
from domain.event_subjects import Subject
from domain.events import Access, Cost, Details, details_of


def said(text: str) -> Details:
    """The details of an event without a telling title."""
    return details_in("Rendez-vous", text, ())


@pytest.mark.parametrize(
    ("text", "cost", "price"),
    [
        ("Prix libre", Cost.OPEN, ""),
        ("Entrée à prix libre (conseillé : 5 €)", Cost.OPEN, ""),
        ("Participation libre et consciente", Cost.OPEN, ""),
        ("Au chapeau", Cost.OPEN, ""),
        ("Pay what you can", Cost.OPEN, ""),
        ("Gratuit, sur inscription", Cost.FREE, ""),
        ("Entrée libre", Cost.FREE, ""),
        ("Free entry", Cost.FREE, ""),
        ("Tarif : 0 €", Cost.FREE, ""),
        ("Tarif plein 8 €, réduit 5,50 euros", Cost.PAID, "8 € / 5,50 €"),
        ("12€", Cost.PAID, "12 €"),
        ("Entrée 6 €, gratuit pour les moins de 12 ans", Cost.PAID, "6 €"),
        ("Tickets: €7", Cost.PAID, "7 €"),
        ("Nous avons récolté 4 500 € pour le four à pain", None, ""),
        ("Il manque 200 € à la caisse.", None, ""),
        ("Ce n’est pas gratuit", None, ""),
        ("Parking gratuit à côté", None, ""),
        ("Venez avec vos idées", None, ""),
    ],
)
def test_a_price_is_read_where_it_is_one(text: str, cost: Cost | None, price: str) -> None:
    """A sum in a sentence about something else is none."""
    found = said(text)
    assert (found.cost, found.price.replace("\N{NARROW NO-BREAK SPACE}", " ")) == (cost, price)


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("Salle de plain-pied, boucle magnétique", (Access.STEP_FREE, Access.HEARING_LOOP)),
        ("Accessible PMR", (Access.STEP_FREE,)),
        ("Toilettes accessibles", (Access.TOILETS,)),
        ("Toilettes PMR", (Access.TOILETS,)),
        ("Traduit en LSF et en FALC", (Access.SIGN_LANGUAGE, Access.EASY_WORDS)),
        ("Audiodescription", (Access.SIGHT,)),
        ("Wheelchair access, sign language", (Access.STEP_FREE, Access.SIGN_LANGUAGE)),
        ("Salle non accessible PMR", ()),
        ("Malheureusement pas de boucle magnétique", ()),
        ("Not wheelchair accessible", ()),
        ("Une promenade accessible à tous", ()),
    ],
)
def test_access_is_told_and_its_lack_is_not_taken_for_it(
    text: str, access: tuple[Access, ...]
) -> None:
    """Somebody in a wheelchair would come for nothing."""
    assert said(text).access == access


def test_subjects_come_from_title_and_categories_first() -> None:
    """A description names much that an event is not about."""
    found = details_in("Atelier", "Avec du vélo", ("Cuisine",))
    assert found.tags == (Subject.FOOD, Subject.LEARNING)
    assert details_in("Rendez-vous", "Balade à vélo", ()).tags == (Subject.MOBILITY,)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Pour les enfants dès 3 ans", True),
        ("Spectacle jeune public", True),
        ("En famille", True),
        ("Kids welcome", True),
        ("À partir de 16 ans", False),
        ("Les droits des enfants", False),
    ],
)
def test_families_are_meant_or_not(text: str, families: bool) -> None:
    """An age of twelve at most, or words for the young."""
    assert said(text).families is families


def test_a_description_is_lines_of_plain_text() -> None:
    """Markup, escaped markup and empty lines are gone; a long one is cut."""
    assert said("<p>Bonjour<br>à <b>tous</b></p>\n\n<script>x</script>").text.startswith(
        "Bonjour\nà tous"
    )
    assert said("&lt;p&gt;Bonjour&lt;/p&gt;à demain").text == "Bonjour\nà demain"
    assert len(said("mot " * 1000).text) <= TEXT_MOST


@given(st.text(max_size=60), st.text(max_size=400), st.lists(st.text(max_size=20), max_size=3))
def test_any_words_are_read_and_kept_as_they_were(
    title: str, text: str, categories: list[str]
) -> None:
    """Through a row or a process and back."""
    found = details_in(title, text, tuple(categories))
    assert details_of(found.kept()) == found
