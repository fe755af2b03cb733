"""Questions before the team: handed over, taken, answered, changed and withdrawn."""

from __future__ import annotations

from dataclasses import replace

from chat.cards import question_card
from chat.command import Where, command
from chat.transport import Act
from chat.words import Reply, say, toast
from domain import questions
from domain.errors import Refusal
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.values import Multiline
from handlers.desk import Desk, tell_team


@command()
async def hand_over(desk: Desk, question: str) -> Reply:
    """Bring a question before the team, and say what happens next."""
    kept = await desk.store.questions.hand_over(
        Question(
            id=0,
            person=desk.person.id,
            chat=desk.chat.id,
            text=question,
            state=QuestionState.OPEN,
            at=desk.now,
            message=desk.heard.message,
            thread=desk.heard.place.thread,
        )
    )
    team = await desk.store.chats.team()
    for chat in team:
        desk.post(chat.id, question_card(kept, desk.person.name))
    return say("question-handed-over" if team else "question-kept").on("question", kept.id)


@command(about="question", where=Where.TEAM)
async def answer_question(desk: Desk, question: int, text: str) -> Reply:
    """Bring the team's words to the asker, wherever they asked."""
    asked = await _question(desk, question)
    if not text:
        raise Refusal("refusal-answer-text-only")
    await desk.store.questions.change(questions.answered(asked, by=desk.person.id))
    await _note(desk, "answer", question)
    desk.post(
        asked.chat,
        say("question-answered", answer=Multiline(text)).on("question", question),
        kind="answer",
        reply_to=asked.message,
        thread=asked.thread,
    )
    asker = await desk.store.people.person(asked.person)
    return say("answer-sent", asker=asker.name)


@answer_question.reads("text")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return typed


async def add_words(desk: Desk, asked: Question, text: str) -> Reply:
    """Bring the asker's further words to the team, where the question is."""
    if not text:
        raise Refusal("refusal-answer-text-only")
    more = say("question-more", asker=desk.person.name, text=Multiline(text))
    await tell_team(desk, more.on("question", asked.id))
    return say("question-more-sent")


@command(where=Where.TEAM, keeps_choices=True)
async def take_question(desk: Desk, question: int) -> Reply:
    """Somebody of the team says that they will answer."""
    asked = await _question(desk, question)
    taken = questions.taken(asked, by=desk.person.id)
    await desk.store.questions.change(taken)
    await _note(desk, "take", question)
    asker = await desk.store.people.person(asked.person)
    card = question_card(taken, asker.name)
    return card.then("question-taken", name=desk.person.name).redrawn()


@command(where=Where.TEAM)
async def dismiss_question(desk: Desk, question: int) -> Reply:
    """Tell the asker kindly that nobody here can answer."""
    asked = await _question(desk, question)
    await desk.store.questions.change(questions.closed(asked))
    await _note(desk, "dismiss", question)
    desk.post(asked.chat, say("question-dismissed"), reply_to=asked.message, thread=asked.thread)
    return toast("done")


@command(on=Act.EDITED)
async def edited(desk: Desk) -> Reply:
    """An edited question reaches the team; other edits change nothing."""
    asked = await _asked_by_this(desk)
    if asked is None or asked.text == desk.heard.text:
        return Reply()
    changed = replace(asked, text=desk.heard.text[:QUESTION_MOST])
    await desk.store.questions.change(changed)
    text = say("question-edited", asker=desk.person.name, text=Multiline(changed.text))
    await tell_team(desk, text.on("question", asked.id))
    return Reply()


@command(on=Act.DELETED)
async def deleted(desk: Desk) -> Reply:
    """A deleted question is withdrawn."""
    asked = await _asked_by_this(desk)
    if asked is None:
        return Reply()
    await desk.store.questions.change(questions.closed(asked))
    await tell_team(desk, say("question-withdrawn", asker=desk.person.name))
    return Reply()


async def _asked_by_this(desk: Desk) -> Question | None:
    """The waiting question that the message asked, if the same person touches it."""
    message = desk.heard.message
    asked = await desk.store.questions.asked_in(desk.chat.id, message) if message else None
    if asked is None or not asked.waits or asked.person != desk.person.id:
        return None
    return asked


async def _question(desk: Desk, number: int) -> Question:
    asked = await desk.store.questions.question(number)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    return asked


async def _note(desk: Desk, act: str, question: int) -> None:
    await desk.store.audit.note(act, f"question:{question}", by=desk.person.id, now=desk.now)
