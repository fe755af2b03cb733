"""Offers and needs: allies are found by their words, and meet only when both agree."""

from __future__ import annotations

import pytest

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
        Bot: Basile Fictif offre « animation d’ateliers » [Demander à Basile Fictif]
        Ada: [Demander à Basile Fictif]
        Bot: J’ai demandé à Basile Fictif
        Bot → Basile: Quelqu’un … « animer un atelier » [Je veux bien] [Pas cette fois]
        Basile: [Je veux bien]
        Bot: en contact avec Ada Exemple … @ada
        Bot → Ada: en contact avec Basile Fictif … @basile
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
        Ada: [Demander à Basile Fictif]
        Basile: [Je veux bien]
        Bot: en contact avec Ada Exemple [Noter le temps]
        Bot → Ada: en contact avec Basile Fictif [Noter le temps]
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


async def test_no_is_an_answer(talk: Talk) -> None:
    """The asker is told without a reason, and may ask somebody else."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos et des remorques
        Ada: /besoin reparer mon velo
        Ada: [Chercher]
        Bot: Basile Fictif … Chloé Modèle [Demander à Basile Fictif] [Demander à Chloé Modèle]
        Ada: [Demander à Basile Fictif]
        Basile: [Pas cette fois]
        Bot: merci d’avoir répondu
        Bot → Ada: Basile Fictif ne peut pas aider cette fois
        Ada: [Demander à Basile Fictif]
        Bot: déjà demandé à Basile Fictif
        Ada: [Demander à Chloé Modèle]
        Bot: J’ai demandé à Chloé Modèle
        """
    )
    states = [row["state"] for row in await talk.dump("introductions")]
    assert states == ["declined", "asked"]


async def test_at_most_three_allies_are_named(talk: Talk) -> None:
    """And oneself is never among them."""
    for who in ("Ada", "Basile", "Chloé", "Driss"):
        await talk.say(who, "/offrir relecture de dossiers de subvention")

    await talk.say("Ada", "/besoin relire un dossier de subvention")
    await talk.press("Ada", 0)

    choices = talk.last("@ada")["choices"]
    assert [one.split()[0] for one in choices] == ["Demander"] * 3 + ["Pourquoi"]
    assert not any("Ada" in label for label in choices)


async def test_a_need_that_nobody_meets_reaches_the_team(talk: Talk) -> None:
    """People may know somebody whom the bot does not."""
    await talk.goes(
        """
        Ada: /besoin
        Bot: De quoi avez-vous besoin
        Ada: traduire un contrat en islandais
        Bot: Voici ce que j’ai compris … De quoi s’agit-il ? [traduction]
        Ada: [traduction]
        Bot: Je ne trouve encore personne pour « traduire un contrat en islandais »
        Bot → #equipe: Ada Exemple cherche … traduire un contrat [Proposer quelqu’un] [Clore]
        """
    )


async def test_a_second_yes_comes_too_late(talk: Talk) -> None:
    """Whoever agrees first helps; the other is thanked."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à Basile Fictif]
        Ada: [Demander à Chloé Modèle]
        Basile: [Je veux bien]
        Chloé: [Je veux bien]
        Bot: Quelqu’un d’autre a déjà dit oui
        """
    )
    states = {row["helper"]: row["state"] for row in await talk.dump("introductions")}
    assert states == {"@basile": "accepted", "@chloe": "asked"}
