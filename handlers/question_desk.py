"""What every act on a question needs: finding it, reaching its asker, keeping its cards true."""

from __future__ import annotations

from collections.abc import Sequence

from chat.question_cards import moved_card, question_card, waiting_card, whole_question
from chat.words import Reply
from domain.errors import Refusal
from domain.questions import Question, addressees
from handlers.desk import Desk
from storage.outbox import CARD


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
        if whole := whole_question(case):
            desk.post(chat.id, whole)
        desk.post(chat.id, question_card(case), kind=CARD)
    return len(team)


async def show(desk: Desk, *questions: Question) -> None:
    """Draw the cards of questions anew, as they stand now."""
    team = {chat.id for chat in await desk.store.chats.team()}
    for question in questions:
        card = question_card(await desk.store.questions.case(question))
        for row in await desk.store.outbox.cards(f"question:{question.id}"):
            if row.chat in team:
                desk.redraw(row.chat, row.id, card)


async def show_waiting(desk: Desk, question: Question) -> None:
    """Show a question here once more, with its age; its card further up gives way."""
    case = await desk.store.questions.case(question)
    for row in await desk.store.outbox.cards(f"question:{question.id}"):
        if row.chat == desk.chat.id:
            desk.redraw(row.chat, row.id, moved_card(case))
    if whole := whole_question(case):
        desk.post(desk.chat.id, whole)
    desk.post(desk.chat.id, waiting_card(case, desk.now), kind=CARD)


async def to_team(desk: Desk, question: Question, reply: Reply) -> int:
    """Say something about a question below its card in each of the team's chats."""
    cards = {row.chat: row for row in await desk.store.outbox.cards(f"question:{question.id}")}
    team = await desk.store.chats.team()
    for chat in team:
        card = cards.get(chat.id)
        desk.post(
            chat.id, reply.on("question", question.id), reply_to=card.message if card else None
        )
    return len(team)


async def to_askers(
    desk: Desk, question: Question, reply: Reply, *, kind: str = "answer"
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
        )
    return told


async def note(desk: Desk, act: str, on: str) -> None:
    """Write down who of the team did what."""
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


async def people_named(desk: Desk, question: Question) -> list[str]:
    """Who must not be named in an entry: the asker, and whoever spoke in the team's chats."""
    asker = await desk.store.people.person(question.person)
    team = [chat.id for chat in await desk.store.chats.team()]
    return [asker.name, *await desk.store.people.names_in(team)]
