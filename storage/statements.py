"""What accounts show to whoever may read them, and who wants to be sent it each month.

Places in the ledger are the numbers of legs, which only grow: what came to count between two
moments lies between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from domain.ledger import AccountKind, Kind
from domain.statements import (
    PAGE,
    Moved,
    Service,
    Shared,
    Statement,
    Turned,
    Turnover,
    lines,
    turnover,
)
from domain.timebank import ExchangeState
from domain.values import Phrase
from storage.ledger import MAY_ACT, OF_ALL
from storage.tables import (
    ChatRow,
    ExchangeRow,
    FabriqueRow,
    IssueRow,
    LedgerAccountRow,
    LedgerEntryRow,
    LegRow,
    OrganisationPersonRow,
    OrganisationRow,
    PersonRow,
)

TOLD_APART = (Kind.GIFT.value, Kind.SETTLEMENT.value, Kind.CORRECTION.value)
"""Kinds whose minutes are not simply given or received."""

Column = ColumnElement[int] | InstrumentedAttribute[int]

_ORIGINAL = aliased(ExchangeRow)


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
        return Span(first, await self._place(until) if until else await self._end())

    async def balance_before(self, account: int, place: int) -> int:
        """What an account held before a place of the ledger."""
        total = await self.session.scalar(
            select(func.coalesce(func.sum(LegRow.minutes), 0)).where(
                LegRow.account_id == account, LegRow.id < place
            )
        )
        return int(total or 0)

    async def count(self, account: int, span: Span) -> int:
        """How many lines a statement has."""
        return await self.session.scalar(_legs(func.count(), account, span)) or 0

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
        after one.
        """
        chosen = _legs(LegRow.id, account, span)
        if before is not None:
            chosen = chosen.where(LegRow.id < before)
        if after is not None:
            chosen = chosen.where(LegRow.id > after)
        order = LegRow.id if after is not None else LegRow.id.desc()
        found = list(await self.session.scalars(chosen.order_by(order).limit(at_most + 1)))
        more = len(found) > at_most
        moved = await self._told(account, found[:at_most])
        closing = await self.balance_before(account, span.end)
        last = closing
        if moved and (before is not None or after is not None):
            last = await self.balance_before(account, moved[0].leg + 1)
        return Statement(
            lines=lines(moved, after=last),
            opening=await self.balance_before(account, span.first) if span.first else 0,
            closing=closing,
            older=more if after is None else True,
            newer=more if after is not None else before is not None,
        )

    async def turnover(self, account: int, span: Span) -> Turnover:
        """What was given and received, corrections counted in, gifts told apart."""
        came = func.sum(case((LegRow.minutes > 0, LegRow.minutes), else_=0))
        went = func.sum(case((LegRow.minutes < 0, -LegRow.minutes), else_=0))
        total = (await self.session.execute(_legs(came, account, span).add_columns(went))).one()
        rows = await self.session.execute(
            select(LedgerEntryRow.kind, LegRow.minutes, _ORIGINAL.giver_id)
            .select_from(LedgerEntryRow)
            .join(LegRow, LegRow.entry_id == LedgerEntryRow.id)
            .join(ExchangeRow, ExchangeRow.id == LedgerEntryRow.exchange_id)
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(
                LedgerEntryRow.fabrique_id == self.fabrique,
                LedgerEntryRow.kind.in_(TOLD_APART),
                LegRow.account_id == account,
                LegRow.id >= span.first,
                LegRow.id < span.end,
            )
        )
        others = [Turned(Kind(kind), minutes, giver == account) for kind, minutes, giver in rows]
        return turnover(int(total[0] or 0), int(total[1] or 0), others)

    async def paid(self, account: int) -> tuple[int, int]:
        """Minutes of paid missions that an account gave and received; no balance counts them."""
        return await self._paid(ExchangeRow.giver_id, account), await self._paid(
            ExchangeRow.receiver_id, account
        )

    async def services(self, account: int, first: date, last: date) -> Sequence[Service]:
        """What an account gave and received on some days, corrections on the day they correct."""
        day = func.coalesce(_ORIGINAL.day, ExchangeRow.day)
        giver = func.coalesce(_ORIGINAL.giver_id, ExchangeRow.giver_id)
        rows = await self.session.execute(
            select(day, giver, ExchangeRow.giver_id, ExchangeRow.minutes)
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(
                or_(ExchangeRow.giver_id == account, ExchangeRow.receiver_id == account),
                ExchangeRow.kind.not_in((Kind.GIFT, Kind.SETTLEMENT)),
                *_counted(self.fabrique),
                day.between(first, last),
            )
        )
        return [
            Service(on, first_gave == account, minutes if gave == first_gave else -minutes)
            for on, first_gave, gave, minutes in rows
        ]

    async def shared_in(self, chat: int, first: date, last: date) -> Shared:
        """What a group shared on some days, without a name."""
        rows = await self.session.execute(
            select(ExchangeRow.minutes, ExchangeRow.giver_id, ExchangeRow.receiver_id).where(
                ExchangeRow.chat_id == chat,
                ExchangeRow.kind.in_((Kind.EXCHANGE, Kind.SESSION)),
                ExchangeRow.day.between(first, last),
                *_counted(self.fabrique),
            )
        )
        found = [tuple(row) for row in rows]
        accounts = {side for _, *sides in found for side in sides}
        people = await self.session.scalar(
            select(func.count()).where(
                LedgerAccountRow.id.in_(accounts), LedgerAccountRow.kind == AccountKind.PERSON
            )
        )
        return Shared(sum(minutes for minutes, *_ in found), len(found), people or 0)

    async def organisations(self) -> Sequence[tuple[int, str]]:
        """Every organisation by number and name."""
        rows = await self.session.execute(
            select(OrganisationRow.id, OrganisationRow.name)
            .where(OrganisationRow.fabrique_id == self.fabrique)
            .order_by(OrganisationRow.name)
        )
        return [(number, name) for number, name in rows]

    async def acting_for(self, person: int) -> Sequence[tuple[int, str]]:
        """The organisations that somebody may act for, by number and name."""
        rows = await self.session.execute(
            select(OrganisationRow.id, OrganisationRow.name)
            .join(
                OrganisationPersonRow, OrganisationPersonRow.organisation_id == OrganisationRow.id
            )
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationPersonRow.person_id == person,
                OrganisationPersonRow.state == MAY_ACT,
            )
            .order_by(OrganisationRow.name)
        )
        return [(number, name) for number, name in rows]

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
        """People who want a statement, in whose account something came to count, and to whom this
        issue was not sent, whichever of their chats it went to.
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
                *(happened, ~sent, reached),
            )
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
            return await self._end()
        return (
            await self.session.scalar(select(func.min(LegRow.id)).where(LegRow.entry_id == entry))
            or await self._end()
        )

    async def _end(self) -> int:
        return (await self.session.scalar(select(func.max(LegRow.id))) or 0) + 1

    async def _paid(self, side: Column, account: int) -> int:
        total = await self.session.scalar(
            select(func.sum(ExchangeRow.minutes)).where(
                side == account,
                ExchangeRow.paid.is_(True),
                ExchangeRow.state == ExchangeState.CONFIRMED,
            )
        )
        return int(total or 0)

    async def _told(self, account: int, places: Sequence[int]) -> list[Moved]:
        """The legs at some places with what stands beside them, newest first."""
        other = aliased(LedgerAccountRow)
        rows = await self.session.execute(
            select(
                LegRow,
                LedgerEntryRow.at,
                ExchangeRow,
                other.kind,
                func.coalesce(PersonRow.name, OrganisationRow.name, FabriqueRow.name),
                _ORIGINAL.day,
            )
            .join(LedgerEntryRow, LedgerEntryRow.id == LegRow.entry_id)
            .join(ExchangeRow, ExchangeRow.id == LedgerEntryRow.exchange_id)
            .join(other, other.id == _other_side(account))
            .outerjoin(PersonRow, PersonRow.id == other.person_id)
            .outerjoin(OrganisationRow, OrganisationRow.id == other.organisation_id)
            .outerjoin(FabriqueRow, FabriqueRow.id == other.partner_id)
            .outerjoin(_ORIGINAL, _ORIGINAL.id == ExchangeRow.corrects)
            .where(LegRow.id.in_(places))
            .order_by(LegRow.id.desc())
        )
        found = rows.all()
        corrected = await self._corrected([row[2].id for row in found])
        return [
            Moved(
                leg=leg.id,
                minutes=leg.minutes,
                kind=Kind(exchange.kind),
                day=exchange.day,
                at=at,
                subject=exchange.subject,
                other=_named(AccountKind(kind), name),
                other_is_person=kind == AccountKind.PERSON,
                corrects=original,
                corrected=exchange.id in corrected,
            )
            for leg, at, exchange, kind, name, original in found
        ]

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


def _legs(what: Column, account: int, span: Span) -> Select[int]:
    """Something of an account's legs within a span."""
    return select(what).where(
        LegRow.account_id == account, LegRow.id >= span.first, LegRow.id < span.end
    )


def _counted(fabrique: int) -> tuple[ColumnElement[bool], ...]:
    """What is in the ledger."""
    return (
        ExchangeRow.fabrique_id == fabrique,
        ExchangeRow.state == ExchangeState.CONFIRMED,
        ExchangeRow.paid.is_(False),
    )


def _other_side(account: int) -> ColumnElement[int]:
    return case(
        (ExchangeRow.giver_id == account, ExchangeRow.receiver_id), else_=ExchangeRow.giver_id
    )


def _named(kind: AccountKind, name: str | None) -> str | Phrase:
    return Phrase(OF_ALL[kind]) if kind in OF_ALL else str(name)
