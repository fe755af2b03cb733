"""The monthly meeting's rows: months somebody looked at, who comes, what was asked and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.events import PERMANENCE, State, Status
from domain.fabriques import Policy
from domain.meetings import Brought, Meeting, MeetingState, coming, event_of
from domain.questions import Question, QuestionState
from storage.engines import insert_or_ignore
from storage.events import Events
from storage.tables import (
    EventRow,
    GatheringRow,
    PersonRow,
    QuestionRow,
    SignUpRow,
)

KIND = PERMANENCE
WAITING = (QuestionState.OPEN, QuestionState.TAKEN)


@dataclass(frozen=True)
class SignUp:
    """Somebody who comes, or came; `came` is unknown until the team says so."""

    person: int
    name: str
    came: bool | None


@dataclass(frozen=True)
class Gatherings:
    """The monthly meetings of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def kept(self) -> Mapping[str, Meeting]:
        """Every meeting that somebody looked at, by issue."""
        rows = await self.session.scalars(
            select(GatheringRow)
            .where(GatheringRow.fabrique_id == self.fabrique, GatheringRow.kind == KIND)
            .order_by(GatheringRow.issue)
        )
        return {row.issue: _meeting(row) for row in rows}

    async def coming(self, policy: Policy, now: datetime, zone: ZoneInfo) -> list[Meeting]:
        """The meetings of a year that are not over, skipped ones among them."""
        return coming(await self.kept(), policy, now, zone)

    async def next(self, policy: Policy, now: datetime, zone: ZoneInfo) -> Meeting | None:
        """The next meeting that takes place, kept from now on."""
        for one in await self.coming(policy, now, zone):
            if one.planned:
                return one if one.id else await self.open(one)
        return None

    async def open(self, meeting: Meeting) -> Meeting:
        """The kept meeting of an issue; of two made at once, the second finds the first."""
        row = {
            "fabrique_id": self.fabrique,
            "kind": KIND,
            "issue": meeting.issue,
            "day": meeting.day,
            "at": meeting.at,
            "minutes": meeting.minutes,
            "link": meeting.link,
            "state": meeting.state,
            "sequence": meeting.sequence,
        }
        await insert_or_ignore(self.session, GatheringRow, row)
        found = await self.session.scalars(
            select(GatheringRow).where(
                GatheringRow.fabrique_id == self.fabrique,
                GatheringRow.kind == KIND,
                GatheringRow.issue == meeting.issue,
            )
        )
        return _meeting(found.one())

    async def meeting(self, number: int) -> Meeting | None:
        """A meeting of this fabrique by number, locked."""
        row = await self.session.get(GatheringRow, number, with_for_update=True)
        return _meeting(row) if row and row.fabrique_id == self.fabrique else None

    async def change(self, meeting: Meeting) -> None:
        """Keep a meeting as it now is."""
        row = await self.session.get_one(GatheringRow, meeting.id)
        row.day, row.at, row.minutes = meeting.day, meeting.at, meeting.minutes
        row.link, row.state, row.sequence = meeting.link, meeting.state, meeting.sequence
        await self.session.flush()

    async def publish(self, meeting: Meeting, *, zone: ZoneInfo, slug: str) -> None:
        """Bring the agenda's line up to date: there is one from the day the hour is known."""
        event = event_of(meeting, zone, slug)
        known = await self.session.scalar(
            select(EventRow.id).where(
                EventRow.fabrique_id == self.fabrique, EventRow.uid == event.uid
            )
        )
        if event.all_day or (known is None and event.status is Status.CANCELLED):
            return
        events, batch = Events(self.session, self.fabrique), f"{KIND}-{meeting.issue}"
        for one in await events.take_in([event], source=KIND, batch=batch, by=None, follows=True):
            await events.decide(one.id, State.APPROVED)

    async def sign_up(self, meeting: int, person: int, *, now: datetime) -> bool:
        """Note that somebody comes; False when they said so before."""
        row = {
            "fabrique_id": self.fabrique,
            "gathering_id": meeting,
            "person_id": person,
            "at": now,
        }
        return await insert_or_ignore(self.session, SignUpRow, row)

    async def sign_off(self, meeting: int, person: int) -> bool:
        """Forget that somebody comes; False when they did not."""
        row = await self.session.scalar(
            select(SignUpRow).where(
                SignUpRow.gathering_id == meeting, SignUpRow.person_id == person
            )
        )
        if row is not None:
            await self.session.delete(row)
            await self.session.flush()
        return row is not None

    async def comes(self, meeting: int, person: int) -> bool:
        """Whether somebody signed up."""
        found = await self.session.scalar(
            select(SignUpRow.id).where(
                SignUpRow.gathering_id == meeting, SignUpRow.person_id == person
            )
        )
        return found is not None

    async def count(self, meeting: int) -> int:
        """How many signed up."""
        count = select(func.count()).where(SignUpRow.gathering_id == meeting)
        return int(await self.session.scalar(count) or 0)

    async def signed_up(self, meeting: int) -> Sequence[SignUp]:
        """Who signed up, in that order."""
        rows = await self.session.execute(
            select(SignUpRow.person_id, PersonRow.name, SignUpRow.attended)
            .join(PersonRow, PersonRow.id == SignUpRow.person_id)
            .where(SignUpRow.gathering_id == meeting)
            .order_by(SignUpRow.id)
        )
        return [SignUp(person, name, came) for person, name, came in rows]

    async def tick(self, meeting: int, *, came: bool, person: int | None = None) -> None:
        """Note who was there: one person, or everybody of whom nothing was said."""
        whom: ColumnElement[bool] = SignUpRow.attended.is_(None)
        if person is not None:
            whom = SignUpRow.person_id == person
        await self.session.execute(
            update(SignUpRow)
            .where(SignUpRow.gathering_id == meeting, whom)
            .values(attended=came)
            .execution_options(synchronize_session="fetch")
        )

    async def remind_of_day(
        self, meeting: int, day: date, *, signed_before: datetime
    ) -> Sequence[int]:
        """Claim the reminder of a day for those not reminded of it yet; gives them."""
        fresh = or_(SignUpRow.day_told.is_(None), SignUpRow.day_told != day)
        return await self._claim(meeting, signed_before, fresh, day_told=day)

    async def remind_of_start(
        self, meeting: int, start: datetime, *, signed_before: datetime
    ) -> Sequence[int]:
        """Claim the reminder of a beginning for those not reminded of it yet; gives them."""
        fresh = or_(SignUpRow.start_told.is_(None), SignUpRow.start_told != start)
        return await self._claim(meeting, signed_before, fresh, start_told=start)

    async def counted_on(self, meeting: int) -> bool:
        """Whether anybody signed up, or brought a question."""
        if await self.count(meeting):
            return True
        asked = select(QuestionRow.id).where(QuestionRow.gathering_id == meeting).limit(1)
        return await self.session.scalar(asked) is not None

    async def bring(self, question: Question, meeting: int) -> int | None:
        """Keep a question for a meeting; None when the same person brought it before."""
        known = await self.session.scalar(
            select(QuestionRow.id).where(
                QuestionRow.gathering_id == meeting,
                QuestionRow.person_id == question.person,
                QuestionRow.text == question.text,
                QuestionRow.state.in_(WAITING),
            )
        )
        if known is not None:
            return None
        row = QuestionRow(
            fabrique_id=self.fabrique,
            person_id=question.person,
            chat_id=question.chat,
            message=question.message,
            thread=question.thread,
            text=question.text,
            state=question.state,
            at=question.at,
            gathering_id=meeting,
        )
        self.session.add(row)
        await self.session.flush()
        return row.id

    async def brought(self, meeting: int) -> Sequence[Brought]:
        """The questions brought to a meeting, in order; those withdrawn left out."""
        rows = await self.session.execute(
            select(QuestionRow, PersonRow.name)
            .join(PersonRow, PersonRow.id == QuestionRow.person_id)
            .where(QuestionRow.gathering_id == meeting, QuestionRow.state != QuestionState.CLOSED)
            .order_by(QuestionRow.id)
        )
        return [
            Brought(row.id, row.person_id, name, row.text, row.state in WAITING, row.answer)
            for row, name in rows
        ]

    async def hand_on(self, meeting: int, to: int) -> None:
        """What still waits for an answer waits for another meeting."""
        await self.session.execute(
            update(QuestionRow)
            .where(QuestionRow.gathering_id == meeting, QuestionRow.state.in_(WAITING))
            .values(gathering_id=to)
            .execution_options(synchronize_session="fetch")
        )

    async def close(
        self, question: int, state: QuestionState, *, by: int | None, now: datetime
    ) -> bool:
        """End a question's wait for its meeting; False when it waits no more."""
        row = await self.session.get(QuestionRow, question, with_for_update=True)
        if row is None or row.fabrique_id != self.fabrique or row.state not in WAITING:
            return False
        row.state, row.taken_by = state, row.taken_by or by
        if state is QuestionState.ANSWERED:
            row.answered_at = now
        await self.session.flush()
        return True

    async def _claim(
        self,
        meeting: int,
        signed_before: datetime,
        fresh: ColumnElement[bool],
        **told: object,
    ) -> Sequence[int]:
        """Only one of two processes changes a row, and only that one is given its person."""
        rows = await self.session.execute(
            update(SignUpRow)
            .where(SignUpRow.gathering_id == meeting, SignUpRow.at < signed_before, fresh)
            .values(**told)
            .returning(SignUpRow.person_id)
            .execution_options(synchronize_session=False)
        )
        return sorted(person for (person,) in rows)


def _meeting(row: GatheringRow) -> Meeting:
    return Meeting(
        id=row.id,
        issue=row.issue,
        day=row.day,
        at=row.at,
        minutes=row.minutes,
        link=row.link,
        state=MeetingState(row.state),
        sequence=row.sequence,
    )
