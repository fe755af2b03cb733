"""A need for which nobody is found: the team looks, and nobody is left without an answer."""

from __future__ import annotations

from chat.words import Reply, say
from domain.needs import Need
from domain.values import Quoted
from handlers.desk import Desk, tell_team


async def nobody_found(desk: Desk, need: Need) -> Reply:
    """Hand a need to the team, and say so."""
    asker = await desk.store.people.person(need.person)
    await tell_team(desk, say("need-nobody-team", asker=asker.name, need=need.text))
    return say("need-nobody", need=Quoted(need.text))
