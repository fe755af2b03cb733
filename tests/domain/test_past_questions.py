"""Questions asked before: those that are alike, and those that one person repeats."""

from __future__ import annotations

from time import perf_counter

import pytest

from domain.past_questions import RECENT, Past, repeated, similar
from domain.questions import QuestionState

PAST = [
    Past(1, "Où est le local de l’alliance ?", QuestionState.ANSWERED, "Derrière la gare."),
    Past(2, "Comment réserver la grande salle ?", QuestionState.OPEN),
    Past(3, "Peut-on venir avec des enfants ?", QuestionState.CLOSED),
    Past(4, "bonjour, il est où le local svp", QuestionState.OPEN),
]


def test_questions_about_the_same_thing_are_found_best_first() -> None:
    """Greeting and order do not count."""
    assert [one.id for one in similar("le local de l’alliance, c’est où ?", PAST)] == [1, 4]
    assert [one.id for one in similar("Réserver la salle, comment ?", PAST)] == [2]


@pytest.mark.parametrize("text", ["Quel est le budget 2023 ?", "", "???", "et de la à"])
def test_what_was_never_asked_finds_nothing(text: str) -> None:
    """An empty past question is like nothing either."""
    assert similar(text, [*PAST, Past(5, "?", QuestionState.OPEN)]) == []


def test_many_long_questions_are_looked_through_between_two_messages() -> None:
    """The event loop is held for it: a few milliseconds on an idle machine."""
    long = [Past(n, f"{n} {PAST[0].text} " * 60, QuestionState.OPEN) for n in range(RECENT)]
    similar(PAST[0].text * 60, long)
    times = []
    for _ in range(5):
        before = perf_counter()
        similar(PAST[0].text * 60, long)
        times.append(perf_counter() - before)
    assert min(times) < 0.02


@pytest.mark.parametrize(
    ("again", "number"),
    [
        ("Où est le zorglub ?", 7),
        ("  OU EST LE ZORGLUB ???", 7),
        ("Ou est le zorglubb", 7),
        ("Où est le zorglub bleu ?", None),
        ("Réunion du 13 mars ?", None),
        ("Réunion du 12 mars", 8),
    ],
)
def test_who_asks_the_same_again_is_recognised(again: str, number: int | None) -> None:
    """Another date is another question."""
    assert repeated(again, [(7, "Où est le zorglub ?"), (8, "Réunion du 12 mars ?")]) == number
