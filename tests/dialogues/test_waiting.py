"""Questions that wait too long: the team is reminded, and whoever asked is told."""

from __future__ import annotations

from bot.settings import PermanenceSettings, Settings
from storage.chats import Address
from tests.talk import TEAM, Talk

QUESTION = "Où est le zorglub ?"


def since(talk: Talk, before: int, chat: str) -> list[str]:
    """What was said in a chat since."""
    return [
        one["text"]
        for one in talk.events[before:]
        if one["event"] == "message" and one["chat"] == chat
    ]


async def test_the_team_is_reminded_three_times_and_the_asker_told_once(talk: Talk) -> None:
    """Below the card, with how long; then the bot holds its peace."""
    await talk.say("Ada", QUESTION)
    asked = talk.last(TEAM)["id"]
    before = len(talk.events)

    await talk.do({"do": "clock", "by": "PT47H"})
    assert talk.events[before:] == []
    await talk.do({"do": "clock", "by": "PT1H"})
    assert "attend depuis 2 jours. Qui s’en occupe" in talk.last(TEAM)["text"]
    assert talk.last(TEAM)["reply_to"] == asked
    assert "l’équipe vient d’être relancée" in talk.last("@ada")["text"]

    await talk.do({"do": "clock", "by": "P30D"})
    ages = [text.split("depuis ")[1].split(".")[0] for text in since(talk, before, TEAM)]
    assert ages == ["2 jours", "4 jours", "6 jours"]
    assert len(since(talk, before, "@ada")) == 1


async def test_who_took_it_is_named_and_the_reminder_can_be_answered(talk: Talk) -> None:
    """A plain reply to the reminder reaches the asker."""
    await talk.say("Ada", QUESTION, lang="en")
    await talk.press("Driss", "Je m’en occupe", chat=TEAM)
    await talk.do({"do": "clock", "by": "P2D"})
    reminder = talk.last(TEAM)
    assert "Driss s’en occupait" in reminder["text"]
    assert "not forgotten" in talk.last("@ada")["text"]

    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=reminder["id"])
    assert "Derrière la gare." in talk.last("@ada")["text"]
    before = len(talk.events)
    await talk.do({"do": "clock", "by": "P30D"})
    assert since(talk, before, TEAM) == []


async def test_the_fabrique_decides_how_long_and_nobody_is_woken(talk: Talk) -> None:
    """Asked at nine, six hours allowed: at three, then at nine at night, which is tomorrow."""
    settings = Settings(permanence=PermanenceSettings(answer_within=6))
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))
    await talk.say("Ada", QUESTION)
    await talk.do({"do": "clock", "by": "P1D"})

    at = [one["at"][:16] for one in talk.events if "attend depuis" in one.get("text", "")]
    assert at == ["2026-01-05T15:00", "2026-01-06T08:00"]


async def test_a_restart_repeats_no_reminder(talk: Talk) -> None:
    """Also when the bot was away while several fell due."""
    await talk.say("Ada", QUESTION)
    talk.stage.clock.set(talk.stage.clock.now().replace(day=20))
    before = len(talk.events)
    await talk.restart()
    await talk.restart()

    assert len(since(talk, before, TEAM)) == 1
    assert "attend depuis 15 jours" in talk.last(TEAM)["text"]


async def test_who_shares_a_question_is_told_too_and_once(talk: Talk) -> None:
    """Both askers wait for the one answer."""
    await talk.say("Ada", QUESTION)
    await talk.say("Chloé", "Dans quel tiroir est rangé le zorglub ?")
    await talk.press("Driss", "Même question que…", chat=TEAM)
    await talk.press("Driss", QUESTION, chat=TEAM)
    before = len(talk.events)

    await talk.do({"do": "clock", "by": "P20D"})

    assert [len(since(talk, before, chat)) for chat in ("@ada", "@chloe", TEAM)] == [1, 1, 3]
