"""How sure the first entry is, and what to do with it.

The coefficients were fitted once on public question sets (docs/decisions/0013); a fabrique may fit
its thresholds again from its own outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from domain.permanence import Band


@dataclass(frozen=True)
class Judge:
    """A weighted sum of signs, squeezed to 0 to 1, and the two thresholds on it."""

    weights: Mapping[str, float]
    constant: float
    sure: float
    maybe: float

    def confidence(self, signs: Mapping[str, float]) -> float:
        """How likely the first entry is right."""
        if not signs:
            return 0.0
        total = self.constant + sum(each * signs[name] for name, each in self.weights.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def band(self, confidence: float) -> Band:
        """Answer, offer or ask the team."""
        if confidence >= self.sure:
            return Band.SURE
        return Band.MAYBE if confidence >= self.maybe else Band.UNSURE


WITH_ENCODER = Judge({"posterior": 6.0, "score": 4.0, "missing": -1.0}, -4.0, 0.6, 0.25)
WITHOUT_ENCODER = Judge({"posterior": 6.0, "score": 4.0, "missing": -1.0}, -4.0, 0.7, 0.3)
