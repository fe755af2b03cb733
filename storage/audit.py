"""The audit log of a fabrique: who of the team did what to what, and how that is called."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    AliasRow,
    AuditRow,
    CallAnswerRow,
    CallRow,
    EditionRow,
    EntryRow,
    EventRow,
    HostingRow,
    IntroductionRow,
    LetterItemRow,
    MobilisationRow,
    NeedRow,
    OrganisationRow,
    PersonRow,
    QuestionRow,
    ResourceRow,
    VenueRow,
)

_CALLED: Mapping[str, Any] = {
    "venue": VenueRow.name,
    "call": CallRow.title,
    "edition": EditionRow.issue,
    "entry": EntryRow.title,
    "event": EventRow.title,
    "hosting": HostingRow.place,
    "item": LetterItemRow.text,
    "mobilisation": MobilisationRow.what,
    "name": AliasRow.text,
    "need": NeedRow.text,
    "organisation": OrganisationRow.name,
    "person": PersonRow.name,
    "question": QuestionRow.text,
    "resource": ResourceRow.title,
}
"""By the kind of a thing, what the team calls it by. Of what is told in confidence, or is between
two people, the number is enough.
"""

_PARTS: Mapping[str, tuple[Any, Any, str]] = {
    "answer": (CallAnswerRow.person_id, CallAnswerRow.call_id, "call"),
    "introduction": (IntroductionRow.helper_id, IntroductionRow.need_id, "need"),
}
"""Things that are somebody's part in another thing: whose, in which, and of what kind that is."""


@dataclass(frozen=True)
class Audited:
    """One act done in the team's name."""

    at: datetime
    by: int | None
    act: str
    on: str
    why: str = ""


class Thing(NamedTuple):
    """Something that was acted on: of what kind, its number or word, and how it is called; whose
    part in it, where it is somebody's.
    """

    kind: str
    number: str
    name: str = ""
    person: str = ""


@dataclass(frozen=True)
class Audit:
    """The audit log of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def note(
        self, act: str, on: str, *, by: int | None, now: datetime, why: str = ""
    ) -> None:
        """Write down who did what to what, and why."""
        row = AuditRow(fabrique_id=self.fabrique, at=now, by=by, act=act, on=on, why=why)
        self.session.add(row)
        await self.session.flush()

    async def all(self) -> Sequence[Audited]:
        """Every act, oldest first."""
        return await self._which()

    async def latest(self, count: int) -> Sequence[Audited]:
        """The last few acts, oldest first."""
        rows = await self.session.scalars(
            select(AuditRow)
            .where(AuditRow.fabrique_id == self.fabrique)
            .order_by(AuditRow.id.desc())
            .limit(count)
        )
        return [_audited(row) for row in rows][::-1]

    async def acts(self, things: Collection[str], *acts: str) -> Sequence[Audited]:
        """Some acts on some things, oldest first."""
        return await self._which(AuditRow.on.in_(things), AuditRow.act.in_(acts))

    async def thing(self, on: str) -> Thing:
        """What was acted on, as it is called now."""
        kind, _, number = on.partition(":")
        if kind not in _PARTS or not number.isdecimal():
            return Thing(kind, number, await self._called(kind, number))
        person, whole, of = _PARTS[kind]
        here = person.class_.fabrique_id == self.fabrique
        found = await self.session.execute(
            select(person, whole).where(person.class_.id == int(number), here)
        )
        for whose, which in found:
            called = await self._called(of, str(which))
            return Thing(kind, number, called, await self._called("person", str(whose)))
        return Thing(kind, number)

    async def _called(self, kind: str, number: str) -> str:
        column = _CALLED.get(kind)
        if column is None or not number.isdecimal():
            return ""
        row = column.class_
        return (
            await self.session.scalar(
                select(column).where(row.id == int(number), row.fabrique_id == self.fabrique)
            )
            or ""
        )

    async def _which(self, *conditions: ColumnElement[bool]) -> Sequence[Audited]:
        rows = await self.session.scalars(
            select(AuditRow)
            .where(AuditRow.fabrique_id == self.fabrique, *conditions)
            .order_by(AuditRow.id)
        )
        return [_audited(row) for row in rows]


def _audited(row: AuditRow) -> Audited:
    return Audited(row.at, row.by, row.act, row.on, row.why)
