"""Requests for support: kept for the team, and emptied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.profiles import Audience, Field
from domain.support import (
    About,
    Asked,
    Case,
    Outcome,
    Relay,
    RelayState,
    Share,
    Support,
    SupportState,
)
from storage.engines import insert_or_ignore
from storage.profiles import Profiles
from storage.tables import PersonRow, SupportRelayRow, SupportRow

OPEN = (
    SupportState.RECEIVED,
    SupportState.TAKEN,
    SupportState.ANSWERED,
    SupportState.RELAYED,
)


@dataclass(frozen=True)
class Supports:
    """What structures of one fabrique told the team."""

    session: AsyncSession
    fabrique: int

    async def draft(self, support: Support) -> Support:
        """Keep what somebody told and nobody else reads yet; an earlier draft of theirs goes."""
        await self.session.execute(
            delete(SupportRow).where(
                SupportRow.person_id == support.person,
                SupportRow.state == SupportState.DRAFT,
                SupportRow.fabrique_id == self.fabrique,
            )
        )
        row = SupportRow(fabrique_id=self.fabrique, **_columns(support))
        self.session.add(row)
        await self.session.flush()
        return replace(support, id=row.id)

    async def lock(self, number: int) -> Support | None:
        """A request about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(SupportRow)
            .where(SupportRow.id == number, SupportRow.fabrique_id == self.fabrique)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return _support(row) if row else None

    async def change(self, support: Support) -> None:
        """Keep a request as it now is."""
        row = await self.session.get_one(SupportRow, support.id)
        for name, value in _columns(support).items():
            setattr(row, name, value)
        await self.session.flush()

    async def drop(self, number: int) -> None:
        """A draft that was not sent leaves nothing."""
        await self.session.execute(
            delete(SupportRow).where(
                SupportRow.id == number, SupportRow.state == SupportState.DRAFT
            )
        )

    async def drafts(self) -> Sequence[Support]:
        """What was begun and not sent."""
        return await self._where(SupportRow.state == SupportState.DRAFT)

    async def open(self) -> Sequence[Support]:
        """What is with the team and not over, who waits longest first."""
        return await self._where(SupportRow.state.in_(OPEN))

    async def open_of(self, person: int) -> Sequence[Support]:
        """The same, of one person."""
        return await self._where(SupportRow.state.in_(OPEN), SupportRow.person_id == person)

    async def kept_of(self, person: int) -> Sequence[Support]:
        """All that a person sent and that was not emptied."""
        return await self._where(
            SupportRow.state != SupportState.DRAFT, SupportRow.person_id == person
        )

    async def over(self) -> Sequence[Support]:
        """What is over and not emptied yet."""
        return await self._where(
            SupportRow.state == SupportState.CLOSED, SupportRow.person_id.is_not(None)
        )

    async def kinds(self, first: datetime, end: datetime) -> Sequence[About]:
        """What the requests of a span were about, those that were emptied included."""
        found = await self.session.scalars(
            select(SupportRow.about).where(
                SupportRow.fabrique_id == self.fabrique,
                SupportRow.state != SupportState.DRAFT,
                SupportRow.at >= first,
                SupportRow.at < end,
            )
        )
        return [About(one) for one in found]

    async def ask(self, support: int, helper: int, *, now: datetime) -> Relay | None:
        """Keep that an ally is asked; None when they were before."""
        values = {
            "fabrique_id": self.fabrique,
            "support_id": support,
            "helper_id": helper,
            "state": RelayState.ASKED.value,
            "at": now,
        }
        if not await insert_or_ignore(self.session, SupportRelayRow, values):
            return None
        relays = await self.relays(support)
        return next(one for one in relays if one.helper == helper)

    async def relay(self, number: int) -> Relay | None:
        """The way to an ally by its number, about to change."""
        row = await self.session.scalar(
            select(SupportRelayRow)
            .where(SupportRelayRow.id == number, SupportRelayRow.fabrique_id == self.fabrique)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return _relay(row) if row else None

    async def relays(self, support: int) -> Sequence[Relay]:
        """Every ally who was asked about a request."""
        rows = await self.session.scalars(
            select(SupportRelayRow)
            .where(SupportRelayRow.support_id == support)
            .order_by(SupportRelayRow.id)
        )
        return [_relay(row) for row in rows]

    async def asked(self) -> Sequence[Relay]:
        """Allies who did not answer yet, whoever waits longest first."""
        rows = await self.session.scalars(
            select(SupportRelayRow)
            .where(
                SupportRelayRow.fabrique_id == self.fabrique,
                SupportRelayRow.state == RelayState.ASKED,
            )
            .order_by(SupportRelayRow.at, SupportRelayRow.id)
        )
        return [_relay(row) for row in rows]

    async def case(self, support: Support) -> Case:
        """A request as the team may see it, and no more."""
        asker = "" if support.share.hides_asker else await self._name(support.person)
        allies = [await self.ally(one) for one in await self.relays(support.id)]
        taker = await self._name(support.taken_by)
        answerer = await self._name(support.answered_by)
        return Case(support, asker, taker, answerer, tuple(allies))

    async def ally(self, relay: Relay) -> Asked:
        """An ally who was asked, as the team may see them."""
        before = [one for one in await self.relays(relay.support) if one.id <= relay.id]
        return Asked(len(before), await self.name_shown(relay.helper), relay.state)

    async def name_shown(self, helper: int) -> str:
        """An ally's name before the team; "" where they show it to nobody."""
        return await self._name(helper) if await self._team_sees(helper, Field.NAME) else ""

    async def shows_offers(self, helper: int) -> bool:
        """Whether the team may read what an ally offers."""
        return await self._team_sees(helper, Field.SKILLS)

    async def subjects(self, support: int) -> Sequence[str]:
        """Under which everything stands that was said of a request, also to allies."""
        relays = await self.relays(support)
        return [f"support:{support}", *(f"relay:{one.id}" for one in relays)]

    async def empty(self, support: Support) -> None:
        """Nobody can tell any more who asked, who was asked, or what was said."""
        await self.session.execute(
            delete(SupportRelayRow).where(SupportRelayRow.support_id == support.id)
        )
        await self.change(support)

    async def answer(self, relay: Relay) -> None:
        """Keep where the way to an ally stands."""
        row = await self.session.get_one(SupportRelayRow, relay.id)
        row.state = relay.state
        await self.session.flush()

    async def _team_sees(self, person: int, what: Field) -> bool:
        profile = await Profiles(self.session, self.fabrique).of(person)
        return profile.audience(what) >= Audience.TEAM

    async def _name(self, person: int | None) -> str:
        return (await self.session.get_one(PersonRow, person)).name if person else ""

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Support]:
        rows = await self.session.scalars(
            select(SupportRow)
            .where(SupportRow.fabrique_id == self.fabrique, *conditions)
            .order_by(SupportRow.moved_at, SupportRow.id)
        )
        return [_support(row) for row in rows]


async def asked_of(
    session: AsyncSession, fabrique: int, people: Collection[int]
) -> Sequence[tuple[int, datetime]]:
    """When allies were asked to speak with a structure: it tires them like any other request."""
    row = SupportRelayRow
    rows = await session.execute(
        select(row.helper_id, row.at).where(row.fabrique_id == fabrique, row.helper_id.in_(people))
    )
    return [(helper, at) for helper, at in rows]


def _columns(support: Support) -> dict[str, Any]:
    return {
        "person_id": support.person,
        "text": support.text,
        "about": support.about,
        "share": support.share,
        "organisation": support.organisation,
        "urgent": support.urgent,
        "state": support.state,
        "at": support.at,
        "moved_at": support.moved_at,
        "taken_by": support.taken_by,
        "answered_by": support.answered_by,
        "asked_at": support.asked_at,
        "outcome": support.outcome,
        "nudges": support.nudges,
        "nudged_at": support.nudged_at,
    }


def _support(row: SupportRow) -> Support:
    return Support(
        id=row.id,
        person=row.person_id,
        text=row.text,
        about=About(row.about),
        state=SupportState(row.state),
        at=row.at,
        moved_at=row.moved_at,
        share=Share(row.share),
        organisation=row.organisation,
        urgent=row.urgent,
        taken_by=row.taken_by,
        answered_by=row.answered_by,
        asked_at=row.asked_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        nudges=row.nudges,
        nudged_at=row.nudged_at,
    )


def _relay(row: SupportRelayRow) -> Relay:
    return Relay(row.id, row.support_id, row.helper_id, RelayState(row.state), row.at)
