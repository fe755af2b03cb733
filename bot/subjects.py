"""What a message speaks of without saying so: the thing of the message it answers, or the question
of the thread it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat.transport import Act, Heard
from handlers.carried import ALBUM
from storage import Store

ANSWERING = frozenset({"answer_question", "write_to_other", "write_to_buddy", "write_to_met"})
"""The commands that wait for words to carry; a file may be what is carried."""

CARRIED = frozenset({"question", "exchange", "introduction", "pair", "meetup"})
"""Things about which files pass between people, or between them and the team."""


@dataclass(frozen=True)
class Subject:
    """A thing by its kind and number; `implied` when only the thread tells."""

    kind: str
    number: int
    implied: bool = False


async def subject_of(store: Store, heard: Heard, chat: int, *, now: datetime) -> Subject | None:
    """What a message is about. Who answers a colleague in a thread speaks to the colleague; in
    private a file without a word goes where the one just before it went.
    """
    posted = await store.said.posted(chat, heard.reply_to) if heard.reply_to else None
    if posted is not None and posted.about is not None:
        kind, _, number = posted.about.partition(":")
        return Subject(kind, int(number))
    if heard.place.private and heard.attachment and not (heard.text or heard.reply_to):
        brought = await store.copies.brought(chat, since=now - ALBUM)
        return Subject("question", brought) if brought is not None else None
    if heard.place.thread is None or (heard.reply_to is not None and posted is None):
        return None
    question = await store.threads.question_in(chat, heard.place.thread)
    return Subject("question", question, implied=True) if question is not None else None


async def is_carried(store: Store, heard: Heard, *, now: datetime) -> bool:
    """Whether a file that came along is for the other side of what is talked of."""
    place = heard.place
    fabrique = await store.fabriques.of_chat(place.platform, place.chat)
    store = store.of(fabrique.id)
    chat = await store.chats.known(place.platform, place.chat)
    if chat is None or heard.act is not Act.SAID:
        return False
    subject = await subject_of(store, heard, chat.id, now=now)
    if subject is not None:
        return subject.kind in CARRIED
    person = await store.people.known(place.platform, heard.speaker.account)
    prompt = await store.prompts.waiting(chat.id, person.id, now=now) if person else None
    return prompt is not None and prompt.command in ANSWERING
