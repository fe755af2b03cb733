"""What is gathered for the monthly letter, and the issues that carried it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.letter import Item, Section
from storage.tables import LetterItemRow


@dataclass(frozen=True)
class Letter:
    """What is gathered for the monthly letter of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def propose(self, text: str, section: Section, *, by: int, now: datetime) -> int:
        """Keep something for the letter; the team has yet to approve it."""
        row = LetterItemRow(
            fabrique_id=self.fabrique,
            text=text,
            section=section,
            state=State.PROPOSED,
            proposed_by=by,
            at=now,
        )
        self.session.add(row)
        await self.session.flush()
        return row.id

    async def item(self, number: int) -> tuple[Item, int] | None:
        """An item of this fabrique with the person who proposed it."""
        row = await self.session.get(LetterItemRow, number, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique:
            return None
        return _item(row), row.proposed_by

    async def in_state(self, state: State) -> Sequence[Item]:
        """Items that no letter carried yet, in a state, oldest first."""
        rows = await self.session.scalars(
            select(LetterItemRow)
            .where(
                LetterItemRow.fabrique_id == self.fabrique,
                LetterItemRow.state == state,
                LetterItemRow.issue.is_(None),
            )
            .order_by(LetterItemRow.id)
        )
        return [_item(row) for row in rows]

    async def decide(self, number: int, state: State) -> None:
        """Keep the team's verdict."""
        (await self.session.get_one(LetterItemRow, number)).state = state

    async def freeze(self, issue: str) -> None:
        """Approved items enter an issue and no other."""
        await self.session.execute(
            update(LetterItemRow)
            .where(
                LetterItemRow.fabrique_id == self.fabrique,
                LetterItemRow.state == State.APPROVED,
                LetterItemRow.issue.is_(None),
            )
            .values(issue=issue)
        )

    async def issue(self, issue: str) -> Sequence[Item]:
        """What an issue of the letter holds."""
        rows = await self.session.scalars(
            select(LetterItemRow)
            .where(LetterItemRow.fabrique_id == self.fabrique, LetterItemRow.issue == issue)
            .order_by(LetterItemRow.id)
        )
        return [_item(row) for row in rows]

    async def latest(self) -> str | None:
        """The newest issue there is."""
        return await self.session.scalar(
            select(func.max(LetterItemRow.issue)).where(LetterItemRow.fabrique_id == self.fabrique)
        )


def _item(row: LetterItemRow) -> Item:
    return Item(row.id, row.text, str(row.proposed_by), State(row.state), Section(row.section))
