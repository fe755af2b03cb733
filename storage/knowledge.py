"""Entries of the knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.permanence import Entry
from storage.tables import EntryRow, EntryVersionRow

CURRENT, RETIRED = "current", "retired"
KEY_MOST = 80


@dataclass(frozen=True)
class Knowledge:
    """What one fabrique knows."""

    session: AsyncSession
    fabrique: int

    async def entries(self) -> Sequence[Entry]:
        """Every entry, in the order of import."""
        rows = await self.session.scalars(
            select(EntryRow)
            .where(EntryRow.fabrique_id == self.fabrique, EntryRow.state == CURRENT)
            .order_by(EntryRow.id)
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
            row.state = RETIRED
        await self.session.flush()

    async def add(self, entry: Entry, *, by: int, now: datetime, act: str = "created") -> Entry:
        """Let a new entry in, under a key of its own, and keep its first version."""
        kept = replace(entry, key=await self._free_key(entry))
        self._keep(None, kept)
        await self.session.flush()
        row = (await self.session.scalars(self._keyed(kept))).one()
        return self._version(row, act, by=by, now=now)

    async def add_wording(self, entry_number: int, wording: str, *, by: int, now: datetime) -> None:
        """Let an entry be found by these words too, and keep that version."""
        row = await self.session.get_one(EntryRow, entry_number)
        if wording.casefold() in (known.casefold() for known in (row.title, *row.wordings)):
            return
        row.wordings = [*row.wordings, wording]
        self._version(row, "wording", by=by, now=now)
        await self.session.flush()

    def _version(self, row: EntryRow, act: str, *, by: int, now: datetime) -> Entry:
        entry = _entry(row)
        content = {name: _plain(value) for name, value in asdict(entry).items()}
        version = EntryVersionRow(
            fabrique_id=self.fabrique, entry_id=row.id, at=now, by=by, act=act, content=content
        )
        self.session.add(version)
        return entry

    async def _free_key(self, entry: Entry) -> str:
        key, number = entry.key, 1
        while await self.session.scalar(self._keyed(replace(entry, key=key))) is not None:
            number += 1
            ending = f"-{number}"
            key = entry.key[: KEY_MOST - len(ending)] + ending
        return key

    def _keyed(self, entry: Entry) -> Select[EntryRow]:
        return select(EntryRow).where(
            EntryRow.fabrique_id == self.fabrique,
            EntryRow.language == entry.language,
            EntryRow.key == entry.key,
        )

    def _keep(self, row: EntryRow | None, entry: Entry) -> None:
        if row is None:
            row = EntryRow(fabrique_id=self.fabrique, key=entry.key, language=entry.language)
            self.session.add(row)
        row.title, row.body = entry.title, entry.body
        row.wordings, row.tags = list(entry.wordings), list(entry.tags)
        row.source, row.true_on = entry.source, entry.true_on
        row.review_on, row.live, row.state = entry.review_on, entry.live, CURRENT


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


def _plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value
