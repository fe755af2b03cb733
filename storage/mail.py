"""Who reads the letter by e-mail, and the ledger of what was sent to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.due import ONE_DAY
from domain.mailings import (
    ASKED,
    ASKING,
    ASKS_A_DAY,
    PACE,
    TAKEN_BACK,
    VALID,
    Mailing,
    Reader,
    Sent,
    code_of,
)
from storage.engines import insert_or_ignore
from storage.tables import MailingRow, MailReaderRow

MARK = 12
"""Letters of a fresh token that tell one asking from the next."""


@dataclass(frozen=True)
class Mail:
    """The readers of one fabrique; what is due and what is sent is everybody's."""

    session: AsyncSession
    fabrique: int

    async def of_person(self, person: int) -> Sequence[Reader]:
        """The addresses that somebody proved to be theirs."""
        return await self._readers(MailReaderRow.person_id == person)

    async def asked_by(self, person: int, *, now: datetime) -> str | None:
        """The address that somebody asked the letter for last and that may still say yes, whatever
        became of it there: only its own mail tells that.
        """
        return await self.session.scalar(
            select(MailReaderRow.address)
            .join(MailingRow, MailingRow.reader_id == MailReaderRow.id)
            .where(
                MailingRow.asked_by == person,
                MailingRow.issue.startswith(ASKED),
                MailingRow.since > now - VALID,
                MailReaderRow.fabrique_id == self.fabrique,
            )
            .order_by(MailingRow.id.desc())
            .limit(1)
        )

    async def ask(self, address: str, *, token: str, language: str, by: int, now: datetime) -> bool:
        """Have an address asked whether it wants the letter, known or not: nothing tells which, nor
        that others asked it too often today. False when this person asked too often.
        """
        if await self._asked(now, MailingRow.asked_by == by) >= ASKS_A_DAY:
            return False
        row = await self._row(address, token=token, language=language, now=now)
        row.asked_at = now
        if row.confirmed_at is None:
            row.language = language
        often = await self._asked(now, MailingRow.reader_id == row.id) >= ASKS_A_DAY
        issue = f"{ASKED}{token[:MARK]}"
        state = Sent.REFUSED if often else Sent.WAITING
        return await self._add(row.id, issue, due=now, by=by, state=state)

    async def confirm(self, code: str, *, by: int, now: datetime) -> Reader | None:
        """The address whose mail shows a code wants the letter: it is that of whoever types it. A
        code is worth something once.
        """
        proven, asked = MailReaderRow.confirmed_at, MailReaderRow.asked_at
        found = await self._readers(or_(proven.is_(None), proven < asked), asked > now - VALID)
        reader = next((one for one in found if code_of(one.token) == code), None)
        return await self._confirm(reader, by, now) if reader else None

    async def confirm_by_link(self, token: str, *, now: datetime) -> Reader | None:
        """The same, by the link of the mail: it is that of whoever asked, where only one person
        did. Where several did, nobody knows who followed it: only a code tells.
        """
        reader = await self.by_token(token)
        if reader is None or reader.reads:
            return reader
        row = await self.session.get_one(MailReaderRow, reader.id)
        if row.asked_at <= now - VALID:
            return None
        askers = list(await self._askers(reader.id, now))
        by = askers[0] if len(askers) == 1 else None
        return await Mail(self.session, row.fabrique_id)._confirm(reader, by, now)

    async def by_token(self, token: str) -> Reader | None:
        """The reader of a link, of whichever fabrique."""
        row = await self.session.scalar(
            select(MailReaderRow).where(MailReaderRow.token == token).with_for_update()
        )
        return _reader(row) if row else None

    async def fabrique_of(self, reader: int) -> int:
        """Whose letter somebody reads."""
        return (await self.session.get_one(MailReaderRow, reader)).fabrique_id

    async def withdraw(self, person: int, *, now: datetime) -> bool:
        """Somebody reads it no more; False when they did not. What they only asked for is asked no
        more, and forgotten later: it still counts against asking too often.
        """
        asked = await self.asked_by(person, now=now)
        readers = await self.of_person(person)
        for one in readers:
            await self.leave(one.id)
        await self._take_back(person)
        return bool(readers) or asked is not None

    async def leave(self, reader: int) -> None:
        """An address is forgotten, with all that was sent there."""
        await self.session.execute(delete(MailingRow).where(MailingRow.reader_id == reader))
        await self.session.execute(delete(MailReaderRow).where(MailReaderRow.id == reader))
        self.session.expire_all()

    async def send(self, issue: str, *, after: datetime) -> int:
        """Have an issue sent to everybody who reads it, one after the other; gives how many."""
        readers = await self._readers(
            MailReaderRow.confirmed_at.is_not(None), MailReaderRow.refused_at.is_(None)
        )
        for place, reader in enumerate(readers):
            await self._add(reader.id, issue, due=after + place * PACE)
        return len(readers)

    async def due(self, now: datetime, *, at_most: int) -> Sequence[int]:
        """Mails that may leave now, the longest due first."""
        found = await self.session.scalars(
            select(MailingRow.id)
            .where(MailingRow.state == Sent.WAITING, MailingRow.due_at <= now)
            .order_by(MailingRow.due_at, MailingRow.id)
            .limit(at_most)
        )
        return list(found)

    async def next_due(self) -> datetime | None:
        """When the next mail may leave."""
        found: datetime | None = await self.session.scalar(
            select(func.min(MailingRow.due_at, type_=MailingRow.due_at.type)).where(
                MailingRow.state == Sent.WAITING
            )
        )
        return found

    async def claim(self, number: int, *, by: str | None = None) -> Mailing | None:
        """Take a mail to send it, for a process; None when it is no longer to be sent."""
        taken = await self.session.execute(
            update(MailingRow)
            .where(MailingRow.id == number, MailingRow.state == Sent.WAITING)
            .values(state=Sent.CLAIMED, tries=MailingRow.tries + 1, claimed_by=by)
            .returning(MailingRow.id)
        )
        if taken.first() is None:
            return None
        row = await self.session.get_one(MailingRow, number, populate_existing=True)
        reader = await self.session.get_one(MailReaderRow, row.reader_id)
        return Mailing(
            row.id,
            row.fabrique_id,
            _reader(reader),
            row.issue,
            row.tries or 0,
            row.since,
            row.asked_by,
        )

    async def settle(self, number: int, state: Sent, *, again: datetime | None = None) -> None:
        """Say how a send ended, unless its reader left meanwhile."""
        row = await self.session.get(MailingRow, number)
        if row is not None:
            row.state = state
            row.due_at = again or row.due_at

    async def refuse(self, reader: int, now: datetime) -> None:
        """The server of an address takes nothing for it."""
        row = await self.session.get(MailReaderRow, reader)
        if row is not None:
            row.refused_at = now

    async def left_claimed(self, *, living: Sequence[str] = ()) -> Sequence[tuple[int, str]]:
        """A process died while it sent these, which may have arrived, unless it is one of the
        living; gives their fabriques and issues.
        """
        left = or_(MailingRow.claimed_by.is_(None), MailingRow.claimed_by.not_in(living))
        found = await self.session.execute(
            update(MailingRow)
            .where(MailingRow.state == Sent.CLAIMED, left)
            .values(state=Sent.UNKNOWN)
            .returning(MailingRow.fabrique_id, MailingRow.issue)
        )
        return sorted({(fabrique, issue) for fabrique, issue in found})

    async def counts(self, issue: str) -> dict[Sent, int]:
        """How the mails of an issue stand."""
        found = await self.session.execute(
            select(MailingRow.state, func.count())
            .where(MailingRow.fabrique_id == self.fabrique, MailingRow.issue == issue)
            .group_by(MailingRow.state)
        )
        return {Sent(state): count for state, count in found}

    async def repeat_unknown(self, issue: str, now: datetime) -> int:
        """Send once more what may not have arrived, because the team says so."""
        done = await self.session.execute(
            update(MailingRow)
            .where(
                MailingRow.fabrique_id == self.fabrique,
                MailingRow.issue == issue,
                MailingRow.state == Sent.UNKNOWN,
            )
            .values(state=Sent.WAITING, due_at=now, since=now)
            .returning(MailingRow.id)
        )
        return len(done.all())

    async def forget(self, *, before: datetime) -> None:
        """Addresses that nobody confirmed are not kept."""
        found = await self.session.scalars(
            select(MailReaderRow.id).where(
                MailReaderRow.confirmed_at.is_(None), MailReaderRow.asked_at < before
            )
        )
        for number in list(found):
            await self.leave(number)

    async def _row(
        self, address: str, *, token: str, language: str, now: datetime
    ) -> MailReaderRow:
        values = {
            "fabrique_id": self.fabrique,
            "address": address,
            "token": token,
            "language": language,
            "asked_at": now,
        }
        await insert_or_ignore(self.session, MailReaderRow, values)
        found = await self.session.scalars(
            select(MailReaderRow)
            .where(MailReaderRow.fabrique_id == self.fabrique, MailReaderRow.address == address)
            .with_for_update()
        )
        return found.one()

    async def _confirm(self, reader: Reader, by: int | None, now: datetime) -> Reader:
        """One person has one address: an earlier one gives way. Others who asked hear nothing."""
        row = await self.session.get_one(MailReaderRow, reader.id)
        row.confirmed_at, row.refused_at, row.person_id = now, None, by
        await self.session.flush()
        if by is not None:
            await self._take_back(by)
            for other in await self.of_person(by):
                if other.id != reader.id:
                    await self.leave(other.id)
        return _reader(await self.session.get_one(MailReaderRow, reader.id))

    async def _take_back(self, person: int) -> None:
        """What somebody asked for is asked no more."""
        rest = func.substr(MailingRow.issue, len(ASKED) + 1)
        await self.session.execute(
            update(MailingRow)
            .where(MailingRow.asked_by == person, MailingRow.issue.startswith(ASKED))
            .values(issue=literal(TAKEN_BACK) + rest)
        )

    async def _add(
        self,
        reader: int,
        issue: str,
        *,
        due: datetime,
        by: int | None = None,
        state: Sent = Sent.WAITING,
    ) -> bool:
        return await insert_or_ignore(
            self.session,
            MailingRow,
            {
                "fabrique_id": self.fabrique,
                "reader_id": reader,
                "issue": issue,
                "asked_by": by,
                "state": state,
                "tries": 0,
                "since": due,
                "due_at": due,
            },
        )

    async def _askers(self, reader: int, now: datetime) -> Iterable[int]:
        """Whom the mails to an address that may still say yes were written for."""
        return await self.session.scalars(
            select(MailingRow.asked_by)
            .where(
                MailingRow.reader_id == reader,
                MailingRow.issue.startswith(ASKED),
                MailingRow.since > now - VALID,
                MailingRow.asked_by.is_not(None),
            )
            .distinct()
        )

    async def _asked(self, now: datetime, condition: ColumnElement[bool]) -> int:
        """How often within a day."""
        found = await self.session.scalar(
            select(func.count(MailingRow.id)).where(
                condition, MailingRow.issue.startswith(ASKING), MailingRow.since > now - ONE_DAY
            )
        )
        return found or 0

    async def _readers(self, *those: ColumnElement[bool]) -> Sequence[Reader]:
        rows = await self.session.scalars(
            select(MailReaderRow)
            .where(MailReaderRow.fabrique_id == self.fabrique, *those)
            .order_by(MailReaderRow.id)
        )
        return [_reader(row) for row in rows]


def _reader(row: MailReaderRow) -> Reader:
    return Reader(
        row.id,
        row.address,
        row.token,
        row.language,
        row.person_id,
        row.confirmed_at,
        row.refused_at,
    )
