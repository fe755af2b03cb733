"""Who was proposed for a need, who was asked, what they answered, and how it went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import UNANSWERED, Introduction, IntroductionState, Outcome
from domain.need_cases import NeedCase, Thought
from domain.needs import Need, NeedState
from domain.people import Standing
from domain.profiles import Audience, Field
from domain.proposals import Proposed
from domain.ranking import Proposal, parts_kept
from storage.audit import Audit
from storage.belonging import Belonging
from storage.candidates import UNASKED
from storage.engines import insert_or_ignore, one_of_a_kind
from storage.needs import need_from
from storage.people import People
from storage.profiles import Profiles
from storage.tables import IntroductionRow, NeedRow, OfferRow, PersonRow

_CAME_FORWARD = frozenset(
    {IntroductionState.OFFERED, IntroductionState.ACCEPTED, IntroductionState.DECLINED}
)
"""The asker knows of the helper, and has answered or may still."""

_NAMED = frozenset(
    {IntroductionState.OFFERED, IntroductionState.ACCEPTED, IntroductionState.WITHDRAWN}
)
"""The asker was told the helper's name."""


@dataclass(frozen=True)
class Introductions:
    """The introductions of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def hold(self, need: int | None = None) -> None:
        """Let nobody else ask or answer until the transaction ends: whether somebody may be asked
        rests on all that others ask of them. Nor change the need.
        """
        await one_of_a_kind(self.session, f"introductions {self.fabrique}")
        if need is not None:
            await self.session.execute(
                select(NeedRow.id).where(NeedRow.id == need).with_for_update()
            )

    async def propose(
        self, need: Need, proposals: Sequence[Proposal], offers: Mapping[int, int], *, now: datetime
    ) -> None:
        """Keep who was proposed for a need, in which order, by which offer and why; further people
        come after those who were proposed before.
        """
        first = await self._next_place(need)
        for place, one in enumerate(proposals, start=first):
            values = {
                "place": place,
                "exploratory": one.exploratory,
                "why": one.parts.kept(),
                "offer_id": offers.get(one.person),
            }
            await self._keep(need, one.person, values, now=now)

    async def think_of(self, need: Need, helper: int, *, now: datetime) -> Introduction:
        """Somebody whom the team proposes, as if they were found; as they stand, if they were."""
        await self._keep(need, helper, {"place": await self._next_place(need)}, now=now)
        return await self._between(need, helper)

    async def come_forward(self, need: Need, helper: int, *, now: datetime) -> Introduction | None:
        """A helper offers a hand unasked; None when they did already, whatever was answered."""
        await self._keep(need, helper, {}, now=now)
        found = await self._between(need, helper)
        if found.state in _CAME_FORWARD:
            return None
        forward = replace(found, state=IntroductionState.OFFERED, in_turn=False)
        await self.save(forward, now=now)
        return forward

    async def introduction(self, number: int) -> Introduction | None:
        """An introduction of this fabrique by number, with its need, as they are now."""
        found = await self._which(IntroductionRow.id == number)
        return found[0] if found else None

    async def held(self, number: int) -> Introduction | None:
        """The same, nobody else's to change until the transaction ends."""
        need = select(IntroductionRow.need_id).where(IntroductionRow.id == number)
        await self.hold(await self.session.scalar(need))
        return await self.introduction(number)

    async def of(self, need: int) -> list[Introduction]:
        """Everybody who was proposed for a need, in their order."""
        return await self._which(IntroductionRow.need_id == need)

    async def save(self, introduction: Introduction, *, now: datetime) -> None:
        """Keep how an introduction stands, and how its need does with it."""
        row = await self.session.get_one(IntroductionRow, introduction.id)
        row.state, row.in_turn = introduction.state.value, introduction.in_turn
        row.asked_at, row.expires_at = introduction.asked_at, introduction.expires_at
        row.answered_at, row.stopped_at = introduction.answered_at, introduction.stopped_at
        row.outcome, row.follow_ups = introduction.helper_says or "", introduction.follow_ups
        if introduction.state is IntroductionState.ACCEPTED:
            need = await self.session.get_one(NeedRow, introduction.need.id)
            need.state, need.closed_at = NeedState.FILLED.value, need.closed_at or now
            need.outcome = introduction.asker_says or ""
            need.follow_up_at = introduction.follow_up_at
        await self.session.flush()

    async def reopen(self, introduction: Introduction, *, now: datetime) -> None:
        """Keep that a yes was taken back: its need seeks again, and nobody said how it went."""
        await self.save(introduction, now=now)
        need = await self.session.get_one(NeedRow, introduction.need.id)
        need.state, need.closed_at = introduction.need.state.value, None
        need.outcome, need.follow_up_at = "", None
        await self.session.flush()

    async def agreed_of(self, person: int, *, since: datetime) -> list[Introduction]:
        """Those by which somebody was brought together with another since a moment, on whichever
        side, oldest first.
        """
        whose = or_(IntroductionRow.helper_id == person, NeedRow.person_id == person)
        agreed = IntroductionRow.state == IntroductionState.ACCEPTED
        found = await self._which(whose, agreed, IntroductionRow.answered_at >= since)
        return [one for one in found if one.helper != one.need.person]

    async def unanswered(self) -> list[Introduction]:
        """Those in which one of the two said nothing yet."""
        return await self._which(IntroductionRow.state.in_(UNANSWERED))

    async def seeking(self) -> Mapping[int, list[Introduction]]:
        """By need, the introductions of each that is open and not with the team; nobody is asked
        in the name of somebody who is not here.
        """
        found: defaultdict[int, list[Introduction]] = defaultdict(list)
        here = select(PersonRow.id).where(PersonRow.standing == Standing.MET)
        for one in await self._which(NeedRow.state == NeedState.OPEN, NeedRow.person_id.in_(here)):
            found[one.need.id].append(one)
        return found

    async def to_follow_up(self, *, by: datetime | None = None) -> list[Introduction]:
        """Those of whom one asks how it went, by a moment or at all, the first due first."""
        due = NeedRow.follow_up_at.is_not(None) if by is None else NeedRow.follow_up_at <= by
        found = await self._which(due, IntroductionRow.state == IntroductionState.ACCEPTED)
        return sorted(found, key=lambda one: one.follow_up_at or one.need.at)

    async def all(self) -> Sequence[Introduction]:
        """Every introduction of the fabrique for which somebody was asked, oldest first."""
        asked = or_(IntroductionRow.asked_at.is_not(None), IntroductionRow.state.not_in(UNASKED))
        return sorted(await self._which(asked), key=lambda one: one.id)

    async def proposed(self, need: int) -> list[Proposed]:
        """Everybody who was proposed for a need, as its asker may see them; who came forward
        unproposed is told apart.
        """
        return [await self.seen(one) for one in await self.of(need) if one.place]

    async def case(self, need: Need) -> NeedCase:
        """A need as the team may see it, and no more."""
        asked = {f"introduction:{one.id}": one for one in await self.of(need.id)}
        audit = Audit(self.session, self.fabrique)
        by = {act.on: act.by for act in await audit.acts(asked, "name-ally")}
        thoughts = [
            Thought(asked[on], await self._name(asked[on].helper), await self._called(who))
            for on, who in by.items()
        ]
        ends = await audit.acts([f"need:{need.id}"], "close", "reopen")
        closed = need.state is NeedState.CLOSED and ends and ends[-1].act == "close"
        return NeedCase(
            need,
            asker=await self._name(need.person) if need.team_knows else "",
            thoughts=tuple(thoughts),
            closed_by=await self._called(ends[-1].by) if closed else "",
            closed_at=ends[-1].at if closed else None,
        )

    async def seen(self, introduction: Introduction) -> Proposed:
        """Who was proposed, as the asker may see them: by name once they agreed, or if they show
        it to the asker, as with where they are: whoever is no ally sees what everybody may. What
        they offer to allies is told to anybody who needs it, without a name.
        """
        row = await self.session.get_one(IntroductionRow, introduction.id)
        profile = await Profiles(self.session, self.fabrique).of(introduction.helper)
        asker = await self._audience(introduction.need.person)
        named = introduction.state in _NAMED or profile.audience(Field.NAME) >= asker
        offer = await self.session.get(OfferRow, row.offer_id) if row.offer_id else None
        return Proposed(
            introduction,
            name=await self._name(introduction.helper) if named else "",
            offer=offer.text if offer and profile.audience(Field.SKILLS) >= Audience.ALLIES else "",
            exploratory=row.exploratory,
            parts=parts_kept(row.why),
            shows_place=profile.audience(Field.PLACE) >= asker,
        )

    async def _audience(self, asker: int) -> Audience:
        belongs = await Belonging(self.session, self.fabrique).is_ally(asker)
        return Audience.ALLIES if belongs else Audience.EVERYONE

    async def _next_place(self, need: Need) -> int:
        last = select(func.max(IntroductionRow.place)).where(IntroductionRow.need_id == need.id)
        return int(await self.session.scalar(last) or 0) + 1

    async def _keep(
        self, need: Need, helper: int, more: Mapping[str, object], *, now: datetime
    ) -> None:
        """A row for a need and a helper; the one that is there already stays as it is."""
        values = {
            "fabrique_id": self.fabrique,
            "need_id": need.id,
            "helper_id": helper,
            "state": IntroductionState.WAITING.value,
            "at": now,
        }
        await insert_or_ignore(self.session, IntroductionRow, {**values, **more})

    async def _between(self, need: Need, helper: int) -> Introduction:
        (found,) = await self._which(
            IntroductionRow.need_id == need.id, IntroductionRow.helper_id == helper
        )
        return found

    async def _called(self, person: int | None) -> str:
        return await self._name(person) if person is not None else ""

    async def _name(self, person: int) -> str:
        return (await People(self.session, self.fabrique).person(person)).name

    async def _which(self, *conditions: ColumnElement[bool]) -> list[Introduction]:
        rows = await self.session.execute(
            select(IntroductionRow, NeedRow)
            .join(NeedRow, NeedRow.id == IntroductionRow.need_id)
            .where(IntroductionRow.fabrique_id == self.fabrique, *conditions)
            .order_by(IntroductionRow.need_id, IntroductionRow.place, IntroductionRow.id)
            .execution_options(populate_existing=True)
        )
        return [_introduction(row, need) for row, need in rows]


def _introduction(row: IntroductionRow, need: NeedRow) -> Introduction:
    return Introduction(
        row.id,
        need_from(need),
        row.helper_id,
        IntroductionState(row.state),
        place=row.place,
        offer=row.offer_id,
        in_turn=row.in_turn,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        answered_at=row.answered_at,
        stopped_at=row.stopped_at,
        follow_up_at=need.follow_up_at,
        follow_ups=row.follow_ups,
        helper_says=Outcome(row.outcome) if row.outcome else None,
        asker_says=Outcome(need.outcome) if need.outcome else None,
    )
