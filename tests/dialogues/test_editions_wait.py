"""The agenda before the team: what its preview says is so, and what is held is not forgotten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.fabriques import Policy
from tests.dialogues.test_event_changes import (
    FAR,
    GROUP,
    MONDAY,
    PREVIEW,
    clock,
    proposed,
    said,
    standing,
)
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

HOUR = "2026-01-12T08:01:00+01:00"


def team(heard: list[dict[str, Any]], event: str = "message") -> list[str]:
    """What the team reads."""
    these = [one for one in heard if one["event"] == event and one["chat"] == TEAM]
    return [" ".join(one["text"].split()) for one in these]


def stands(talk: Talk, message: str) -> dict[str, Any]:
    """A message as it is drawn now."""
    return [one for one in talk.events if one.get("id") == message][-1]


async def strict(talk: Talk) -> None:
    """The fabrique lets no agenda leave before its team said so."""
    stage = talk.stage
    async with stage.app.database.begin() as store:
        known = (await store.fabriques.all())[0]
        await store.fabriques.ensure(replace(known, policy=replace(Policy(), agenda_waits=True)))


async def test_a_preview_that_waits_says_so_and_reminds_at_its_hour(talk: Talk) -> None:
    """Once; it is in the queue, and leaves in the moment in which it is let go."""
    await strict(talk)
    await standing(talk)
    heard = team(await clock(talk, PREVIEW))
    assert "Il attend votre accord : sans lui, rien ne part" in heard[-1]
    assert "Même sans réponse" not in heard[-1]
    heard = team(await clock(talk, "2026-01-12T20:00:00+01:00"))
    assert ["C’est l’heure de l’agenda du lundi 12 janvier" in one for one in heard] == [True]
    queue = [" ".join(one.split()) for one in await talk.say("Driss", "/file", chat=TEAM)]
    assert "Une chose attend" in queue[0]
    assert "L’agenda du lundi 12 janvier attend votre accord" in queue[1]
    before = len(said(talk, GROUP))
    heard2 = await talk.press("Driss", "Publier", chat=TEAM)
    assert "C’est bon, il part tout de suite." in heard2
    assert len(said(talk, GROUP)) == before + 1
    assert "Plus rien n’attend" in (await talk.say("Driss", "/file", chat=TEAM))[0]


async def test_what_is_held_is_in_the_queue_and_reminds_at_its_hour(talk: Talk) -> None:
    """Nobody forgets it by looking away."""
    await standing(talk)
    await clock(talk, PREVIEW)
    await talk.press("Driss", "Retenir", chat=TEAM)
    assert "Agenda retenu" in " ".join(await talk.say("Driss", "/file", chat=TEAM))
    heard = team(await clock(talk, HOUR))
    assert "et il est retenu" in heard[-1]
    await talk.press("Driss", "Publier", chat=TEAM)
    assert "Grande tablée" in talk.last(GROUP)["text"]


async def test_each_copy_of_a_held_agenda_is_redrawn_whole(talk: Talk) -> None:
    """The preview, and what the queue showed: both tell what was approved since, and let it go."""
    await standing(talk)
    await clock(talk, PREVIEW)
    preview = talk.last(TEAM)["id"]
    await talk.press("Driss", "Retenir", chat=TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    queued = talk.last(TEAM)["id"]
    await proposed(talk, "Cercle de lecture", "jeudi 15 janvier à 15h")
    await clock(talk, "2026-01-11T18:30:00+01:00")
    for copy in (preview, queued):
        assert "Cercle de lecture" in stands(talk, copy)["text"]
        assert "Publier" in stands(talk, copy)["choices"]
    await talk.tap("Driss", "Publier", queued, chat=TEAM)
    for copy in (preview, queued):
        assert "Cercle de lecture" in stands(talk, copy)["text"]


async def test_what_is_let_go_too_late_is_refused_truthfully(talk: Talk) -> None:
    """Nothing says that it leaves when nothing does."""
    await standing(talk)
    await clock(talk, PREVIEW)
    preview = talk.last(TEAM)["id"]
    await talk.press("Driss", "Retenir", chat=TEAM)
    await clock(talk, "2026-01-14T10:00:00+01:00")
    heard = await talk.press("Driss", "Publier", chat=TEAM, message=preview)
    assert "son heure est passée" in " ".join(heard)


async def test_a_missed_note_says_why_and_sends_it_again(talk: Talk) -> None:
    """To those who did not get it, once."""
    await standing(talk)
    await talk.do({"do": "join", "chat": FAR, "from": "@ada"})
    await clock(talk, PREVIEW)
    await talk.press("Driss", "Retenir", chat=TEAM)
    heard = team(await clock(talk, "2026-01-14T10:00:00+01:00"))
    note = next(one for one in heard if "n’a pas reçu l’agenda du lundi 12 janvier" in one)
    assert f"{GROUP} et {FAR} : vous ne l’aviez pas laissé partir." in note
    before = len(said(talk, GROUP)), len(said(talk, FAR))
    await talk.press("Driss", "Renvoyer", chat=TEAM)
    await clock(talk, "2026-01-14T11:00:00+01:00")
    assert "Grande tablée" in said(talk, GROUP)[-1]
    assert "Atelier vélo" not in said(talk, GROUP)[-1]
    assert (len(said(talk, GROUP)), len(said(talk, FAR))) == (before[0] + 1, before[1] + 1)
    await clock(talk, "2026-01-18T11:00:00+01:00")
    assert len(said(talk, GROUP)) == before[0] + 1


async def test_a_preview_whose_week_became_empty_says_so(talk: Talk) -> None:
    """Nor does an empty week have a preview of its own."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    await clock(talk, PREVIEW)
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        [first] = await store.events.all()
        await store.events.decide(first.id, type(first.state)("withdrawn"))
    heard = team(await clock(talk, "2026-01-11T20:00:00+01:00"), "edit")
    assert "Rien cette semaine : si rien ne s’y ajoute, il ne part pas." in heard[-1]
    before = len(said(talk, TEAM))
    await clock(talk, "2026-01-19T20:00:00+01:00")
    assert len(said(talk, TEAM)) == before


async def test_one_preview_a_week_however_many_days_people_read_on(talk: Talk) -> None:
    """The day on which most of the groups read."""
    await standing(talk)
    for who in ("Ada", "Basile", "Chloé"):
        await talk.say(who, "/agenda abonner")
        await talk.say(who, "/reglages")
        await talk.press(who, "Changer le jour ou l’heure")
        await talk.press(who, {"Ada": "mercredi", "Basile": "jeudi", "Chloé": "vendredi"}[who])
        await talk.press(who, "8 h")
    heard = team(await clock(talk, "2026-01-17T20:00:00+01:00"))
    assert len([one for one in heard if "Voici l’agenda" in one]) == 1


async def test_a_preview_says_how_many_proposals_of_its_days_wait(talk: Talk) -> None:
    """The last evening on which looking at them helps."""
    await standing(talk)
    await talk.say("Ada", "/proposer Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.press("Ada", "C’est juste, proposer")
    heard = team(await clock(talk, PREVIEW))
    assert "Une proposition de ces jours-là attend encore votre réponse : /file" in heard[-1]


async def test_what_left_is_let_go_in_the_queue_too(talk: Talk) -> None:
    """An agenda that leaves without an answer is nothing to decide."""
    await standing(talk)
    await clock(talk, MONDAY)
    assert "Plus rien n’attend" in (await talk.say("Driss", "/file", chat=TEAM))[0]


async def test_a_change_that_somebody_announces_waits_in_the_queue_once(talk: Talk) -> None:
    """However many say the same, and wherever it is shown, one answer is enough."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Basile", "L’atelier vélo est annulé ce soir")
    await talk.say("Chloé", "L’atelier vélo de ce soir est annulé")
    queue = [" ".join(one.split()) for one in await talk.say("Driss", "/file", chat=TEAM)]
    assert "Une chose attend" in queue[0]
    assert "Attend depuis moins d’une heure" in queue[1]
    assert "Basile Fictif annonce un changement" in queue[1]
    await talk.press("Driss", "C’est vrai, prévenir", chat=TEAM)
    assert "Plus rien n’attend" in (await talk.say("Driss", "/file", chat=TEAM))[0]
    open_ = [
        one for one in talk.stage.world.posts.values() if "C’est vrai, prévenir" in one.choices
    ]
    assert open_ == []
