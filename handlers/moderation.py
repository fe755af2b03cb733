"""The team's chat: what waits for it, each thing with its buttons."""

from __future__ import annotations

from chat.cards import (
    age,
    delivery_card,
)
from chat.command import Where, command
from chat.knowledge_cards import review_card
from chat.mobilisation_cards import mobilisation_card
from chat.words import Reply, toast
from domain.events import State
from handlers.calls import cards_of_calls
from handlers.contests import show_to_team, waiting_for_team
from handlers.desk import Desk
from handlers.event_doubts import cards_of_doubts
from handlers.event_review import cards_of_events
from handlers.event_revisions import cards_of_revisions
from handlers.events_desk import cards_of_editions
from handlers.feeds import cards_of_news
from handlers.hosts import cards_of_hostings
from handlers.letter_desk import cards_of_items
from handlers.mobilising import case_of
from handlers.need_desk import cards_of_needs
from handlers.organisations import cards_of_organisations
from handlers.question_desk import show_waiting
from handlers.resources import card_of
from handlers.skill_names import cards_of_names
from storage.outbox import SENT, WAITING

CARDS = 12
"""Cards that one `/file` shows; the rest comes when these are dealt with."""


@command("file", "queue", where=Where.TEAM)
async def queue(desk: Desk) -> Reply:
    """Say whether somebody waits for support, then show what waits, each with its buttons; of each
    kind who waits longest comes first.
    """
    asked = await desk.store.questions.waiting()
    waiting = [
        *await cards_of_editions(desk),
        *await cards_of_doubts(desk),
        *await cards_of_events(desk),
        *await cards_of_revisions(desk),
        *await cards_of_items(desk),
        *await cards_of_news(desk),
        *await _resources(desk),
        *await _deliveries(desk),
        *await _mobilisations(desk),
        *await cards_of_organisations(desk),
        *await cards_of_names(desk),
        *await cards_of_calls(desk),
        *await cards_of_hostings(desk),
        *await cards_of_needs(desk),
        *await _reviews(desk),
    ]
    exchanges = await waiting_for_team(desk)
    for question in asked[:CARDS]:
        await show_waiting(desk, question)
    for exchange in exchanges[: max(0, CARDS - len(asked))]:
        await show_to_team(desk, exchange)
    for card in waiting[: max(0, CARDS - len(asked) - len(exchanges))]:
        desk.post(desk.chat.id, card, thread=desk.heard.place.thread, apart=True)
    count = len(asked) + len(exchanges) + len(waiting)
    return await _counted(desk, count)


@command(where=Where.TEAM)
async def it_arrived(desk: Desk, row: int) -> Reply:
    """Somebody looked: the post is there."""
    await desk.store.outbox.resolve(row, SENT, at=desk.now)
    await _note(desk, "arrived", f"delivery:{row}")
    return toast("done")


@command(where=Where.TEAM)
async def send_again(desk: Desk, row: int) -> Reply:
    """Somebody looked: the post is not there, so it is sent once more."""
    await desk.store.outbox.resolve(row, WAITING, at=desk.now)
    await _note(desk, "send-again", f"delivery:{row}")
    return toast("done")


async def _counted(desk: Desk, count: int) -> Reply:
    """How many things wait; requests for support, which are read elsewhere, come first."""
    reply = Reply()
    if helped := await desk.store.supports.open():
        waiting = [one for one in helped if one.waits]
        since = min((one.at for one in waiting), default=desk.now)
        reply = reply.then(
            "queue-support",
            count=len(helped),
            waiting=len(waiting),
            urgent=sum(one.urgent for one in waiting),
            age=age(since, desk.now),
        )
        if not count:
            return reply
    return reply.then("queue", count=count, more=max(0, count - CARDS))


async def _resources(desk: Desk) -> list[Reply]:
    proposed = await desk.store.resources.in_state(State.PROPOSED)
    return [await card_of(desk, one) for one in proposed]


async def _deliveries(desk: Desk) -> list[Reply]:
    cards = []
    for row in await desk.store.outbox.unknown():
        chat = await desk.store.chats.chat(row.chat)
        cards.append(delivery_card(row.id, issue=row.issue, chat=chat.title))
    return cards


async def _mobilisations(desk: Desk) -> list[Reply]:
    """Time asked of the team that waits, for an answer or to be done."""
    return [
        mobilisation_card(await case_of(desk, one))
        for one in await desk.store.mobilisations.waiting()
    ]


async def _reviews(desk: Desk) -> list[Reply]:
    """Entries whose day of review has come; they wait best, so they come last."""
    due = await desk.store.knowledge.to_review(desk.today)
    return [
        review_card(entry, version=await desk.store.knowledge.latest(entry.id)) for entry in due
    ]


async def _note(desk: Desk, act: str, on: str) -> None:
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


COMMANDS = (
    queue,
    it_arrived,
    send_again,
)
