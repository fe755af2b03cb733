"""Meeting the bot: the first word in private, a group that it joins, leaves or moves with."""

from __future__ import annotations

from chat.command import command
from chat.transport import Act
from chat.words import Reply, option, say
from domain.values import Clock
from handlers.desk import Desk
from handlers.help import show_help
from handlers.invited import PREFIX, accept
from handlers.settings import day_name
from storage.outbox import FAREWELL


@command("debut", "start")
async def begin(desk: Desk, payload: str = "") -> Reply:
    """Welcome in one screen; a link that somebody forwarded leads to what it is about."""
    if payload.startswith(PREFIX) and desk.chat.private:
        return await accept(desk, payload)
    if not desk.chat.private:
        return say("welcome-group-short")
    return say("welcome", name=desk.person.name, fabrique=desk.fabrique.name).choose(
        option("choice-help", show_help)
    )


@begin.reads("payload")
async def any_payload(desk: Desk, typed: str) -> str:
    """The word that a deep link carries."""
    return typed.strip()


@command(on=Act.JOINED)
async def joined_group(desk: Desk) -> Reply:
    """Say what a group will receive, and who may change it."""
    if desk.chat.team:
        return say("welcome-team")
    posting = desk.chat.posting
    return say("welcome-group", day=day_name(posting.weekday), at=Clock(posting.at))


@command(on=Act.BROUGHT)
async def brought_to_group(desk: Desk) -> Reply:
    """Whoever does not administer a group cannot bring a reader into it; the team's is known."""
    if desk.chat.team:
        return say("welcome-team")
    desk.post(desk.chat.id, say("brought-farewell", name=desk.person.name), kind=FAREWELL)
    await desk.store.chats.leave(desk.chat.id)
    return Reply()


@command(on=Act.LEFT)
async def left_group(desk: Desk) -> Reply:
    """Nothing is said where nobody listens; settings wait for a return."""
    await desk.store.chats.leave(desk.chat.id)
    return Reply()


@command(on=Act.MIGRATED)
async def moved_group(desk: Desk) -> Reply:
    """The group goes on elsewhere with its settings; the operator's name the team's by its id."""
    if desk.heard.moved_to:
        await desk.store.chats.move(desk.chat.id, desk.heard.moved_to)
    if desk.chat.team and desk.heard.moved_to:
        return say("moved-team", chat=desk.heard.moved_to)
    return Reply()
