"""Two announcements of one event: what the team saw is what is published, and nobody reads that
anything is off.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.events import Cost, Event, FoundEvent, State
from tests.dialogues.exchanges import store_of
from tests.dialogues.test_event_changes import GROUP, MONDAY, clock, said
from tests.dialogues.test_event_review import propose
from tests.talk import TEAM, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def two(talk: Talk, more: str = "", *, both: bool = False) -> None:
    """One event of this Thursday that is approved, and its twin that the team is asked about."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await propose(talk, f"Bal alpha jeudi 15 janvier à 21h, Place du Modèle{more}", who="Basile")
    if both:
        async with store_of(talk) as store:
            for one in await store.events.all():
                await store.events.decide(one.id, State.APPROVED, now=talk.stage.clock.now())


async def test_one_event_keeps_the_words_that_were_approved(talk: Talk) -> None:
    """What the other says more is shown, and stays out without a tap that says it."""
    await two(talk, ", prix libre")
    card = talk.last(TEAM)
    assert "La n° 2 dit aussi" in card["text"]
    assert "prix libre" in card["text"]
    await talk.press("Driss", "Oui, une seule", chat=TEAM)
    async with store_of(talk) as store:
        (event,) = [one for one in await store.events.all() if one.state is State.APPROVED]
    assert (event.details.price, event.sequence) == ("", 0)


async def test_what_the_other_says_is_added_by_a_tap_of_its_own(talk: Talk) -> None:
    """And those who follow a calendar hear of it."""
    await two(talk, ", prix libre")
    await talk.goes(
        """
        Driss #equipe: [Oui, et compléter]
        Bot → Basile: Votre événement est à l’agenda … Bal alpha
        """
    )
    async with store_of(talk) as store:
        (event,) = [one for one in await store.events.all() if one.state is State.APPROVED]
    assert (event.details.price, event.sequence) == ("prix libre", 1)


async def test_words_that_came_after_the_card_are_shown_first(talk: Talk) -> None:
    """The tap was on other words: the card comes again with these."""
    await two(talk, ", prix libre")
    async with store_of(talk) as store:
        (event,) = [one for one in await store.events.all() if one.state is State.PROPOSED]
        reworded = _found(event, text="Tout autre chose")
        await store.events.reword(event.id, reworded, now=talk.stage.clock.now())
    await talk.press("Driss", "Oui, et compléter", chat=TEAM)
    redrawn = [one for one in talk.events if one.get("chat") == TEAM][-1]
    assert "Tout autre chose" in redrawn["text"]
    assert [row["state"] for row in await talk.dump("events")] == ["approved", "proposed"]


async def test_another_price_of_a_known_event_is_asked(talk: Talk) -> None:
    """Nobody comes with too little money because the second one was right."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle, 8 €")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle, gratuit", who="Basile")
    await talk.goes(
        """
        Bot → Basile: C’est déjà à l’agenda … (gratuit) n’est pas celui que j’ai (8 €)
        Bot → #equipe: Quel est le prix … Basile … annonce … gratuit … J’avais … 8
        Driss #equipe: [Prendre ce prix]
        Bot → Ada: L’équipe a vérifié le prix … gratuit … Bal alpha
        Bot → Basile: L’équipe a vérifié le prix … gratuit … Bal alpha
        """
    )
    async with store_of(talk) as store:
        (event,) = [one for one in await store.events.all() if one.state is State.APPROVED]
    assert (event.details.price, event.details.cost) == ("gratuit", Cost.FREE)


async def test_the_same_price_is_asked_of_nobody(talk: Talk) -> None:
    """In other words too, and as little as one that is not said."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle, 8 €")
    await talk.press("Driss", "Approuver", chat=TEAM)
    for more in (", 8 €", ", 8 euros", ""):
        words = f"Bal alpha jeudi 15 janvier à 20h, Place du Modèle{more}"
        await propose(talk, words, who="Basile")
        assert "C’est déjà à l’agenda" in talk.last("@basile")["text"]
        assert "Quel est le prix" not in talk.last(TEAM)["text"]


async def test_two_that_say_the_same_are_one_without_more(talk: Talk) -> None:
    """No choice for what there is not."""
    await two(talk)
    assert talk.last(TEAM)["choices"] == ["Oui, une seule", "Non, deux"]


async def test_a_post_with_both_shows_one_and_says_nothing(talk: Talk) -> None:
    """Nothing is off; the post is redrawn with the event that stays."""
    await two(talk, both=True)
    card = talk.last(TEAM)["id"]
    await clock(talk, MONDAY)
    assert said(talk, GROUP)[-1].count("Bal alpha") == 2
    before = len(said(talk, GROUP))
    await talk.press("Driss", "Oui, une seule", chat=TEAM, message=card)
    await clock(talk, "2026-01-12T12:00:00+01:00")
    assert said(talk, GROUP, "edit")[-1].count("Bal alpha") == 1
    assert "Annulé" not in said(talk, GROUP, "edit")[-1]
    assert len(said(talk, GROUP)) == before
    await clock(talk, "2026-01-14T21:00:00+01:00")
    await talk.say("Ada", "Le bal alpha de demain est annulé")
    assert "Annulé" in said(talk, GROUP, "edit")[-1]
    assert said(talk, GROUP)[-1].count("Bal alpha") == 1


async def test_a_source_reaches_the_event_that_stands_for_its_own(talk: Talk) -> None:
    """Whichever way both became one, and through a second merge as well."""
    await two(talk)
    await propose(talk, "Bal alpha jeudi 15 janvier à 19h, Place du Modèle, gratuit", who="Chloé")
    async with store_of(talk) as store:
        first, second, third = sorted(await store.events.all(), key=lambda one: one.id)
        for pair in await store.event_twins.of([second.id]):
            if first.id not in (pair.first, pair.second):
                await store.event_twins.decide(pair, same=True)
    async with store_of(talk) as store:
        for pair in await store.event_twins.waiting():
            await store.event_twins.decide(pair, same=True)
    async with store_of(talk) as store:
        for one in (second, third):
            stands = await store.event_twins.stands_for(one.source, one.uid)
            assert stands is not None
            assert stands.id == first.id
        assert await store.event_twins.stands_for(first.source, first.uid) is None
        known = await store.events.some([second.id, third.id])
        assert {one.id for one in known.values()} == {first.id}
        assert (await store.events.published(third.id)) == known[third.id]


async def test_what_left_the_agenda_is_struck_where_it_is_followed(talk: Talk) -> None:
    """Having been public; what went into another only beside that one."""
    await two(talk, both=True)
    await talk.press("Driss", "Oui, une seule", chat=TEAM)
    await propose(talk, "Fête bravo vendredi 16 janvier à 20h, Place du Modèle")
    zone = talk.stage.fabrique.zone
    first, last = datetime(2026, 1, 5, tzinfo=UTC).date(), datetime(2026, 2, 5, tzinfo=UTC).date()
    async with store_of(talk) as store:
        kept, gone, waiting = await store.events.all()
        assert await store.events.left(first, last, zone, beside=()) == []
        (struck,) = await store.events.left(first, last, zone, beside=(kept.id,))
        assert (struck.id, struck.sequence, struck.state) == (gone.id, 1, State.MERGED)
        await store.events.decide(waiting.id, State.REFUSED, now=talk.stage.clock.now())
        assert len(await store.events.left(first, last, zone, beside=(kept.id,))) == 1
        await store.events.decide(kept.id, State.WITHDRAWN, now=talk.stage.clock.now())
        left = await store.events.left(first, last, zone, beside=())
        assert [(one.id, one.sequence) for one in left] == [(kept.id, 1), (gone.id, 1)]


def _found(event: Event, *, text: str) -> FoundEvent:
    return FoundEvent(
        uid=event.uid,
        title=event.title,
        start=event.start,
        end=event.end,
        all_day=event.all_day,
        place=event.place,
        link=event.link,
        status=event.status,
        details=replace(event.details, text=text),
    )


async def test_whoever_proposes_what_waits_is_told_what_becomes_of_it(talk: Talk) -> None:
    """What they say more is before the team; `/propositions` knows them."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle")
    await talk.goes(
        """
        Basile: /proposer Grand bal alpha jeudi 15 janvier à 20h, Place du Modèle, prix libre
        Basile: [C’est juste, proposer]
        Bot: Quelqu’un l’a déjà proposé … je vous dirai ce qu’elle décide … prix libre
        Basile: /propositions
        Bot: En attente … Bal alpha
        Basile: [Bal alpha, jeudi 15 janvier]
        Bot: L’équipe ne l’a pas encore regardé … Quelqu’un d’autre a annoncé
        Driss #equipe: /file
        Driss #equipe: [Approuver]
        Bot → Ada: à l’agenda … Bal alpha
        Bot → Basile: à l’agenda … Bal alpha
        Basile: /propositions
        Bot: À l’agenda … Bal alpha
        """
    )
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle", who="Basile")
    assert sorted(row["state"] for row in await talk.dump("events")) == ["approved", "merged"]


async def test_what_is_in_the_agenda_is_said_to_be_there_with_its_day(talk: Talk) -> None:
    """In English as well; nobody is asked about it."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await talk.say("Chloé", "/language English")
    await talk.say("Chloé", "/propose Bal alpha Thursday 15 January at 8pm, Place du Modèle")
    said_ = await talk.press("Chloé", "Right, propose it")
    assert any("in the agenda already" in one and "15 January" in one for one in said_)


async def test_another_hour_is_for_the_team_to_decide(talk: Talk) -> None:
    """Half an hour is no slip that may be dropped; nor is a price that the agenda lacks."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 10h, Place du Modèle")
    await propose(talk, "Bal alpha jeudi 15 janvier à 10h30, Place du Modèle", who="Basile")
    card = talk.last(TEAM)
    assert "même événement" in card["text"]
    assert "10 h 30" in " ".join(card["text"].split())
    await talk.press("Driss", "Oui, une seule", chat=TEAM)
    await talk.say("Driss", "/file", chat=TEAM)
    await talk.press("Driss", "Approuver", chat=TEAM)
    await propose(talk, "Bal alpha jeudi 15 janvier à 10h, Place du Modèle, 3 €", who="Chloé")
    assert "dit aussi" in talk.last(TEAM)["text"]


async def test_a_reason_reaches_whoever_proposed_the_same(talk: Talk) -> None:
    """And either of them may propose it anew; what is taken back is not lost without a word."""
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle")
    await propose(talk, "Bal alpha jeudi 15 janvier à 20h, Place du Modèle", who="Basile")
    await talk.press("Driss", "Refuser", chat=TEAM)
    await talk.press("Driss", "Hors sujet", chat=TEAM)
    told = [one["chat"] for one in talk.events if "ne correspond pas" in str(one.get("text"))]
    assert {"@ada", "@basile"} <= set(told)
    await propose(talk, "Foire bravo vendredi 16 janvier à 20h, Place du Modèle")
    await propose(talk, "Foire bravo vendredi 16 janvier à 20h, Place du Modèle", who="Basile")
    await talk.say("Ada", "/propositions")
    await talk.press("Ada", "Foire bravo, vendredi 16 janvier")
    await talk.press("Ada", "Retirer")
    assert "vient de le retirer" in talk.last("@basile")["text"]
