"""Between fabriques: who is meant in another one, and what the fabriques owe each other."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Where, command
from chat.words import Reply, named, say
from domain import between
from domain.errors import Refusal
from domain.fabriques import Chat, Fabrique
from domain.holders import Holder
from domain.ledger import AccountKind
from domain.people import Person
from domain.timebank import Exchange, ExchangeState
from domain.values import Lines, Minutes, Phrase
from handlers.desk import Desk
from storage.people import Account as Named


async def partners(desk: Desk) -> Sequence[Fabrique]:
    """The other fabriques of this bot."""
    return [one for one in await desk.store.fabriques.all() if one.id != desk.fabrique.id]


async def found_elsewhere(desk: Desk, text: str) -> tuple[list[Holder], str]:
    """Who is meant in another fabrique by "@zoe de Saint-Étienne" or a whole name with the
    fabrique's; and the message without that fabrique's name. Nobody there is found by less.
    """
    for fabrique in await partners(desk):
        for before, after in between.names_of(text, fabrique):
            there = await desk.store.of(fabrique.id).people.everyone()
            found = between.named_there(before, there)
            if {one.id for one in found} & set(await desk.store.people.selves(desk.person.id)):
                raise Refusal("refusal-exchange-oneself")
            if found:
                return [_holder(one, fabrique) for one in found], before + after
    return [], text


def _holder(person: Person, fabrique: Fabrique) -> Holder:
    partner = (fabrique.id, fabrique.name)
    return Holder(AccountKind.PERSON, person.id, person.name, person, partner)


async def both_teams(desk: Desk, exchange: Exchange) -> list[Chat]:
    """The team's chats, and those of the other fabrique of an exchange, if it has two."""
    fabriques = [desk.store]
    if exchange.across is not None and exchange.across.holder is not None:
        fabriques.append(desk.store.of(exchange.across.holder))
    return [chat for store in fabriques for chat in await store.chats.team()]


@command("fabrique", "community")
async def community(desk: Desk, name: str = "") -> Reply:
    """Which fabrique one speaks to here, what it and the others owe each other, and how to speak
    to another one.
    """
    others = await partners(desk)
    if name:
        chosen = [one for one in (desk.fabrique, *others) if between.is_called(one, name)]
        if len(chosen) != 1:
            raise Refusal("refusal-fabrique-unknown", name=name[:60])
        return await _speak_to(desk, chosen[0])
    if not others:
        return say("community-only", name=desk.fabrique.name)
    reply = say("community", name=desk.fabrique.name)
    if lines := await _balances(desk, "community-line"):
        reply = reply.then("community-balances", lines=Lines(tuple(lines)))
    if not _may_choose(desk):
        return reply
    reply = reply.then("community-ask", place="private" if desk.chat.private else "group")
    return reply.choose(*(named(one.name, speak_to, fabrique=one.id) for one in others))


@community.reads("name")
async def as_typed(desk: Desk, typed: str) -> str:
    """The name of a fabrique, or what of it is enough."""
    return typed


@command()
async def speak_to(desk: Desk, fabrique: int) -> Reply:
    """Speak to another fabrique here from now on."""
    for one in await partners(desk):
        if one.id == fabrique:
            return await _speak_to(desk, one)
    return say("community-chosen", name=desk.fabrique.name)


@command("partenaires", "partners", where=Where.TEAM)
async def show_partners(desk: Desk) -> Reply:
    """What each other fabrique and ours gave each other, how far that may go, and what waits."""
    if not await partners(desk):
        return say("community-only", name=desk.fabrique.name)
    lines = await _balances(desk, "partner-line")
    if not lines:
        return say("partners-none")
    return say("partners", lines=Lines(tuple(lines)))


def _may_choose(desk: Desk) -> bool:
    return not desk.chat.team and (desk.chat.private or desk.rank.administers)


async def _speak_to(desk: Desk, fabrique: Fabrique) -> Reply:
    """The chat goes over; what the former fabrique said there can still be answered."""
    if fabrique.id != desk.fabrique.id:
        if desk.chat.team:
            raise Refusal("refusal-fabrique-team")
        if not _may_choose(desk):
            raise Refusal("refusal-admin-only")
        store = desk.store.of(fabrique.id)
        speaker = desk.heard.speaker
        account = Named(desk.chat.platform, speaker.account, desk.person.name, speaker.handle)
        desk.person = await store.people.meet(account, language=desk.language, now=desk.now)
        desk.store, desk.fabrique = store, fabrique
        await speak_here(desk)
    return say("community-chosen", name=fabrique.name)


async def speak_here(desk: Desk) -> None:
    """The desk's fabrique is the one that is spoken to in this chat from now on."""
    desk.chat = await desk.store.chats.take_over(desk.chat.id, desk.person.id)


async def _balances(desk: Desk, line: str) -> list[Phrase]:
    """A line for each fabrique with which time was exchanged, without anybody's name."""
    held = {
        account.holder: (account.id, minutes)
        for account, minutes in await desk.store.ledger.balances()
        if account.kind is AccountKind.FABRIQUE
    }
    open_ = await desk.store.exchanges.in_state(ExchangeState.PROPOSED)
    lines = []
    for one in await partners(desk):
        waiting = sum(1 for each in open_ if each.across and each.across.holder == one.id)
        if one.id not in held and not waiting:
            continue
        account, minutes = held.get(one.id, (0, 0))
        received, given = await desk.store.ledger.turnover_of(account)
        values = {
            "name": one.name,
            "state": "even" if not minutes else "gave" if minutes < 0 else "received",
            "difference": Minutes(abs(minutes)),
            "given": Minutes(given),
            "received": Minutes(received),
            "most": Minutes(min(one.time.partner_most, desk.fabrique.time.partner_most)),
            "waiting": waiting,
        }
        lines.append(Phrase(line, values))
    return lines


COMMANDS = (community, speak_to, show_partners)
