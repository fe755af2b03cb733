"""What passes between an asker and the team: words and files, and where their copies are.

Words and files go to the other side as they are. Knows no state of a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat.desk import Source
from chat.transport import File
from chat.words import Reply, say
from domain.errors import Refusal
from domain.questions import Question
from domain.values import Multiline
from handlers.desk import Desk
from handlers.question_desk import to_team
from storage.carried import Copy

ALBUM = timedelta(seconds=3)
"""Files that follow each other so closely were sent together."""

FOLLOWED = timedelta(days=59)
"""How long edits follow: what is needed to change a copy is forgotten with its words after that."""


def answer_words(text: str, *, by: str, completes: bool = False) -> Reply:
    """The team's words before the asker; without any, what stands under a file."""
    if not text:
        return say("answer-file", by=by)
    message = "question-completed" if completes else "question-answered"
    return say(message, by=by, answer=Multiline(text))


def more_words(text: str, *, asker: str) -> Reply:
    """The asker's further words before the team; without any, what stands under a file."""
    if not text:
        return say("question-more-file", asker=asker)
    return say("question-more", asker=asker, text=Multiline(text))


def with_file(desk: Desk, reply: Reply, text: str) -> Reply:
    """The reply with the file that came along; refuses one that could not be read, or nothing."""
    file = desk.file
    if file is not None and file.refusal is not None:
        raise file.refusal
    if file is not None and isinstance(file.content, File):
        return reply.caption(file.content)
    if not text:
        raise Refusal("refusal-carried-kind")
    return reply


async def bring_along(desk: Desk, asked: Question, *, asker: str) -> bool:
    """Whether a file that came with a question went to the team too, below its card."""
    file = desk.file.content if desk.file is not None else None
    if not isinstance(file, File):
        return False
    more = more_words("", asker=asker).caption(file)
    source = source_of(desk, asked.id, "", from_team=False)
    return await to_team(desk, asked, more, source=source) > 0


def source_of(desk: Desk, question: int, text: str, *, from_team: bool) -> Source | None:
    """What is heard, as the message whose copies follow it."""
    message = desk.heard.message
    return Source(question, from_team, desk.chat.id, message, text) if message else None


async def is_confirmed(desk: Desk, asked: Question) -> bool:
    """Whether what is carried needs no words, here or there: one line is enough for pictures sent
    together.
    """
    if desk.heard.attachment is None or desk.heard.text:
        return False
    before = await desk.store.copies.newest(asked.id, desk.chat.id)
    if before is None or desk.now - before.at > ALBUM:
        return False
    return (await desk.store.outbox.row(before.row)).has_file


async def own_copies(desk: Desk, message: str | None) -> list[tuple[Question, int, Sequence[Copy]]]:
    """The copies of a message that is touched, by question and by the chat they are in.

    Whoever may take a message away in the team's chat may do so here; an asker's is the asker's.
    """
    copies = await desk.store.copies.of(desk.chat.id, message or "")
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
