"""What every act on a request for support needs: finding it, telling both sides, emptying it."""

from __future__ import annotations

from chat.support_cards import moved_card, story_beside, support_card, to_asker
from chat.words import Reply, say
from domain import support as rules
from domain.errors import Refusal
from domain.support import Support, SupportState
from handlers.desk import Desk
from storage.outbox import CARD, WORDS


async def known(desk: Desk, number: int) -> Support:
    """A request by its number, about to change; refuses what is none."""
    found = await desk.store.supports.lock(number)
    if found is None or found.person is None:
        raise Refusal("refusal-support-gone")
    return found


async def own(desk: Desk, number: int) -> Support:
    """One's own; to anybody else it does not exist."""
    found = await known(desk, number)
    if found.person != desk.person.id:
        raise Refusal("refusal-support-gone")
    return found


async def own_sent(desk: Desk, number: int) -> Support:
    """One's own that went to the team."""
    found = await own(desk, number)
    if found.state is SupportState.DRAFT:
        raise Refusal("refusal-support-draft")
    return found


async def post_to_team(desk: Desk, support: Support) -> bool:
    """Show it in each of the team's chats; says whether there is one."""
    card = support_card(await desk.store.supports.case(support))
    team = await desk.store.chats.team()
    for chat in team:
        desk.post(chat.id, story_beside(support), kind=WORDS)
        desk.post(chat.id, card, kind=CARD)
    return bool(team)


async def keep(desk: Desk, support: Support) -> None:
    """Keep what it has become, and let its cards say so."""
    await desk.store.supports.change(support)
    card = support_card(await desk.store.supports.case(support))
    subject = f"support:{support.id}"
    newest = {row.id for row in await desk.store.said.cards(subject)}
    for row, _ in await desk.store.said.drawn(subject):
        if row.id in newest:
            desk.rewrite(row.chat, [row.id], card)
        elif row.choices:
            desk.rewrite(row.chat, [row.id], moved_card(support))


async def show_again(desk: Desk, support: Support) -> None:
    """Show a request here once more; its card further up gives way."""
    for row in await desk.store.said.cards(f"support:{support.id}"):
        if row.chat == desk.chat.id:
            desk.rewrite(row.chat, [row.id], moved_card(support))
    card = support_card(await desk.store.supports.case(support))
    desk.post(desk.chat.id, card, kind=CARD, thread=desk.heard.place.thread, apart=True)


async def note(desk: Desk, act: str, support: Support) -> None:
    """Write down who of the team did what; the journal tells neither who asked nor what about."""
    await desk.store.audit.note(act, f"support:{support.id}", by=desk.person.id, now=desk.now)


def tell(desk: Desk, support: Support, reply: Reply) -> None:
    """Say something to whoever asked, with a way to end it or erase it."""
    ask(desk, support, to_asker(support, reply))


def ask(desk: Desk, support: Support, reply: Reply) -> None:
    """Ask whoever asked something, with choices of its own."""
    if support.person is not None:
        desk.tell(support.person, reply.on("support", support.id))


async def end_relays(desk: Desk, support: Support) -> None:
    """Allies who still think about it need not any more, and are thanked."""
    for relay in await desk.store.supports.relays(support.id):
        over = rules.relay_over(relay)
        if over != relay:
            await desk.store.supports.answer(over)
            desk.tell(relay.helper, say("support-ally-spared"))


async def erase(desk: Desk, support: Support) -> None:
    """Its words leave the table, the outbox and the chats at once; its kind still counts."""
    await end_relays(desk, support)
    subjects = await desk.store.supports.subjects(support.id)
    rows = [row for one in subjects for row in await desk.store.said.about(one)]
    for subject in subjects:
        await desk.store.said.empty(subject)
    gone = rules.emptied(support, now=desk.now, zone=desk.fabrique.zone)
    await desk.store.supports.empty(gone)
    card = support_card(await desk.store.supports.case(gone))
    for row in rows:
        desk.rewrite(row.chat, [row.id], card if row.kind == CARD else say("support-words-gone"))
