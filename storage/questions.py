"""Questions handed over to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.questions import Question, QuestionState
from storage.tables import QuestionRow


@dataclass(frozen=True)
class Questions:
    """Questions handed over to the team of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def hand_over(self, question: Question) -> Question:
        """Keep a question for the team."""
        row = QuestionRow(
            fabrique_id=self.fabrique,
            person_id=question.person,
            chat_id=question.chat,
            message=question.message,
            thread=question.thread,
            text=question.text,
            state=question.state,
            at=question.at,
        )
        self.session.add(row)
        await self.session.flush()
        return _question(row)

    async def question(self, number: int) -> Question | None:
        """A question of this fabrique by number."""
        row = await self.session.get(QuestionRow, number, with_for_update=True)
        return _question(row) if row and row.fabrique_id == self.fabrique else None

    async def asked_in(self, chat: int, message: str) -> Question | None:
        """The question that a message asked, if it was handed over."""
        row = await self.session.scalar(
            select(QuestionRow).where(
                QuestionRow.chat_id == chat,
                QuestionRow.message == message,
                QuestionRow.fabrique_id == self.fabrique,
            )
        )
        return _question(row) if row else None

    async def waiting(self) -> Sequence[Question]:
        """Questions that nobody answered yet, oldest first."""
        rows = await self.session.scalars(
            select(QuestionRow)
            .where(
                QuestionRow.fabrique_id == self.fabrique,
                QuestionRow.state.in_((QuestionState.OPEN, QuestionState.TAKEN)),
            )
            .order_by(QuestionRow.id)
        )
        return [_question(row) for row in rows]

    async def change(self, question: Question) -> None:
        """Keep a question's new state and words."""
        row = await self.session.get_one(QuestionRow, question.id)
        row.state, row.taken_by, row.text = question.state, question.taken_by, question.text


def _question(row: QuestionRow) -> Question:
    return Question(
        id=row.id,
        person=row.person_id,
        chat=row.chat_id,
        text=row.text,
        state=QuestionState(row.state),
        at=row.at,
        message=row.message,
        thread=row.thread,
        taken_by=row.taken_by,
    )
