"""What was drawn lately, by all that it was drawn from: nobody is answered with what no longer
holds, and nobody else waits while something is drawn.

Must not know what is drawn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from bot.web.answers import Content

KEPT = 24
"""Answers that are kept: those of a few fabriques in two languages, and of who asks often."""


@dataclass(frozen=True)
class Drawing:
    """How something is drawn, and all that it is drawn from."""

    about: tuple[Hashable, ...]
    draw: Callable[[], Content]


class Drawings:
    """Draws beside the loop, one thing after the other, each once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, ...], Content] = {}
        self._one = asyncio.Lock()

    async def of(self, drawing: Drawing) -> Content:
        """What was drawn from the same, or is now."""
        if drawing.about not in self._kept:
            async with self._one:
                if drawing.about not in self._kept:
                    self._keep(drawing, await asyncio.to_thread(drawing.draw))
        return self._kept[drawing.about]

    def _keep(self, drawing: Drawing, content: Content) -> None:
        """The oldest gives way."""
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[drawing.about] = content
