"""The directory as rows: who may be listed, read a piece at a time while others have a turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.directory import Listed, Skill, seen
from domain.directory_index import Index
from domain.organisations import OrganisationState, Speaker
from domain.people import Standing
from domain.profiles import Audience, Profile
from storage.offers import Offers
from storage.profiles import profile_from
from storage.shown import Looking
from storage.tables import (
    OfferRow,
    OrganisationPersonRow,
    OrganisationRow,
    PersonRow,
    ProfileRow,
)

PIECE = 250
"""Rows read at a time: more would hold everybody else up for longer than a few milliseconds."""

PEOPLE = 80
"""The same of people, each of whom takes several times as long."""


@dataclass(frozen=True)
class Directory:
    """The people of one fabrique as they let themselves be seen."""

    session: AsyncSession
    fabrique: int
    looking: Looking | None = None

    async def seen_by(self, audience: Audience) -> Index:
        """What an audience may see of each; nobody who shows nothing at all, left, was
        blocked, is only spoken for by others, or turned out to be somebody else.
        """
        looking = self.looking
        if looking is None or not looking.may_keep:
            return Index(await self._read(audience))
        stamp = None if looking.alone else await self._stamp()
        index = looking.shown.last(self.fabrique, audience, stamp)
        if index is None:
            index = Index(await self._read(audience))
            looking.shown.keep((self.fabrique, audience), looking.count, stamp, index)
        return index

    async def _stamp(self) -> Hashable:
        """Another one whenever another process changed what is shown."""
        people, profiles, speakers = PersonRow, ProfileRow, OrganisationPersonRow
        met = and_(people.fabrique_id == self.fabrique, people.standing == Standing.MET)
        ours, speaks = profiles.fabrique_id == self.fabrique, speakers.state == Speaker.ALLOWED
        counts = (
            (func.count(people.id), met),
            (func.max(people.id), met),
            (func.sum(func.length(people.name)), met),
            (func.count(profiles.id), ours),
            (func.max(profiles.updated_at), ours),
            (func.sum(speakers.person_id), speaks),
        )
        each = [select(count).where(which).scalar_subquery() for count, which in counts]
        found = (await self.session.execute(select(*each))).one()
        return (*found, await Offers(self.session, self.fabrique).stamp())

    async def _read(self, audience: Audience) -> Sequence[Listed]:
        skills, organisations = await self._skills(), await self._organisations()
        people = (
            select(PersonRow.id.label("number"), PersonRow.name, ProfileRow.__table__)
            .outerjoin(ProfileRow, ProfileRow.person_id == PersonRow.id)
            .where(
                PersonRow.fabrique_id == self.fabrique,
                PersonRow.standing == Standing.MET,
                or_(ProfileRow.id.is_not(None), PersonRow.id.in_(self._offering())),
            )
        )
        return [
            one
            async for row in self._in_pieces(people, PersonRow.id, PEOPLE)
            if (
                one := seen(
                    profile_from(cast("ProfileRow", row)) if row.person_id else Profile(row.number),
                    row.name,
                    audience,
                    skills=skills[row.number],
                    organisations=organisations[row.number],
                )
            )
            and one != Listed(one.person)
        ]

    async def _in_pieces(
        self, rows: Select[*tuple[Any, ...]], key: InstrumentedAttribute[int], size: int = PIECE
    ) -> AsyncIterator[Row[*tuple[Any, ...]]]:
        """Every row by its number, which it calls `number`."""
        last = 0
        while True:
            piece = rows.where(key > last).order_by(key).limit(size)
            found = (await self.session.execute(piece)).all()
            for row in found:
                yield row
            if len(found) < size:
                return
            last = found[-1].number

    def _offering(self) -> Select[int]:
        return select(OfferRow.person_id).where(OfferRow.fabrique_id == self.fabrique)

    async def _skills(self) -> Mapping[int, list[Skill]]:
        """What each offers, but for what they said is not their subject."""
        row = OfferRow
        offers = select(row.id.label("number"), row.person_id, row.text, row.concept).where(
            row.fabrique_id == self.fabrique, row.refused_at.is_(None)
        )
        found: defaultdict[int, list[Skill]] = defaultdict(list)
        async for _, person, text, concept in self._in_pieces(offers, row.id):
            found[person].append(Skill(text, concept))
        return found

    async def _organisations(self) -> Mapping[int, list[str]]:
        """The names of those that each may act for."""
        rows = await self.session.execute(
            select(OrganisationPersonRow.person_id, OrganisationRow.name)
            .join(OrganisationRow, OrganisationRow.id == OrganisationPersonRow.organisation_id)
            .where(
                OrganisationRow.fabrique_id == self.fabrique,
                OrganisationRow.state == OrganisationState.APPROVED,
                OrganisationPersonRow.state == Speaker.ALLOWED,
            )
            .order_by(OrganisationRow.name)
        )
        found: defaultdict[int, list[str]] = defaultdict(list)
        for person, name in rows:
            found[person].append(name)
        return found
