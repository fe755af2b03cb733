"""A question handed over to people: who takes it, who answers, and how long it waits.

Knows states and rules only. Must not know names, chats or words: whoever asks is a number here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.errors import Refusal
from domain.permanence import Band, Findings

QUESTION_MOST = 2000
"""Characters of a question that reach the team: enough for a page, and far under a message's
limit.
"""

NUDGES = 3
"""Reminders of one wait: the first, and two more; who ignores three ignores the fourth."""

MORNING, EVENING = time(8), time(20)
"""Reminders fall between these hours: a team of volunteers sleeps."""

WORTH_SHOWING = 0.3
"""Confidence under which an entry is not even shown to the team as a guess."""


TITLE_MOST = 60
"""Characters of a question's title: what a phone shows of a topic's name."""


class QuestionState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    MERGED = "merged"


@dataclass(frozen=True)
class Suggested:
    """What the bot would have shown: entries, likeliest first, how sure it was, and why."""

    entries: tuple[int, ...] = ()
    band: Band = Band.UNSURE
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """What somebody asked, where the answer has to go, and what became of it.

    `taken_by` looks after it; `settled_by` answered, closed or merged it. `answer` is what the
    team wrote, all of it; `entry` is the one that holds it. `waits_since` is known once it
    waited anew.
    """

    id: int
    person: int
    chat: int
    text: str
    state: QuestionState
    at: datetime
    message: str | None = None
    thread: str | None = None
    taken_by: int | None = None
    anonymous: bool = False
    suggested: Suggested = Suggested()
    merged_into: int | None = None
    settled_by: int | None = None
    answer: str = ""
    answered_at: datetime | None = None
    waits_since: datetime | None = None
    nudges: int = 0
    nudged_at: datetime | None = None
    entry: int | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to answer."""
        return self.state in (QuestionState.OPEN, QuestionState.TAKEN)

    @property
    def since(self) -> datetime:
        """Since when the asker has waited for the next word."""
        return self.waits_since or self.at

    @property
    def waits_again(self) -> bool:
        """Whether it was over once, and waits anew."""
        return self.waits and self.waits_since is not None


def suggested(findings: Findings, *, judged: bool = False) -> Suggested:
    """What the team is shown: one entry when sure, several when not, at best a guess below.

    What the asker `judged` counts once: without its features nobody judges it again.
    """
    entries = tuple(one.entry.id for one in findings.found)
    if findings.band is Band.SURE:
        entries = entries[:1]
    elif findings.band is Band.UNSURE:
        entries = entries[:1] if findings.confidence >= WORTH_SHOWING else ()
    return Suggested(entries, findings.band, {} if judged else findings.features)


def taken(question: Question, *, by: int) -> Question:
    """Somebody of the team takes it; whoever comes second is told."""
    if not question.waits:
        raise Refusal("refusal-question-closed")
    if question.state is QuestionState.TAKEN and question.taken_by != by:
        raise Refusal("refusal-question-taken")
    return replace(question, state=QuestionState.TAKEN, taken_by=by)


def given_back(question: Question, *, by: int) -> Question:
    """Who took it leaves it to the others."""
    if question.state is not QuestionState.TAKEN:
        raise Refusal("refusal-question-not-taken")
    if question.taken_by != by:
        raise Refusal("refusal-question-taken")
    return replace(question, state=QuestionState.OPEN, taken_by=None)


def answered(question: Question, *, by: int, text: str, now: datetime) -> Question:
    """An answer was given; further ones complete it. Raises when another question answers it."""
    if question.state is QuestionState.MERGED:
        raise Refusal("refusal-choice-stale")
    return replace(
        question,
        state=QuestionState.ANSWERED,
        taken_by=question.taken_by or by,
        settled_by=by,
        answer="\n\n".join(filter(None, (question.answer, text))),
        answered_at=now,
    )


def closed(question: Question, *, by: int) -> Question:
    """Nobody here will answer."""
    if not question.waits:
        raise Refusal("refusal-question-closed")
    return replace(question, state=QuestionState.CLOSED, settled_by=by)


def withdrawn(question: Question) -> Question:
    """The asker takes it back; nobody of the team settled it."""
    if not question.waits and question.state is not QuestionState.MERGED:
        raise Refusal("refusal-question-closed")
    return replace(question, state=QuestionState.CLOSED, settled_by=None, merged_into=None)


def reopened(question: Question, *, now: datetime) -> Question:
    """What was over waits anew, for itself: one that was merged parts from the other."""
    if question.waits:
        raise Refusal("refusal-question-waits")
    return replace(
        question,
        state=QuestionState.OPEN,
        taken_by=None,
        settled_by=None,
        merged_into=None,
        entry=None,
        waits_since=now,
        nudges=0,
        nudged_at=None,
    )


def spoken_again(question: Question, *, now: datetime) -> Question:
    """The asker says more: what waits goes on waiting, what was over waits anew."""
    return question if question.waits else reopened(question, now=now)


def merged(question: Question, *, into: Question, by: int, now: datetime) -> Question:
    """It is the same as another one, whose answer is its own from now on.

    `into` answers for itself: whoever merges follows it to the question that does.
    """
    if into.id == question.id:
        raise Refusal("refusal-question-itself")
    if not question.waits or into.state in (QuestionState.CLOSED, QuestionState.MERGED):
        raise Refusal("refusal-question-closed")
    return replace(
        question,
        state=QuestionState.MERGED,
        merged_into=into.id,
        taken_by=None,
        settled_by=by,
        answered_at=now if into.state is QuestionState.ANSWERED else question.answered_at,
    )


def addressees(question: Question, joined: Sequence[Question]) -> list[Question]:
    """Where one answer goes: to each person once, to the asker of the question itself first."""
    first: dict[int, Question] = {}
    for one in (question, *joined):
        first.setdefault(one.person, one)
    return list(first.values())


def parted(
    question: Question, joined: Sequence[Question], *, now: datetime
) -> tuple[Question | None, list[Question]]:
    """The asker withdraws a question that others were merged into: the oldest of those stands for
    them now. Gives that one, and the rest.
    """
    if not joined or not question.waits:
        return None, []
    heir, *others = sorted(joined, key=lambda one: one.id)
    stands = replace(reopened(heir, now=now), waits_since=heir.waits_since)
    return stands, [replace(one, merged_into=heir.id) for one in others]


def next_nudge(question: Question, *, within: timedelta, zone: ZoneInfo) -> datetime | None:
    """When the team is reminded of it next, by day; None when it was often enough."""
    if not question.waits or question.nudges >= NUDGES:
        return None
    return _by_day((question.nudged_at or question.since) + within, zone)


def nudged(question: Question, *, now: datetime) -> Question:
    """The team was reminded."""
    return replace(question, nudges=question.nudges + 1, nudged_at=now)


def _by_day(moment: datetime, zone: ZoneInfo) -> datetime:
    there = moment.astimezone(zone)
    if there.time() < MORNING:
        return datetime.combine(there.date(), MORNING, zone)
    if there.time() >= EVENING:
        return datetime.combine(there.date() + timedelta(days=1), MORNING, zone)
    return moment


def title_of(text: str) -> str:
    """The first words of a question, on one line."""
    words = " ".join(text.split())
    if len(words) <= TITLE_MOST:
        return words or "?"
    cut = words[: TITLE_MOST - 1]
    return (cut.rpartition(" ")[0].rstrip(" ,;:.") or cut) + "…"
