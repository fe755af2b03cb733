"""Questions that wait for someone's answer: one for each person in each chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import PromptRow

KEPT = timedelta(days=1)
"""A question older than that is forgotten: what is typed then is about something else."""


@dataclass(frozen=True)
class Prompt:
    """A waiting question: the command, what is known, and the order in which it was asked.

    `token` names the question on the message that asks it, so that an old button is told apart.
    `thread` is where it was put, if in a thread or topic.
    """

    chat: int
    person: int
    token: str
    command: str
    given: Mapping[str, Any]
    asked: Sequence[str]
    at: datetime
    thread: str | None = None


@dataclass(frozen=True)
class Prompts:
    """Waiting questions of every chat."""

    session: AsyncSession

    async def waiting(self, chat: int, person: int, *, now: datetime) -> Prompt | None:
        """What a person was last asked in a chat, as long as it still means something to them."""
        row = await self._row(chat, person)
        if row is None or now - row.at >= KEPT:
            return None
        return Prompt(
            chat, person, row.token, row.command, row.given, row.asked, row.at, row.thread
        )

    async def ask(self, prompt: Prompt) -> None:
        """Put a question; it takes the place of the one before."""
        row = await self._row(prompt.chat, prompt.person)
        if row is None:
            row = PromptRow(chat_id=prompt.chat, person_id=prompt.person)
            self.session.add(row)
        row.token, row.command, row.at = prompt.token, prompt.command, prompt.at
        row.given, row.asked = dict(prompt.given), list(prompt.asked)
        row.thread = prompt.thread
        await self.session.flush()

    async def again(
        self, prompt: Prompt, *, given: Mapping[str, Any], asked: Sequence[str]
    ) -> None:
        """Put the same question with fewer answers known."""
        await self.ask(replace(prompt, given=given, asked=asked))

    async def drop(self, chat: int, person: int) -> None:
        """The question is answered or given up."""
        await self.session.execute(
            delete(PromptRow).where(PromptRow.chat_id == chat, PromptRow.person_id == person)
        )

    async def _row(self, chat: int, person: int) -> PromptRow | None:
        return await self.session.scalar(
            select(PromptRow).where(PromptRow.chat_id == chat, PromptRow.person_id == person)
        )
