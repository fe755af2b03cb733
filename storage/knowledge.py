"""Entries of the knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.permanence import Entry
from storage.tables import EntryRow


@dataclass(frozen=True)
class Knowledge:
    """What one fabrique knows."""

    session: AsyncSession
    fabrique: int

    async def entries(self) -> Sequence[Entry]:
        """Every entry, in the order of import."""
        rows = await self.session.scalars(
            select(EntryRow).where(EntryRow.fabrique_id == self.fabrique).order_by(EntryRow.id)
        )
        return [_entry(row) for row in rows]

    async def entry(self, number: int) -> Entry | None:
        """An entry of this fabrique by number."""
        row = await self.session.get(EntryRow, number)
        return _entry(row) if row and row.fabrique_id == self.fabrique else None

    async def replace_all(self, entries: Sequence[Entry]) -> None:
        """Make the base hold these entries: known keys keep their number, missing ones go."""
        rows = await self.session.scalars(
            select(EntryRow).where(EntryRow.fabrique_id == self.fabrique)
        )
        known = {(row.language, row.key): row for row in rows}
        for entry in entries:
            self._keep(known.pop((entry.language, entry.key), None), entry)
        for row in known.values():
            await self.session.execute(delete(EntryRow).where(EntryRow.id == row.id))
        await self.session.flush()

    def _keep(self, row: EntryRow | None, entry: Entry) -> None:
        if row is None:
            row = EntryRow(fabrique_id=self.fabrique, key=entry.key, language=entry.language)
            self.session.add(row)
        row.title, row.body = entry.title, entry.body
        row.wordings, row.tags = list(entry.wordings), list(entry.tags)
        row.source, row.true_on = entry.source, entry.true_on
        row.review_on, row.live = entry.review_on, entry.live


def _entry(row: EntryRow) -> Entry:
    return Entry(
        id=row.id,
        key=row.key,
        title=row.title,
        wordings=tuple(row.wordings),
        body=row.body,
        source=row.source,
        true_on=row.true_on,
        tags=tuple(row.tags),
        language=row.language,
        review_on=row.review_on,
        live=row.live,
    )
