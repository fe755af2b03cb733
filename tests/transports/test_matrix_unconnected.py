"""A Matrix account that has not synchronised yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.transports.matrix.transport import Matrix
from chat.transport import Page, Place, TransportError


async def test_what_is_said_too_early_is_no_try(tmp_path: Path) -> None:
    """Counted as tries, a few starts in a row would put the next one off by minutes."""
    matrix = Matrix(
        "http://127.0.0.1:9", "@fabrique:exemple.org", password="x", store=tmp_path, pickle_key="y"
    )
    room = Place("matrix", "!salon:exemple.org", private=False)
    with pytest.raises(TransportError, match="not connected") as early:
        await matrix.send(room, Page("Bonjour"), key="k1")
    assert (early.value.account, early.value.permanent) == (True, False)
    assert early.value.retry_after is not None
    assert early.value.retry_after <= 2
