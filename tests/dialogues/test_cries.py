"""Which reader a plain sentence is for: a structure in difficulty, or a hand that is sought.

Both by one author.
"""

from __future__ import annotations

import pytest

from handlers.commands import all_commands

CRIES = (
    "On cherche de l’aide pour notre association, on est en crise",
    "On a besoin d’aide pour notre équipe épuisée",
    "Nous avons besoin d’aide pour notre collectif en conflit",
    "Bonjour, je cherche de l’aide pour notre asso qui va mal",
    "Je cherche quelqu’un pour aider notre équipe, on est à bout",
    "On cherche quelqu’un pour notre CA qui se déchire",
    "Nous cherchons de l’aide pour notre coopérative en grande difficulté",
    "On aurait besoin d’un coup de main, notre équipe n’en peut plus",
    "We need help with our team, we are burnt out",
    "We are looking for someone to help our board, it is in conflict",
)
"""In the words of a need, and of a structure that is not well."""

NEEDS = (
    "On cherche une salle pour l’assemblée de notre association",
    "On a besoin d’aide pour monter un dossier de subvention",
    "Je cherche quelqu’un pour animer une réunion de notre CA",
    "Nous cherchons des bénévoles pour notre collectif samedi",
    "Je cherche une médiatrice pour un atelier sur les conflits",
    "Nous avons besoin d’une comptable pour notre coopérative",
    "On cherche du monde pour la récolte de notre association",
    "Je cherche quelqu’un pour relire notre dossier sur l’épuisement",
    "We need a room for our team on Thursday",
    "Does anyone have a van for our association?",
)
"""A structure that asks for a hand, and is well."""


@pytest.mark.parametrize("sentence", CRIES)
def test_a_cry_for_help_is_listened_to_first(sentence: str) -> None:
    """A need's card would look for somebody, and miss what was said."""
    assert meant(sentence) == "offer_support"


@pytest.mark.parametrize("sentence", NEEDS)
def test_a_hand_is_sought_as_before(sentence: str) -> None:
    """A structure that is named beside a need is no cry."""
    assert meant(sentence) == "ask_for_help"


def meant(sentence: str) -> str:
    """The command that a plain sentence comes to."""
    command = all_commands().meant(sentence)
    assert command is not None
    return command.name
