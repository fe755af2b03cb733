"""Entries of the knowledge base: as they are today, and every change that was made to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain import entries as rules
from domain import imports
from domain.errors import Refusal
from domain.permanence import Entry, EntryState
from storage.tables import EntryRow, EntryVersionRow, FabriqueRow
from storage.versions import (
    Stamp,
    Version,
    Versions,
    entry_from_json,
    entry_to_json,
    steps,
    version_of,
)

IMPORTED = "imported"
"""The act of an import; any other is somebody's."""


_CURRENT = EntryRow.state == EntryState.CURRENT


@dataclass(frozen=True)
class Knowledge:
    """What one fabrique knows. Each change is written as a version: who, when, and the whole entry
    afterwards.
    """

    session: AsyncSession
    fabrique: int

    async def entries(self) -> Sequence[Entry]:
        """Every entry that answers today, in the order in which they came."""
        return await self._all(_CURRENT)

    async def is_empty(self) -> bool:
        """Whether nothing was ever kept, so that the shipped entries may come in."""
        return not await self._all()

    async def entry(self, number: int) -> Entry | None:
        """An entry that answers today, by number; one that went into another gives that one."""
        seen: set[int] = set()
        while number not in seen:
            seen.add(number)
            entry = await self.any_entry(number)
            if entry is None or entry.state is EntryState.CURRENT:
                return entry
            number = entry.merged_into or number
        return None

    async def any_entry(self, number: int) -> Entry | None:
        """An entry of this fabrique by number, retired ones too."""
        row = await self.session.get(EntryRow, number)
        return _entry(row) if row and row.fabrique_id == self.fabrique else None

    async def retired(self) -> Sequence[Entry]:
        """Every entry that answers no more."""
        return await self._all(~_CURRENT)

    async def by_key(self, key: str, language: str = "fr") -> Entry | None:
        """An entry that answers today, by the name that files know it by."""
        row = await self.session.scalar(
            select(EntryRow).where(
                EntryRow.fabrique_id == self.fabrique,
                EntryRow.key == key,
                EntryRow.language == language,
            )
        )
        return await self.entry(row.id) if row else None

    async def to_review(self, today: date) -> Sequence[Entry]:
        """Entries whose day of review has come, the longest waiting first."""
        stale = await self._all(EntryRow.review_on <= today, _CURRENT)
        return sorted(stale, key=lambda entry: (entry.review_on or today, entry.id))

    async def not_told(self, today: date) -> Sequence[Entry]:
        """Those to review of which the team was not told yet."""
        told = EntryRow.told_on.is_not_distinct_from(EntryRow.review_on)
        return await self._all(EntryRow.review_on <= today, _CURRENT, ~told)

    async def awaits_review(self) -> bool:
        """Whether the team will have to be told of some day of review."""
        told = EntryRow.told_on.is_not_distinct_from(EntryRow.review_on)
        awaited = select(EntryRow.id).where(
            EntryRow.fabrique_id == self.fabrique, _CURRENT, EntryRow.review_on.is_not(None), ~told
        )
        return await self.session.scalar(awaited.limit(1)) is not None

    async def told(self, entries: Sequence[Entry]) -> None:
        """Remember that the team was told of these days of review."""
        for entry in entries:
            await self.session.execute(
                update(EntryRow).where(EntryRow.id == entry.id).values(told_on=entry.review_on)
            )

    async def add(
        self, entry: Entry, *, by: int | None, now: datetime, act: str = "created"
    ) -> Entry:
        """Keep a new entry. Its key is made of its title when it has none, and set apart from
        those there are.
        """
        await self._hold()
        taken = await self._keys(entry.language)
        key = rules.free_key(entry.key or rules.key_of(entry.title), taken)
        row = EntryRow(fabrique_id=self.fabrique, key=key, language=entry.language)
        self.session.add(row)
        return await self._write(row, replace(entry, key=key), by=by, now=now, act=act)

    async def change(
        self, entry: Entry, *, by: int | None, now: datetime, act: str = "edited"
    ) -> Entry:
        """Keep an entry's new words; the same words change nothing."""
        row = await self._held(entry.id)
        if _entry(row) == rules.tidied(entry):
            return _entry(row)
        return await self._write(row, entry, by=by, now=now, act=act)

    async def add_wording(
        self, number: int, wording: str, *, by: int | None, now: datetime
    ) -> Entry:
        """Keep another way of asking for an entry; one it has, accents aside, changes nothing."""
        current = await self.entry(number)
        row = await self._held(current.id if current else number)
        more = rules.with_wordings(_entry(row), [wording])
        return await self.change(more, by=by, now=now, act="wording")

    async def retire(self, number: int, *, by: int | None, now: datetime) -> Entry:
        """It answers no more, and is not lost."""
        entry = _entry(await self._held(number))
        gone = replace(entry, state=EntryState.RETIRED)
        return await self.change(gone, by=by, now=now, act="retired")

    async def restore(self, number: int, *, by: int | None, now: datetime) -> Entry:
        """It answers again."""
        entry = _entry(await self._held(number))
        back = replace(entry, state=EntryState.CURRENT, merged_into=None)
        return await self.change(back, by=by, now=now, act="restored")

    async def merge(self, number: int, into: int, *, by: int | None, now: datetime) -> Entry:
        """Make two entries one: the other is from now on asked for in the ways of both."""
        one, other = await self._held(number), await self._held(into)
        whole = rules.merged(_entry(one), _entry(other))
        gone = replace(_entry(one), state=EntryState.RETIRED, merged_into=into)
        await self._write(one, gone, by=by, now=now, act="merged", beside=into)
        return await self._write(other, whole, by=by, now=now, act="absorbed", beside=number)

    async def undo(self, number: int, *, by: int | None, now: datetime) -> Entry:
        """Go back to what an entry was before, as a new version; again, one step further. Both
        sides of a merger go back, unless something else was done to the other since.
        """
        row = await self._held(number)
        undone, before = steps(await self._versions.of(number))
        if undone is None or before is None:
            raise Refusal("refusal-nothing-to-undo")
        beside = undone.content.get("beside")
        if beside is not None:
            await self._undo_beside(beside, number, by=by, now=now)
        return await self._write(
            row, version_of(before).entry, by=by, now=now, act="undone", of=before.id
        )

    async def history(self, number: int) -> Sequence[Version]:
        """What was done to an entry, oldest first."""
        return [version_of(row) for row in await self._versions.of(number)]

    async def latest(self, number: int) -> int:
        """The number of an entry's newest version, 0 when it has none; held until the
        transaction ends, so that nobody changes the entry in between.
        """
        await self._hold()
        return await self._versions.newest(EntryVersionRow.entry_id == number)

    async def revision(self) -> int:
        """The newest version of the whole base, 0 when there is none."""
        return await self._versions.newest()

    async def stamp(self) -> Stamp:
        """What changes whenever the base does. A number alone would not: after an undone
        transaction SQLite gives it out again.
        """
        return await self._versions.stamp()

    async def plan(self, entries: Sequence[Entry], *, partial: bool = False) -> imports.Plan:
        """What bringing these entries in from files would do."""
        return imports.plan(entries, await self._kept(), partial=partial)

    async def replace_all(
        self,
        entries: Sequence[Entry],
        *,
        by: int | None = None,
        now: datetime,
        overwrite: bool = False,
        partial: bool = False,
    ) -> imports.Plan:
        """Bring in what changed in files since their last import. What the team changed too is
        overwritten only when told so: otherwise nothing is done, and the plan says where.
        """
        await self._hold()
        drawn = await self.plan(entries, partial=partial)
        if drawn.conflicts and not overwrite:
            return drawn
        await self._add_all(drawn.added, by=by, now=now)
        for change in (*drawn.changed, *drawn.noted):
            row = await self._held(change.before.id)
            file = entry_to_json(change.file)
            await self._write(row, change.after, by=by, now=now, act=IMPORTED, file=file)
        for entry in drawn.retired:
            gone = replace(entry, state=EntryState.RETIRED)
            row = await self._held(entry.id)
            await self._write(row, gone, by=by, now=now, act=IMPORTED)
        return drawn

    @property
    def _versions(self) -> Versions:
        return Versions(self.session, self.fabrique)

    async def _all(self, *those: ColumnElement[bool]) -> list[Entry]:
        rows = await self.session.scalars(
            select(EntryRow)
            .where(EntryRow.fabrique_id == self.fabrique, *those)
            .order_by(EntryRow.id)
        )
        return [_entry(row) for row in rows]

    async def _keys(self, language: str) -> set[str]:
        rows = await self.session.scalars(
            select(EntryRow.key).where(
                EntryRow.fabrique_id == self.fabrique, EntryRow.language == language
            )
        )
        return set(rows)

    async def _kept(self) -> list[imports.Kept]:
        """Every entry beside what files last said of it; one from before versions came so."""
        said: dict[int, Entry | None] = {}
        for row in await self._versions.all():
            said.setdefault(row.entry_id, None)
            if row.act == IMPORTED:
                file = row.content.get("file") or row.content["entry"]
                said[row.entry_id] = entry_from_json(file, row.entry_id)
        return [imports.Kept(entry, said.get(entry.id, entry)) for entry in await self._all()]

    async def _hold(self) -> None:
        """One at a time changes a base, so that versions are seen in the order of their numbers.

        Nobody else waits: other rows only share the key of the fabrique.
        """
        await self.session.execute(
            select(FabriqueRow.id)
            .where(FabriqueRow.id == self.fabrique)
            .with_for_update(key_share=True)
        )

    async def _held(self, number: int) -> EntryRow:
        """An entry's row as it is now, and nobody else's until the transaction ends."""
        await self._hold()
        row = await self.session.get(EntryRow, number, populate_existing=True)
        if row is None or row.fabrique_id != self.fabrique:
            raise Refusal("refusal-choice-stale")
        return row

    async def _write(
        self, row: EntryRow, entry: Entry, *, by: int | None, now: datetime, act: str, **more: Any
    ) -> Entry:
        """Write an entry's row and its version, after a first version of one that had none."""
        if row.id is not None and not await self._versions.of(row.id):
            await self._versions.add(row.id, _entry(row), by=None, now=now, act=IMPORTED)
        entry = rules.tidied(entry)
        _fill(row, entry)
        await self.session.flush()
        await self._versions.add(row.id, entry, by=by, now=now, act=act, **more)
        return replace(entry, id=row.id)

    async def _add_all(self, entries: Sequence[Entry], *, by: int | None, now: datetime) -> None:
        """Write new entries from files, all in two statements."""
        rows = [
            EntryRow(fabrique_id=self.fabrique, key=entry.key, language=entry.language)
            for entry in entries
        ]
        for row, entry in zip(rows, entries, strict=True):
            _fill(row, entry)
        self.session.add_all(rows)
        await self.session.flush()
        self.session.add_all(
            self._versions.row(row.id, entry, by=by, now=now, act=IMPORTED)
            for row, entry in zip(rows, entries, strict=True)
        )
        await self.session.flush()

    async def _undo_beside(self, number: int, other: int, *, by: int | None, now: datetime) -> None:
        """Take the other side of a merger back, when nothing else was done to it since."""
        undone, before = steps(await self._versions.of(number))
        if undone is None or before is None or undone.content.get("beside") != other:
            return
        row = await self._held(number)
        entry = version_of(before).entry
        await self._write(row, entry, by=by, now=now, act="undone", of=before.id)


def _fill(row: EntryRow, entry: Entry) -> None:
    row.title, row.body = entry.title, entry.body
    row.wordings, row.tags = list(entry.wordings), list(entry.tags)
    row.source, row.true_on = entry.source, entry.true_on
    row.review_on, row.live = entry.review_on, entry.live
    row.state, row.merged_into = entry.state, entry.merged_into


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
        state=EntryState(row.state),
        merged_into=row.merged_into,
    )
