"""A second proposer who says another price: the team reads both, and takes one in a tap."""

from __future__ import annotations

import re

from chat.command import Where, command
from chat.event_cards import event_phrase
from chat.words import Reply, Words, option, say, toast
from domain.errors import Refusal
from domain.event_drafts import Part
from domain.events import Details, Event, State
from domain.people import fold
from handlers.desk import Desk, tell_team
from handlers.event_approval import tell_proposer
from handlers.event_changes import reworded


async def with_price_asked(desk: Desk, event: Event, said: Details, reply: Reply) -> Reply:
    """What is answered to who says again what is known; of another price the team is asked."""
    if not said.price or _is_the_same(said, event.details):
        return reply
    prices = {"said": said.price, "known": event.details.price or "none"}
    told = {**prices, "name": desk.person.name, "event": event_phrase(event)}
    await tell_team(
        desk,
        say("event-price-doubt", **told).choose(
            option("choice-price-take", take_price, event=event.id, price=said.price),
            option("choice-price-keep", keep_price),
        ),
    )
    return Reply((*reply.words, Words("event-price-sent", prices)))


def _is_the_same(said: Details, known: Details) -> bool:
    """Whether two prices are one, also in other words: "8 €" and "8 euros"."""
    if fold(said.price) == fold(known.price):
        return True
    sums, others = (re.findall(r"[0-9]+", one.price) for one in (said, known))
    return said.cost is not None and (said.cost, sums) == (known.cost, others)


@command(where=Where.TEAM)
async def take_price(desk: Desk, event: int, price: str) -> Reply:
    """The other price is the true one; whoever proposed the event hears of it."""
    found = await desk.store.events.event(event)
    if found is None or found.state not in (State.PROPOSED, State.APPROVED):
        raise Refusal("refusal-choice-stale")
    await reworded(desk, found, Part.PRICE, price)
    await desk.store.audit.note("edited", f"event:{event}", by=desk.person.id, now=desk.now)
    told = say("event-price-taken", event=event_phrase(found), said=price)
    await tell_proposer(desk, found, told)
    return toast("done")


@command(where=Where.TEAM)
async def keep_price(_desk: Desk) -> Reply:
    """What the agenda says is right."""
    return toast("done")


COMMANDS = (take_price, keep_price)
