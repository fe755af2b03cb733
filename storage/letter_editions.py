"""Issues of the letter: what the team wrote above them, what froze in them, where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.fabriques import Fabrique
from domain.letter import (
    Edition,
    Issue,
    Item,
    Leaving,
    Part,
    Section,
    coming_issue,
    letter_due,
)
from domain.values import Phrase, from_json, to_json
from storage.engines import insert_or_ignore
from storage.tables import EditionRow, IssueRow

KIND = "letter"

STILL = timedelta(days=27)
"""An issue that waits for the team past its hour is the one being made, until the next is near."""


@dataclass(frozen=True)
class LetterEditions:
    """The issues of one fabrique's letter."""

    session: AsyncSession
    fabrique: int

    async def edition(self, issue: str, *, lock: bool = False) -> Edition:
        """An issue as it stands; one that nobody touched yet is gathering."""
        if lock:
            await insert_or_ignore(self.session, EditionRow, self._fresh(issue))
        query = select(EditionRow).where(*self._is(issue))
        row = await self.session.scalar(
            query.with_for_update().execution_options(populate_existing=True) if lock else query
        )
        return Edition(issue) if row is None else _edition(row)

    async def current(self, fabrique: Fabrique, now: datetime) -> Edition:
        """The issue that the team works on, locked: one whose hour has passed while it waited for
        them, else the next one.
        """
        day, at, zone = fabrique.letter.day, fabrique.letter.at, fabrique.zone
        last = letter_due(now, day_of_month=day, at=at, zone=zone, late=STILL)
        if last is not None:
            edition = await self.edition(last)
            if edition.state in (Leaving.HELD, Leaving.READY):
                return await self.edition(last, lock=True)
        issue = coming_issue(now, day_of_month=day, at=at, zone=zone)
        edition = await self.edition(issue, lock=True)
        while edition.state is Leaving.GONE:  # the day was set later after it left
            issue = coming_issue(
                datetime.combine(edition.month + timedelta(days=31), at, zone).replace(day=1),
                day_of_month=day,
                at=at,
                zone=zone,
            )
            edition = await self.edition(issue, lock=True)
        return edition

    async def keep(self, edition: Edition) -> None:
        """Keep an issue as it now stands."""
        await insert_or_ignore(self.session, EditionRow, self._fresh(edition.name))
        row = (await self.session.scalars(select(EditionRow).where(*self._is(edition.name)))).one()
        row.state = edition.state
        row.approved_by, row.approved_at = edition.approved_by, edition.approved_at
        row.content = _content(edition)
        await self.session.flush()

    async def gone(self) -> Sequence[Issue]:
        """Every issue that left, the newest first."""
        rows = await self.session.scalars(
            select(EditionRow)
            .where(
                EditionRow.fabrique_id == self.fabrique,
                EditionRow.kind == KIND,
                EditionRow.state == Leaving.GONE,
            )
            .order_by(EditionRow.issue.desc())
        )
        return [issue for row in rows if (issue := _edition(row).frozen) is not None]

    async def had(self, issue: str) -> set[int]:
        """The chats in which an issue was posted, or that were told of as having missed it."""
        found = await self.session.scalars(
            select(IssueRow.chat_id).where(
                IssueRow.fabrique_id == self.fabrique,
                IssueRow.kind == KIND,
                IssueRow.issue == issue,
            )
        )
        return set(found)

    def _is(self, issue: str) -> tuple[Any, ...]:
        return (
            EditionRow.fabrique_id == self.fabrique,
            EditionRow.kind == KIND,
            EditionRow.issue == issue,
        )

    def _fresh(self, issue: str) -> dict[str, Any]:
        return {
            "fabrique_id": self.fabrique,
            "kind": KIND,
            "issue": issue,
            "state": Leaving.GATHERING,
            "content": {},
        }


def _edition(row: EditionRow) -> Edition:
    kept = row.content
    title, editorial = kept.get("title", ""), kept.get("editorial", "")
    parts = kept.get("parts")
    return Edition(
        name=row.issue,
        state=Leaving(row.state),
        title=title,
        editorial=editorial,
        frozen=None if parts is None else Issue(row.issue, _parts(parts), title, editorial),
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        awaited=frozenset(kept.get("awaited", ())),
    )


def _content(edition: Edition) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "title": edition.title,
        "editorial": edition.editorial,
        "awaited": sorted(edition.awaited),
    }
    if edition.frozen is not None:
        kept["parts"] = [
            {
                "section": part.section.value,
                "items": [
                    {
                        "id": item.id,
                        "text": item.text,
                        "phrase": to_json(item.phrase) if item.phrase else None,
                    }
                    for item in part.items
                ],
            }
            for part in edition.frozen.parts
        ]
    return kept


def _parts(kept: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            Section(part["section"]),
            tuple(_printed(one, Section(part["section"])) for one in part["items"]),
        )
        for part in kept
    )


def _printed(kept: Mapping[str, Any], section: Section) -> Item:
    """An item as an issue keeps it: whose it was is not printed."""
    phrase = from_json(kept["phrase"]) if kept.get("phrase") else None
    return Item(
        id=kept["id"],
        text=kept["text"],
        proposer="",
        state=State.APPROVED,
        section=section,
        phrase=phrase if isinstance(phrase, Phrase) else None,
    )
