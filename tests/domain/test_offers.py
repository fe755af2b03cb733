"""Offers in one message: what is one, what is none, and what hurts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.offers import OFFER_MOST, OFFERS_MOST, halves, insults, split_offers


def test_one_message_may_hold_several_offers() -> None:
    """Commas, semicolons and lines part; parentheses hold, repeats go."""
    text = "facilitation d'ateliers, montage (FEDER, Leader) ; compta\n- Compta\n• vidéo"
    expected = ["facilitation d'ateliers", "montage (FEDER, Leader)", "compta", "vidéo"]
    assert split_offers(text) == expected


def test_nothing_beside_something_is_left_out() -> None:
    """Who says "rien, ou alors la cuisine" offers to cook."""
    assert split_offers("rien, la cuisine, tout") == ["la cuisine"]


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (" ,;\n…", "refusal-offer-empty", {}),
        ("🙂", "refusal-offer-empty", {}),
        ("Rien", "refusal-offer-nothing", {}),
        ("tout !", "refusal-offer-everything", {}),
        ("Everything", "refusal-offer-everything", {}),
        ("rien, tout", "refusal-offer-everything", {}),
        ("x" * (OFFER_MOST + 1), "refusal-offer-too-long", {"most": OFFER_MOST}),
        ("compta " * 72, "refusal-offer-too-long", {"most": OFFER_MOST}),
        (
            ",".join(f"offre {number}" for number in range(OFFERS_MOST + 1)),
            "refusal-offers-too-many",
            {"most": OFFERS_MOST},
        ),
    ],
)
def test_what_nobody_would_be_found_by_is_refused(
    text: str, name: str, values: dict[str, object]
) -> None:
    """With the reason, and the bound where there is one."""
    with pytest.raises(Refusal) as refusal:
        split_offers(text)
    assert (refusal.value.name, refusal.value.values) == (name, values)


def test_twelve_at_once_are_not_too_many() -> None:
    """The bound is the last that is allowed."""
    assert len(split_offers(",".join(f"offre {one}" for one in range(OFFERS_MOST)))) == OFFERS_MOST


@pytest.mark.parametrize("text", ["connard", "Basile est un CONNARD", "fuck you"])
def test_an_insult_is_known(text: str) -> None:
    """Wherever it stands."""
    assert insults(text)


@pytest.mark.parametrize(
    "text", ["conversación con españoles", "stupide ? non : comptabilité", "bâtir", "match nul"]
)
def test_a_word_that_only_looks_like_one_is_none(text: str) -> None:
    """Nobody is blamed for Spanish."""
    assert not insults(text)


@given(st.text(max_size=300))
def test_any_text_is_split_or_refused(text: str) -> None:
    """What is kept is short, says something, and stands there once."""
    try:
        offers = split_offers(text)
    except Refusal:
        return
    assert 0 < len(offers) <= OFFERS_MOST
    assert all(0 < len(offer) <= OFFER_MOST for offer in offers)
    assert len({offer.casefold() for offer in offers}) == len(offers)


def test_one_verb_of_two_things_is_one_offer() -> None:
    """Two verbs or two nouns are two."""
    assert halves("réparer des vélos et des remorques") is None
    assert halves("coudre et cuisiner") == ("coudre", "cuisiner")
    assert halves("couture et du jardinage") == ("couture", "jardinage")
