"""With whom somebody was brought together, as far as the bot carries words between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.introductions import RELAYED_FOR
from domain.pairs import PairState
from domain.reach import meet
from domain.support import RelayState
from domain.ties import MET_FOR, Bond, Tie, listens
from storage.introductions import Introductions
from storage.pairs import Pairs
from storage.people import People
from storage.rounds import Rounds
from storage.said import Said
from storage.support import OPEN
from storage.tables import SupportRelayRow, SupportRow


@dataclass(frozen=True)
class Ties:
    """Those whom one fabrique brought together."""

    session: AsyncSession
    fabrique: int

    async def open_of(self, person: int, chat: int, *, now: datetime) -> list[Tie]:
        """Those whom free words of somebody may be meant for: they share no platform, or what they
        say is nobody else's; and something was said between them lately.
        """
        said = Said(self.session, self.fabrique)
        found = []
        for one in await self.of(person, now=now):
            last = await said.last_about(chat, one.subject)
            if listens(one, last, now) and (one.confided or await self.are_apart(person, one)):
                found.append(one)
        return found

    async def of(self, person: int, *, now: datetime) -> list[Tie]:
        """All with whom somebody may exchange words here."""
        return [
            *await self._introductions(person, now),
            *await self._supports(person),
            *await self._pairs(person),
            *await self._meetups(person, now),
        ]

    async def are_apart(self, person: int, tie: Tie) -> bool:
        """Whether somebody shares no platform with one of the others."""
        people = People(self.session, self.fabrique)
        mine = await people.accounts(person)
        theirs = [await people.accounts(one) for one in tie.others]
        return not all(meet(mine, each) for each in theirs)

    async def _introductions(self, person: int, now: datetime) -> list[Tie]:
        kept = Introductions(self.session, self.fabrique)
        return [
            Tie(Bond.INTRODUCTION, one.id, (one.other(person),), one.answered_at or one.need.at)
            for one in await kept.agreed_of(person, since=now - RELAYED_FOR)
            if one.stopped_at is None
        ]

    async def _supports(self, person: int) -> Sequence[Tie]:
        rows = await self.session.execute(
            select(SupportRelayRow, SupportRow.person_id)
            .join(SupportRow, SupportRow.id == SupportRelayRow.support_id)
            .where(
                SupportRelayRow.fabrique_id == self.fabrique,
                SupportRelayRow.state == RelayState.INTRODUCED,
                SupportRow.state.in_(OPEN),
                (SupportRelayRow.helper_id == person) | (SupportRow.person_id == person),
            )
            .order_by(SupportRelayRow.id)
        )
        found = []
        for row, asker in rows:
            other = asker if row.helper_id == person else row.helper_id
            if other not in (None, person):
                found.append(Tie(Bond.SUPPORT, row.id, (other,), row.at))
        return found

    async def _pairs(self, person: int) -> list[Tie]:
        return [
            Tie(Bond.PAIR, one.id, (one.other(person),), one.since or one.at)
            for one in await Pairs(self.session, self.fabrique).of(person)
            if one.state is PairState.TOGETHER
        ]

    async def _meetups(self, person: int, now: datetime) -> list[Tie]:
        latest = await Rounds(self.session, self.fabrique).latest_of(person)
        if latest is None or latest.told_at is None or now - latest.told_at > MET_FOR:
            return []
        others = tuple(one for one in latest.people if one != person)
        return [Tie(Bond.MEETUP, latest.id, others, latest.told_at)] if others else []
