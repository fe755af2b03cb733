"""What is typed under an open card: a number, a label with a slip, words that come to a choice."""

from __future__ import annotations

from pathlib import Path

from tests.talk import Talk, talk_on

STALE = "Ce numéro ne désigne plus rien ici"


async def test_words_under_an_open_card_name_its_choices(talk: Talk) -> None:
    """As one says it to somebody."""
    await talk.goes(
        """
        Basile: /offrir animation d’ateliers
        Ada: /besoin animer un atelier
        Ada: ok cherche
        Bot: 1. Un·e allié·e offre « animation d’ateliers » [Demander à l’allié·e n° 1]
        """
    )


async def test_a_card_is_let_be_in_ones_own_words(talk: Talk) -> None:
    """By « finalement non », and by the command that leaves a question."""
    for words in ("finalement non", "non laisse tomber", "/annuler", "annuler"):
        await talk.say("Ada", "/besoin animer un atelier")
        assert "Laisser tomber" in talk.last("@ada")["choices"]
        said = " ".join(await talk.say("Ada", words))
        assert "équipe" not in said, words
        assert "Aucune question" not in said, words
        shown = [post.choices for post in talk.stage.world.posts.values()]
        assert not any("Laisser tomber" in choices for choices in shown), words


async def test_a_question_under_an_open_card_is_still_a_question(talk: Talk) -> None:
    """However near its first word is to a choice."""
    await talk.say("Ada", "/besoin animer un atelier")
    said = await talk.say("Ada", "Combien coûte un accompagnement ?")
    assert "Combien coûte un accompagnement" in said[0]


async def test_a_number_is_only_for_the_last_message(tmp_path: Path) -> None:
    """An older card is left alone, as often as the number is typed."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.say("Basile", "/offrir animation d’ateliers")
        await talk.say("Ada", "/besoin animer un atelier")
        card = str(talk.last("@ada")["id"])
        await talk.say("Ada", "/langue français")
        assert talk.last("@ada")["choices"] == []
        for _ in range(2):
            said = await talk.say("Ada", "1")
            assert len(said) == 1
            assert STALE in said[0]
        assert talk.stage.world.posts[card].choices
        said = await talk.say("Ada", "Chercher")
        assert "animation d’ateliers" in " ".join(said)


async def test_the_number_of_a_question_overtaken_puts_it_again(tmp_path: Path) -> None:
    """So that the number has something to count on."""
    async with talk_on("matrix", tmp_path) as talk:
        await talk.say("Ada", "Où est le zorglub ?")
        await talk.say("Ada", "/langue")
        asked = talk.last("@ada")["choices"]
        await talk.goes(
            """
            Driss #equipe: [Répondre]
            Driss #equipe: Derrière la gare.
            Bot → Ada: Réponse de l’équipe … Derrière la gare.
            """
        )
        assert STALE in (await talk.say("Ada", "1"))[0]
        assert talk.last("@ada")["choices"] == asked
        assert STALE not in (await talk.say("Ada", "1"))[0]


async def test_a_slip_is_forgiven_where_a_choice_is_asked_for(talk: Talk) -> None:
    """And a comma is nothing."""
    await talk.goes(
        """
        Ada: /besoin animer un atelier
        Ada: laiser tomber
        """
    )
    assert "Laisser tomber" not in talk.stage.world.posts[str(talk.last("@ada")["id"])].choices
