"""After a yes: the two find each other again, and a yes may be taken back without blame."""

from __future__ import annotations

import pytest

from domain.introductions import IntroductionState
from tests.dialogues.consent import is_shown
from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)
"""One platform is enough here: `everywhere.txt` goes through a yes on each."""

MET = """
Basile: /offrir réparation de vélos
Ada: /besoin réparer mon vélo
Ada: [Chercher]
Ada: [Demander à l’allié·e n° 1]
Basile: [Oui]
Bot: en contact avec Ada Exemple [Noter le temps] [Finalement je ne peux pas]
Bot → Ada: en contact avec Basile Fictif [Noter le temps]
"""


async def _states(talk: Talk) -> list[str]:
    return sorted(row["state"] for row in await talk.dump("introductions"))


async def test_whom_one_found_stands_among_ones_needs(talk: Talk) -> None:
    """Until one says that it does not work; then somebody else may be looked for."""
    await talk.goes(MET)
    await talk.goes(
        """
        Ada: /besoins
        Bot: Trouvé : Basile Fictif … réparer mon vélo [Lui écrire] [Ça ne marche pas]
        Ada: [Lui écrire]
        Bot: Qu’est-ce que je transmets [C’est tout]
        Ada: Jeudi ?
        Bot → Basile: Ada Exemple vous écrit … Jeudi
        Ada: [C’est tout]
        Ada: /besoins
        Ada: [Ça ne marche pas]
        Bot: cela arrive … quelqu’un d’autre [Chercher quelqu’un d’autre]
        Ada: /besoins
        Bot: Vous ne cherchez rien en ce moment
        """
    )


async def test_whom_one_helps_stands_there_too_for_two_weeks(talk: Talk) -> None:
    """Beside what one looks for oneself."""
    await talk.goes(MET)
    await talk.goes(
        """
        Basile: /besoin relire un dossier
        Basile: /besoins
        Bot: Vous aidez Ada Exemple … réparer mon vélo [Lui écrire] [Finalement je ne peux pas]
        """
    )
    await talk.do({"do": "clock", "by": "P15D"})
    await talk.goes(
        """
        Basile: /besoins
        Bot: Vous ne cherchez rien en ce moment
        """
    )


async def test_a_yes_is_taken_back_and_the_next_is_asked(talk: Talk) -> None:
    """Asked once whether it is so; the asker learns it without blame."""
    for who in ("Basile", "Chloé"):
        await talk.say(who, "/offrir réparation de vélos")
        await is_shown(talk, who)
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à tour de rôle]
        """
    )
    asked = "Basile" if "besoin d’un coup de main" in talk.last("@basile")["text"] else "Chloé"
    other = "Chloé" if asked == "Basile" else "Basile"
    await talk.goes(
        f"""
        {asked}: [Oui]
        {asked}: [Finalement je ne peux pas]
        Bot: Je préviens la personne, sans reproche [Oui, prévenez-la] [Non, je peux]
        {asked}: [Non, je peux]
        """
    )
    assert "accepted" in await _states(talk)
    await talk.goes(
        f"""
        {asked}: /besoins
        {asked}: [Finalement je ne peux pas]
        {asked}: [Oui, prévenez-la]
        Bot: La personne est prévenue
        Bot → Ada: ne peut finalement pas … la faute de personne … personne suivante
        Bot → {other}: besoin d’un coup de main
        {other}: [Oui]
        Bot → Ada: en contact avec
        """
    )
    assert await _states(talk) == [IntroductionState.ACCEPTED, IntroductionState.WITHDRAWN]


async def test_where_nobody_is_left_the_team_looks(talk: Talk) -> None:
    """And the asker is told both."""
    await talk.goes(MET)
    await talk.goes(
        """
        Basile: [Finalement je ne peux pas]
        Basile: [Oui, prévenez-la]
        Bot → Ada: ne peut finalement pas … Votre demande est rouverte
        Bot → #equipe: réparer mon vélo
        Ada: /besoins
        Bot: l’équipe cherche … réparer mon vélo
        """
    )


async def test_a_yes_is_taken_back_by_its_giver_and_once(talk: Talk) -> None:
    """Not once it took place, nor by anybody else, nor twice."""
    await talk.goes(MET)
    card = talk.last("@basile")["id"]
    await talk.goes(
        """
        Basile: [Finalement je ne peux pas]
        Basile: [Oui, prévenez-la]
        """
    )
    told = await talk.press("Basile", 1, message=card)
    assert any("déjà répondu" in one for one in told), told
    assert await _states(talk) == [IntroductionState.WITHDRAWN]


async def test_what_took_place_is_not_taken_back(talk: Talk) -> None:
    """Neither after a word on how it went, nor weeks later."""
    await talk.goes(MET)
    card = talk.last("@basile")["id"]
    await talk.do({"do": "clock", "by": "P8D"})
    await talk.press("Ada", "Bien")
    told = await talk.press("Basile", 1, message=card)
    assert any("un peu tard" in one for one in told), told
    assert await _states(talk) == [IntroductionState.ACCEPTED]


async def test_it_is_all_there_in_english(talk: Talk) -> None:
    """The same buttons."""
    for who in ("Ada", "Basile"):
        await talk.say(who, "/language English")
    await talk.goes(
        """
        Basile: /offer bike repair
        Ada: /need somebody for a bike repair
        Ada: [Look for somebody]
        Ada: [Ask ally no. 1]
        Basile: [Yes]
        Ada: /needs
        Bot: Found: Basile Fictif [Write to them] [It does not work]
        Basile: /needs
        Bot: You are helping Ada Exemple [Write to them] [I cannot after all]
        Basile: [I cannot after all]
        Basile: [Yes, tell them]
        Bot → Ada: cannot after all … nobody’s fault
        """
    )
