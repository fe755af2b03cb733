"""What a homeserver that limits the account says, and what it means for every room."""

from __future__ import annotations

from typing import Any

import pytest

from bot.transports.matrix.send import Answer
from chat.transport import TransportError

LIMITED = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}


def refused(body: dict[str, Any], **headers: str) -> TransportError:
    """What comes of an answer with status 429."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with pytest.raises(TransportError) as told:
        Answer(429, body, named).ok()
    return told.value


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        (LIMITED | {"retry_after_ms": 4196}, {}, 4.196),
        (LIMITED | {"retry_after_ms": 4196}, {"Retry_After": "5"}, 4.196),
        (LIMITED, {"Retry_After": "7"}, 7.0),
        (LIMITED, {"Retry_After": "Wed, 07 Jan 2026 08:00:00 GMT"}, 5.0),
        (LIMITED | {"retry_after_ms": 0}, {"Retry_After": "0"}, 5.0),
        ({}, {}, 5.0),
    ],
)
def test_a_limit_holds_for_the_account_as_long_as_it_says(
    body: dict[str, Any], headers: dict[str, str], seconds: float
) -> None:
    """In the body, in the header of newer servers, or else a while; for ever is none of them."""
    told = refused(body, **headers)
    assert (told.retry_after, told.account) == (seconds, True)
    assert not told.permanent
    assert not told.unknown
