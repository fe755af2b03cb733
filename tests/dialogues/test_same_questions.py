"""The same question twice: both have one answer, or an entry answers and learns the wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.test_handed_over import card, outcomes
from tests.talk import PEOPLE, TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

FIRST = "Où est le zorglub ?"
SECOND = "Dans quel tiroir est rangé le zorglub ?"


async def merged(talk: Talk, choice: str = FIRST) -> None:
    """Driss merges the newest question with another."""
    await talk.tap("Driss", "Même question que…", newest(talk), chat=TEAM)
    await talk.press("Driss", choice, chat=TEAM)


def newest(talk: Talk) -> str:
    """The newest card."""
    cards = [one for one in talk.events if one["event"] == "message" and one.get("chat") == TEAM]
    return str([one["id"] for one in cards if "pose une question" in one["text"]][-1])


async def test_two_who_wait_for_the_same_have_one_answer(talk: Talk) -> None:
    """Each where they asked, each once; a further word goes to both."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Chloé: Dans quel tiroir est rangé le zorglub ?
        Bot → #equipe: On a déjà demandé … « Où est le zorglub ? » — attend aussi
        Driss #equipe: [Même question que…]
        Bot: C’est la même question que laquelle ? [Où est le zorglub ?]
        Driss #equipe: [Où est le zorglub ?]
        Bot: C’est la même question que « Où est le zorglub ? » : la réponse ira aux deux
        Bot: Chloé Modèle pose une question … Fusionnée par Driss [Rouvrir]
        Bot: Ada Exemple pose une question … Une autre personne attend la même réponse [Répondre]
        Driss #equipe: /file
        Bot: Une chose attend une décision
        Driss #equipe: Derrière la gare.
        Bot: C’est transmis aux 2 personnes
        Bot → Ada: Réponse de l’équipe Derrière la gare.
        Bot → Chloé: Réponse de l’équipe Derrière la gare.
        """
    )

    told = [one for one in talk.events if "Derrière la gare." in one.get("text", "")]
    assert [one["chat"] for one in told if one["chat"] != TEAM] == ["@ada", "@chloe"]
    acts = [row["act"] for row in await talk.dump("audit")]
    assert acts == ["merge", "answer"]


async def test_who_asks_what_was_answered_has_that_answer_at_once(talk: Talk) -> None:
    """And a later complement too."""
    await talk.say("Ada", FIRST)
    first = newest(talk)
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=first)
    await talk.say("Chloé", SECOND)

    await merged(talk)
    assert "Réponse de l’équipe\nDerrière la gare." in talk.last("@chloe")["text"]

    await talk.say("Driss", "Au premier.", chat=TEAM, reply_to=first)
    assert "Au premier." in talk.last("@chloe")["text"]
    assert "Au premier." in talk.last("@ada")["text"]


async def test_an_answer_to_a_merged_question_is_everybody_s(talk: Talk) -> None:
    """Whoever replies to the old card means both."""
    await talk.say("Ada", FIRST)
    await talk.say("Chloé", SECOND)
    await merged(talk)

    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=newest(talk))

    assert "Derrière" in talk.last("@ada")["text"]
    assert "Derrière" in talk.last("@chloe")["text"]


async def test_what_somebody_adds_to_a_merged_question_is_their_own(talk: Talk) -> None:
    """It waits by itself again, and the answer to it is not sent to the other."""
    await talk.say("Ada", FIRST)
    await talk.say("Chloé", SECOND)
    await merged(talk)
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=newest(talk))
    await talk.say("Chloé", "Et le bleu ?", reply_to=talk.last("@chloe")["id"])
    assert "Chloé Modèle ajoute" in talk.last(TEAM)["text"]

    await talk.say("Driss", "Vendu.", chat=TEAM, reply_to=talk.last(TEAM)["id"])

    assert "Vendu." in talk.last("@chloe")["text"]
    assert "Vendu." not in talk.last("@ada")["text"]


async def test_a_merged_question_may_be_parted_again(talk: Talk) -> None:
    """It was not the same after all."""
    await talk.say("Ada", FIRST)
    await talk.say("Chloé", SECOND)
    await merged(talk)
    await talk.tap("Driss", "Rouvrir", newest(talk), chat=TEAM)

    await talk.say("Driss", "Le vôtre est à droite.", chat=TEAM, reply_to=newest(talk))

    assert "à droite" in talk.last("@chloe")["text"]
    assert "à droite" not in talk.last("@ada")["text"]


async def test_who_withdraws_takes_nobody_else_s_question_away(talk: Talk) -> None:
    """The other one waits on, and is answered."""
    await talk.say("Ada", FIRST, **{"as": "q"})
    await talk.say("Chloé", SECOND)
    await merged(talk)

    await talk.do({"do": "delete", "message": "q"})

    assert "Ada Exemple a retiré sa question" in talk.last(TEAM)["text"]
    said = await talk.say("Driss", "/file", chat=TEAM)
    assert "Chloé Modèle pose une question" in said[-1]
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "Derrière" in talk.last("@chloe")["text"]
    assert "Derrière" not in talk.last("@ada")["text"]


async def test_one_person_who_asked_twice_is_answered_once(talk: Talk) -> None:
    """One act of the team, one message."""
    await talk.say("Ada", FIRST)
    await talk.say("Ada", SECOND)
    await merged(talk)
    before = len(talk.events)

    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=newest(talk))

    told = [one for one in talk.events[before:] if one.get("chat") == "@ada"]
    assert len(told) == 1


async def test_an_entry_may_be_the_answer_and_learns_the_wording(talk: Talk) -> None:
    """Found by typing a few words; the next who asks so is answered at once."""
    wording = "jveux entrer dans la bande, g besoin de quoi"
    await talk.say("Ada", wording)
    asked = newest(talk)
    await talk.tap("Driss", "Même question que…", asked, chat=TEAM)
    found = await talk.say("Driss", "devenir allié", chat=TEAM, reply_to=talk.last(TEAM)["id"])
    assert "Voici ce qui s’en approche" in found[0]
    assert "Fiche : Comment devenir allié·e ?" in [
        choice.replace("\u202f", " ") for choice in talk.last(TEAM)["choices"]
    ]

    await talk.press("Driss", "Fiche : Comment devenir allié·e ?", chat=TEAM)

    assert "L’équipe vous répond par cette fiche" in talk.last("@ada")["text"]
    assert "Répondue par Driss" in await card(talk)
    assert all(not one.right for one in await outcomes(talk))
    assert "Comment devenir allié·e" in (await talk.say("Chloé", wording))[0]


async def test_what_resembles_nothing_is_said_to_and_may_be_given_up(talk: Talk) -> None:
    """The card keeps its choices meanwhile."""
    await talk.say("Ada", FIRST)
    await talk.press("Driss", "Même question que…", chat=TEAM)
    asked = talk.last(TEAM)["id"]
    said = await talk.say("Driss", "xqzt wvkj", chat=TEAM, reply_to=asked)
    assert "rien d’approchant" in said[0]
    await talk.press("Driss", "Annuler", chat=TEAM)

    await talk.tap("Driss", "Je m’en occupe", newest(talk), chat=TEAM)
    assert "s’en occupe" in await card(talk)


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_askers_on_both_platforms_share_an_answer(
    tmp_path: Path, asking: str, team: str
) -> None:
    """One with the team, one elsewhere, with the bot killed in between; each in their language."""
    async with talk_on(team, tmp_path) as talk:
        await talk.say("Ada", FIRST, platform=team)
        await talk.say("Chloé", "Where is the zorglub, please?", platform=asking, lang="en")
        await talk.restart()
        await merged(talk)
        await talk.restart()
        await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=newest(talk))

        said = {who: talk.last(PEOPLE[who][0]) for who in ("Ada", "Chloé")}
        assert said["Ada"]["text"].startswith("Réponse de l’équipe\nDerrière la gare.")
        assert said["Chloé"]["text"].startswith("The team’s answer\nDerrière la gare.")
        assert [one["platform"] for one in said.values()] == [team, asking]
