"""Organisations of a fabrique, and who may act for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.organisations import Organisation, OrganisationState, Speaker, key_of
from storage.engines import insert_or_ignore
from storage.tables import OrganisationPersonRow, OrganisationRow, PersonRow


@dataclass(frozen=True)
class Asked:
    """Somebody who asked to act for an organisation."""

    organisation: Organisation
    person: int
    name: str


@dataclass(frozen=True)
class Organisations:
    """The organisations of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def all(self) -> Sequence[Organisation]:
        """Those that the team knows, by name."""
        rows = await self.session.scalars(
            select(OrganisationRow)
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationRow.state == OrganisationState.APPROVED,
            )
            .order_by(OrganisationRow.name)
        )
        return [_organisation(row) for row in rows]

    async def organisation(self, number: int) -> Organisation | None:
        """One by number, whatever the team said of it."""
        row = await self._row(number)
        return _organisation(row) if row else None

    async def propose(self, name: str, *, now: datetime) -> Organisation:
        """The organisation of that name, made when nobody named it before; the team decides."""
        values = {"name": name, "key": key_of(name), "state": OrganisationState.PROPOSED, "at": now}
        await insert_or_ignore(
            self.session, OrganisationRow, {**values, "fabrique_id": self.fabrique}
        )
        row = (
            await self.session.scalars(
                select(OrganisationRow).where(
                    OrganisationRow.fabrique_id == self.fabrique,
                    OrganisationRow.key == key_of(name),
                )
            )
        ).one()
        if row.state == OrganisationState.REFUSED:
            row.state, row.name = OrganisationState.PROPOSED, name
            await self.session.flush()
        return _organisation(row)

    async def decide(self, number: int, state: OrganisationState) -> None:
        """Keep what the team said of an organisation."""
        await self.session.execute(
            update(OrganisationRow)
            .where(OrganisationRow.id == number, OrganisationRow.fabrique_id == self.fabrique)
            .values(state=state)
        )

    async def ask(self, number: int, person: int, *, now: datetime) -> bool:
        """Somebody asks to act for it; False when they had asked, or may already."""
        values = {
            "organisation_id": number,
            "person_id": person,
            "state": Speaker.ASKED,
            "at": now,
        }
        return await insert_or_ignore(self.session, OrganisationPersonRow, values)

    async def speaker(self, number: int, person: int) -> Speaker | None:
        """How somebody stands to an organisation; whoever decides at once waits here."""
        row = await self.session.scalar(
            select(OrganisationPersonRow)
            .where(
                OrganisationPersonRow.organisation_id == number,
                OrganisationPersonRow.person_id == person,
            )
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return Speaker(row.state) if row else None

    async def allow(self, number: int, person: int) -> None:
        """Somebody may act for it from now on."""
        row = await self.session.get_one(OrganisationPersonRow, (number, person))
        row.state = Speaker.ALLOWED
        await self.session.flush()

    async def leave(self, number: int, person: int) -> None:
        """Somebody acts for it no longer, or never did."""
        await self.session.execute(
            delete(OrganisationPersonRow).where(
                OrganisationPersonRow.organisation_id == number,
                OrganisationPersonRow.person_id == person,
            )
        )

    async def speakers(self, number: int) -> Sequence[str]:
        """The names of those who may act for it."""
        names = await self.session.scalars(
            select(PersonRow.name)
            .join(OrganisationPersonRow, OrganisationPersonRow.person_id == PersonRow.id)
            .where(
                OrganisationPersonRow.organisation_id == number,
                OrganisationPersonRow.state == Speaker.ALLOWED,
            )
            .order_by(PersonRow.name)
        )
        return list(names)

    async def of(self, person: int, state: Speaker = Speaker.ALLOWED) -> Sequence[Organisation]:
        """Those that somebody may act for, or asked to, by name."""
        rows = await self.session.scalars(
            select(OrganisationRow)
            .join(
                OrganisationPersonRow, OrganisationPersonRow.organisation_id == OrganisationRow.id
            )
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationPersonRow.person_id == person,
                OrganisationPersonRow.state == state,
            )
            .order_by(OrganisationRow.name)
        )
        return [_organisation(row) for row in rows]

    async def waiting(self) -> Sequence[Asked]:
        """Everybody who asked and was not answered, oldest first."""
        rows = await self.session.execute(
            select(OrganisationRow, PersonRow.id, PersonRow.name)
            .join(
                OrganisationPersonRow, OrganisationPersonRow.organisation_id == OrganisationRow.id
            )
            .join(PersonRow, PersonRow.id == OrganisationPersonRow.person_id)
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationPersonRow.state == Speaker.ASKED,
            )
            .order_by(OrganisationPersonRow.at, OrganisationRow.id, PersonRow.id)
        )
        return [Asked(_organisation(row), person, name) for row, person, name in rows]

    async def alone(self) -> Sequence[Organisation]:
        """Those for which nobody may act: the team answers for them."""
        acts = exists().where(
            OrganisationPersonRow.organisation_id == OrganisationRow.id,
            OrganisationPersonRow.state == Speaker.ALLOWED,
        )
        rows = await self.session.scalars(
            select(OrganisationRow)
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationRow.state == OrganisationState.APPROVED,
                ~acts,
            )
            .order_by(OrganisationRow.name)
        )
        return [_organisation(row) for row in rows]

    async def _row(self, number: int) -> OrganisationRow | None:
        return await self.session.scalar(
            select(OrganisationRow).where(
                OrganisationRow.id == number, OrganisationRow.fabrique_id == self.fabrique
            )
        )


def _organisation(row: OrganisationRow) -> Organisation:
    return Organisation(row.id, row.name, OrganisationState(row.state))
