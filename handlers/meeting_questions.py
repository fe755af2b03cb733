"""Questions for the monthly meeting: brought beforehand, answered there or afterwards."""

from __future__ import annotations

from chat.cards import choice
from chat.command import Where, command
from chat.meeting_cards import when
from chat.words import Reply, option, say
from domain.answers import Asked
from domain.errors import Refusal
from domain.meetings import open_to_sign_up
from domain.permanence import Band
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.small_talk import small_talk
from handlers.answers import answer
from handlers.desk import Desk
from handlers.handed_over import answer_question
from handlers.meeting_dates import the_meeting
from handlers.questions import hand_over


@command(keeps_choices=True)
async def bring_question(desk: Desk, meeting: int, words: str) -> Reply:
    """Answer at once what the base is sure of; keep the rest for the meeting."""
    found = await the_meeting(desk, meeting)
    open_to_sign_up(found, desk.now, desk.fabrique.zone)
    question = _readable(words)
    findings = await desk.library.find(desk.store, question)
    if findings.band is not Band.SURE:
        return await keep_for_meeting.run(desk, {"meeting": meeting, "words": question})
    asked = Asked.of(question, desk.heard.message, findings)
    told = await answer(desk, findings.found[0].entry, asked)
    kept = {"meeting": meeting, "words": question}
    return told.choose(option("choice-keep-for-meeting", keep_for_meeting, **kept))


@bring_question.reads("words")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The question word for word, if it is one."""
    return _readable(typed)


@command()
async def keep_for_meeting(desk: Desk, meeting: int, words: str) -> Reply:
    """List the question for the meeting, whatever the base says of it."""
    found = await the_meeting(desk, meeting)
    open_to_sign_up(found, desk.now, desk.fabrique.zone)
    number = await desk.store.gatherings.bring(_question(desk, words), meeting)
    if number is None:
        return say("brought-known")
    return say("brought-kept", when=when(found, desk.now, desk.fabrique)).choose(
        option("choice-team-now", ask_team_now, brought=number)
    )


@command()
async def ask_team_now(desk: Desk, brought: int) -> Reply:
    """The question does not wait for the meeting."""
    asked = await desk.store.questions.question(brought)
    if asked is None or asked.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    closed = await desk.store.gatherings.close(brought, QuestionState.CLOSED, by=None, now=desk.now)
    if not closed:
        raise Refusal("refusal-brought-answered")
    return await hand_over.run(desk, {"question": asked.text})


@command(about="brought", where=Where.TEAM)
async def answer_brought(desk: Desk, brought: int, text: str) -> Reply:
    """Bring the team's words to the asker; the meeting's summary and the base may have them too."""
    sent = await answer_question.run(desk, {"question": brought, "text": text})
    return sent.choose(choice("choice-keep-answer", "keep_answer", question=brought))


@answer_brought.reads("text")
async def as_written(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return typed


@command(where=Where.TEAM)
async def answered_aloud(desk: Desk, brought: int) -> Reply:
    """It was answered at the meeting; whoever asked and was not there may ask again."""
    by = desk.person.id
    asked = await desk.store.questions.question(brought)
    if asked is None or not await desk.store.gatherings.close(
        brought, QuestionState.ANSWERED, by=by, now=desk.now
    ):
        raise Refusal("refusal-question-closed")
    await desk.store.audit.note("answer", f"question:{brought}", by=by, now=desk.now)
    told = say("brought-said-aloud").on("question", brought)
    desk.post(asked.chat, told, reply_to=asked.message, thread=asked.thread)
    return say("brought-write-too").choose(
        choice("choice-write-too", "answer_brought", brought=brought)
    )


def _readable(words: str) -> str:
    question = words.strip()
    if len(question) > QUESTION_MOST:
        raise Refusal("refusal-question-too-long", most=QUESTION_MOST)
    if not question or small_talk(question) is not None:
        raise Refusal("refusal-brought-empty")
    return question


def _question(desk: Desk, words: str) -> Question:
    return Question(
        id=0,
        person=desk.person.id,
        chat=desk.chat.id,
        text=words,
        state=QuestionState.OPEN,
        at=desk.now,
        message=desk.heard.message,
        thread=desk.heard.place.thread,
    )
