"""A question handed over: who takes it, and when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.questions import (
    TITLE_MOST,
    Question,
    QuestionState,
    answered,
    closed,
    taken,
    title_of,
)

ADA, CHLOE, DRISS = 1, 3, 4
ASKED = Question(
    id=7,
    person=ADA,
    chat=1,
    text="Où est le local ?",
    state=QuestionState.OPEN,
    at=datetime(2026, 1, 5, 8, tzinfo=UTC),
)


def test_whoever_takes_a_question_keeps_it() -> None:
    """A second person of the team is told, the first one may tap again."""
    hers = taken(ASKED, by=CHLOE)

    assert taken(hers, by=CHLOE) == hers
    with pytest.raises(Refusal, match="refusal-question-taken"):
        taken(hers, by=DRISS)


def test_an_answer_ends_the_waiting() -> None:
    """Whoever answers has taken the question, if nobody had."""
    done = answered(ASKED, by=DRISS)

    assert (done.state, done.taken_by, done.waits) == (QuestionState.ANSWERED, DRISS, False)


def test_an_answer_leaves_the_question_to_who_took_it() -> None:
    """Chloé took it; that Driss answered in her place does not change that."""
    assert answered(taken(ASKED, by=CHLOE), by=DRISS).taken_by == CHLOE


@pytest.mark.parametrize("state", [QuestionState.ANSWERED, QuestionState.CLOSED])
def test_what_is_over_is_neither_taken_nor_closed_again(state: QuestionState) -> None:
    """Both taps come too late."""
    over = replace(ASKED, state=state)

    with pytest.raises(Refusal, match="refusal-question-closed"):
        taken(over, by=CHLOE)
    with pytest.raises(Refusal, match="refusal-question-closed"):
        closed(over)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Où est le zorglub ?", "Où est le zorglub ?"),
        (" Bonjour,\n\noù\tcela ? ", "Bonjour, où cela ?"),
        ("mot " * 30, "mot mot mot mot mot mot mot mot mot mot mot mot mot mot…"),
        ("a" * 200, "a" * 59 + "…"),
        (" \n", "?"),
    ],
)
def test_a_question_s_title_is_its_first_words(text: str, title: str) -> None:
    """On one line, cut between words where there are some."""
    assert title_of(text) == title


@given(st.text())
def test_a_title_is_never_empty_nor_long(text: str) -> None:
    """Whatever somebody asks."""
    assert 1 <= len(title_of(text)) <= TITLE_MOST
