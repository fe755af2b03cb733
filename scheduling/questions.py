"""Questions before the team: none is without its card, and none waits unnoticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from chat.question_cards import overdue, question_card, whole_question
from chat.words import say
from domain.questions import Question, addressees, next_nudge, nudged
from scheduling import Round
from storage.outbox import CARD


async def look_after(round_: Round) -> None:
    """Show each waiting question in each of the team's chats, and remind of those that wait long.

    A chat that became the team's after the question was asked is thus shown what it missed.
    """
    await _post_missing_cards(round_)
    for question in await round_.store.questions.waiting():
        due = _due(round_, question)
        if due is not None and due <= round_.now:
            await _remind(round_, question)


async def next_due(round_: Round) -> datetime | None:
    """When the next question has waited too long; nobody is reminded where there is no team."""
    if not await round_.store.chats.team():
        return None
    moments = [_due(round_, one) for one in await round_.store.questions.waiting()]
    return min((moment for moment in moments if moment is not None), default=None)


def _due(round_: Round, question: Question) -> datetime | None:
    within = timedelta(hours=round_.fabrique.policy.answer_within)
    return next_nudge(question, within=within, zone=round_.fabrique.zone)


async def _post_missing_cards(round_: Round) -> None:
    waiting = await round_.store.questions.waiting()
    subjects = {f"question:{one.id}": one for one in waiting}
    for chat in await round_.store.chats.team() if waiting else ():
        shown = await round_.store.said.carded(chat.id, tuple(subjects))
        for question in (one for subject, one in subjects.items() if subject not in shown):
            case = await round_.store.questions.case(question)
            round_.post(chat.id, question_card(case), kind=CARD)
            if whole := whole_question(case):
                round_.post(chat.id, whole)


async def _remind(round_: Round, question: Question) -> None:
    """Remind the team below the card; tell each asker once in a wait that it takes longer."""
    team = await round_.store.chats.team()
    if not team:
        return
    case = await round_.store.questions.case(question)
    for chat in team:
        round_.post(chat.id, overdue(case, round_.now), kind="nudge")
    joined = await round_.store.questions.joined(question.id)
    for one in addressees(question, joined):
        if not one.nudges:
            await _tell_asker(round_, one)
    await round_.store.questions.change(nudged(question, now=round_.now))
    for one in joined:
        await round_.store.questions.change(replace(one, nudges=one.nudges + 1))


async def _tell_asker(round_: Round, question: Question) -> None:
    chat = await round_.store.questions.reach(question)
    here = chat == question.chat
    round_.post(
        chat,
        say("question-late").on("question", question.id),
        reply_to=question.message if here else None,
        thread=question.thread if here else None,
    )
