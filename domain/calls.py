"""Calls for interest: the team says what it looks for and by which criteria, whoever wants answers,
and each answer is looked at by those criteria before anybody is told.

Must not know chats, rows, or what a skill is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.errors import Refusal
from domain.people import fold
from domain.places import Place
from domain.profiles import Profile

TITLE_MOST = 120
WHAT_MOST = 1500
WORDS_MOST = 1000  # of an answer; the rest is for when people meet
WHY_MOST = 300
PLACES_MOST = 50
CRITERIA_MOST = 6
CRITERION_MOST = 60
FARTHEST = timedelta(days=365)

BETWEEN_CALLS = timedelta(days=7)
"""A call is an invitation and no ask, so it counts for nobody's month; one a week is enough."""

REMIND_EVERY = timedelta(days=7)
REMINDERS_MOST = 3
MORNING = time(9, 0)


class CallKind(StrEnum):
    """What is looked for: people for a task, or allies to accompany a territory."""

    TASK = "task"
    TERRITORY = "territory"


class CallState(StrEnum):
    """Where a call stands. CLOSED takes no answers and waits for the team's choice."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"
    CANCELLED = "cancelled"


class AnswerState(StrEnum):
    """What somebody said to a call; INVITED is nothing yet."""

    INVITED = "invited"
    DECLINED = "declined"
    IN = "in"
    WITHDRAWN = "withdrawn"


class Mark(StrEnum):
    """How far an answer meets a criterion."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


CRITERIA: Mapping[CallKind, tuple[str, ...]] = {
    CallKind.TASK: ("engagement", "competence", "sharing"),
    CallKind.TERRITORY: ("fundamentals", "attested", "context"),
}
"""What is looked at unless the team says otherwise, by keys that each language words."""


@dataclass(frozen=True)
class Call:
    """A call. `concept` is the skill it needs: "" when none in particular, None when nobody said.

    `criteria` are keys of ours or the team's own words.
    """

    id: int
    kind: CallKind
    title: str
    what: str
    state: CallState
    by: int
    at: datetime
    closes: date
    places: int = 1
    criteria: tuple[str, ...] = CRITERIA[CallKind.TASK]
    concept: str | None = None
    place: Place | None = None
    in_digest: bool = False
    reminders: int = 0
    closed_at: datetime | None = None

    @property
    def is_live(self) -> bool:
        """Whether something is still to come of it."""
        return self.state in (CallState.OPEN, CallState.CLOSED)


@dataclass(frozen=True)
class Note:
    """What the team thinks of an answer by one criterion, a word on it, and who of them it was."""

    mark: Mark
    word: str = ""
    by: int | None = None


@dataclass(frozen=True)
class Answer:
    """What somebody said to a call, and what the team noted. `said` are one-tap answers by what
    was asked; "seen" where the fabrique knew. `shows_name`: whether their name may be told.
    """

    id: int
    call: int
    person: int
    state: AnswerState
    text: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    chosen: bool = False
    why: str = ""
    shows_name: bool | None = None
    told_at: datetime | None = None
    answered_at: datetime | None = None

    @property
    def counts(self) -> bool:
        """Whether they want to take part."""
        return self.state is AnswerState.IN

    @property
    def waits(self) -> bool:
        """Whether they are still to be told of the call."""
        return self.state is AnswerState.INVITED and self.told_at is None


def titled(text: str) -> str:
    """A title on one line."""
    return _fitting(" ".join(text.split()), TITLE_MOST, empty="refusal-call-untitled")


def described(text: str) -> str:
    """What it is about."""
    return _fitting(text.strip(), WHAT_MOST, empty="refusal-call-undescribed")


def reasoned(text: str) -> str:
    """Why somebody was chosen, in a few words."""
    return _fitting(" ".join(text.split()), WHY_MOST, empty="refusal-call-why")


def criteria_in(text: str) -> tuple[str, ...]:
    """Criteria between commas, semicolons or lines, each once."""
    parts = [
        " ".join(part.split()) for part in text.replace("\n", ",").replace(";", ",").split(",")
    ]
    found = tuple({fold(part): part for part in parts if fold(part)}.values())
    if not found:
        raise Refusal("refusal-call-criteria")
    if len(found) > CRITERIA_MOST or any(len(one) > CRITERION_MOST for one in found):
        raise Refusal("refusal-call-criteria-many", most=CRITERIA_MOST)
    return found


def closing(day: date, today: date) -> date:
    """The last day on which one may answer."""
    if day < today:
        raise Refusal("refusal-call-past", day=day)
    if day > today + FARTHEST:
        raise Refusal("refusal-call-far")
    return day


def room_for(count: int) -> int:
    """How many may be chosen."""
    if not 1 <= count <= PLACES_MOST:
        raise Refusal("refusal-call-places", most=PLACES_MOST)
    return count


def rekinded(call: Call, kind: CallKind) -> Call:
    """The same call as another kind, by that kind's criteria unless the team wrote its own; a
    territory's asks for no skill that nobody named.
    """
    own = call.criteria != CRITERIA[call.kind]
    concept = call.concept if call.concept or kind is CallKind.TASK else ""
    criteria = call.criteria if own else CRITERIA[kind]
    return replace(call, kind=kind, criteria=criteria, concept=concept)


def still_draft(call: Call) -> Call:
    """The same call, while it may be changed: what people answered to is not rewritten."""
    if call.state is not CallState.DRAFT:
        raise Refusal("refusal-call-opened")
    return call


def opened(call: Call, today: date) -> Call:
    """People may answer from now on."""
    closing(still_draft(call).closes, today)
    return replace(call, state=CallState.OPEN)


def takes_answers(call: Call, today: date) -> Call:
    """The same call, on a day on which it takes answers; the last day is one."""
    if call.state is not CallState.OPEN or today > call.closes:
        raise Refusal("refusal-call-over")
    return call


def closed(call: Call, now: datetime) -> Call:
    """No more answers."""
    if call.state is not CallState.OPEN:
        raise Refusal("refusal-already-decided")
    return replace(call, state=CallState.CLOSED, closed_at=now, reminders=0)


def reopened(call: Call, until: date, today: date) -> Call:
    """Answers are taken again, until another day."""
    if call.state is not CallState.CLOSED:
        raise Refusal("refusal-already-decided")
    return replace(call, state=CallState.OPEN, closes=closing(until, today), closed_at=None)


def cancelled(call: Call) -> Call:
    """Nothing comes of it."""
    if call.state is not CallState.DRAFT and not call.is_live:
        raise Refusal("refusal-already-decided")
    return replace(call, state=CallState.CANCELLED)


def noted(call: Call, answer: Answer, criterion: str, mark: Mark, by: int) -> Answer:
    """The answer with a mark by one criterion, which comes last: once, until it is looked at again,
    so that two who mark at the same time do not answer for each other.
    """
    _must_be_looked_at(call, answer)
    if criterion not in call.criteria:
        raise Refusal("refusal-choice-stale")
    if criterion in answer.notes:
        raise Refusal("refusal-call-marked")
    return replace(answer, notes={**answer.notes, criterion: Note(mark, by=by)})


def worded(call: Call, answer: Answer, word: str) -> Answer:
    """The answer with a word on what was marked last, after the words that are there already."""
    _must_be_looked_at(call, answer)
    if not answer.notes:
        raise Refusal("refusal-call-mark-first")
    last = list(answer.notes)[-1]
    said = _fitting(" ".join(word.split()), WHY_MOST, empty="refusal-call-why")
    before = answer.notes[last]
    whole = f"{before.word} — {said}" if before.word else said
    fitting = _fitting(whole, WHY_MOST, empty="refusal-call-why")
    return replace(answer, notes={**answer.notes, last: replace(before, word=fitting)})


def may_choose(call: Call, answers: Iterable[Answer], answer: Answer) -> None:
    """Refuse while people still answer, before all was looked at, and beyond the places."""
    _must_be_looked_at(call, answer)
    if call.state is not CallState.CLOSED:
        raise Refusal("refusal-call-close-first")
    if open_criteria(call, answer):
        raise Refusal("refusal-call-mark-all")
    if sum(one.chosen for one in answers if one.counts and one.id != answer.id) >= call.places:
        raise Refusal("refusal-call-full", room=call.places)


def chosen(call: Call, answers: Iterable[Answer], answer: Answer, why: str) -> Answer:
    """The answer as one of those chosen, with the reason."""
    may_choose(call, answers, answer)
    return replace(answer, chosen=True, why=reasoned(why))


def unchosen(call: Call, answer: Answer) -> Answer:
    """The answer as one of the others."""
    _must_be_looked_at(call, answer)
    return replace(answer, chosen=False, why="")


def open_criteria(call: Call, answer: Answer) -> list[str]:
    """The criteria by which nobody looked at an answer yet."""
    return [one for one in call.criteria if one not in answer.notes]


def may_be_told(call: Call, answers: Sequence[Answer]) -> Call:
    """The same call, once every answer was looked at by every criterion."""
    if call.state is CallState.OPEN:
        raise Refusal("refusal-call-close-first")
    if call.state is not CallState.CLOSED:
        raise Refusal("refusal-already-decided")
    left = [one for one in answers if one.counts and open_criteria(call, one)]
    if left:
        raise Refusal("refusal-call-unmarked", count=len(left))
    return call


def explained(call: Call, answer: Answer, why: str) -> Answer:
    """The answer with the reason why it is none of those chosen."""
    _must_be_looked_at(call, answer)
    if call.state is not CallState.CLOSED:
        raise Refusal("refusal-call-close-first")
    if answer.chosen:
        raise Refusal("refusal-choice-stale")
    return replace(answer, why=reasoned(why))


def withdrawn(call: Call, answer: Answer) -> Answer:
    """Somebody takes their answer back, until the choice is told."""
    if not call.is_live or not answer.counts:
        raise Refusal("refusal-choice-stale")
    return replace(answer, state=AnswerState.WITHDRAWN, chosen=False, why="", text="", notes={})


def _must_be_looked_at(call: Call, answer: Answer) -> None:
    if not call.is_live:
        raise Refusal("refusal-already-decided")
    if not answer.counts:
        raise Refusal("refusal-call-withdrawn")


def closes_at(call: Call, zone: ZoneInfo) -> datetime:
    """When a call closes by itself: the morning after its last day."""
    return datetime.combine(call.closes + timedelta(days=1), MORNING, tzinfo=zone)


def next_due(call: Call, zone: ZoneInfo) -> datetime | None:
    """When a call closes by itself or, after that, when the team is reminded to choose."""
    if call.state is CallState.OPEN:
        return closes_at(call, zone)
    if call.state is not CallState.CLOSED or call.closed_at is None:
        return None
    if call.reminders >= REMINDERS_MOST:
        return None
    return call.closed_at + (call.reminders + 1) * REMIND_EVERY


def told_when(
    profile: Profile, last: datetime | None, now: datetime, zone: ZoneInfo
) -> datetime | None:
    """When somebody may next be told of a call; None for whoever wants to be asked nothing."""
    today = now.astimezone(zone).date()
    if profile.never_asked:
        return None
    due = max(now, last + BETWEEN_CALLS) if last is not None else now
    if profile.paused_until is not None and profile.is_paused(today):
        due = max(due, datetime.combine(profile.paused_until, MORNING, tzinfo=zone))
    return due


def _fitting(text: str, most: int, *, empty: str) -> str:
    if not any(letter.isalnum() for letter in text):
        raise Refusal(empty)
    if len(text) > most:
        raise Refusal("refusal-call-long", most=most)
    return text
