"""Being asked, and answering in one's own way: a yes, three kinds of no, silence, too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.introductions import IntroductionState
from domain.profiles import Audience, Field
from tests.dialogues.allies import are_allies
from tests.dialogues.consent import SHOWN, is_shown, says
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through a yes on each."""


async def states(talk: Talk) -> list[str]:
    """How each ask stands."""
    return [row["state"] for row in await talk.dump("introductions")]


async def later(talk: Talk, days: int) -> None:
    """Days go by."""
    await talk.do({"do": "clock", "by": f"P{days}D"})


async def test_one_card_tells_how_far_the_asking_is(talk: Talk) -> None:
    """Drawn anew in its place: who was asked until when, then who said yes, by name."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: 1. Un·e allié·e offre … À qui dois-je demander … n’est dit qu’après un oui
        Ada: [Demander à l’allié·e n° 1]
        Bot: 1. Un·e allié·e : j’ai demandé, réponse d’ici au mercredi 7 janvier
        Basile: [Oui]
        Bot → Ada: 1. Basile Fictif : a dit oui … Vous avez trouvé quelqu’un
        """
    )
    cards = [one for one in talk.events if "peuvent sans doute" in one.get("text", "")]
    assert [one["event"] for one in cards] == ["message", "edit", "edit"]
    assert cards[-1]["choices"] == ["Pourquoi cette personne\u202f?"]


async def test_whoever_shows_their_name_is_asked_by_name(talk: Talk) -> None:
    """By allies; the others have a number."""
    await are_allies(talk, "Ada")
    await talk.say("Basile", "/offrir réparation de vélos")
    await is_shown(talk, "Basile")
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: 1. Basile Fictif offre « réparation de vélos » [Demander à Basile Fictif]
        Ada: [Demander à Basile Fictif]
        Bot: J’ai demandé à Basile Fictif
        """
    )


async def test_what_somebody_offers_is_shown_to_those_who_may_see_it(talk: Talk) -> None:
    """Without it they are asked all the same."""
    await are_allies(talk, "Ada")
    await talk.say("Basile", "/offrir réparation de vélos")
    await says(talk, "Basile", shown={**SHOWN, Field.SKILLS: Audience.TEAM})
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: 1. Basile Fictif peut sans doute aider … [Demander à Basile Fictif]
        """
    )
    assert "réparation" not in talk.last("@ada")["text"]


async def test_the_asker_is_named_only_as_they_allow(talk: Talk) -> None:
    """With the organisation, once they press; and no more once they press again."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Dire mon nom]
        Bot: Votre nom est dit aux personnes sollicitées [Demander à l’allié·e n° 1]
        Ada: [Demander à l’allié·e n° 1]
        Ada: [Sans mon nom]
        Bot: Votre nom n’est dit qu’après un oui
        Ada: [Demander à l’allié·e n° 2]
        """
    )
    asks = [one["text"] for one in talk.events if "coup de main" in one.get("text", "")]
    assert ["Ada Exemple" in text for text in asks] == [True, False]


async def test_what_was_confirmed_is_said_to_the_helper(talk: Talk) -> None:
    """The day, the place and the length, beside the words."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        kept = await store.needs.need(1)
        assert kept is not None
        told = replace(kept, deadline=date(2026, 1, 12), place="Firminy", minutes=90)
        await store.needs.update(told, now=talk.stage.clock.now())
    await talk.goes(
        """
        Ada: [Demander à l’allié·e n° 1]
        Bot → Basile: Au plus tard : lundi 12 janvier … Lieu : Firminy … Durée : environ 1 h 30
        """
    )


async def test_no_needs_no_reason_and_is_told_without_one(talk: Talk) -> None:
    """Whoever cannot this month is left in peace until the next."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos et des remorques
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Pas ce mois-ci]
        Bot: Je ne vous sollicite plus avant le mois prochain
        Bot → Ada: 1. Un·e allié·e : ne peut pas cette fois … [Demander à l’allié·e n° 2]
        Bot → Ada: ce n’est pas possible cette fois pour l’allié·e n° 1. Vous pouvez demander à
        Ada: [Demander à l’allié·e n° 2]
        Bot: J’ai demandé à l’allié·e n° 2
        """
    )
    assert await states(talk) == ["busy", "asked"]
    await later(talk, 15)
    await talk.goes(
        """
        Driss: /besoin réparer mon vélo
        Driss: [Chercher]
        Bot: 1. Un·e allié·e offre « réparer des vélos et des remorques » … [Demander à
        """
    )
    assert "2." not in talk.last("@driss")["text"]
    await later(talk, 15)
    await talk.goes(
        """
        Driss: /besoin réparer un vélo
        Driss: [Chercher]
        Bot: offre « réparation de vélos »
        """
    )


async def test_not_my_subject_is_about_one_offer(talk: Talk) -> None:
    """Others still stand, and this one comes back when it is offered again."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos, comptabilité associative
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Pas mon sujet]
        Bot: Si cela venait d’une de vos offres, je ne m’en sers plus
        """
    )
    await later(talk, 40)
    await talk.goes(
        """
        Chloé: /besoin réparer un vélo
        Chloé: [Chercher]
        Bot: Je ne trouve encore personne
        Chloé: /besoin tenir la comptabilité associative
        Chloé: [Chercher]
        Bot: offre « comptabilité associative »
        Basile: /offrir réparation de vélos
        Chloé: /besoin réparer un autre vélo
        Chloé: [Chercher]
        Bot: offre « réparation de vélos »
        """
    )


async def test_never_again_is_taken_back_by_a_tap(talk: Talk) -> None:
    """And holds until then, for whatever is offered."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Ne plus me proposer]
        Bot: je ne vous solliciterai plus, pour rien [Annuler]
        """
    )
    await later(talk, 40)
    await talk.goes(
        """
        Chloé: /besoin réparer un vélo
        Chloé: [Chercher]
        Bot: Je ne trouve encore personne
        Basile: [Annuler]
        Bot: Votre profil
        Chloé: /besoin réparer mon vélo
        Chloé: [Chercher]
        Bot: offre « réparation de vélos »
        """
    )


async def test_silence_passes_the_turn_on_and_a_late_yes_still_counts(talk: Talk) -> None:
    """After two days both are told, gently, and the next is asked; whoever says yes first helps."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos et des remorques
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à tour de rôle]
        Bot: je demande à une personne à la fois
        Bot → Basile: Quelqu’un de l’alliance … d’ici au mercredi 7 janvier
        """
    )
    assert await states(talk) == ["asked"]
    since = len(talk.events)
    await later(talk, 2)
    told = {one["chat"]: one["text"] for one in talk.events[since:] if one["event"] == "message"}
    assert "l’allié·e n°\u00a01 n’a pas encore pu répondre" in told["@ada"]
    assert "Je demande à la personne suivante" in told["@ada"]
    assert "ce n’est pas grave" in told["@basile"]
    assert "Quelqu’un de l’alliance" in told["@chloe"]
    await talk.goes(
        """
        Basile: [Oui]
        Bot: en contact avec Ada Exemple
        Bot → Chloé: quelqu’un d’autre a pu aider
        """
    )
    assert await states(talk) == ["accepted", "cancelled"]


async def test_a_turn_skips_whoever_may_not_be_asked_any_more(talk: Talk) -> None:
    """Who paused meanwhile is not asked; when nobody is left the team looks."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos et des remorques
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à tour de rôle]
        """
    )
    await says(talk, "Chloé", never_asked=True)
    await talk.goes(
        """
        Basile: [Pas ce mois-ci]
        Bot → Ada: … ne peut pas cette fois … sa réponse n’est plus nécessaire … L’équipe cherche avec vous
        Bot → Ada: Je ne trouve encore personne pour « réparer mon vélo »
        Bot → #equipe: Quelqu’un cherche de l’aide
        """  # noqa: E501
    )
    assert await states(talk) == ["busy"]
    asked = [one for one in talk.events if "Quelqu’un de l’alliance" in one.get("text", "")]
    assert {one["chat"] for one in asked} == {"@basile"}


async def test_nobody_is_woken_when_it_is_their_turn(talk: Talk) -> None:
    """A no late in the evening passes the turn on in the morning."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparer des vélos et des remorques
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à tour de rôle]
        """
    )
    await talk.do({"do": "clock", "by": "PT14H"})
    await talk.say("Basile", "Pas ce mois-ci")
    assert await states(talk) == ["busy"]
    await talk.do({"do": "clock", "to": "2026-01-06T09:00:00+01:00"})
    assert await states(talk) == ["busy", "asked"]


async def test_a_need_that_is_taken_back_troubles_nobody_any_more(talk: Talk) -> None:
    """Who was asked is told, once, and a yes afterwards is thanked."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Ada: /besoins
        Ada: [Clore]
        Bot: C’est clos
        Bot → Basile: Plus besoin d’aide pour « réparer mon vélo »
        Basile: [Oui]
        Bot: Cette demande n’attend plus de réponse
        """
    )
    assert await states(talk) == ["cancelled"]


async def test_a_need_whose_day_went_by_troubles_nobody_any_more(talk: Talk) -> None:
    """Its asker did not take it back, so it is said here."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo demain
        Ada: [Chercher]
        """
    )
    await talk.do({"do": "clock", "by": "PT20H"})
    await talk.goes("Ada: [Demander à l’allié·e n° 1]")
    since = len(talk.events)
    await later(talk, 2)
    told = [one for one in talk.events[since:] if one["event"] == "message"]
    basile = [one["text"] for one in told if one["chat"] == "@basile"]
    assert len(basile) == 1
    assert "plus besoin de répondre" in basile[0]
    assert await states(talk) == ["cancelled"]


async def test_who_comes_forward_is_met_as_well(talk: Talk) -> None:
    """Whoever was asked meanwhile is thanked; words are carried, and how it went is asked."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada #place: /aide
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        chat = await store.chats.known("matrix", "#place")
        kept = await store.needs.need(1)
        assert chat is not None
        assert kept is not None
        await store.needs.update(replace(kept, group_id=chat.id), now=talk.stage.clock.now())
    await talk.say("Chloé", "bonjour")
    await talk.say("Chloé", "/aider 1", chat="#place")
    await talk.goes(
        """
        Driss: bonjour
        Ada: [Nous mettre en contact]
        Bot: en contact avec Chloé Modèle
        Bot → Chloé: en contact avec Ada Exemple
        Bot → Basile: quelqu’un d’autre a pu aider
        """
    )
    assert sorted(await states(talk)) == ["accepted", "cancelled"]


async def test_nobody_is_brought_together_with_whoever_was_blocked(talk: Talk) -> None:
    """The helper is thanked and learns nothing."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Driss #equipe: /bloquer Ada Exemple
        Basile: [Oui]
        Bot: Cette demande n’attend plus de réponse
        """
    )
    assert await states(talk) == ["asked"]


async def test_an_answer_in_words_is_led_to_the_buttons(talk: Talk) -> None:
    """A label typed is a press; anything else is asked again, and nothing is carried."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        """
    )
    asked = talk.last("@basile")["id"]
    await talk.say("Basile", "C’est pour quand ?", reply_to=asked)
    assert talk.last("@basile")["text"].startswith("Est-ce un oui")
    assert "quand" not in talk.last("@ada")["text"]
    await talk.say("Basile", "oui", reply_to=talk.last("@basile")["id"])
    assert await states(talk) == ["accepted"]


async def test_all_of_it_in_english(talk: Talk) -> None:
    """To whoever reads English, each in their own language."""
    await talk.goes(
        """
        Basile: /offer bike repair
        Basile: /language English
        Ada: /language English
        Ada: /need somebody for a bike repair
        Ada: [Look for somebody]
        Bot: 1. An ally offers “bike repair” … Who shall I ask? [Ask ally no. 1]
        Ada: [Ask ally no. 1]
        Bot: 1. An ally: I asked, answer by Wednesday 7 January
        Bot → Basile: Somebody in the alliance [Yes] [Not this month] [Not my subject]
        Basile: [Not my subject]
        Bot: If this came from one of your offers, I will not use it again
        Bot → Ada: I have not found anyone for “somebody for a bike repair” yet
        """
    )
    assert await states(talk) == [IntroductionState.NOT_MY_SUBJECT]
