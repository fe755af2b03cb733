"""What a question found, as those who answer it need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.permanence import Band, Found
from domain.retrieval.confidence import WITH_ENCODER, WITHOUT_ENCODER, Judge
from domain.retrieval.index import Index
from domain.retrieval.search import search


@dataclass(frozen=True)
class Findings:
    """The likeliest entries, best first, and what to do with them.

    `signs` are the numbers that the confidence was made of: kept with an outcome, they let a
    fabrique fit its thresholds again. They say nothing about who asked what.
    """

    found: tuple[Found, ...] = ()
    band: Band = Band.UNSURE
    confidence: float = 0.0
    signs: Mapping[str, float] = field(default_factory=dict)


def find(index: Index, question: str, *, at_most: int = 3, judge: Judge | None = None) -> Findings:
    """What a base knows about a question; a question of any length and any letters."""
    searched = search(index, question)
    chosen = judge or judge_of(index)
    confidence = chosen.confidence(searched.signs)
    return Findings(searched.found[:at_most], chosen.band(confidence), confidence, searched.signs)


def judge_of(index: Index) -> Judge:
    """The shipped coefficients for how this index searches."""
    return WITH_ENCODER if index.by_meaning else WITHOUT_ENCODER
