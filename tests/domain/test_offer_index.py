"""Offers in memory: found by their words or by what was confirmed, whatever came and went."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import Offer
from domain.offer_index import LIKE_ENOUGH, OTHER_CONCEPT, Offers

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
    ("need", "found"),
    [
        ("faciliter un atelier samedi", 1),
        ("ATELIER à faciliter", 1),
        ("facilitatoin d'un atelier", 1),
        ("un dossier feder", 2),
        ("la compta de l’asso", 3),
        ("comptabillité", 3),
        ("traduire un texte en anglais", 4),
        ("qui peut animer une réunion ?", 5),
        ("monter une vidéo", 6),
        ("un graphiste pour une affiche", 7),
        ("help in my garden", 8),
    ],
)
def test_a_need_finds_its_offer_in_other_words(need: str, found: int) -> None:
    """Other endings, capitals, slips of the finger, short forms, a word of another language."""
    assert Offers(OFFERS).closest([need], but=99)[0].offer.id == found


@pytest.mark.parametrize("need", ["", "besoin d'aide", "réparer ma chaudière", "🙂", "pour le"])
def test_a_need_that_no_offer_meets_finds_nobody(need: str) -> None:
    """Nobody is troubled for a word of politeness."""
    assert Offers(OFFERS).closest([need], but=99) == []


def test_an_alliance_without_offers_finds_nobody() -> None:
    """Nor does it fail."""
    assert Offers().closest(["compta"], but=1, concepts={"compta": 1.0}) == []


def test_each_person_comes_once() -> None:
    """With the first of their offers that fits best."""
    offers = [Offer(number, 1 + number % 5, "compta") for number in range(10, 20)]
    found = Offers(offers).closest(["compta"], but=1)
    assert [match.offer.id for match in found] == [11, 12, 13, 14]


def test_chance_orders_equals() -> None:
    """Where only some of many equals are looked at, none of them is always left out."""
    offers = Offers([Offer(number, number, "compta") for number in range(1, 21)])
    seen = Counter(
        match.offer.person
        for seed in range(200)
        for match in offers.closest(["compta"], but=0, chance=random.Random(seed), at_most=3)
    )
    assert len(seen) == 20
    assert max(seen.values()) < 70


def test_a_confirmed_concept_is_found_in_any_words_and_weighs_against_others() -> None:
    """One tap on each side is worth more than shared words."""
    offers = Offers(
        [
            Offer(1, BASILE, "tenir les comptes", concept="comptabilite"),
            Offer(2, CHLOE, "animation d’ateliers", concept="ateliers"),
            Offer(3, DRISS, "compta"),
        ]
    )
    found = offers.closest(["compta ateliers"], but=0, concepts={"comptabilite": 1.0})
    likeness = {match.offer.person: match.likeness for match in found}
    assert likeness[BASILE] == 1.0
    (plain,) = (
        one.likeness for one in offers.closest(["compta ateliers"], but=0) if one.offer.id == 2
    )
    assert likeness[CHLOE] == pytest.approx(plain * OTHER_CONCEPT)
    assert LIKE_ENOUGH <= likeness[DRISS] < 1


def test_a_near_concept_counts_as_far_as_it_is_near() -> None:
    """Somebody who tells a stock from a ledger may still help."""
    offers = Offers([Offer(1, BASILE, "tenir les comptes", concept="comptabilite")])
    (found,) = offers.closest(["budget"], but=0, concepts={"budget": 1.0, "comptabilite": 0.5})
    assert found.likeness == 0.5


WORDS = st.sampled_from("compta atelier vidéo montage affiche traduction le de FEDER".split())
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
CONCEPTS = st.none() | st.sampled_from(["comptabilite", "ateliers"])
ONE = st.builds(Offer, st.integers(1, 30), st.integers(1, 5), TEXTS, CONCEPTS)
MANY = st.lists(ONE, max_size=12, unique_by=lambda one: one.id)
MEANT = st.dictionaries(st.sampled_from(["comptabilite", "ateliers"]), st.floats(0, 1))


@given(TEXTS, MANY, st.integers(1, 5), st.integers(1, 4), MEANT)
def test_nobody_is_sent_to_themselves(
    need: str, offers: list[Offer], but: int, at_most: int, meant: dict[str, float]
) -> None:
    """At most so many people, each once, likeliest first, never the one who asks."""
    found = Offers(offers).closest([need], but=but, at_most=at_most, concepts=meant)
    people = [match.offer.person for match in found]
    assert but not in people
    assert len(people) == len(set(people)) <= at_most
    likeness = [match.likeness for match in found]
    assert likeness == sorted(likeness, reverse=True)
    assert all(LIKE_ENOUGH <= one <= 1 for one in likeness)


CHANGES = st.lists(st.tuples(st.lists(ONE, max_size=3), st.lists(st.integers(1, 30))), max_size=40)


@given(CHANGES, TEXTS, MEANT)
def test_what_came_and_went_leaves_no_trace(
    changes: list[tuple[list[Offer], list[int]]], need: str, meant: dict[str, float]
) -> None:
    """An index changed piece by piece finds what one built at once finds."""
    index = Offers()
    kept: dict[int, Offer] = {}
    for changed, gone in changes:
        index.update(changed, gone)
        kept = {number: one for number, one in kept.items() if number not in gone}
        kept |= {one.id: one for one in changed}
    fresh = Offers(kept.values())
    assert len(index) == len(fresh)
    assert _found(index, need, meant) == _found(fresh, need, meant)


def _found(offers: Offers, need: str, meant: dict[str, float]) -> dict[int, float]:
    matches = offers.closest([need], but=0, concepts=meant)
    return {match.offer.person: round(match.likeness, 9) for match in matches}


def test_an_index_that_forgot_most_is_made_smaller() -> None:
    """Offers that come and go for years take no more room than those that stay."""
    offers = Offers([Offer(1, ADA, "compta")])
    for round_ in range(5):
        offers.update([Offer(2, BASILE, f"vidéo {round_} {number}") for number in range(99)])
    assert len(offers) == 2
    assert offers.rows <= 300
