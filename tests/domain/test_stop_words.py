"""Who wants to receive nothing any more, or the letter no more."""

from __future__ import annotations

import pytest

from domain.stop_words import stops_letter, unsubscribes


@pytest.mark.parametrize(
    "said",
    [
        "je veux me désabonner",
        "Me désabonner !",
        "désabonnez-moi",
        "Bonjour, je voudrais me désabonner svp",
        "comment me désabonner ?",
        "Comment je peux me désabonner ?",
        "me désabonner de tout",
        "désabonnement",
        "unsubscribe",
        "I want to unsubscribe",
        "How do I unsubscribe?",
        "Please unsubscribe me",
    ],
)
def test_one_unsubscribes_from_whatever_comes(said: str) -> None:
    """Without saying from what."""
    assert unsubscribes(said)
    assert not stops_letter(said)


@pytest.mark.parametrize(
    "said",
    [
        "je ne veux plus recevoir la lettre",
        "Désabonnez-moi de la lettre",
        "me désabonner de la newsletter",
        "stop la lettre",
        "I don't want the letter any more",
        "unsubscribe from the letter",
        "stop sending me the newsletter",
    ],
)
def test_the_letter_is_named(said: str) -> None:
    """And nothing else."""
    assert stops_letter(said)
    assert not unsubscribes(said)


@pytest.mark.parametrize(
    "said",
    [
        "stop",
        "je veux m’abonner",
        "mon voisin veut se désabonner de son fournisseur d’électricité",
        "comment désabonner quelqu’un de notre liste ?",
        "je veux me désabonner de mon magazine",
        "je voudrais recevoir la lettre",
        "la lettre est arrivée ?",
        "why did Chloé unsubscribe?",
    ],
)
def test_other_sentences_stop_nothing(said: str) -> None:
    """Whoever says something else."""
    assert not unsubscribes(said)
    assert not stops_letter(said)
