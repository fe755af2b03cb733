"""Calls for interest, and what people said to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calls import Answer, AnswerState, Call, CallKind, CallState, Mark, Note
from storage.engines import insert_or_ignore
from storage.kept_places import place_from, place_kept
from storage.tables import CallAnswerRow, CallRow, CallSilenceRow, OfferRow

MOST_SAID = (AnswerState.IN, AnswerState.WITHDRAWN, AnswerState.DECLINED, AnswerState.INVITED)
"""Of two answers of one person, the one that is read."""


@dataclass(frozen=True)
class Calls:
    """The calls of one fabrique."""

    session: AsyncSession
    fabrique: int

    async def write(self, call: Call) -> Call:
        """Keep a call; gives it with its number."""
        row = CallRow(fabrique_id=self.fabrique, by_id=call.by, at=call.at, **_values(call))
        self.session.add(row)
        await self.session.flush()
        return replace(call, id=row.id)

    async def lock(self, number: int) -> Call | None:
        """A call about to change; whoever comes second waits, then sees the change."""
        row = await self.session.scalar(
            select(CallRow)
            .where(CallRow.id == number, CallRow.fabrique_id == self.fabrique)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return _call(row) if row else None

    async def change(self, call: Call) -> None:
        """Keep a call as it now is."""
        row = await self.session.get_one(CallRow, call.id)
        for name, value in _values(call).items():
            setattr(row, name, value)
        await self.session.flush()

    async def in_state(self, *states: CallState) -> Sequence[Call]:
        """Calls in any of some states, the one that closes first before."""
        rows = await self.session.scalars(
            select(CallRow)
            .where(CallRow.fabrique_id == self.fabrique, CallRow.state.in_(states))
            .order_by(CallRow.closes, CallRow.id)
        )
        return [_call(row) for row in rows]

    async def answers(self, call: int) -> Sequence[Answer]:
        """Everybody's answer, those who only were invited among them, in the order of answering."""
        found = await self._answers(CallAnswerRow.call_id == call)
        best: dict[int, Answer] = {}
        for one in found:
            known = best.get(one.person)
            if known is None or _says(one) < _says(known):
                best[one.person] = one
        return sorted(
            best.values(), key=lambda one: (one.answered_at is None, one.answered_at, one.id)
        )

    async def that_count(self, call: int) -> list[Answer]:
        """The answers of those who want to take part."""
        return [one for one in await self.answers(call) if one.counts]

    async def answer_of(self, call: int, person: int) -> Answer | None:
        """What one person said; whoever writes after it holds the call's lock."""
        return next((one for one in await self.answers(call) if one.person == person), None)

    async def others_of(self, answer: Answer) -> Sequence[Answer]:
        """The other rows of one person for one call, who had two accounts."""
        return await self._answers(
            CallAnswerRow.call_id == answer.call,
            CallAnswerRow.person_id == answer.person,
            CallAnswerRow.id != answer.id,
        )

    async def answer(self, number: int) -> Answer | None:
        """An answer of this fabrique by number."""
        found = await self._answers(CallAnswerRow.id == number)
        return found[0] if found else None

    async def keep(self, answer: Answer) -> Answer:
        """Keep an answer as it now is; gives it with its number."""
        if answer.id:
            row = await self.session.get_one(CallAnswerRow, answer.id)
        else:
            row = CallAnswerRow(
                fabrique_id=self.fabrique, call_id=answer.call, person_id=answer.person
            )
            self.session.add(row)
        for name, value in _said(answer).items():
            setattr(row, name, value)
        await self.session.flush()
        return replace(answer, id=row.id)

    async def invite(self, call: int, people: Collection[int]) -> None:
        """Let people be told of a call, each when their turn comes."""
        for person in people:
            await self.keep(Answer(0, call, person, AnswerState.INVITED))

    async def to_tell(self) -> Sequence[Answer]:
        """Those who are to be told of an open call and were not yet."""
        live = select(CallRow.id).where(CallRow.state == CallState.OPEN)
        return await self._answers(
            CallAnswerRow.state == AnswerState.INVITED,
            CallAnswerRow.told_at.is_(None),
            CallAnswerRow.call_id.in_(live),
        )

    async def last_told(self, person: int) -> datetime | None:
        """When somebody was last told of a call."""
        found: datetime | None = await self.session.scalar(
            select(func.max(CallAnswerRow.told_at, type_=CallAnswerRow.told_at.type)).where(
                CallAnswerRow.person_id == person
            )
        )
        return found

    async def forget(self, answer: int) -> None:
        """Somebody is not to be told after all."""
        await self.session.execute(delete(CallAnswerRow).where(CallAnswerRow.id == answer))

    async def offering(self, concept: str) -> Sequence[int]:
        """Whoever offers a skill, and did not say since that it is none of theirs."""
        found = await self.session.scalars(
            select(OfferRow.person_id)
            .where(
                OfferRow.fabrique_id == self.fabrique,
                OfferRow.concept == concept,
                OfferRow.refused_at.is_(None),
            )
            .distinct()
            .order_by(OfferRow.person_id)
        )
        return list(found)

    async def silence(self, person: int, *, now: datetime) -> None:
        """Somebody wants to be told of no more calls; what waited for them waits no more."""
        values = {"fabrique_id": self.fabrique, "person_id": person, "at": now}
        await insert_or_ignore(self.session, CallSilenceRow, values)
        for one in await self.to_tell():
            if one.person == person:
                await self.forget(one.id)

    async def hear_again(self, person: int) -> None:
        """Somebody wants to be told of calls again."""
        await self.session.execute(delete(CallSilenceRow).where(CallSilenceRow.person_id == person))

    async def is_silent(self, person: int) -> bool:
        """Whether somebody wants to be told of no calls."""
        found = select(CallSilenceRow.id).where(CallSilenceRow.person_id == person)
        return await self.session.scalar(found) is not None

    async def _answers(self, *conditions: ColumnElement[bool]) -> list[Answer]:
        rows = await self.session.scalars(
            select(CallAnswerRow)
            .where(CallAnswerRow.fabrique_id == self.fabrique, *conditions)
            .order_by(CallAnswerRow.id)
        )
        return [_answer(row) for row in rows]


def _values(call: Call) -> dict[str, Any]:
    return {
        "kind": call.kind.value,
        "title": call.title,
        "what": call.what,
        "state": call.state.value,
        "closes": call.closes,
        "places": call.places,
        "criteria": list(call.criteria),
        "concept": call.concept,
        "place": place_kept(call.place),
        "in_digest": call.in_digest,
        "reminders": call.reminders,
        "closed_at": call.closed_at,
    }


def _call(row: CallRow) -> Call:
    return Call(
        id=row.id,
        kind=CallKind(row.kind),
        title=row.title,
        what=row.what,
        state=CallState(row.state),
        by=row.by_id,
        at=row.at,
        closes=row.closes,
        places=row.places,
        criteria=tuple(row.criteria),
        concept=row.concept,
        place=place_from(row.place),
        in_digest=row.in_digest,
        reminders=row.reminders,
        closed_at=row.closed_at,
    )


def _says(answer: Answer) -> tuple[int, bool, int]:
    """In which order two answers of one person are read: what they said, then what the team did."""
    return MOST_SAID.index(answer.state), not answer.chosen, -len(answer.notes)


def _said(answer: Answer) -> dict[str, Any]:
    return {
        "state": answer.state.value,
        "text": answer.text,
        "said": dict(answer.said),
        "notes": [[name, one.mark.value, one.word, one.by] for name, one in answer.notes.items()],
        "chosen": answer.chosen,
        "why": answer.why,
        "shows_name": answer.shows_name,
        "told_at": answer.told_at,
        "answered_at": answer.answered_at,
    }


def _answer(row: CallAnswerRow) -> Answer:
    return Answer(
        id=row.id,
        call=row.call_id,
        person=row.person_id,
        state=AnswerState(row.state),
        text=row.text,
        said=row.said,
        notes={name: Note(Mark(mark), word, by) for name, mark, word, by in row.notes},
        chosen=row.chosen,
        why=row.why,
        shows_name=row.shows_name,
        told_at=row.told_at,
        answered_at=row.answered_at,
    )
