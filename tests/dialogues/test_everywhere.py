"""One dialogue, word for word the same on every transport: nobody gets a lesser bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.talk import talk_on
from tests.talk_console import talk_in_console

DIALOGUE = (Path(__file__).parent / "everywhere.txt").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["telegram", "matrix"])
async def test_the_dialogue_goes_on_an_imagined_platform(platform: str, tmp_path: Path) -> None:
    """Buttons and toasts on one, numbers and lines on the other."""
    async with talk_on(platform, tmp_path) as talk:
        await talk.goes(DIALOGUE)


async def test_the_dialogue_goes_in_a_terminal(tmp_path: Path) -> None:
    """Through the lines of a pipe and the real console transport."""
    async with talk_in_console(tmp_path) as talk:
        await talk.goes(DIALOGUE)
