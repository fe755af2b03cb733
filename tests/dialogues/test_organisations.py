"""Organisations: proposed and joined in private, approved by the team, a side of exchanges."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow

PILAT = "La Fabrique du Pilat"


async def joins(talk: Talk, who: str, name: str = PILAT) -> None:
    """Somebody asks to act for an organisation, and the team says yes."""
    await talk.say(who, f"/organisation {name}")
    await talk.press(who, 0)
    await talk.press("Driss", "Oui", chat=TEAM)


async def held(talk: Talk) -> dict[str, int]:
    """Each holder that has entries, by kind and number, with their minutes."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        return {
            str(await store.ledger.called(account)): minutes
            for account, minutes in await store.ledger.balances()
        }


async def test_an_organisation_is_proposed_approved_and_notes_time(talk: Talk) -> None:
    """One tap of the team; from then on one chooses in whose name one notes."""
    await talk.say("Chloé", "/debut")

    await talk.goes(
        """
        Ada: /organisation La Fabrique du Pilat
        Bot: Je ne connais pas encore « La Fabrique du Pilat » … [La proposer à l’équipe] [Annuler]
        Ada: [La proposer à l’équipe]
        Bot: Dès que l’équipe aura dit oui … La Fabrique du Pilat
        Bot → #equipe: Ada Exemple souhaite agir au nom de La Fabrique du Pilat [Oui] [Non]
        Driss #equipe: [Oui]
        Bot → Ada: Vous pouvez maintenant agir au nom de La Fabrique du Pilat … heures
        Ada: j'ai donné 2h à Chloé pour relecture, hier
        Bot: Échange à vérifier … Ada Exemple … [C’est juste] [Inverser] [Modifier] [Annuler]
        Ada: [Au nom de La Fabrique du Pilat]
        Bot: A donné de son temps : La Fabrique du Pilat … reçu ce temps : Chloé Modèle
        Ada: [C’est juste]
        Bot → Chloé: La Fabrique du Pilat … a donné 2 h … Chloé Modèle [Confirmer] [Contester]
        Chloé: [Confirmer]
        Ada: /organisation
        Bot: Vos organisations … La Fabrique du Pilat : 2 h [Une autre organisation]
        """
    )

    assert await held(talk) == {PILAT: 120, "Chloé Modèle": -120}


async def test_several_people_act_and_any_of_them_confirms(talk: Talk) -> None:
    """Each of them is asked; the word of one is enough."""
    await joins(talk, "Basile")
    await joins(talk, "Chloé")

    await talk.goes(
        """
        Ada: 2 x 1h30 d'animation avec la Fabrique du Pilat, hier
        Bot: Qui a donné de son temps ? [Moi] [La Fabrique du Pilat]
        Ada: [Moi]
        Bot: Ada Exemple … La Fabrique du Pilat … 3 h
        Ada: [C’est juste]
        Bot → Basile: Ada Exemple … a donné 3 h à La Fabrique du Pilat [Confirmer] [Contester]
        Bot → Chloé: Ada Exemple … a donné 3 h à La Fabrique du Pilat [Confirmer] [Contester]
        Chloé: [Confirmer]
        Bot: Échange confirmé
        Bot → Ada: Échange confirmé
        """
    )

    assert await held(talk) == {PILAT: -180, "Ada Exemple": 180}


async def test_a_close_name_is_offered_so_that_none_is_made_twice(talk: Talk) -> None:
    """However it is spelt; the second person joins the first one's organisation."""
    await joins(talk, "Basile")

    await talk.goes(
        """
        Ada: /organization fabrique du Pila
        Bot: Est-ce l’une de celles-ci ? [La Fabrique du Pilat] [La proposer à l’équipe] [Annuler]
        Ada: [La Fabrique du Pilat]
        Bot → #equipe: Ada Exemple … Agissent déjà en son nom : Basile Fictif [Oui] [Non]
        Ada: /organisation FABRIQUE DU PILAT
        Bot: Est-ce l’une de celles-ci ? … [La Fabrique du Pilat] [Annuler]
        Ada: [La Fabrique du Pilat]
        Bot: Vous l’avez déjà demandé
        """
    )

    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert [one.name for one in await store.organisations.all()] == [PILAT]


async def test_the_team_refuses_and_what_nobody_knows_is_forgotten(talk: Talk) -> None:
    """Whoever asked is told kindly; a second tap decides nothing; asking again is possible."""
    await talk.say("Ada", "/organisation Cercle fictif")
    await talk.press("Ada", "La proposer à l’équipe")

    await talk.goes(
        """
        Driss #equipe: /file
        Bot → #equipe: Ada Exemple souhaite agir au nom de Cercle fictif [Oui] [Non]
        Driss #equipe: [Non]
        Bot → Ada: L’équipe n’a pas pu confirmer … Cercle fictif … question
        Ada: /organisation Cercle fictif
        Bot: Je ne connais pas encore « Cercle fictif » … [La proposer à l’équipe]
        Ada: [La proposer à l’équipe]
        Bot → #equipe: Ada Exemple souhaite agir au nom de Cercle fictif [Oui] [Non]
        """
    )


async def test_what_waits_for_an_organisation_without_anybody_waits_for_the_team(
    talk: Talk,
) -> None:
    """The last one leaves; nothing is lost, and the team answers for it."""
    await joins(talk, "Basile")

    await talk.goes(
        """
        Basile: /organisation
        Bot: Vos organisations … [Une autre organisation] [Quitter La Fabrique du Pilat]
        Basile: [Quitter La Fabrique du Pilat]
        Bot: Vous n’agissez plus au nom de La Fabrique du Pilat
        Bot → #equipe: Plus personne n’agit au nom de La Fabrique du Pilat
        Ada: j'ai donné 2h à la Fabrique du Pilat pour l'accueil, hier
        Ada: [C’est juste]
        Bot: C’est noté. Je l’ai transmis à qui doit le confirmer.
        Bot → #equipe: Personne n’agit au nom de La Fabrique du Pilat … Ada Exemple [Confirmer]
        Driss #equipe: /file
        Bot → #equipe: Personne n’agit au nom de La Fabrique du Pilat [Confirmer] [Contester]
        Driss #equipe: [Confirmer]
        Bot → Ada: Échange confirmé
        """
    )

    assert await held(talk) == {PILAT: -120, "Ada Exemple": 120}


async def test_whoever_comes_later_finds_what_waits(talk: Talk) -> None:
    """They are told with the good news, and answer like anybody."""
    await joins(talk, "Basile")
    await talk.say("Basile", "/organisation")
    await talk.press("Basile", "Quitter La Fabrique du Pilat")
    await talk.say("Ada", "j'ai donné 2h à la Fabrique du Pilat pour l'accueil, hier")
    await talk.press("Ada", "C’est juste")

    await talk.goes(
        """
        Chloé: /organisation La Fabrique du Pilat
        Chloé: [La Fabrique du Pilat]
        Driss #equipe: [Oui]
        Bot → Chloé: Un échange attend son mot : … attente
        Chloé: /attente
        Bot: Ada Exemple … La Fabrique du Pilat [Confirmer] [Contester]
        Chloé: [Confirmer]
        Bot: Échange confirmé
        """
    )


async def test_names_that_cannot_stand_on_a_card_are_refused(talk: Talk) -> None:
    """And the question is put again."""
    await talk.goes(
        f"""
        Ada: /organisation
        Bot: Au nom de quelle organisation agissez-vous ?
        Ada: …
        Bot: Écrivez le nom de l’organisation
        Ada: {"a" * 61}
        Bot: C’est un peu long : 60
        Ada: Café fictif
        Bot: Je ne connais pas encore « Café fictif »
        Ada: [Annuler]
        Bot: on arrête là
        """
    )


async def test_it_is_the_same_in_english(talk: Talk) -> None:
    """With the names as their owners write them."""
    await talk.say("Chloé", "/debut", lang="en")
    await talk.say("Ada", "/debut", lang="en")

    await talk.goes(
        """
        Ada: /organization Fabrique of Tests
        Bot: I do not know “Fabrique of Tests” yet … [Propose it to the team] [Cancel]
        Ada: [Propose it to the team]
        Bot: As soon as the team has said yes
        Driss #equipe: [Oui]
        Bot → Ada: You can now act in the name of Fabrique of Tests
        Chloé: I gave 2 hours to Fabrique of Tests for the accounts, yesterday
        Chloé: [That is right]
        Bot → Ada: Chloé Modèle gave 2 h to Fabrique of Tests [Confirm]
        Ada: [Confirm]
        Bot: Exchange confirmed
        Ada: /organization
        Bot: Your organisations … Fabrique of Tests: −2 h [Another organisation]
        """
    )


async def test_who_left_no_longer_notes_in_its_name(talk: Talk) -> None:
    """Nor by the draft that still offers it."""
    await joins(talk, "Ada")
    await talk.say("Chloé", "/debut")
    await talk.say("Ada", "j'ai donné 2h à Chloé pour relecture, hier")
    draft = talk.last("@ada")["id"]
    await talk.say("Ada", "/organisation")
    await talk.press("Ada", "Quitter La Fabrique du Pilat")

    await talk.tap("Ada", "Au nom de La Fabrique du Pilat", draft)
    said = await talk.tap("Ada", "Au nom de La Fabrique du Pilat", draft)

    assert "Vous n’agissez pas au nom de cette organisation" in str(said), said
    assert await held(talk) == {}
