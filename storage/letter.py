"""What is gathered for the monthly letter, and the weeks in which its campaigns are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import State
from domain.letter import Item, Section
from domain.values import Phrase, from_json, to_json
from storage.tables import LetterItemRow


@dataclass(frozen=True)
class Letter:
    """What is gathered for the monthly letter of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def propose(
        self,
        text: str,
        section: Section,
        *,
        by: int,
        now: datetime,
        phrase: Phrase | None = None,
        source: str | None = None,
        ends: date | None = None,
    ) -> int:
        """Keep something for the letter; the team has yet to approve it."""
        row = LetterItemRow(
            fabrique_id=self.fabrique,
            text=text,
            phrase=None if phrase is None else to_json(phrase),
            source=source,
            section=section,
            state=State.PROPOSED,
            proposed_by=by,
            at=now,
            ends=ends,
        )
        self.session.add(row)
        await self.session.flush()
        return row.id

    async def item(self, number: int) -> tuple[Item, int] | None:
        """An item of this fabrique with the person who proposed it, if no letter carried it."""
        row = await self.session.get(LetterItemRow, number, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique or row.issue is not None:
            return None
        return _item(row), row.proposed_by

    async def in_state(self, state: State) -> Sequence[Item]:
        """Items that no letter carried yet, in a state, oldest first."""
        return await self._those(LetterItemRow.state == state, LetterItemRow.issue.is_(None))

    async def decide(self, number: int, state: State, *, now: datetime | None = None) -> None:
        """Keep the team's verdict; what is not approved takes no week. Without `now`, it was given
        as soon as the item was proposed.
        """
        row = await self.session.get_one(LetterItemRow, number)
        row.state = state
        row.approved_at = (now or row.at) if state is State.APPROVED else None
        if state is not State.APPROVED:
            row.week = None

    async def reword(self, number: int, text: str, *, ends: date | None) -> None:
        """Other words for an item, with the last day they name; nobody's phrase any more."""
        row = await self.session.get_one(LetterItemRow, number)
        row.text, row.phrase, row.ends = text, None, ends

    async def put_under(self, number: int, section: Section) -> None:
        """Another heading for an item, where it comes last; only a campaign keeps a week."""
        row = await self.session.get_one(LetterItemRow, number)
        row.section, row.rank = section, None
        if section is not Section.CAMPAIGN:
            row.week = None

    async def arrange(self, items: Sequence[Item]) -> None:
        """Keep the order of the items of a section."""
        for rank, item in enumerate(items):
            (await self.session.get_one(LetterItemRow, item.id)).rank = rank

    async def tell_in(self, number: int, week: date | None) -> None:
        """The week in which the agenda tells a campaign, by its Monday."""
        (await self.session.get_one(LetterItemRow, number)).week = week

    async def weeks(self) -> set[date]:
        """The weeks in which a campaign is told already."""
        found = await self.session.scalars(
            select(LetterItemRow.week).where(
                LetterItemRow.fabrique_id == self.fabrique, LetterItemRow.week.is_not(None)
            )
        )
        return {week for week in found if week is not None}

    async def campaign_of(self, monday: date) -> Item | None:
        """The campaign that the agenda of a week tells."""
        found = await self._those(
            LetterItemRow.week == monday,
            LetterItemRow.section == Section.CAMPAIGN,
            LetterItemRow.state == State.APPROVED,
        )
        return found[0] if found else None

    async def promised(self, first: date, last: date) -> Sequence[Item]:
        """The campaigns whose week begins on one of these days."""
        return await self._those(
            LetterItemRow.week.between(first, last),
            LetterItemRow.section == Section.CAMPAIGN,
            LetterItemRow.state == State.APPROVED,
        )

    async def sources(self) -> set[str]:
        """The things that an item tells or told of already."""
        found = await self.session.scalars(
            select(LetterItemRow.source).where(
                LetterItemRow.fabrique_id == self.fabrique, LetterItemRow.source.is_not(None)
            )
        )
        return {source for source in found if source is not None}

    async def freeze(self, issue: str, items: Sequence[Item]) -> None:
        """These items enter an issue and no other."""
        for item in items:
            (await self.session.get_one(LetterItemRow, item.id)).issue = issue
        await self.session.flush()

    async def thaw(self, issue: str) -> None:
        """The items of an issue that has not left are gathered again."""
        await self.session.execute(
            update(LetterItemRow)
            .where(
                LetterItemRow.fabrique_id == self.fabrique,
                LetterItemRow.state == State.APPROVED,
                LetterItemRow.issue == issue,
            )
            .values(issue=None)
        )

    async def _those(self, *those: ColumnElement[bool]) -> Sequence[Item]:
        rows = await self.session.scalars(
            select(LetterItemRow)
            .where(LetterItemRow.fabrique_id == self.fabrique, *those)
            .order_by(LetterItemRow.id)
        )
        return [_item(row) for row in rows]


def _item(row: LetterItemRow) -> Item:
    phrase = from_json(row.phrase) if row.phrase else None
    return Item(
        id=row.id,
        text=row.text,
        proposer=str(row.proposed_by),
        state=State(row.state),
        section=Section(row.section),
        phrase=phrase if isinstance(phrase, Phrase) else None,
        source=row.source,
        rank=row.rank,
        week=row.week,
        approved_at=row.approved_at,
        ends=row.ends,
    )
