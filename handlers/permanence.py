"""The permanence: a question is answered from the knowledge base, or handed over to people."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import command
from chat.words import Choice, Reply, named, option, say, toast
from domain.errors import Refusal
from domain.permanence import Band, Entry, Found, small_talk
from domain.questions import QUESTION_MOST
from domain.values import Multiline, OnDate
from handlers.desk import Desk
from handlers.questions import add_words, hand_over


@command("question", "ask")
async def ask(desk: Desk, question: str) -> Reply:
    """Answer from the base when sure, offer titles when nearly sure, else hand over."""
    if len(question) > QUESTION_MOST:
        raise Refusal("refusal-question-too-long", most=QUESTION_MOST)
    kind = small_talk(question)
    if kind is not None:
        return say(f"small-talk-{kind}")
    findings = await desk.library.find(desk.store, question)
    match findings.band:
        case Band.SURE:
            return _answer(desk, findings.found[0].entry, question)
        case Band.MAYBE:
            return _offer(findings.found, question)
    return await hand_over.run(desk, {"question": question})


@ask.reads("question")
async def as_typed(desk: Desk, typed: str) -> str:
    """A question is taken word for word."""
    return typed


@command()
async def show_entry(desk: Desk, entry: int, question: str) -> Reply:
    """Show the entry that somebody chose by its title."""
    known = await desk.store.knowledge.entry(entry)
    if known is None:
        raise Refusal("refusal-choice-stale")
    return _answer(desk, known, question)


@command()
async def answer_is_right(desk: Desk) -> Reply:
    """Thank for the tap; nothing else has to happen."""
    return toast("answer-right-thanks")


@command(about="question")
async def follow_up(desk: Desk, question: int, text: str) -> Reply:
    """The asker's further words go to the team; somebody else's are a question of their own."""
    asked = await desk.store.questions.question(question)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    if asked.person != desk.person.id:
        return await ask.run(desk, {"question": text})
    return await add_words(desk, asked, text)


def _answer(desk: Desk, entry: Entry, question: str) -> Reply:
    reply = Reply()
    if entry.language != desk.language:
        reply = reply.then("answer-other-language", language=entry.language)
    reply = reply.then("answer", title=entry.title, body=Multiline(entry.body))
    return reply.then("answer-source", source=entry.source, day=OnDate(entry.true_on)).choose(
        option("choice-right", answer_is_right), _to_team(question)
    )


def _offer(found: Sequence[Found], question: str) -> Reply:
    titles = [
        named(one.entry.title, show_entry, entry=one.entry.id, question=question) for one in found
    ]
    return say("answer-maybe").choose(*titles, option("choice-none", hand_over, question=question))


def _to_team(question: str) -> Choice:
    return option("choice-to-team", hand_over, question=question)


@ask.hears
def anything(sentence: str) -> bool:
    """Whatever no other command understands is a question."""
    return True
