"""Offers as people list them."""

from __future__ import annotations

import pytest

from domain.errors import Refusal
from domain.matching import (
    OFFER_MOST,
    OFFERS_MOST,
    split_offers,
)


def test_offers_are_split_as_people_list_them() -> None:
    """Commas, semicolons and lines part; parentheses hold, repeats go."""
    text = "facilitation d'ateliers, montage (FEDER, Leader) ; compta\n- Compta\n• vidéo"
    expected = ["facilitation d'ateliers", "montage (FEDER, Leader)", "compta", "vidéo"]
    assert split_offers(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (" ,;\n…", "refusal-offer-empty", {}),
        ("x" * 201, "refusal-offer-too-long", {"most": OFFER_MOST}),
        (
            ",".join(f"offre {number}" for number in range(13)),
            "refusal-offers-too-many",
            {"most": OFFERS_MOST},
        ),
    ],
)
def test_offers_nobody_would_read_are_refused(
    text: str, name: str, values: dict[str, object]
) -> None:
    """With the bound, so that the answer can say it."""
    with pytest.raises(Refusal) as refusal:
        split_offers(text)
    assert (refusal.value.name, refusal.value.values) == (name, values)
