"""Voices and exchanged files, and topics that are closed, reopened and deleted."""

from __future__ import annotations

import pytest
import telegram
from telegram import InputMediaDocument, InputMediaPhoto

from tests.transports.bot_api_server import refusal
from tests.wire.bot_api_messages import LARGEST_PHOTO
from tests.wire.bot_api_world import PIXEL, World


@pytest.fixture
def forum(world: World, ada: int) -> int:
    """A forum with the bot as an administrator."""
    chat = world.group("Les Lilas", forum=True)
    world.add_bot(chat, by=ada)
    world.member(chat, world.bot.id, "administrator")
    return chat


async def test_a_voice_is_sent_and_anything_else_becomes_a_document(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """By its first bytes."""
    voice = await bot.send_voice(ada, b"OggS...", caption="Bonjour")
    assert voice.voice is not None
    assert (voice.voice.file_size, voice.caption) == (7, "Bonjour")
    other = await bot.send_voice(ada, b"%PDF")
    assert (other.voice, other.document is not None) == (None, True)
    assert "too long" in await refusal(bot.send_voice(ada, b"OggS", caption="x" * 1025))
    world.refuse_voices(ada)
    assert await refusal(bot.send_voice(ada, b"OggS")) == "Voice_messages_forbidden"


async def test_a_picture_is_refused_when_it_is_none_or_too_large(
    bot: telegram.Bot, ada: int
) -> None:
    """Ten megabytes, where a document may have fifty."""
    assert await refusal(bot.send_photo(ada, b"bonjour")) == "Image_process_failed"
    large = PIXEL + bytes(LARGEST_PHOTO)
    assert "too big" in await refusal(bot.send_photo(ada, large))
    assert (await bot.send_document(ada, large)).document is not None


async def test_a_file_is_exchanged_for_another(bot: telegram.Bot, world: World, ada: int) -> None:
    """A picture for a document and back; the caption goes with it."""
    sent = await bot.send_photo(ada, PIXEL, caption="avant")
    new = InputMediaDocument(b"bonjour", filename="b.txt", caption="après")
    edited = await bot.edit_message_media(new, ada, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert (edited.photo, edited.caption) == ((), "après")
    stands = world.messages(ada)[-1]
    assert (stands.document, stands.file and stands.file.name) == (b"bonjour", "b.txt")
    await bot.edit_message_media(InputMediaPhoto(PIXEL), ada, sent.message_id)
    assert world.messages(ada)[-1].document == PIXEL


async def test_a_voice_is_not_exchanged(bot: telegram.Bot, ada: int) -> None:
    """Nor somebody else's message."""
    voice = await bot.send_voice(ada, b"OggS")
    new = InputMediaDocument(b"bonjour", filename="b.txt")
    said = await refusal(bot.edit_message_media(new, ada, voice.message_id))
    assert said == "Message can't be edited"
    assert "not found" in await refusal(bot.edit_message_media(new, ada, 999))


async def test_a_topic_is_closed_and_reopened_once_each(
    bot: telegram.Bot, world: World, forum: int
) -> None:
    """In a closed one only administrators write."""
    topic = (await bot.create_forum_topic(forum, "Jardin")).message_thread_id
    assert "not_modified" in await refusal(bot.reopen_forum_topic(forum, topic))
    await bot.close_forum_topic(forum, topic)
    assert "not_modified" in await refusal(bot.close_forum_topic(forum, topic))
    await bot.send_message(forum, "x", message_thread_id=topic)
    world.member(forum, world.bot.id, "member")
    closed = await refusal(bot.send_message(forum, "x", message_thread_id=topic))
    assert closed == "Topic_closed"
    assert "Not enough rights" in await refusal(bot.reopen_forum_topic(forum, topic))


async def test_a_deleted_topic_is_found_by_nothing(
    bot: telegram.Bot, world: World, forum: int
) -> None:
    """Its messages go with it."""
    topic = (await bot.create_forum_topic(forum, "Jardin")).message_thread_id
    await bot.send_message(forum, "x", message_thread_id=topic)
    await bot.delete_forum_topic(forum, topic)
    assert [one.text for one in world.messages(forum) if one.text] == []
    said = await refusal(bot.send_message(forum, "x", message_thread_id=topic))
    assert said == "Message thread not found"
    for turn in (bot.close_forum_topic, bot.edit_forum_topic):
        assert await refusal(turn(forum, topic)) == said
