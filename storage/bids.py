"""Funding calls that several answer together, and who is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.bids import Bid, BidState, Reminder
from storage.engines import insert_or_ignore
from storage.tables import BidPersonRow, BidRow


@dataclass(frozen=True)
class Bids:
    """What one fabrique writes together."""

    session: AsyncSession
    fabrique: int

    async def begin(self, bid: Bid) -> Bid:
        """Keep it, with whoever began it in; gives it with its number."""
        row = BidRow(fabrique_id=self.fabrique, by_id=bid.by, at=bid.at, **_values(bid))
        self.session.add(row)
        await self.session.flush()
        await self.join(row.id, bid.by, now=bid.at)
        return replace(bid, id=row.id)

    async def lock(self, number: int) -> Bid | None:
        """One about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(BidRow)
            .where(BidRow.id == number, BidRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return _bid(row) if row else None

    async def change(self, bid: Bid) -> None:
        """Keep it as it now is."""
        row = await self.session.get_one(BidRow, bid.id)
        for name, value in _values(bid).items():
            setattr(row, name, value)
        await self.session.flush()

    async def open(self) -> Sequence[Bid]:
        """Those still written, the most pressing first."""
        rows = await self.session.scalars(
            select(BidRow)
            .where(BidRow.fabrique_id == self.fabrique, BidRow.state == BidState.OPEN)
            .order_by(BidRow.deadline, BidRow.id)
        )
        return [_bid(row) for row in rows]

    async def join(self, number: int, person: int, *, now: datetime) -> bool:
        """Somebody is in; False when they were."""
        values = {"fabrique_id": self.fabrique, "bid_id": number, "person_id": person, "at": now}
        return await insert_or_ignore(self.session, BidPersonRow, values)

    async def leave(self, number: int, person: int) -> None:
        """Somebody is in no more."""
        await self.session.execute(
            delete(BidPersonRow).where(
                BidPersonRow.bid_id == number, BidPersonRow.person_id == person
            )
        )

    async def people(self, number: int) -> Sequence[int]:
        """Who is in, in the order in which they came."""
        found = await self.session.scalars(
            select(BidPersonRow.person_id)
            .where(BidPersonRow.bid_id == number)
            .order_by(BidPersonRow.id)
        )
        return list(found)


def _values(bid: Bid) -> dict[str, Any]:
    return {
        "title": bid.title,
        "deadline": bid.deadline,
        "state": bid.state.value,
        "writer_id": bid.writer,
        "halfway": bid.halfway,
        "links": list(bid.links),
        "told": [one.value for one in bid.told],
    }


def _bid(row: BidRow) -> Bid:
    return Bid(
        id=row.id,
        title=row.title,
        by=row.by_id,
        at=row.at,
        deadline=row.deadline,
        state=BidState(row.state),
        writer=row.writer_id,
        halfway=row.halfway,
        links=tuple(row.links),
        told=tuple(map(Reminder, row.told)),
    )
