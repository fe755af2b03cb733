"""Time asked of the team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.fabriques import Fabrique
from domain.mobilising import Case, Mobilisation, MobilisationState, left_of, month_of
from storage.ledger import Ledger
from storage.people import People
from storage.tables import MobilisationRow


@dataclass(frozen=True)
class Mobilisations:
    """The requests of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def ask(self, request: Mobilisation) -> Mobilisation:
        """Keep a request; gives it with its number."""
        row = MobilisationRow(
            fabrique_id=self.fabrique,
            person_id=request.person,
            minutes=request.minutes,
            what=request.what,
            state=request.state,
            month=request.month,
            at=request.at,
        )
        self.session.add(row)
        await self.session.flush()
        return replace(request, id=row.id)

    async def lock(self, number: int) -> Mobilisation | None:
        """A request about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(MobilisationRow)
            .where(MobilisationRow.id == number, MobilisationRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return _mobilisation(row) if row else None

    async def change(self, request: Mobilisation) -> None:
        """Keep a request as it now is."""
        row = await self.session.get_one(MobilisationRow, request.id)
        row.minutes, row.state, row.month = request.minutes, request.state, request.month
        row.taken_by, row.exchange_id = request.taken_by, request.exchange
        row.reminders = request.reminders
        await self.session.flush()

    async def waiting(self) -> Sequence[Mobilisation]:
        """Requests that wait for an answer or to be done, oldest first."""
        waits = (MobilisationState.ASKED, MobilisationState.TAKEN)
        return await self._where(MobilisationRow.state.in_(waits))

    async def of_month(self, month: date) -> Sequence[Mobilisation]:
        """Every request on a month's hours."""
        return await self._where(MobilisationRow.month == month)

    async def left(self, fabrique: Fabrique, today: date) -> int | None:
        """What is left of the minutes that the team announced for a day's month."""
        requests = await self.of_month(month_of(today))
        return left_of(fabrique.time.team_month, requests, fabrique.zone)

    async def case(self, request: Mobilisation, fabrique: Fabrique, today: date) -> Case:
        """A request with what is shown around it."""
        people = People(self.session, self.fabrique)
        ledger = Ledger(self.session, self.fabrique)
        own = await ledger.of_person(request.person)
        taker = (await people.person(request.taken_by)).name if request.taken_by else ""
        return Case(
            request=request,
            asker=(await people.person(request.person)).name,
            balance=await ledger.balance_of(own.id),
            taker=taker,
            announced=fabrique.time.team_month,
            left=await self.left(fabrique, today),
            postponed=request.postponed(fabrique.zone),
        )

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Mobilisation]:
        rows = await self.session.scalars(
            select(MobilisationRow)
            .where(MobilisationRow.fabrique_id == self.fabrique, *conditions)
            .order_by(MobilisationRow.id)
        )
        return [_mobilisation(row) for row in rows]


def _mobilisation(row: MobilisationRow) -> Mobilisation:
    return Mobilisation(
        id=row.id,
        person=row.person_id,
        minutes=row.minutes,
        what=row.what,
        state=MobilisationState(row.state),
        at=row.at,
        month=row.month,
        taken_by=row.taken_by,
        exchange=row.exchange_id,
        reminders=row.reminders,
    )
