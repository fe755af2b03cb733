"""A press taken back undoes what it did, where that makes sense; and how the bot comes and goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.meetings import to
from tests.talk import TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

GROUP = "#quartier"


async def drawn(talk: Talk, message: str) -> str:
    """What a message says now."""
    shown = [one for one in talk.events if one.get("id") == message and "text" in one]
    return " ".join(shown[-1]["text"].split())


async def test_whoever_takes_their_press_back_was_not_there(talk: Talk) -> None:
    """The card of the session counts them no more; a restart between changes nothing."""
    for who in ("Ada", "Basile"):
        await talk.say(who, "/debut")
    await talk.say("Ada", "/seance 2h30 atelier compost samedi", chat=GROUP)
    await talk.press("Ada", "Partagée", chat=GROUP)
    card = str(talk.last(GROUP)["id"])
    await talk.tap("Basile", "J’y étais", card, chat=GROUP)
    assert "Basile" in await drawn(talk, card)
    await talk.restart()
    await talk.do({"do": "release", "chat": GROUP, "from": "@basile"})
    assert "Basile" not in await drawn(talk, card)


async def test_whoever_takes_their_press_back_comes_no_more(talk: Talk) -> None:
    """From a group's card of the meeting; they are told in private, where they were told before."""
    await talk.say("Ada", "/debut")
    await talk.say("Basile", "/permanence", chat=GROUP)
    card = str(talk.last(GROUP)["id"])
    await talk.tap("Ada", "Je viens", card, chat=GROUP)
    assert "Une personne est déjà inscrite" in await drawn(talk, card)
    await talk.do({"do": "release", "chat": GROUP, "from": "@ada"})
    assert "Les inscriptions sont ouvertes" in await drawn(talk, card)
    assert "vous n’êtes plus inscrit·e" in talk.last("@ada")["text"]


async def test_a_press_taken_back_after_the_meeting_changes_nothing(talk: Talk) -> None:
    """Who was there is the team's to say."""
    await talk.say("Ada", "/debut")
    await talk.say("Basile", "/permanence", chat=GROUP)
    card = str(talk.last(GROUP)["id"])
    await talk.tap("Ada", "Je viens", card, chat=GROUP)
    await to(talk, "2026-01-07T09:00:00")
    await talk.do({"do": "release", "chat": GROUP, "from": "@ada"})
    await talk.say("Driss", "/permanence", chat=TEAM)
    assert "Une personne est déjà inscrite" in await drawn(talk, card)


async def test_a_press_that_cannot_be_undone_stays(talk: Talk) -> None:
    """What the press did was told to somebody else."""
    await talk.say("Ada", "Qui préside la Fabrique ?")
    await talk.press("Ada", 0)
    before = len(talk.events)
    await talk.do({"do": "release", "chat": "@ada", "from": "@ada"})
    assert talk.events[before:] == []


async def test_whoever_does_not_administer_a_group_brings_no_bot_into_it(tmp_path: Path) -> None:
    """It says so and goes; an administrator may bring it back, and the settings are as before."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.do({"do": "rank", "chat": GROUP, "from": "@ada", "as": "member"})
        (said,) = await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
        assert "je ne viens qu’à la demande d’un ou une admin" in said["text"]
        posted = [one for one in await to(talk, "2026-01-13T09:00:00") if GROUP in one]
        assert posted == []
        await talk.do({"do": "rank", "chat": GROUP, "from": "@basile", "as": "admin"})
        (said,) = await talk.do({"do": "join", "chat": GROUP, "from": "@basile"})
        assert "Les réglages du groupe n’ont pas changé" in said["text"]


async def test_the_team_s_room_is_entered_at_anybody_s_word(tmp_path: Path) -> None:
    """The operator named it."""
    async with talk_on("matrix", tmp_path) as talk:
        (said,) = await talk.do({"do": "join", "chat": TEAM, "from": "@driss"})
        assert "celui de l’équipe" in said["text"]


async def test_a_team_that_moves_is_told_its_new_name(talk: Talk) -> None:
    """For the settings still hold the old one, and a restart reads them."""
    await talk.do({"do": "migrate", "chat": TEAM, "to": "#nouvelle"})
    assert "#nouvelle" in talk.last("#nouvelle")["text"]
