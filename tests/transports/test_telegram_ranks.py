"""Who administers a group: asked of Telegram, believed for a moment, never to refuse anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import telegram

from bot.transports.telegram.ranks import Ranks
from chat.transport import Place, Rank, Transport
from tests.transports.telegram_wire import Kept, group
from tests.wire.bot_api import BotApi


@pytest.fixture
async def client(api: BotApi) -> AsyncIterator[telegram.Bot]:
    """The library's own client."""
    bot = telegram.Bot(api.token, base_url=api.base_url)
    async with bot:
        yield bot


@pytest.fixture
def lilas(api: BotApi, ada: int) -> Place:
    """A group that Ada administers."""
    chat = api.world.group("Les Lilas")
    api.world.add_bot(chat, by=ada)
    return group(chat)


def _asked(api: BotApi) -> int:
    return sum(call.method == "getChatMember" for call in api.world.calls)


async def test_an_administrator_is_asked_for_once_in_a_moment(
    api: BotApi, client: telegram.Bot, lilas: Place, ada: int
) -> None:
    """Two taps are one question; after the moment it is put again."""
    ranks = Ranks(client, believed=0.2)
    assert [await ranks.of(lilas, str(ada)) for _ in range(3)] == [Rank.OWNER] * 3
    assert _asked(api) == 1
    await asyncio.sleep(0.25)
    assert await ranks.of(lilas, str(ada)) is Rank.OWNER
    assert _asked(api) == 2


async def test_what_would_refuse_somebody_is_asked_each_time(
    api: BotApi, client: telegram.Bot, lilas: Place
) -> None:
    """Whoever has just been made an administrator, or let in, acts at once."""
    ranks, basile = Ranks(client), api.world.user("basile_fictif", "Basile Fictif")
    for status, rank in (
        ("left", Rank.GONE),
        ("member", Rank.MEMBER),
        ("restricted", Rank.MEMBER),
        ("administrator", Rank.ADMIN),
    ):
        api.world.member(int(lilas.chat), basile, status)
        assert await ranks.of(lilas, str(basile)) is rank


async def test_an_administrator_of_one_group_is_none_of_another(
    api: BotApi, client: telegram.Bot, lilas: Place, ada: int
) -> None:
    """Belief is for one chat."""
    ranks, other = Ranks(client), api.world.group("Les Roses")
    api.world.add_bot(other, by=api.world.user("basile_fictif", "Basile Fictif"))
    assert await ranks.of(lilas, str(ada)) is Rank.OWNER
    assert await ranks.of(group(other), str(ada)) is Rank.GONE


@pytest.mark.parametrize("bot_is", ["member", "administrator"])
async def test_who_is_removed_loses_the_right_at_once(
    api: BotApi, transport: Transport, lilas: Place, ada: int, bot_is: str
) -> None:
    """Telegram tells it to every bot by a message of the group, and to administrators apart."""
    inbox, basile = Kept(), api.world.user("basile_fictif", "Basile Fictif")
    await transport.start(inbox, [])
    api.world.member(int(lilas.chat), api.world.bot.id, bot_is)
    api.world.member(int(lilas.chat), basile, "administrator")
    assert await transport.rank(lilas, str(basile)) is Rank.ADMIN
    api.world.member(int(lilas.chat), basile, "kicked")
    api.world.say(ada, "et après ?")
    while "et après ?" not in [one.text for one in inbox.heard]:
        await asyncio.sleep(0.01)
    assert await transport.rank(lilas, str(basile)) is Rank.GONE


async def test_who_is_demoted_loses_the_right_at_once_where_the_bot_administers(
    api: BotApi, transport: Transport, lilas: Place, ada: int
) -> None:
    """Elsewhere Telegram tells nobody, and it takes half a minute."""
    inbox, basile = Kept(), api.world.user("basile_fictif", "Basile Fictif")
    await transport.start(inbox, [])
    api.world.member(int(lilas.chat), api.world.bot.id, "administrator")
    api.world.member(int(lilas.chat), basile, "administrator")
    assert await transport.rank(lilas, str(basile)) is Rank.ADMIN
    api.world.member(int(lilas.chat), basile, "member")
    api.world.say(ada, "et après ?")
    while "et après ?" not in [one.text for one in inbox.heard]:
        await asyncio.sleep(0.01)
    assert await transport.rank(lilas, str(basile)) is Rank.MEMBER
