"""Where the bot may write: chats, groups, topics, replies, and how fast."""

from __future__ import annotations

import pytest
import telegram

from tests.transports.bot_api_server import refusal
from tests.wire.bot_api_errors import ApiError
from tests.wire.bot_api_faults import Pace
from tests.wire.bot_api_world import World


async def test_a_chat_that_does_not_exist_is_not_found(bot: telegram.Bot, world: World) -> None:
    """Nor is someone who never wrote, nor a group the bot was never in."""
    strangers = [12345, world.user("basile_fictif", "Basile Fictif"), world.group("Alliance")]
    for chat in strangers:
        assert await refusal(bot.send_message(chat, "x")) == "Chat not found"


async def test_the_bot_does_not_write_first(bot: telegram.Bot, world: World) -> None:
    """403 for someone it only met in a group."""
    basile = world.user("basile_fictif", "Basile Fictif")
    world.add_bot(world.group("Alliance"), by=basile)
    refused = await refusal(bot.send_message(basile, "x"))
    assert refused == "Forbidden: bot can't initiate conversation with a user"


async def test_who_blocked_the_bot_gets_nothing(bot: telegram.Bot, world: World, ada: int) -> None:
    """403, until they write again; both changes are told."""
    world.block(ada)
    refused = await refusal(bot.send_message(ada, "x"))
    assert refused == "Forbidden: bot was blocked by the user"
    world.say(ada, "Me revoilà")
    await bot.send_message(ada, "x")
    changes = [one.my_chat_member for one in await bot.get_updates() if one.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


@pytest.mark.parametrize("supergroup", [True, False])
async def test_a_removed_bot_has_no_voice(
    bot: telegram.Bot, world: World, ada: int, supergroup: bool
) -> None:
    """403, in the group's kind."""
    group = world.group("Alliance", supergroup=supergroup)
    world.add_bot(group, by=ada)
    world.remove_bot(group, by=ada)
    kind = "supergroup" if supergroup else "group"
    refused = await refusal(bot.send_message(group, "x"))
    assert refused == f"Forbidden: bot was kicked from the {kind} chat"


async def test_a_bot_that_left_is_no_member(bot: telegram.Bot, world: World, ada: int) -> None:
    """403, in other words than for one thrown out."""
    group = world.group("Alliance")
    world.add_bot(group, by=ada)
    await bot.leave_chat(group)
    refused = await refusal(bot.send_message(group, "x"))
    assert refused == "Forbidden: bot is not a member of the supergroup chat"


async def test_a_group_that_migrated_names_its_new_id(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """And both service messages tell it."""
    group = world.group("Alliance", supergroup=False)
    world.add_bot(group, by=ada)
    new = world.migrate(group)
    with pytest.raises(telegram.error.ChatMigrated) as caught:
        await bot.send_message(group, "x")
    assert caught.value.new_chat_id == new
    told = [update.message for update in await bot.get_updates() if update.message]
    assert (told[-2].chat.id, told[-2].migrate_to_chat_id) == (group, new)
    assert (told[-1].chat.id, told[-1].migrate_from_chat_id) == (new, group)


async def test_a_reply_needs_its_message(bot: telegram.Bot, ada: int) -> None:
    """Unless the sender allows to go without."""
    gone = telegram.ReplyParameters(999)
    refused = await refusal(bot.send_message(ada, "x", reply_parameters=gone))
    assert refused == "Message to be replied not found"
    lenient = telegram.ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(ada, "x", reply_parameters=lenient)).reply_to_message is None


async def test_topics_are_made_by_an_administrator_in_a_forum(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """And are named, renamed and written in."""
    plain, forum = world.group("Alliance"), world.group("Fabrique", forum=True)
    for group in (plain, forum):
        world.add_bot(group, by=ada)
    assert await refusal(bot.create_forum_topic(plain, "Jardin")) == "The chat is not a forum"
    assert "Not enough rights" in await refusal(bot.create_forum_topic(forum, "Jardin"))
    world.member(forum, world.bot.id, "administrator")
    topic = (await bot.create_forum_topic(forum, "Jardin")).message_thread_id
    sent = await bot.send_message(forum, "x", message_thread_id=topic)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    await bot.edit_forum_topic(forum, topic, "Potager")
    assert "not_modified" in await refusal(bot.edit_forum_topic(forum, topic, "Potager"))
    assert await refusal(bot.create_forum_topic(forum, "x" * 129)) == "Topic_title_too_long"


async def test_a_thread_that_is_gone_or_general_is_not_found(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """General cannot be named by its number, and a private chat has no threads."""
    forum = world.group("Fabrique", forum=True)
    world.add_bot(forum, by=ada)
    topic = world.topic(forum, "Jardin", by=ada)
    world.delete_topic(forum, topic)
    for chat, thread in ((forum, topic), (forum, 1), (ada, 5)):
        refused = await refusal(bot.send_message(chat, "x", message_thread_id=thread))
        assert refused == "Message thread not found"


def test_a_chat_takes_three_at_once_and_one_a_second() -> None:
    """A refused message does not count."""
    now = 1000.0
    pace = Pace(lambda: now)
    for _ in range(3):
        pace.spend(1, group=False)
    with pytest.raises(ApiError) as caught:
        pace.spend(1, group=False)
    assert caught.value.parameters == {"retry_after": 1}
    now += 1
    pace.spend(1, group=False)
    pace.spend(2, group=False)


def test_a_group_takes_twenty_in_a_minute() -> None:
    """The wait is until the oldest of them is a minute old."""
    now = 1000.0
    pace = Pace(lambda: now)
    for _ in range(20):
        pace.spend(1, group=True)
        now += 1
    with pytest.raises(ApiError) as caught:
        pace.spend(1, group=True)
    assert caught.value.parameters == {"retry_after": 40}


def test_all_chats_together_take_thirty_in_a_second() -> None:
    """However many there are."""
    now = 1000.0
    pace = Pace(lambda: now)
    for chat in range(30):
        pace.spend(chat, group=False)
        now += 0.03
    with pytest.raises(ApiError) as caught:
        pace.spend(99, group=False)
    assert (caught.value.parameters, pace.refused) == ({"retry_after": 1}, 1)
    now += 0.11
    pace.spend(99, group=False)


async def test_the_pace_is_kept_only_when_asked(
    bot: telegram.Bot, world: World, ada: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Off at first; then edits count like messages."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    for _ in range(5):
        sent = await bot.send_message(ada, "x")
    world.enforce_limits = True
    for number in range(3):
        await bot.edit_message_text(f"{number}", ada, sent.message_id)
    with pytest.raises(telegram.error.RetryAfter):
        await bot.send_message(ada, "Trop vite")
