"""Groups on Telegram: set up in two taps, muted, with topics; people who chose no @name."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
import pytest_asyncio

from tests.journeys.stage import Town, fr
from tests.transports.telegram_service import Served, served
from tests.wire.bot_api_records import Message

pytestmark = pytest.mark.asyncio(loop_scope="module")

KNOWN, TITLE = "Qui préside la Fabrique ?", "Qui préside la Fabrique"
UNKNOWN = "Où trouver des graines de haricots violets ?"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """One bot for all, whose team's chat is a forum."""
    async with served(tmp_path_factory.mktemp("groups"), forum=True) as running:
        yield running


@pytest.fixture
def here(bot: Served) -> Town:
    """The town it serves."""
    return bot.town


def calls(here: Town, method: str) -> list[dict[str, Any]]:
    """The parameters of each call of a method."""
    return [call.params for call in here.api.world.calls if call.method == method]


async def until(true: Callable[[], object]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(15):
        while not true():
            await asyncio.sleep(0.02)


def message(here: Town, chat: int, number: int) -> Message:
    """A message as it stands now."""
    (found,) = [one for one in here.api.world.messages(chat) if one.id == number]
    return found


async def test_two_taps_of_its_administrator_set_a_group_up(here: Town) -> None:
    """On the card that greets it; a member is told by a toast that it is not for them."""
    world = here.api.world
    group = world.group("Jardin fictif")
    world.add_bot(group, by=here.chloe)
    world.member(group, here.basile)
    card = await here.read(group, "deux gestes", labels=True)
    assert card.labels == ["Français", "English"]
    assert await here.pressed(here.basile, card, "English") == fr("refusal-admin-only")
    await here.pressed(here.chloe, card, "English")
    await until(lambda: "what shall I post?" in message(here, group, card.id).text)
    second = message(here, group, card.id)
    assert second.labels[2:] == [
        "The agenda and the letter",
        "The agenda only",
        "The letter only",
        "Nothing, just answer",
    ]
    await here.pressed(here.chloe, second, "The letter only")
    await until(lambda: "All set" in message(here, group, card.id).text)
    assert message(here, group, card.id).labels == ["All settings"]
    assert [one.id for one in world.messages(group) if one.from_bot and not one.service] == [
        card.id
    ]


async def test_what_a_muted_bot_has_to_say_waits_until_it_may(here: Town) -> None:
    """An administrator muted it by mistake; nothing is lost, and nothing said twice."""
    world = here.api.world
    group = world.group("Chorale fictive")
    world.add_bot(group, by=here.chloe)
    await here.read(group, "deux gestes")
    world.member(group, world.bot.id, "restricted")
    tried = len(calls(here, "sendMessage"))
    world.say(here.chloe, f"/question {KNOWN}", group)
    await until(lambda: len(calls(here, "sendMessage")) > tried)
    world.member(group, world.bot.id, "member")
    await here.read(group, TITLE)
    assert len([one for one in world.messages(group) if TITLE in one.text and one.from_bot]) == 1


async def test_an_answer_stays_in_the_topic_of_its_question(here: Town) -> None:
    """What the base knows, what the team answers later, and what follows a press."""
    world = here.api.world
    forum = world.group("Chantiers fictifs", forum=True)
    world.add_bot(forum, by=here.chloe)
    tools = world.topic(forum, "Outils", by=here.chloe)
    world.say(here.ada, f"/question {KNOWN}", forum, thread=tools)
    answer = await here.read(forum, TITLE)
    assert answer.thread == tools
    world.say(here.ada, f"/question {UNKNOWN}", forum, thread=tools)
    card = await here.read(here.team, UNKNOWN)
    world.say(here.driss, "À la grainothèque fictive.", here.team, reply_to=card.id)
    assert (await here.read(forum, "À la grainothèque fictive.")).thread == tools


async def test_general_is_answered_in_general(here: Town) -> None:
    """It has a number that Telegram refuses: what is said there has no thread."""
    world = here.api.world
    forum = world.group("Ateliers fictifs", forum=True)
    world.add_bot(forum, by=here.chloe)
    world.say(here.ada, f"/question {KNOWN}", forum)
    assert (await here.read(forum, TITLE)).thread is None
    sent = [one for one in calls(here, "sendMessage") if one.get("chat_id") == str(forum)]
    assert not any("message_thread_id" in one for one in sent)


async def test_a_topic_that_was_deleted_is_answered_in_the_group(here: Town) -> None:
    """Better in the wrong place than nowhere."""
    world = here.api.world
    forum = world.group("Cuisine fictive", forum=True)
    world.add_bot(forum, by=here.chloe)
    soup = world.topic(forum, "Soupe", by=here.chloe)
    asked = "Quelle marmite fictive prendre pour cent convives ?"
    world.say(here.ada, f"/question {asked}", forum, thread=soup)
    card = await here.read(here.team, asked)
    world.delete_topic(forum, soup)
    world.say(here.driss, "La grande marmite fictive.", here.team, reply_to=card.id)
    assert (await here.read(forum, "La grande marmite fictive.")).thread is None


async def test_two_first_messages_at_once_open_one_topic(here: Town) -> None:
    """A question and the detail that follows it at once; its name says when it is answered."""
    world = here.api.world
    asked, more = "Où est le zorglub violet ?", "C’est pour dimanche."
    told = await here.asked(here.basile, asked, "transmis votre question")
    opened = len(calls(here, "createForumTopic"))
    world.say(here.basile, more, reply_to=told.id)
    world.say(here.basile, "Et la rape ?", reply_to=told.id)
    card = await here.read(here.team, asked, labels=True)
    detail = await here.read(here.team, more)
    further = await here.read(here.team, "Et la rape ?")
    assert card.thread is not None
    assert card.thread == detail.thread == further.thread
    names = [one["name"] for one in calls(here, "createForumTopic")]
    assert len(names) <= opened + 1
    assert sum(name.startswith("Où est le zorglub") for name in names) == 1
    world.say(here.driss, "Oui, elle presse.", here.team, thread=card.thread)
    await here.read(here.basile, "Oui, elle presse.")
    chat = world.rooms.chats[here.team]
    await until(lambda: chat.topics[card.thread or 0].startswith("✅ Où est le zorglub"))


async def test_somebody_without_a_handle_is_noted_by_the_mention_of_their_name(
    here: Town,
) -> None:
    """An app that picks a person from its list sends their number with their name."""
    world = here.api.world
    zoe = world.user("", "Zoé Imaginée")
    await here.asked(zoe, "/start", "Bonjour")
    words = "/heures 2h avec @Zoé Imaginée pour relecture"
    asked = await here.asked(here.ada, words, "Qui a donné de son temps")
    assert "Zoé Imaginée" in asked.labels


async def test_somebody_without_a_handle_is_written_to_through_the_bot(here: Town) -> None:
    """Both agreed: nobody can be named who has no @name, so that words are carried."""
    world = here.api.world
    yann = world.user("", "Yann Fictif")
    await here.asked(yann, "/start", "Bonjour")
    await here.asked(yann, "/offrir soudure à l’arc", "soudure")
    card = await here.asked(here.chloe, "/besoin soudure à l’arc", "De quoi s’agit-il")
    await here.pressed(here.chloe, card, "réparation")
    card = await here.read(here.chloe, "Sujet", labels=True)
    await here.pressed(here.chloe, card, fr("choice-need-search"))
    found = await here.read(here.chloe, "À qui dois-je demander", labels=True)
    await here.pressed(here.chloe, found, fr("choice-ask-ally", place=1))
    request = await here.read(yann, "Voulez-vous aider", labels=True)
    await here.pressed(yann, request, fr("choice-accept"))
    told = await here.read(here.chloe, "en contact avec Yann Fictif")
    assert fr("choice-write-to-them") in told.labels


async def test_links_are_never_shown_as_large_previews(here: Town) -> None:
    """Not in one message that the bot sent or redrew all day."""
    sent = calls(here, "sendMessage") + calls(here, "editMessageText")
    assert sent
    assert all('"is_disabled": true' in one["link_preview_options"].lower() for one in sent)
