"""A campaign is told in one week's agenda; where that has nothing else to tell, in another's."""

from __future__ import annotations

import pytest

from tests.dialogues.test_event_changes import GROUP, PREVIEW, clock, proposed, said
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

MOVED = "Aucun agenda n’a parlé de cette campagne la semaine du lundi 12 janvier"


async def promised(talk: Talk, text: str, *, who: str = "Ada") -> str:
    """A campaign, approved; gives what the team hears of its week."""
    await talk.say(who, f"/proposer campagne : {text}")
    return " ".join(await talk.press("Driss", "Approuver", chat=TEAM))


async def group(talk: Talk) -> None:
    """A group that reads on Mondays."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})


def moved(talk: Talk) -> list[str]:
    """What the team heard of campaigns that moved."""
    return [" ".join(one.split()) for one in said(talk, TEAM) if "Aucun agenda" in one]


async def test_a_campaign_of_an_empty_week_goes_to_the_next_free_one(talk: Talk) -> None:
    """The team hears of it once, when it is sure; two never share a week."""
    await group(talk)
    assert "12 janvier" in await promised(talk, "un four, jusqu’au 28 février")
    assert "19 janvier" in await promised(talk, "une serre, jusqu’au 28 février", who="Basile")
    await proposed(talk, "Grande tablée", "vendredi 23 janvier à 19h")
    await proposed(talk, "Atelier vélo", "vendredi 30 janvier à 19h")
    await clock(talk, PREVIEW)
    assert moved(talk) == []
    await clock(talk, "2026-01-12T08:05:00+01:00")
    [told] = moved(talk)
    assert f"{MOVED} : elle passe à celle du lundi 26 janvier." in told.replace("\u202f", " ")
    assert "Un four" in told
    assert not [one for one in said(talk, GROUP) if "Coup de pouce" in one]

    await clock(talk, "2026-01-19T08:05:00+01:00")
    assert "Une serre" in said(talk, GROUP)[-1]
    assert "Un four" not in said(talk, GROUP)[-1]
    await clock(talk, "2026-01-25T18:05:00+01:00")
    assert "Un four" in said(talk, TEAM)[-1]
    await clock(talk, "2026-01-26T08:05:00+01:00")
    assert "Un four" in said(talk, GROUP)[-1]
    await clock(talk, "2026-02-09T08:05:00+01:00")
    assert len(moved(talk)) == 1


async def test_the_campaign_stands_with_whatever_else_there_is(talk: Talk) -> None:
    """A call below an agenda without events is something to read: both are posted."""
    await group(talk)
    await promised(talk, "un four, jusqu’au 28 février")
    call = "Animer trois ateliers : préparer et animer, compétence animation d’ateliers"
    await talk.say("Driss", f"/appel {call}, avant le 15 mars", chat=TEAM)
    await talk.press("Driss", "Ouvrir", chat=TEAM)
    await talk.press("Driss", "Mettre dans l’agenda", chat=TEAM)
    await clock(talk, "2026-01-12T08:05:00+01:00")
    text = said(talk, GROUP)[-1]
    assert text.index("Un four") < text.index("Animer trois ateliers")
    assert moved(talk) == []


async def test_a_campaign_whose_last_week_was_empty_is_told_nowhere_else(talk: Talk) -> None:
    """No other week is free before its end, and the team knows."""
    await group(talk)
    await talk.say("Driss", "/langue english", chat=TEAM)
    await talk.say("Ada", "/proposer campagne : un four, jusqu’au 17 janvier")
    await talk.press("Driss", "Approve", chat=TEAM)
    await clock(talk, "2026-01-26T08:05:00+01:00")
    told = [one for one in said(talk, TEAM) if "No agenda mentioned this campaign" in one]
    assert len(told) == 1
    assert "no other week is free before it ends" in told[0]


async def test_who_reads_on_another_day_may_still_tell_it(talk: Talk) -> None:
    """Monday has nothing, Thursday has: its week is not lost."""
    await group(talk)
    await talk.say("Ada", "/agenda abonner")
    await talk.say("Ada", "/reglages")
    await talk.press("Ada", "Changer le jour ou l’heure")
    await talk.press("Ada", "jeudi")
    await talk.press("Ada", "8 h")
    await promised(talk, "un four, jusqu’au 28 février")
    await proposed(talk, "Grande tablée", "mardi 20 janvier à 19h")
    await clock(talk, "2026-01-12T08:05:00+01:00")
    assert moved(talk) == []
    await clock(talk, "2026-01-26T08:05:00+01:00")
    assert moved(talk) == []
    told = [one for one in talk.events if "Coup de pouce" in str(one.get("text"))]
    assert {str(one["at"])[:10] for one in told if one["chat"] != TEAM} == {"2026-01-15"}


async def test_an_agenda_that_was_held_keeps_its_campaign_while_it_can_be_sent(talk: Talk) -> None:
    """Never sent, the campaign moves once it cannot be any more."""
    await group(talk)
    await promised(talk, "un four, jusqu’au 28 février")
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    await clock(talk, PREVIEW)
    await talk.press("Driss", "Retenir", chat=TEAM)
    await clock(talk, "2026-01-18T20:00:00+01:00")
    assert moved(talk) == []
    await clock(talk, "2026-01-19T08:05:00+01:00")
    assert len(moved(talk)) == 1
