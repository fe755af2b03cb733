"""Whom the bot proposes, and what it says when it is asked why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.places import Level, Place
from domain.profiles import Audience, Field, Profile
from tests.dialogues.allies import are_allies
from tests.talk import PEOPLE, Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)
"""One platform is enough here: `everywhere.txt` asks why on each."""

LOIRE = Place("", "Firminy", Level.COMMUNE, None, "42", "84", 45.39, 4.29)


async def _says(talk: Talk, who: str, **said: object) -> None:
    """What a person would say of themselves in their profile."""
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known("matrix", PEOPLE[who][0])
        assert person is not None
        profile = replace(Profile(person.id), **said)  # type: ignore[arg-type]
        await store.profiles.save(profile, now=talk.stage.clock.now())


async def test_why_is_said_in_sentences(talk: Talk) -> None:
    """What was offered, where, whether there is room; a balance never."""
    await talk.goes(
        """
        Basile: /offrir animation d’ateliers
        Ada: bonjour
        """
    )
    await are_allies(talk, "Ada")
    await _says(talk, "Basile", place=LOIRE)
    await _says(talk, "Ada", place=replace(LOIRE, code="42218", name="Saint-Étienne"))
    await talk.goes(
        """
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Bot: offre … (même département et disponible ce mois-ci) [Demander à l’allié·e n° 1]
        Ada: [Pourquoi cette personne ?]
        Bot: Un·e allié·e : même département, disponible ce mois-ci et son offre dit la même
        Ada: [Demander à l’allié·e n° 1]
        Bot: J’ai demandé à l’allié·e n° 1
        """
    )


async def test_why_is_said_in_english(talk: Talk) -> None:
    """To whoever reads English."""
    await talk.goes(
        """
        Basile: /offer bike repair
        Chloé: /offer bike and trailer repair
        Ada: /language English
        Ada: /need somebody for a bike repair
        Ada: [Look for somebody]
        Bot: offers “bike repair” (available this month) [Ask ally no. 1]
        Ada: [Why these people?]
        Bot: available this month and what they offer is what you need … Status and circle never
        """
    )


async def test_where_somebody_lives_is_told_to_those_who_may_know(talk: Talk) -> None:
    """It still counts; it is not said."""
    await talk.goes(
        """
        Basile: /offrir animation d’ateliers
        Ada: bonjour
        """
    )
    await _says(talk, "Basile", place=LOIRE, shown={Field.PLACE: Audience.NOBODY})
    await _says(talk, "Ada", place=LOIRE)
    await talk.goes(
        """
        Ada: /besoin animer un atelier
        Ada: [Chercher]
        Ada: [Pourquoi cette personne ?]
        Bot: Un·e allié·e : lieu non précisé
        """
    )


async def test_whoever_paused_or_wants_no_asks_is_not_proposed(talk: Talk) -> None:
    """Where everybody is, the team is told, as if nobody offered."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Chloé: /offrir réparation de vélos
        """
    )
    await _says(talk, "Basile", paused_until=date(2026, 1, 6))
    await _says(talk, "Chloé", never_asked=True)
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: Je ne trouve encore personne
        Bot → #equipe: Quelqu’un cherche de l’aide
        """
    )
    await talk.do({"do": "clock", "by": "P1D"})
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher quand même]
        Bot: Un·e allié·e offre « réparation de vélos » [Demander à l’allié·e n° 1]
        """
    )


async def test_nobody_is_asked_twice_within_a_week(talk: Talk) -> None:
    """Not even by two people who both saw the name before."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: Un·e allié·e offre … [Demander à l’allié·e n° 1]
        Driss: /besoin réparer un vélo
        Driss: [Chercher]
        Bot: Un·e allié·e offre … [Demander à l’allié·e n° 1]
        Ada: [Demander à l’allié·e n° 1]
        Bot: J’ai demandé à l’allié·e n° 1
        Driss: [Demander à l’allié·e n° 1]
        Bot: Cette personne ne peut pas être sollicitée en ce moment
        Chloé: /besoin réparer un vélo
        Chloé: [Chercher]
        Bot: Je ne trouve encore personne
        """
    )
    await talk.do({"do": "clock", "by": "P7D"})
    await talk.goes(
        """
        Chloé: /besoin réparer un vélo
        Chloé: [Chercher quand même]
        Bot: Un·e allié·e offre … malgré une demande il y a peu … [Demander à l’allié·e n° 1]
        """
    )


async def test_nobody_is_asked_beyond_their_own_cap(talk: Talk) -> None:
    """One ask a month is one ask a month."""
    await talk.goes("Basile: /offrir réparation de vélos")
    await _says(talk, "Basile", asks_month=1)
    await talk.goes(
        """
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        """
    )
    await talk.do({"do": "clock", "by": "P20D"})
    await talk.goes(
        """
        Chloé: /besoin réparer un vélo
        Chloé: [Chercher]
        Bot: Je ne trouve encore personne
        """
    )


async def test_what_was_proposed_is_nobody_s_introduction_yet(talk: Talk) -> None:
    """A name on a card is no ask: it counts for no cap, and the dump shows none."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Driss: /besoin réparer un vélo
        Driss: [Chercher]
        Bot: Un·e allié·e offre
        """
    )
    assert await talk.dump("introductions") == []


async def test_why_is_told_to_the_one_who_asked_alone(talk: Talk) -> None:
    """After a restart as well, from what was kept."""
    await talk.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Bot: Un·e allié·e offre
        """
    )
    await talk.restart()
    await talk.goes(
        """
        Ada: [Pourquoi cette personne ?]
        Bot: disponible ce mois-ci
        """
    )
