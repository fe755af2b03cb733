"""Binômes: somebody new and somebody who has been there longer, brought together by the team.

Knows whom one proposes to whom, and how both agree. Must not know chats or rows.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

import numpy as np
from scipy.optimize import linear_sum_assignment

from domain.errors import Refusal
from domain.fits import (
    Ally,
    Floats,
    Likeness,
    act_together,
    likeness,
    nearness,
    speak_together,
)

CAPACITY_MOST = 3
"""Newcomers that one person accompanies at a time: more is no longer a pair."""

ANSWER_WITHIN = timedelta(days=7)
REST = timedelta(days=30)
"""How long somebody who cannot now, or did not answer, is not asked again."""
ASK_HOW_AFTER = timedelta(days=30)

FORBIDDEN = 1e6
SAME_ORGANISATION = 1e3
WAITED = 1.0  # a month of waiting outweighs any fit: whoever was left over goes first
WAITED_MOST = 12
AGAIN = 0.1  # each further newcomer of one person: rather one each than three for one


class PairState(StrEnum):
    """Where a pair stands. REFUSED: one of the two would rather have somebody else. LATER: one
    cannot now. LAPSED: nobody answered in time. ENDED: they were together, and are no longer.
    """

    ASKED = "asked"
    TOGETHER = "together"
    REFUSED = "refused"
    LATER = "later"
    LAPSED = "lapsed"
    ENDED = "ended"


class Answer(StrEnum):
    """What one of the two says to being brought together."""

    YES = "yes"
    ELSE = "else"
    LATER = "later"


@dataclass(frozen=True)
class Buddy:
    """Somebody who waits for a pair since a moment, or takes so many newcomers."""

    person: int
    waits_since: datetime | None = None
    capacity: int = 0
    rests_until: date | None = None

    def rests(self, today: date) -> bool:
        """Whether they said "not now", or nothing, not long ago."""
        return self.rests_until is not None and today < self.rests_until


@dataclass(frozen=True)
class Pair:
    """A newcomer and their guide; each agreed, or did not say yet."""

    id: int
    newcomer: int
    guide: int
    state: PairState
    at: datetime
    newcomer_agrees: bool = False
    guide_agrees: bool = False
    since: datetime | None = None
    asked_how: bool = False
    newcomer_is_well: bool = False
    guide_is_well: bool = False

    @property
    def both(self) -> tuple[int, int]:
        """The two."""
        return self.newcomer, self.guide

    @property
    def answer_by(self) -> datetime:
        """Until when both can say yes."""
        return self.at + ANSWER_WITHIN

    @property
    def ask_how_at(self) -> datetime | None:
        """When the two are asked how it goes, if they are still to be."""
        return self.since + ASK_HOW_AFTER if self.since and not self.asked_how else None

    def other(self, person: int) -> int:
        """With whom somebody is paired."""
        return self.guide if person == self.newcomer else self.newcomer

    def agrees(self, person: int) -> bool:
        """Whether one of the two said yes already."""
        return self.newcomer_agrees if person == self.newcomer else self.guide_agrees


@dataclass(frozen=True)
class Waiting:
    """A newcomer who waits, and for how long."""

    ally: Ally
    months: int = 0


@dataclass(frozen=True)
class Guide:
    """Somebody who can take so many more newcomers."""

    ally: Ally
    places: int = 1


def capacity_of(typed: int) -> int:
    """How many newcomers one takes; none is an answer."""
    if not 0 <= typed <= CAPACITY_MOST:
        raise Refusal("refusal-pair-capacity", most=CAPACITY_MOST)
    return typed


def answered(pair: Pair, answer: Answer, *, by: int, now: datetime) -> Pair:
    """What one of the two said; they are together once both agree, and never before."""
    if by not in pair.both:
        raise Refusal("refusal-choice-not-yours")
    if pair.state is not PairState.ASKED or pair.agrees(by):
        raise Refusal("refusal-pair-answered")
    if answer is not Answer.YES:
        return replace(pair, state=_DECLINED[answer])
    agreed = (
        replace(pair, newcomer_agrees=True)
        if by == pair.newcomer
        else replace(pair, guide_agrees=True)
    )
    if agreed.newcomer_agrees and agreed.guide_agrees:
        return replace(agreed, state=PairState.TOGETHER, since=now)
    return agreed


def well(pair: Pair, *, by: int) -> Pair:
    """One of the two says that it goes well."""
    _together(pair, by)
    if by == pair.newcomer:
        return replace(pair, newcomer_is_well=True)
    return replace(pair, guide_is_well=True)


def must_relay(pair: Pair, *, by: int) -> int:
    """To whom words of one of the two are carried; refuses when they are not together."""
    _together(pair, by)
    return pair.other(by)


def ended(pair: Pair, *, by: int) -> Pair:
    """One of the two leaves it at that, which needs no reason."""
    _together(pair, by)
    return replace(pair, state=PairState.ENDED)


def lapsed(pair: Pair, now: datetime) -> Pair | None:
    """A pair that nobody answered in time; None while there is time."""
    if pair.state is not PairState.ASKED or now < pair.answer_by:
        return None
    return replace(pair, state=PairState.LAPSED)


def assign(
    newcomers: Sequence[Waiting],
    guides: Sequence[Guide],
    *,
    apart: Set[frozenset[int]] = frozenset(),
    alike: Likeness = lambda _: {},
) -> list[tuple[int, int]]:
    """Newcomer and guide, two by two: as many as can be, then as few as can be of one
    organisation, then those who have waited longest, then whoever fits best.

    `apart` are those who would not have each other. Nobody is paired without a common language.
    """
    guides = [one for one in guides if one.places > 0]
    if not newcomers or not guides:
        return []
    costs = _costs(newcomers, guides, apart, alike)
    owners = [at for at, one in enumerate(guides) for _ in range(one.places)]
    again = [AGAIN * time for one in guides for time in range(one.places)]
    slots = costs[:, owners] + np.array(again)
    rows, columns = linear_sum_assignment(slots)
    return [
        (newcomers[row].ally.person, guides[owners[column]].ally.person)
        for row, column in zip(rows, columns, strict=True)
        if slots[row, column] < FORBIDDEN / 2
    ]


def _costs(
    newcomers: Sequence[Waiting],
    guides: Sequence[Guide],
    apart: Set[frozenset[int]],
    alike: Likeness,
) -> Floats:
    ones, others = [one.ally for one in newcomers], [one.ally for one in guides]
    fit = (nearness(ones, others) + likeness(ones, others, alike)) / 2
    costs = 1 - fit + SAME_ORGANISATION * act_together(ones, others)
    waited = [WAITED * min(one.months, WAITED_MOST) for one in newcomers]
    costs -= np.array(waited)[:, None]
    costs[~speak_together(ones, others)] = FORBIDDEN
    for row, one in enumerate(ones):
        for column, other in enumerate(others):
            if one.person == other.person or frozenset((one.person, other.person)) in apart:
                costs[row, column] = FORBIDDEN
    return costs


_DECLINED = {Answer.ELSE: PairState.REFUSED, Answer.LATER: PairState.LATER}


def _together(pair: Pair, by: int) -> None:
    if by not in pair.both:
        raise Refusal("refusal-choice-not-yours")
    if pair.state is not PairState.TOGETHER:
        raise Refusal("refusal-choice-stale")
