"""Calls: who may answer until when, and that a choice has its reasons and keeps to its places."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import calls
from domain.calls import (
    CRITERIA,
    REMINDERS_MOST,
    Answer,
    AnswerState,
    Call,
    CallKind,
    CallState,
    Mark,
)
from domain.errors import Refusal
from domain.places import Nearness
from domain.profiles import Profile
from domain.seen import Seen, is_sheet, known_already
from domain.selections import unexplained

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
OPEN = Call(
    1,
    CallKind.TASK,
    "Animer trois ateliers",
    "Préparer et animer.",
    CallState.OPEN,
    4,
    NOW,
    date(2026, 3, 15),
    places=2,
)
CLOSED = replace(OPEN, state=CallState.CLOSED, closed_at=NOW)
ANSWER = Answer(7, 1, 2, AnswerState.IN)


def marked(answer: Answer, call: Call = CLOSED) -> Answer:
    """The answer looked at by every criterion."""
    for one in call.criteria:
        answer = calls.noted(call, answer, one, Mark.YES, by=4)
    return answer


@given(st.lists(st.sampled_from(["choose", "drop", "withdraw"]), max_size=30), st.integers(1, 4))
def test_never_more_are_chosen_than_there_are_places(acts: list[str], places: int) -> None:
    """Whatever the team does, in whatever order, and whoever withdraws meanwhile."""
    call = replace(CLOSED, places=places)
    answers = [marked(replace(ANSWER, id=number, person=number), call) for number in range(1, 7)]
    for turn, act in enumerate(acts):
        at = turn % len(answers)
        try:
            if act == "choose":
                answers[at] = calls.chosen(call, answers, answers[at], "elle sait faire")
            elif act == "drop":
                answers[at] = calls.unchosen(call, answers[at])
            else:
                answers[at] = calls.withdrawn(call, answers[at])
        except Refusal:
            pass
        chosen = [one for one in answers if one.chosen]
        assert len(chosen) <= places
        assert all(one.why and one.counts for one in chosen)


@given(st.sets(st.sampled_from(CRITERIA[CallKind.TASK])))
def test_nobody_is_told_before_each_criterion_was_looked_at(looked_at: set[str]) -> None:
    """Each answer has its reasons, or nobody hears anything."""
    answer = ANSWER
    for one in sorted(looked_at):
        answer = calls.noted(CLOSED, answer, one, Mark.NO, by=4)
    if looked_at == set(OPEN.criteria):
        assert calls.may_be_told(CLOSED, [answer]) == CLOSED
    else:
        with pytest.raises(Refusal, match="unmarked"):
            calls.may_be_told(CLOSED, [answer])


@given(st.integers(-400, 400))
def test_answers_are_taken_through_the_last_day_and_no_longer(days: int) -> None:
    """And only by an open call."""
    day = OPEN.closes + timedelta(days=days)
    if days <= 0:
        assert calls.takes_answers(OPEN, day) == OPEN
    else:
        with pytest.raises(Refusal, match="over"):
            calls.takes_answers(OPEN, day)
    with pytest.raises(Refusal):
        calls.takes_answers(CLOSED, day)


@given(st.integers(-800, 800))
def test_a_call_closes_within_a_year_and_never_in_the_past(days: int) -> None:
    """Today is a day on which one may answer."""
    day = TODAY + timedelta(days=days)
    if 0 <= days <= 365:
        assert calls.closing(day, TODAY) == day
    else:
        with pytest.raises(Refusal):
            calls.closing(day, TODAY)


@given(st.sampled_from(CallState))
def test_what_is_over_stays_over(state: CallState) -> None:
    """A decided or cancelled call neither closes again nor opens nor is chosen from."""
    call = replace(OPEN, state=state)
    over = state in (CallState.DECIDED, CallState.CANCELLED)
    acts = (
        lambda: calls.closed(call, NOW),
        lambda: calls.reopened(call, TODAY, TODAY),
        lambda: calls.opened(call, TODAY),
        lambda: calls.cancelled(call),
        lambda: calls.may_be_told(call, []),
        lambda: calls.noted(call, ANSWER, "engagement", Mark.YES, by=4),
    )
    refused = 0
    for act in acts:
        try:
            act()
        except Refusal:
            refused += 1
    assert (refused == len(acts)) == over


def test_closing_twice_is_refused() -> None:
    """The clock and a member of the team may be at it at once."""
    with pytest.raises(Refusal, match="already"):
        calls.closed(calls.closed(OPEN, NOW), NOW)


@given(st.integers(0, 10))
def test_the_team_is_reminded_a_few_times_each_later(count: int) -> None:
    """Not for ever."""
    due = calls.next_due(replace(CLOSED, reminders=count), PARIS)
    assert (due is None) == (count >= REMINDERS_MOST)
    assert due is None or due == NOW + timedelta(days=7 * (count + 1))


def test_an_open_call_closes_in_the_morning_after_its_last_day() -> None:
    """In the zone of the fabrique, winter or summer."""
    assert calls.next_due(OPEN, PARIS) == datetime(2026, 3, 16, 9, 0, tzinfo=PARIS)
    assert calls.next_due(replace(OPEN, state=CallState.DECIDED), PARIS) is None


@given(st.none() | st.integers(0, 30), st.none() | st.integers(-30, 30), st.booleans())
def test_one_call_a_week_at_most_and_none_in_a_pause(
    ago: int | None, pause: int | None, never: bool
) -> None:
    """The turn comes when all that stands against it is over."""
    last = NOW - timedelta(days=ago) if ago is not None else None
    until = TODAY + timedelta(days=pause) if pause is not None else None
    profile = Profile(2, paused_until=until, never_asked=never)
    due = calls.told_when(profile, last, NOW, PARIS)
    if never:
        assert due is None
        return
    assert due is not None
    assert due >= NOW
    assert last is None or due - last >= timedelta(days=7)
    assert not profile.is_paused(due.astimezone(PARIS).date())


@given(st.text(max_size=300))
def test_criteria_are_few_short_and_each_once(text: str) -> None:
    """Or refused."""
    try:
        found = calls.criteria_in(text)
    except Refusal:
        return
    assert 0 < len(found) <= calls.CRITERIA_MOST
    assert len({one.casefold() for one in found}) == len(found)
    assert all(0 < len(one) <= calls.CRITERION_MOST for one in found)


def test_a_word_goes_to_what_was_marked_last() -> None:
    """A second word follows the first, as long as both fit."""
    answer = calls.noted(OPEN, ANSWER, "engagement", Mark.YES, by=4)
    answer = calls.noted(OPEN, answer, "competence", Mark.PARTLY, by=5)
    answer = calls.worded(OPEN, answer, "deux ateliers")
    answer = calls.worded(OPEN, answer, "un  troisième en mars")
    said = calls.Note(Mark.PARTLY, "deux ateliers — un troisième en mars", by=5)
    assert answer.notes["competence"] == said
    assert answer.notes["engagement"] == calls.Note(Mark.YES, by=4)
    with pytest.raises(Refusal, match="long"):
        calls.worded(OPEN, answer, "x" * calls.WHY_MOST)
    with pytest.raises(Refusal, match="mark-first"):
        calls.worded(OPEN, ANSWER, "un mot")


@given(
    st.lists(
        st.tuples(st.sampled_from(Mark), st.sampled_from(Mark), st.booleans(), st.booleans()),
        max_size=5,
    ),
    st.integers(1, 5),
)
def test_whoever_was_marked_better_than_one_chosen_is_told_why(
    given_marks: list[tuple[Mark, Mark, bool, bool]], places: int
) -> None:
    """And whoever meets all while there is room; nobody else needs a word."""
    worth = {Mark.YES: 2, Mark.PARTLY: 1, Mark.NO: 0}
    call = replace(CLOSED, criteria=("un", "deux"), places=places)
    answers: list[Answer] = []
    for number, (first, second, chosen, said) in enumerate(given_marks):
        answer = replace(ANSWER, id=number, person=number, why="un mot" if said else "")
        answer = calls.noted(call, answer, "un", first, by=4)
        answer = calls.noted(call, answer, "deux", second, by=4)
        room = sum(each.chosen for each in answers) < places
        answers.append(replace(answer, chosen=chosen and room))
    kept = [one for one in answers if one.chosen]
    left = unexplained(call, answers)
    for one in answers:
        mine = [worth[note.mark] for note in one.notes.values()]
        others = [[worth[note.mark] for note in by.notes.values()] for by in kept]
        better = any(mine != by and mine[0] >= by[0] and mine[1] >= by[1] for by in others)
        fits = mine == [2, 2] and len(kept) < places
        assert (one in left) == (not one.chosen and not one.why and (better or fits))


def test_a_criterion_is_marked_once() -> None:
    """Whoever presses second would else answer for a criterion they did not read about."""
    answer = calls.noted(OPEN, ANSWER, "engagement", Mark.YES, by=4)
    with pytest.raises(Refusal, match="marked"):
        calls.noted(OPEN, answer, "engagement", Mark.NO, by=5)


def test_another_kind_brings_its_criteria_but_not_over_one_s_own() -> None:
    """What the team wrote stays."""
    territory = calls.rekinded(OPEN, CallKind.TERRITORY)
    assert territory.criteria == CRITERIA[CallKind.TERRITORY]
    own = replace(OPEN, criteria=("la joie",))
    assert calls.rekinded(own, CallKind.TERRITORY).criteria == ("la joie",)


def test_what_the_fabrique_knows_is_not_asked() -> None:
    """A workshop on the fundamentals, a sheet of experience, a place close by."""
    assert known_already(Seen()) == {}
    seen = Seen(sheets=("Fiche",), sessions=("Initiation aux fondamentaux",))
    assert known_already(seen) == {"fundamentals": "seen", "sheets": "seen"}
    assert known_already(Seen(near=Nearness.SAME_REGION)) == {}
    assert known_already(Seen(near=Nearness.SAME_EPCI)) == {"context": "seen"}
    assert is_sheet("Retour d’expérience du Pilat", ())
    assert is_sheet("Le Pilat", ("fiche d’expérience",))
    assert not is_sheet("Guide des salles", ("méthode",))
