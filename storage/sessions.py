"""Sessions, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.ledger import AccountKind
from domain.sessions import Closing, Presence, Session, SessionState, Way
from domain.timebank import Exchange, Party
from storage.engines import insert_or_ignore
from storage.exchanges import Exchanges
from storage.ledger import Ledger
from storage.tables import ChatRow, PersonRow, SessionPersonRow, SessionRow


@dataclass(frozen=True)
class Participant:
    """Somebody of a session, by number and name, and what is known of them."""

    person: int
    name: str
    presence: Presence


@dataclass(frozen=True)
class Sessions:
    """The sessions of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def open(self, session: Session) -> Session:
        """Keep a session; gives it with its number."""
        row = SessionRow(
            fabrique_id=self.fabrique,
            kind=session.way,
            organiser_id=session.organiser,
            chat_id=session.chat,
            subject=session.subject,
            day=session.day,
            minutes=session.minutes,
            state=session.state,
            at=session.at,
        )
        self.session.add(row)
        await self.session.flush()
        return replace(session, id=row.id)

    async def lock(self, number: int) -> Session | None:
        """A session about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(SessionRow)
            .where(SessionRow.id == number, SessionRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return _session(row) if row else None

    async def change(self, session: Session) -> None:
        """Keep a new way or state, and whether its organiser was reminded."""
        row = await self.session.get_one(SessionRow, session.id)
        row.kind, row.state, row.reminded = session.way, session.state, session.reminded
        await self.session.flush()

    async def waiting(self) -> Sequence[Session]:
        """Every open session, oldest first."""
        return await self._where(SessionRow.state == SessionState.OPEN)

    async def led_by(self, person: int) -> Sequence[Session]:
        """The open sessions of an organiser."""
        return await self._where(
            SessionRow.state == SessionState.OPEN, SessionRow.organiser_id == person
        )

    async def held_in(self, chat: int) -> Sequence[Session]:
        """The open sessions of a group."""
        return await self._where(SessionRow.state == SessionState.OPEN, SessionRow.chat_id == chat)

    async def people(self, number: int) -> Sequence[Participant]:
        """Everybody of a session, those who are not there included, in the order of numbers."""
        rows = await self.session.execute(
            select(SessionPersonRow.person_id, PersonRow.name, SessionPersonRow.presence)
            .join(PersonRow, PersonRow.id == SessionPersonRow.person_id)
            .where(SessionPersonRow.session_id == number)
            .order_by(SessionPersonRow.person_id)
        )
        return [Participant(person, name, Presence(presence)) for person, name, presence in rows]

    async def present(self, number: int) -> Sequence[Participant]:
        """Those who were there by their own word."""
        return [one for one in await self.people(number) if one.presence is Presence.THERE]

    async def ask(self, session: Session, person: int, *, now: datetime) -> bool:
        """Note that the organiser named somebody; False when they are in it already."""
        return await insert_or_ignore(
            self.session,
            SessionPersonRow,
            {
                "session_id": session.id,
                "person_id": person,
                "presence": Presence.ASKED.value,
                "at": now,
            },
        )

    async def answer(
        self, session: Session, person: int, presence: Presence, *, now: datetime
    ) -> bool:
        """Note somebody's own word, under the session's lock; False when they said so before."""
        await self.ask(session, person, now=now)
        row = await self.session.get_one(SessionPersonRow, (session.id, person))
        if row.presence == presence:
            return False
        row.presence, row.at = presence.value, now
        (await self.session.get_one(SessionRow, session.id)).version += 1
        await self.session.flush()
        return True

    async def enter(
        self,
        closed: Session,
        present: Sequence[int],
        *,
        by: Party,
        at: datetime,
        witness: int | None = None,
    ) -> list[Exchange]:
        """Keep a session as closed and enter what it made; whoever never answered is not of it.

        All accounts are opened in one order before anything waits for the ledger.
        """
        await self.change(closed)
        asked = SessionPersonRow.presence == Presence.ASKED
        await self._mark(closed.id, asked, presence=Presence.AWAY.value)
        ledger = Ledger(self.session, self.fabrique)
        people = sorted({closed.organiser, *present})
        holders = {person: await ledger.of_person(person) for person in people}
        pot = await ledger.account(AccountKind.POT)
        closing = Closing(closed, present, holders, pot, by, at, witness)
        exchanges = Exchanges(self.session, self.fabrique)
        return [await exchanges.add(one) for one in closing.exchanges()]

    async def told(self, number: int, person: int | None = None, *, told: bool = True) -> None:
        """Note whether somebody, or everybody, was told what concerns them now."""
        whom: ColumnElement[bool] = SessionPersonRow.person_id.is_not(None)
        if person is not None:
            whom = SessionPersonRow.person_id == person
        await self._mark(number, whom, told=told)

    async def to_tell(self) -> Sequence[tuple[Session, int]]:
        """Who can be reached now and was not told: asked in an open session, there in a closed
        one.
        """
        rows = await self.session.execute(
            select(SessionRow, SessionPersonRow.person_id)
            .join(SessionPersonRow, SessionPersonRow.session_id == SessionRow.id)
            .where(
                SessionRow.fabrique_id == self.fabrique,
                SessionPersonRow.told.is_(False),
                _asked_or_counted(),
                SessionPersonRow.person_id.in_(_reachable()),
            )
            .order_by(SessionRow.id, SessionPersonRow.person_id)
        )
        return [(_session(row), person) for row, person in rows]

    async def _mark(self, number: int, whom: ColumnElement[bool], **values: object) -> None:
        await self.session.execute(
            update(SessionPersonRow)
            .where(SessionPersonRow.session_id == number, whom)
            .values(**values)
            .execution_options(synchronize_session="fetch")
        )

    async def _where(self, *conditions: ColumnElement[bool]) -> Sequence[Session]:
        rows = await self.session.scalars(
            select(SessionRow)
            .where(SessionRow.fabrique_id == self.fabrique, *conditions)
            .order_by(SessionRow.id)
        )
        return [_session(row) for row in rows]


def _asked_or_counted() -> ColumnElement[bool]:
    asked = (SessionRow.state == SessionState.OPEN) & (SessionPersonRow.presence == Presence.ASKED)
    there = (SessionRow.state == SessionState.CLOSED) & (
        SessionPersonRow.presence == Presence.THERE
    )
    return asked | there


def _reachable() -> Select[int | None]:
    return select(ChatRow.person_id).where(
        ChatRow.private, ChatRow.present, ChatRow.person_id.is_not(None)
    )


def _session(row: SessionRow) -> Session:
    return Session(
        id=row.id,
        way=Way(row.kind),
        organiser=row.organiser_id,
        chat=row.chat_id,
        subject=row.subject,
        day=row.day,
        minutes=row.minutes,
        state=SessionState(row.state),
        at=row.at,
        version=row.version,
        reminded=row.reminded,
    )
