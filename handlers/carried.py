"""What passes between an asker and the team: words and files, and what becomes of them.

Words and files go to the other side as they are. An edit follows into the copy, marked; a message
taken back leaves a short line in its place. Knows no state of a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from chat.cards import question_card
from chat.command import command
from chat.desk import Source
from chat.transport import Act, File
from chat.words import Reply, say
from domain import questions
from domain.errors import Refusal
from domain.questions import QUESTION_MOST, Question, QuestionState
from domain.values import Multiline
from handlers.desk import Desk, tell_team
from storage.carried import Copy

ALBUM = timedelta(seconds=3)
"""Files that follow each other so closely were sent together."""

FOLLOWED = timedelta(days=59)
"""How long edits follow: what is needed to change a copy is forgotten with its words after that."""


async def to_asker(desk: Desk, asked: Question, text: str) -> None:
    """Bring the team's words and file to the asker, where they asked."""
    desk.post(
        asked.chat,
        _with_file(desk, _answer(text), text).on("question", asked.id),
        kind="answer",
        reply_to=asked.message,
        thread=asked.thread,
        source=_source(desk, asked, from_team=True),
    )


async def to_team(desk: Desk, asked: Question, text: str) -> None:
    """Bring the asker's words and file to the team, beside the question."""
    words = _more(asker_name(desk, asked), text)
    reply = _with_file(desk, words, text).on("question", asked.id)
    for chat in await desk.store.chats.team():
        desk.post(chat.id, reply, source=_source(desk, asked, from_team=False))


async def is_confirmed(desk: Desk, asked: Question) -> bool:
    """Whether what is carried needs no line of thanks: one is enough for pictures sent together."""
    if desk.heard.attachment is None or desk.heard.text:
        return False
    before = await desk.store.copies.newest(asked.id, desk.chat.id)
    if before is None or desk.now - before.at > ALBUM:
        return False
    return (await desk.store.outbox.row(before.row)).has_file


def asker_name(desk: Desk, asked: Question) -> str:
    """How the team reads who asks, when the asker themself does something."""
    return desk.person.name


@command(on=Act.EDITED)
async def edited(desk: Desk) -> Reply:
    """What was carried to the other side is rewritten there; other edits change nothing."""
    text = desk.heard.text
    for asked, chat, copies in await _own_copies(desk):
        from_team = copies[0].from_team
        words = _answer(text) if from_team else _more(asker_name(desk, asked), text)
        reply = words.then("carried-edited").on("question", asked.id)
        rows = [copy.row for copy in copies]
        source = _source(desk, asked, from_team=from_team)
        desk.rewrite(chat, rows, reply, source=source)
    asked_here = await _asked_by_this(desk)
    if asked_here is not None and text and asked_here.text != text[:QUESTION_MOST]:
        await _ask_otherwise(desk, replace(asked_here, text=text[:QUESTION_MOST]))
    return Reply()


@command(on=Act.DELETED)
async def deleted(desk: Desk) -> Reply:
    """A message taken back is taken back on the other side; a waiting question is withdrawn."""
    for _, chat, copies in await _own_copies(desk):
        desk.withdraw(chat, [copy.row for copy in copies], say("carried-withdrawn"))
    asked = await _asked_by_this(desk)
    if asked is not None:
        await _withdraw(desk, asked)
    return Reply()


async def _ask_otherwise(desk: Desk, changed: Question) -> None:
    """The cards show the new words, and a line says so: nobody is told of an edit otherwise."""
    await desk.store.questions.change(changed)
    asker = asker_name(desk, changed)
    if changed.waits:
        card = question_card(changed, asker)
        if changed.taken_by is not None:
            taker = await desk.store.people.person(changed.taken_by)
            card = card.then("question-taken", name=taker.name)
        for chat, row in await _cards(desk, changed):
            desk.rewrite(chat, [row], card.then("carried-edited"))
    text = say("question-edited", asker=asker, text=Multiline(changed.text))
    await tell_team(desk, text.on("question", changed.id))


async def _withdraw(desk: Desk, asked: Question) -> None:
    """The asker's words leave the team's chat; what waited waits no more, and the team is told."""
    gone = say("question-withdrawn", asker=asker_name(desk, asked))
    for chat, row in await _cards(desk, asked):
        desk.withdraw(chat, [row], gone if asked.waits else say("carried-withdrawn"))
    if asked.waits:
        await desk.store.questions.change(questions.closed(asked))
        await tell_team(desk, gone.on("question", asked.id))


async def _cards(desk: Desk, asked: Question) -> list[tuple[int, int]]:
    """Where the question stands before the team, by chat and row, however often it is shown."""
    found = []
    rows = await desk.store.outbox.about(f"question:{asked.id}")
    for chat in await desk.store.chats.team():
        thread = await desk.store.threads.of(asked.id, chat.id)
        first = thread.card_row if thread else None
        found += [
            (chat.id, row.id)
            for row in rows
            if row.chat == chat.id and (row.choices or row.id == first)
        ]
    return found


async def _own_copies(desk: Desk) -> list[tuple[Question, int, Sequence[Copy]]]:
    """The copies of the message that is touched, by question and by the chat they are in.

    Whoever may take a message away in the team's chat may do so here; an asker's is the asker's.
    """
    copies = await desk.store.copies.of(desk.chat.id, desk.heard.message or "")
    by_place: dict[tuple[int, int], list[Copy]] = {}
    for copy in (one for one in copies if desk.now - one.at < FOLLOWED):
        chat = (await desk.store.outbox.row(copy.row)).chat
        by_place.setdefault((copy.question, chat), []).append(copy)
    found: list[tuple[Question, int, Sequence[Copy]]] = []
    for (number, chat), parts in by_place.items():
        asked = await desk.store.questions.question(number)
        ours = desk.chat.team if parts[0].from_team else asked and asked.person == desk.person.id
        if asked is not None and ours:
            found.append((asked, chat, parts))
    return found


async def _asked_by_this(desk: Desk) -> Question | None:
    """The question that the message asked, if the same person touches it and it is not closed."""
    message = desk.heard.message
    asked = await desk.store.questions.asked_in(desk.chat.id, message) if message else None
    if asked is None or asked.state is QuestionState.CLOSED or asked.person != desk.person.id:
        return None
    return asked


def _answer(text: str) -> Reply:
    return say("question-answered", answer=Multiline(text)) if text else say("answer-file")


def _more(asker: str, text: str) -> Reply:
    if text:
        return say("question-more", asker=asker, text=Multiline(text))
    return say("question-more-file", asker=asker)


def _with_file(desk: Desk, reply: Reply, text: str) -> Reply:
    """The reply with the file that came along; refuses one that could not be read, or nothing."""
    file = desk.file
    if file is not None and file.refusal is not None:
        raise file.refusal
    if file is not None and isinstance(file.content, File):
        return reply.caption(file.content)
    if not text:
        raise Refusal("refusal-carried-kind")
    return reply


def _source(desk: Desk, asked: Question, *, from_team: bool) -> Source | None:
    message = desk.heard.message
    return Source(asked.id, from_team, desk.chat.id, message) if message else None
