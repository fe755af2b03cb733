"""Follow-ups: a short message after an answer is understood with it, restarts in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import Database
from tests.small_base import learn
from tests.talk import START, TEAM, Talk, _compose, empty_database, talk_on

pytestmark = pytest.mark.slow


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """A talk with the small base."""
    await learn(talk)
    return talk


async def test_a_follow_up_finds_another_entry(talk: Talk) -> None:
    """By itself, when it is one that the base knows."""
    await talk.goes(
        """
        Ada: comment devenir allié ?
        Bot: En signant la charte
        Ada: et c'est payant ?
        Bot: Faut-il payer … rien n’est demandé [👍 C’est ça] [Pas tout à fait] [Poser à l’équipe]
        """
    )


async def test_a_follow_up_is_answered_from_the_lines_that_say_it(talk: Talk) -> None:
    """The entry is not shown whole again."""
    await talk.goes(
        """
        Ada: comment devenir allié ?
        Bot: En signant la charte
        Ada: et pour une association ?
        Bot: Toujours sur « Comment devenir allié·e ? » … pour une association … document fictif
        """
    )
    assert "Une page suffit" not in talk.last("@ada")["text"]


async def test_what_the_entry_does_not_say_goes_to_the_team_with_it(talk: Talk) -> None:
    """Whoever answers sees what it followed."""
    await talk.goes(
        """
        Ada: comment devenir allié ?
        Ada: et avec un zorglub ?
        Bot: J’ai transmis
        Bot → #equipe: Comment devenir allié·e ? → et avec un zorglub ?
        """
    )


async def test_what_was_handed_over_since_is_what_one_speaks_of(talk: Talk) -> None:
    """Not the entry shown before it."""
    await talk.say("Ada", "comment devenir allié ?")
    await talk.say("Ada", "Où est le zorglub ?")
    await talk.say("Ada", "et avec un bidule ?")

    assert "→" not in talk.last(TEAM)["text"]


async def test_a_reply_to_an_answer_follows_it(talk: Talk) -> None:
    """However it begins, and whatever was said since."""
    await talk.say("Ada", "c'est quand la permanence ?")
    answer = talk.last("@ada")["id"]
    await talk.say("Ada", "comment devenir allié ?")
    said = await talk.say("Ada", "visio ?", reply_to=answer)
    assert "Toujours sur « Quand a lieu" in " ".join(said[0].split())

    assert "Avec plaisir" in (await talk.say("Ada", "merci !", reply_to=answer))[0]


async def test_an_english_follow_up_is_understood(talk: Talk) -> None:
    """A bare asking word after an English answer."""
    await talk.goes(
        """
        Ada: when is the permanence?
        Bot: On the first Tuesday
        Ada: where?
        Bot: Still about “When is the monthly meeting?” … by video [👍 That is it]
        """
    )


async def test_after_a_while_or_for_somebody_else_it_is_a_question(talk: Talk) -> None:
    """Ten minutes later one speaks of something else; so does another person."""
    await talk.say("Ada", "comment devenir allié ?")
    await talk.say("Basile", "et avec un zorglub ?")
    assert "→" not in talk.last(TEAM)["text"]

    await talk.do({"do": "clock", "by": "PT11M"})
    await talk.say("Ada", "et avec un bidule ?")
    assert "→" not in talk.last(TEAM)["text"]


@pytest.mark.parametrize("platform", ["telegram", "matrix"])
async def test_a_restart_forgets_nothing(tmp_path: Path, platform: str) -> None:
    """What was last answered stands in the outbox."""
    url = await empty_database(tmp_path)
    async with talk_on(platform, tmp_path, database=url) as before:
        await learn(before)
        await before.say("Ada", "comment devenir allié ?")
    opened = Database(url)
    try:
        talk = await _compose(opened, tmp_path / "files", platform, team=TEAM, start=START)
        talk.stage.world.run = 2
        said = await talk.say("Ada", "et pour une association ?")
    finally:
        await opened.close()

    assert "pour une association" in said[0]
    assert "Toujours sur" in said[0]
