"""Offers and needs: allies are found by their words, and meet only when both agree."""

from __future__ import annotations

import pytest

from tests.dialogues.consent import is_shown
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through all of this on each."""


async def test_an_ally_is_found_and_both_agree(talk: Talk) -> None:
    """The reason is shown, the helper is asked without a name, then each can reach the other."""
    await talk.goes(
        """
        Basile: /offrir comptabilité associative, animation d’ateliers
        Bot: « comptabilité associative » … « animation d’ateliers » [Corriger] [Retirer mes offres]
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Bot: 1. Un·e allié·e offre « animation d’ateliers » [Demander à l’allié·e n° 1]
        Ada: [Demander à l’allié·e n° 1]
        Bot: J’ai demandé à l’allié·e n° 1
        Bot → Basile: Quelqu’un … « animer un atelier » [Oui] [Pas ce mois-ci] [Pas mon sujet]
        Basile: [Oui]
        Bot: en contact avec Ada Exemple … @ada sur Matrix [Noter le temps]
        Bot → Ada: en contact avec Basile Fictif … @basile sur Matrix [Noter le temps]
        """
    )

    request = [one for one in talk.events if "Quelqu’un de l’alliance" in one.get("text", "")]
    assert "Ada" not in request[0]["text"]


async def test_the_time_of_a_help_is_noted_in_two_answers(talk: Talk) -> None:
    """Who helped whom and why is known from the need, which the exchange remembers."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Oui]
        Ada: [Noter le temps]
        Bot: Combien de temps ?
        Ada: 1h30
        Bot: Quel jour était-ce ?
        Ada: hier
        Bot: temps : Basile Fictif … Ada Exemple … 1 h 30 … réparer mon vélo [C’est juste]
        Ada: [C’est juste]
        Bot: C’est noté
        Bot → Basile: Ada Exemple a noté un échange avec vous [Confirmer]
        Basile: [Confirmer]
        Bot: Échange confirmé
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (noted,) = await store.exchanges.confirmed()
        assert noted.need is not None
        assert noted.offer is not None
        assert noted.skill == "réparation de vélos"


async def test_at_most_three_allies_are_proposed(talk: Talk) -> None:
    """And oneself is never among them."""
    for who in ("Ada", "Basile", "Chloé", "Driss"):
        await talk.say(who, "/offrir réparation de vélos")
        await is_shown(talk, who)

    await talk.say("Ada", "/besoin réparer mon vélo")
    await talk.press("Ada", "Chercher")

    choices = talk.last("@ada")["choices"]
    assert [one.split()[0] for one in choices[:4]] == ["Demander"] * 4
    assert choices[3:] == [
        "Demander à tour de rôle",
        "Pourquoi ces personnes\u202f?",
        "Dire mon nom",
    ]
    assert not any("Ada" in label for label in choices)


async def test_a_need_that_nobody_meets_reaches_the_team(talk: Talk) -> None:
    """People may know somebody whom the bot does not; also when the asker alone offers it."""
    await talk.goes(
        """
        Ada: /offrir traduire un contrat en islandais
        Ada: /besoin
        Bot: De quoi avez-vous besoin
        Ada: traduire un contrat en islandais
        Ada: [traduction]
        Ada: [Chercher]
        Bot: Je ne trouve encore personne pour « traduire un contrat en islandais »
        Bot → #equipe: Quelqu’un cherche de l’aide … traduire un contrat
        """
    )


async def test_a_second_yes_comes_too_late(talk: Talk) -> None:
    """Whoever agrees first helps; the other is thanked, and thanked again when they press."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Ada: [Demander à l’allié·e n° 2]
        Basile: [Oui]
        Bot → Ada: en contact avec Basile Fictif
        Bot → Chloé: quelqu’un d’autre a pu aider. Merci
        Chloé: [Oui]
        Bot: Quelqu’un d’autre a déjà dit oui
        """
    )
    states = [row["state"] for row in await talk.dump("introductions")]
    assert sorted(states) == ["accepted", "cancelled"]
