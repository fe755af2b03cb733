"""What the fabrique knows of somebody who answers a call: what they offered, shared and went to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calls import Call
from domain.events import State
from domain.places import nearness
from domain.profiles import Audience, Field
from domain.seen import Seen, is_sheet
from domain.sessions import Presence, SessionState
from storage.profiles import Profiles
from storage.tables import OfferRow, ResourceRow, SessionPersonRow, SessionRow, SignUpRow

LISTED = 5
"""Of each kind, the newest: a table is read, not searched."""


@dataclass(frozen=True)
class SeenOf:
    """What the team may be shown of people of one fabrique beside their answers."""

    session: AsyncSession
    fabrique: int

    async def of(self, person: int, call: Call) -> Seen:
        """What is known of one person; nothing that their profile keeps from the team."""
        profile = await Profiles(self.session, self.fabrique).of(person)
        shown = {what: profile.shows(what, Audience.TEAM) for what in Field}
        shared = await self._shared(person)
        return Seen(
            offers=tuple(await self._offers(person, call.concept)) if shown[Field.SKILLS] else (),
            shared=tuple(title for title, tags in shared if not is_sheet(title, tags)),
            sheets=tuple(title for title, tags in shared if is_sheet(title, tags)),
            sessions=tuple(await self._sessions(person)),
            meetings=await self._meetings(person),
            near=nearness(profile.place if shown[Field.PLACE] else None, call.place),
        )

    async def _offers(self, person: int, concept: str | None) -> Sequence[str]:
        """What somebody offers of the skill that is looked for, or all where none is."""
        row = OfferRow
        asked = [row.concept == concept] if concept else []
        found = await self.session.scalars(
            select(row.text)
            .where(row.person_id == person, row.fabrique_id == self.fabrique, *asked)
            .order_by(row.id.desc())
            .limit(LISTED)
        )
        return list(found)

    async def _shared(self, person: int) -> list[tuple[str, list[str]]]:
        found = await self.session.execute(
            select(ResourceRow.title, ResourceRow.tags)
            .where(
                ResourceRow.proposed_by == person,
                ResourceRow.fabrique_id == self.fabrique,
                ResourceRow.state == State.APPROVED,
            )
            .order_by(ResourceRow.id.desc())
            .limit(LISTED)
        )
        return [(title, list(tags)) for title, tags in found]

    async def _sessions(self, person: int) -> Sequence[str]:
        """Workshops that somebody was at or led, once they counted."""
        there = select(SessionPersonRow.session_id).where(
            SessionPersonRow.person_id == person, SessionPersonRow.presence == Presence.THERE
        )
        found = await self.session.scalars(
            select(SessionRow.subject)
            .where(
                SessionRow.fabrique_id == self.fabrique,
                SessionRow.state == SessionState.CLOSED,
                SessionRow.id.in_(there) | (SessionRow.organiser_id == person),
            )
            .order_by(SessionRow.day.desc(), SessionRow.id.desc())
            .limit(LISTED)
        )
        return list(found)

    async def _meetings(self, person: int) -> int:
        found = await self.session.scalar(
            select(func.count())
            .select_from(SignUpRow)
            .where(SignUpRow.person_id == person, SignUpRow.attended.is_(True))
        )
        return found or 0
