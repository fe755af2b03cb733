"""Messages edited or taken back: their copies follow, and so does a question that they asked."""

from __future__ import annotations

import re
from dataclasses import replace

from chat.command import command
from chat.transport import Act
from chat.words import Reply, say
from domain import questions
from domain.past_questions import Past, similar
from domain.privacy import masked
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.values import Multiline
from handlers.carried import answer_words, more_words, own_copies, source_of
from handlers.confirming import note_edited
from handlers.desk import Desk
from handlers.question_desk import (
    asker_name,
    known,
    show,
    show_everywhere,
    showing,
    signature,
    to_team,
)
from storage.outbox import WORDS

_ORDER = re.compile(r"^\s*[/!]\w+(?:@\w+)?\s+")
"""The command before a question, which an edited message still begins with."""


@command(on=Act.EDITED)
async def edited(desk: Desk) -> Reply:
    """What was carried is rewritten on the other side, a waiting question on its card; personal
    data of an asker stay masked. Other edits change nothing, and whoever noted time is told so.
    """
    await _reword_copies(desk, desk.heard.text)
    asked = await _asked_by_this(desk)
    text = masked(_ORDER.sub("", desk.heard.text)[:QUESTION_MOST])
    if asked is None:
        return await note_edited(desk)
    if not asked.waits or asked.text == text:
        return Reply()
    changed = replace(asked, text=text)
    await desk.store.questions.change(changed)
    told = say("question-edited", text=Multiline(text))
    await to_team(desk, changed, told, kind=WORDS)
    await show_everywhere(desk, changed, told)
    await show(desk, *await _quoting(desk, asked))
    return Reply()


@command(on=Act.DELETED)
async def deleted(desk: Desk) -> Reply:
    """A message taken back is taken back on the other side; a question is withdrawn, its words
    leave the team's chat, and the same question of others still waits.
    """
    for _, chat, copies in await own_copies(desk):
        desk.withdraw(chat, [copy.row for copy in copies], say("carried-withdrawn"))
    asked = await _asked_by_this(desk)
    if asked is not None:
        await _withdraw(desk, asked)
    return Reply()


async def _reword_copies(desk: Desk, text: str) -> None:
    for asked, chat, copies in await own_copies(desk):
        from_team = copies[0].from_team
        written = text if from_team else masked(text)
        if from_team:
            words = answer_words(written, by=signature(desk))
            await _correct(desk, asked, copies[0].text, written)
        else:
            words = more_words(written, asker=asker_name(desk, asked))
        reply = words.then("carried-edited").on("question", asked.id)
        source = source_of(desk, asked.id, written, from_team=from_team)
        desk.rewrite(chat, [copy.row for copy in copies], reply, source=source)
    if desk.heard.message:
        await desk.store.copies.reword(desk.chat.id, desk.heard.message, text)


async def _correct(desk: Desk, asked: Question, before: str, text: str) -> None:
    """What the base may learn from an answer is what the team says now."""
    if before and before in asked.answer:
        changed = replace(asked, answer=asked.answer.replace(before, text, 1))
        await desk.store.questions.change(changed)


async def _withdraw(desk: Desk, asked: Question) -> None:
    joined = await desk.store.questions.joined(asked.id)
    heir, others = questions.parted(asked, joined, now=desk.now)
    passed_on = [*filter(None, [heir]), *others]
    for one in (replace(questions.withdrawn(asked), text=""), *passed_on):
        await desk.store.questions.change(one)
    gone = say("question-withdrawn", asker=asker_name(desk, asked))
    for row in await showing(desk, asked):
        desk.withdraw(row.chat, [row.id], gone)
    await to_team(desk, asked, gone)
    await show(desk, *passed_on, *await _quoting(desk, asked))
    if asked.merged_into is not None:
        await show(desk, await known(desk, asked.merged_into))


async def _quoting(desk: Desk, asked: Question) -> list[Question]:
    """Waiting questions whose cards quote the words that another one had."""
    past = [Past(asked.id, asked.text, asked.state)]
    waiting = await desk.store.questions.waiting()
    return [one for one in waiting if one.id != asked.id and similar(one.text, past)]


async def _asked_by_this(desk: Desk) -> Question | None:
    """The question that the message asked and that waits, if its asker touches it."""
    message = desk.heard.message
    asked = await desk.store.questions.asked_in(desk.chat.id, message) if message else None
    if asked is None or asked.person != desk.person.id:
        return None
    return asked if asked.waits or asked.state is QuestionState.MERGED else None
