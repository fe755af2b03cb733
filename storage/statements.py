"""What accounts show to whoever may read them, and who wants to be sent it each month.

Places in the ledger are the numbers of legs, which only grow: what came to count between two
moments lies between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from domain.ledger import AccountKind, Kind
from domain.people import Standing
from domain.statements import (
    PAGE,
    Moved,
    Statement,
    lines,
)
from domain.timebank import ExchangeState
from domain.values import Phrase
from storage.ledger import OF_ALL, held_with
from storage.tables import (
    ChatRow,
    ExchangeRow,
    FabriqueRow,
    IssueRow,
    LedgerAccountRow,
    LedgerEntryRow,
    LegRow,
    OrganisationRow,
    PersonRow,
)

THE_END = 2**31 - 1
"""A place that no leg has reached: the largest number of the column."""

Column = ColumnElement[int] | InstrumentedAttribute[int]

_ORIGINAL = aliased(ExchangeRow)
_OTHER_SIDE = case(
    (ExchangeRow.giver_id == LegRow.account_id, ExchangeRow.receiver_id),
    else_=ExchangeRow.giver_id,
)
ONESELF = Phrase("holder-oneself")
"""Who stands across in what was exchanged with oneself, before one was known to be one."""


@dataclass(frozen=True)
class Span:
    """The places from `first` to before `end`."""

    first: int
    end: int


@dataclass(frozen=True)
class Statements:
    """The accounts of one fabrique, to be read."""

    session: AsyncSession
    fabrique: int

    async def span(self, since: datetime | None = None, until: datetime | None = None) -> Span:
        """The places of what came to count from a moment to before another."""
        first = await self._place(since) if since else 0
        return Span(first, await self._place(until) if until else THE_END)

    async def read(
        self,
        account: int,
        span: Span,
        *,
        before: int | None = None,
        after: int | None = None,
        at_most: int = PAGE,
    ) -> Statement:
        """Lines of an account: the newest of the span, the newest before a place, or the oldest
        after one. Who was two reads both accounts as one.
        """
        held = await held_with(self.session, [account])
        chosen = legs_in(LegRow.id, held, span)
        if before is not None:
            chosen = chosen.where(LegRow.id < before)
        if after is not None:
            chosen = chosen.where(LegRow.id > after)
        order = LegRow.id if after is not None else LegRow.id.desc()
        found = list(await self.session.scalars(chosen.order_by(order).limit(at_most + 1)))
        more = len(found) > at_most
        moved = await self._told(held, found[:at_most])
        turned = moved and (before is not None or after is not None)
        newest = moved[0].leg + 1 if turned else span.end
        opening = await self._sum(held, Span(0, span.first))
        last = opening + await self._sum(held, Span(span.first, newest))
        return Statement(
            lines=lines(moved, after=last),
            opening=opening,
            closing=last + await self._sum(held, Span(newest, span.end)),
            older=more if after is None else True,
            newer=more if after is not None else before is not None,
        )

    async def wants(self, person: int) -> bool:
        """Whether somebody is sent a statement each month."""
        return (await self.session.get_one(PersonRow, person)).wants_statement

    async def send_each_month(self, person: int, *, wanted: bool) -> None:
        """Remember whether somebody wants a statement each month."""
        (await self.session.get_one(PersonRow, person)).wants_statement = wanted

    async def anybody_wants(self) -> bool:
        """Whether a statement is sent at all."""
        wanted = exists().where(
            PersonRow.fabrique_id == self.fabrique, PersonRow.wants_statement.is_(True)
        )
        return bool(await self.session.scalar(select(wanted)))

    async def still_to_send(self, issue: str, span: Span, *, at_most: int) -> Sequence[int]:
        """People who want a statement and did not leave, in whose account something came to count,
        and to whom this issue was not sent, whichever of their chats it went to.
        """
        happened = exists().where(
            LegRow.account_id == LedgerAccountRow.id,
            LegRow.id >= span.first,
            LegRow.id < span.end,
        )
        sent = exists().where(
            IssueRow.chat_id == ChatRow.id,
            ChatRow.person_id == PersonRow.id,
            IssueRow.kind == STATEMENT,
            IssueRow.issue == issue,
        )
        reached = exists().where(
            ChatRow.person_id == PersonRow.id, ChatRow.private, ChatRow.present
        )
        people = await self.session.scalars(
            select(PersonRow.id)
            .join(LedgerAccountRow, LedgerAccountRow.person_id == PersonRow.id)
            .where(
                PersonRow.fabrique_id == self.fabrique,
                PersonRow.wants_statement.is_(True),
                PersonRow.standing == Standing.MET,
                *(happened, ~sent, reached),
            )
            .distinct()
            .order_by(PersonRow.id)
            .limit(at_most)
        )
        return list(people)

    async def _place(self, moment: datetime) -> int:
        """The place of the first leg that came to count at a moment or later."""
        entry = await self.session.scalar(
            select(LedgerEntryRow.id)
            .where(LedgerEntryRow.fabrique_id == self.fabrique, LedgerEntryRow.at >= moment)
            .order_by(LedgerEntryRow.at, LedgerEntryRow.id)
            .limit(1)
        )
        if entry is None:
            return THE_END
        place = select(func.min(LegRow.id)).where(LegRow.entry_id == entry)
        return await self.session.scalar(place) or THE_END

    async def _sum(self, accounts: Sequence[int], span: Span) -> int:
        """What the legs of a span add up to: each is read once for all balances of a page."""
        if span.first >= span.end:
            return 0
        return int(
            await self.session.scalar(legs_in(func.sum(LegRow.minutes), accounts, span)) or 0
        )

    async def _told(self, held: Sequence[int], places: Sequence[int]) -> list[Moved]:
        """The legs at some places with what stands beside them, newest first."""
        other = aliased(LedgerAccountRow)
        rows = await self.session.execute(
            select(
                LegRow,
                LedgerEntryRow.at,
                ExchangeRow,
                other,
                func.coalesce(PersonRow.name, OrganisationRow.name, FabriqueRow.name),
                _ORIGINAL.day,
            )
            .join(LedgerEntryRow, LedgerEntryRow.id == LegRow.entry_id)
            .join(ExchangeRow, ExchangeRow.id == LedgerEntryRow.exchange_id)
            .join(other, other.id == _OTHER_SIDE)
            .outerjoin(PersonRow, PersonRow.id == other.person_id)
            .outerjoin(OrganisationRow, OrganisationRow.id == other.organisation_id)
            .outerjoin(FabriqueRow, FabriqueRow.id == other.partner_id)
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(LegRow.id.in_(places))
            .order_by(LegRow.id.desc())
        )
        found = rows.all()
        corrected = await self._corrected([row[2].id for row in found])
        behind = await self._behind([row[2].twin_id for row in found if row[2].twin_id])
        return [
            Moved(
                leg=leg.id,
                minutes=leg.minutes,
                kind=Kind(exchange.kind),
                day=exchange.day,
                at=at,
                subject=exchange.reason
                if exchange.corrects and exchange.reason
                else exchange.subject,
                other=ONESELF
                if across.id in held
                else behind.get(exchange.twin_id) or _named(AccountKind(across.kind), name),
                other_is_person=across.kind == AccountKind.PERSON or exchange.twin_id in behind,
                corrects=original,
                corrected=exchange.id in corrected,
            )
            for leg, at, exchange, across, name, original in found
        ]

    async def _behind(self, twins: Sequence[int]) -> dict[int | None, Phrase]:
        """Who stands on the far side of exchanges with other fabriques, by the other half."""
        if not twins:
            return {}
        far = aliased(LedgerAccountRow)
        rows = await self.session.execute(
            select(
                ExchangeRow.id,
                func.coalesce(PersonRow.name, OrganisationRow.name),
                FabriqueRow.name,
            )
            .join(far, far.id.in_((ExchangeRow.giver_id, ExchangeRow.receiver_id)))
            .join(FabriqueRow, FabriqueRow.id == far.fabrique_id)
            .outerjoin(PersonRow, PersonRow.id == far.person_id)
            .outerjoin(OrganisationRow, OrganisationRow.id == far.organisation_id)
            .where(ExchangeRow.id.in_(twins), far.kind != AccountKind.FABRIQUE)
        )
        return {
            twin: Phrase("holder-elsewhere", {"name": name, "fabrique": fabrique})
            for twin, name, fabrique in rows
            if name
        }

    async def _corrected(self, exchanges: Sequence[int]) -> set[int]:
        """Those of some exchanges that a later one corrects.

        The state is looked at here: asked for it, SQLite would read every confirmed exchange.
        """
        rows = await self.session.execute(
            select(ExchangeRow.corrects, ExchangeRow.state).where(
                ExchangeRow.corrects.in_(exchanges)
            )
        )
        return {one for one, state in rows if one and state == ExchangeState.CONFIRMED}


STATEMENT = "statement"
"""The kind of an issue that is a person's own."""


def legs_in(what: Column, accounts: Sequence[int], span: Span) -> Select[int]:
    """Something of the legs of some accounts within a span."""
    return select(what).where(
        LegRow.account_id.in_(accounts), LegRow.id >= span.first, LegRow.id < span.end
    )


def _named(kind: AccountKind, name: str | None) -> str | Phrase:
    return Phrase(OF_ALL[kind]) if kind in OF_ALL else str(name)
