"""Binômes: a newcomer, somebody who has been there longer, and a team that brings them together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.places import Level, Place
from domain.profiles import Audience, Field, Profile
from tests.dialogues.people import unnamed
from tests.talk import PEOPLE, TEAM, Talk

LOIRE = Place("42095", "Firminy", Level.COMMUNE, None, "42", "84", 45.39, 4.29)

ASKED = """
    Ada: /binome
    Bot: Un binôme pour bien commencer [Je cherche un binôme] [J’accompagne une personne] [J’en accompagne 2] [J’en accompagne 3]
    Ada: [Je cherche un binôme]
    Bot: Vous attendez un binôme depuis le lundi 5 janvier [Ne plus attendre]
    Basile: /binome 1
    Bot: Vous accompagnez une personne nouvelle à la fois
    Driss #equipe: /binome
    Bot: Une personne nouvelle attend un binôme. Une place est libre. [Proposer les binômes]
    Driss #equipe: [Proposer les binômes]
    Bot: J’ai proposé un binôme
    Bot → Ada: J’ai peut-être votre binôme … que si chacun·e dit oui … avant le lundi 12 janvier [Oui] [Plutôt quelqu’un d’autre] [Pas maintenant]
    Bot → Basile: Une personne arrive et cherche un binôme [Oui] [Plutôt quelqu’un d’autre] [Pas maintenant]
"""  # noqa: E501
"""Ada and Basile are asked whether they would be a pair."""

TOGETHER = f"""
    {ASKED}
    Ada: [Oui]
    Bot: Il ne manque plus que l’autre réponse
    Basile: [Oui]
    Bot: Vous voilà en binôme avec Ada Exemple … Pour lui écrire : … @ada … Un premier message de votre part
    Bot → Ada: Vous voilà en binôme avec Basile Fictif … Pour lui écrire : … @basile … Une question
"""  # noqa: E501


async def _days(talk: Talk, days: int) -> None:
    await talk.do({"do": "clock", "by": f"P{days}D"})


def _heard(talk: Talk, who: str) -> str:
    """All that somebody read in private."""
    account = PEOPLE[who][0]
    said = [one for one in talk.events if one.get("chat") == account and "text" in one]
    return " ".join(one["text"] for one in said)


async def test_both_agree_and_only_then_learn_of_each_other(talk: Talk) -> None:
    """Each is told the other's name and how to reach them; the list forgets both."""
    await talk.goes(ASKED)
    assert "Basile" not in _heard(talk, "Ada")
    await talk.press("Ada", "Oui")
    assert "Basile" not in _heard(talk, "Ada")
    assert "Ada" not in _heard(talk, "Basile")
    await talk.goes(
        """
        Basile: [Oui]
        Bot: Vous voilà en binôme avec Ada Exemple
        Bot → Ada: Vous voilà en binôme avec Basile Fictif
        Driss #equipe: /binome
        Bot: Personne n’attend de binôme. Aucune place n’est libre
        Ada: /binome
        Bot: En binôme avec Basile Fictif
        Ada: /binome nouveau
        Bot: Vous êtes déjà en binôme
        """
    )


async def test_a_pair_is_made_in_english(talk: Talk) -> None:
    """From the first word to the last."""
    await talk.goes(
        """
        Ada: /language English
        Basile: /language English
        Ada: /buddy
        Bot: A buddy to get you started [I am looking for a buddy]
        Ada: [I am looking for a buddy]
        Bot: You have been waiting for a buddy since
        Basile: /buddy 2
        Bot: You look after up to 2 newcomers at a time
        Driss #equipe: /buddy
        Driss #equipe: [Proposer les binômes]
        Bot → Ada: I may have found your buddy … Names are given only if you both say yes [Yes] [Rather somebody else] [Not now]
        Ada: [Yes]
        Basile: [Yes]
        Bot: You are now paired with Ada Exemple … To write to them: … @ada
        Bot → Ada: You are now paired with Basile Fictif
        """  # noqa: E501
    )


async def test_whoever_names_other_languages_still_speaks_the_one_they_write(talk: Talk) -> None:
    """Ada speaks English and Arabic too, and is paired in French."""
    await talk.goes(
        f"""
        Ada: /profil je parle anglais et arabe
        {ASKED}
        """
    )


async def test_somebody_else_is_never_the_same_again(talk: Talk) -> None:
    """The other learns that it is not this time, and not who."""
    await talk.goes(
        f"""
        {ASKED}
        Basile: [Plutôt quelqu’un d’autre]
        Bot: je ne vous proposerai plus cette personne
        Bot → Ada: ne se fera pas cette fois. Vous restez sur la liste
        Ada: [Oui]
        Bot: C’est déjà répondu, ou trop tard
        Driss #equipe: /binome
        Driss #equipe: [Proposer les binômes]
        Bot: Je n’ai pu proposer aucun binôme. Une personne reste sur la liste, et le sait
        Bot → Ada: je n’ai trouvé personne pour vous … en premier
        """
    )
    assert "Basile" not in _heard(talk, "Ada")


async def test_not_now_rests_a_month(talk: Talk) -> None:
    """And then the same two may be asked once more."""
    await talk.goes(
        f"""
        {ASKED}
        Basile: [Pas maintenant]
        Bot: Je vous laisse tranquille un mois
        Bot → Ada: ne se fera pas cette fois
        Driss #equipe: /binome
        Bot: Une personne nouvelle attend un binôme. Aucune place n’est libre
        """
    )
    await _days(talk, 31)
    await talk.goes(
        """
        Driss #equipe: /binome
        Bot: Une place est libre [Proposer les binômes]
        Driss #equipe: [Proposer les binômes]
        Bot → Basile: Une personne arrive
        """
    )


async def test_who_does_not_answer_holds_nobody_up(talk: Talk) -> None:
    """After a week the one who said yes goes on waiting, and the other is left in peace."""
    await talk.goes(ASKED)
    await talk.press("Ada", "Oui")
    await _days(talk, 8)
    await talk.goes(
        """
        Basile: [Oui]
        Bot: C’est déjà répondu, ou trop tard
        """
    )
    assert "Vous restez sur la liste" in _heard(talk, "Ada")
    assert "Je n’ai pas eu votre réponse" in _heard(talk, "Basile")


async def test_a_month_later_one_tap_says_how_it_goes(talk: Talk) -> None:
    """Either may stop, and the other is told."""
    await talk.goes(TOGETHER)
    await _days(talk, 31)
    assert "Cela fait un mois que vous êtes en binôme avec Basile Fictif" in _heard(talk, "Ada")
    await talk.goes(
        """
        Ada: [Bien, on continue]
        Bot: Tant mieux
        Basile: [On s’arrête là]
        Bot: C’est noté, et la personne est prévenue
        Bot → Ada: Basile Fictif arrête votre binôme
        Driss #equipe: /binome
        Bot: En binôme aujourd’hui : 0. Depuis le début : moins de 5
        Ada: /binome nouvelle
        Bot: Vous attendez un binôme
        """
    )


async def test_who_leaves_the_list_the_same_day_is_asked_no_more(talk: Talk) -> None:
    """What was asked of the other is taken back, without a name."""
    await talk.goes(
        f"""
        {ASKED}
        Ada: /binome stop
        Bot: je ne vous propose plus de binôme
        Bot → Basile: ne se fera pas cette fois. Votre place reste ouverte
        Basile: [Oui]
        Bot: C’est déjà répondu, ou trop tard
        """
    )


async def test_odd_numbers_are_answered(talk: Talk) -> None:
    """None is an answer; a hundred is not."""
    await talk.goes(
        """
        Basile: /binome 100
        Bot: On accompagne de zéro à 3 personnes
        Basile: /binome 3
        Bot: jusqu’à 3 personnes
        Basile: /binome 0
        Bot: je ne vous propose plus de binôme
        Driss #equipe: /binome
        Bot: Personne n’attend de binôme. Aucune place
        """
    )


async def test_a_tap_of_somebody_else_does_nothing(talk: Talk) -> None:
    """Nor does a second tap, nor one of the team's after it was pressed."""
    await talk.goes(ASKED)
    last = talk.last(PEOPLE["Ada"][0])["id"]
    await talk.say("Chloé", "bonjour")
    assert "n’est plus valable" in " ".join(await talk.press("Chloé", "Oui", message=last))
    await talk.press("Ada", "Oui")
    await talk.press("Ada", "Oui", message=last)
    assert "Basile" not in _heard(talk, "Ada")


@pytest.mark.parametrize("shown", [Audience.ALLIES, Audience.TEAM])
async def test_what_brings_two_together_is_told_as_far_as_both_show_it(
    talk: Talk, shown: Audience
) -> None:
    """Where they live, when allies may know."""
    await talk.say("Ada", "/binome nouvelle")
    await talk.say("Basile", "/binome 1")
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        for who in ("Ada", "Basile"):
            person = await store.people.known(talk.stage.platform, PEOPLE[who][0])
            assert person is not None
            profile = replace(Profile(person.id), place=LOIRE, shown={Field.PLACE: shown})
            await store.profiles.save(profile, now=talk.stage.clock.now())
    await talk.say("Driss", "/binome", chat=TEAM)
    await talk.press("Driss", "Proposer les binômes", chat=TEAM)
    assert ("même commune" in _heard(talk, "Ada")) == (shown is Audience.ALLIES)


async def test_a_card_from_before_says_that_it_is_outdated(talk: Talk) -> None:
    """Somebody of the team was faster: that is not to find nobody."""
    await talk.say("Ada", "/binome nouvelle")
    await talk.say("Basile", "/binome 1")
    await talk.say("Driss", "/binome", chat=TEAM)
    former = str(talk.last(TEAM)["id"])
    await talk.say("Driss", "/binome", chat=TEAM)
    await talk.press("Driss", "Proposer les binômes", chat=TEAM)
    said = await talk.tap("Driss", "Proposer les binômes", former, chat=TEAM)
    assert "plus valable" in " ".join(said)


async def test_nobody_is_paired_while_on_a_pause(talk: Talk) -> None:
    """Nor counted as free."""
    await talk.goes(
        """
        Ada: /binome nouvelle
        Basile: /binome 1
        Basile: /profil en pause jusqu’au 1er mars
        Driss #equipe: /binome
        Bot: Une personne nouvelle attend un binôme. Aucune place n’est libre
        """
    )


async def test_the_team_is_told_on_the_first_monday(talk: Talk) -> None:
    """Once, whatever restarts; not in August, and not when nobody waits."""
    await talk.do({"do": "clock", "to": "2026-07-10T10:00:00+02:00"})
    assert "attend un binôme" not in _posted(talk)
    await talk.say("Ada", "/binome nouvelle")
    first = _posted(talk).count("attend un binôme")
    await talk.do({"do": "clock", "to": "2026-09-06T10:00:00+02:00"})
    assert _posted(talk).count("attend un binôme") == first
    await talk.do({"do": "clock", "to": "2026-09-07T09:30:00+02:00"})
    await talk.restart()
    await _days(talk, 10)
    assert _posted(talk).count("attend un binôme") == first + 1


def _posted(talk: Talk) -> str:
    """All that the team read."""
    said = [one for one in talk.events if one.get("chat") == TEAM and "text" in one]
    return " ".join(one["text"] for one in said)


async def test_who_leaves_the_fabrique_is_paired_and_drawn_no_more(talk: Talk) -> None:
    """Not even once they write again; whoever was with them is told."""
    await talk.goes(TOGETHER)
    await talk.goes(
        """
        Ada: /rencontres oui
        Driss #equipe: /depart @ada
        Driss #equipe: [C’est juste]
        Bot → Basile: Ada Exemple arrête votre binôme
        Ada: /rencontres
        Bot: Une rencontre par mois
        Ada: /binome
        Bot: Un binôme pour bien commencer
        """
    )


async def test_a_group_learns_nothing(talk: Talk) -> None:
    """It stays between the person and the bot."""
    await talk.do({"do": "join", "chat": "#pilat", "from": "@ada"})
    await talk.goes(
        """
        Ada #pilat: /binome
        Bot: Cela reste entre nous
        """
    )


async def test_another_fabrique_pairs_its_own(talk: Talk) -> None:
    """Nobody is paired across fabriques unawares."""
    await talk.second()
    await talk.say("Ada", "/binome nouvelle")
    await talk.goes(
        """
        Yann #stephanois: /binome
        Bot: Personne n’attend de binôme
        """
    )


@pytest.mark.parametrize("talk", ["telegram"], indirect=True)
async def test_a_pair_is_made_with_whoever_is_found_by_no_name(talk: Talk) -> None:
    """On Telegram without an @name: words are carried."""
    await talk.goes(ASKED)
    await talk.press("Ada", "Oui")
    await unnamed(talk, "Ada")
    await talk.goes(
        """
        Basile: [Oui]
        Bot: en binôme avec Ada Exemple … je transmets vos mots [Lui écrire]
        Bot → Ada: en binôme avec Basile Fictif … je transmets vos mots … @basile [Lui écrire]
        """
    )
