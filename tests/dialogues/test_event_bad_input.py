"""Proposals that go wrong: each gets a kind word that says what to do next."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)

GROUP = "#quartier"
WHOLE = "Atelier vélo samedi 17 janvier à 18h30 à la Maison Modèle, prix libre"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Fête " * 4_000 + "samedi 17 janvier à 18h", "600"),
        ("🎉", "Est-ce un événement"),
        ("<b>Bal</b> samedi 17 janvier à 20h, Place du Modèle", "<b>Bal</b>"),
        ("Bal lundi 5 janvier 2025 à 20h", "Est-ce un événement"),
        ("Bal le 31 novembre à 20h", "le mois finit le lundi 30 novembre"),
        ("Bal samedi 17 janvier à 25h", "Cette heure n’existe pas"),
        ("Bal samedi 17 janvier javascript:alert(1) 20h, Place du Modèle", "Est-ce juste"),
        ("Bal tous les lundis, mardis et mercredis à 18h, Place du Modèle", "60 dates"),
    ],
)
async def test_odd_messages_are_met_kindly(talk: Talk, text: str, answer: str) -> None:
    """Nothing is proposed before its writer says that it is right."""
    events = await talk.do(
        {"do": "say", "chat": "@ada", "from": "@ada", "text": f"/proposer {text}"}
    )
    assert answer in (events[-1]["html"] if "<" in answer else events[-1]["text"])
    assert "javascript:" not in events[-1]["html"]
    assert await talk.dump("events") == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("5 janvier 2025 20h", "déjà passé"),
        ("31 novembre 20h", "Ce jour n’existe pas"),
        ("samedi 25h", "Cette heure n’existe pas"),
        ("samedi 17 janvier de 20h à 18h", "La fin vient avant le début"),
        ("samedi 17 ou dimanche 18 janvier 20h", "plusieurs jours"),
        ("samedi accueil 18h, concert 20h", "plusieurs heures"),
        ("🎉", "pas compris le jour"),
        ("x" * 20_000, "pas compris le jour"),
    ],
)
async def test_the_day_is_asked_again(talk: Talk, typed: str, answer: str) -> None:
    """The question stands, with what was wrong."""
    await talk.say("Ada", "/proposer Bal des exemples")
    await talk.press("Ada", "Un événement")
    assert answer in " ".join(await talk.say("Ada", typed))
    await talk.say("Ada", "samedi 17 janvier 20h")
    assert "Où" in talk.last("@ada")["text"]
    assert "adresse web" in (await talk.say("Ada", "https://exemple.org/salle"))[-1]
    await talk.say("Ada", "Place du Modèle")
    assert [row["title"] for row in await talk.dump("events")] == ["Bal des exemples"]


async def test_two_proposals_of_the_same_are_one(talk: Talk) -> None:
    """Whoever is second is thanked, and will be told too; the team reads one card."""
    for who in ("Ada", "Basile"):
        await talk.say(who, f"/proposer {WHOLE}")
        await talk.press(who, "C’est juste, proposer")
    assert "Quelqu’un l’a déjà proposé" in talk.last("@basile")["text"]
    states = [row["state"] for row in await talk.dump("events")]
    assert sorted(states) == ["merged", "proposed"]
    cards = [one for one in talk.events if one.get("chat") == TEAM and one["event"] == "message"]
    assert len(cards) == 1


async def test_pressing_twice_or_on_an_old_card_proposes_once(talk: Talk) -> None:
    """The card is taken once; an older drawing offers nothing more."""
    await talk.say("Ada", f"/proposer {WHOLE}")
    card = talk.last("@ada")["id"]
    for _ in range(2):
        await talk.press("Ada", 0, message=card)
    assert len(await talk.dump("events")) == 1
    await talk.press("Ada", 1, message=card)
    assert len(await talk.dump("events")) == 1


async def test_in_a_group_nobody_presses_anothers_card(talk: Talk) -> None:
    """Nor does anybody correct or withdraw what is not theirs."""
    await talk.say("Ada", "bonjour")
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", f"/proposer {WHOLE}", chat=GROUP)
    card = talk.last(GROUP)["id"]
    await talk.press("Basile", "C’est juste, proposer", chat=GROUP, message=card)
    assert await talk.dump("events") == []
    await talk.press("Ada", "C’est juste, proposer", chat=GROUP, message=card)
    thanks = talk.last(GROUP)["id"]
    await talk.press("Basile", "Retirer", chat=GROUP, message=thanks)
    assert [row["state"] for row in await talk.dump("events")] == ["proposed"]


async def test_an_edited_message_changes_the_draft_that_was_made_of_it(talk: Talk) -> None:
    """Once it is with the team, it is corrected there; its writer is told how."""
    await talk.say("Ada", f"/proposer {WHOLE}", **{"as": "t1"})
    edit = {"do": "edit", "message": "t1"}
    await talk.do({**edit, "text": f"/proposer {WHOLE}".replace("18h30", "19h")})
    assert "samedi 17 janvier à 19 h" in talk.last("@ada")["text"].replace("\u202f", " ")
    await talk.press("Ada", "C’est juste, proposer")
    (event,) = await talk.dump("events")
    assert "T19:00" in event["start"]
    await talk.do({**edit, "text": f"/proposer {WHOLE}".replace("18h30", "20h")})
    assert "déjà chez l’équipe" in talk.last("@ada")["text"]
    assert talk.last("@ada")["choices"] == ["Corriger", "Retirer"]
    assert await talk.dump("events") == [event]


async def test_the_team_decides_once(talk: Talk) -> None:
    """A second press says so; one who left the team decides nothing."""
    await talk.say("Ada", f"/proposer {WHOLE}")
    await talk.press("Ada", "C’est juste, proposer")
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", 0, chat=TEAM, message=card)
    await talk.press("Driss", 1, chat=TEAM, message=card)
    assert [row["state"] for row in await talk.dump("events")] == ["approved"]
