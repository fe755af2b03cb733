"""The team's choice among the answers: one table, marks, reasons, and everybody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.call_cards import answer_card, criteria_of, outcome
from chat.call_papers import Told, answers_table
from chat.command import Value, Where, command, labelled
from chat.words import Choice, Reply, Words, option, say
from domain import calls
from domain.calls import Answer, Call, CallState, Mark
from domain.errors import Refusal
from domain.selections import unexplained
from domain.values import Items, Lines, Phrase
from handlers.calls import keep, known, note
from handlers.desk import Desk

PAGE = 5
"""Answers of one page: more buttons are not read on a telephone."""

NAMED = 3
"""People whom one refusal names; it may be a toast."""


@command(where=Where.TEAM, keeps_choices=True)
async def see_answers(desk: Desk, call: int, page: int | None = None) -> Reply:
    """A page of the answers, each with how far it was looked at, and a button to read it; turned,
    it takes the place of the page before.
    """
    found = await known(desk, call)
    answers = await desk.store.calls.that_count(call)
    pages = max(1, -(-len(answers) // PAGE))
    at = min(max(page or 0, 0), pages - 1)
    shown = answers[at * PAGE :][:PAGE]
    reply = say(
        "call-answers",
        title=found.title,
        count=len(answers),
        lines=Lines(tuple([await _line(desk, found, one) for one in shown])),
    )
    if pages > 1:
        reply = reply.then("call-page", page=at + 1, pages=pages)
    reply = reply.choose(*[await _reading(desk, one) for one in shown], *_turning(call, at, pages))
    return reply if page is None else reply.redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def see_answer(desk: Desk, answer: int) -> Reply:
    """One answer whole, with what is known beside it."""
    found, kept = await _both(desk, answer)
    return await _card(desk, found, kept)


@command(where=Where.TEAM, keeps_choices=True)
async def mark_answer(desk: Desk, answer: int, criterion: int, mark: str) -> Reply:
    """How far it meets the criterion that was asked about, unless somebody said it meanwhile; the
    next one is asked on the same card.
    """
    found, kept = await _both(desk, answer)
    name = found.criteria[criterion] if criterion < len(found.criteria) else ""
    return await _kept(desk, found, calls.noted(found, kept, name, Mark(mark), desk.person.id))


@command(where=Where.TEAM, keeps_choices=True)
async def mark_again(desk: Desk, answer: int) -> Reply:
    """Look at it again from the first criterion on; it is chosen no more."""
    found, kept = await _both(desk, answer)
    return await _kept(desk, found, replace(calls.unchosen(found, kept), notes={}))


@command(where=Where.TEAM, about="answer")
async def word_on_answer(desk: Desk, answer: int, text: str) -> Reply:
    """A word on what was marked last: whoever answered reads it with their outcome."""
    found, kept = await _both(desk, answer)
    worded = calls.worded(found, kept, text)
    await desk.store.calls.keep(worded)
    return await _shown(desk, found, worded)


@command(where=Where.TEAM, keeps_choices=True)
async def choose_answer(desk: Desk, answer: int, why: str) -> Reply:
    """One of those chosen, with the reason, which is kept and told."""
    found, kept = await _both(desk, answer)
    others = await desk.store.calls.answers(found.id)
    chosen = calls.chosen(found, others, kept, why)
    await desk.store.calls.keep(chosen)
    await _audit(desk, "choose", chosen)
    await keep(desk, found)
    return await _shown(desk, found, chosen)


@choose_answer.asks("why")
async def why_this_one(desk: Desk, answer: int) -> Reply:
    """Ask for the reason, once there is room and all was looked at."""
    found, kept = await _both(desk, answer)
    calls.may_choose(found, await desk.store.calls.answers(found.id), kept)
    name = (await desk.store.people.person(kept.person)).name
    return say("choose-answer-ask-why", name=name)


@choose_answer.reads("why")
async def a_reason(desk: Desk, typed: str) -> str:
    """A few words."""
    return calls.reasoned(typed)


@command(where=Where.TEAM, keeps_choices=True)
async def unchoose_answer(desk: Desk, answer: int) -> Reply:
    """One of the others after all."""
    found, kept = await _both(desk, answer)
    unchosen = calls.unchosen(found, kept)
    await _audit(desk, "unchoose", unchosen)
    await keep(desk, found)
    return await _kept(desk, found, unchosen)


@command(where=Where.TEAM, keeps_choices=True)
async def explain_answer(desk: Desk, answer: int, why: str) -> Reply:
    """Why it is none of those chosen: whoever answered reads it with their marks."""
    found, kept = await _both(desk, answer)
    explained = calls.explained(found, kept, why)
    await desk.store.calls.keep(explained)
    return await _shown(desk, found, explained)


@explain_answer.asks("why")
async def why_not_this_one(desk: Desk, answer: int) -> Reply:
    """Ask for a kind word, which goes to whoever answered."""
    _, kept = await _both(desk, answer)
    name = (await desk.store.people.person(kept.person)).name
    return say("explain-answer-ask-why", name=name)


explain_answer.reads("why")(a_reason)


@command(where=Where.TEAM, keeps_choices=True)
async def publish_selection(desk: Desk, call: int, sure: bool) -> Reply:
    """Tell everybody who answered what became of their own answer, once."""
    found, answers = await _ready(desk, call)
    chosen = sum(one.chosen for one in answers)
    decided = replace(found, state=CallState.DECIDED)
    for one in answers:
        desk.tell(one.person, outcome(decided, one, answers=len(answers), chosen=chosen))
        await _audit(desk, "chosen" if one.chosen else "not-chosen", one)
    await keep(desk, decided)
    await note(desk, "tell-choice", decided)
    return say("call-told", title=found.title, count=len(answers), kept=chosen)


@publish_selection.asks("sure")
async def before_all_are_told(desk: Desk, call: int) -> Reply:
    """Show who is chosen and who is not, before anybody is told."""
    found, answers = await _ready(desk, call)
    names = [(await desk.store.people.person(one.person)).name for one in answers if one.chosen]
    return say(
        "call-before-told",
        title=found.title,
        count=len(answers),
        kept=len(names),
        room=found.places - len(names),
        names=Items(tuple(names)),
        criteria=criteria_of(found),
    )


@publish_selection.choices("sure")
async def tell_them(desk: Desk) -> Sequence[Value]:
    """One more tap, since it cannot be taken back."""
    return [labelled("choice-tell-all", value=True)]


@command(where=Where.TEAM, keeps_choices=True)
async def answers_file(desk: Desk, call: int) -> Reply:
    """Every answer as one table."""
    found = await known(desk, call)
    told = [await _told(desk, found, one) for one in await desk.store.calls.that_count(call)]
    return say("call-table", title=found.title).attach(answers_table(found, told))


async def _ready(desk: Desk, number: int) -> tuple[Call, list[Answer]]:
    """A call and its answers, once each has its marks, and its reason where the marks are none."""
    found = await known(desk, number)
    answers = await desk.store.calls.that_count(number)
    calls.may_be_told(found, answers)
    if left := unexplained(found, answers):
        names = [(await desk.store.people.person(one.person)).name for one in left[:NAMED]]
        raise Refusal("refusal-call-unexplained", names=Items(tuple(names)), count=len(left))
    return found, answers


async def _both(desk: Desk, number: int) -> tuple[Call, Answer]:
    """An answer and its call, which nobody else changes meanwhile."""
    found = await desk.store.calls.answer(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    call = await known(desk, found.call)
    kept = await desk.store.calls.answer(number)
    return call, kept or found


async def _kept(desk: Desk, call: Call, answer: Answer) -> Reply:
    await desk.store.calls.keep(answer)
    return (await _shown(desk, call, answer)).redrawn()


async def _shown(desk: Desk, call: Call, answer: Answer) -> Reply:
    """The card of an answer; those that others have open say the same, beside the pressed one."""
    card = await _card(desk, call, answer)
    for row in await desk.store.said.about(f"answer:{answer.id}"):
        if (row.chat, row.message) != (desk.chat.id, desk.heard.message):
            desk.rewrite(row.chat, [row.id], card)
    return card


async def _told(desk: Desk, call: Call, answer: Answer) -> Told:
    seen = await desk.store.seen.of(answer.person, call)
    return Told(answer, (await desk.store.people.person(answer.person)).name, seen)


async def _card(desk: Desk, call: Call, answer: Answer) -> Reply:
    told = await _told(desk, call, answer)
    by = {one.by for one in answer.notes.values() if one.by is not None}
    names = {one: (await desk.store.people.person(one)).name for one in sorted(by)}
    return answer_card(call, answer, name=told.name, seen=told.seen, by=names)


async def _line(desk: Desk, call: Call, answer: Answer) -> Phrase:
    told = await _told(desk, call, answer)
    marks = [
        Phrase("call-mark", {"mark": answer.notes[one].mark.value, "word": ""})
        for one in call.criteria
        if one in answer.notes
    ]
    return Phrase(
        "call-answer-line",
        {
            "name": told.name,
            "marks": Items(tuple(marks)),
            "chosen": answer.chosen,
            "near": told.seen.near.name.lower(),
        },
    )


async def _reading(desk: Desk, answer: Answer) -> Choice:
    name = (await desk.store.people.person(answer.person)).name
    return Choice(Words("choice-named", {"name": name}), see_answer.name, {"answer": answer.id})


def _turning(call: int, page: int, pages: int) -> list[Choice]:
    back = option("choice-page-before", see_answers, call=call, page=page - 1)
    on = option("choice-page-after", see_answers, call=call, page=page + 1)
    return [*([back] if page else []), *([on] if page < pages - 1 else [])]


async def _audit(desk: Desk, act: str, answer: Answer) -> None:
    """Write a choice down with its reason; the marks that led to it stay with the answer."""
    on = f"answer:{answer.id}"
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now, why=answer.why)


COMMANDS = (
    see_answers,
    see_answer,
    mark_answer,
    mark_again,
    word_on_answer,
    choose_answer,
    unchoose_answer,
    explain_answer,
    publish_selection,
    answers_file,
)
