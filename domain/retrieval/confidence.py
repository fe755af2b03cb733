"""How sure the first entry is, and what to do with it.

The shipped figures were fitted once on public question sets, each judged by what was fitted on the
others (docs/decisions/0018); a fabrique may fit its own from what came of its answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from domain.permanence import Band

CERTAIN = 0.99  # a stored wording word for word, and of one entry only


@dataclass(frozen=True)
class Judge:
    """What turns signs into a confidence, and from where on that is sure, or maybe.

    One sign decides, the first entry's share of what is likely: a dozen others added nothing that
    held on a set they were not fitted on.
    """

    slope: float
    constant: float
    sure: float
    maybe: float

    def confidence(self, signs: Mapping[str, float]) -> float:
        """How likely the first entry is right, 0 to 1."""
        if not signs:
            return 0.0
        fitted = squeezed(self.slope * signs["posterior"] + self.constant)
        return max(fitted, CERTAIN) if signs["exact"] else fitted

    def band(self, confidence: float) -> Band:
        """Answer, offer or ask the team."""
        if confidence >= self.sure:
            return Band.SURE
        return Band.MAYBE if confidence >= self.maybe else Band.UNSURE


def squeezed(total: float) -> float:
    """Any number between 0 and 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


WITH_ENCODER = Judge(slope=7.76, constant=-2.5, sure=0.87, maybe=0.18)
WITHOUT_ENCODER = Judge(slope=7.71, constant=-2.27, sure=0.87, maybe=0.3)


def shipped(*, by_meaning: bool) -> Judge:
    """The figures that come with the project, for a search with or without an encoder."""
    return WITH_ENCODER if by_meaning else WITHOUT_ENCODER
