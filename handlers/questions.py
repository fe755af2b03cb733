"""Questions before the team: handed over, taken, answered."""

from __future__ import annotations

from chat.cards import question_card
from chat.command import Where, command
from chat.words import Reply, say, toast
from domain import questions
from domain.errors import Refusal
from domain.questions import Question, QuestionState
from handlers import carried
from handlers.desk import Desk


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
    await carried.to_asker(desk, asked, text)
    await desk.store.questions.change(questions.answered(asked, by=desk.person.id))
    await _note(desk, "answer", question)
    if await carried.is_confirmed(desk, asked):
        return Reply()
    asker = await desk.store.people.person(asked.person)
    return say("answer-sent", asker=asker.name)


@answer_question.asks("text")
async def in_which_words(desk: Desk, question: int) -> Reply:
    """A reply to these words is the answer, with a file or without."""
    return say("answer-question-ask-text").on("question", question)


@answer_question.reads("text")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return typed


async def add_words(desk: Desk, asked: Question, text: str) -> Reply:
    """Bring the asker's further words to the team, where the question is."""
    await carried.to_team(desk, asked, text)
    return Reply() if await carried.is_confirmed(desk, asked) else say("question-more-sent")


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


async def _question(desk: Desk, number: int) -> Question:
    asked = await desk.store.questions.question(number)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    return asked


async def _note(desk: Desk, act: str, question: int) -> None:
    await desk.store.audit.note(act, f"question:{question}", by=desk.person.id, now=desk.now)
