"""What somebody asks the alliance for: a skill, or a thing to lend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.errors import Refusal
from domain.matching import NOTHING
from domain.people import fold
from domain.skills import Kind

NEED_MOST = 500
"""Characters of a need: what one message to a busy person should hold."""


DRAFT_DAYS = 3
"""A card that nobody confirmed by then is forgotten; nobody was asked."""

LINGERS = 60
"""Days after which a need without a day is asked about, like one whose day went by."""

CALLED_FOR = timedelta(days=28)
"""How long a call stands in the agenda: four issues."""

WEEK = timedelta(days=7)


class NeedState(StrEnum):
    """Where a need stands. DRAFT: its card was not confirmed yet. UNMET: nobody was found, and the
    team looks. CLOSED: its asker took it back. EXPIRED: its day went by.
    """

    DRAFT = "draft"
    OPEN = "open"
    FILLED = "filled"
    CLOSED = "closed"
    UNMET = "unmet"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Need:
    """What somebody asks for, in their words and as it was understood.

    `subject` is what is left of the words without day, place and length. `place` is as they said
    it, `commune` its INSEE code where it is known. `names_asker`: whether those who are asked may
    know by whom; `in_digest`: whether it may be called out to everybody, `named_in_digest` with the
    asker's name. `called_at`: when the team put it into the agenda. `group_id`: the chat it was
    posted or asked in.
    """

    id: int
    person: int
    text: str
    state: NeedState
    at: datetime
    kind: Kind = Kind.SKILL
    concept: str | None = None
    deadline: date | None = None
    remote: bool = False
    place: str = ""
    commune: str | None = None
    minutes: int | None = None
    names_asker: bool = False
    in_digest: bool = False
    subject: str = ""
    urgent: bool = False
    named_in_digest: bool = False
    group_id: int | None = None
    called_at: datetime | None = None

    @property
    def ends(self) -> date:
        """The last day on which somebody is looked for."""
        return self.deadline or self.at.date() + timedelta(days=LINGERS)

    @property
    def seeks(self) -> bool:
        """Whether somebody may still be found for it."""
        return self.state in _SEEKING

    @property
    def team_knows(self) -> bool:
        """Whether the team may read who asks: helpers may, or all the readers of the agenda."""
        return self.names_asker or self.named_in_digest


_SEEKING = frozenset({NeedState.OPEN, NeedState.UNMET})


def is_same(need: Need, other: Need) -> bool:
    """Whether two needs of one person ask for the same, and not for two days or two places."""
    same_words = fold(need.subject or need.text) == fold(other.subject or other.text)
    days = {need.deadline, other.deadline} - {None}
    places = {fold(need.place), fold(other.place)} - {""}
    return same_words and len(days) < 2 and len(places) < 2


def need_of(text: str) -> str:
    """A need as it is kept; refuses an empty or an endless one."""
    text = " ".join(text.split())
    if not text or fold(text) in NOTHING:
        raise Refusal("refusal-need-empty")
    if len(text) > NEED_MOST:
        raise Refusal("refusal-need-too-long", most=NEED_MOST)
    return text


def opened(need: Need) -> Need:
    """Its card was confirmed, or its asker asks again: people may be asked."""
    return _moved(need, NeedState.OPEN, NeedState.DRAFT, NeedState.UNMET, NeedState.EXPIRED)


def filled(need: Need) -> Need:
    """Somebody helps: nobody else is asked."""
    return _moved(need, NeedState.FILLED, *_SEEKING)


def reopened(need: Need) -> Need:
    """Whoever was to help cannot after all: others may be asked again."""
    return _moved(need, NeedState.OPEN, NeedState.FILLED)


def unmet(need: Need) -> Need:
    """Nobody was found: the team looks."""
    return _moved(need, NeedState.UNMET, NeedState.OPEN)


def closed(need: Need) -> Need:
    """Taken back by its asker, or ended by the team."""
    return _moved(need, NeedState.CLOSED, NeedState.DRAFT, *_SEEKING, NeedState.EXPIRED)


def resumed(need: Need, state: NeedState, today: date) -> Need | None:
    """A need that ended with its asker's departure, as it stood before; None when something else
    became of it, or its day is behind.
    """
    if need.state is not NeedState.CLOSED or need.ends < today:
        return None
    return replace(need, state=state)


def taken_up(need: Need) -> Need:
    """The team had closed it, and looks again after all."""
    return _moved(need, NeedState.UNMET, NeedState.CLOSED)


def expired(need: Need) -> Need:
    """Its day went by without anybody."""
    return _moved(need, NeedState.EXPIRED, *_SEEKING)


def extended(need: Need, today: date) -> Need:
    """A week more, from its day or from today; a need that ended opens again."""
    later = replace(need, deadline=max(need.ends, today) + WEEK)
    return later if need.seeks else opened(later)


def naming(need: Need, named: bool) -> Need:
    """Whether those who are asked may know by whom; a name that is hidden is hidden everywhere."""
    return replace(need, names_asker=named, named_in_digest=need.named_in_digest and named)


def uncalled(need: Need) -> Need:
    """Nobody may call for it in the agenda, whatever was agreed before."""
    return replace(need, in_digest=False, named_in_digest=False, called_at=None)


def asked_anew(need: Need, *, now: datetime, today: date) -> Need:
    """The same words once more, as a need of its own: what was told of the first stays with it."""
    past = need.deadline is not None and need.deadline < today
    return replace(
        uncalled(need),
        id=0,
        state=NeedState.OPEN,
        at=now,
        deadline=None if past else need.deadline,
        group_id=None,
    )


def in_agenda(need: Need, now: datetime) -> bool:
    """Whether the weekly agenda calls for it: its asker agreed, the team put it there lately."""
    lately = need.called_at is not None and now - need.called_at < CALLED_FOR
    return need.seeks and need.in_digest and lately


def _moved(need: Need, to: NeedState, *states: NeedState) -> Need:
    """The need in another state, once; the refusal says how it stands."""
    if need.state not in states:
        raise Refusal(_STANDS[need.state])
    return replace(need, state=to)


_STANDS = {
    NeedState.DRAFT: "refusal-need-draft",
    NeedState.OPEN: "refusal-need-open",
    NeedState.FILLED: "refusal-need-filled",
    NeedState.CLOSED: "refusal-need-closed",
    NeedState.UNMET: "refusal-need-unmet",
    NeedState.EXPIRED: "refusal-need-expired",
}
