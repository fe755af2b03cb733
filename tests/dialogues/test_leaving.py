"""Somebody leaves: nothing goes on in their name, and whoever counted on them is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogues.supports import sent, standing
from tests.dialogues.test_calls import opened
from tests.dialogues.test_hosts import APPROVED, OFFERED
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

ADA_LEAVES = """
    Driss #equipe: /depart @ada
    Driss #equipe: [C’est juste]
    Bot: Ada Exemple est sur le départ
"""
IN_TURN = """
    Basile: /offrir réparation de vélos
    Chloé: /offrir réparer des vélos et des remorques
    Ada: /besoin réparer mon vélo
    Ada: [Chercher]
    Ada: [Demander à tour de rôle]
    Bot → Basile: Quelqu’un de l’alliance
"""
CALLED = """
    Ada: /besoin quelqu’un pour animer un atelier avant le 16
    Ada: [Chercher]
    Ada: [Oui]
    Driss #equipe: [Mettre dans l’agenda]
    Chloé: /agenda
    Bot: Ada Exemple cherche : « quelqu’un pour animer un atelier avant le 16 »
"""


async def test_nobody_is_asked_in_their_name_any_more(talk: Talk) -> None:
    """Whoever was asked is told; the next in turn is left alone, also once the leaver is back."""
    await talk.goes(IN_TURN)
    await talk.goes(
        """
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        Bot → Basile: Plus besoin d’aide pour « réparer mon vélo »
        Ada: /besoins
        """
    )
    await talk.do({"do": "clock", "by": "P3D"})
    assert not _was_asked(talk, "@chloe")


async def test_what_would_end_is_said_before(talk: Talk) -> None:
    """But not whether they ask for anything: who asks may be nobody’s to know."""
    await talk.goes(IN_TURN)
    await talk.goes(
        """
        Driss #equipe: /depart @ada
        Bot: Ada Exemple s’en va … Ses demandes de coup de main, s’il y en a, seront closes, et les personnes sollicitées prévenues [C’est juste] [Annuler]
        """  # noqa: E501
    )


async def test_a_departure_taken_back_looks_again(talk: Talk) -> None:
    """Whoever was told is told again, and asked no further time; the next waits for their turn."""
    await talk.goes(IN_TURN)
    await talk.goes(ADA_LEAVES)
    await talk.do({"do": "clock", "by": "PT1H"})
    await talk.goes(
        """
        Driss #equipe: [Annuler le départ]
        Bot: Ada Exemple reste, et le sait … s’il y en avait, sont de nouveau ouvertes
        Bot → Ada: l’équipe a annulé votre départ … Je cherche de nouveau pour votre demande
        Bot → Basile: Finalement, on cherche toujours pour « réparer mon vélo » [Oui]
        """
    )
    await talk.do({"do": "clock", "by": "PT1H"})
    assert not _was_asked(talk, "@chloe")
    await talk.goes(
        """
        Ada: /besoins
        Bot: réparer mon vélo [Relancer]
        Basile: [Oui]
        Bot: Ada Exemple
        Bot → Ada: Basile Fictif
        """
    )


async def test_a_departure_taken_back_opens_no_need_whose_day_is_behind(talk: Talk) -> None:
    """What the agenda called for stands in it again, until then."""
    await talk.goes(CALLED)
    await talk.goes(ADA_LEAVES)
    left = str(talk.last(TEAM)["id"])
    await talk.do({"do": "clock", "by": "P20D"})
    await talk.tap("Driss", "Annuler le départ", left, chat=TEAM)
    assert "de nouveau pour votre demande" not in str(talk.last("@ada")["text"])
    await talk.goes(
        """
        Ada: /besoins
        Bot: Vous ne cherchez rien
        """
    )


async def test_their_seat_at_a_get_together_is_free(talk: Talk) -> None:
    """Its host is told."""
    await talk.goes(APPROVED)
    await talk.goes(
        """
        Basile: /rencontres
        Basile: [Je viens mardi 20 janvier]
        Driss #equipe: /depart @basile
        Bot: Sa place à une rencontre sera libre
        Driss #equipe: [C’est juste]
        Bot → Ada: Basile Fictif ne vient plus
        """
    )


async def test_their_need_is_called_for_no_more(talk: Talk) -> None:
    """Neither in the agenda nor before the team."""
    await talk.goes(CALLED)
    await talk.goes(ADA_LEAVES)
    assert "animer un atelier" not in " ".join(await talk.say("Chloé", "/agenda"))
    await talk.goes(
        """
        Chloé: /aider 1
        Bot: Je ne connais pas cette demande
        """
    )
    assert "animer un atelier" not in " ".join(await talk.say("Driss", "/file", chat=TEAM))


async def test_nobody_is_asked_for_somebody_who_is_blocked(talk: Talk) -> None:
    """Their turns wait, without waking anybody."""
    await talk.goes(IN_TURN)
    await talk.say("Driss", "/bloquer @ada", chat=TEAM)
    await talk.press("Basile", "Pas ce mois-ci")
    await talk.do({"do": "clock", "by": "P3D"})
    assert not _was_asked(talk, "@chloe")
    await talk.press("Driss", "Débloquer", chat=TEAM)
    await talk.do({"do": "clock", "by": "PT1H"})
    assert _was_asked(talk, "@chloe")


async def test_the_agenda_calls_for_nobody_who_is_blocked(talk: Talk) -> None:
    """As long as they are."""
    await talk.goes(CALLED)
    await talk.say("Driss", "/bloquer @ada", chat=TEAM)
    assert "animer un atelier" not in " ".join(await talk.say("Chloé", "/agenda"))


async def test_what_they_would_have_hosted_does_not_take_place(talk: Talk) -> None:
    """Those who signed up are told, and nobody signs up any more."""
    await talk.goes(APPROVED)
    await talk.goes(
        """
        Basile: /rencontres
        Basile: [Je viens mardi 20 janvier]
        Bot: Vous êtes inscrit·e
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        Bot → Basile: Cette rencontre n’aura pas lieu … mardi 20 janvier
        """
    )
    assert "Firminy" not in " ".join(await talk.say("Chloé", "/rencontres"))
    await talk.do({"do": "clock", "to": "2026-01-15T10:00:00+01:00"})
    await talk.goes(
        """
        Chloé: /agenda
        Bot: Mardi 20 janvier … Annulé … Rencontre d’allié·es
        """
    )


async def test_an_offer_to_host_is_not_approved_any_more(talk: Talk) -> None:
    """The team's button says that it is over."""
    await talk.goes(OFFERED)
    card = str(talk.last(TEAM)["id"])
    await talk.goes(ADA_LEAVES)
    await talk.tap("Driss", "Approuver", card, chat=TEAM)
    assert "Firminy" not in " ".join(await talk.say("Chloé", "/rencontres"))


async def test_their_answer_to_a_call_is_not_chosen(talk: Talk) -> None:
    """Nobody is in who is gone."""
    await opened(talk)
    await talk.goes(
        """
        Ada: /appels
        Ada: [Animer trois ateliers]
        Ada: [Je suis partant·e]
        Ada: [Rien à ajouter]
        Bot → #equipe: Une réponse.
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        Bot → #equipe: Pas de réponse.
        """
    )


async def test_they_write_no_bid_and_hold_no_pen(talk: Talk) -> None:
    """The others read that the pen is free."""
    await talk.goes(
        """
        Chloé: /appel financement Fondation Exemple, avant le 15 mars
        Ada: /appels
        Ada: [Fondation Exemple]
        Ada: [J’en suis]
        Ada: [Je prends la plume]
        Bot → Chloé: Chloé Modèle et Ada Exemple
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        """
    )
    (card,) = [one for one in standing(talk, "@chloe") if "Répondre ensemble" in one]
    assert "Ada" not in card
    assert "Qui prend la plume" in " ".join(card.split())


async def test_their_request_for_support_is_over(talk: Talk) -> None:
    """Without a word to anybody."""
    await sent(talk, "Ada")
    since = len(talk.events)
    await talk.goes(ADA_LEAVES)
    assert not any("soutien" in one["text"] for one in _told(talk, since))
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert not await store.supports.open()


async def test_that_somebody_left_does_not_tell_who_asked_unnamed(talk: Talk) -> None:
    """A card that changes in the same moment would."""
    await sent(talk, "Ada", share="L’équipe, sans mon nom")
    before = standing(talk, TEAM)
    await talk.goes(ADA_LEAVES)
    assert [one for one in standing(talk, TEAM) if "soutien" in one] == [
        one for one in before if "soutien" in one
    ]


async def test_a_need_that_is_closed_leaves_the_call_of_its_number_alone(talk: Talk) -> None:
    """They are counted apart."""
    await opened(talk)
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: /besoins
        Ada: [Clore]
        Bot: C’est clos
        """
    )
    assert any("Animer trois ateliers" in one for one in standing(talk, TEAM))


def _told(talk: Talk, since: int) -> list[dict[str, Any]]:
    """New messages, to whomever."""
    return [one for one in talk.events[since:] if one["event"] == "message"]


def _was_asked(talk: Talk, chat: str) -> bool:
    said = [one for one in talk.events if one.get("chat") == chat]
    return any("Quelqu’un de l’alliance" in one.get("text", "") for one in said)
