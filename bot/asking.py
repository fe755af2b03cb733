"""Questions put in a group: how their answer reaches the bot, and the card they began on.

A card keeps its choices until the question that one of them asked is answered: whoever pressed may
think better of it, and in a group a colleague may act meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.offered import Offered
from chat.command import Command
from chat.words import Reply, Words
from storage import Store

BEGUN = "begun_on"
"""What a waiting question knows of the card it began on: the number of its row."""


def asked_by_reply(question: Reply) -> Reply:
    """A question with the words that say how to answer it where the bot hears only replies."""
    return replace(question, words=(*question.words, Words("asked-by-reply")))


def begun_on(offered: Offered) -> dict[str, object]:
    """What a choice knows, and where it was pressed, for the day its question is answered."""
    return {**offered.given, BEGUN: offered.row.id}


async def beginning(store: Store, command: Command, given: Mapping[str, object]) -> Offered | None:
    """The choice that began what is now carried out, if its card still offers it."""
    number = given.get(BEGUN)
    if command.keeps_choices or not isinstance(number, int):
        return None
    row = await store.outbox.row(number)
    for place in range(len(row.choices)):
        offered = Offered(row, place)
        if offered.command == command.name and offered.given.items() <= given.items():
            return offered
    return None
