"""Figures of a search, calibration and gaps: small cases that can be counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.permanence import Band, Entry, Findings, Found
from domain.retrieval import Vectors, shipped
from domain.retrieval.calibration import FEWEST, Case, calibrate
from domain.retrieval.gaps import gaps
from domain.retrieval.measures import (
    Asked,
    Outcome,
    answered_right_at,
    auroc,
    outcomes,
    report,
)
from tests.domain.letters import ByLetters


def outcome(gold: str | None, found: str, confidence: float, band: Band = Band.SURE) -> Outcome:
    """One question's end; `found` lists keys."""
    return Outcome(Asked("une question", gold), tuple(found.split()), band, confidence)


DONE = [
    outcome("a", "a b c", 0.9),
    outcome("a", "b a c", 0.8),
    outcome("b", "c a b", 0.5, Band.MAYBE),
    outcome("c", "a b d", 0.4, Band.MAYBE),
    outcome("d", "a d", 0.1, Band.UNSURE),
    outcome(None, "a b", 0.7),
    outcome(None, "", 0.0, Band.UNSURE),
]


def test_the_shares_are_counted_as_they_are_named() -> None:
    """Five in scope, two not; three answered, of which two wrongly."""
    figures = report(DONE)
    assert (figures.in_scope, figures.out_of_scope) == (5, 2)
    assert (figures.top1, figures.top3) == (0.2, 0.8)
    assert figures.mrr == pytest.approx((1 + 1 / 2 + 1 / 3 + 0 + 1 / 2) / 5)
    assert figures.answered == pytest.approx(3 / 7)
    assert (figures.answered_right, figures.answered_or_offered) == (0.2, 0.4)
    assert figures.wrong_among_answered == pytest.approx(2 / 3)
    assert figures.out_of_scope_answered == 0.5


def test_the_confusions_are_listed_with_an_example() -> None:
    """What was handed over although nothing answers it is no confusion."""
    pairs = {(one.gold, one.found): one.times for one in report(DONE).confusions}
    assert pairs == {("a", "b"): 1, ("b", "c"): 1, ("c", "a"): 1, ("d", "a"): 1, (None, "a"): 1}


def test_the_curve_goes_from_all_to_few() -> None:
    """At each step the share of what is answered, and what of it is wrong."""
    points = {round(one.confidence, 2): one for one in report(DONE).curve}
    assert points[0.85].wrong == 0.0
    assert points[0.85].answered == pytest.approx(1 / 7)
    assert points[0.75].wrong == 0.5
    assert points[0.6].beside == 0.5


def test_in_hindsight_the_last_threshold_that_holds_counts() -> None:
    """One right answer without a wrong one; with half of them wrong allowed, no more are right."""
    assert answered_right_at(DONE, wrong=0.05) == 0.2
    assert answered_right_at(DONE, wrong=0.5) == 0.2
    assert answered_right_at([], wrong=0.05) == 0.0


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=12))
def test_auroc_is_the_share_of_pairs_in_order(scored: list[tuple[int, bool]]) -> None:
    """Equals count half; without a pair it says nothing."""
    scores, right = [float(score) for score, _ in scored], [good for _, good in scored]
    pairs = [(a, b) for a, good in scored if good for b, other in scored if not other]
    wins = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs)
    assert auroc(scores, right) == pytest.approx(wins / len(pairs) if pairs else 0.5)


def test_questions_are_asked_deep_enough_for_their_rank() -> None:
    """Ten entries are looked at."""
    entry = Entry(1, "a", "A", (), "", "", date(2026, 1, 5), (), "fr")
    asked: list[tuple[str, int]] = []

    def ask(text: str, at_most: int) -> Findings:
        asked.append((text, at_most))
        return Findings((Found(entry, 1.0, 1.0),), Band.SURE, 0.9)

    (done,) = outcomes(ask, [Asked("où ?", "a")])
    assert done.right
    assert asked == [("où ?", 10)]


def cases(count: int, right_from: float) -> list[Case]:
    """Answers whose first entry had every share of what is likely; right from one on."""
    shares = [number / count for number in range(count)]
    return [Case({"posterior": one, "exact": 0.0}, one >= right_from) for one in shares]


def test_too_few_cases_propose_nothing() -> None:
    """Nor do cases that all ended the same."""
    judge = shipped(by_meaning=True)
    assert calibrate(cases(FEWEST - 1, 0.5), judge) is None
    assert calibrate(cases(200, 0.0), judge) is None


def test_a_base_that_is_right_earlier_answers_more() -> None:
    """And still at most one in twenty wrongly."""
    proposal = calibrate(cases(200, 0.3), shipped(by_meaning=True))
    assert proposal is not None
    assert proposal.answered_after > proposal.answered_before
    assert proposal.wrong_after <= 0.05 * proposal.answered_after


def test_a_base_that_is_wrong_more_often_answers_less() -> None:
    """Where the shipped thresholds would answer wrongly."""
    proposal = calibrate(cases(200, 0.8), shipped(by_meaning=True))
    assert proposal is not None
    assert proposal.wrong_before > proposal.wrong_after
    assert proposal.wrong_after <= 0.05 * max(1, proposal.answered_after)


def test_figures_of_an_older_version_are_left_aside() -> None:
    """What they lack cannot be fitted."""
    old = [Case({"score": 0.5}, right=True)] * 100
    assert calibrate(old, shipped(by_meaning=True)) is None


ASKED = [
    "y a-t-il du covoiturage pour venir",
    "covoiturage pour venir à la réunion ?",
    "du covoiturage pour venir",
    "quel est le menu de midi",
    "menu de midi ?",
    "qui a les clés",
    "🙂",
]


@pytest.mark.parametrize("vectors", [None, Vectors(ByLetters())], ids=["words alone", "encoder"])
def test_questions_that_are_alike_are_one_gap(vectors: Vectors | None) -> None:
    """The largest first; what holds no word is none."""
    groups = [set(one.questions) for one in gaps(ASKED, vectors)]
    assert groups == [set(ASKED[:3]), set(ASKED[3:5]), {ASKED[5]}]


@given(st.permutations(ASKED))
def test_the_order_of_questions_changes_no_gap(asked: list[str]) -> None:
    """Whoever asked first."""
    assert gaps(asked) == gaps(ASKED)


def test_nothing_asked_has_no_gap() -> None:
    """Nor what was never a question."""
    assert gaps([]) == gaps(["…", ""]) == []
