"""Versions of entries, as rows keep them: the whole entry, and what an import or an undo needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.permanence import Entry, EntryState
from storage.tables import EntryVersionRow

Stamp: TypeAlias = tuple[int, int, datetime] | None
"""The newest version of a base: its number, of which entry, and when; None when there is none."""


@dataclass(frozen=True)
class Version:
    """What an entry was after an act. `by` is nobody for an import."""

    number: int
    at: datetime
    by: int | None
    act: str
    entry: Entry


@dataclass(frozen=True)
class Versions:
    """The rows of one fabrique's versions, oldest first."""

    session: AsyncSession
    fabrique: int

    async def all(self, *those: ColumnElement[bool]) -> Sequence[EntryVersionRow]:
        """Every version, or those asked for."""
        rows = await self.session.scalars(
            select(EntryVersionRow)
            .where(EntryVersionRow.fabrique_id == self.fabrique, *those)
            .order_by(EntryVersionRow.id)
        )
        return list(rows)

    async def of(self, number: int) -> Sequence[EntryVersionRow]:
        """Every version of one entry."""
        return await self.all(EntryVersionRow.entry_id == number)

    async def newest(self, *those: ColumnElement[bool]) -> int:
        """The highest number of all versions, or of those asked for; 0 for none."""
        newest = await self.session.scalar(
            select(func.max(EntryVersionRow.id)).where(
                EntryVersionRow.fabrique_id == self.fabrique, *those
            )
        )
        return newest or 0

    async def stamp(self) -> Stamp:
        """The newest version's number, what it is of, and when it was written."""
        row = await self.session.get(EntryVersionRow, await self.newest())
        return (row.id, row.entry_id, row.at) if row else None

    async def add(
        self, number: int, entry: Entry, *, by: int | None, now: datetime, act: str, **more: Any
    ) -> None:
        """Keep what an entry became."""
        self.session.add(self.row(number, entry, by=by, now=now, act=act, **more))
        await self.session.flush()

    def row(
        self, number: int, entry: Entry, *, by: int | None, now: datetime, act: str, **more: Any
    ) -> EntryVersionRow:
        """A version as a row. `of` names the version that an undo went back to, `beside` the other
        side of a merger, `file` what an import's file said when the entry is not the same.
        """
        content = {"entry": entry_to_json(entry), **more}
        return EntryVersionRow(
            fabrique_id=self.fabrique, entry_id=number, at=now, by=by, act=act, content=content
        )


def version_of(row: EntryVersionRow) -> Version:
    """A version as a value."""
    entry = entry_from_json(row.content["entry"], row.entry_id)
    return Version(row.id, row.at, row.by, row.act, entry)


def steps(
    rows: Sequence[EntryVersionRow],
) -> tuple[EntryVersionRow | None, EntryVersionRow | None]:
    """The version that an entry stands at, and the one before; undone ones are passed over."""
    stack: list[EntryVersionRow] = []
    for row in rows:
        if "of" not in row.content:
            stack.append(row)
        while stack and stack[-1].id > row.content.get("of", row.id):
            stack.pop()
    return (stack[-1] if stack else None, stack[-2] if len(stack) > 1 else None)


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """An entry as a JSON column keeps it, without its number."""
    kept = asdict(entry)
    del kept["id"]
    return kept | {
        "true_on": entry.true_on.isoformat(),
        "review_on": entry.review_on.isoformat() if entry.review_on else None,
    }


def entry_from_json(kept: Mapping[str, Any], number: int) -> Entry:
    """The entry that `entry_to_json` kept."""
    review = kept["review_on"]
    return Entry(
        **{
            **kept,
            "id": number,
            "wordings": tuple(kept["wordings"]),
            "tags": tuple(kept["tags"]),
            "true_on": date.fromisoformat(kept["true_on"]),
            "review_on": date.fromisoformat(review) if review else None,
            "state": EntryState(kept["state"]),
        }
    )
