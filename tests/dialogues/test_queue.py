"""What waits for the team: support before all else, and of each kind who waits longest first."""

from __future__ import annotations

import pytest

from tests.dialogues.supports import sent
from tests.dialogues.test_needs import pass_by
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def queue(talk: Talk, *, language: str = "fr") -> list[str]:
    """What one look at the queue says, message by message."""
    words = "/queue" if language == "en" else "/file"
    return [" ".join(one.split()) for one in await talk.say("Driss", words, chat=TEAM)]


async def test_support_comes_first_with_its_age_and_how_urgent_it_is(talk: Talk) -> None:
    """Also where nothing else waits; what was answered is only counted."""
    await sent(talk, "Ada")
    assert (await queue(talk))[0].startswith("Une demande de soutien attend depuis moins d’une")
    await pass_by(talk, hours=3)
    await sent(talk, "Chloé", urgency="Non, c’est urgent")
    await talk.say("Basile", "/besoin animer un atelier")
    await talk.press("Basile", "Chercher")
    said = await queue(talk)
    assert said[0].startswith(
        "⏰ 2 demandes de soutien attendent, dont une urgente, la première depuis 3 heures"
    )
    assert "Une chose attend une décision" in said[0]
    await talk.do({"do": "press", "chat": TEAM, "from": "@driss", "choice": "Clore"})
    await talk.say("Driss", "/langue en", chat=TEAM)
    assert (await queue(talk, language="en"))[0].startswith("⏰ 2 requests for support are waiting")


async def test_each_thing_says_since_when_it_waits(talk: Talk) -> None:
    """Needs, names, offers to host, calls; the oldest of a kind before the others."""
    for words in ("/besoin animer un atelier", "/besoin traduire en polonais"):
        await talk.say("Ada", words)
        if "Chercher" not in talk.last("@ada")["choices"]:
            await talk.press("Ada", "Autre chose")
            await talk.say("Ada", "en polonais")
        await talk.press("Ada", "Chercher")
        await pass_by(talk, hours=1)
    await talk.goes(
        """
        Chloé: /accueillir mardi 3 février 18h30
        Chloé: Firminy
        Chloé: 6
        Chloé: [Rien de plus]
        Chloé: [Envoyer à l’équipe]
        Driss #equipe: /appel Tenir la buvette : une soirée, avant le 15 janvier
        """
    )
    if "Aucune en particulier" in talk.last(TEAM)["choices"]:
        await talk.press("Driss", "Aucune en particulier", chat=TEAM)
    await talk.press("Driss", "Ouvrir", chat=TEAM)
    await pass_by(talk, hours=30)
    await talk.say("Driss", "/appel", chat=TEAM)
    await talk.press("Driss", "Tenir la buvette", chat=TEAM)
    await talk.press("Driss", "Clore maintenant", chat=TEAM)
    await pass_by(talk, hours=30)
    said = await queue(talk)
    cards = [one for one in said if "Attend depuis" in one]
    assert len(cards) == len(said) - 1
    assert [one for one in cards if "Clos : à vous de choisir" in one and "depuis 30 heures" in one]
    assert [one for one in cards if "Firminy" in one and "depuis 2 jours" in one]
    needs = [one for one in cards if "cherche de l’aide" in one]
    assert "animer un atelier" in needs[0]
