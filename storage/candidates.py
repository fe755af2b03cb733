"""What is known of each person whose offer may answer a need, gathered for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import Introduction, IntroductionState
from domain.ledger import AccountKind
from domain.matching import Match, Offer
from domain.organisations import Speaker
from domain.people import Standing
from domain.places import Place, distance, nearness
from domain.profiles import Profile
from domain.ranking import MONTH, Candidate, Reason, Wanted, eligible
from domain.timebank import ExchangeState
from storage.people import People
from storage.profiles import profile_from
from storage.support import asked_of
from storage.tables import (
    ChatRow,
    ExchangeRow,
    IntroductionRow,
    LedgerAccountRow,
    LegRow,
    NeedRow,
    OfferRow,
    OrganisationPersonRow,
    PersonRow,
    ProfileRow,
)

UNASKED = (IntroductionState.WAITING, IntroductionState.OFFERED, IntroductionState.CANCELLED)
"""What an introduction may be without anybody having been asked."""


@dataclass
class _Asked:
    """What became of the introductions of one helper."""

    moments: list[datetime] = field(default_factory=list)
    already: bool = False
    met: bool = False
    not_this_month: datetime | None = None


@dataclass(frozen=True)
class Candidates:
    """Who of one fabrique could be asked, and all that weighs on it."""

    session: AsyncSession
    fabrique: int

    async def of(
        self,
        matches: Sequence[Match],
        wanted: Wanted,
        *,
        now: datetime,
        place: Place | None = None,
        need: int | None = None,
        concept: str | None = None,
    ) -> list[Candidate]:
        """Each person of the matches, for a need that is perhaps kept under a number already."""
        people = [match.offer.person for match in matches]
        here, reached = await self.here(people), await self.reached(people)
        profiles, asked = await self._profiles(people), await self._asked(people, wanted, need)
        balances, organisations = await self._balances(people), await self.organisations(people)
        helped = await self._helped([match.offer.id for match in matches])
        refused = await self._refused(people, concept) if concept else frozenset()
        found = []
        for match in matches:
            person = match.offer.person
            profile, theirs = profiles.get(person, Profile(person)), asked[person]
            found.append(
                Candidate(
                    person,
                    match.likeness,
                    here=person in here,
                    reached=person in reached,
                    never_asked=profile.never_asked,
                    refused=match.offer.refused or person in refused,
                    already=theirs.already,
                    paused_until=profile.paused_until,
                    asks_month=profile.asks_month,
                    asked=tuple(one for one in theirs.moments if one > now - MONTH),
                    times_asked=len(theirs.moments),
                    hours_month=profile.hours_month,
                    balance=balances.get(person, 0),
                    helped=helped.get(match.offer.id, 0),
                    met=theirs.met,
                    not_this_month=theirs.not_this_month,
                    organisations=organisations[person],
                    near=nearness(profile.place, place),
                    km=distance(profile.place, place),
                )
            )
        return found

    async def barrier(self, asked: Introduction, *, now: datetime) -> Reason | None:
        """Why somebody who was proposed may not be asked now after all; `now` is in their zone."""
        need = asked.need
        offer = await self.session.get(OfferRow, asked.offer) if asked.offer else None
        gone = asked.offer is not None and (offer is None or offer.refused_at is not None)
        wanted = Wanted(need.person)
        match = Match(Offer(asked.offer or 0, asked.helper, "", refused=gone), 1.0)
        concept = offer.concept if offer else None
        (one,) = await self.of([match], wanted, now=now, need=need.id, concept=concept)
        return eligible(one, wanted, now)

    async def organisations(self, people: Collection[int]) -> Mapping[int, frozenset[int]]:
        """The organisations that each may act for."""
        rows = await self.session.execute(
            select(OrganisationPersonRow.person_id, OrganisationPersonRow.organisation_id).where(
                OrganisationPersonRow.person_id.in_(people),
                OrganisationPersonRow.state == Speaker.ALLOWED,
            )
        )
        found: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
        for person, organisation in rows:
            found[person] |= {organisation}
        return found

    async def here(self, people: Collection[int]) -> frozenset[int]:
        """Those whom the fabrique met, and who did not leave."""
        found = await self.session.scalars(
            select(PersonRow.id).where(
                PersonRow.id.in_(people),
                PersonRow.fabrique_id == self.fabrique,
                PersonRow.standing == Standing.MET,
            )
        )
        return frozenset(found)

    async def reached(self, people: Collection[int]) -> frozenset[int]:
        """Those who can be written to in private; few do so through another fabrique alone."""
        found = set(
            await self.session.scalars(
                select(ChatRow.person_id).where(
                    ChatRow.person_id.in_(people), ChatRow.private, ChatRow.present
                )
            )
        )
        known = People(self.session, self.fabrique)
        elsewhere = [
            one for one in people if one not in found and await known.private_chat(one) is not None
        ]
        return frozenset({one for one in found if one is not None} | set(elsewhere))

    async def _profiles(self, people: Collection[int]) -> Mapping[int, Profile]:
        rows = await self.session.scalars(
            select(ProfileRow).where(
                ProfileRow.person_id.in_(people), ProfileRow.fabrique_id == self.fabrique
            )
        )
        return {row.person_id: profile_from(row) for row in rows}

    async def _asked(
        self, people: Collection[int], wanted: Wanted, need: int | None
    ) -> defaultdict[int, _Asked]:
        """When each was asked, whether for this need, and whether they met the one who asks."""
        row = IntroductionRow
        rows = await self.session.execute(
            select(
                row.helper_id,
                row.need_id,
                row.state,
                func.coalesce(row.asked_at, row.at, type_=row.asked_at.type),
                row.answered_at,
                NeedRow.person_id,
            )
            .join(NeedRow, NeedRow.id == row.need_id)
            .where(
                row.fabrique_id == self.fabrique,
                or_(row.asked_at.is_not(None), row.state.not_in(UNASKED)),
                or_(
                    row.helper_id.in_(people),
                    (row.helper_id == wanted.person) & NeedRow.person_id.in_(people),
                ),
            )
            .order_by(row.id)
        )
        found: defaultdict[int, _Asked] = defaultdict(_Asked)
        for helper, of, state, asked_at, answered_at, asker in rows:
            found[helper].moments.append(asked_at)
            found[helper].already |= of == need
            if state == IntroductionState.NOT_THIS_MONTH:
                said = answered_at or asked_at
                found[helper].not_this_month = max(found[helper].not_this_month or said, said)
            if state == IntroductionState.ACCEPTED and wanted.person in (helper, asker):
                found[asker if helper == wanted.person else helper].met = True
        for helper, at in await asked_of(self.session, self.fabrique, people):
            found[helper].moments.append(at)
        return found

    async def _balances(self, people: Collection[int]) -> Mapping[int, int]:
        """What each gave more than they received, in minutes."""
        rows = await self.session.execute(
            select(LedgerAccountRow.person_id, func.sum(LegRow.minutes))
            .join(LegRow, LegRow.account_id == LedgerAccountRow.id)
            .where(
                LedgerAccountRow.person_id.in_(people),
                LedgerAccountRow.kind == AccountKind.PERSON,
            )
            .group_by(LedgerAccountRow.person_id)
        )
        return {int(person or 0): int(minutes) for person, minutes in rows}

    async def _helped(self, offers: Collection[int]) -> Mapping[int, int]:
        """How often an offer became time that both sides confirmed."""
        rows = await self.session.execute(
            select(ExchangeRow.offer_id, func.count())
            .where(ExchangeRow.offer_id.in_(offers), ExchangeRow.state == ExchangeState.CONFIRMED)
            .group_by(ExchangeRow.offer_id)
        )
        return {int(offer or 0): int(times) for offer, times in rows}

    async def _refused(self, people: Collection[int], concept: str) -> frozenset[int]:
        """Those who said that this is not their subject."""
        found = await self.session.scalars(
            select(OfferRow.person_id).where(
                OfferRow.person_id.in_(people),
                OfferRow.concept == concept,
                OfferRow.refused_at.is_not(None),
            )
        )
        return frozenset(found)
