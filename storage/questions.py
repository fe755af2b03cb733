"""Questions handed over to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.cases import Case
from domain.past_questions import RECENT, Past, similar
from domain.permanence import Band
from domain.questions import Question, QuestionState, Suggested
from storage.tables import ChatRow, EntryRow, PersonRow, QuestionRow

WAITING = (QuestionState.OPEN, QuestionState.TAKEN)

_NOW = QuestionRow.gathering_id.is_(None)


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
            at=question.at,
            suggested=_suggested_to_json(question.suggested),
            **_changing(question),
        )
        self.session.add(row)
        await self.session.flush()
        return _question(row)

    async def question(self, number: int) -> Question | None:
        """A question of this fabrique by number."""
        row = await self.session.get(QuestionRow, number, with_for_update=True)
        return _question(row) if row and row.fabrique_id == self.fabrique else None

    async def standing(self, number: int) -> Question | None:
        """The question that answers for this one: itself, or the one it was merged into."""
        question = await self.question(number)
        while question is not None and question.merged_into is not None:
            question = await self.question(question.merged_into)
        return question

    async def joined(self, number: int) -> Sequence[Question]:
        """The questions that were merged into one, oldest first."""
        return await self._where(QuestionRow.merged_into == number)

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
        """Questions that nobody answered yet, who waits longest first; those for a meeting wait
        for the meeting.
        """
        return await self._where(QuestionRow.state.in_(WAITING), _NOW)

    async def waiting_of(self, person: int) -> Sequence[Question]:
        """What a person still waits for, as they asked it."""
        asked = await self._where(
            QuestionRow.person_id == person,
            QuestionRow.state.in_((*WAITING, QuestionState.MERGED)),
            _NOW,
        )
        found = []
        for one in asked:
            standing = await self.standing(one.id)
            if standing is not None and standing.waits:
                found.append(one)
        return found

    async def without_entry(self, *, since: datetime) -> Sequence[str]:
        """What was asked since a moment and is in no entry, oldest first; not what was taken
        back.
        """
        rows = await self.session.scalars(
            select(QuestionRow.text)
            .where(
                QuestionRow.fabrique_id == self.fabrique,
                QuestionRow.at >= since,
                QuestionRow.entry_id.is_(None),
                QuestionRow.text != "",
            )
            .order_by(QuestionRow.id)
        )
        return list(rows)

    async def recent(self, but: int) -> Sequence[Past]:
        """What was asked of late, one question left out, and those that another one answers."""
        rows = await self.session.execute(
            select(QuestionRow.id, QuestionRow.text, QuestionRow.state, QuestionRow.answer)
            .where(
                QuestionRow.fabrique_id == self.fabrique,
                QuestionRow.id != but,
                QuestionRow.text != "",  # taken back by who asked
                QuestionRow.state != QuestionState.MERGED,
            )
            .order_by(QuestionRow.id.desc())
            .limit(RECENT)
        )
        return [
            Past(number, text, QuestionState(state), answer) for number, text, state, answer in rows
        ]

    async def change(self, question: Question) -> None:
        """Keep a question's new state and words."""
        row = await self.session.get_one(QuestionRow, question.id)
        for name, value in _changing(question).items():
            setattr(row, name, value)
        await self.session.flush()

    async def reach(self, question: Question) -> int:
        """The chat to answer in: where it was asked, or in private once the bot left that group."""
        chat = await self.session.get_one(ChatRow, question.chat)
        if chat.private or chat.present is not False:
            return chat.id
        private = await self.session.scalar(
            select(ChatRow.id)
            .where(ChatRow.person_id == question.person, ChatRow.private, ChatRow.present)
            .order_by(ChatRow.heard_at.desc(), ChatRow.id.desc())
            .limit(1)
        )
        return private or chat.id

    async def case(self, question: Question) -> Case:
        """A question as the team sees it."""
        chat = await self.session.get_one(ChatRow, question.chat)
        past = similar(question.text, await self.recent(question.id))
        return Case(
            question=question,
            asker="" if question.anonymous else await self._name(question.person),
            group=None if chat.private else chat.title,
            taker=await self._name(question.taken_by),
            settler=await self._name(question.settled_by),
            suggested=await self._titles(question.suggested.entries),
            similar=tuple(past),
            twin=await self._words(question.merged_into),
            others=len(await self.joined(question.id)),
            entry=await self._title(question.entry),
        )

    async def _where(self, *conditions: Any) -> Sequence[Question]:
        since = func.coalesce(QuestionRow.waits_since, QuestionRow.at)
        rows = await self.session.scalars(
            select(QuestionRow)
            .where(QuestionRow.fabrique_id == self.fabrique, *conditions)
            .order_by(since, QuestionRow.id)
        )
        return [_question(row) for row in rows]

    async def _name(self, person: int | None) -> str:
        return (await self.session.get_one(PersonRow, person)).name if person else ""

    async def _words(self, number: int | None) -> str:
        return (await self.session.get_one(QuestionRow, number)).text if number else ""

    async def _title(self, entry: int | None) -> str:
        row = await self.session.get(EntryRow, entry) if entry else None
        return row.title if row else ""

    async def _titles(self, entries: Sequence[int]) -> tuple[tuple[int, str], ...]:
        titles = [(entry, await self._title(entry)) for entry in entries]
        return tuple((entry, title) for entry, title in titles if title)


def _changing(question: Question) -> dict[str, Any]:
    """The columns that a question's life changes."""
    return {
        "text": question.text,
        "state": question.state,
        "taken_by": question.taken_by,
        "anonymous": question.anonymous,
        "merged_into": question.merged_into,
        "settled_by": question.settled_by,
        "answer": question.answer,
        "answered_at": question.answered_at,
        "waits_since": question.waits_since,
        "nudges": question.nudges,
        "nudged_at": question.nudged_at,
        "entry_id": question.entry,
    }


def _suggested_to_json(suggested: Suggested) -> dict[str, Any]:
    return {
        "entries": list(suggested.entries),
        "band": suggested.band.value,
        "features": dict(suggested.features),
    }


def _suggested_from_json(kept: Mapping[str, Any]) -> Suggested:
    if not kept:
        return Suggested()
    return Suggested(tuple(kept["entries"]), Band(kept["band"]), kept["features"])


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
        anonymous=bool(row.anonymous),
        suggested=_suggested_from_json(row.suggested),
        merged_into=row.merged_into,
        settled_by=row.settled_by,
        answer=row.answer,
        answered_at=row.answered_at,
        waits_since=row.waits_since,
        nudges=row.nudges,
        nudged_at=row.nudged_at,
        entry=row.entry_id,
    )
