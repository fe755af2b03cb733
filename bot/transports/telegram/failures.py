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
        case RetryAfter():
            return TransportError(reason, retry_after=_seconds(error))
        case ChatMigrated():
            return TransportError(reason, moved_to=str(error.new_chat_id))
        case Forbidden():
            return TransportError(reason, permanent=True, gone=True)
        case BadRequest() if says(error, *_TOPIC_GONE):
            return TransportError(reason, permanent=True, thread_gone=True)
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


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def says(error: TelegramError, *words: str) -> bool:
    """Whether the server's words, the only sign it gives, contain one of these."""
    said = error.message.casefold()
    return any(word in said for word in words)
