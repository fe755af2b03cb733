"""What every act on a question needs: finding it, reaching its asker, keeping its cards true."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chat.desk import Source
from chat.question_cards import moved_card, question_card, waiting_card, whole_question
from chat.words import Reply
from domain.errors import Refusal
from domain.questions import Question, addressees
from handlers.desk import Desk
from storage.outbox import CARD, WORDS, Outgoing


async def known(desk: Desk, number: int) -> Question:
    """The question of that number; refuses what is none."""
    asked = await desk.store.questions.question(number)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    return asked


async def standing(desk: Desk, number: int) -> Question:
    """The question that is answered when this one is: the other one, once they are merged."""
    asked = await desk.store.questions.standing(number)
    if asked is None:
        raise Refusal("refusal-choice-stale")
    return asked


async def post_cards(desk: Desk, question: Question) -> int:
    """Show a question in each of the team's chats; says in how many."""
    case = await desk.store.questions.case(question)
    team = await desk.store.chats.team()
    for chat in team:
        desk.post(chat.id, question_card(case), kind=CARD)
        if whole := whole_question(case):
            desk.post(chat.id, whole, kind=WORDS)
    return len(team)


async def show(desk: Desk, *questions: Question) -> None:
    """Draw the cards of questions anew, as they stand now."""
    for question in questions:
        card = question_card(await desk.store.questions.case(question))
        live = await _live(desk, question)
        for row in await showing(desk, question):
            if row.id in live:
                desk.rewrite(row.chat, [row.id], card)


async def showing(desk: Desk, question: Question) -> Sequence[Outgoing]:
    """The messages before the team that hold a question's words: its cards, and what is beside."""
    team = {chat.id for chat in await desk.store.chats.team()}
    rows = await desk.store.said.about(f"question:{question.id}")
    return [row for row in rows if row.chat in team and row.kind in (CARD, WORDS)]


async def _live(desk: Desk, question: Question) -> set[int]:
    """The cards that stand: the newest of each chat, and the one that a topic begins with."""
    newest = await desk.store.said.cards(f"question:{question.id}")
    heads = [await _head(desk, question, row.chat) for row in newest]
    return {row.id for row in newest} | {head for head in heads if head is not None}


async def _head(desk: Desk, question: Question, chat: int) -> int | None:
    """The card in the question's own topic, which stands there whatever is shown outside."""
    thread = await desk.store.threads.of(question.id, chat)
    apart = thread is not None and thread.topic not in (None, thread.card)
    return thread.card_row if thread is not None and apart else None


async def show_everywhere(desk: Desk, question: Question, words: Reply | None = None) -> None:
    """Draw a question anew, also where its card gave way; `words` replace those beside a card."""
    case = await desk.store.questions.case(question)
    live = await _live(desk, question)
    for row in await showing(desk, question):
        drawn = words if row.kind == WORDS else moved_card(case)
        if row.id in live:
            drawn = question_card(case)
        if drawn is not None:
            desk.rewrite(row.chat, [row.id], drawn)


async def show_waiting(desk: Desk, question: Question) -> None:
    """Show a question here once more, with its age; its card further up gives way."""
    case = await desk.store.questions.case(question)
    head = await _head(desk, question, desk.chat.id)
    for row in await desk.store.said.cards(f"question:{question.id}"):
        if row.chat == desk.chat.id and row.id != head:
            desk.rewrite(row.chat, [row.id], moved_card(case))
    here = desk.heard.place.thread
    card = waiting_card(case, desk.now)
    desk.post(desk.chat.id, card, kind=CARD, thread=here, apart=True)
    if whole := whole_question(case):
        desk.post(desk.chat.id, whole, kind=WORDS, thread=here, apart=True)


async def to_team(
    desk: Desk,
    question: Question,
    reply: Reply,
    *,
    kind: str = "notice",
    source: Source | None = None,
) -> int:
    """Say something about a question beside its card in each of the team's chats."""
    team = await desk.store.chats.team()
    for chat in team:
        desk.post(chat.id, reply.on("question", question.id), kind=kind, source=source)
    return len(team)


async def to_askers(
    desk: Desk,
    question: Question,
    reply: Reply,
    *,
    kind: str = "answer",
    source: Callable[[Question], Source | None] = lambda _: None,
) -> Sequence[Question]:
    """Say something to whoever asked a question, in these words or others: each of them once."""
    joined = await desk.store.questions.joined(question.id)
    told = addressees(question, joined)
    for one in told:
        chat = await desk.store.questions.reach(one)
        here = chat == one.chat
        desk.post(
            chat,
            reply.on("question", one.id),
            kind=kind,
            reply_to=one.message if here else None,
            thread=one.thread if here else None,
            source=source(one),
        )
    return told


def signature(desk: Desk) -> str:
    """Who answers, as the fabrique chose: a first name, or nobody for the team."""
    return desk.person.name.split()[0] if desk.fabrique.policy.signs_as == "person" else ""


def asker_name(desk: Desk, asked: Question) -> str:
    """How the team reads who asks, when the asker does something; nobody for the anonymous."""
    return "" if asked.anonymous else desk.person.name


async def note(desk: Desk, act: str, on: str) -> None:
    """Write down who of the team did what."""
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


async def people_named(desk: Desk, question: Question) -> list[str]:
    """Who must not be named in an entry: the asker, and whoever spoke in the team's chats."""
    asker = await desk.store.people.person(question.person)
    team = [chat.id for chat in await desk.store.chats.team()]
    return [asker.name, *await desk.store.people.names_in(team)]
