"""From a question to its findings."""

from __future__ import annotations

from domain.permanence import Findings
from domain.retrieval.confidence import Judge, shipped
from domain.retrieval.index import Index
from domain.retrieval.search import search


def find(index: Index, question: str, *, at_most: int = 3, judge: Judge | None = None) -> Findings:
    """What a base knows about a question; a question of any length and any letters."""
    searched = search(index, question)
    chosen = judge or shipped(by_meaning=index.by_meaning)
    confidence = chosen.confidence(searched.signs)
    return Findings(searched.found[:at_most], chosen.band(confidence), confidence, searched.signs)
