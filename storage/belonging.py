"""Who is an ally, by what others know of them; nobody becomes one by their own word alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.ledger import Kind
from domain.organisations import OrganisationState, Speaker
from domain.profiles import Circle
from domain.sessions import Presence, SessionState
from domain.timebank import ExchangeState
from storage.profiles import Profiles
from storage.tables import (
    ChatRow,
    CircleRow,
    ExchangeRow,
    LedgerAccountRow,
    MembershipRow,
    OrganisationPersonRow,
    OrganisationRow,
    SessionPersonRow,
    SessionRow,
    SignUpRow,
)

GONE = "gone"
"""What a platform says of somebody who left a group."""

LET_IN = "let in"
"""Why somebody supports the alliance: the team said so."""


@dataclass(frozen=True)
class Belonging:
    """Who belongs to one fabrique."""

    session: AsyncSession
    fabrique: int

    async def is_ally(self, person: int) -> bool:
        """Whether somebody was heard in a group that the team is in, speaks for an organisation, is
        a member, was let in, or did something with others that counts.
        """
        known = union_all(
            self._heard(person),
            self._speaks(person),
            self._let_in(person),
            *self._did(person),
        )
        return await self.session.scalar(known.limit(1)) is not None

    async def let_in(self, person: int, *, now: datetime) -> None:
        """The team knows somebody."""
        profiles = Profiles(self.session, self.fabrique)
        if await profiles.join_circle(person, Circle.SUPPORTING, LET_IN, now=now):
            return
        await self.session.execute(
            update(CircleRow)
            .where(CircleRow.person_id == person, CircleRow.circle == Circle.SUPPORTING)
            .values(why=LET_IN)
        )

    def _heard(self, person: int) -> Select[int]:
        """The team's chat, or a group in which one of them was heard too: anybody can make a group
        of their own.
        """
        own, other = aliased(MembershipRow), aliased(MembershipRow)
        team = (
            select(MembershipRow.person_id)
            .join(ChatRow, ChatRow.id == MembershipRow.chat_id)
            .where(
                ChatRow.fabrique_id == self.fabrique,
                ChatRow.team,
                MembershipRow.rank != GONE,
            )
        )
        with_team = select(other.chat_id).where(
            other.person_id.in_(team), other.rank != GONE, other.chat_id == own.chat_id
        )
        return (
            select(own.person_id)
            .join(ChatRow, ChatRow.id == own.chat_id)
            .where(
                own.person_id == person,
                own.rank != GONE,
                ChatRow.fabrique_id == self.fabrique,
                ChatRow.present,
                ~ChatRow.private,
                or_(ChatRow.team, with_team.exists()),
            )
        )

    def _speaks(self, person: int) -> Select[int]:
        return (
            select(OrganisationPersonRow.person_id)
            .join(OrganisationRow, OrganisationRow.id == OrganisationPersonRow.organisation_id)
            .where(
                OrganisationPersonRow.person_id == person,
                OrganisationPersonRow.state == Speaker.ALLOWED,
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationRow.state == OrganisationState.APPROVED,
            )
        )

    def _let_in(self, person: int) -> Select[int]:
        return select(CircleRow.person_id).where(
            CircleRow.person_id == person,
            CircleRow.fabrique_id == self.fabrique,
            or_(CircleRow.circle == Circle.MEMBER, CircleRow.why == LET_IN),
        )

    def _did(self, person: int) -> tuple[Select[Any], ...]:
        """Came to somebody else's workshop or to a meeting, or gave or got time that counts."""
        there = (
            select(SessionPersonRow.person_id)
            .join(SessionRow, SessionRow.id == SessionPersonRow.session_id)
            .where(
                SessionPersonRow.person_id == person,
                SessionPersonRow.presence == Presence.THERE,
                SessionRow.organiser_id != person,
                SessionRow.state == SessionState.CLOSED,
            )
        )
        met = select(SignUpRow.person_id).where(
            SignUpRow.person_id == person, SignUpRow.attended.is_(True)
        )
        exchanged = (
            select(LedgerAccountRow.person_id)
            .join(
                ExchangeRow,
                or_(
                    ExchangeRow.giver_id == LedgerAccountRow.id,
                    ExchangeRow.receiver_id == LedgerAccountRow.id,
                ),
            )
            .where(
                LedgerAccountRow.person_id == person,
                ExchangeRow.state == ExchangeState.CONFIRMED,
                ExchangeRow.kind == Kind.EXCHANGE,
            )
        )
        return there, met, exchanged
