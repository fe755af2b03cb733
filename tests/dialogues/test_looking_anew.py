"""When all who were proposed are through, others are looked for before the team looks."""

from __future__ import annotations

import pytest

from tests.talk import PEOPLE, Talk

pytestmark = pytest.mark.parametrize("talk", ["telegram"], indirect=True)


async def test_others_are_looked_for_before_the_team_is(talk: Talk) -> None:
    """In turn, too, where the first were; the team hears when nobody is left."""
    await _in_turn_of_four(talk)
    for _ in range(3):
        await talk.press(_asked_last(talk), "Pas ce mois-ci")
        await talk.do({"do": "clock", "by": "PT1M"})
    assert not _team_heard(talk)
    assert "J’en ai trouvé d’autres, et je leur demande à tour de rôle" in str(talk.events)
    assert len(_asked(talk)) == len(set(_asked(talk))) == 4
    await talk.press(_asked_last(talk), "Pas ce mois-ci")
    await talk.do({"do": "clock", "by": "PT1M"})
    assert _team_heard(talk)


async def test_others_are_shown_when_each_was_asked_by_a_tap(talk: Talk) -> None:
    """Nobody is asked before their asker says so; a yes of the fourth fills the need."""
    await _offered_by_four(talk)
    for place in "123":
        await talk.press("Ada", f"Demander à l’allié·e n° {place}")
        await talk.press(_asked_last(talk), "Pas ce mois-ci")
    await talk.do({"do": "clock", "by": "PT1M"})
    assert not _team_heard(talk)
    assert len(_asked(talk)) == 3
    await talk.goes(
        """
        Ada: [Demander à l’allié·e n° 4]
        """
    )
    assert len(set(_asked(talk))) == 4
    await talk.press(_asked_last(talk), "Oui")
    assert "Ada Exemple" in str(talk.last(PEOPLE[_asked_last(talk)][0])["text"])


HELPERS = ("Basile", "Chloé", "Driss", "Zoé")


async def _offered_by_four(talk: Talk) -> None:
    for who in HELPERS:
        await talk.say(who, "/offrir réparation de vélos")
    await talk.say("Ada", "/besoin réparer mon vélo")
    await talk.press("Ada", "Chercher")


async def _in_turn_of_four(talk: Talk) -> None:
    await _offered_by_four(talk)
    await talk.press("Ada", "Demander à tour de rôle")
    await talk.do({"do": "clock", "by": "PT1M"})


def _asked(talk: Talk) -> list[str]:
    """Who was asked, in that order."""
    accounts = {PEOPLE[who][0]: who for who in HELPERS}
    return [
        accounts[str(one["chat"])]
        for one in talk.events
        if one["event"] == "message" and "Pas ce mois-ci" in one["choices"]
    ]


def _asked_last(talk: Talk) -> str:
    return _asked(talk)[-1]


def _team_heard(talk: Talk) -> bool:
    return "cherche de l’aide, et je n’ai trouvé personne" in str(talk.events)
