"""In the topic or thread of a question: what is for the asker, and what is not.

The imagined platforms have no topics: the row that names one is written by hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chat.transport import Act, Attachment, Heard, Place, Speaker
from tests.talk import TEAM, Talk

TOPIC = "777"
CHLOE = Speaker("@chloe", "Chloé Modèle", "chloe")


@pytest.fixture
async def question(talk: Talk) -> int:
    """Ada's question, whose topic is there; Chloé, of the team, never wrote to the bot."""
    await talk.say("Ada", "Où est le zorglub ?")
    for who in ("@driss", "@chloe"):
        await talk.do({"do": "rank", "chat": TEAM, "from": who, "as": "member"})
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        (chat,) = await store.chats.team()
        thread = await store.threads.of(1, chat.id)
        assert thread is not None
        await store.threads.carded(thread.id, str(talk.last(TEAM)["id"]), TOPIC)
    return 1


async def hear(talk: Talk, text: str, act: Act = Act.SAID, **more: Any) -> dict[str, list[str]]:
    """Chloé does something in the topic; what the bot says, by chat."""
    talk.stage.world.heard += 1
    number = f"x{talk.stage.world.heard}"
    place = Place(talk.stage.platform, TEAM, False, TEAM, thread=TOPIC)
    fields: dict[str, Any] = {"message": number, "addressed": text.startswith("/")} | more
    heard = Heard(number, act, place, CHLOE, talk.stage.clock.now(), text, **fields)
    before = len(talk.events)
    await talk.stage.inboxes[place.platform].put([heard])
    await talk.stage.app.settle()
    said: dict[str, list[str]] = {}
    for one in talk.events[before:]:
        said.setdefault(one.get("chat", ""), []).append(one.get("text", ""))
    return said


async def test_plain_words_are_an_answer(talk: Talk, question: int) -> None:
    """Of anybody of the team, met before or not."""
    said = await hear(talk, "Derrière la gare.")
    assert "Derrière la gare." in said["@ada"][0]
    thanks, card = said[TEAM]
    assert thanks == "C’est transmis à Ada Exemple."
    assert "Répondue par Chloé Modèle" in card


async def test_who_is_not_of_the_team_any_more_answers_nobody(talk: Talk, question: int) -> None:
    """The platform is asked at each message."""
    await talk.do({"do": "rank", "chat": TEAM, "from": "@chloe", "as": "gone"})
    said = await hear(talk, "Derrière la gare.")
    assert "@ada" not in said


async def test_a_command_is_a_command_and_what_it_asks_is_for_the_bot(
    talk: Talk, question: int
) -> None:
    """Whoever was asked something in the topic answers the bot, and nobody else hears it."""
    asked = await hear(talk, "/langue")
    assert list(asked) == [TEAM]
    assert "@ada" not in await hear(talk, "english")
    assert "@ada" in await hear(talk, "Behind the station.")


async def test_a_button_in_the_topic_asks_for_words_once(talk: Talk, question: int) -> None:
    """The next words are the answer, and so are those after, without a question behind them."""
    card = talk.last(TEAM)["id"]
    await hear(talk, "", Act.PRESSED, message=card, choice=0, press="p")
    said = await hear(talk, "Derrière la gare.")
    assert len(said["@ada"]) == 1
    assert len((await hear(talk, "Au fond."))["@ada"]) == 1
    async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
        person = await store.people.known(talk.stage.platform, "@chloe")
        (chat,) = await store.chats.team()
        assert person is not None
        waiting = await store.prompts.waiting(chat.id, person.id, now=talk.stage.clock.now())
        assert waiting is None


async def test_a_label_alone_takes_the_choice_of_the_card(talk: Talk, question: int) -> None:
    """It is no answer to send on; where choices have numbers, nor is a number."""
    said = await hear(talk, "Je m’en occupe")
    assert "@ada" not in said
    assert "Chloé Modèle s’en occupe" in said[TEAM][0]
    if talk.stage.platform == "matrix":
        assert "ne peut pas y répondre" in (await hear(talk, "4"))["@ada"][0]


async def test_a_word_to_a_colleague_stays_in_the_topic(talk: Talk, question: int) -> None:
    """A reply to a message that is not the bot's."""
    assert await hear(talk, "Tu crois ?", reply_to="w999") == {}


async def test_a_reply_to_any_message_of_the_bot_there_is_an_answer(
    talk: Talk, question: int
) -> None:
    """To its thanks, for instance."""
    await hear(talk, "Derrière la gare.")
    thanks = next(one for one in talk.events[::-1] if one.get("chat") == TEAM)["id"]
    assert "@ada" in await hear(talk, "Pardon : devant.", reply_to=thanks, addressed=True)


@pytest.mark.parametrize(
    ("kind", "ref"), [("sticker", "x"), ("other", "")], ids=["sticker", "place"]
)
async def test_what_cannot_be_carried_is_refused_kindly(
    talk: Talk, question: int, kind: str, ref: str
) -> None:
    """A sticker, a place on a map, a poll."""
    said = await hear(talk, "", attachment=Attachment(kind, "x", "image/webp", 5, ref))
    assert list(said) == [TEAM]
    assert "je ne sais pas le transmettre" in said[TEAM][0]


async def test_a_short_film_is_carried_as_a_file(talk: Talk, question: int, tmp_path: Path) -> None:
    """Any file is, within the limit."""
    (tmp_path / "film.mp4").write_bytes(b"film fictif")
    film = Attachment("other", "film.mp4", "video/mp4", 11, str(tmp_path / "film.mp4"))
    await hear(talk, "Voyez.", attachment=film)
    answer = talk.last("@ada")
    assert "Voyez." in answer["text"]
    assert [file["name"] for file in answer["files"]] == ["film.mp4"]


async def test_an_edit_and_a_deletion_in_the_topic_follow(talk: Talk, question: int) -> None:
    """Also the deletion by somebody else of the team, who may moderate there."""
    await hear(talk, "Derrière.", message="a")
    edited = await hear(talk, "Devant.", Act.EDITED, message="a")
    assert list(edited) == ["@ada"]
    assert "Devant." in edited["@ada"][0]
    assert await hear(talk, "", Act.DELETED, message="a") == {"@ada": ["Message retiré."]}


async def test_the_card_of_a_topic_stands_whatever_is_shown_outside(
    talk: Talk, question: int
) -> None:
    """What `/file` shows in General is the same question; both say where it stands."""
    card = talk.last(TEAM)["id"]
    await talk.say("Driss", "/file", chat=TEAM)
    shown = talk.last(TEAM)["id"]
    await talk.say("Driss", "/file", chat=TEAM)
    assert talk.stage.world.posts[shown].choices == [], "this one gave way to the next"

    await talk.press("Driss", "Je m’en occupe", chat=TEAM)

    drawn = {one["id"]: one["text"] for one in talk.events if one["event"] == "edit"}
    assert "Driss Inventé s’en occupe" in drawn[card]
    assert "Driss Inventé s’en occupe" in drawn[talk.last(TEAM)["id"]]
