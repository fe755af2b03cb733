"""The queue behind getUpdates: acknowledgement, long polls, one reader, kinds."""

from __future__ import annotations

import asyncio

import pytest
import telegram

from tests.wire.bot_api import BotApi
from tests.wire.bot_api_world import World


async def said(bot: telegram.Bot, *, offset: int | None = None) -> list[str | None]:
    """The texts of the updates that wait."""
    updates = await bot.get_updates(offset=offset)
    return [update.message.text for update in updates if update.message]


async def test_updates_stay_until_a_later_offset_confirms_them(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """What was handed out but not confirmed comes again, as after a crash."""
    world.say(ada, "Deux")
    first, second = await bot.get_updates()
    assert await bot.get_updates(offset=first.update_id) == (first, second)
    assert await bot.get_updates(offset=second.update_id) == (second,)
    assert await bot.get_updates(offset=second.update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_a_negative_offset_keeps_the_newest_only(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """-1 is the last update; all before are forgotten."""
    world.say(ada, "Deux")
    assert await said(bot, offset=-1) == ["Deux"]
    assert world.rooms.updates.pending == 1


async def test_at_most_a_hundred_updates_come_at_once(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """Whatever limit is asked for."""
    for number in range(101):
        world.say(ada, f"{number}")
    assert len(await bot.get_updates(limit=500)) == 100
    assert len(await bot.get_updates(limit=3)) == 3


async def test_a_long_poll_ends_when_something_happens(bot: telegram.Bot, world: World) -> None:
    """Well before its timeout."""
    basile = world.user("basile_fictif", "Basile Fictif")
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    world.say(basile, "Coucou")
    async with asyncio.timeout(2):
        assert len(await poll) == 1


async def test_a_second_reader_ends_the_first(api: BotApi, bot: telegram.Bot) -> None:
    """409 for the earlier one."""
    earlier = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    async with telegram.Bot(api.token, base_url=api.base_url) as other:
        assert await other.get_updates() == ()
    with pytest.raises(telegram.error.Conflict, match="terminated by other getUpdates request"):
        await earlier


async def test_nobody_polls_while_a_webhook_is_set(bot: telegram.Bot) -> None:
    """409 until it is deleted, and for the poll under way when it is set."""
    earlier = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    await bot.set_webhook("https://alliance.example/hook", secret_token="fictif")
    with pytest.raises(telegram.error.Conflict, match="terminated by setWebhook"):
        await earlier
    with pytest.raises(telegram.error.Conflict, match="webhook is active"):
        await bot.get_updates()
    assert (await bot.get_webhook_info()).url == "https://alliance.example/hook"
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_needs_https(bot: telegram.Bot) -> None:
    """As Telegram's own servers do."""
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)https url must be provided"):
        await bot.set_webhook("http://alliance.example/hook")


async def test_pending_updates_can_be_dropped(bot: telegram.Bot, world: World, ada: int) -> None:
    """With the webhook."""
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_only_the_kinds_asked_for_are_queued(
    bot: telegram.Bot, world: World, ada: int
) -> None:
    """From the call on, and until another choice; an empty one is Telegram's default."""
    await bot.get_updates(offset=-1, allowed_updates=["callback_query", "no_such_kind"])
    world.say(ada, "Inaudible")
    assert len(await bot.get_updates()) == 1
    await bot.get_updates(allowed_updates=[])
    world.say(ada, "Audible")
    assert (await said(bot))[-1] == "Audible"


async def test_an_update_comes_again_when_asked(bot: telegram.Bot, world: World, ada: int) -> None:
    """Under the same id, once, although it was confirmed."""
    (first,) = await bot.get_updates()
    assert await bot.get_updates(offset=first.update_id + 1) == ()
    world.redeliver(world.last_update)
    assert await bot.get_updates(offset=first.update_id + 1) == (first,)
    assert await bot.get_updates(offset=first.update_id + 1) == ()
