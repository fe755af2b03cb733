"""Votes of a fabrique, and presses that may be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.polls import Poll
from storage.engines import insert_or_ignore
from storage.tables import BallotRow, OutboxRow, PollRow, PressRow


@dataclass(frozen=True)
class Polls:
    """What is put to the vote."""

    session: AsyncSession
    fabrique: int

    async def open(self, about: str, options: Sequence[str], *, now: datetime) -> Poll:
        """Begin a vote."""
        row = PollRow(
            fabrique_id=self.fabrique, about=about, options=list(options), closed=False, at=now
        )
        self.session.add(row)
        await self.session.flush()
        return await self._poll(row)

    async def poll(self, number: int) -> Poll | None:
        """A vote as it stands, locked until this transaction ends."""
        row = await self.session.get(PollRow, number, with_for_update=True)
        return await self._poll(row) if row and row.fabrique_id == self.fabrique else None

    async def choose(self, poll: int, person: int, choice: int) -> None:
        """Somebody's choice, in the place of an earlier one."""
        values = {"poll_id": poll, "person_id": person, "choice": choice}
        if not await insert_or_ignore(self.session, BallotRow, values):
            ballot = await self.session.get_one(BallotRow, (poll, person), populate_existing=True)
            ballot.choice = choice
            await self.session.flush()

    async def take_back(self, poll: int, person: int, choice: int | None) -> bool:
        """Choose nothing any more; False when it was another choice, or none."""
        ballot = await self.session.get(BallotRow, (poll, person), populate_existing=True)
        if ballot is None or choice not in (None, ballot.choice):
            return False
        await self.session.delete(ballot)
        await self.session.flush()
        return True

    async def close(self, number: int) -> None:
        """Count no more."""
        (await self.session.get_one(PollRow, number)).closed = True

    async def _poll(self, row: PollRow) -> Poll:
        counted = await self.session.execute(
            select(BallotRow.choice, func.count())
            .where(BallotRow.poll_id == row.id)
            .group_by(BallotRow.choice)
        )
        votes = {int(choice): int(count) for choice, count in counted}
        return Poll(row.id, row.about, tuple(map(str, row.options)), row.closed, votes)


@dataclass(frozen=True)
class Pressed:
    """A press that was carried out: the row pressed, and the place of the choice."""

    row: int
    choice: int


@dataclass(frozen=True)
class Presses:
    """Presses of every platform."""

    session: AsyncSession

    async def keep(self, platform: str, press: str, pressed: Pressed, *, now: datetime) -> None:
        """Remember what a press chose, for the day it is taken back."""
        await insert_or_ignore(
            self.session,
            PressRow,
            {
                "platform": platform,
                "press": press,
                "outbox_id": pressed.row,
                "choice": pressed.choice,
                "at": now,
            },
        )

    async def of(self, platform: str, press: str, *, chat: int) -> Pressed | None:
        """What a press in a chat chose, if it may be taken back."""
        row = await self.session.scalar(
            select(PressRow)
            .join(OutboxRow, OutboxRow.id == PressRow.outbox_id)
            .where(
                PressRow.platform == platform, PressRow.press == press, OutboxRow.chat_id == chat
            )
        )
        return Pressed(row.outbox_id, row.choice) if row else None

    async def forget(self, *, before: datetime) -> None:
        """Drop old ones: what they chose is long over."""
        await self.session.execute(delete(PressRow).where(PressRow.at < before))
