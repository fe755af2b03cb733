"""Who takes part no longer: blocked from the time bank for a while, or gone.

Both may still ask the permanence, and answer what was noted with them before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from chat.command import Value, Where, command, labelled
from chat.exchange_cards import exchange_values
from chat.words import Reply, option, say
from domain import leaving
from domain.errors import Refusal
from domain.ledger import AccountKind
from domain.people import Person, Standing
from domain.timebank import ExchangeState
from domain.values import Minutes
from handlers.about_somebody import about_somebody
from handlers.bids import write_no_more
from handlers.call_answers import answer_no_more
from handlers.desk import Desk
from handlers.help import give_up
from handlers.hosts import come_nowhere, host_no_more
from handlers.needs import ask_no_more
from handlers.pairs import meet_nobody
from handlers.returning import seek_again
from handlers.support_follow import need_no_support

_ENDS: Sequence[Callable[[Desk, Person], Awaitable[None]]] = (
    meet_nobody,
    host_no_more,
    come_nowhere,
    answer_no_more,
    write_no_more,
    need_no_support,
)
"""What ends when somebody leaves; each tells whoever counted on them."""


@command("bloquer", "block", where=Where.TEAM)
async def block(desk: Desk, person: int, typed: str = "") -> Reply:
    """Nothing more is noted by somebody or with them; they are told when they try."""
    found = await desk.store.people.person(person)
    if found.id == desk.person.id:
        raise Refusal("refusal-block-oneself")
    if found.standing is Standing.BLOCKED:
        raise Refusal("refusal-block-already", name=found.name)
    await desk.store.people.stand(found.id, Standing.BLOCKED)
    await _note(desk, "block", found.id)
    return say("blocked", name=found.name).choose(option("choice-unblock", unblock, person=person))


@command("debloquer", "unblock", where=Where.TEAM)
async def unblock(desk: Desk, person: int, typed: str = "") -> Reply:
    """They take part again, as before."""
    found = await desk.store.people.person(person)
    if found.standing is not Standing.BLOCKED:
        raise Refusal("refusal-block-not", name=found.name)
    await desk.store.people.stand(person, await _before(desk, found))
    await _note(desk, "unblock", person)
    return say("unblocked", name=found.name)


@command("depart", "leaver", where=Where.TEAM)
async def see_off(desk: Desk, person: int, sure: int, typed: str = "") -> Reply:
    """Somebody leaves: all that is open in their name ends, the account is settled. `sure`: with
    what balance.
    """
    found = await _staying(desk, person)
    cancelled = await _cancel_open(desk, found)
    settlement = await _settle(desk, found, seen=sure)
    for offer in await desk.store.offers.of(found.id):
        await desk.store.offers.withdraw(offer.id)
    await desk.store.profiles.forget(found.id)
    await desk.store.mail.withdraw(found.id, now=desk.now)
    ended = await ask_no_more(desk, found)
    for end in _ENDS:
        await end(desk, found)
    if found.standing is not Standing.BLOCKED:
        await desk.store.people.stand(found.id, Standing.LEFT)
    await _note(desk, "leave", found.id)
    balance = Minutes(abs(sure))
    desk.tell(person, say("left-told", balance=balance, side=_side(sure)))
    undo = option(
        "choice-undo-leaving",
        undo_leaving,
        person=person,
        settlement=settlement,
        ended=leaving.ended_kept(ended),
    )
    return say("left", name=found.name, cancelled=cancelled).choose(undo)


@see_off.asks("sure")
async def before_they_go(desk: Desk, person: int) -> Reply:
    """What would become of their time."""
    found = await _staying(desk, person)
    own = await desk.store.ledger.of_person(person)
    balance = await desk.store.ledger.balance_of(own.id)
    waiting = await desk.store.exchanges.waiting_for([own.id])
    return (
        say(
            "leaving",
            name=found.name,
            balance=Minutes(abs(balance)),
            side=_side(balance),
            waiting=len(waiting),
            hosted=len(await desk.store.hostings.of(person, desk.today)),
            seats=len(await desk.store.hostings.signed_up(person, desk.today)),
        )
    ).choose(option("choice-cancel", give_up))


@see_off.choices("sure")
async def with_this_balance(desk: Desk, person: int) -> Sequence[Value]:
    """One tap says that the draft is right; it remembers the balance that was shown."""
    own = await desk.store.ledger.of_person(person)
    return [labelled("choice-exact", await desk.store.ledger.balance_of(own.id))]


@command(where=Where.TEAM)
async def undo_leaving(desk: Desk, person: int, settlement: int, ended: str = "") -> Reply:
    """They did not leave after all: their balance comes back, by a linked entry, and somebody is
    looked for again. What else ended stays so, since others were told; they host or join anew.
    """
    found = await desk.store.people.person(person)
    if settlement:
        settled = await desk.store.exchanges.lock(settlement)
        if settled is None or await desk.store.exchanges.corrections_of(settlement):
            raise Refusal("refusal-already-decided")
        by = desk.person.id
        await desk.store.exchanges.add(
            leaving.undone(settled, by=by, at=desk.now, today=desk.today)
        )
    elif found.standing is not Standing.LEFT:
        raise Refusal("refusal-already-decided")
    if found.standing is Standing.LEFT:
        await desk.store.people.stand(person, await _before(desk, found))
    await _note(desk, "return", person)
    count = await seek_again(desk, ended)
    desk.tell(person, say("left-undone-told", needs=count))
    return say("left-undone", name=found.name)


for _command in (block, unblock, see_off):
    about_somebody(_command)


async def _staying(desk: Desk, person: int) -> Person:
    """Somebody who may be seen off: one who is here, or who left something behind."""
    found = await desk.store.people.person(person)
    own = await desk.store.ledger.of_person(person)
    if found.standing is Standing.LEFT and not await desk.store.ledger.balance_of(own.id):
        raise Refusal("refusal-left-already", name=found.name)
    return found


async def _settle(desk: Desk, person: Person, *, seen: int) -> int:
    """Bring the account to zero; the number of the settlement, or 0 when there was nothing."""
    ledger = desk.store.ledger
    own = await ledger.of_person(person.id)
    pot = await ledger.account(AccountKind.POT)
    await ledger.hold()
    balance = await ledger.balance_of(own.id)
    if balance != seen:
        raise Refusal("refusal-balance-moved", name=person.name)
    settlement = leaving.settled(
        own, pot, balance, by=desk.person.id, at=desk.now, today=desk.today
    )
    return (await desk.store.exchanges.add(settlement)).id if settlement else 0


async def _cancel_open(desk: Desk, person: Person) -> int:
    """Take back what waits for a word, and tell whoever stands across from it."""
    own = await desk.store.ledger.of_person(person.id)
    held = await desk.store.ledger.held_with([own.id])
    count = 0
    for waiting in await desk.store.exchanges.waiting_for(held):
        exchange = await desk.store.exchanges.lock(waiting.id)
        if exchange is None or exchange.state is not waiting.state:
            continue
        await desk.store.exchanges.change(replace(exchange, state=ExchangeState.CANCELLED))
        count += 1
        values = exchange_values(exchange, *await desk.store.ledger.sides(exchange))
        told = say("left-other-side", name=person.name, **values)
        mine = exchange.giver.id if exchange.giver.id in held else exchange.receiver.id
        for other in await desk.store.ledger.people_for(exchange.other_side(mine)):
            desk.tell(other, told)
    return count


async def _before(desk: Desk, person: Person) -> Standing:
    """How somebody stood who has no account on any platform, or has one."""
    met = await desk.store.people.accounts(person.id)
    return Standing.MET if met else Standing.OFFLINE


def _side(balance: int) -> str:
    """Which way a balance leans, as messages select on it."""
    return "over" if balance > 0 else "owed" if balance < 0 else "zero"


async def _note(desk: Desk, act: str, person: int) -> None:
    await desk.store.audit.note(act, f"person:{person}", by=desk.person.id, now=desk.now)


COMMANDS = (block, unblock, see_off, undo_leaving)
