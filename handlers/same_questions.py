"""The same question asked twice: merged with the other one, or with an entry that answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Several, Value, Where, called, command
from chat.question_cards import LABEL_MOST, cut
from chat.words import Reply, Words, say
from domain import questions
from domain.errors import Refusal
from domain.past_questions import Past, similar
from domain.permanence import Band, Findings, Found
from domain.questions import Question, QuestionState
from domain.values import Multiline, Quoted
from handlers.desk import Desk
from handlers.handed_over import send_entry
from handlers.question_desk import known, note, show, signature, standing, to_askers

SHOWN = 5
"""Past questions offered to choose from."""

QUESTION, ENTRY = "question", "entry"


@command(where=Where.TEAM, keeps_choices=True)
async def merge_question(desk: Desk, question: int, target: str) -> Reply:
    """A question is the same as another, or asks for an entry: its answer is that one's."""
    kind, _, number = target.partition(":")
    if kind == ENTRY:
        reply = await send_entry.run(desk, {"question": question, "entry": int(number)})
        return reply.redrawn()
    for one in sorted((question, int(number))):  # one order of locks for everybody
        await known(desk, one)
    return await _join(desk, await known(desk, question), await standing(desk, int(number)))


@merge_question.asks("target")
async def which_one(desk: Desk) -> Reply:
    """Choose one of those that are like it, or look for another."""
    return say("merge-question-ask-target").choose(choice("choice-cancel", "give_up"))


@merge_question.choices("target")
async def like_this_one(desk: Desk, question: int) -> Sequence[Value]:
    """Questions and entries that are like this one."""
    asked = await known(desk, question)
    entries = [(one, await desk.store.knowledge.entry(one)) for one in asked.suggested.entries]
    titles = [(number, entry.title) for number, entry in entries if entry is not None]
    return _values(await _alike(desk, question, asked.text), titles)


@merge_question.reads("target")
async def looked_for(desk: Desk, typed: str, question: int) -> Several:
    """Words by which to find the other question, or the entry."""
    findings = await desk.library.find(desk.store, typed)
    titles = [(one.entry.id, one.entry.title) for one in _near(findings)]
    values = _values(await _alike(desk, question, typed), titles)
    if not values:
        raise Refusal("refusal-nothing-alike")
    return Several(values, Words("merge-question-found"))


async def _alike(desk: Desk, question: int, text: str) -> list[Past]:
    """Questions that can still lend their answer: the closed ones never had any."""
    past = await desk.store.questions.recent(question)
    return similar(text, [one for one in past if _lends(one)], at_most=SHOWN)


def _near(findings: Findings) -> Sequence[Found]:
    """What may be meant; of what is unlike everything, only a guess worth showing."""
    if findings.band is not Band.UNSURE:
        return findings.found
    return findings.found[:1] if findings.confidence >= questions.WORTH_SHOWING else ()


def _lends(past: Past) -> bool:
    return past.state is not QuestionState.CLOSED


def _values(past: Sequence[Past], entries: Sequence[tuple[int, str]]) -> tuple[Value, ...]:
    asked = [called(cut(one.text, LABEL_MOST), f"{QUESTION}:{one.id}") for one in past]
    titled = [
        Value(Words("choice-entry", {"title": cut(title, LABEL_MOST)}), f"{ENTRY}:{number}")
        for number, title in entries
    ]
    return (*asked, *titled)


async def _join(desk: Desk, asked: Question, into: Question) -> Reply:
    """Merge a question, and whatever was merged into it, into another one."""
    merged = questions.merged(asked, into=into, by=desk.person.id, now=desk.now)
    answered = into.state is QuestionState.ANSWERED
    if answered:
        answer = Multiline(into.answer)
        await to_askers(desk, merged, say("question-answered", by=signature(desk), answer=answer))
    for one in await desk.store.questions.joined(asked.id):
        at = merged.answered_at if answered else one.answered_at
        await desk.store.questions.change(replace(one, merged_into=into.id, answered_at=at))
    await desk.store.questions.change(merged)
    await note(desk, "merge", f"question:{asked.id}")
    await show(desk, merged, into)
    words = say("question-merged", question=Quoted(cut(into.text)), answered=answered)
    return words.redrawn()
