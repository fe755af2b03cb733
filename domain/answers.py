"""What was asked and shown, as the choices under an answer carry it until somebody judges it.

Holds no name: what is kept of a judgement are its figures alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.permanence import Band, Findings


@dataclass(frozen=True)
class Figures:
    """What an answer was computed from, to be kept with what came of it."""

    band: Band
    features: Mapping[str, float]

    @classmethod
    def of(cls, findings: Findings) -> Figures:
        """The figures of what was found, as plain numbers."""
        return cls(findings.band, {name: float(value) for name, value in findings.features.items()})


@dataclass(frozen=True)
class Asked:
    """A question, the message that asked it, and the entries found, best first.

    `unjudged` are the answers that nobody said yet were right or wrong.
    """

    question: str
    message: str | None
    found: tuple[int, ...]
    unjudged: tuple[Figures, ...] = ()

    @classmethod
    def of(cls, question: str, message: str | None, findings: Findings) -> Asked:
        """A question with what the library found for it."""
        found = tuple(one.entry.id for one in findings.found)
        return cls(question, message, found, (Figures.of(findings),))

    def judged(self) -> Asked:
        """The same once somebody has said so: it counts once."""
        return replace(self, unjudged=())

    def kept(self) -> str:
        """One text, for the choices of a row."""
        unjudged = [[one.band.value, dict(one.features)] for one in self.unjudged]
        return json.dumps([self.question, self.message, self.found, unjudged], ensure_ascii=False)

    @classmethod
    def read(cls, kept: str) -> Asked:
        """What `kept` wrote."""
        question, message, found, unjudged = json.loads(kept)
        figures = tuple(Figures(Band(band), features) for band, features in unjudged)
        return cls(question, message, tuple(found), figures)
