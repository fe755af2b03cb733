"""What a send that failed on Telegram means: surely not done, never to be done, perhaps done."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from telegram import error as tg

from bot.transports.telegram.failures import failure
from chat.transport import Page, Place, Transport, TransportError
from tests.transports.telegram_wire import group, private
from tests.wire.bot_api import BotApi

HELLO = Page("Bonjour")


async def _failed(transport: Transport, place: Place, page: Page = HELLO) -> TransportError:
    with pytest.raises(TransportError) as told:
        await transport.send(place, page, key="k")
    return told.value


def _meaning(told: TransportError) -> dict[str, Any]:
    meant = {
        "permanent": told.permanent,
        "unknown": told.unknown,
        "gone": told.gone,
        "thread_gone": told.thread_gone,
        "retry_after": told.retry_after,
        "moved_to": told.moved_to,
    }
    return {name: value for name, value in meant.items() if value}


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        ("flood", {"retry_after": 3.0}),
        ("refused", {"permanent": True}),
        ("down", {"unknown": True}),
        ("lost_answer", {"unknown": True}),
    ],
)
async def test_a_spoilt_send_says_what_may_be_done(
    api: BotApi, transport: Transport, ada: int, kind: Any, meaning: dict[str, Any]
) -> None:
    """Wait, give up, or ask somebody: an answer that was lost leaves it open."""
    api.world.fail_next("sendMessage", kind=kind)
    assert _meaning(await _failed(transport, private(ada))) == meaning


async def test_without_a_server_nothing_was_sent(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """A connection refused may be tried again without a double."""
    await api.stop()
    assert _meaning(await _failed(transport, private(ada))) == {}


async def test_after_a_stop_nothing_is_sent(transport: Transport, ada: int) -> None:
    """What the outbox still holds then is sent at the next start, once."""
    await transport.stop()
    assert _meaning(await _failed(transport, private(ada))) == {}


async def test_who_blocked_the_bot_is_gone(api: BotApi, transport: Transport, ada: int) -> None:
    """So is a chat that Telegram does not know."""
    api.world.block(ada)
    for place in (private(ada), group(-4)):
        assert _meaning(await _failed(transport, place)) == {"permanent": True, "gone": True}


async def test_a_group_that_muted_the_bot_may_be_tried_again(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """An administrator may let it speak again; what waits is sent then."""
    lilas = api.world.group("Les Lilas")
    api.world.add_bot(lilas, by=ada)
    api.world.member(lilas, api.world.bot.id, "restricted")
    assert _meaning(await _failed(transport, group(lilas))) == {}
    api.world.member(lilas, api.world.bot.id, "member")
    await transport.send(group(lilas), HELLO, key="k")


async def test_a_group_that_moved_says_where(api: BotApi, transport: Transport, ada: int) -> None:
    """The same page may be sent to its new identity."""
    old = api.world.group("Les Lilas", supergroup=False)
    api.world.add_bot(old, by=ada)
    new = api.world.migrate(old)
    assert _meaning(await _failed(transport, group(old))) == {"moved_to": str(new)}


async def test_markup_that_telegram_refuses_is_never_sent_again(
    api: BotApi, transport: Transport, ada: int
) -> None:
    """An element left open will stay so."""
    told = await _failed(transport, private(ada), Page("<b>ouvert"))
    assert _meaning(told) == {"permanent": True}


def _caused(error: tg.TelegramError, cause: Exception) -> tg.TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (_caused(tg.NetworkError("x"), httpx.ConnectError("x")), {}),
        (_caused(tg.TimedOut(), httpx.ConnectTimeout("x")), {}),
        (_caused(tg.TimedOut(), httpx.PoolTimeout("x")), {}),
        (_caused(tg.TimedOut(), httpx.ReadTimeout("x")), {"unknown": True}),
        (_caused(tg.TimedOut(), httpx.WriteTimeout("x")), {"unknown": True}),
        (_caused(tg.NetworkError("x"), httpx.ReadError("x")), {"unknown": True}),
        (_caused(tg.NetworkError("x"), httpx.WriteError("x")), {"unknown": True}),
        (_caused(tg.NetworkError("x"), httpx.RemoteProtocolError("x")), {"unknown": True}),
        (tg.NetworkError("Bad Gateway"), {"unknown": True}),
        (tg.TelegramError("Invalid server response"), {"unknown": True}),
        (tg.NetworkError("Too Many Requests"), {}),
        (tg.NetworkError("Request Entity Too Large"), {"permanent": True}),
        (tg.RetryAfter(7), {"retry_after": 7.0}),
        (tg.Forbidden("bot was kicked"), {"permanent": True, "gone": True}),
        (tg.ChatMigrated(-1007), {"moved_to": "-1007"}),
        (tg.BadRequest("Chat not found"), {"permanent": True, "gone": True}),
        (tg.BadRequest("Message is too long"), {"permanent": True}),
        (tg.BadRequest("Not enough rights to send text messages to the chat"), {}),
        (tg.BadRequest("Not enough rights to send photos to the chat"), {}),
        (tg.BadRequest("Chat_write_forbidden"), {}),
        (tg.InvalidToken("the token `1:a`"), {}),
        (tg.Conflict("x"), {}),
    ],
)
def test_each_failure_of_the_library_has_a_meaning(
    error: tg.TelegramError, meaning: dict[str, Any]
) -> None:
    """Surely not done, never to be done, or perhaps done."""
    assert _meaning(failure(error)) == meaning
