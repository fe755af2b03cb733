"""From proposal to post to correction: what is posted stays true, and is said once."""

from __future__ import annotations

import asyncio

from tests.talk import TEAM, Talk

GROUP, FAR = "#quartier", "#ailleurs"
PREVIEW = "2026-01-11T18:00:00+01:00"
MONDAY = "2026-01-12T08:00:00+01:00"


async def proposed(talk: Talk, title: str, when: str, *, who: str = "Ada") -> None:
    """An event in words, approved."""
    await talk.say(who, f"/proposer {title}")
    await talk.press(who, "Un événement")
    await talk.say(who, when)
    await talk.say(who, "Place du Modèle")
    await talk.press("Driss", "Approuver", chat=TEAM)


async def standing(talk: Talk) -> None:
    """A group that gets the agenda, and two events in its week."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await proposed(talk, "Atelier vélo", "lundi 12 janvier à 18h30")
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")


async def clock(talk: Talk, to: str) -> list[dict[str, object]]:
    """Time passes; gives what happened."""
    return await talk.do({"do": "clock", "to": to})


def said(talk: Talk, chat: str, event: str = "message") -> list[str]:
    """What the bot said or redrew in a chat."""
    return [one["text"] for one in talk.events if one["event"] == event and one["chat"] == chat]


async def test_what_its_proposer_calls_off_is_corrected_and_said_once(talk: Talk) -> None:
    """The post is redrawn, a short reply rings, the team may undo; twice is once."""
    await standing(talk)
    await clock(talk, MONDAY)
    post = talk.last(GROUP)
    await talk.goes(
        """
        Ada: L’atelier vélo de ce soir est annulé, prévenez tout le monde
        Bot: C’est fait … Atelier vélo … annulé
        Bot → #equipe: Ada Exemple a changé un événement … annulé [Annuler ce changement]
        Bot → #quartier: Changement à l’agenda … Atelier vélo … annulé
        """
    )
    assert "Annulé : Atelier vélo (lundi 12)" in said(talk, GROUP, "edit")[-1].replace(
        "\u202f", " "
    )
    assert talk.last(GROUP)["reply_to"] == post["id"]
    edits, replies = len(said(talk, GROUP, "edit")), len(said(talk, GROUP))

    await talk.goes(
        """
        Ada: L’atelier vélo de ce soir est annulé
        Bot: C’est déjà ce qui est annoncé
        """
    )
    await clock(talk, "2026-01-12T12:00:00+01:00")

    assert (len(said(talk, GROUP, "edit")), len(said(talk, GROUP))) == (edits, replies)


async def test_the_team_takes_a_change_back(talk: Talk) -> None:
    """The post says again what it said, and whoever changed it is told."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Ada", "La grande tablée de vendredi est annulée")
    await talk.goes(
        """
        Driss #equipe: [Annuler ce changement]
        Bot: C’est annulé : l’événement redevient ce qu’il était
        Bot → Ada: L’équipe a remis cet événement comme avant … Grande tablée
        """
    )
    await clock(talk, "2026-01-12T12:00:00+01:00")
    assert "Annulé" not in (said(talk, GROUP, "edit") or said(talk, GROUP))[-1]


async def test_what_somebody_else_announces_waits_for_the_team(talk: Talk) -> None:
    """Nothing changes before somebody of the team says that it is true."""
    await standing(talk)
    await clock(talk, MONDAY)
    before = len(said(talk, GROUP, "edit"))
    await talk.goes(
        """
        Basile: L’atelier vélo est annulé ce soir
        Bot: L’équipe vérifie
        Bot → #equipe: Basile Fictif annonce un changement … [C’est vrai, prévenir] [Non]
        """
    )
    assert len(said(talk, GROUP, "edit")) == before
    await talk.goes(
        """
        Driss #equipe: [C’est vrai, prévenir]
        Bot: C’est fait … annulé [Annuler ce changement]
        Bot → Basile: Merci, l’équipe a vérifié … annulé
        Bot → Ada: L’équipe a changé votre événement … annulé
        Bot → #quartier: Changement à l’agenda … annulé
        """
    )
    assert len(said(talk, GROUP, "edit")) == before + 1


async def test_several_corrections_in_a_row_make_one_pass(talk: Talk) -> None:
    """What is not urgent settles for a moment."""
    await standing(talk)
    await clock(talk, MONDAY)
    before = len(said(talk, GROUP))
    for sentence in (
        "La grande tablée est complète",
        "La grande tablée est déplacée à la salle Modèle",
        "La grande tablée est reportée au samedi 17 janvier à 20h",
    ):
        await talk.say("Ada", sentence)
    await clock(talk, "2026-01-12T09:00:00+01:00")

    assert len(said(talk, GROUP, "edit")) == 1
    assert len(said(talk, GROUP)) == before
    assert "20 h" in said(talk, GROUP, "edit")[0].replace("\u202f", " ").replace("\xa0", " ")


async def test_what_changes_a_minute_after_another_waits_for_both_to_settle(talk: Talk) -> None:
    """Nobody looks again and again meanwhile."""
    await standing(talk)
    await proposed(talk, "Cercle de lecture", "samedi 17 janvier à 15h")
    await clock(talk, MONDAY)
    await talk.say("Ada", "La grande tablée est complète")
    await talk.do({"do": "clock", "by": "PT1M"})
    await talk.say("Ada", "Le cercle de lecture est complet")
    async with asyncio.timeout(60):
        await talk.do({"do": "clock", "by": "PT1M30S"})
    assert said(talk, GROUP, "edit") == []
    await talk.do({"do": "clock", "by": "PT1M"})
    assert len(said(talk, GROUP, "edit")) == 1


async def test_what_leaves_the_week_stands_on_no_day_of_it_any_more(talk: Talk) -> None:
    """Only what changed tells of it: nobody goes there on the old day."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Ada", "La grande tablée est reportée au samedi 24 janvier à 20h")
    await clock(talk, "2026-01-12T09:00:00+01:00")
    post = said(talk, GROUP, "edit")[-1]
    assert "Ce qui change" in post
    assert post.count("tablée") == 1
    assert "samedi 24" in post
    assert "Vendredi 16" not in post


async def test_what_ended_on_sunday_is_not_told_on_monday(talk: Talk) -> None:
    """Its last day was the day before: a week of nothing else is empty."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await talk.say("Ada", "/proposer Exposition fictive du 6 au 11 janvier à la Salle Modèle")
    await talk.press("Ada", "C’est juste, proposer")
    await talk.press("Driss", "Approuver", chat=TEAM)
    await clock(talk, "2026-01-12T12:00:00+01:00")
    assert not any("Exposition" in one for one in said(talk, GROUP))


async def test_the_team_sees_the_agenda_the_evening_before(talk: Talk) -> None:
    """It leaves without an answer; with one, it is as it was approved."""
    await standing(talk)
    await clock(talk, PREVIEW)
    assert "Voici l’agenda" in talk.last(TEAM)["text"]
    await talk.goes(
        """
        Driss #equipe: [C’est bon]
        Bot: C’est bon, il partira à son heure
        """
    )
    await proposed(talk, "Bal masqué", "samedi 17 janvier à 21h")
    await clock(talk, MONDAY)
    assert "Grande tablée" in talk.last(GROUP)["text"]
    assert "Bal masqué" not in talk.last(GROUP)["text"]


async def test_what_the_team_holds_stays_until_it_is_published(talk: Talk) -> None:
    """Not at its hour; then at once."""
    await standing(talk)
    await clock(talk, PREVIEW)
    await talk.press("Driss", "Retenir", chat=TEAM)
    before = len(said(talk, GROUP))
    await clock(talk, "2026-01-12T10:00:00+01:00")
    assert len(said(talk, GROUP)) == before
    await talk.press("Driss", "Publier", chat=TEAM)
    assert "Grande tablée" in talk.last(GROUP)["text"]


async def test_what_is_held_too_long_is_not_posted_and_the_team_knows(talk: Talk) -> None:
    """Once, with the names of the groups."""
    await standing(talk)
    await talk.do({"do": "join", "chat": FAR, "from": "@ada"})
    await clock(talk, PREVIEW)
    await talk.press("Driss", "Retenir", chat=TEAM)
    before = len(said(talk, GROUP))
    await clock(talk, "2026-01-15T10:00:00+01:00")
    notes = [one for one in said(talk, TEAM) if "pas reçu l’agenda" in one]
    assert len(notes) == 1
    assert all(words in notes[0] for words in (GROUP, FAR, "vous ne l’aviez pas laissé partir"))
    assert len(said(talk, GROUP)) == before


async def test_no_preview_where_nobody_reads(talk: Talk) -> None:
    """The team is not bothered with what goes nowhere."""
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    before = len(talk.events)
    await clock(talk, MONDAY)
    assert talk.events[before:] == []


async def test_a_group_that_chooses_an_earlier_day_gets_its_agenda_the_next_morning(
    talk: Talk,
) -> None:
    """The week's hour was past when it was chosen: nothing is lost, nothing comes twice."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await proposed(talk, "Grande tablée", "vendredi 16 janvier à 19h")
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Changer le jour ou l’heure", chat=GROUP)
    await talk.press("Ada", "vendredi", chat=GROUP)
    await talk.press("Ada", "8 h", chat=GROUP)
    await clock(talk, "2026-01-14T14:00:00+01:00")
    await talk.say("Ada", "/reglages", chat=GROUP)
    await talk.press("Ada", "Changer le jour ou l’heure", chat=GROUP)
    await talk.press("Ada", "lundi", chat=GROUP)
    await talk.press("Ada", "8 h", chat=GROUP)
    await clock(talk, "2026-01-18T14:00:00+01:00")
    posts = [
        one["at"]
        for one in talk.events
        if one["event"] == "message" and one["chat"] == GROUP and "Grande tablée" in one["text"]
    ]
    assert posts == ["2026-01-15T08:00:00+01:00"]


async def test_the_team_changes_an_event_by_taps(talk: Talk) -> None:
    """The event, then what becomes of it."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.goes(
        """
        Driss #equipe: /evenements
        Bot: Quel événement change
        Driss #equipe: [Atelier vélo, lundi 12 janvier]
        Bot: Que se passe-t-il [Annulé] [Complet] [Déplacé] [Reporté] [Changer l’heure]
        Driss #equipe: [Complet]
        Bot: C’est fait … complet [Annuler ce changement]
        Bot → Ada: L’équipe a changé votre événement … complet
        Bot → #quartier: Changement à l’agenda … complet
        """
    )


async def test_ones_own_events_change_by_taps_too(talk: Talk) -> None:
    """Whoever has none is told how to propose one."""
    await standing(talk)
    await talk.goes(
        """
        Basile: /evenement
        Bot: Vous n’avez aucun événement à venir
        Ada: /evenement
        Bot: Quel événement
        Ada: [Grande tablée, vendredi 16 janvier]
        Bot: Que se passe-t-il
        Ada: [Changer l’heure]
        Bot: Dites-le en une phrase
        Ada: je ne sais pas
        Bot: Je n’ai pas compris
        Ada: 20h
        Bot: C’est fait … 20 h
        """
    )


async def test_a_change_in_english(talk: Talk) -> None:
    """Word for word as well understood."""
    await standing(talk)
    await clock(talk, MONDAY)
    await talk.say("Ada", "/langue english")
    await talk.goes(
        """
        Ada: The atelier vélo tonight is cancelled, please tell everybody
        Bot: Done … Atelier vélo … cancelled
        Bot → #quartier: Changement à l’agenda … annulé
        """
    )


async def test_a_question_about_a_cancelled_event_is_still_a_question(talk: Talk) -> None:
    """Nor does an event that nobody knows change anything."""
    await standing(talk)
    count = len(said(talk, TEAM))
    await talk.say("Ada", "Est-ce que l’atelier vélo est annulé ?")
    await talk.say("Ada", "Le zorglub est annulé")
    assert not any("a changé un événement" in one for one in said(talk, TEAM)[count:])


async def test_posts_older_than_their_week_are_left_alone(talk: Talk) -> None:
    """Nobody reads them any more."""
    await standing(talk)
    await clock(talk, "2026-01-19T12:00:00+01:00")
    before = len(said(talk, GROUP, "edit"))
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        [first, *_] = await store.events.all()
        await store.events.decide(first.id, type(first.state)("withdrawn"))
    await clock(talk, "2026-01-19T13:00:00+01:00")
    assert len(said(talk, GROUP, "edit")) == before
