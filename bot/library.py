"""The library: looks questions up in a fabrique's entries, off the event loop."""

from __future__ import annotations

import asyncio

from domain.permanence import Findings, band, index_of
from storage import Store


class Library:
    """Finds entries for questions."""

    async def find(self, store: Store, question: str, *, at_most: int = 3) -> Findings:
        """The likeliest entries of the open store's fabrique, best first."""
        entries = tuple(await store.knowledge.entries())
        found = await asyncio.to_thread(lambda: index_of(entries).find(question, at_most=at_most))
        return Findings(tuple(found), band(found), found[0].score if found else 0.0)
