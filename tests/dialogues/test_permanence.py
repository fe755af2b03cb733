"""The permanence: what is known is answered at any hour, the rest is answered by people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import TEAM, Talk, talk_on


async def test_a_sure_question_is_answered_with_its_source(talk: Talk) -> None:
    """The entry, where it is from, when it was true, and a way on to people."""
    await talk.goes(
        """
        Ada: Combien coûte un accompagnement ?
        Bot: Combien coûte … Source : … 2023 [👍 C’est ça] [Pas tout à fait] [Poser à l’équipe]
        Ada: [👍 C’est ça]
        Bot: Merci
        """
    )

    assert [one for one in talk.events if one.get("chat") == TEAM] == []


async def test_an_english_reader_is_answered_in_the_words_there_are(talk: Talk) -> None:
    """Everything around the entry is English; that the entry is French is said."""
    said = await talk.say("Ada", "Combien coûte un accompagnement ?", lang="en")

    assert "not available in English" in said[0]
    assert talk.last("@ada")["choices"] == ["👍 That is it", "Not quite", "Ask the team"]


async def test_what_nobody_wrote_down_is_answered_by_the_team(talk: Talk) -> None:
    """A reply in the team's chat reaches the asker, and the asker's reply reaches the team."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Bot: J’ai transmis votre question
        Bot → #equipe: Ada Exemple pose … zorglub [Répondre] [Je m’en occupe] [Même question que…]
        Driss #equipe: [Je m’en occupe]
        Bot: Driss s’en occupe [Répondre] [Je rends] [Même question que…] [Pas pour nous]
        Driss #equipe: Derrière la gare, <à gauche>.
        Bot: C’est transmis à Ada Exemple
        Bot → Ada: Réponse de l’équipe … Derrière la gare, <à gauche>.
        """
    )

    answered = talk.last("@ada")["id"]
    assert "transmis à l’équipe" in (await talk.say("Ada", "Et à pied ?", reply_to=answered))[0]
    assert "Et à pied" in talk.last(TEAM)["text"]
    acts = [(row["act"], row["by"], row["on"]) for row in await talk.dump("audit")]
    assert acts == [("take", "@driss", "question:1"), ("answer", "@driss", "question:1")]


async def test_a_button_asks_for_the_answer_s_words(talk: Talk) -> None:
    """For those who press rather than reply; the next message is what is sent."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Driss #equipe: [Répondre]
        Bot: Écrivez votre texte … Répondez à ce message
        Driss #equipe: Au fond à gauche.
        Bot: C’est transmis à Ada Exemple
        Bot → Ada: Réponse de l’équipe … Au fond à gauche.
        """
    )


async def test_a_question_that_is_not_for_us_is_declined_kindly(talk: Talk) -> None:
    """Nobody waits for nothing."""
    await talk.goes(
        """
        Ada: Où est le zorglub ?
        Driss #equipe: [Pas pour nous]
        Bot → Ada: ne peut pas y répondre
        Driss #equipe: /file
        Bot: Plus rien n’attend
        """
    )


async def test_an_edited_question_is_edited_and_a_deleted_one_withdrawn(talk: Talk) -> None:
    """The team sees what the asker now means."""
    await talk.say("Ada", "Où est le zorglub ?", **{"as": "q"})
    await talk.do({"do": "edit", "message": "q", "text": "Où est le zorglub bleu ?"})
    assert "zorglub bleu" in talk.last(TEAM)["text"]

    await talk.do({"do": "delete", "message": "q"})

    assert "a retiré sa question" in talk.last(TEAM)["text"]
    assert "Plus rien" in (await talk.say("Driss", "/file", chat=TEAM))[0]


async def test_a_question_asked_in_a_group_is_answered_there(talk: Talk) -> None:
    """Under the question, for all who wondered."""
    await talk.do({"do": "join", "chat": "#quartier", "from": "@ada"})
    await talk.say("Ada", "/question Où est le zorglub ?", chat="#quartier", **{"as": "q"})
    card = talk.last(TEAM)["id"]
    await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=card)

    answer = talk.last("#quartier")
    assert "Derrière la gare." in answer["text"]
    assert answer["reply_to"] == "q"


@pytest.mark.parametrize(("asking", "team"), [("matrix", "telegram"), ("telegram", "matrix")])
async def test_the_team_and_the_asker_may_be_on_different_platforms(
    tmp_path: Path, asking: str, team: str
) -> None:
    """Each reads and writes where they are, in their own language."""
    async with talk_on(team, tmp_path) as talk:
        await talk.say("Ada", "Where is zorglub?", platform=asking, lang="en")
        assert (talk.last(TEAM)["platform"], talk.last("@ada")["platform"]) == (team, asking)

        await talk.say("Driss", "Derrière la gare.", chat=TEAM, reply_to=talk.last(TEAM)["id"])
        answer = talk.last("@ada")
        assert answer["platform"] == asking
        assert "The team’s answer\nDerrière la gare." in answer["text"]

        more = {"platform": asking, "reply_to": answer["id"]}
        assert "passed it on" in (await talk.say("Ada", "Thank you, and then?", **more))[0]
        assert "and then?" in talk.last(TEAM)["text"]


async def test_small_talk_troubles_nobody(talk: Talk) -> None:
    """A greeting is greeted, thanks are welcome, and the team hears of neither."""
    assert "Bonjour" in (await talk.say("Ada", "Bonjour !"))[0]
    assert "plaisir" in (await talk.say("Ada", "merci beaucoup"))[0]
    assert [one for one in talk.events if one.get("chat") == TEAM] == []
