"""A fabrique's own thresholds, from what came of its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from domain.retrieval.confidence import Judge, squeezed

FEWEST = 80  # judged answers; with fewer, chance moves the thresholds
WRONG_MOST = 0.05  # of what is answered at once
PRIOR = 20.0  # judged answers that the shipped figures count for
ROUNDS = 30


@dataclass(frozen=True)
class Case:
    """The signs of an answer that somebody judged, and whether it was right."""

    signs: Mapping[str, float]
    right: bool


@dataclass(frozen=True)
class Proposal:
    """What fitting again would change, on the cases themselves."""

    cases: int
    before: Judge
    after: Judge
    answered_before: int
    wrong_before: int
    answered_after: int
    wrong_after: int


def calibrate(cases: Sequence[Case], judge: Judge) -> Proposal | None:
    """Fit a judge again; None with too few cases, or when all or none were right."""
    usable = [case for case in cases if {"posterior", "exact"} <= case.signs.keys()]
    if len(usable) < FEWEST or len({case.right for case in usable}) < 2:
        return None
    fitted = _fitted(usable, judge)
    after = replace(fitted, sure=_sure(usable, fitted))
    return Proposal(len(usable), judge, after, *_tally(usable, judge), *_tally(usable, after))


def _fitted(cases: Sequence[Case], judge: Judge) -> Judge:
    """Slope and constant that make the cases likeliest, held back by the shipped ones."""
    signs = np.array([[case.signs["posterior"], 1.0] for case in cases])
    right = np.array([case.right for case in cases], np.float64)
    shipped = np.array([judge.slope, judge.constant])
    hold = np.linalg.inv(np.array([[4.0, 0.0], [0.0, 1.0]])) * PRIOR / len(cases)
    found = shipped.copy()
    for _ in range(ROUNDS):
        likely = np.array([squeezed(total) for total in signs @ found])
        steep = signs.T @ ((likely * (1 - likely))[:, None] * signs) / len(cases) + hold
        slope = signs.T @ (likely - right) / len(cases) + hold @ (found - shipped)
        found = found - np.linalg.solve(steep, slope)
    return replace(judge, slope=round(float(found[0]), 3), constant=round(float(found[1]), 3))


def _sure(cases: Sequence[Case], judge: Judge) -> float:
    """The lowest threshold above which few are wrong, one more wrong answer included."""
    falling = sorted(((judge.confidence(case.signs), case.right) for case in cases), reverse=True)
    lowest, wrong = None, 0
    for count, (confidence, right) in enumerate(falling, start=1):
        wrong += not right
        if wrong + 1 <= WRONG_MOST * (count + 1):
            lowest = confidence
    return judge.sure if lowest is None else max(judge.maybe, int(lowest * 1000) / 1000)


def _tally(cases: Sequence[Case], judge: Judge) -> tuple[int, int]:
    answered = [case for case in cases if judge.confidence(case.signs) >= judge.sure]
    return len(answered), sum(not case.right for case in answered)
