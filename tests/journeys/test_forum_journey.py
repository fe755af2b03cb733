"""A question's whole life in the topic of a forum, with the real program killed in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.journeys.program import Program, program
from tests.journeys.stage import Town, fr, opening, says, town
from tests.wire.bot_api_records import Message
from tests.wire.bot_api_world import PIXEL

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

ASKED = "Où trouver des graines de haricots violets pour le jardin ?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here() -> AsyncIterator[Town]:
    """A town whose team speaks in a forum."""
    async with town(forum=True) as place:
        yield place


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(here: Town, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    """One program, which Ada has greeted; nobody of the team ever wrote to it in private."""
    with program(tmp_path_factory.mktemp("bot"), here.environment) as running:
        running.start()
        await running.ready()
        await here.asked(here.ada, "/start", "Bonjour")
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def card(here: Town) -> Message:
    """Ada's question before the team."""
    await here.asked(here.ada, ASKED, opening("question-handed-over", "anonymous", "within"))
    return await here.read(here.team, ASKED, labels=True)


def topics(here: Town) -> dict[int, str]:
    """The topics there are, by their number."""
    return here.api.world.rooms.chats[here.team].topics


async def test_the_card_stands_in_a_topic_of_its_own(here: Town, card: Message) -> None:
    """Which bears the question's name."""
    assert card.thread is not None
    assert topics(here) == {card.thread: ASKED}


async def test_plain_words_in_the_topic_are_an_answer(here: Town, card: Message) -> None:
    """Of somebody whom the bot never met; nothing has to be replied to."""
    said = here.api.world.say(here.driss, "À la grainothèque.", here.team, thread=card.thread)
    await here.read(here.ada, "À la grainothèque.")
    sent = await here.read(here.team, fr("answer-sent", asker="Ada Exemple"))
    assert (sent.thread, sent.reply_to) == (card.thread, said)
    async with asyncio.timeout(15):
        while topics(here)[card.thread or 0] != f"✅ {ASKED}":
            await asyncio.sleep(0.05)


async def test_pictures_and_voices_pass_both_ways(here: Town, card: Message) -> None:
    """As what they are; what Ada sends comes back into the topic."""
    here.api.world.send_photo(here.driss, PIXEL, here.team, "Celle-ci", thread=card.thread)
    picture = await here.read(here.ada, "Celle-ci")
    assert (picture.file and picture.file.kind, picture.document) == ("photo", PIXEL)
    here.api.world.send_voice(here.ada, b"OggS merci", reply_to=picture.id)
    voice = await here.seen(lambda one: one.chat_id == here.team and one.document == b"OggS merci")
    assert (voice.file and voice.file.kind, voice.thread) == ("voice", card.thread)
    assert says(voice, "Ada Exemple")


async def test_colleagues_may_speak_to_each_other_in_the_topic(here: Town, card: Message) -> None:
    """By replying to each other; nor are words in General for anybody."""
    world = here.api.world
    first = world.say(here.driss, "Mes tomates vont bien.", here.team)
    world.say(here.chloe, "Les miennes aussi.", here.team, reply_to=first)
    world.say(here.chloe, "Tu es sûr ?", here.team, thread=card.thread, reply_to=first)
    await here.asked(here.driss, "/file", "attend", chat=here.team)
    read = " ".join(one.text for one in world.messages(here.ada))
    assert not [words for words in ("tomates", "miennes", "Tu es") if words in read]


async def test_an_edit_after_a_kill_follows(here: Town, bot: Program, card: Message) -> None:
    """What was carried before is known after."""
    world = here.api.world
    said = world.say(here.driss, "Rue de la Gare.", here.team, thread=card.thread)
    answer = await here.read(here.ada, "Rue de la Gare.")
    await here.asked(here.chloe, "/aide", opening("help-team"), chat=here.team)  # all is noted now
    bot.kill()
    world.edit(here.driss, said, "Rue du Port.", here.team)
    bot.start()
    await bot.ready()
    assert (await here.read(here.ada, "Rue du Port.", fr("carried-edited"))).id == answer.id


async def test_a_deleted_topic_is_opened_again_with_the_card(here: Town, card: Message) -> None:
    """By what Ada says next, and the team goes on there."""
    world = here.api.world
    world.delete_topic(here.team, card.thread or 0)
    (last, *_) = [one for one in reversed(world.messages(here.ada)) if one.from_bot and one.text]
    world.say(here.ada, "Et pour les pois ?", reply_to=last.id)
    more = await here.read(here.team, "Et pour les pois ?")
    again = await here.seen(
        lambda one: (
            one.thread == more.thread and says(one, ASKED) and fr("choice-answer") in one.labels
        )
    )
    assert (more.thread is not None, again.id < more.id) == (True, True)
    world.say(here.driss, "Aussi.", here.team, thread=more.thread)
    await here.read(here.ada, "Aussi.")


async def test_a_deleted_card_stops_nobody(here: Town) -> None:
    """What follows arrives without it, and nobody hears of a failure."""
    await here.asked(
        here.ada, "Où est le zorglub ?", opening("question-handed-over", "anonymous", "within")
    )
    card = await here.read(here.team, "zorglub", labels=True)
    here.api.world.delete(here.team, card.id)
    here.api.world.say(here.driss, "Derrière le hangar.", here.team, thread=card.thread)
    await here.read(here.ada, "Derrière le hangar.")
    handed = await here.read(here.ada, opening("question-handed-over", "anonymous", "within"))
    here.api.world.say(here.ada, "Lequel ?", reply_to=handed.id)
    await here.read(here.team, "Lequel ?")
