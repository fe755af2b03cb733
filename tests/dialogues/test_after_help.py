"""A week after two people met, each is asked how it went, in one tap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.talk import Talk

pytestmark = pytest.mark.parametrize("talk", ["matrix"], indirect=True)

MEETING = """
Basile: /offrir réparation de vélos
Ada: /besoin réparer mon vélo
Ada: [Chercher]
Ada: [Demander à l’allié·e n° 1]
Basile: [Oui]
"""


async def week(talk: Talk) -> list[str]:
    """A week goes by; who was asked how it went."""
    since = len(talk.events)
    await talk.do({"do": "clock", "by": "P7D"})
    told = [one for one in talk.events[since:] if one["event"] == "message"]
    return sorted(one["chat"] for one in told if "Comment cela s’est-il passé" in one["text"])


async def test_both_are_asked_and_the_time_is_noted_from_there(talk: Talk) -> None:
    """Once; the note knows with whom and what for."""
    await talk.goes(MEETING)
    assert await week(talk) == ["@ada", "@basile"]
    await talk.goes(
        """
        Basile: [Bien]
        Bot: Tant mieux [Noter le temps]
        Basile: [Noter le temps]
        Bot: Combien de temps
        Ada: [Bien]
        Bot: Tant mieux
        """
    )
    assert await week(talk) == []
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (met,) = await store.introductions.all()
        assert (met.helper_says, met.asker_says) == ("good", "good")


async def test_not_yet_is_asked_once_more(talk: Talk) -> None:
    """Of whoever said so, and only once; a restart asks nobody again."""
    await talk.goes(MEETING)
    assert await week(talk) == ["@ada", "@basile"]
    await talk.goes(
        """
        Ada: [Pas encore]
        Bot: je vous redemande dans une semaine
        """
    )
    await talk.restart()
    assert await week(talk) == ["@ada"]
    await talk.goes(
        """
        Ada: [Pas encore]
        Bot: Je ne vous redemande plus
        """
    )
    assert await week(talk) == []


async def test_who_was_not_helped_may_look_for_somebody_else(talk: Talk) -> None:
    """As a new need with the same words: the first stays as it was."""
    await talk.goes(MEETING)
    await talk.say("Chloé", "/offrir réparer des vélos et des remorques")
    await week(talk)
    await talk.goes(
        """
        Basile: [Ça n’a pas pu se faire]
        Bot: Rien d’autre à faire de votre côté
        Ada: [Ça n’a pas pu se faire]
        Bot: Je peux chercher quelqu’un d’autre [Chercher quelqu’un d’autre]
        Ada: [Chercher quelqu’un d’autre]
        Bot: Pour « réparer mon vélo » … [Demander à l’allié·e n° 1]
        """
    )
    assert len(await talk.dump("introductions")) == 1


async def test_what_was_agreed_for_the_first_is_not_for_the_second(talk: Talk) -> None:
    """Neither the agenda nor a group hears of the new need: nobody was asked about that."""
    await talk.goes(MEETING)
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        kept, now = await store.needs.need(1), talk.stage.clock.now()
        assert kept is not None
        chat = (await store.chats.team())[0].id
        told = replace(kept, in_digest=True, named_in_digest=True, called_at=now, group_id=chat)
        await store.needs.update(told, now=now)
    await week(talk)
    await talk.goes(
        """
        Ada: [Ça n’a pas pu se faire]
        Ada: [Chercher quelqu’un d’autre]
        Chloé: /agenda
        Bot: Rien à l’agenda
        """
    )
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        again = await store.needs.need(2)
    assert again is not None
    assert not again.in_digest
    assert not again.named_in_digest
    assert (again.called_at, again.group_id) == (None, None)


async def test_it_is_asked_in_english(talk: Talk) -> None:
    """Of whoever reads English."""
    await talk.say("Ada", "/language English")
    await talk.goes("Basile: /offer bike repair")
    await talk.goes(
        """
        Ada: /need bike repair
        Ada: [Look for somebody]
        Ada: [Ask ally no. 1]
        Basile: [Oui]
        """
    )
    await talk.do({"do": "clock", "by": "P7D"})
    await talk.goes(
        """
        Ada: [Not yet]
        Bot: I will ask you again in a week
        """
    )
