"""A question's card: whatever was written, it is one message, so that an edit keeps it true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.transports.markup import BOT_API_UNITS, measure_bot_api
from chat.question_cards import question_card, waiting_card
from chat.words import Reply
from domain.cases import Case
from domain.past_questions import Past
from domain.permanence import Band
from domain.questions import QUESTION_MOST, Question, QuestionState, Suggested
from handlers.commands import all_commands
from locales import LANGUAGES, Languages

MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
ASKED = Question(
    id=7,
    person=1,
    chat=1,
    text="Où est le local ?",
    state=QuestionState.OPEN,
    at=MONDAY,
    suggested=Suggested((1, 2, 3), Band.MAYBE),
)


def written(reply: Reply, language: str) -> str:
    """A card as a platform is given it."""
    say = Languages(strict=True)[language].markup
    return "\n\n".join(say(one.id, one.values, zone=PARIS) for one in reply.words)


def case(text: str, state: QuestionState = QuestionState.OPEN) -> Case:
    """A question with all that a card may tell, each in the same words."""
    past = Past(1, text, QuestionState.ANSWERED, text)
    return Case(
        question=replace(ASKED, text=text, state=state),
        asker=text[:40] or "Ada Exemple",
        group=text[:100],
        taker="Driss Inventé",
        settler="Driss Inventé",
        suggested=tuple((number, text[:120]) for number in (1, 2, 3)),
        similar=(past,) * 3,
        twin=text,
        others=3,
    )


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(1, 60))
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_was_asked_the_card_is_one_message(language: str, text: str, times: int) -> None:
    """In each state, and with the time that it waited above it."""
    for state in QuestionState:
        shown = case((text * times)[:QUESTION_MOST], state)
        card = waiting_card(shown, MONDAY + timedelta(days=9))
        assert measure_bot_api(written(card, language)) <= BOT_API_UNITS


def test_a_card_of_nothing_but_emoji_is_one_message() -> None:
    """Each counts twice there."""
    card = waiting_card(case("🦊" * QUESTION_MOST), MONDAY + timedelta(days=9))
    assert measure_bot_api(written(card, "fr")) <= BOT_API_UNITS


@pytest.mark.parametrize("state", list(QuestionState))
def test_each_choice_of_a_card_can_be_carried_out(state: QuestionState) -> None:
    """It names a command, and gives it what nobody is asked for."""
    for choice in question_card(case("Où est le local ?", state)).choices:
        command = all_commands().called(choice.command)
        assert command is not None
        assert command.missing(choice.given) in (None, "text", "target")


def test_a_tap_that_comes_too_late_tells_the_asker_nothing() -> None:
    """A redrawn card has other choices at the same places: none of them sends anything at once."""
    sends = {"dismiss_question", "send_entry"}
    cards = [question_card(case("Où est le local ?", state)) for state in QuestionState]
    for before in cards:
        for after in cards:
            pairs = zip(before.choices, after.choices, strict=False)
            moved = [(old.command, new.command) for old, new in pairs if old != new]
            assert [new for _, new in moved if new in sends] == []
