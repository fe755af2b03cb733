"""Meeting the bot: the first word in private, a group that it joins, leaves or moves with."""

from __future__ import annotations

from chat.command import command
from chat.transport import Act
from chat.words import Reply, option, say
from domain.deep_links import claimed
from handlers.agenda import propose_from_agenda, see_all
from handlers.agenda_week import PAYLOAD as AGENDA
from handlers.agenda_week import PROPOSING
from handlers.deep_links import open_link
from handlers.desk import Desk
from handlers.help import show_help
from handlers.invited import PREFIX, accept
from handlers.set_up import welcome, welcome_again
from handlers.support import PAYLOAD, support
from storage.outbox import FAREWELL


@command("debut", "start")
async def begin(desk: Desk, payload: str = "") -> Reply:
    """Welcome in one screen; a link that somebody forwarded leads to what it is about."""
    if not desk.chat.private:
        return say("welcome-group-short")
    if payload.startswith(PREFIX):
        return await accept(desk, payload)
    if payload == PAYLOAD:
        return await support.run(desk, {})
    if payload == AGENDA:
        return await see_all.run(desk, {})
    if payload == PROPOSING:
        return await propose_from_agenda.run(desk, {})
    if claim := claimed(payload):
        return await open_link(desk, claim)
    return say("welcome", name=desk.person.name, fabrique=desk.fabrique.name).choose(
        option("choice-help", show_help)
    )


@begin.reads("payload")
async def any_payload(desk: Desk, typed: str) -> str:
    """The word that a deep link carries."""
    return typed.strip()


@command(on=Act.JOINED)
async def joined_group(desk: Desk) -> Reply:
    """Let a new group's administrators, whoever of them comes first, set it up in two taps."""
    if desk.chat.team:
        return say("welcome-team")
    known = desk.chat.since < desk.now
    desk.post(desk.chat.id, welcome_again(desk) if known else welcome(desk), kind="answer")
    return Reply()


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
