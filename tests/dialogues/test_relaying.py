"""Two who agreed and share no platform write to each other through the bot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.dialogues.both_sides import Both
from tests.talk import PEOPLE, TEAM, Talk

pytestmark = pytest.mark.slow

MEETING = """
Basile: /offrir réparation de vélos
Adax: /besoin réparer mon vélo
Adax: [Chercher]
Adax: [Demander à l’allié·e n° 1]
Basile: [Oui]
Bot: en contact avec Ada Fictive … je transmets vos mots [Lui écrire] [Arrêter] [Noter le temps]
Bot → Adax: en contact avec Basile Fictif … je transmets vos mots [Lui écrire] [Arrêter]
"""


@pytest.fixture
def both(talk: Talk) -> Both:
    """Basile on one platform, Adax on the other."""
    return Both(talk, talk.events)


async def _replies(both: Both, who: str, text: str) -> None:
    """Somebody answers the newest message of the bot."""
    last = both.last(PEOPLE[who][0])["id"]
    await both.say(who, text, reply_to=last)


async def test_words_are_carried_both_ways(both: Both) -> None:
    """By a button, then by plain replies."""
    await both.goes(MEETING)
    await both.goes(
        """
        Adax: [Lui écrire]
        Bot: Qu’est-ce que je transmets
        Adax: Bonjour ! Jeudi, ça vous va ?
        Bot: C’est transmis à Basile Fictif
        Bot → Basile: Ada Fictive vous écrit … Jeudi, ça vous va [Lui écrire] [Arrêter]
        """
    )
    await _replies(both, "Basile", "Jeudi c’est parfait")
    assert "Basile Fictif vous écrit" in both.last(PEOPLE["Adax"][0])["text"]
    assert "C’est transmis à Ada Fictive" in both.last("@basile")["text"]


async def test_writing_goes_on_until_it_is_said_that_this_is_all(both: Both) -> None:
    """Several messages, none of which is for the bot; commands still are."""
    await both.goes(MEETING)
    await both.goes(
        """
        Adax: [Lui écrire]
        Bot: Qu’est-ce que je transmets … jusqu’à « C’est tout » [C’est tout]
        Adax: Jeudi, ça vous va ?
        Bot: C’est transmis à Basile Fictif … La suite part aussi [C’est tout]
        Bot → Basile: Jeudi, ça vous va
        Adax: Le code de la porte est 4512
        Bot: C’est transmis à Basile Fictif
        Bot → Basile: Ada Fictive vous écrit … 4512
        Adax: /besoins
        Bot: …
        Adax: oui
        Bot → Basile: oui
        Adax: [C’est tout]
        Bot: je ne transmets plus ce que vous écrivez
        Adax: et le digicode du garage : 99
        Bot: C’est pour Basile Fictif, ou pour moi [Pour Basile Fictif] [Pour vous, le robot]
        """
    )


async def test_words_that_reply_to_nothing_are_asked_about(both: Both) -> None:
    """Neither the team nor the base reads them before a tap, and a tap is enough."""
    await both.goes(MEETING)
    await both.goes(
        """
        Basile: Le code de la porte est 4512
        Bot: C’est pour Ada Fictive, ou pour moi [Pour Ada Fictive] [Pour vous, le robot]
        Basile: [Pour Ada Fictive]
        Bot → Adax: Basile Fictif vous écrit … 4512
        Basile: oui
        Bot: C’est pour Ada Fictive, ou pour moi
        Basile: merci
        Bot: Avec plaisir [Pour Ada Fictive]
        Basile: bonjour
        Bot: Bonjour
        Basile: Comment adhérer à la fabrique ?
        Bot: C’est pour Ada Fictive, ou pour moi [Pour Ada Fictive] [Pour vous, le robot]
        Basile: [Pour vous, le robot]
        Bot: … [👍 C’est ça]
        """
    )
    assert not any("4512" in str(one) for one in both.events if one.get("chat") == TEAM)


async def test_what_was_for_the_bot_is_a_question_after_all(both: Both) -> None:
    """By a tap, and with a name as any question."""
    await both.goes(MEETING)
    await both.goes(
        """
        Adax: Qui a la clé du glorbul de Firminy ?
        Bot: C’est pour Basile Fictif, ou pour moi
        Adax: [Pour vous, le robot]
        Bot → #equipe: Ada Fictive … glorbul
        """
    )


async def test_after_two_weeks_of_silence_words_are_for_the_bot(both: Both) -> None:
    """As before they met."""
    await both.goes(MEETING)
    await both.later(15 * 24 * 60)
    await both.goes(
        """
        Adax: Comment adhérer à la fabrique ?
        Bot: … [👍 C’est ça]
        """
    )


async def test_a_pair_on_two_platforms_writes_through_the_bot(both: Both) -> None:
    """As two do who were introduced; until one of them leaves it at that."""
    await both.say("Basile", "/binome 1")
    await both.say("Adax", "/binome nouvelle")
    await both.goes(
        """
        Driss #equipe: /binome
        Driss #equipe: [Proposer les binômes]
        Basile: [Oui]
        Adax: [Oui]
        Bot: en binôme avec Basile Fictif … je transmets vos mots [Lui écrire]
        Bot → Basile: en binôme avec Ada Fictive … je transmets vos mots [Lui écrire]
        Adax: [Lui écrire]
        Bot: Qu’est-ce que je transmets
        Adax: Bonjour ! Jeudi ?
        Bot: C’est transmis à Basile Fictif
        Bot → Basile: Ada Fictive vous écrit … Jeudi [Lui écrire]
        """
    )
    await _replies(both, "Basile", "Jeudi c’est parfait")
    assert "Basile Fictif vous écrit" in both.last(PEOPLE["Adax"][0])["text"]
    await both.goes(
        """
        Basile: à jeudi alors, code 4512
        Bot: C’est pour Ada Fictive, ou pour moi
        """
    )
    asked = both.last("@basile")["id"]
    await both.say("Basile", "/binome")
    await both.press("Basile", "Arrêter avec Ada Fictive")
    await both.talk.press("Basile", 0, message=asked, platform=both.platform("Basile"))
    assert not any("4512" in str(one.get("text")) for one in both.events if _to_adax(one))


async def test_who_meets_on_two_platforms_writes_through_the_bot(both: Both) -> None:
    """For a month, also in reply."""
    await both.say("Basile", "/rencontres oui")
    await both.say("Adax", "/rencontres oui")
    await both.later(35 * 24 * 60)
    cards = [one for one in both.events if one.get("chat") == "@basile" and _is_meetup(one)]
    await both.say("Basile", "On se voit jeudi ?", reply_to=cards[0]["id"])
    assert "Basile Fictif vous écrit" in both.last(PEOPLE["Adax"][0])["text"]
    await both.goes(
        """
        Adax: [Lui écrire]
        Adax: Jeudi midi
        Bot → Basile: Ada Fictive vous écrit … Jeudi midi
        """
    )


async def test_a_file_is_carried_as_it_is(both: Both, tmp_path: Path) -> None:
    """In reply to the introduction."""
    await both.goes(MEETING)
    (tmp_path / "velo.png").write_bytes(b"\x89PNG fictif")
    sent = {"do": "send_file", "platform": both.platform("Basile"), "chat": "@basile"}
    sent |= {"from": "@basile", "name": "velo.png", "path": str(tmp_path / "velo.png")}
    await both.talk.do(sent | {"kind": "photo", "reply_to": both.last("@basile")["id"]})
    got = both.last(PEOPLE["Adax"][0])
    assert "Basile Fictif vous envoie ceci" in got["text"]
    assert [file["name"] for file in got["files"]] == ["velo.png"]


async def test_a_picture_that_replies_to_nothing_may_be_carried(both: Both, tmp_path: Path) -> None:
    """Once one says for whom it is."""
    await both.goes(MEETING)
    (tmp_path / "code.png").write_bytes(b"\x89PNG fictif")
    sent = {"do": "send_file", "platform": both.platform("Basile"), "chat": "@basile"}
    sent |= {"from": "@basile", "name": "code.png", "path": str(tmp_path / "code.png")}
    await both.talk.do(sent | {"kind": "photo"})
    assert both.last("@basile")["choices"] == ["Écrire à Ada Fictive"]
    await both.press("Basile", "Écrire à Ada Fictive")
    await both.talk.do(sent | {"kind": "photo"})
    got = both.last(PEOPLE["Adax"][0])
    assert [file["name"] for file in got["files"]] == ["code.png"]


async def test_either_may_stop(both: Both) -> None:
    """Both are told, and nothing passes any more."""
    await both.goes(MEETING)
    await both.goes(
        """
        Basile: [Arrêter]
        Bot: Je ne transmets plus rien entre vous et Ada Fictive
        Bot → Adax: Basile Fictif préfère en rester là
        Adax: [Lui écrire]
        Bot: L’un·e de vous deux a arrêté les messages
        Adax: Encore un mot
        """
    )
    assert not any("Encore un mot" in one["text"] for one in both.events if _to_basile(one))


async def test_it_ends_after_two_weeks(both: Both) -> None:
    """And says so."""
    await both.goes(MEETING)
    first = both.last("@basile")["id"]
    await both.later(15 * 24 * 60)
    await both.say("Basile", "Toujours là ?", reply_to=first)
    assert "Je transmets pendant 14 jours" in both.last("@basile")["text"]


async def test_nothing_is_carried_to_or_from_whoever_was_blocked(both: Both) -> None:
    """The other learns only that they cannot be reached."""
    await both.goes(MEETING)
    met = both.last("@basile")["id"]
    await both.say("Driss", "/bloquer Ada Fictive", chat="#equipe")
    await both.say("Basile", "Jeudi ?", reply_to=met)
    assert "Je ne peux plus joindre cette personne" in both.last("@basile")["text"]
    await both.goes(
        """
        Adax: [Lui écrire]
        Adax: Jeudi ?
        """
    )
    assert not any("Jeudi" in one["text"] for one in both.events if _to_basile(one))


async def test_who_is_linked_is_found_where_both_are(both: Both) -> None:
    """One person on two platforms needs nobody between."""
    await both.say("Ada", "bonjour")
    await both.say("Adax", "bonjour")
    await both.linked()
    await both.goes(
        """
        Basile: /offrir réparation de vélos
        Ada: /besoin réparer mon vélo
        Ada: [Chercher]
        Ada: [Demander à l’allié·e n° 1]
        Basile: [Oui]
        Bot: en contact avec Ada … Pour lui écrire : … @ada [Noter le temps]
        """
    )


def _to_adax(event: dict[str, Any]) -> bool:
    return (event["event"], event.get("chat")) == ("message", PEOPLE["Adax"][0])


def _is_meetup(event: dict[str, Any]) -> bool:
    return "je transmets vos mots" in str(event.get("text", ""))


def _to_basile(event: dict[str, object]) -> bool:
    return event["event"] == "message" and event["chat"] == "@basile"


async def test_all_of_it_in_english(both: Both) -> None:
    """Each in their own language."""
    await both.say("Adax", "/language English")
    await both.goes(
        """
        Basile: /offer bike repair
        Adax: /need somebody for a bike repair
        Adax: [Look for somebody]
        Adax: [Ask ally no. 1]
        Basile: [Oui]
        Bot → Adax: in touch with Basile Fictif … I pass on your words [Write to them] [Stop]
        Adax: [Write to them]
        Bot: What shall I pass on?
        Adax: Would Thursday do?
        Bot: Passed on to Basile Fictif
        Bot → Basile: Ada Fictive vous écrit … Would Thursday do?
        Adax: [That is all]
        Bot: I no longer pass on what you write
        Basile: [Arrêter]
        Bot → Adax: Basile Fictif would rather leave it at that
        """
    )
