"""The day of a meeting put to the vote: one voice each, which may change until it is closed."""

from __future__ import annotations

from typing import Any

import pytest

from bot.settings import Settings
from storage.chats import Address
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow

DAYS = "mardi 13 janvier, jeudi 15 janvier et vendredi 16 janvier"


async def put_to_the_vote(talk: Talk) -> tuple[str, str]:
    """Driss asks the team; gives the message of the vote, and the one that closes it."""
    await talk.say("Chloé", "Bonjour", chat=TEAM)
    await talk.goes(
        f"""
        Driss #equipe: /permanence
        Driss #equipe: [Voter sur la date]
        Bot: Quels jours proposer au vote
        Driss #equipe: {DAYS}
        Bot: Le vote est ouvert [Clore le vote]
        Bot: Quel jour pour la permanence, janvier 2026 [mardi 13 janvier] [jeudi 15 janvier]
        """
    )
    posted = [one["id"] for one in talk.events if one["event"] == "message" and one["chat"] == TEAM]
    opened, vote = posted[-2:]
    return vote, opened


async def shown(talk: Talk, message: str) -> str:
    """What a message says now."""
    drawn = [one for one in talk.events if one.get("id") == message and "text" in one]
    return flat(drawn[-1]["text"])


def flat(text: str) -> str:
    """Words with one kind of blank between them."""
    return " ".join(text.split())


async def test_the_day_with_most_voices_is_kept_by_one_more_tap(talk: Talk) -> None:
    """Whoever signed up is told only then."""
    await talk.say("Ada", "je viens à la permanence")
    vote, opened = await put_to_the_vote(talk)
    await talk.tap("Driss", "jeudi 15 janvier", vote, chat=TEAM)
    await talk.tap("Chloé", "mardi 13 janvier", vote, chat=TEAM)
    assert "mardi 13 janvier : une voix jeudi 15 janvier : une voix" in await shown(talk, vote)
    await talk.tap("Chloé", "jeudi 15 janvier", vote, chat=TEAM)
    assert "2 personnes ont voté" in await shown(talk, vote)
    await talk.tap("Driss", "Clore le vote", opened, chat=TEAM)
    assert "C’est jeudi 15 janvier qui l’emporte" in flat(talk.last(TEAM)["text"])
    await talk.goes(
        """
        Driss #equipe: [Retenir jeudi 15 janvier]
        Bot: jeudi 15 janvier, heure à confirmer … Une inscription : Ada Exemple
        Bot → Ada: Du nouveau … jeudi 15 janvier
        """
    )
    assert "(vote clos)" in await shown(talk, vote)


async def test_a_voice_taken_back_counts_no_more(talk: Talk) -> None:
    """A press that was not the last one takes nothing back."""
    vote, opened = await put_to_the_vote(talk)
    await talk.tap("Driss", "jeudi 15 janvier", vote, chat=TEAM)
    await talk.do({"do": "release", "chat": TEAM, "from": "@driss"})
    assert "voté" not in await shown(talk, vote)
    (said,) = await talk.tap("Driss", "Clore le vote", opened, chat=TEAM)
    assert "personne n’a voté : la permanence reste mardi 6 janvier" in flat(said)


async def test_days_with_as_many_voices_are_both_offered(talk: Talk) -> None:
    """The bot decides nothing."""
    vote, opened = await put_to_the_vote(talk)
    await talk.tap("Driss", "jeudi 15 janvier", vote, chat=TEAM)
    await talk.tap("Chloé", "vendredi 16 janvier", vote, chat=TEAM)
    await talk.tap("Chloé", "Clore le vote", opened, chat=TEAM)
    assert "à égalité" in talk.last(TEAM)["text"]
    labels = [" ".join(label.split()) for label in talk.last(TEAM)["choices"]]
    assert labels == ["Retenir jeudi 15 janvier", "Retenir vendredi 16 janvier"]
    (late,) = await talk.press("Driss", "jeudi 15 janvier", chat=TEAM, message=vote)
    assert "plus valable" in late


async def test_what_cannot_be_voted_on_is_said(talk: Talk) -> None:
    """One day, no day, a day gone by; the question stands."""
    await talk.say("Driss", "/permanence", chat=TEAM)
    await talk.press("Driss", "Voter sur la date", chat=TEAM)

    async def answered(text: str) -> str:
        return (await talk.say("Driss", text, chat=TEAM, reply_to=talk.last(TEAM)["id"]))[0]

    assert "pas compris les jours" in await answered("quand vous voulez")
    assert "Un seul jour" in await answered("mardi 13 janvier")
    assert "déjà passé" in await answered("1er janvier 2026, mardi 13 janvier")
    assert "Le vote est ouvert" in await answered(DAYS)


async def test_the_team_s_rooms_on_both_platforms_vote_together(talk: Talk) -> None:
    """One count, shown in both; a person's voice counts wherever it was given."""
    here = talk.stage.platform
    other = {"telegram": "matrix", "matrix": "telegram"}[here]
    rooms = Address(here, TEAM, False, TEAM), Address(other, "#salon", False, "#salon")
    await talk.settle_on(Settings(), *rooms)
    there = {"chat": "#salon", "platform": other}
    await talk.do({"do": "rank", "from": "@yann", "as": "member", **there})
    await put_to_the_vote(talk)
    votes = {one["chat"]: one["id"] for one in talk.events if _offers(one)}
    await talk.tap("Driss", "jeudi 15 janvier", votes[TEAM], chat=TEAM)
    await talk.do(
        {"do": "press", "from": "@yann", "choice": 1, "message": votes["#salon"], **there}
    )
    for vote in votes.values():
        assert "jeudi 15 janvier : 2 voix" in await shown(talk, vote)


def _offers(event: dict[str, Any]) -> bool:
    return "jeudi 15 janvier" in [flat(label) for label in event.get("choices", [])]
