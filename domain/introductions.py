"""Introductions: both sides agree, or nobody learns of anybody.

Knows who may say what, and when; must not know how anybody is chosen, told or reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import Enum, StrEnum
from zoneinfo import ZoneInfo

from domain.errors import Refusal
from domain.needs import Need, NeedState, filled, reopened

ANSWER_WITHIN = timedelta(hours=48)
"""After that somebody else is asked; a late yes still counts while nobody was found."""

RELAYED_FOR = timedelta(days=14)
"""How long words are carried between two who share no platform."""

FOLLOWED_AFTER = timedelta(days=7)
FOLLOWED_MOST = 2
"""How often one asks how it went, the second time only whoever said « not yet »."""

WAKES, RESTS = time(9, 0), time(20, 0)
"""Between these hours time speaks by itself; what people do has its answer at any hour."""


class IntroductionState(StrEnum):
    """Where an introduction stands. WAITING: proposed to the asker, and nobody was asked yet.
    OFFERED: the helper came forward by themselves, and the asker has yet to agree.
    DECLINED, NOT_THIS_MONTH, NOT_MY_SUBJECT, NEVER: the helper said no. EXPIRED: they said nothing.
    WITHDRAWN: they had said yes, and cannot after all.
    CANCELLED: they need not answer any more, or could not be asked when it was their turn.
    """

    WAITING = "waiting"
    ASKED = "asked"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_THIS_MONTH = "busy"
    NOT_MY_SUBJECT = "not-mine"
    NEVER = "never"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


REFUSED = frozenset(
    {
        IntroductionState.DECLINED,
        IntroductionState.NOT_THIS_MONTH,
        IntroductionState.NOT_MY_SUBJECT,
        IntroductionState.NEVER,
        IntroductionState.WITHDRAWN,
    }
)
"""A no of any kind: the asker learns of no difference."""

_MAY_AGREE = frozenset({IntroductionState.ASKED, IntroductionState.EXPIRED})
_MAY_REFUSE = _MAY_AGREE | {IntroductionState.OFFERED, IntroductionState.CANCELLED}
UNANSWERED = frozenset({IntroductionState.ASKED, IntroductionState.OFFERED})
"""One of the two has yet to speak."""


class Outcome(StrEnum):
    """How it went, as each of the two says."""

    GOOD = "good"
    NOT_YET = "not-yet"
    NOT_POSSIBLE = "not-possible"


class Step(Enum):
    """What comes next for a need whose people were proposed."""

    CHOOSE = "choose"
    WAIT = "wait"
    NEXT = "next"
    NOBODY_LEFT = "nobody-left"
    OVER = "over"


@dataclass(frozen=True)
class Introduction:
    """An ally asked to help; the asker agreed by asking, the helper has yet to.

    `place` is their rank among those proposed, none for who came forward unproposed, `offer` the
    one that fits. `in_turn`: the asker wants the proposed to be asked one after the other.
    `stopped_at`: one of the two wants no more words to be carried. `helper_says` and `asker_says`
    are how it went.
    """

    id: int
    need: Need
    helper: int
    state: IntroductionState
    place: int = 0
    offer: int | None = None
    in_turn: bool = False
    asked_at: datetime | None = None
    expires_at: datetime | None = None
    answered_at: datetime | None = None
    stopped_at: datetime | None = None
    follow_up_at: datetime | None = None
    follow_ups: int = 0
    helper_says: Outcome | None = None
    asker_says: Outcome | None = None

    def other(self, person: int) -> int:
        """The other of the two; refuses whoever is neither."""
        if person not in (self.helper, self.need.person):
            raise Refusal("refusal-introduction-not-yours")
        return self.need.person if person == self.helper else self.helper

    def said_by(self, person: int) -> Outcome | None:
        """How one of them said that it went."""
        return self.helper_says if person == self.helper else self.asker_says


def asked(introduction: Introduction, *, now: datetime, zone: ZoneInfo) -> Introduction:
    """The helper is asked, once for a need."""
    if not introduction.need.seeks:
        filled(introduction.need)  # refuses, in the words for how the need stands
    if introduction.state is not IntroductionState.WAITING:
        raise Refusal("refusal-already-asked")
    return replace(
        introduction,
        state=IntroductionState.ASKED,
        asked_at=now,
        expires_at=by_day(now + ANSWER_WITHIN, zone),
    )


def accepted(introduction: Introduction, *, by: int, now: datetime, zone: ZoneInfo) -> Introduction:
    """The helper agrees, which fills the need: once, and only while it seeks somebody."""
    _must_be_theirs(introduction, by)
    if introduction.state in REFUSED | {IntroductionState.ACCEPTED}:
        raise Refusal("refusal-introduction-answered")
    if introduction.need.state is NeedState.FILLED:
        raise Refusal("refusal-need-filled")
    if not _was_asked(introduction) or not introduction.need.seeks:
        raise Refusal("refusal-introduction-over")
    return _agreed(introduction, now=now, zone=zone)


def hand_taken(
    introduction: Introduction, *, by: int, now: datetime, zone: ZoneInfo
) -> Introduction:
    """The asker agrees to whoever came forward, once, and only while somebody is sought."""
    _must_be_offered(introduction, by)
    return _agreed(introduction, now=now, zone=zone)


def hand_left(introduction: Introduction, *, by: int, now: datetime) -> Introduction:
    """The asker would rather not have the help of whoever came forward."""
    _must_be_offered(introduction, by)
    return replace(introduction, state=IntroductionState.DECLINED, answered_at=now)


def refused(
    introduction: Introduction, how: IntroductionState, *, by: int, now: datetime
) -> Introduction:
    """The helper says no, in one of its ways; also late, since it may be for the next time."""
    _must_be_theirs(introduction, by)
    if introduction.state not in _MAY_REFUSE:
        raise Refusal("refusal-introduction-answered")
    return replace(introduction, state=how, answered_at=now)


def taken_back(introduction: Introduction, *, by: int, now: datetime) -> Introduction:
    """The helper cannot after all, which opens the need again; not once it took place, nor when
    words are carried no more.
    """
    _must_be_theirs(introduction, by)
    if introduction.state is not IntroductionState.ACCEPTED:
        raise Refusal("refusal-introduction-answered")
    told = {introduction.helper_says, introduction.asker_says} - {None, Outcome.NOT_YET}
    if told or now > (introduction.answered_at or introduction.need.at) + RELAYED_FOR:
        raise Refusal("refusal-yes-settled")
    return replace(
        introduction,
        need=reopened(introduction.need),
        state=IntroductionState.WITHDRAWN,
        answered_at=now,
        follow_up_at=None,
        helper_says=None,
        asker_says=None,
    )


def expired(introduction: Introduction, now: datetime) -> Introduction | None:
    """Nobody's turn any more, where the time to answer has passed; else None."""
    if introduction.state is not IntroductionState.ASKED or expires_at(introduction) > now:
        return None
    return replace(introduction, state=IntroductionState.EXPIRED)


def expires_at(introduction: Introduction) -> datetime:
    """When an ask is over; one that two accounts brought together may not say it."""
    since = introduction.asked_at or introduction.need.at
    return introduction.expires_at or since + ANSWER_WITHIN


def cancelled(introduction: Introduction) -> Introduction:
    """No answer is needed any more."""
    return replace(introduction, state=IntroductionState.CANCELLED, in_turn=False)


def resumed(introduction: Introduction, *, now: datetime, zone: ZoneInfo) -> Introduction | None:
    """Somebody whose answer was no longer needed, and is again: the same ask, which counts once;
    None for whoever answered meanwhile.
    """
    if introduction.state not in UNANSWERED | {IntroductionState.CANCELLED}:
        return None
    if introduction.asked_at is None:
        return replace(introduction, state=IntroductionState.OFFERED)
    until = by_day(now + ANSWER_WITHIN, zone)
    return replace(introduction, state=IntroductionState.ASKED, expires_at=until)


def queued(introductions: Sequence[Introduction]) -> list[Introduction]:
    """Those who wait, to be asked one after the other."""
    waiting = [one for one in introductions if one.state is IntroductionState.WAITING]
    return [replace(one, in_turn=True) for one in waiting]


def step(introductions: Sequence[Introduction]) -> Step:
    """What comes next, of all the introductions of one need."""
    states = {one.state for one in introductions}
    if not introductions or not introductions[0].need.seeks:
        return Step.OVER
    if IntroductionState.ASKED in states:
        return Step.WAIT
    if next_in_turn(introductions) is not None:
        return Step.NEXT
    if IntroductionState.WAITING in states or not any(one.place for one in introductions):
        return Step.CHOOSE
    return Step.WAIT if IntroductionState.OFFERED in states else Step.NOBODY_LEFT


def goes_on(need: Need, then: Step) -> bool:
    """Whether the asker is told of a no by itself: where nobody is left, they are told that."""
    return need.state is NeedState.UNMET or then is not Step.NOBODY_LEFT


def next_in_turn(introductions: Sequence[Introduction]) -> Introduction | None:
    """The first of those who wait for their turn."""
    waiting = (one for one in introductions if one.state is IntroductionState.WAITING)
    return min((one for one in waiting if one.in_turn), key=lambda one: one.place, default=None)


def must_relay(introduction: Introduction, *, by: int, now: datetime) -> int:
    """To whom words of one of the two are carried; refuses when none are, or no more."""
    other = introduction.other(by)
    if introduction.state is not IntroductionState.ACCEPTED:
        raise Refusal("refusal-introduction-over")
    if introduction.stopped_at is not None:
        raise Refusal("refusal-relay-stopped")
    if now > (introduction.answered_at or introduction.need.at) + RELAYED_FOR:
        raise Refusal("refusal-relay-over", days=RELAYED_FOR.days)
    return other


def stopped(introduction: Introduction, *, by: int, now: datetime) -> Introduction:
    """One of the two wants no more words to be carried."""
    introduction.other(by)
    return replace(introduction, stopped_at=introduction.stopped_at or now)


def followed_up(introduction: Introduction) -> Introduction:
    """Both were asked how it went."""
    return replace(introduction, follow_up_at=None, follow_ups=introduction.follow_ups + 1)


def asked_how(introduction: Introduction) -> list[int]:
    """Whom to ask how it went: both, then whoever said « not yet »."""
    both = [introduction.need.person, introduction.helper]
    unsaid = (None,) if introduction.follow_ups == 0 else (Outcome.NOT_YET,)
    return [one for one in both if introduction.said_by(one) in unsaid]


def told_how(
    introduction: Introduction, outcome: Outcome, *, by: int, now: datetime, zone: ZoneInfo
) -> Introduction:
    """How it went, as one of the two says; « not yet » is asked about once more."""
    introduction.other(by)
    if introduction.state is not IntroductionState.ACCEPTED:
        raise Refusal("refusal-choice-stale")
    if introduction.said_by(by) not in (None, Outcome.NOT_YET):
        raise Refusal("refusal-outcome-told")
    again = outcome is Outcome.NOT_YET and introduction.follow_ups < FOLLOWED_MOST
    later = introduction.follow_up_at or by_day(now + FOLLOWED_AFTER, zone)
    told = replace(introduction, follow_up_at=later if again else introduction.follow_up_at)
    if by == introduction.helper:
        return replace(told, helper_says=outcome)
    return replace(told, asker_says=outcome)


def by_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself, or the next morning when it falls at night."""
    there = moment.astimezone(zone)
    if WAKES <= there.time() < RESTS:
        return moment
    day = there.date() + timedelta(days=there.time() >= RESTS)
    return datetime.combine(day, WAKES, zone)


def _was_asked(introduction: Introduction) -> bool:
    """Whether the asker agreed to this helper, who may have come forward since as well."""
    came = introduction.state is IntroductionState.OFFERED and introduction.asked_at is not None
    return came or introduction.state in _MAY_AGREE


def _agreed(introduction: Introduction, *, now: datetime, zone: ZoneInfo) -> Introduction:
    return replace(
        introduction,
        need=filled(introduction.need),
        state=IntroductionState.ACCEPTED,
        answered_at=now,
        follow_up_at=by_day(now + FOLLOWED_AFTER, zone),
    )


def _must_be_offered(introduction: Introduction, by: int) -> None:
    if introduction.need.person != by:
        raise Refusal("refusal-introduction-not-yours")
    if introduction.state is not IntroductionState.OFFERED:
        raise Refusal("refusal-introduction-answered")


def _must_be_theirs(introduction: Introduction, by: int) -> None:
    if introduction.helper != by:
        raise Refusal("refusal-introduction-not-yours")
