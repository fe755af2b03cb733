"""Who can help: needs and offers in people's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import LIKE_ENOUGH, Offer, who_can_help

ADA, BASILE, CHLOE, DRISS = 1, 2, 3, 4
OFFERS = [
    Offer(1, ADA, "facilitation d’ateliers"),
    Offer(2, BASILE, "montage de dossiers FEDER"),
    Offer(3, CHLOE, "comptabilité associative"),
    Offer(4, DRISS, "traduction anglais-français"),
    Offer(5, ADA, "animation de réunions"),
    Offer(6, BASILE, "montage vidéo"),
    Offer(7, CHLOE, "graphisme et affiches"),
    Offer(8, DRISS, "gardening and permaculture"),
]


@pytest.mark.parametrize(
    ("need", "found", "shared"),
    [
        ("faciliter un atelier samedi", 1, ("facilitation", "ateliers")),
        ("ATELIER à faciliter", 1, ("facilitation", "ateliers")),
        ("facilitatoin d'un atelier", 1, ("facilitation", "ateliers")),
        ("un dossier feder", 2, ("dossiers", "FEDER")),
        ("la compta de l’asso", 3, ("comptabilité", "associative")),
        ("comptabillité", 3, ("comptabilité",)),
        ("traduire un texte en anglais", 4, ("traduction", "anglais")),
        ("qui peut animer une réunion ?", 5, ("animation", "réunions")),
        ("monter une vidéo", 6, ("montage", "vidéo")),
        ("un graphiste pour une affiche", 7, ("graphisme", "affiches")),
        ("help in my garden", 8, ("gardening",)),
    ],
)
def test_a_need_finds_its_offer_in_other_words(
    need: str, found: int, shared: tuple[str, ...]
) -> None:
    """And the reason shown is in the words of the one who offers."""
    match = who_can_help(need, OFFERS, but=99)[0]
    assert (match.offer.id, match.shared) == (found, shared)


@pytest.mark.parametrize("need", ["", "besoin d'aide", "réparer ma chaudière", "🙂", "pour le"])
def test_a_need_that_no_offer_meets_finds_nobody(need: str) -> None:
    """Nobody is troubled for a word of politeness."""
    assert who_can_help(need, OFFERS, but=99) == []


def test_each_person_comes_once_and_equals_keep_the_order_of_their_offers() -> None:
    """The order they are given in changes nothing."""
    offers = [Offer(number, 1 + number % 5, "compta") for number in range(10, 20)]
    found = who_can_help("compta", offers[::-1], but=1)
    assert [match.offer.id for match in found] == [11, 12, 13]


WORDS = st.sampled_from("compta atelier vidéo montage affiche traduction le de FEDER".split())
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
MANY = st.lists(st.builds(Offer, st.integers(1, 99), st.integers(1, 5), TEXTS), max_size=12)


@given(TEXTS, MANY, st.integers(1, 5), st.integers(1, 4))
def test_nobody_is_sent_to_themselves(
    need: str, offers: list[Offer], but: int, at_most: int
) -> None:
    """At most so many people, each once, likeliest first, never the one who asks."""
    found = who_can_help(need, offers, but=but, at_most=at_most)
    people = [match.offer.person for match in found]
    assert but not in people
    assert len(people) == len(set(people)) <= at_most
    assert [match.likeness for match in found] == sorted(
        (match.likeness for match in found), reverse=True
    )
    assert all(LIKE_ENOUGH <= match.likeness <= 1 and match.shared for match in found)
