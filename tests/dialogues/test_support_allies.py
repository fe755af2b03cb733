"""Allies whom the team thinks of: named where they show it, and left in peace at the end."""

from __future__ import annotations

import pytest

from domain.profiles import Field
from tests.dialogues.people import shows_nobody
from tests.dialogues.supports import TOLD, kept, sent, standing, to
from tests.dialogues.test_support_ends import ALLY, NAMED, ally_asked, asked_in
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)
FOUND = "Personne n’a encore été sollicité"


async def named_ally_asked(talk: Talk) -> None:
    """Ada lets an ally know the name of her structure; Chloé is asked."""
    await talk.say("Chloé", "/offrir médiation")
    await talk.say("Ada", f"/soutien {TOLD}")
    await talk.press("Ada", NAMED)
    await talk.say("Ada", "Les Exemples")
    await talk.press("Ada", "Oui, cela peut attendre")
    await talk.press("Ada", "Envoyer à l’équipe")
    await talk.press("Driss", "Chercher un·e allié·e", chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    await talk.press("Driss", "Demander à Chloé Modèle", chat=TEAM)


async def test_the_team_reads_the_offer_beside_the_name(talk: Talk) -> None:
    """Of whoever shows both."""
    await ally_asked(talk)
    found = next(one for one in await to(talk, TEAM) if FOUND in one)
    assert "1. Chloé Modèle offre «" in found


@pytest.mark.parametrize("offers", [False, True])
async def test_who_hides_from_everybody_is_a_number(talk: Talk, offers: bool) -> None:
    """In the list, on the button, when they are asked, on the card and when they stay silent."""
    await talk.say("Chloé", "/offrir médiation")
    hidden = (Field.NAME,) if offers else (Field.NAME, Field.SKILLS)
    await shows_nobody(talk, "Chloé", *hidden)
    await sent(talk, "Ada", share=ALLY)
    await talk.press("Driss", "Chercher un·e allié·e", chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    found = next(one for one in await to(talk, TEAM) if FOUND in one)
    assert ("offre «" in found) == offers
    told = await talk.press("Driss", "Demander à l’allié·e n° 1", chat=TEAM)
    assert "J’ai demandé à l’allié·e n°" in " ".join(told)
    await talk.do({"do": "clock", "by": "P3D"})
    assert "Pas de réponse de l’allié·e n°" in " ".join(await to(talk, TEAM))
    assert "Chloé" not in " ".join(await to(talk, TEAM))


async def test_a_card_that_is_closed_names_no_ally(talk: Talk) -> None:
    """Who was asked about it matters to nobody any more."""
    await ally_asked(talk)
    assert "Chloé Modèle" in (await to(talk, TEAM))[-2] + (await to(talk, TEAM))[-1]
    await talk.press("Ada", "C’est fini pour moi")
    await talk.press("Ada", "Ça va mieux")
    closed = next(one for one in standing(talk, TEAM) if "Clos." in one)
    assert "Chloé" not in closed


async def test_whoever_asked_is_told_what_an_ally_knows_of_them(talk: Talk) -> None:
    """Nothing, or their structure's name where they let it pass."""
    await named_ally_asked(talk)
    await talk.press("Chloé", "Je veux bien")
    assert "ne connaît que le nom de votre structure, Les Exemples" in talk.last("@ada")["text"]


async def test_an_ally_without_a_name_knows_nobody(talk: Talk) -> None:
    """Which whoever asked is told."""
    await ally_asked(talk)
    await talk.press("Chloé", "Je veux bien")
    assert "ne sait pas qui vous êtes" in talk.last("@ada")["text"]


async def test_an_erased_request_leaves_an_ally_nothing(talk: Talk) -> None:
    """Neither the structure's name nor what it was about, in the chat or the outbox."""
    await named_ally_asked(talk)
    await talk.press("Ada", "Tout effacer")
    await talk.press("Ada", "Oui, tout effacer")
    assert "Les Exemples" not in " ".join(standing(talk, "@chloe"))
    assert await kept(talk, "Les Exemples") == []


async def test_a_forgotten_request_leaves_an_ally_nothing(talk: Talk) -> None:
    """By itself, after silence."""
    await named_ally_asked(talk)
    await talk.press("Ada", "C’est fini pour moi")
    await talk.press("Ada", "Autre")
    await talk.do({"do": "clock", "by": "P91D"})
    assert "Les Exemples" not in " ".join(standing(talk, "@chloe"))


async def test_an_ally_is_spared_when_it_ends_in_silence(talk: Talk) -> None:
    """They said yes, and whoever asked never answered."""
    await ally_asked(talk)
    await talk.press("Chloé", "Je veux bien")
    card = asked_in(talk, "Qui peut s’en charger")
    await talk.say("Driss", "On s’appelle ?", chat=TEAM, reply_to=card)
    await talk.do({"do": "clock", "by": "P15D"})
    await talk.do({"do": "clock", "by": "P31D"})
    assert "ce n’est plus nécessaire" in " ".join(standing(talk, "@chloe"))
    assert "Chloé" not in standing(talk, TEAM)[1]


async def test_an_ally_who_writes_first_says_yes_or_no(talk: Talk) -> None:
    """Nothing passes before both agreed."""
    await ally_asked(talk)
    asked = str(talk.last("@chloe")["id"])
    await talk.say("Chloé", "C’est pour quand ?", reply_to=asked)
    assert talk.last("@chloe")["text"].startswith("Voulez-vous bien")
    await talk.press("Chloé", "Je veux bien")
    await talk.say("Chloé", "C’est pour quand ?", reply_to=asked)
    assert "Je demande à la personne" in talk.last("@chloe")["text"]
    assert "pour quand" not in " ".join(await to(talk, "@ada"))


async def test_no_after_yes_keeps_it_to_the_team(talk: Talk) -> None:
    """Asked twice, answered both ways: the last word holds, and an ally who was asked is spared."""
    await talk.say("Chloé", "/offrir médiation")
    await sent(talk, "Ada")
    card = asked_in(talk, "Qui peut s’en charger")
    await talk.press("Driss", "Proposer un·e allié·e", chat=TEAM)
    first = str(talk.last("@ada")["id"])
    await talk.tap("Driss", "Proposer un·e allié·e", card, chat=TEAM)
    await talk.press("Ada", "Oui, cherchez", message=first)
    await talk.tap("Driss", "Chercher un·e allié·e", card, chat=TEAM)
    await talk.press("Driss", "médiation de conflits", chat=TEAM)
    await talk.press("Driss", "Demander à Chloé Modèle", chat=TEAM)
    second = [one for one in talk.events if "pense à demander" in str(one.get("text"))][-1]
    await talk.press("Ada", "Non, l’équipe seulement", message=str(second["id"]))
    assert "Proposer un·e allié·e" in talk.stage.world.posts[card].choices
    assert "ce n’est plus nécessaire" in talk.last("@chloe")["text"]


async def test_the_queue_points_to_open_requests(talk: Talk) -> None:
    """It never says that nothing waits while a structure does."""
    (told,) = await talk.say("Driss", "/file", chat=TEAM)
    assert "Plus rien n’attend" in told
    await sent(talk, "Ada")
    (told,) = await talk.say("Driss", "/file", chat=TEAM)
    assert told.startswith("Une demande de soutien attend")
    assert "/soutien" in told
