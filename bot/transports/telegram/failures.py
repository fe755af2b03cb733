"""What each failure of a call to the Bot API means.

Knows which failures surely sent nothing and which leave it open; must not know what was called.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.transports.telegram.pace import TooSoon, seconds_of
from chat.transport import TransportError

_REASON = 200  # characters of a server's words worth keeping

_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    RuntimeError,  # the library's client is closed; what is under way then ends as a ReadError
)
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
_MUTED = ("not enough rights to send", "have no rights to send", "chat_write_forbidden")
_NO_CHAT = ("chat not found", "peer_id_invalid")


@contextmanager
def failures_told() -> Iterator[None]:
    """Whatever a call raises is told in the words of every transport."""
    try:
        yield
    except TelegramError as error:
        raise failure(error) from error


def failure(error: TelegramError) -> TransportError:
    """What a failed call means: surely not done, never to be done, or perhaps done."""
    reason = f"{type(error).__name__}: {error.message}"[:_REASON]
    match error:
        case TooSoon():
            return TransportError(reason, retry_after=error.seconds, account=error.everywhere)
        case RetryAfter():
            return TransportError(reason, retry_after=seconds_of(error))
        case ChatMigrated():
            return TransportError(reason, moved_to=str(error.new_chat_id))
        case Forbidden():
            return TransportError(reason, permanent=True, gone=True)
        case BadRequest() if says(error, *_TOPIC_GONE):
            return TransportError(reason, permanent=True, thread_gone=True)
        case BadRequest() if says(error, *_MUTED):
            return TransportError(reason)  # an administrator may lift it; the row waits for that
        case BadRequest():
            return TransportError(reason, permanent=True, gone=says(error, *_NO_CHAT))
        case InvalidToken():
            return TransportError("InvalidToken")  # its words may hold the token; it waits for one
        case Conflict():
            return TransportError(reason)
        case NetworkError() if says(error, "request entity too large"):
            return TransportError(reason, permanent=True)
        case NetworkError() if says(error, "too many requests"):
            return TransportError(reason)
        case NetworkError() if isinstance(error.__cause__, _NEVER_SENT):
            return TransportError(reason)
        case _:
            return TransportError(reason, unknown=True)


def says(error: TelegramError, *words: str) -> bool:
    """Whether the server's words, the only sign it gives, contain one of these."""
    said = error.message.casefold()
    return any(word in said for word in words)
