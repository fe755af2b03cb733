"""Profiles of a fabrique, and the circles people belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import CompoundSelect, Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.hosting import HostingState
from domain.ledger import Kind
from domain.places import Level, Place
from domain.profiles import Audience, Circle, Field, Profile
from domain.sessions import Presence, SessionState
from domain.timebank import ExchangeState
from storage.engines import insert_or_ignore
from storage.tables import (
    CircleRow,
    ExchangeRow,
    HostingRow,
    LedgerAccountRow,
    OfferRow,
    ProfileRow,
    SessionPersonRow,
    SessionRow,
    SignUpRow,
)


@dataclass(frozen=True)
class Profiles:
    """What people of one fabrique said of themselves."""

    session: AsyncSession
    fabrique: int

    async def of(self, person: int) -> Profile:
        """Somebody's profile; nothing yet, where they said nothing."""
        row = await self._row(person)
        return profile_from(row) if row else Profile(person)

    async def all(self) -> Sequence[Profile]:
        """Everybody's who said something."""
        rows = await self.session.scalars(
            select(ProfileRow)
            .where(ProfileRow.fabrique_id == self.fabrique)
            .order_by(ProfileRow.person_id)
        )
        return [profile_from(row) for row in rows]

    async def save(self, profile: Profile, *, now: datetime) -> None:
        """Keep a profile as it is now."""
        values = {**_values(profile), "updated_at": now}
        first = {**values, "person_id": profile.person, "fabrique_id": self.fabrique}
        if await insert_or_ignore(self.session, ProfileRow, first):
            return
        row = await self._row(profile.person)
        for name, value in values.items():
            setattr(row, name, value)
        await self.session.flush()

    async def back_by(self, today: date) -> Sequence[Profile]:
        """Whose pause is over on a day."""
        rows = await self.session.scalars(
            select(ProfileRow)
            .where(ProfileRow.fabrique_id == self.fabrique, ProfileRow.paused_until <= today)
            .order_by(ProfileRow.person_id)
        )
        return [profile_from(row) for row in rows]

    async def first_back(self) -> date | None:
        """The first day on which a pause is over."""
        found: date | None = await self.session.scalar(
            select(func.min(ProfileRow.paused_until)).where(ProfileRow.fabrique_id == self.fabrique)
        )
        return found

    async def forget(self, person: int) -> None:
        """Keep nothing of what somebody said of themselves."""
        for table in (ProfileRow, CircleRow):
            await self.session.execute(delete(table).where(table.person_id == person))

    async def keep_circles(self, person: int, *, now: datetime) -> None:
        """Let somebody belong to the circles that what they did leads to."""
        for circle, did in _DID.items():
            if await self.session.scalar(did(person).limit(1)) is not None:
                await self.join_circle(person, circle, "", now=now)

    async def join_circle(self, person: int, circle: Circle, why: str, *, now: datetime) -> bool:
        """Somebody belongs to a circle from now on; False when they did."""
        values = {
            "fabrique_id": self.fabrique,
            "person_id": person,
            "circle": circle.value,
            "why": why,
            "since": now,
        }
        return await insert_or_ignore(self.session, CircleRow, values)

    async def leave_circle(self, person: int, circle: Circle) -> None:
        """Somebody belongs to a circle no longer."""
        await self.session.execute(
            delete(CircleRow).where(CircleRow.person_id == person, CircleRow.circle == circle)
        )

    async def circles(self, person: int) -> Sequence[Circle]:
        """The circles somebody belongs to, in no order of worth."""
        found = await self.session.scalars(
            select(CircleRow.circle).where(CircleRow.person_id == person)
        )
        return sorted(map(Circle, found), key=list(Circle).index)

    async def _row(self, person: int) -> ProfileRow | None:
        found: ProfileRow | None = await self.session.scalar(
            select(ProfileRow).where(
                ProfileRow.person_id == person, ProfileRow.fabrique_id == self.fabrique
            )
        )
        return found


def _offers(person: int) -> Select[int]:
    return select(OfferRow.id).where(OfferRow.person_id == person)


def _takes_part(person: int) -> CompoundSelect[int]:
    """Was at a workshop or a meeting, or gave time that counts."""
    there = (
        select(SessionRow.id)
        .join(SessionPersonRow, SessionPersonRow.session_id == SessionRow.id)
        .where(
            SessionPersonRow.person_id == person,
            SessionPersonRow.presence == Presence.THERE,
            SessionRow.state == SessionState.CLOSED,
        )
    )
    met = select(SignUpRow.id).where(SignUpRow.person_id == person, SignUpRow.attended.is_(True))
    gave = (
        select(ExchangeRow.id)
        .join(LedgerAccountRow, LedgerAccountRow.id == ExchangeRow.giver_id)
        .where(
            LedgerAccountRow.person_id == person,
            ExchangeRow.state == ExchangeState.CONFIRMED,
            ExchangeRow.kind == Kind.EXCHANGE,
        )
    )
    return there.union_all(met, gave)


def _leads(person: int) -> CompoundSelect[int]:
    """Organised a workshop, or hosted a get-together, that took place."""
    organised = select(SessionRow.id).where(
        SessionRow.organiser_id == person, SessionRow.state == SessionState.CLOSED
    )
    hosted = select(HostingRow.id).where(
        HostingRow.person_id == person, HostingRow.state == HostingState.HELD
    )
    return organised.union_all(hosted)


_DID: Mapping[Circle, Callable[[int], Select[int] | CompoundSelect[int]]] = {
    Circle.SUPPORTING: _offers,
    Circle.CONTRIBUTING: _takes_part,
    Circle.PRODUCING: _leads,
}
"""What somebody did that makes them belong to a circle. Members of the association are on no list
here: the team says so.
"""


def _values(profile: Profile) -> dict[str, Any]:
    place = profile.place
    return {
        "place": place.name if place else "",
        "commune": place.code if place and place.level is Level.COMMUNE else None,
        "epci": place.epci if place else None,
        "departement": place.departement if place else None,
        "region": place.region if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "languages": list(profile.languages),
        "hours_month": profile.hours_month,
        "asks_month": profile.asks_month,
        "paused_until": profile.paused_until,
        "never_asked": profile.never_asked,
        "shown": {what.value: int(to) for what, to in profile.shown.items()},
    }


def profile_from(row: ProfileRow) -> Profile:
    """What a row keeps."""
    return Profile(
        person=row.person_id,
        place=_place(row),
        languages=tuple(row.languages),
        hours_month=row.hours_month,
        asks_month=row.asks_month,
        paused_until=row.paused_until,
        never_asked=row.never_asked,
        shown={Field(what): Audience(to) for what, to in row.shown.items()},
    )


def _place(row: ProfileRow) -> Place | None:
    if not row.place:
        return None
    codes = (
        (Level.COMMUNE, row.commune),
        (Level.EPCI, row.epci),
        (Level.DEPARTEMENT, row.departement),
        (Level.REGION, row.region),
    )
    level, code = next(((level, code) for level, code in codes if code), (Level.TYPED, ""))
    return Place(
        code, row.place, level, row.epci, row.departement, row.region, row.latitude, row.longitude
    )
