"""Proposals before the team: none is forgotten, none decided in vain, and a slip is undone."""

from __future__ import annotations

from datetime import UTC

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)

GROUP = "#quartier"


async def propose(talk: Talk, text: str, who: str = "Ada") -> None:
    """Somebody proposes an event in one message."""
    await talk.say(who, f"/proposer {text}")
    await talk.press(who, "C’est juste, proposer")


async def clock(talk: Talk, to: str) -> list[dict[str, object]]:
    """Time passes; gives what was said and redrawn."""
    return await talk.do({"do": "clock", "to": f"2026-01-{to}:00+01:00"})


def said(events: list[dict[str, object]], chat: str, event: str = "message") -> list[str]:
    """The words of one chat, blanks of any kind being equal."""
    these = [one for one in events if one["event"] == event and one["chat"] == chat]
    return [" ".join(str(one["text"]).split()) for one in these]


async def test_the_team_is_reminded_after_two_days_and_the_day_before(talk: Talk) -> None:
    """Each once, in the morning, with the choices of the card."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    heard = await clock(talk, "07T09:30")
    assert said(heard, TEAM) == []
    heard = await clock(talk, "15T12:00")
    assert [one for one in said(heard, TEAM) if "Attend votre réponse depuis 2 jours" in one]
    assert len(said(heard, TEAM)) == 1
    heard = await clock(talk, "16T12:00")
    assert ["Bal alpha" in one for one in said(heard, TEAM)] == [True]
    await talk.goes(
        """
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … Bal alpha
        """
    )
    heard = await clock(talk, "16T20:00")
    assert said(heard, TEAM) == []


async def test_several_that_wait_are_named_in_one_reminder(talk: Talk) -> None:
    """With their days, and how to decide."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await propose(talk, "Foire bravo le 18 janvier à 15h, Place du Modèle")
    heard = said(await clock(talk, "08T12:00"), TEAM)
    assert len(heard) == 1
    assert "2 propositions attendent votre réponse" in heard[0]
    assert "Bal alpha, samedi 17 janvier à 20 h : depuis" in heard[0]
    assert "Foire bravo" in heard[0]


async def test_a_proposal_whose_day_is_past_leaves_the_queue_and_its_proposer_knows(
    talk: Talk,
) -> None:
    """Kindly, once; nothing is left to approve, neither on the card nor in the queue."""
    await propose(talk, "Bal alpha le 8 janvier à 20h, Place du Modèle")
    card = talk.last(TEAM)["id"]
    heard = await clock(talk, "09T12:00")
    assert ["n’a pas pu être regardée à temps" in one for one in said(heard, "@ada")] == [True]
    assert "La date est passée sans réponse" in said(heard, TEAM, "edit")[-1]
    assert not talk.stage.world.posts[card].choices
    queue = await talk.say("Driss", "/file", chat=TEAM)
    assert "Plus rien n’attend" in queue[0]
    assert [row["state"] for row in await talk.dump("events")] == ["passed"]
    assert said(await clock(talk, "20T12:00"), "@ada") == []


async def test_an_event_that_is_over_is_not_approved(talk: Talk) -> None:
    """Also while nobody kept time: nobody is told of good news about last week."""
    await propose(talk, "Bal alpha le 8 janvier à 20h, Place du Modèle")
    talk.stage.clock.set(talk.stage.clock.now().astimezone(UTC).replace(day=9))
    heard = await talk.press("Driss", "Approuver", chat=TEAM)
    assert any("la date de cet événement est passée" in one for one in heard)
    assert [row["state"] for row in await talk.dump("events")] != ["approved"]


async def test_a_slip_on_approve_is_undone_from_the_same_card(talk: Talk) -> None:
    """The event is gone from the agenda, as if it had never been there."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await propose(talk, "Foire bravo le 16 janvier à 15h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    await talk.goes(
        """
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … Bal alpha
        Driss #equipe: [Retirer]
        Bot → Ada: L’équipe a retiré votre événement de l’agenda … Bal alpha
        Driss #equipe: [Hors sujet]
        Bot → Ada: À propos de votre événement … Bal alpha
        """
    )
    await clock(talk, "12T09:00")
    assert "Foire bravo" in talk.last(GROUP)["text"]
    assert "Bal alpha" not in talk.last(GROUP)["text"]


async def test_what_was_called_off_before_any_post_told_it_is_not_told(talk: Talk) -> None:
    """A group that never saw it does not read that it is cancelled; nor does /agenda say so."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await propose(talk, "Foire bravo le 16 janvier à 15h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await clock(talk, "11T19:00")
    await talk.press("Driss", "C’est bon", chat=TEAM)
    await talk.say("Ada", "Le bal alpha est annulé")
    await clock(talk, "12T09:00")
    post = talk.last(GROUP)["text"]
    assert "Foire bravo" in post
    assert "Bal alpha" not in post
    assert "Bal alpha" not in "".join(await talk.say("Basile", "/agenda"))
    await talk.say("Ada", "La foire bravo est complète")
    await clock(talk, "12T12:00")
    assert "Bal alpha" not in talk.last(GROUP)["text"]


async def test_what_posts_told_and_is_called_off_is_still_told(talk: Talk) -> None:
    """Somebody may have read it there."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await clock(talk, "12T09:00")
    await talk.say("Ada", "Le bal alpha est annulé")
    await clock(talk, "12T12:00")
    assert "Bal alpha" in "".join(await talk.say("Basile", "/agenda"))


async def test_what_comes_too_late_for_the_post_is_added_by_one_edit(talk: Talk) -> None:
    """Both are told; the team adds it all the same, and no group hears a sound."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Foire bravo le 16 janvier à 15h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await clock(talk, "12T09:00")
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.goes(
        """
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … Bal alpha … L’agenda du lundi 12 janvier était déjà bouclé
        """
    )
    assert "Trop tard pour l’agenda du lundi 12 janvier" in said(talk.events, TEAM, "edit")[-1]
    before = len(said(talk.events, GROUP))
    heard = await talk.do(
        {"do": "press", "chat": TEAM, "from": "@driss", "choice": "Ajouter quand même"}
    )
    heard += await clock(talk, "12T10:00")
    assert len(said(talk.events, GROUP)) == before
    edits = said(heard, GROUP, "edit")
    assert len(edits) == 1
    assert "Bal alpha" in edits[0]
    assert "Foire bravo" in edits[0]
    await talk.say("Ada", "Le bal alpha est annulé")
    heard = await clock(talk, "12T12:00")
    assert "Annulé : Bal alpha" in said(talk.events, GROUP, "edit")[-1]


async def test_a_second_look_at_a_card_says_who_decided(talk: Talk) -> None:
    """Somebody else of the team pressed first; an old drawing says so."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@basile", "as": "member"})
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    card = talk.last(TEAM)["id"]
    await talk.press("Driss", "Approuver", chat=TEAM)
    heard = await talk.press("Basile", "Approuver", chat=TEAM, message=card)
    assert "Déjà approuvé par Driss" in "".join(heard)


async def test_an_event_of_several_days_is_told_by_both(talk: Talk) -> None:
    """In the good news as on the card."""
    await propose(talk, "Marché de Noël du 10 janvier au 24 janvier, Place du Modèle")
    await talk.goes(
        """
        Driss #equipe: [Approuver]
        Bot → Ada: Bonne nouvelle … du samedi 10 janvier au samedi 24 janvier
        """
    )


async def test_the_queue_says_since_when_a_proposal_waits(talk: Talk) -> None:
    """As of everything else."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await clock(talk, "06T20:00")
    heard = [" ".join(one.split()) for one in await talk.say("Driss", "/file", chat=TEAM)]
    assert "Attend depuis 35 heures" in heard[-1]


async def test_a_refusal_and_its_reason_are_one_message_with_a_way_to_try_again(
    talk: Talk,
) -> None:
    """What came with the first try is not typed anew; the team's card keeps the title."""
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle, prix libre")
    before = len(said(talk.events, "@ada"))
    await talk.press("Driss", "Refuser", chat=TEAM)
    await talk.press("Driss", "Il manque une information", chat=TEAM)
    assert len(said(talk.events, "@ada")) == before + 1
    assert "Il manque de quoi s’y rendre" in said(talk.events, "@ada", "edit")[-1]
    assert "Bal alpha" in said(talk.events, TEAM, "edit")[-1]
    await talk.goes(
        """
        Ada: [Proposer de nouveau]
        Bot: Voici ce que j’ai compris … Bal alpha … samedi 17 janvier à 20 h … prix libre
        Ada: [C’est juste, proposer]
        Bot → #equipe: Ada Exemple propose un événement … Bal alpha [Approuver]
        """
    )


async def test_the_log_calls_things_as_people_do(talk: Talk) -> None:
    """An agenda by its day, and what was taken out of it."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Bal alpha le 17 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await clock(talk, "11T19:00")
    await talk.press("Driss", "Retenir", chat=TEAM)
    heard = "".join(await talk.say("Driss", "/journal", chat=TEAM))
    assert "Driss Inventé a retenu l’agenda du lundi 12 janvier" in heard
    assert "a approuvé l’événement" in heard


async def test_a_series_says_which_of_its_dates_still_wait(talk: Talk) -> None:
    """One date passed unseen; the proposer reads that the other did not."""
    await propose(talk, "Bal alpha tous les jeudis à 20h jusqu’au 15 janvier, Place du Modèle")
    heard = said(await clock(talk, "09T12:00"), "@ada")
    assert ["L’autre date attend toujours l’équipe : jeudi 15 janvier" in one for one in heard] == [
        True
    ]
