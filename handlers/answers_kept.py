"""An answer of the team becomes an entry of the base, once somebody has read it over."""

from __future__ import annotations

from dataclasses import replace

from chat.cards import choice
from chat.command import Where, command
from chat.words import Reply, option, say
from domain import entries
from domain.errors import Refusal
from domain.kept_answers import drafted, wording_of
from domain.permanence import Band, Entry
from domain.privacy import masked
from domain.questions import Question
from domain.values import Multiline, OnDate
from handlers.desk import Desk
from handlers.question_desk import known, note, people_named, show


@command(where=Where.TEAM, keeps_choices=True)
async def keep_answer(desk: Desk, question: int) -> Reply:
    """Show the entry that an answer would make, without the people."""
    asked = await _answered(desk, question)
    draft = await _draft(desk, asked)
    return _to_check(desk, question, draft.title, draft.body)


@command(where=Where.TEAM)
async def retitle_draft(desk: Desk, question: int, body: str, title: str) -> Reply:
    """The draft under another title."""
    return _to_check(desk, question, title, body)


@retitle_draft.reads("title")
async def as_title(desk: Desk, typed: str) -> str:
    """A title stays on one line."""
    return entries.title_typed(typed)


@command(where=Where.TEAM)
async def reword_draft(desk: Desk, question: int, title: str, body: str) -> Reply:
    """The draft with another answer."""
    return _to_check(desk, question, title, body)


@reword_draft.reads("body")
async def as_answer(desk: Desk, typed: str) -> str:
    """An answer keeps its lines."""
    return entries.body_typed(typed)


@command(where=Where.TEAM)
async def publish_draft(desk: Desk, question: int, title: str, body: str) -> Reply:
    """The draft enters the base; the next who asks is answered at once."""
    asked = await _answered(desk, question)
    draft = await _draft(desk, asked)
    tags = await _tags(desk, title)
    wording = wording_of(masked(asked.text), await people_named(desk, asked))
    whole = entries.with_wordings(replace(draft, title=title, body=body, tags=tags), [wording])
    entry = await desk.store.knowledge.add(whole, by=desk.person.id, now=desk.now)
    kept = replace(asked, entry=entry.id)
    await desk.store.questions.change(kept)
    await note(desk, "publish", f"entry:{entry.id}")
    await show(desk, kept)
    return say("answer-in-base", title=title)


@command(where=Where.TEAM)
async def drop_draft(desk: Desk) -> Reply:
    """Nothing enters the base; the question's card offers it again."""
    return say("entry-not-published")


async def _answered(desk: Desk, number: int) -> Question:
    """A question whose answer can still enter the base."""
    asked = await known(desk, number)
    if asked.entry is not None:
        raise Refusal("refusal-already-in-base")
    if not asked.answer:
        raise Refusal("refusal-choice-stale")
    return asked


async def _draft(desk: Desk, asked: Question) -> Entry:
    return drafted(
        masked(asked.text),
        asked.answer,
        names=await people_named(desk, asked),
        language=desk.language,
        today=desk.today,
    )


async def _tags(desk: Desk, title: str) -> tuple[str, ...]:
    """Those of the entry that is most like it, if one is at all."""
    findings = await desk.library.find(desk.store, title)
    return () if findings.band is Band.UNSURE else findings.found[0].entry.tags


def _to_check(desk: Desk, question: int, title: str, body: str) -> Reply:
    given = {"question": question, "title": title, "body": body}
    return say("entry-draft", title=title, body=Multiline(body), day=OnDate(desk.today)).choose(
        option("choice-publish", publish_draft, **given),
        option("choice-retitle", retitle_draft, question=question, body=body),
        option("choice-reword", reword_draft, question=question, title=title),
        choice("choice-cancel", "drop_draft"),
    )
