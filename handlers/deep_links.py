"""Links that open the bot at one thing: who is given them, and what is shown to whoever opens one.

A link may be passed on: what it shows is what its reader may see without it.
"""

from __future__ import annotations

from chat.command import command
from chat.words import Reply, say
from domain.answers import Asked
from domain.deep_links import Claim, Opens
from domain.errors import Refusal
from domain.values import Multiline
from handlers.answers import answer
from handlers.between import speak_here
from handlers.desk import Desk, link_to


@command("inviter", "invite")
async def invite_here(desk: Desk) -> Reply:
    """A link to pass on, which opens a conversation with this fabrique."""
    link = await link_to(desk, Opens.FABRIQUE, desk.fabrique.id)
    if link is None:
        return say("invite-no-link", fabrique=desk.fabrique.name)
    return say("invite-link", fabrique=desk.fabrique.name, link=link)


async def open_link(desk: Desk, claim: Claim) -> Reply:
    """Show what a link leads to; a forged one leads nowhere, like one to what is gone."""
    key = await desk.store.fabriques.link_key(desk.fabrique.id)
    if key is None or not claim.is_ours(key):
        raise Refusal("refusal-link-unknown")
    match claim.opens:
        case Opens.FABRIQUE:
            return await _fabrique(desk)
        case Opens.ENTRY:
            return await _entry(desk, claim.number)
        case Opens.QUESTION:
            return await _question(desk, claim.number)


async def _fabrique(desk: Desk) -> Reply:
    await speak_here(desk)
    return say("welcome", name=desk.person.name, fabrique=desk.fabrique.name)


async def _entry(desk: Desk, number: int) -> Reply:
    entry = await desk.store.knowledge.entry(number)
    if entry is None:
        raise Refusal("refusal-link-unknown")
    return await answer(desk, entry, Asked(entry.title, desk.heard.message, (entry.id,)))


async def _question(desk: Desk, number: int) -> Reply:
    """One's own question: where it stands, and the answer; nobody else's."""
    asked = await desk.store.questions.question(number)
    if asked is None:
        raise Refusal("refusal-link-unknown")
    if asked.person != desk.person.id:
        raise Refusal("refusal-link-not-yours")
    stands = await desk.store.questions.standing(number) or asked
    reply = say(
        "question-linked",
        question=Multiline(asked.text),
        at=asked.at,
        state=stands.state.value,
    )
    if stands.answer:
        reply = reply.then("question-linked-answer", answer=Multiline(stands.answer))
    return reply.on("question", asked.id)


COMMANDS = (invite_here,)
