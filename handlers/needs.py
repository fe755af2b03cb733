"""Needs: what somebody asks the alliance for."""

from __future__ import annotations

from chat.command import command
from chat.words import Reply
from domain.needs import need_of
from handlers.desk import Desk, must_be_reachable
from handlers.introducing import look_for


@command("besoin", "need")
async def ask_for_help(desk: Desk, what: str) -> Reply:
    """Find up to three allies, with the reason for each; nobody is asked before one is chosen."""
    await must_be_reachable(desk)
    need = await desk.store.needs.ask(desk.person.id, need_of(what), now=desk.now)
    return await look_for(desk, need)


@ask_for_help.reads("what")
async def what_i_need(desk: Desk, typed: str) -> str:
    """A need, checked before anything is kept."""
    return need_of(typed)


COMMANDS = (ask_for_help,)
