"""Monthly get-togethers: drawn once a month, told to those who meet, asked about a week later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.dialogues.people import unnamed
from tests.talk import PEOPLE, TEAM, Talk

MARCH, APRIL = "2026-03-09T09:00:00+01:00", "2026-04-13T09:00:00+02:00"
"""Second Mondays."""


async def _to(talk: Talk, moment: str) -> None:
    await talk.do({"do": "clock", "to": moment})


async def _join(talk: Talk, *people: str, how: str = "peu importe") -> None:
    for who in people:
        await talk.say(who, f"/rencontres {how}")


def _heard(talk: Talk, who: str) -> list[str]:
    """What somebody read in private, oldest first."""
    account = PEOPLE[who][0]
    return [one["text"] for one in talk.events if one.get("chat") == account and "text" in one]


def _met(talk: Talk, who: str) -> list[str]:
    """The get-togethers somebody was told of."""
    return [text for text in _heard(talk, who) if "Votre rencontre du mois" in text]


async def test_two_meet_and_say_so(talk: Talk) -> None:
    """Each learns the other's name, how to write to them and a question to begin with."""
    await talk.goes(
        """
        Ada: /rencontres
        Bot: Une rencontre par mois … Participer, c’est accepter que votre nom … lundi 12 janvier [Je participe, peu importe où] [Plutôt près de chez moi] [Plutôt à distance] [J’accueille une rencontre]
        Ada: [Plutôt à distance]
        Bot: Vous participez aux rencontres … Plutôt à distance … lundi 12 janvier
        Basile: /rencontres oui
        Bot: Vous participez aux rencontres … peu importe
        """  # noqa: E501
    )
    await _to(talk, "2026-01-12T09:00:00+01:00")
    (told,) = _met(talk, "Ada")
    assert "Basile Fictif" in told
    assert "@basile" in told
    assert "Pour briser la glace" in told
    assert "Ada Exemple" in _met(talk, "Basile")[0]
    await _to(talk, "2026-01-20T10:00:00+01:00")
    await talk.goes(
        """
        Ada: [On s’est vus]
        Bot: Tant mieux
        Basile: [Pas encore]
        Bot: C’est noté
        Ada: /rencontres
        Bot: La dernière fois : Basile Fictif
        Driss #equipe: /rencontres
        Bot: Participent : moins de 5. Rencontres tirées depuis le début : moins de 5
        """
    )


async def test_two_meet_in_english(talk: Talk) -> None:
    """From joining to saying how it was."""
    for who in ("Ada", "Basile"):
        await talk.say(who, "/language English")
        await talk.say(who, "/meetups near")
    await _to(talk, "2026-01-20T10:00:00+01:00")
    told = " ".join(_heard(talk, "Ada"))
    assert "You take part in the get-togethers" in told
    assert "Your get-together of the month" in told
    assert "To break the ice" in told
    await talk.goes(
        """
        Ada: [We met]
        Bot: Good to hear
        """
    )


async def test_an_odd_number_makes_a_three(talk: Talk) -> None:
    """Nobody is left over; each learns of both others."""
    await _join(talk, "Ada", "Basile", "Chloé")
    await _to(talk, "2026-01-12T09:00:00+01:00")
    (told,) = _met(talk, "Ada")
    assert "à trois" in told
    assert "Basile Fictif" in told
    assert "Chloé Modèle" in told


async def test_alone_one_is_told_what_happens(talk: Talk) -> None:
    """And comes first the next time."""
    await _join(talk, "Ada")
    await _to(talk, "2026-01-12T09:00:00+01:00")
    assert "Vous passerez en premier au prochain tirage" in _heard(talk, "Ada")[-1]
    assert "lundi 9 février" in _heard(talk, "Ada")[-1]
    await _join(talk, "Basile")
    await _to(talk, "2026-02-09T09:00:00+01:00")
    assert len(_met(talk, "Ada")) == 1


async def test_the_same_two_do_not_meet_again(talk: Talk) -> None:
    """They are told why, rather than drawn once more."""
    await _join(talk, "Ada", "Basile")
    await _to(talk, APRIL)
    assert len(_met(talk, "Ada")) == 1
    assert sum("n’ayez pas déjà rencontré" in text for text in _heard(talk, "Ada")) == 3


async def test_a_round_is_drawn_once_whatever_restarts(talk: Talk) -> None:
    """After a kill, after a downtime over the hour itself, and never twice in a month."""
    await _join(talk, "Ada", "Basile")
    await _to(talk, "2026-01-12T08:59:00+01:00")
    talk.stage.clock.set(talk.stage.clock.now() + timedelta(days=2))
    await talk.restart()
    assert len(_met(talk, "Ada")) == 1
    await talk.restart()
    await _join(talk, "Chloé")
    await _to(talk, "2026-01-31T09:00:00+01:00")
    assert (len(_met(talk, "Ada")), len(_met(talk, "Chloé"))) == (1, 0)


async def test_a_month_that_was_missed_is_not_made_up_for(talk: Talk) -> None:
    """Somebody back on the second of February waits for February's round."""
    await _join(talk, "Ada", "Basile")
    talk.stage.clock.set(talk.stage.clock.now() + timedelta(days=28))
    await talk.restart()
    assert _met(talk, "Ada") == []
    await _to(talk, "2026-02-09T09:00:00+01:00")
    assert len(_met(talk, "Ada")) == 1


async def test_who_leaves_or_pauses_is_not_drawn(talk: Talk) -> None:
    """Even the same day; those who stay are told."""
    await _join(talk, "Ada", "Basile", "Chloé")
    await talk.goes(
        """
        Ada: /rencontres stop
        Bot: vous ne participez plus aux rencontres
        Basile: /profil en pause jusqu’au 1er mars
        """
    )
    await _to(talk, "2026-01-12T09:00:00+01:00")
    assert _met(talk, "Ada") == _met(talk, "Basile") == _met(talk, "Chloé") == []
    assert "en premier" in _heard(talk, "Chloé")[-1]


async def test_nothing_is_drawn_in_august(talk: Talk) -> None:
    """Who joined in July reads September."""
    await _to(talk, "2026-07-20T10:00:00+02:00")
    await _join(talk, "Ada", "Basile")
    assert "lundi 14 septembre" in _heard(talk, "Ada")[-1]
    await _to(talk, "2026-08-31T10:00:00+02:00")
    assert _met(talk, "Ada") == []
    await _to(talk, "2026-09-14T09:00:00+02:00")
    assert len(_met(talk, "Ada")) == 1


async def test_a_tap_on_what_others_had_does_nothing(talk: Talk) -> None:
    """The question of a week later is for those who met."""
    await _join(talk, "Ada", "Basile")
    await talk.say("Chloé", "bonjour")
    await _to(talk, "2026-01-20T10:00:00+01:00")
    asked = talk.last(PEOPLE["Ada"][0])["id"]
    assert "plus valable" in " ".join(await talk.press("Chloé", "On s’est vus", message=asked))
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        assert (await store.rounds.figures())["met"] == 0


async def test_a_group_is_sent_to_a_private_chat(talk: Talk) -> None:
    """Who meets whom is nobody else's."""
    await talk.do({"do": "join", "chat": "#pilat", "from": "@ada"})
    await talk.goes(
        """
        Ada #pilat: /rencontres
        Bot: Cela reste entre nous
        """
    )
    assert TEAM not in [one.get("chat") for one in talk.events if "rencontre" in str(one)]


@pytest.mark.parametrize("talk", ["telegram"], indirect=True)
async def test_two_meet_of_whom_one_is_found_by_no_name(talk: Talk) -> None:
    """On Telegram without an @name: words are carried, and both are told once."""
    await _join(talk, "Ada", "Basile")
    await unnamed(talk, "Ada")
    await _to(talk, "2026-01-12T09:00:00+01:00")
    (told,) = _met(talk, "Basile")
    assert "Ada Exemple : en répondant ici" in told.replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert len(_met(talk, "Ada")) == 1
