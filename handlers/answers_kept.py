"""An answer of the team becomes an entry of the base, once somebody has read it over."""

from __future__ import annotations

from dataclasses import replace

from chat.cards import choice
from chat.command import Where, command
from chat.words import Reply, option, say
from domain.errors import Refusal
from domain.kept_answers import TITLE_MOST, drafted, key_of
from domain.permanence import Band, Entry
from domain.privacy import masked
from domain.questions import Question
from domain.values import Multiline, OnDate
from handlers.desk import Desk
from handlers.question_desk import known, note, people_named, show

BODY_MOST = 2000
"""Characters of an entry made in a chat: more is a document, to be linked."""


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
async def title_typed(desk: Desk, typed: str) -> str:
    """A title stays on one line."""
    return _within(" ".join(typed.split()), TITLE_MOST)


@command(where=Where.TEAM)
async def reword_draft(desk: Desk, question: int, title: str, body: str) -> Reply:
    """The draft with another answer."""
    return _to_check(desk, question, title, body)


@reword_draft.reads("body")
async def body_typed(desk: Desk, typed: str) -> str:
    """An answer keeps its lines."""
    return _within(typed.strip(), BODY_MOST)


@command(where=Where.TEAM)
async def publish_draft(desk: Desk, question: int, title: str, body: str) -> Reply:
    """The draft enters the base; the next who asks is answered at once."""
    asked = await _answered(desk, question)
    draft = await _draft(desk, asked)
    tags = await _tags(desk, title)
    entry = await desk.store.knowledge.add(
        replace(draft, key=key_of(title), title=title, body=body, tags=tags),
        by=desk.person.id,
        now=desk.now,
    )
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


def _within(text: str, most: int) -> str:
    if not text:
        raise Refusal("refusal-entry-empty")
    if len(text) > most:
        raise Refusal("refusal-entry-too-long", most=most)
    return text
