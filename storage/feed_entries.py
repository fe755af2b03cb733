"""Entries of the sites whose news are read: each is shown to the team once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.news import Entry, Fate, KeptEntry
from storage.tables import FeedEntryRow


@dataclass(frozen=True)
class FeedEntries:
    """The entries of one fabrique's sites."""

    session: AsyncSession
    fabrique: int

    async def unseen(self, feed: int, entries: Iterable[Entry]) -> Sequence[Entry]:
        """Those that no reading has found before, in their order."""
        seen = await self.session.scalars(
            select(FeedEntryRow.key).where(FeedEntryRow.feed_id == feed)
        )
        known = set(seen)
        return [entry for entry in entries if entry.key not in known]

    async def keep(
        self, feed: int, entries: Iterable[Entry], fate: Fate, now: datetime
    ) -> Sequence[KeptEntry]:
        """Remember entries; gives them with their numbers."""
        rows = [
            FeedEntryRow(
                fabrique_id=self.fabrique,
                feed_id=feed,
                key=entry.key,
                title=entry.title,
                link=entry.link,
                text=entry.text,
                fate=fate,
                at=now,
            )
            for entry in entries
        ]
        self.session.add_all(rows)
        await self.session.flush()
        return [_entry(row) for row in rows]

    async def entry(self, number: int) -> KeptEntry | None:
        """An entry of this fabrique by number, until the end of the transaction its own."""
        row = await self.session.get(FeedEntryRow, number, with_for_update=True)
        return _entry(row) if row and row.fabrique_id == self.fabrique else None

    async def waiting(self) -> Sequence[KeptEntry]:
        """Those of which nobody has said what they are, oldest first."""
        rows = await self.session.scalars(
            select(FeedEntryRow)
            .where(
                FeedEntryRow.fabrique_id == self.fabrique,
                FeedEntryRow.fate == Fate.PROPOSED,
            )
            .order_by(FeedEntryRow.id)
        )
        return [_entry(row) for row in rows]

    async def decide(self, number: int, fate: Fate) -> None:
        """Keep what an entry was made of."""
        (await self.session.get_one(FeedEntryRow, number)).fate = fate


def _entry(row: FeedEntryRow) -> KeptEntry:
    return KeptEntry(row.id, row.feed_id, row.title, row.link, row.text, Fate(row.fate))
