"""What is known of allies who may be brought together, a piece at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.fits import Ally
from domain.profiles import Profile
from storage.candidates import Candidates
from storage.profiles import profile_from
from storage.tables import OfferRow, PersonRow, ProfileRow

PIECE = 100
"""People read at a time: more would hold everybody else up for longer than a few milliseconds."""


@dataclass(frozen=True)
class Allies:
    """The allies of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def free(self, people: Collection[int], today: date) -> dict[int, Ally]:
        """Those of some people who can be told in private and are not on a pause, by number."""
        found: dict[int, Ally] = {}
        everybody = sorted(people)
        for at in range(0, len(everybody), PIECE):
            found |= await self._piece(everybody[at : at + PIECE], today)
        return found

    async def _piece(self, people: Sequence[int], today: date) -> dict[int, Ally]:
        candidates = Candidates(self.session, self.fabrique)
        here = await candidates.here(people) & await candidates.reached(people)
        profiles = await self._profiles(here)
        subjects, languages = await self._subjects(here), await self._languages(here)
        organisations = await candidates.organisations(here)
        return {
            person: Ally(
                person,
                frozenset(profile.languages) | languages[person],
                profile.place,
                subjects[person],
                organisations[person],
            )
            for person in sorted(here)
            for profile in [profiles.get(person, Profile(person))]
            if not profile.is_paused(today)
        }

    async def _profiles(self, people: Collection[int]) -> dict[int, Profile]:
        rows = await self.session.scalars(
            select(ProfileRow).where(
                ProfileRow.person_id.in_(people), ProfileRow.fabrique_id == self.fabrique
            )
        )
        return {row.person_id: profile_from(row) for row in rows}

    async def _subjects(self, people: Collection[int]) -> defaultdict[int, frozenset[str]]:
        """What each offers, but for what they said is not their subject."""
        rows = await self.session.execute(
            select(OfferRow.person_id, OfferRow.concept).where(
                OfferRow.person_id.in_(people),
                OfferRow.concept.is_not(None),
                OfferRow.refused_at.is_(None),
            )
        )
        found: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
        for person, concept in rows:
            found[person] |= {str(concept)}
        return found

    async def _languages(self, people: Collection[int]) -> dict[int, frozenset[str]]:
        """The language the bot speaks with each: one they speak, whichever others they name."""
        rows = await self.session.execute(
            select(PersonRow.id, PersonRow.language).where(PersonRow.id.in_(people))
        )
        return {person: frozenset({language}) for person, language in rows}
