"""Whom to propose for a need: who may be asked at all, then who fits best without tiring anybody.

Knows load, capacity, reciprocity and nearness. Must not know circles, which are no hierarchy, nor
how likeness was found.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import tanh

from domain.places import Nearness
from domain.profiles import ASKS_MONTH

LATELY = timedelta(weeks=4)
"""The span over which being asked counts as a load."""
MONTH = timedelta(days=31)
"""A month that slides: no month of the calendar holds more asks than it."""
REST = timedelta(days=7)
"""Between two asks of one person, whatever for."""

TIRING = 0.35  # the second ask in four weeks counts a quarter less, the fourth half
NUDGE = 0.08  # received more than given, or the reverse: never enough to beat a better fit
EVEN = 5 * 60  # minutes of balance after which the nudge is three quarters of what it can be
LEAST_TIME = 0.25  # who has an hour for a day's work can still begin it
HALF_WAY = 60.0  # kilometres after which distance counts as half
STEP = 0.02  # scores closer than this are equal: nobody could say why one is better
STILL_FITS = 0.75  # of the best likeness; lower, a third of the exploratory asks are for nothing


class Reason(StrEnum):
    """Why somebody is not asked."""

    SAME_PERSON = "same-person"
    NOT_HERE = "not-here"
    UNREACHED = "unreached"
    NEVER = "never"
    NOT_THEIRS = "not-theirs"
    ALREADY = "already"
    PAUSED = "paused"
    FULL = "full"
    RESTING = "resting"
    THIS_MONTH = "this-month"


_SHARED = {
    Nearness.SAME_COMMUNE: 1.0,
    Nearness.SAME_EPCI: 0.95,
    Nearness.SAME_DEPARTEMENT: 0.85,
    Nearness.SAME_REGION: 0.6,
    Nearness.ELSEWHERE: 0.35,
    Nearness.UNKNOWN: 0.7,
}


@dataclass(frozen=True)
class Wanted:
    """What of a need weighs on whom to ask. `organisations` are those that the asker acts for."""

    person: int
    remote: bool = False
    minutes: int | None = None
    organisations: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """Everything known of one person for one need; what they never said has its default.

    `asked` are the moments of the last month, `times_asked` all there ever were. `never_asked` and
    `refused` are theirs: no asks at all, or none for this subject. `not_this_month` is when they
    said so last. `balance` is in minutes.
    """

    person: int
    likeness: float
    here: bool = True
    reached: bool = True
    never_asked: bool = False
    refused: bool = False
    already: bool = False
    paused_until: date | None = None
    asks_month: int = ASKS_MONTH
    asked: tuple[datetime, ...] = ()
    times_asked: int = 0
    hours_month: int | None = None
    balance: int = 0
    helped: int = 0
    met: bool = False
    not_this_month: datetime | None = None
    organisations: frozenset[int] = frozenset()
    near: Nearness = Nearness.UNKNOWN
    km: float | None = None


@dataclass(frozen=True)
class Parts:
    """What a score is the product of, each from 0 to 1 or a little more, and what it rests on.

    `asked`: asks of the last four weeks; `room`: asks left this month; `crosses`: both act for
    organisations, and for none in common.
    """

    likeness: float
    availability: float
    load: float
    reciprocity: float
    proximity: float
    asked: int = 0
    room: int = ASKS_MONTH
    helped: int = 0
    near: Nearness = Nearness.UNKNOWN
    km: float | None = None
    remote: bool = False
    crosses: bool = False

    @property
    def score(self) -> float:
        """How much speaks for asking this person."""
        fits = self.likeness**2 * self.availability
        return fits * self.load * self.reciprocity * self.proximity

    def kept(self) -> dict[str, object]:
        """As a row keeps it, so that « why this person? » can be answered later."""
        return asdict(self) | {"near": int(self.near)}


@dataclass(frozen=True)
class Proposal:
    """Somebody to ask, and why. An exploratory one is drawn among those who were asked least."""

    person: int
    score: float
    parts: Parts
    exploratory: bool = False


def parts_kept(kept: Mapping[str, object]) -> Parts | None:
    """The parts that a row keeps; None where it keeps none, or another version's."""
    try:
        return Parts(**{**kept, "near": Nearness(int(str(kept["near"])))})  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError):
        return None


def eligible(candidate: Candidate, need: Wanted, now: datetime) -> Reason | None:
    """Why somebody may not be asked now, which is in their zone; None when they may."""
    barriers = {
        Reason.SAME_PERSON: candidate.person == need.person,
        Reason.NOT_HERE: not candidate.here,
        Reason.UNREACHED: not candidate.reached,
        Reason.NEVER: candidate.never_asked,
        Reason.NOT_THEIRS: candidate.refused,
        Reason.ALREADY: candidate.already,
        Reason.PAUSED: (candidate.paused_until or date.min) > now.date(),
        Reason.FULL: _since(candidate.asked, now - MONTH) >= candidate.asks_month,
        Reason.RESTING: _since(candidate.asked, now - REST) > 0,
        Reason.THIS_MONTH: _same_month(candidate.not_this_month, now),
    }
    return next((reason for reason, holds in barriers.items() if holds), None)


def parts(candidate: Candidate, need: Wanted, now: datetime) -> Parts:
    """What speaks for asking somebody, and how much."""
    room = max(0, candidate.asks_month - _since(candidate.asked, now - MONTH))
    lately = _since(candidate.asked, now - LATELY)
    return Parts(
        likeness=candidate.likeness,
        availability=_time_for(candidate, need) * room / max(1, candidate.asks_month),
        load=1 / (1 + TIRING * lately),
        reciprocity=1 - NUDGE * tanh(candidate.balance / EVEN),
        proximity=1.0 if need.remote else _proximity(candidate),
        asked=lately,
        room=room,
        helped=candidate.helped,
        near=candidate.near,
        km=candidate.km,
        remote=need.remote,
        crosses=_crosses(candidate, need),
    )


def rank(
    need: Wanted,
    candidates: Iterable[Candidate],
    *,
    now: datetime,
    chance: random.Random,
    at_most: int = 3,
) -> list[Proposal]:
    """Those to propose, best first; the last place explores when there are more than places.

    Among equals: another organisation than the asker's, somebody the asker has not met, whoever
    was asked least; then chance.
    """
    able = sorted(
        (one for one in candidates if eligible(one, need, now) is None), key=lambda one: one.person
    )
    weighed = [(one, parts(one, need, now), chance.random()) for one in able]
    weighed.sort(key=lambda each: (_order(need, each[0], each[1]), each[2]))
    ranked = [(one, why) for one, why, _ in weighed]
    found = [Proposal(one.person, why.score, why) for one, why in ranked[:at_most]]
    if explored := _explored(ranked, chance, at_most=at_most):
        found[-1] = explored
    return found


def _order(need: Wanted, candidate: Candidate, why: Parts) -> tuple[int, ...]:
    same = bool(candidate.organisations & need.organisations)
    return (-round(why.score / STEP), same, candidate.met, why.asked, candidate.times_asked)


def _crosses(candidate: Candidate, need: Wanted) -> bool:
    both = candidate.organisations and need.organisations
    return bool(both) and not candidate.organisations & need.organisations


def _explored(
    ranked: Sequence[tuple[Candidate, Parts]], chance: random.Random, *, at_most: int
) -> Proposal | None:
    """Somebody who was asked least of those who still fit and are not proposed before them."""
    if at_most < 2 or len(ranked) <= at_most:
        return None
    bar = STILL_FITS * max(why.likeness for _, why in ranked)
    fitting = [each for each in ranked[at_most - 1 :] if each[1].likeness >= bar]
    if not fitting:
        return None
    least = min(candidate.times_asked for candidate, _ in fitting)
    candidate, why = chance.choice([each for each in fitting if each[0].times_asked == least])
    return Proposal(candidate.person, why.score, why, exploratory=True)


def _since(moments: Iterable[datetime], first: datetime) -> int:
    return sum(moment > first for moment in moments)


def _same_month(moment: datetime | None, now: datetime) -> bool:
    there = moment.astimezone(now.tzinfo) if moment else None
    return there is not None and (there.year, there.month) == (now.year, now.month)


def _time_for(candidate: Candidate, need: Wanted) -> float:
    """How much of what is needed fits into the hours somebody gives in a month."""
    if candidate.hours_month is None or not need.minutes:
        return 1.0
    return max(LEAST_TIME, min(1.0, candidate.hours_month * 60 / need.minutes))


def _proximity(candidate: Candidate) -> float:
    """By shared territory or by distance, whichever is kinder: a border is no distance."""
    by_distance = 0.0 if candidate.km is None else HALF_WAY / (HALF_WAY + candidate.km)
    return max(_SHARED[candidate.near], by_distance)
