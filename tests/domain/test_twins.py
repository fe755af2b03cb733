"""Two announcements: one event, two, or a question for the team."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.events import Access, Cost, Details
from domain.twins import Told, Verdict, compared, contained, richer, sessions

AT = datetime(2026, 11, 28, 18, tzinfo=UTC)
PLACE = "La Roue Libre"

SAME = (
    ("Atelier vélo : préparer l’hiver", "Préparer l’hiver : atelier vélo", 0, PLACE, PLACE),
    ("Atelier vélo", "Atelier vélo", 0, PLACE, "Roue Libre, 12 rue Fictive"),
    ("[ANNULÉ] Bal des exemples", "Bal des exemples", 0, PLACE, PLACE),
    ("Ciné-débat « Paysans du coin »", "Paysans du coin", 0, PLACE, PLACE),
    ("Repair café de Bellevue", "Repair Café Bellevue", 15, PLACE, PLACE),
    (
        "Grande tablée du quartier",
        "La grande tablée du quartier !",
        0,
        "Place du Modèle",
        "place du modele",
    ),
    ("Conférence : l’eau en ville", "L'eau en ville, conférence", 30, PLACE, PLACE),
    ("Fête de la soupe de quartier", "La soupe en fête au quartier", 0, PLACE, PLACE),
    ("Disco soupe et concert", "Disco-soupe & concert", 0, PLACE, PLACE),
)
ASKED = (
    ("Atelier", "Atelier vélo", 0, PLACE, PLACE),
    ("Bal des exemples", "Bal des exemples", 90, PLACE, PLACE),
    ("Bal des exemples", "Bal des exemples", 0, PLACE, ""),
    ("Concert de Basile Fictif", "Concert Basile Fictif trio", 60, PLACE, PLACE),
)
OTHER = (
    ("Yoga séance 1", "Yoga séance 2", 0, PLACE, PLACE),
    ("Couture groupe A", "Couture groupe B", 0, PLACE, PLACE),
    ("Conte, partie 1", "Conte, 2e partie", 60, PLACE, PLACE),
    ("Langue des signes 1er niveau", "Langue des signes 2e niveau", 0, PLACE, PLACE),
    ("Visite guidée (14 h)", "Visite guidée (16 h)", 120, PLACE, PLACE),
    ("Danse débutants", "Danse avancés", 0, PLACE, PLACE),
    ("Atelier vélo", "Atelier vélo", 0, PLACE, "Maison Modèle"),
    ("Atelier vélo", "Atelier couture", 0, PLACE, PLACE),
    ("Atelier vélo", "Atelier vélo", 24 * 60, PLACE, PLACE),
    ("Concert", "Assemblée générale", 0, PLACE, PLACE),
    ("Stage matin", "Stage après-midi", 120, PLACE, PLACE),
)


def verdict(case: tuple[str, str, int, str, str]) -> Verdict:
    """What two announcements of one evening are to each other."""
    one, other, minutes, here, there = case
    later = AT + timedelta(minutes=minutes)
    return compared(Told(one, AT, place=here), Told(other, later, place=there))


@pytest.mark.parametrize("case", SAME)
def test_one_event_in_two_words(case: tuple[str, str, int, str, str]) -> None:
    """Same place, same hour, one title within the other."""
    assert verdict(case) is Verdict.SAME


@pytest.mark.parametrize("case", ASKED)
def test_what_is_doubtful_is_asked(case: tuple[str, str, int, str, str]) -> None:
    """Another hour, no place, a title that says little."""
    assert verdict(case) is Verdict.DOUBTFUL


@pytest.mark.parametrize("case", OTHER)
def test_what_is_two_stays_two(case: tuple[str, str, int, str, str]) -> None:
    """Session words, other places, other days, other titles."""
    assert verdict(case) is Verdict.OTHER


TITLES = st.lists(
    st.sampled_from("atelier vélo séance 1 2 groupe A couture bal du quartier matin".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(TITLES, TITLES, st.integers(0, 200))
def test_it_is_the_same_from_both_sides(one: str, other: str, minutes: int) -> None:
    """And whatever tells of other sessions is never one event."""
    here, there = (
        Told(one, AT, place=PLACE),
        Told(other, AT + timedelta(minutes=minutes), place=PLACE),
    )
    assert compared(here, there) is compared(there, here)
    if sessions(one) != sessions(other) or minutes > 120:
        assert compared(here, there) is Verdict.OTHER


@given(TITLES)
def test_a_title_holds_itself(title: str) -> None:
    """As long as it has a word of its own."""
    assert contained(title, title) is bool(contained(title, f"{title} exemple"))


def test_what_each_says_is_kept() -> None:
    """The one that stays wins where both speak; a price goes with its kind."""
    kept = Details(price="prix libre", cost=Cost.OPEN)
    told = Details(price="5 €", cost=Cost.PAID, families=True, access=(Access.STEP_FREE,))
    assert richer(kept, told) == Details(
        price="prix libre", cost=Cost.OPEN, families=True, access=(Access.STEP_FREE,)
    )
