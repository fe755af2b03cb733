"""What words say of a get-together: that one comes, and in which town it is."""

from __future__ import annotations

import pytest

from domain.hosting import says_to_come, towns_in


@pytest.mark.parametrize(
    ("place", "towns"),
    [
        ("Firminy, café de la gare", ["Firminy, café de la gare", "Firminy", "café de la gare"]),
        ("café de la gare à Firminy", ["café de la gare à Firminy", "Firminy"]),
        ("chez nous", ["chez nous"]),
        ("Salle A (Firminy)", ["Salle A (Firminy)", "Salle A", "Firminy"]),
    ],
)
def test_each_part_may_name_the_town(place: str, towns: list[str]) -> None:
    """The whole goes first."""
    assert towns_in(place) == towns


@pytest.mark.parametrize(
    ("sentence", "comes"),
    [
        ("je viens", True),
        ("Je viens !", True),
        ("oui, j’y serai", True),
        ("I'm coming.", True),
        ("je viens de loin", False),
        ("je ne viens pas", False),
        ("viens", False),
    ],
)
def test_a_whole_sentence_says_that_one_comes(sentence: str, comes: bool) -> None:
    """Anything beside it may be a question."""
    assert says_to_come(sentence) is comes
