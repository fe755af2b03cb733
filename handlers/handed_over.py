"""The team's side of a question: taken, given back, answered, declined, opened again."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Where, command
from chat.words import Reply, say
from domain import questions
from domain.errors import Refusal
from domain.kept_answers import wording_of
from domain.permanence import Entry
from domain.privacy import masked
from domain.questions import Question, QuestionState
from domain.values import Multiline, OnDate
from handlers import carried
from handlers.desk import Desk
from handlers.question_desk import (
    known,
    note,
    people_named,
    show,
    signature,
    standing,
    to_askers,
)
from storage.outcomes import Outcome


@command(about="question", where=Where.TEAM, keeps_choices=True)
async def answer_question(desk: Desk, question: int, text: str) -> Reply:
    """Bring the team's words to whoever asked, wherever that was; later ones complete them."""
    asked = await standing(desk, question)
    confirmed = await carried.is_confirmed(desk, asked)
    words = carried.answer_words(text, by=signature(desk), completes=_is_answered(asked))
    reply = carried.with_file(desk, Reply() if confirmed else words, text)
    await _judge(desk, asked, None)
    await note(desk, "answer", f"question:{asked.id}")
    sent = await _give(desk, asked, reply, text)
    return Reply() if confirmed else sent


@answer_question.asks("text")
async def in_which_words(desk: Desk, question: int) -> Reply:
    """A reply to these words is the answer, with a file or without."""
    return say("answer-question-ask-text").on("question", question)


@answer_question.reads("text")
async def in_their_words(desk: Desk, typed: str) -> str:
    """The team's words, as they are."""
    return typed


@command(where=Where.TEAM, keeps_choices=True)
async def send_entry(desk: Desk, question: int, entry: int) -> Reply:
    """Answer with an entry of the base, which learns the asker's wording."""
    asked = await known(desk, question)
    if not asked.waits:
        raise Refusal("refusal-question-closed")
    found = await desk.store.knowledge.entry(entry)
    if found is None:
        raise Refusal("refusal-choice-stale")
    await _judge(desk, asked, entry)
    wording = wording_of(masked(asked.text), await people_named(desk, asked))
    await desk.store.knowledge.add_wording(entry, wording, by=desk.person.id, now=desk.now)
    await note(desk, "send-entry", f"question:{question}")
    text = f"{found.title}\n{found.body}"
    return await _give(desk, replace(asked, entry=entry), _shown(desk, found), text)


@command(where=Where.TEAM, keeps_choices=True)
async def take_question(desk: Desk, question: int) -> Reply:
    """Somebody of the team says that they will answer."""
    asked = await known(desk, question)
    await _must_be_free(desk, asked)
    return await _changed(desk, questions.taken(asked, by=desk.person.id), "take")


@command(where=Where.TEAM, keeps_choices=True)
async def give_back_question(desk: Desk, question: int) -> Reply:
    """Who took a question leaves it to the others."""
    asked = await known(desk, question)
    await _must_be_free(desk, asked)
    return await _changed(desk, questions.given_back(asked, by=desk.person.id), "give-back")


@command(where=Where.TEAM, keeps_choices=True)
async def dismiss_question(desk: Desk, question: int) -> Reply:
    """Tell whoever asked, kindly, that nobody here can answer."""
    asked = await known(desk, question)
    closed = questions.closed(asked, by=desk.person.id)
    await to_askers(desk, closed, say("question-dismissed"), kind="notice")
    return await _changed(desk, closed, "dismiss")


@command(where=Where.TEAM, keeps_choices=True)
async def reopen_question(desk: Desk, question: int) -> Reply:
    """What was over waits again; one that was merged parts from the other."""
    asked = await known(desk, question)
    reply = await _changed(desk, questions.reopened(asked, now=desk.now), "reopen")
    if asked.merged_into is not None:
        await show(desk, await known(desk, asked.merged_into))
    return reply


async def _give(desk: Desk, asked: Question, words: Reply, text: str) -> Reply:
    """Send an answer to each asker, keep it, and tell what became of it."""
    answered = questions.answered(asked, by=desk.person.id, text=text, now=desk.now)
    told = await to_askers(
        desk,
        answered,
        words,
        source=lambda one: carried.source_of(desk, one.id, text, from_team=True),
    )
    await desk.store.questions.change(answered)
    for one in await desk.store.questions.joined(asked.id):
        await desk.store.questions.change(replace(one, answered_at=desk.now))
    await show(desk, answered)
    return await _sent(desk, asked, told=len(told))


async def _sent(desk: Desk, asked: Question, *, told: int) -> Reply:
    """That it left, to whom, and who else was at it."""
    if told > 1:
        reply = say("answer-sent-to-all", count=told)
    else:
        asker = "" if asked.anonymous else await _name(desk, asked.person)
        reply = say("answer-sent", asker=asker)
    reply, me = reply.on("question", asked.id), desk.person.id
    if _is_answered(asked) and asked.settled_by not in (None, me):
        return reply.then("answer-completes", name=await _name(desk, asked.settled_by))
    if asked.state is QuestionState.TAKEN and asked.taken_by not in (None, me):
        return reply.then("answer-of-taken", name=await _name(desk, asked.taken_by))
    return reply


async def _changed(desk: Desk, question: Question, act: str) -> Reply:
    """Keep a question's new state, and let its cards say it: that is all there is to say."""
    await desk.store.questions.change(question)
    await note(desk, act, f"question:{question.id}")
    await show(desk, question)
    return Reply()


async def _judge(desk: Desk, asked: Question, entry: int | None) -> None:
    """The team's first answer tells whether the bot would have been right, if nobody did."""
    shown = asked.suggested
    if asked.answered_at is None and shown.entries and shown.features:
        right = entry == shown.entries[0]
        await desk.store.outcomes.note(Outcome(desk.now, shown.band, shown.features, right))


async def _must_be_free(desk: Desk, asked: Question) -> None:
    """Two people of the team at once: the second learns who was first."""
    if asked.state is QuestionState.TAKEN and asked.taken_by not in (None, desk.person.id):
        raise Refusal("refusal-question-taken-by", name=await _name(desk, asked.taken_by))


async def _name(desk: Desk, person: int | None) -> str:
    return (await desk.store.people.person(person)).name if person else ""


def _is_answered(asked: Question) -> bool:
    return asked.state is QuestionState.ANSWERED


def _shown(desk: Desk, entry: Entry) -> Reply:
    words = say(
        "question-answered-by-entry",
        by=signature(desk),
        title=entry.title,
        body=Multiline(entry.body),
    )
    return words.then("answer-source", source=entry.source, day=OnDate(entry.true_on))
