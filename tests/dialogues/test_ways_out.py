"""Nobody is caught in a question: buttons, words and time lead out of it."""

from __future__ import annotations

import pytest

from tests.talk import TEAM, Talk

pytestmark = pytest.mark.slow


async def test_the_cancel_button_of_a_draft_ends_it(talk: Talk) -> None:
    """It is a choice of the question, and no answer to it."""
    await talk.say("Basile", "/debut")
    await talk.goes(
        """
        Ada: /heures 2h à @basile pour le jardin
        Bot: … [C’est juste] [Inverser] [Modifier] [Annuler]
        Ada: [Annuler]
        Bot: D’accord, on arrête là
        """
    )

    assert await talk.dump("ledger") == []
    assert "Votre compte" in (await talk.say("Ada", "/solde"))[-1]


@pytest.mark.parametrize("word", ["annuler", "Stop", "cancel"])
async def test_a_bare_word_gets_out_of_a_question(talk: Talk, word: str) -> None:
    """Whoever is lost does not think of a slash."""
    await talk.say("Ada", "/heures 2h")

    assert "on arrête là" in (await talk.say("Ada", word))[-1]


async def test_a_command_without_its_sign_is_the_command_in_private(talk: Talk) -> None:
    """ "agenda" alone asks for the agenda, not for an entry about it."""
    assert "à l’agenda du" in (await talk.say("Ada", "agenda"))[-1]


async def test_within_a_question_a_word_may_be_its_answer(talk: Talk) -> None:
    """What was done together may be called "agenda"."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", "/heures 2h à @basile")

    assert "agenda" in (await talk.say("Ada", "agenda"))[-1]


async def test_in_a_group_the_one_who_was_asked_types_a_choice(talk: Talk) -> None:
    """Without a reply; others and other words are left alone."""
    group = "#jardin"
    await talk.do({"do": "join", "chat": group, "from": "@ada"})
    await talk.say("Ada", "/reglages", chat=group)
    await talk.press("Ada", "Changer le jour ou l’heure", chat=group)

    assert await talk.say("Basile", "mardi", chat=group) == []
    assert await talk.say("Ada", "on verra bien", chat=group) == []
    assert "À quelle heure" in (await talk.say("Ada", "mardi", chat=group))[-1]


@pytest.mark.parametrize(
    "day", ["la semaine dernière", "fin décembre", "le 30/13", "le 31 février", "à Noël"]
)
async def test_a_day_that_nobody_can_name_is_not_today(talk: Talk, day: str) -> None:
    """It is asked for again, with an example."""
    await talk.say("Basile", "/debut")

    said = await talk.say("Ada", f"/heures 2h à @basile pour le tri, {day}")

    assert "Je n’ai pas compris le jour" in said[-1]


async def test_of_several_days_none_is_guessed(talk: Talk) -> None:
    """The question stands; nothing reached the team."""
    await talk.say("Ada", "/proposer Bal des exemples")
    await talk.press("Ada", "Un événement")

    said = await talk.say("Ada", "vendredi 18h30 ou samedi 10h")

    assert "Je lis plusieurs jours. Lequel" in said[-1]
    assert await talk.dump("events") == []


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("du 10 au 12 juin à 14h", ["2026-06-10", "2026-06-11", "2026-06-12"]),
        ("le premier mardi de février à 18h", ["2026-02-03"]),
        ("le dernier samedi de janvier, 18h", ["2026-01-31"]),
        ("jeudi en huit à 18h", ["2026-01-15"]),
        ("lundi en quinze à 18h", ["2026-01-26"]),
        ("Thursday week at 6pm", ["2026-01-15"]),
        ("the second Sunday of March at 2pm", ["2026-03-08"]),
    ],
)
async def test_a_day_that_is_named_from_afar_is_that_day(
    talk: Talk, when: str, days: list[str]
) -> None:
    """As a calendar counts them, and not the nearest of that name."""
    await talk.say("Ada", "/proposer Bal des exemples")
    await talk.press("Ada", "Un événement")
    await talk.say("Ada", when)
    await talk.say("Ada", "Place du Modèle")

    assert [str(row["start"])[:10] for row in await talk.dump("events")] == days


async def test_the_proposer_sees_what_was_understood(talk: Talk) -> None:
    """Before the team decides, and while it can still be told."""
    await talk.say("Ada", "/proposer Bal des exemples")
    await talk.press("Ada", "Un événement")
    await talk.say("Ada", "samedi à 20h")

    said = await talk.say("Ada", "Place du Modèle")

    assert "samedi 10 janvier à 20" in said[0]
    assert "Bal des exemples" in talk.last(TEAM)["text"]


@pytest.mark.parametrize("name", ["à basile", "avec BASILE", "de basile"])
async def test_a_name_in_small_letters_is_somebody_s(talk: Talk, name: str) -> None:
    """People do not type capitals on a telephone."""
    await talk.say("Basile", "/debut")

    said = await talk.say("Ada", f"/heures 2h {name} pour le vélo")

    assert "Avec qui" not in said[-1]


@pytest.mark.parametrize("aside", ["oui", "ah bon", "ok merci", "bonne nuit", "allo ?"])
async def test_asides_do_not_reach_the_team(talk: Talk, aside: str) -> None:
    """Nothing was asked."""
    await talk.say("Ada", aside)

    assert [one for one in talk.events if one.get("chat") == TEAM] == []


async def test_whoever_calls_the_bot_in_the_team_s_chat_is_told_what_it_can_do(talk: Talk) -> None:
    """It asks the team no question of the team's own."""
    said = await talk.say("Driss", "@fabrique que sais-tu faire ?", chat=TEAM)

    assert "/file" in said[-1] or "!file" in said[-1]
    assert await talk.say("Driss", "on se voit mardi", chat=TEAM) == []
