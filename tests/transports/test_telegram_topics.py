"""Topics on Telegram, and files that Telegram does not take as what they are."""

from __future__ import annotations

import pytest

from bot.transports.telegram.draw import LARGEST_PICTURE
from chat.transport import File, Page, Place, Transport, TransportError
from tests.transports.telegram_wire import group, private
from tests.wire.bot_api import BotApi
from tests.wire.bot_api_world import PIXEL

VOICE = File("voix.ogg", "audio/ogg; codecs=opus", b"OggS" + bytes(100))


@pytest.fixture
def forum(api: BotApi, ada: int) -> int:
    """A forum in which the bot may open topics."""
    chat = api.world.group("Équipe fictive", forum=True)
    api.world.add_bot(chat, by=ada)
    api.world.member(chat, api.world.bot.id, "administrator")
    return chat


def asked(api: BotApi, method: str) -> int:
    """How often a method was called."""
    return len([one for one in api.world.calls if one.method == method])


async def test_a_topic_is_opened_in_a_forum(api: BotApi, transport: Transport, forum: int) -> None:
    """Under its name, cut to what Telegram takes; what is sent there stands there."""
    title = "Où trouver des graines ? " * 10
    topic = await transport.open_topic(group(forum), title)
    assert topic is not None
    await transport.send(group(forum, int(topic)), Page("La question"), key="k")
    assert api.world.rooms.chats[forum].topics[int(topic)] == title[:128]
    assert api.world.messages(forum)[-1].thread == int(topic)


async def test_whether_a_group_is_a_forum_is_asked_once(
    api: BotApi, transport: Transport, ada: int, forum: int
) -> None:
    """In a while; and never of a person."""
    plain = api.world.group("Les Lilas")
    api.world.add_bot(plain, by=ada)
    assert [await transport.open_topic(group(plain), "a") for _ in range(3)] == [None] * 3
    assert asked(api, "getChat") == 1
    assert await transport.open_topic(private(ada), "a") is None
    for title in "ab":
        await transport.open_topic(group(forum), title)
    assert (asked(api, "getChat"), asked(api, "createForumTopic")) == (2, 2)


async def test_a_forum_in_which_the_bot_may_not_open_topics_says_so(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """For good: trying again changes nothing."""
    chat = api.world.group("Équipe fictive", forum=True)
    api.world.add_bot(chat, by=ada)
    with pytest.raises(TransportError, match="Not enough rights") as told:
        await transport.open_topic(group(chat), "a")
    assert (told.value.permanent, told.value.gone) == (True, False)


async def test_a_topic_is_renamed_closed_and_reopened(
    api: BotApi, transport: Transport, forum: int
) -> None:
    """As often as asked: what is so already is no failure."""
    topic = int(await transport.open_topic(group(forum), "Des graines") or 0)
    place, chat = group(forum, topic), api.world.rooms.chats[forum]
    for title, closed in (("✅ Des graines", True), ("✅ Des graines", True), ("Graines", False)):
        await transport.retitle_topic(place, title, closed=closed)
        assert (chat.topics[topic], topic in chat.closed) == (title, closed)
    api.world.delete_topic(forum, topic)
    with pytest.raises(TransportError) as told:
        await transport.retitle_topic(place, "Des graines", closed=True)
    assert told.value.thread_gone


async def _kind(api: BotApi, transport: Transport, place: Place, file: File) -> str | None:
    await transport.send(place, Page("", file=file), key="k")
    sent = api.world.messages(int(place.chat))[-1].file
    return sent.kind if sent else None


async def test_a_picture_that_telegram_refuses_arrives_as_a_document(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Too large, of another format, or none at all whatever it says."""
    large = File("grand.png", "image/png", PIXEL + bytes(LARGEST_PICTURE))
    drawing = File("dessin.svg", "image/svg+xml", b"<svg/>")
    liar = File("faux.png", "image/png", b"bonjour")
    kinds = [await _kind(api, transport, private(ada), one) for one in (large, drawing, liar)]
    assert kinds == ["document"] * 3
    assert await _kind(api, transport, private(ada), File("a.png", "image/png", PIXEL)) == "photo"


async def test_a_voice_is_heard_unless_somebody_wants_none(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Then it arrives as a document."""
    assert await _kind(api, transport, private(ada), VOICE) == "voice"
    api.world.refuse_voices(ada)
    assert await _kind(api, transport, private(ada), VOICE) == "document"


async def test_of_a_voice_taken_back_the_caption_says_so(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Telegram exchanges no voice for another file."""
    posted = await transport.send(private(ada), Page("Voici", file=VOICE), key="k")
    page = Page("<i>Retiré</i>", withdrawn=True)
    await transport.edit(private(ada), posted, page, key="k2")
    assert api.world.messages(ada)[-1].text == "Retiré"
