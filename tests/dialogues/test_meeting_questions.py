"""Questions for the meeting: answered at once, there, or afterwards; told in the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dialogues.meetings import heard_by, settled, to
from tests.talk import TEAM, Talk, talk_on

pytestmark = pytest.mark.slow

GROUP = "#quartier"


async def test_a_known_question_is_answered_at_once_and_kept_if_one_likes(talk: Talk) -> None:
    """Nobody has to wait a month for what is written down."""
    await talk.goes(
        """
        Ada: /permanence Combien coûte un accompagnement ?
        Bot: Votre question : Combien coûte un accompagnement ? [Je viens] [Apporter une question]
        Ada: [Apporter une question]
        Bot: Combien coûte … Source
        """
    )
    assert talk.last("@ada")["choices"][-1] == "La garder pour la permanence"
    await talk.goes(
        """
        Ada: [La garder pour la permanence]
        Bot: C’est noté pour la permanence : mardi 6 janvier [Demander plutôt à l’équipe]
        Driss #equipe: /permanence
        Bot: Une question apportée … • Ada Exemple : Combien coûte un accompagnement ?
        """
    )


async def test_an_unknown_question_waits_for_the_meeting_or_goes_to_the_team_now(
    talk: Talk,
) -> None:
    """As its writer prefers; the same one is not listed twice."""
    await talk.goes(
        """
        Ada: /permanence
        Ada: [Apporter une question]
        Bot: Quelle question voulez-vous apporter
        Ada: Où est le zorglub ?
        Bot: C’est noté pour la permanence [Demander plutôt à l’équipe]
        Ada: /permanence Où est le zorglub ?
        Ada: [Apporter une question]
        Bot: déjà sur la liste
        """
    )
    assert "pose une question" not in heard_by(talk, TEAM)
    kept = next(one for one in talk.events if "C’est noté pour" in one.get("text", ""))["id"]
    await talk.press("Ada", "Demander plutôt à l’équipe", message=kept)

    assert "Ada Exemple pose une question" in talk.last(TEAM)["text"]
    said = await talk.say("Driss", "/permanence", chat=TEAM)
    assert "zorglub" not in said[0]
    assert (
        "plus valable" in (await talk.press("Ada", "Demander plutôt à l’équipe", message=kept))[0]
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [("z" * 5000, "un peu long"), ("merci !", "en une phrase"), ("…", "en une phrase")],
)
async def test_what_is_no_question_is_asked_for_again(talk: Talk, typed: str, said: str) -> None:
    """Too long or nothing at all; a real one is still heard afterwards."""
    await talk.say("Ada", "/permanence")
    await talk.press("Ada", "Apporter une question")

    assert said in (await talk.say("Ada", typed))[0]
    assert "C’est noté pour la permanence" in (await talk.say("Ada", "Où est le zorglub ?"))[0]


async def reviewed(talk: Talk) -> None:
    """The meeting is over; Ada and Basile came to it, Basile with a question."""
    await settled(talk)
    await talk.say("Ada", "je viens à la permanence")
    await talk.say("Basile", "je viens à la permanence")
    await talk.say("Basile", "/permanence Où est le zorglub de Basile Fictif ?")
    await talk.press("Basile", "Apporter une question")
    await to(talk, "2026-01-07T09:00:00")


async def test_the_morning_after_the_team_ticks_and_answers(talk: Talk) -> None:
    """Each question reaches its asker; a summary without names is in the letter in two taps."""
    await talk.do({"do": "join", "chat": GROUP, "from": "@ada"})
    await reviewed(talk)
    card = [one for one in talk.events if "Qui était là" in one.get("text", "")][-1]
    assert card["choices"][:3] == ["Ada Exemple", "Basile Fictif", "Tout le monde était là"]
    await talk.press("Driss", "Tout le monde était là", chat=TEAM, message=card["id"])
    await talk.press("Driss", 0, chat=TEAM, message=card["id"])
    drawn = [one for one in talk.events if one["event"] == "edit" and one["id"] == card["id"]][-1]
    assert drawn["choices"][:2] == ["✗ Ada Exemple", "✓ Basile Fictif"]
    assert "Présences : 1 sur 2." in drawn["text"].replace("\u202f", " ")

    question = [one for one in talk.events if "avait une question" in one.get("text", "")][-1]
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=question["id"])
    assert "Réponse de l’équipe\nDerrière la gare." in talk.last("@basile")["text"]
    await talk.press("Driss", "Préparer un résumé", chat=TEAM, message=card["id"])
    await talk.press("Driss", "Mettre dans la lettre", chat=TEAM)
    await to(talk, "2026-02-01T08:00:00")

    letter = talk.last(GROUP)["text"].replace("\u202f", " ")
    assert "La permanence du mardi 6 janvier\nUne personne est venue." in letter
    assert "• Où est le zorglub de … ? — Derrière la gare." in letter
    assert "Fictif" not in letter


async def test_a_question_answered_aloud_may_be_answered_in_writing_too(talk: Talk) -> None:
    """Whoever was not there is told, and can go on from there."""
    await reviewed(talk)
    await talk.goes(
        """
        Driss #equipe: [Répondue en séance]
        Bot: la personne est prévenue [Écrire aussi la réponse]
        Bot → Basile: a répondu à votre question pendant la permanence
        Driss #equipe: [Écrire aussi la réponse]
        Bot: Écrivez votre texte
        Driss #equipe: Au fond à gauche.
        Bot → Basile: Au fond à gauche.
        Driss #equipe: /permanence
        Bot: Permanence, février 2026
        Driss #equipe: [Revenir sur la dernière]
        Bot: Permanence du mardi 6 janvier
        """
    )

    assert "avait une question" not in talk.last(TEAM)["text"]
    told = talk.last("@basile")["id"]
    assert "transmis" in (await talk.say("Basile", "Et à pied ?", reply_to=told))[0]


async def test_the_team_may_write_the_summary_itself(talk: Talk) -> None:
    """Within what a letter takes."""
    await reviewed(talk)
    card = [one for one in talk.events if "Qui était là" in one.get("text", "")][-1]
    await talk.press("Driss", "Préparer un résumé", chat=TEAM, message=card["id"])
    await talk.press("Driss", "L’écrire autrement", chat=TEAM)
    asked = talk.last(TEAM)["id"]
    assert "un peu long" in (await talk.say("Driss", "z" * 700, chat=TEAM, reply_to=asked))[0]
    await talk.say("Driss", "On a parlé du verger.", chat=TEAM, reply_to=asked)

    assert "On a parlé du verger." in (await talk.say("Driss", "/lettre", chat=TEAM))[0]


async def test_a_summary_of_many_long_questions_still_fits_the_letter(talk: Talk) -> None:
    """What does not fit is counted."""
    await settled(talk)
    for number in range(9):
        await talk.say("Ada", f"/permanence Où est le zorglub {number} ? " + "Et ensuite ? " * 30)
        await talk.press("Ada", "Apporter une question")
    await to(talk, "2026-01-07T09:00:00")
    for one in [one for one in talk.events if "avait une question" in one.get("text", "")]:
        await talk.say("Driss", "Derrière la gare. " * 40, chat=TEAM, reply_to=one["id"])
    card = [one for one in talk.events if "Personne ne s’était inscrit" in one.get("text", "")][-1]
    await talk.press("Driss", "Préparer un résumé", chat=TEAM, message=card["id"])
    draft = talk.last(TEAM)
    assert "9 questions au programme" in draft["text"]
    assert "autres." in draft["text"]

    await talk.press("Driss", "Mettre dans la lettre", chat=TEAM, message=draft["id"])

    assert "zorglub 0" in (await talk.say("Driss", "/lettre", chat=TEAM))[0]


async def test_a_long_list_of_names_is_shown_a_few_at_a_time(talk: Talk) -> None:
    """Matrix draws ten choices; a message keeps its own names."""
    await settled(talk)
    for number in range(8):
        account = f"@invitee{number}"
        said = {"do": "say", "chat": account, "from": account, "name": f"Invitée Modèle {number}"}
        await talk.do(said | {"text": "je viens à la permanence"})
    await to(talk, "2026-01-07T09:00:00")
    first = talk.last(TEAM)
    assert len(first["choices"]) == 9
    await talk.press("Driss", "D’autres noms", chat=TEAM)

    assert talk.last(TEAM)["choices"][:2] == ["Invitée Modèle 6", "Invitée Modèle 7"]
    await talk.press("Driss", 0, chat=TEAM, message=first["id"])
    edited = [one for one in talk.events if one["event"] == "edit" and one["id"] == first["id"]]
    assert edited[-1]["choices"][0] == "✓ Invitée Modèle 0"


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_asker_and_team_may_be_on_different_platforms(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Signed up in English here, answered in French there."""
    async with talk_on(team, tmp_path) as talk:
        there = {"platform": asking}
        await talk.say("Ada", "I'm coming to the permanence", lang="en", **there)
        await talk.say("Ada", "/permanence Where is zorglub?", **there)
        await talk.press("Ada", "Bring a question", **there)
        assert "Noted for the meeting" in talk.last("@ada")["text"]
        await talk.say("Driss", "/permanence", chat=TEAM)
        assert "Ada Exemple : Where is zorglub?" in talk.last(TEAM)["text"].replace("\u202f", " ")
        await to(talk, "2026-01-07T09:00:00")
        asked = talk.last(TEAM)["id"]
        await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=asked)

        answer = talk.last("@ada")
        assert answer["platform"] == asking
        assert "The team’s answer\nDerrière la gare." in answer["text"]
