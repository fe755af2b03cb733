"""How good a search is, from questions whose entry is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from domain.permanence import Band, Findings

DEEP = 10  # entries looked at for the mean reciprocal rank
EXAMPLES = 1  # of each confusion


@dataclass(frozen=True)
class Asked:
    """A question and the key of the entry that answers it; None when nothing here does."""

    text: str
    gold: str | None


@dataclass(frozen=True)
class Outcome:
    """What became of one question: the keys found, best first, and what was done with them."""

    asked: Asked
    found: tuple[str, ...]
    band: Band
    confidence: float

    @property
    def right(self) -> bool:
        """Whether the first entry found is the one."""
        return self.asked.gold is not None and self.found[:1] == (self.asked.gold,)

    @property
    def offered(self) -> bool:
        """Whether the one is among those that would be answered or offered."""
        shown = {Band.SURE: 1, Band.MAYBE: 3, Band.UNSURE: 0}[self.band]
        return self.asked.gold in self.found[:shown]


@dataclass(frozen=True)
class Confusion:
    """An entry that was found first in the place of another, how often, and for what."""

    gold: str | None
    found: str
    times: int
    example: str


@dataclass(frozen=True)
class Point:
    """Answering from a confidence on: the share of all answered, of in-scope ones answered right,
    of the answered that is wrong, of out-of-scope ones answered.
    """

    confidence: float
    answered: float
    right: float
    wrong: float
    beside: float


@dataclass(frozen=True)
class Report:
    """The figures of one evaluation; shares from 0 to 1."""

    in_scope: int
    out_of_scope: int
    top1: float
    top3: float
    mrr: float
    answered: float
    answered_right: float
    answered_or_offered: float
    offered: float
    handed_over: float
    wrong_among_answered: float
    out_of_scope_answered: float
    auroc: float
    confusions: tuple[Confusion, ...]
    curve: tuple[Point, ...]


def outcomes(ask: Callable[[str, int], Findings], questions: Iterable[Asked]) -> list[Outcome]:
    """Ask each question."""
    return [_outcome(asked, ask(asked.text, DEEP)) for asked in questions]


def _outcome(asked: Asked, findings: Findings) -> Outcome:
    keys = tuple(one.entry.key for one in findings.found)
    return Outcome(asked, keys, findings.band, findings.confidence)


def report(done: Sequence[Outcome]) -> Report:
    """Sum up."""
    scope = [one for one in done if one.asked.gold is not None]
    beside = [one for one in done if one.asked.gold is None]
    bands = Counter(one.band for one in done)
    sure = [one for one in done if one.band is Band.SURE]
    return Report(
        in_scope=len(scope),
        out_of_scope=len(beside),
        top1=_share([one.right for one in scope]),
        top3=_share([one.asked.gold in one.found[:3] for one in scope]),
        mrr=sum(map(_reciprocal, scope)) / max(1, len(scope)),
        answered=bands[Band.SURE] / max(1, len(done)),
        answered_right=_share([one.right and one.band is Band.SURE for one in scope]),
        answered_or_offered=_share([one.offered for one in scope]),
        offered=bands[Band.MAYBE] / max(1, len(done)),
        handed_over=bands[Band.UNSURE] / max(1, len(done)),
        wrong_among_answered=_share([not one.right for one in sure]),
        out_of_scope_answered=_share([one.band is Band.SURE for one in beside]),
        auroc=auroc([one.confidence for one in done], [one.right for one in done]),
        confusions=_confusions(done),
        curve=curve(done),
    )


def auroc(scores: Sequence[float], right: Sequence[bool]) -> float:
    """How often a right one scores higher than a wrong one; equals count half."""
    rising = sorted(range(len(scores)), key=scores.__getitem__)
    higher = 0.0
    below = at = 0
    while at < len(rising):
        same = [one for one in rising[at:] if scores[one] == scores[rising[at]]]
        goods = sum(right[one] for one in same)
        bads = len(same) - goods
        higher += goods * (below + bads / 2)
        below += bads
        at += len(same)
    pairs = sum(right) * (len(right) - sum(right))
    return higher / pairs if pairs else 0.5


def curve(done: Sequence[Outcome]) -> tuple[Point, ...]:
    """What answering from each twentieth of confidence on would give."""
    return tuple(_point(done, step / 20) for step in range(20))


def answered_right_at(done: Sequence[Outcome], *, wrong: float) -> float:
    """The largest share of in-scope questions answered right with at most this share of the
    answered wrong, in hindsight.
    """
    falling = sorted(done, key=lambda one: -one.confidence)
    scope = sum(one.asked.gold is not None for one in done)
    good = best = 0
    for count, one in enumerate(falling, start=1):
        good += one.right
        last = count == len(falling) or falling[count].confidence < one.confidence
        if last and count - good <= wrong * count:
            best = good
    return best / max(1, scope)


def _point(done: Sequence[Outcome], confidence: float) -> Point:
    above = [one for one in done if one.confidence >= confidence and one.found]
    scope = sum(one.asked.gold is not None for one in done)
    return Point(
        confidence=confidence,
        answered=len(above) / max(1, len(done)),
        right=sum(one.right for one in above) / max(1, scope),
        wrong=_share([not one.right for one in above]),
        beside=sum(one.asked.gold is None for one in above) / max(1, len(done) - scope),
    )


def _confusions(done: Sequence[Outcome]) -> tuple[Confusion, ...]:
    """Those most often first; for out-of-scope questions only what was answered."""
    wrong = [
        one
        for one in done
        if one.found and not one.right and (one.asked.gold or one.band is Band.SURE)
    ]
    times = Counter((one.asked.gold, one.found[0]) for one in wrong)
    examples = {(one.asked.gold, one.found[0]): one.asked.text for one in reversed(wrong)}
    return tuple(
        Confusion(gold, found, count, examples[gold, found])
        for (gold, found), count in times.most_common()
    )


def _reciprocal(one: Outcome) -> float:
    gold = one.asked.gold
    return 1 / (one.found.index(gold) + 1) if gold is not None and gold in one.found else 0.0


def _share(those: Sequence[bool]) -> float:
    return sum(those) / max(1, len(those))
