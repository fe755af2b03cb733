"""Hearing Telegram over the wire: in order, without loss, through faults and stops."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from chat.transport import Menu, MenuEntry, Page, Transport, TransportError
from tests.transports.telegram_wire import Kept, connected, private
from tests.wire.bot_api import BotApi

ROOT = Path(__file__).parents[2]


async def test_everything_said_is_heard_in_order(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """What waited before the start comes first."""
    inbox = Kept()
    await transport.start(inbox, [])
    for number in range(3):
        api.world.say(ada, f"n° {number}")
    assert await inbox.texts(4) == ["Bonjour", "n° 0", "n° 1", "n° 2"]


async def test_an_inbox_that_fails_loses_nothing(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Two failures delay an update and those behind it, and change neither number nor order."""
    inbox = Kept(failing=2)
    api.world.say(ada, "un")
    await transport.start(inbox, [])
    assert await inbox.texts(2) == ["Bonjour", "un"]
    api.world.say(ada, "deux")
    assert await inbox.texts(3) == ["Bonjour", "un", "deux"]


async def test_nothing_is_acknowledged_before_it_is_stored(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """While the inbox takes its time, Telegram keeps the update, and gives it to whoever asks."""
    slow, other = Kept(), Kept()
    slow.open.clear()
    await transport.start(slow, [])
    await slow.asked.wait()
    assert api.world.rooms.updates.pending == 1
    await transport.stop()
    second = connected(api)
    await second.start(other, [])
    assert await other.texts(1) == ["Bonjour"]
    await second.stop()


DYING = """
import asyncio, sys
from bot.transports.telegram.transport import Telegram

class Inbox:
    async def put(self, heard, *, cursor=None):
        await asyncio.sleep(0.01)
        with open(sys.argv[3], "a") as kept:
            kept.write("".join(f"{one.text}\\n" for one in heard))
    async def account(self, *, works):
        pass

async def run():
    await Telegram(sys.argv[1], base_url=sys.argv[2]).start(Inbox(), [])
    await asyncio.Event().wait()

asyncio.run(run())
"""


async def test_a_killed_process_loses_nothing(api: BotApi, ada: int, tmp_path: Path) -> None:
    """Killed in the middle of a backlog and begun again, the bot heard every message."""
    said = [f"n° {number}" for number in range(60)]
    for text in said:
        api.world.say(ada, text)
    kept = tmp_path / "kept"
    kept.touch()
    for enough in (20, 61):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", DYING, api.token, api.base_url, str(kept), cwd=ROOT
        )
        async with asyncio.timeout(20):
            while len(set(kept.read_text().splitlines())) < enough:
                await asyncio.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        await process.wait()
    assert set(kept.read_text().splitlines()) == {"Bonjour", *said}


@pytest.mark.parametrize(
    "broken",
    [
        {"message_id": 1, "date": 1},
        {"message_id": 1, "date": "hier", "chat": {"id": 1, "type": "private"}},
    ],
)
async def test_an_unreadable_update_loses_only_itself(
    api: BotApi, transport: Transport, ada: int, broken: dict[str, Any]
) -> None:
    """One the library cannot read is passed over; those around it are heard."""
    inbox = Kept()
    api.world.rooms.updates.push("message", broken)
    api.world.say(ada, "après")
    await transport.start(inbox, [])
    assert await inbox.texts(2) == ["Bonjour", "après"]


async def test_an_update_we_misread_loses_only_itself(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """A mention that begins within an emoji is nowhere; the next message is heard."""
    inbox = Kept()
    half = [{"type": "mention", "offset": 1, "length": 2}]
    api.world.rooms.updates.push(
        "message",
        {
            "message_id": 900,
            "date": 1_750_000_000,
            "chat": {"id": ada, "type": "private"},
            "from": {"id": ada, "is_bot": False, "first_name": "Ada"},
            "text": "🌱🌱",
            "entities": half,
        },
    )
    api.world.say(ada, "après")
    await transport.start(inbox, [])
    assert await inbox.texts(2) == ["Bonjour", "après"]


async def test_a_refusal_in_passing_does_not_end_the_hearing(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """A server that says 401 for a moment is asked again."""
    inbox = Kept()
    await transport.start(inbox, [])
    await inbox.texts(1)
    right, api.token = api.token, f"{api.token[:-1]}-"
    api.world.say(ada, "pendant")
    await asyncio.sleep(0.1)
    api.token = right
    api.world.say(ada, "après")
    assert await inbox.texts(3) == ["Bonjour", "pendant", "après"]


async def test_a_lost_network_is_found_again(api: BotApi, transport: Transport, ada: int) -> None:
    """The server goes and comes back; what was said meanwhile is heard."""
    inbox = Kept()
    await transport.start(inbox, [])
    await inbox.texts(1)
    await api.stop()
    api.world.say(ada, "pendant")
    await api.start()
    assert await inbox.texts(2) == ["Bonjour", "pendant"]


async def test_starting_without_a_network_waits_for_it(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """The start returns, so that the other platforms start too, and hears later."""
    inbox = Kept()
    await api.stop()
    await transport.start(inbox, [])
    await api.start()
    assert await inbox.texts(1) == ["Bonjour"]


async def test_a_refused_token_is_said_without_showing_it(api: BotApi) -> None:
    """Trying again would never help; the token stays out of what is printed."""
    wrong = f"{api.token[:-1]}-"
    telegram = connected(api, token=wrong)
    with pytest.raises(TransportError, match="refused") as refused:
        await telegram.start(Kept(), [])
    assert refused.value.permanent
    assert wrong not in f"{refused.value!r} {refused.value.__cause__!r}"
    await telegram.stop()


async def _seconds_to_stop(transport: Transport) -> float:
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await transport.stop()
    return loop.time() - begun


async def test_a_stop_does_not_wait_for_the_long_poll(api: BotApi, transport: Transport) -> None:
    """A poll of 25 seconds under way is left."""
    await transport.start(Kept(), [])
    await asyncio.sleep(0.05)
    assert await _seconds_to_stop(transport) < 1


async def test_a_stop_does_not_wait_for_the_network(api: BotApi, transport: Transport) -> None:
    """Nor between two tries while Telegram is away, nor before the first connection."""
    await transport.start(Kept(), [])
    await api.stop()
    await asyncio.sleep(0.1)
    never = connected(api)
    await never.start(Kept(), [])
    assert await _seconds_to_stop(never) < 2
    assert await _seconds_to_stop(transport) < 2


async def test_menus_are_set_for_their_readers(api: BotApi, transport: Transport) -> None:
    """Each scope and language has its own; a refused one stops nothing."""
    aide = (MenuEntry("aide", "De l’aide"),)
    team = api.world.group("L’équipe")
    api.world.add_bot(team, by=api.world.user("chloe", "Chloé Modèle"))
    menus = [
        Menu("-4", None, aide),
        Menu("private", None, aide),
        Menu("private", "en", (MenuEntry("aide", "Help"),)),
        Menu("groups", None, aide),
        Menu(str(team), None, aide),
    ]
    await transport.start(Kept(), menus)
    set_for = {tuple(map(str, json.loads(key))) for key in api.world.commands}
    assert set_for == {
        ("{'type': 'all_private_chats'}", ""),
        ("{'type': 'all_private_chats'}", "en"),
        ("{'type': 'all_group_chats'}", ""),
        (f"{{'chat_id': {team}, 'type': 'chat'}}", ""),
    }


async def test_a_token_that_works_no_more_is_told_and_so_is_its_return(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """Once each: one refusal alone may be a proxy's; what was said meanwhile is heard."""
    inbox, token = Kept(), api.token
    await transport.start(inbox, [])
    await inbox.texts(1)
    api.token = f"{api.world.bot.id}:{'A' * 35}"
    api.world.say(ada, "un")  # ends the poll that may be open
    async with asyncio.timeout(30):
        while inbox.works != [True, False]:
            await asyncio.sleep(0.05)
        api.token = token
        api.world.say(ada, "deux")
        while inbox.works != [True, False, True]:
            await asyncio.sleep(0.05)
    assert await inbox.texts(3) == ["Bonjour", "un", "deux"]


async def test_a_send_that_meets_a_revoked_token_waits_for_another(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """What the bot had to say is not lost with its token."""
    api.token = f"{api.world.bot.id}:{'A' * 35}"
    with pytest.raises(TransportError) as told:
        await transport.send(private(ada), Page("Bonjour"), key="k")
    assert (told.value.permanent, told.value.unknown) == (False, False)
