"""A question handed over to people: who takes it, when it is answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import Refusal

QUESTION_MOST = 2000
"""Characters of a question that reach the team: enough for a page, and far under a message's
limit.
"""


TITLE_MOST = 60
"""Characters of a question's title: what a phone shows of a topic's name."""


class QuestionState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True)
class Question:
    """What somebody asked, and where the answer has to go."""

    id: int
    person: int
    chat: int
    text: str
    state: QuestionState
    at: datetime
    message: str | None = None
    thread: str | None = None
    taken_by: int | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to answer."""
        return self.state in (QuestionState.OPEN, QuestionState.TAKEN)


def taken(question: Question, *, by: int) -> Question:
    """Somebody of the team takes it; whoever comes second is told."""
    if not question.waits:
        raise Refusal("refusal-question-closed")
    if question.taken_by not in (None, by):
        raise Refusal("refusal-question-taken")
    return replace(question, state=QuestionState.TAKEN, taken_by=by)


def answered(question: Question, *, by: int) -> Question:
    """An answer was given; further words to the asker are still possible."""
    return replace(question, state=QuestionState.ANSWERED, taken_by=question.taken_by or by)


def closed(question: Question) -> Question:
    """Nobody will answer: not for us, or withdrawn by the asker."""
    if not question.waits:
        raise Refusal("refusal-question-closed")
    return replace(question, state=QuestionState.CLOSED)


def title_of(text: str) -> str:
    """The first words of a question, on one line."""
    words = " ".join(text.split())
    if len(words) <= TITLE_MOST:
        return words or "?"
    cut = words[: TITLE_MOST - 1]
    return (cut.rpartition(" ")[0].rstrip(" ,;:.") or cut) + "…"
