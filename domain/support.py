"""Support for a structure in difficulty: who may know what of it, and how it goes to its end.

Knows states, consent and counting. Must not know chats or rows: whoever asks is a number here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.errors import Refusal
from domain.skills.words import says_something

STORY_MOST = 4000
"""Characters of what somebody tells: nobody who is tired should have to shorten it."""

ORGANISATION_MOST = 80
NUDGES = 3
"""Reminders of one wait; whoever asked is told at the first that it takes longer."""

TAKEN_WAITS = 3
"""So many times longer waits what somebody of the team took: they are on it."""

ASKED_AFTER = timedelta(days=14)
"""From an answer to the one question of how it goes."""

SILENT_AFTER = timedelta(days=30)
"""From that question to the end of what nobody speaks of any more."""

ALLY_WAITS = timedelta(days=3)
"""How long an ally has to answer; then the team may ask another."""

LEAST = 5
"""Requests below which no figure is told: fewer could be recognised."""

MORNING, EVENING = time(8), time(20)


class About(StrEnum):
    """What weighs on a structure."""

    EXHAUSTION = "exhaustion"
    CONFLICT = "conflict"
    GOVERNANCE = "governance"
    PURPOSE = "purpose"
    MONEY = "money"
    OTHER = "other"


class Share(StrEnum):
    """How far it may go, each further than the one before: the team without a name, then an ally
    too; the team, an ally chosen together, that ally with the structure's name.
    """

    UNNAMED = "unnamed"
    QUIET = "quiet"
    TEAM = "team"
    ALLY = "ally"
    NAMED = "named"

    @property
    def reaches_ally(self) -> bool:
        """Whether somebody outside the team may be asked."""
        return self in (Share.QUIET, Share.ALLY, Share.NAMED)

    @property
    def hides_asker(self) -> bool:
        """Whether even the team is not told who asks."""
        return self in (Share.UNNAMED, Share.QUIET)


class SupportState(StrEnum):
    """Where it stands. DRAFT: nobody but its writer reads it."""

    DRAFT = "draft"
    RECEIVED = "received"
    TAKEN = "taken"
    ANSWERED = "answered"
    RELAYED = "relayed"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How it ended, in the word of whoever asked."""

    BETTER = "better"
    SAME = "same"
    OTHER = "other"


class Professional(StrEnum):
    """The kinds of professionals whom the founding documents name."""

    DLA = "dla"
    MEDIATOR = "mediator"
    CONSULTANT = "consultant"


@dataclass(frozen=True)
class Support:
    """What somebody told, and what became of it; `moved_at` is the moment of its last step.

    `person` is None once it was emptied: then only its kind and its quarter are left.
    """

    id: int
    person: int | None
    text: str
    about: About
    state: SupportState
    at: datetime
    moved_at: datetime
    share: Share = Share.TEAM
    organisation: str = ""
    urgent: bool = False
    taken_by: int | None = None
    answered_by: int | None = None
    asked_at: datetime | None = None
    outcome: Outcome | None = None
    nudges: int = 0
    nudged_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether the team still owes a first word."""
        return self.state in (SupportState.RECEIVED, SupportState.TAKEN)

    @property
    def is_open(self) -> bool:
        """Whether it was sent and is not over."""
        return self.state not in (SupportState.DRAFT, SupportState.CLOSED)


class RelayState(StrEnum):
    """Where the way to an ally stands: asked, willing, in contact; or it led nowhere."""

    ASKED = "asked"
    AGREED = "agreed"
    INTRODUCED = "introduced"
    DECLINED = "declined"
    OVER = "over"


@dataclass(frozen=True)
class Relay:
    """An ally whom the team thinks of; no name passes before both sides agreed."""

    id: int
    support: int
    helper: int
    state: RelayState
    at: datetime

    @property
    def runs(self) -> bool:
        """Whether somebody still has to answer."""
        return self.state in (RelayState.ASKED, RelayState.AGREED)


class Asked(NamedTuple):
    """An ally who was asked, as the team sees them: `name` is "" where they show it to nobody."""

    place: int
    name: str
    state: RelayState


@dataclass(frozen=True)
class Case:
    """A request as the team sees it: `asker` is "" for whoever stays unnamed, `answerer` wrote last
    for the team, `allies` are those asked about it, in their order.
    """

    support: Support
    asker: str = ""
    taker: str = ""
    answerer: str = ""
    allies: tuple[Asked, ...] = ()


def story_of(typed: str) -> str:
    """What somebody tells, as it is kept; refuses what says nothing, or what nobody could read."""
    text = typed.strip()
    if not says_something(text):
        raise Refusal("refusal-support-empty")
    if len(text) > STORY_MOST:
        raise Refusal("refusal-support-long", most=STORY_MOST)
    return text


def organisation_of(typed: str) -> str:
    """A structure's name on one line."""
    name = " ".join(typed.split())[:ORGANISATION_MOST]
    if not says_something(name):
        raise Refusal("refusal-support-organisation")
    return name


def sent(
    draft: Support, *, share: Share, organisation: str, urgent: bool, now: datetime
) -> Support:
    """Its writer read it once more, and lets it go so far and no further."""
    if draft.state is not SupportState.DRAFT:
        raise Refusal("refusal-support-sent")
    return replace(
        draft,
        state=SupportState.RECEIVED,
        share=share,
        organisation=organisation if share is Share.NAMED else "",
        urgent=urgent,
        at=now,
        moved_at=now,
    )


def taken(support: Support, *, by: int, now: datetime) -> Support:
    """Somebody of the team looks after it; the same one twice changes nothing."""
    _must_be_open(support)
    if support.taken_by == by:
        return support
    if support.taken_by is not None:
        raise Refusal("refusal-support-taken")
    state = SupportState.TAKEN if support.waits else support.state
    return replace(support, state=state, taken_by=by, moved_at=now)


def given_back(support: Support, *, by: int, now: datetime) -> Support:
    """Whoever took it leaves it to the others, who have all their time for it."""
    _must_be_open(support)
    if support.taken_by != by:
        raise Refusal("refusal-support-not-taken")
    if not support.waits:
        return replace(support, taken_by=None)
    return _waiting(replace(support, taken_by=None), now)


def answered(support: Support, *, by: int, now: datetime) -> Support:
    """The team wrote; further words complete the first ones."""
    _must_be_open(support)
    state = SupportState.ANSWERED if support.waits else support.state
    taken_by = support.taken_by or by
    return replace(support, state=state, taken_by=taken_by, answered_by=by, moved_at=now)


def relayed(support: Support, *, now: datetime) -> Support:
    """Somebody else goes on with it: an ally, or a professional who was pointed out."""
    _must_be_open(support)
    return replace(support, state=SupportState.RELAYED, moved_at=now)


def spoken_again(support: Support, *, now: datetime) -> Support:
    """Whoever asked says more: what was answered or over waits again."""
    if support.waits:
        return support
    return _waiting(replace(support, outcome=None), now)


def widened(support: Support) -> Support:
    """Whoever asked lets the team look for an ally; names stay where they are."""
    _must_be_open(support)
    if support.share.reaches_ally:
        return support
    wider = Share.QUIET if support.share.hides_asker else Share.ALLY
    return replace(support, share=wider)


def narrowed(support: Support) -> Support:
    """Whoever asked keeps it to the team; a name that the team knows it goes on knowing."""
    _must_be_open(support)
    if not support.share.reaches_ally:
        return support
    nearer = Share.UNNAMED if support.share.hides_asker else Share.TEAM
    return replace(support, share=nearer, organisation="")


def may_reach_ally(support: Support) -> None:
    """Refuse what was not agreed to."""
    _must_be_open(support)
    if not support.share.reaches_ally:
        raise Refusal("refusal-support-team-only")


def asked(support: Support, *, now: datetime) -> Support:
    """They were asked how it goes, which happens once."""
    return replace(support, asked_at=now)


def closed(support: Support, outcome: Outcome | None, *, now: datetime) -> Support:
    """It is over, in the word of whoever asked; without one when nothing was said any more."""
    _must_be_open(support)
    return replace(support, state=SupportState.CLOSED, outcome=outcome, moved_at=now)


def emptied(support: Support, *, now: datetime, zone: ZoneInfo) -> Support:
    """Nothing is left but its kind and its quarter, so that it still counts."""
    return Support(
        id=support.id,
        person=None,
        text="",
        about=support.about,
        state=SupportState.CLOSED,
        at=quarter_of(support.at, zone),
        moved_at=now,
        outcome=support.outcome,
    )


def helper_answered(relay: Relay, *, by: int, agrees: bool) -> Relay:
    """The ally's word, which comes first."""
    if relay.helper != by:
        raise Refusal("refusal-choice-not-yours")
    if relay.state is not RelayState.ASKED:
        raise Refusal("refusal-support-relay-over")
    return replace(relay, state=RelayState.AGREED if agrees else RelayState.DECLINED)


def asker_answered(relay: Relay, *, agrees: bool) -> Relay:
    """The word of whoever asked, once the ally is willing."""
    if relay.state is not RelayState.AGREED:
        raise Refusal("refusal-support-relay-over")
    return replace(relay, state=RelayState.INTRODUCED if agrees else RelayState.OVER)


def relay_over(relay: Relay) -> Relay:
    """Nobody has to answer any more; a contact that was made stays one."""
    return replace(relay, state=RelayState.OVER) if relay.runs else relay


def next_nudge(support: Support, *, within: timedelta, zone: ZoneInfo) -> datetime | None:
    """When the team is reminded next, by day: a quarter of the time where it is urgent."""
    if not support.waits or support.nudges >= NUDGES:
        return None
    if support.state is SupportState.TAKEN:
        within *= TAKEN_WAITS
    within = within / 4 if support.urgent else within
    return _by_day((support.nudged_at or support.moved_at) + within, zone)


def nudged(support: Support, *, now: datetime) -> Support:
    """The team was reminded."""
    return replace(support, nudges=support.nudges + 1, nudged_at=now)


def next_question(support: Support, zone: ZoneInfo) -> datetime | None:
    """When to ask how it goes: two weeks after the last word, once, in the morning or later."""
    if support.state not in (SupportState.ANSWERED, SupportState.RELAYED) or support.asked_at:
        return None
    return _by_day(support.moved_at + ASKED_AFTER, zone)


def ends_at(support: Support) -> datetime | None:
    """When it is over without a word."""
    if support.asked_at is None or support.waits or not support.is_open:
        return None
    return max(support.asked_at, support.moved_at) + SILENT_AFTER


def empties_at(support: Support, *, kept: timedelta) -> datetime | None:
    """When its words go by themselves."""
    if support.state is not SupportState.CLOSED or support.person is None:
        return None
    return support.moved_at + kept


@dataclass(frozen=True)
class Figures:
    """A quarter in figures that nobody can be recognised in; `total` is None where it would tell
    one of those left out.
    """

    total: int | None
    kinds: Mapping[About, int]


def figures(abouts: Iterable[About]) -> Figures:
    """Each kind of which there were enough, and the whole where the rest is enough too."""
    counts = Counter(abouts)
    kinds = {about: counts[about] for about in About if counts[about] >= LEAST}
    total = sum(counts.values())
    left_out = total - sum(kinds.values())
    tells = total >= LEAST and (left_out == 0 or left_out >= LEAST)
    return Figures(total if tells else None, kinds)


def quarter_of(moment: datetime, zone: ZoneInfo) -> datetime:
    """The first moment of a moment's quarter."""
    there = moment.astimezone(zone)
    return datetime(there.year, there.month - (there.month - 1) % 3, 1, tzinfo=zone)


def quarter_before(moment: datetime, zone: ZoneInfo) -> datetime:
    """The first moment of the last quarter that is over: one that still runs would tell of the
    newest request.
    """
    return quarter_of(quarter_of(moment, zone) - timedelta(days=1), zone)


def _must_be_open(support: Support) -> None:
    if not support.is_open:
        raise Refusal("refusal-support-closed")


def _waiting(support: Support, now: datetime) -> Support:
    state = SupportState.TAKEN if support.taken_by is not None else SupportState.RECEIVED
    return replace(support, state=state, moved_at=now, nudges=0, nudged_at=None)


def _by_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment when a team of volunteers is awake."""
    there = moment.astimezone(zone)
    if there.time() < MORNING:
        return datetime.combine(there.date(), MORNING, zone)
    if there.time() >= EVENING:
        return datetime.combine(there.date() + timedelta(days=1), MORNING, zone)
    return moment
