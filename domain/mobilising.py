"""Time asked of the team in return for time given: what was asked, and what the team has left.

The team announces so many hours a month; a request is never refused for a balance, nor for what is
left. Must not know chats, rows or balances.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain import durations
from domain.errors import Refusal
from domain.numbers import TAKEN
from domain.people import flat
from domain.sentences import SENTENCE_MOST
from domain.timebank import SUBJECT_MOST

REMIND_EVERY = timedelta(days=3)
REMINDERS_MOST = 3
"""Reminders of one request: a team that was told so often knows."""


class MobilisationState(StrEnum):
    """Where a request stands. WITHDRAWN by its asker, DECLINED by the team."""

    ASKED = "asked"
    TAKEN = "taken"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Mobilisation:
    """Minutes of the team that somebody asks for. `month` is the first day of the month whose hours
    it takes; `exchange` what was noted once it was done.
    """

    id: int
    person: int
    minutes: int
    what: str
    state: MobilisationState
    at: datetime
    month: date
    taken_by: int | None = None
    exchange: int | None = None
    reminders: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it still waits, for an answer or to be done."""
        return self.state in (MobilisationState.ASKED, MobilisationState.TAKEN)

    def postponed(self, zone: ZoneInfo) -> bool:
        """Whether the team put it off to a month after the one in which it was asked."""
        return self.month > month_of(self.at.astimezone(zone).date())


@dataclass(frozen=True)
class Case:
    """A request with what is shown around it: who asks, with what balance, who took it, what the
    team announced for this month and has left of it.
    """

    request: Mobilisation
    asker: str
    balance: int
    taker: str
    announced: int | None
    left: int | None
    postponed: bool


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def month_after(month: date) -> date:
    """The first day of the month that follows."""
    return month_of(month.replace(day=28) + timedelta(days=7))


def left_of(announced: int | None, requests: Iterable[Mobilisation], zone: ZoneInfo) -> int | None:
    """What is left of a month's announced minutes; None where nothing was announced.

    What the team took, did or put off to this month is promised.
    """
    if announced is None:
        return None
    promised = (
        one.minutes
        for one in requests
        if one.state in (MobilisationState.TAKEN, MobilisationState.DONE)
        or (one.state is MobilisationState.ASKED and one.postponed(zone))
    )
    return max(0, announced - sum(promised))


def taken(request: Mobilisation, *, by: int) -> Mobilisation:
    """Somebody of the team will do it; nobody does it for themselves."""
    if request.state is not MobilisationState.ASKED:
        raise Refusal("refusal-already-decided")
    if by == request.person:
        raise Refusal("refusal-mobilisation-own")
    return replace(request, state=MobilisationState.TAKEN, taken_by=by)


def given_back(request: Mobilisation, *, by: int) -> Mobilisation:
    """Whoever took it leaves it to the others."""
    _taken_by(request, by)
    return replace(request, state=MobilisationState.ASKED, taken_by=None)


def put_off(request: Mobilisation, today: date) -> Mobilisation:
    """It waits for the month after this one, and is shown again then."""
    if request.state is not MobilisationState.ASKED:
        raise Refusal("refusal-already-decided")
    return replace(request, month=month_after(month_of(today)), reminders=0)


def declined(request: Mobilisation) -> Mobilisation:
    """The team cannot."""
    if request.state is not MobilisationState.ASKED:
        raise Refusal("refusal-already-decided")
    return replace(request, state=MobilisationState.DECLINED)


def withdrawn(request: Mobilisation, *, by: int) -> Mobilisation:
    """The asker needs it no more."""
    if by != request.person:
        raise Refusal("refusal-choice-stale")
    if not request.is_open:
        raise Refusal("refusal-already-decided")
    return replace(request, state=MobilisationState.WITHDRAWN)


def done(request: Mobilisation, *, by: int, minutes: int) -> Mobilisation:
    """It was done by whoever had taken it, and took so long."""
    _taken_by(request, by)
    return replace(request, state=MobilisationState.DONE, minutes=durations.allowed(minutes))


def _taken_by(request: Mobilisation, person: int) -> None:
    if request.state is not MobilisationState.TAKEN:
        raise Refusal("refusal-already-decided")
    if request.taken_by != person:
        raise Refusal("refusal-mobilisation-not-yours")


def next_reminder(request: Mobilisation, zone: ZoneInfo) -> datetime | None:
    """When the team is reminded of a request; one put off is shown as its month begins."""
    if request.state is not MobilisationState.ASKED or request.reminders >= REMINDERS_MOST:
        return None
    if request.postponed(zone):
        opens = datetime.combine(request.month, time(9), tzinfo=zone)
        return opens + request.reminders * REMIND_EVERY
    return request.at + (request.reminders + 1) * REMIND_EVERY


@dataclass(frozen=True)
class Asked:
    """What one message asks; `refusal` is why its duration cannot stand."""

    minutes: int | None = None
    what: str | None = None
    refusal: Refusal | None = None


_OWNED = re.compile(
    r"\b(?:j'ai|il me reste|mon solde est(?: de)?|i have|i've(?: got)?|my balance is)"
    rf" (?:donc |deja |encore |already |still )?(?P<length>{TAKEN}+)"
)
_TIE = re.compile(r"\b(?:pour|for|a|sur|avec|with|on|to) (?=\S)")
_END = re.compile(
    r"[\s?!.,;]*"
    r"(?:(?:svp|stp|s'il (?:vous|te) plait|please|merci(?: d'avance)?|thanks)[\s?!.,;]*)?$"
)
_TEAM = re.compile(r"\b(?:equipe|team)\b")
_HELPS = re.compile(
    r"\b(?:aider|aide|appui|appuyer|soutenir|accompagner|coup de main|mobiliser|donner|consacrer"
    r"|help|support|hand|give|spare|mobili[sz]e)\b"
)
_WISHES = re.compile(
    r"\?|\b(?:peut|pourrait|peuvent|voudrais|aimerais|souhaite|besoin|can|could|would|need|may)\b"
)
_MINE = re.compile(
    r"\b(?:m'|me |moi\b|nous\b|je |j'|mon |ma |mes |notre |nos |i |i'|us\b|we |my |our )"
)


def read(text: str, *, day: int = durations.DAY) -> Asked:
    """How long, and what for; time that one says to have is not what one asks."""
    if len(text) > SENTENCE_MOST:
        return Asked(refusal=Refusal("refusal-subject-too-long", most=SUBJECT_MOST))
    text = " ".join(unicodedata.normalize("NFC", text).replace(TAKEN, " ").split())
    lengths = durations.find(text, day=day)
    for one in lengths:
        text = text[: one.start] + TAKEN * (one.end - one.start) + text[one.end :]
    said = flat(text)
    owned = _OWNED.search(said)
    if owned:
        lengths = [one for one in lengths if one.start != owned.start("length")]
    after = lengths[-1].end if lengths else 0
    tie = _TIE.search(said, after)
    what = text[tie.end() :] if tie else ""
    what = what[: _end_of(what)].replace(TAKEN, " ").strip()
    try:
        minutes = durations.settle(lengths) if lengths else None
    except Refusal as refusal:
        return Asked(None, what or None, refusal)
    return Asked(minutes, what or None)


def _end_of(text: str) -> int:
    found = _END.search(flat(text))
    return found.start() if found else len(text)


def asks_team(sentence: str) -> bool:
    """Whether a plain sentence asks for some of the team's time, with its length."""
    if len(sentence) > SENTENCE_MOST or not durations.find(sentence):
        return False
    said = flat(sentence)
    return all(one.search(said) for one in (_TEAM, _HELPS, _WISHES, _MINE))
