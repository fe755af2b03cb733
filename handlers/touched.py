"""Messages edited or taken back: their copies follow, and so does a question that they asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from chat.command import command
from chat.transport import Act
from chat.words import Reply, Words, say
from domain import questions
from domain.errors import Refusal
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
from storage.carried import Copy
from storage.outbox import WORDS

READ = timedelta(minutes=2)
"""How long a message waits to be read: a slip mended sooner troubles nobody."""

_ORDER = re.compile(r"^\s*[/!]\w+(?:@\w+)?\s+")
"""The command before a question, which an edited message still begins with."""


@command(on=Act.EDITED)
async def edited(desk: Desk) -> Reply:
    """What was carried is rewritten on the other side, a waiting question on its card; personal
    data of an asker stay masked. Other edits change nothing, and whoever noted time is told so.
    """
    await _reword_copies(desk, desk.heard.text)
    asked = await _asked_by(desk, desk.heard.message)
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
    await _taken_back(desk, desk.heard.message)
    return Reply()


@command("effacer", "unsend")
async def take_back(desk: Desk) -> Reply:
    """Take back the message that this one answers: some platforms tell no bot of a deletion."""
    if not await _taken_back(desk, desk.heard.reply_to):
        raise Refusal("refusal-nothing-to-take-back")
    return say("carried-taken-back")


async def _taken_back(desk: Desk, message: str | None) -> bool:
    """Whether a message stood on the other side, or asked something, and does so no more."""
    copies = await own_copies(desk, message)
    for _, chat, parts in copies:
        desk.withdraw(chat, [copy.row for copy in parts], say("carried-withdrawn"))
    asked = await _asked_by(desk, message)
    if asked is not None:
        await _withdraw(desk, asked)
    return bool(copies) or asked is not None


async def _reword_copies(desk: Desk, text: str) -> None:
    message = desk.heard.message
    for asked, chat, copies in await own_copies(desk, message):
        from_team, before = copies[0].from_team, copies[0].text
        written = text if from_team else masked(text)
        if before in (text, written) or (not from_team and asked.message == message):
            continue  # nothing new to read, or read on the question's card
        if from_team:
            words = answer_words(written, by=signature(desk))
            await _correct(desk, asked, before, written)
        else:
            words = more_words(written, asker=asker_name(desk, asked))
        reply = replace(words, words=(Words("carried-edited"), *words.words))
        source = source_of(desk, asked.id, written, from_team=from_team)
        rows = [copy.row for copy in copies]
        desk.rewrite(chat, rows, reply.on("question", asked.id), source=source)
        await _point_out(desk, asked, chat, copies[0])
    if message:
        await desk.store.copies.reword(desk.chat.id, message, text)


async def _point_out(desk: Desk, asked: Question, chat: int, copy: Copy) -> None:
    """Say below it that a message was corrected, once it was read: an edit rings nobody."""
    row = await desk.store.outbox.row(copy.row)
    if row.message is None or desk.now - copy.at < READ:
        return
    about = await desk.store.said.about(f"question:{asked.id}")
    if any(one.reply_to == row.message and desk.now - one.due_at < READ for one in about):
        return
    by = signature(desk) if copy.from_team else asker_name(desk, asked)
    told = say("carried-corrected", by=by, team=copy.from_team).on("question", asked.id)
    desk.post(chat, told, reply_to=row.message)


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


async def _asked_by(desk: Desk, message: str | None) -> Question | None:
    """The question that a message asked and that waits, if its asker touches it."""
    asked = await desk.store.questions.asked_in(desk.chat.id, message) if message else None
    if asked is None or asked.person != desk.person.id:
        return None
    return asked if asked.waits or asked.state is QuestionState.MERGED else None
