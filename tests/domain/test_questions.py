"""A question handed over: who takes it, when it is over, and who gets which answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from domain.errors import Refusal
from domain.permanence import Band, Entry, Findings, Found
from domain.questions import (
    NUDGES,
    TITLE_MOST,
    Question,
    QuestionState,
    addressees,
    answered,
    closed,
    given_back,
    merged,
    next_nudge,
    nudged,
    parted,
    reopened,
    spoken_again,
    suggested,
    taken,
    title_of,
    withdrawn,
)

ADA, BASILE, CHLOE, DRISS = 1, 2, 3, 4
PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
ASKED = Question(
    id=7, person=ADA, chat=1, text="Où est le local ?", state=QuestionState.OPEN, at=MONDAY
)
OTHER = replace(ASKED, id=5, person=BASILE, text="Le local, c’est où ?")
LATER = MONDAY + timedelta(hours=3)


def test_whoever_takes_a_question_keeps_it() -> None:
    """A second person of the team is told, the first one may tap again."""
    hers = taken(ASKED, by=CHLOE)

    assert taken(hers, by=CHLOE) == hers
    with pytest.raises(Refusal, match="refusal-question-taken"):
        taken(hers, by=DRISS)


def test_whoever_took_a_question_may_give_it_back_and_nobody_else() -> None:
    """Then another one may take it."""
    hers = taken(ASKED, by=CHLOE)

    with pytest.raises(Refusal, match="refusal-question-taken"):
        given_back(hers, by=DRISS)
    with pytest.raises(Refusal, match="refusal-question-not-taken"):
        given_back(ASKED, by=CHLOE)
    assert taken(given_back(hers, by=CHLOE), by=DRISS).taken_by == DRISS


def test_an_answer_ends_the_waiting() -> None:
    """Whoever answers has taken the question, if nobody had."""
    done = answered(ASKED, by=DRISS, text="Derrière la gare.", now=LATER)

    assert (done.state, done.taken_by, done.waits) == (QuestionState.ANSWERED, DRISS, False)
    assert (done.answer, done.answered_at) == ("Derrière la gare.", LATER)


def test_an_answer_leaves_the_question_to_who_took_it() -> None:
    """Chloé took it; that Driss answered in her place is kept beside it."""
    done = answered(taken(ASKED, by=CHLOE), by=DRISS, text="Là.", now=LATER)

    assert (done.taken_by, done.settled_by) == (CHLOE, DRISS)


def test_a_further_answer_completes_the_first() -> None:
    """Both are kept, for whoever asks the same later."""
    first = answered(ASKED, by=DRISS, text="Derrière la gare.", now=LATER)

    assert answered(first, by=CHLOE, text="Au 1er.", now=LATER).answer == (
        "Derrière la gare.\n\nAu 1er."
    )


@pytest.mark.parametrize("state", [QuestionState.ANSWERED, QuestionState.CLOSED])
def test_what_is_over_is_neither_taken_nor_closed_again(state: QuestionState) -> None:
    """Both taps come too late; opening it again comes at the right time."""
    over = replace(ASKED, state=state)

    with pytest.raises(Refusal, match="refusal-question-closed"):
        taken(over, by=CHLOE)
    with pytest.raises(Refusal, match="refusal-question-closed"):
        closed(over, by=CHLOE)
    again = reopened(over, now=LATER)
    assert (again.waits, again.waits_again, again.taken_by) == (True, True, None)


def test_what_waits_is_not_opened_again() -> None:
    """Nothing was over; the asker's further words change nothing either."""
    with pytest.raises(Refusal, match="refusal-question-waits"):
        reopened(ASKED, now=LATER)
    assert spoken_again(ASKED, now=LATER) == ASKED


def test_a_question_is_not_merged_with_itself_nor_with_one_that_nobody_will_answer() -> None:
    """Its asker would wait for ever."""
    with pytest.raises(Refusal, match="refusal-question-itself"):
        merged(ASKED, into=ASKED, by=DRISS, now=LATER)
    with pytest.raises(Refusal, match="refusal-question-closed"):
        merged(ASKED, into=closed(OTHER, by=DRISS), by=DRISS, now=LATER)


def test_whoever_withdraws_a_question_takes_no_other_with_it() -> None:
    """The oldest that was merged into it stands for the rest, and waits since it was asked."""
    first = merged(replace(ASKED, person=CHLOE), into=OTHER, by=DRISS, now=LATER)
    second = replace(first, id=9, person=DRISS)

    heir, others = parted(OTHER, [second, first], now=LATER)

    assert heir is not None
    assert (heir.id, heir.waits, heir.since) == (7, True, MONDAY)
    assert [(one.id, one.merged_into) for one in others] == [(9, 7)]
    assert withdrawn(first).merged_into is None


def found(band: Band, confidence: float) -> Findings:
    """Two entries, more or less likely."""
    entry = Entry(1, "a", "A", (), "", "", MONDAY.date(), (), "fr")
    pair = (Found(entry, confidence), Found(replace(entry, id=2), 0.1))
    return Findings(pair, band, confidence, {"lead": 0.1})


@pytest.mark.parametrize(
    ("band", "confidence", "entries"),
    [
        (Band.SURE, 0.9, (1,)),
        (Band.MAYBE, 0.5, (1, 2)),
        (Band.UNSURE, 0.35, (1,)),
        (Band.UNSURE, 0.1, ()),
    ],
)
def test_the_team_is_shown_what_is_worth_it(
    band: Band, confidence: float, entries: tuple[int, ...]
) -> None:
    """A wild guess would only cost a reading."""
    assert suggested(found(band, confidence)).entries == entries


moments = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)
)  # two changes of the clock


@given(at=moments, hours=st.integers(1, 200))
def test_the_team_is_reminded_three_times_by_day(at: datetime, hours: int) -> None:
    """Never before the delay, never at night, one delay apart, and then no more."""
    within, question = timedelta(hours=hours), replace(ASKED, at=at)
    last, count = at, 0
    while (due := next_nudge(question, within=within, zone=PARIS)) is not None:
        assert last + within <= due < last + within + timedelta(hours=13)
        assert 8 <= due.astimezone(PARIS).hour < 20
        question, last, count = nudged(question, now=due), due, count + 1
    assert count == NUDGES


def test_who_waits_again_is_waited_for_anew() -> None:
    """Reminders begin again with the new wait."""
    tired = replace(ASKED, nudges=NUDGES, nudged_at=LATER)
    done = answered(tired, by=DRISS, text="Là.", now=LATER)

    assert next_nudge(done, within=timedelta(hours=48), zone=PARIS) is None
    again = spoken_again(done, now=LATER)
    assert next_nudge(again, within=timedelta(hours=48), zone=PARIS) == LATER + timedelta(days=2)


@dataclass
class Team:
    """The questions of a fabrique as storage keeps them, and what each person was sent."""

    questions: dict[int, Question] = field(default_factory=dict)
    sent: dict[int, list[str]] = field(default_factory=dict)

    def joined(self, number: int) -> list[Question]:
        """What was merged into a question."""
        return [one for one in self.questions.values() if one.merged_into == number]

    def standing(self, number: int) -> Question:
        """The question that answers for this one."""
        question = self.questions[number]
        return self.standing(question.merged_into) if question.merged_into else question

    def keep(self, *changed: Question) -> None:
        """Store questions."""
        self.questions |= {one.id: one for one in changed}

    def send(self, question: Question, text: str) -> None:
        """Send one answer to whoever asked."""
        told = addressees(question, self.joined(question.id))
        assert len({one.person for one in told}) == len(told), "somebody is answered twice"
        for one in told:
            self.sent.setdefault(one.person, []).append(text)


class Lives(RuleBasedStateMachine):
    """Whatever a team and its askers do, in any order."""

    asked = Bundle("asked")
    people = st.integers(1, 3)
    members = st.integers(10, 12)

    def __init__(self) -> None:
        super().__init__()
        self.team = Team()
        self.count = 0

    @property
    def now(self) -> datetime:
        """A moment after all others."""
        self.count += 1
        return MONDAY + timedelta(minutes=self.count)

    @rule(target=asked, person=people)
    def ask(self, person: int) -> int:
        """Somebody asks."""
        number = len(self.team.questions) + 1
        self.team.keep(replace(ASKED, id=number, person=person, at=self.now))
        return number

    @rule(number=asked, by=members)
    def take(self, number: int, by: int) -> None:
        """Two at once: only the first has it."""
        question = self.team.questions[number]
        try:
            self.team.keep(taken(question, by=by))
        except Refusal:
            assert not question.waits or question.taken_by not in (None, by)

    @rule(number=asked, by=members)
    def give_back(self, number: int, by: int) -> None:
        """Only who has it can leave it."""
        question = self.team.questions[number]
        try:
            self.team.keep(given_back(question, by=by))
        except Refusal:
            assert question.state is not QuestionState.TAKEN or question.taken_by != by

    @rule(number=asked, by=members)
    def answer(self, number: int, by: int) -> None:
        """Everybody who waits for this one answer has it, and nobody else has."""
        before = {person: len(texts) for person, texts in self.team.sent.items()}
        standing = self.team.standing(number)
        text = f"answer {self.count}"
        family = {standing.person, *(one.person for one in self.team.joined(standing.id))}
        self.team.send(standing, text)
        self.team.keep(answered(standing, by=by, text=text, now=self.now))
        after = {person: len(texts) for person, texts in self.team.sent.items()}
        grown = {person for person in after if after[person] != before.get(person, 0)}
        assert grown == family
        assert all(after[person] == before.get(person, 0) + 1 for person in family)

    @rule(number=asked, by=members)
    def close(self, number: int, by: int) -> None:
        """What waits can be closed, nothing else."""
        question = self.team.questions[number]
        try:
            self.team.keep(closed(question, by=by))
        except Refusal:
            assert not question.waits

    @rule(number=asked)
    def open_again(self, number: int) -> None:
        """Whatever is over can be opened again."""
        question = self.team.questions[number]
        if not question.waits:
            self.team.keep(reopened(question, now=self.now))
            assert self.team.questions[number].waits

    @rule(number=asked)
    def withdraw(self, number: int) -> None:
        """The askers of what was merged into it still wait."""
        question = self.team.questions[number]
        if not question.waits:
            return
        waited = {one.id for one in self.team.joined(number)}
        heir, others = parted(question, self.team.joined(number), now=self.now)
        self.team.keep(withdrawn(question), *filter(None, [heir]), *others)
        assert all(self.team.standing(one).waits for one in waited)

    @rule(number=asked, into=asked, by=members)
    def merge(self, number: int, into: int, by: int) -> None:
        """With one that is answered, the asker has that answer at once."""
        question, other = self.team.questions[number], self.team.standing(into)
        try:
            joined = merged(question, into=other, by=by, now=self.now)
        except Refusal:
            over = not question.waits or other.state is QuestionState.CLOSED
            assert over or other.id == number
            return
        if other.state is QuestionState.ANSWERED:
            self.team.send(question, other.answer)
            assert self.team.sent[question.person][-1] == other.answer
        follow = [replace(one, merged_into=other.id) for one in self.team.joined(number)]
        self.team.keep(*follow, joined)

    @invariant()
    def who_is_merged_stands_behind_one_that_answers(self) -> None:
        """No chain and no circle: one step leads to a question of its own."""
        for question in self.team.questions.values():
            is_merged = question.state is QuestionState.MERGED
            assert is_merged == (question.merged_into is not None)
            if question.merged_into is not None:
                assert self.team.questions[question.merged_into].merged_into is None


Lives.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
test_whatever_happens_to_questions = Lives.TestCase


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Où est le zorglub ?", "Où est le zorglub ?"),
        (" Bonjour,\n\noù\tcela ? ", "Bonjour, où cela ?"),
        ("mot " * 30, "mot mot mot mot mot mot mot mot mot mot mot mot mot mot…"),
        ("a" * 200, "a" * 59 + "…"),
        (" \n", "?"),
    ],
)
def test_a_question_s_title_is_its_first_words(text: str, title: str) -> None:
    """On one line, cut between words where there are some."""
    assert title_of(text) == title


@given(st.text())
def test_a_title_is_never_empty_nor_long(text: str) -> None:
    """Whatever somebody asks."""
    assert 1 <= len(title_of(text)) <= TITLE_MOST
