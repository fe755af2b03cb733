"""Hours given away to somebody or to the pot, and hours asked of the pot."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Line, Value, Where, called, command, labelled
from chat.gift_cards import wish_card
from chat.words import Reply, option, say
from domain import durations, gifts, people, sessions, timebank
from domain.errors import Refusal
from domain.ledger import Account, AccountKind, Kind
from domain.timebank import Exchange
from domain.values import Minutes, Phrase
from handlers.confirming import ask_to_confirm
from handlers.counterparts import GONE
from handlers.desk import Desk, party_of, tell_team
from handlers.help import give_up
from handlers.lengths import how_long, usual_lengths
from handlers.whom import must_take_part, one_named

TO_POT = 0
"""Stands for the pot where a person's number would stand."""


@command("don", "gift", where=Where.PRIVATE)
async def give_hours(
    desk: Desk, whom: int, minutes: int, sure: bool, subject: str = "", typed: str = ""
) -> Reply:
    """Give hours of one's own away: the pot takes them at once, a person may decline."""
    gift = await _gift(desk, whom, minutes, subject)
    if whom == TO_POT:
        kept = gifts.given_to_pot(gift, by=await party_of(desk), at=desk.now)
        await desk.store.exchanges.add(kept)
        balance = await desk.store.ledger.balance_of(gift.giver.id)
        return say("gift-to-pot-done", duration=Minutes(minutes), balance=Minutes(balance))
    kept = await desk.store.exchanges.add(gift)
    reached = await ask_to_confirm(desk, kept)
    name = (await desk.store.people.person(whom)).name
    return say("gift-sent" if reached else "gift-sent-unreached", name=name)


@give_hours.reads_line
async def one_line(desk: Desk, text: str) -> Line:
    """Read how long, to whom and what for from one message."""
    wish = gifts.read(text, day=desk.fabrique.time.day)
    given: dict[str, object] = {}
    refusal = wish.refusal
    if wish.minutes is not None:
        given["minutes"] = wish.minutes
    if wish.subject:
        given["subject"] = wish.subject
    try:
        if wish.to_pot:
            given["whom"] = TO_POT
        elif wish.name or desk.heard.mentions:
            given |= await _meant(desk, wish.name or "")
    except Refusal as unknown:
        refusal = refusal or unknown
    return Line(given, refusal)


@give_hours.choices("whom")
async def pot_or_close_names(desk: Desk, typed: str = "") -> Sequence[Value]:
    """The pot, or those whose name is close to what was typed."""
    if not typed:
        return [labelled("choice-the-pot", TO_POT)]
    everyone = [one for one in await desk.store.people.everyone() if one.standing not in GONE]
    found = people.named(typed, everyone)
    return [called(person.name, person.id) for person in found if person.id != desk.person.id]


@give_hours.reads("whom")
async def somebody_or_pot(desk: Desk, typed: str) -> int:
    """A name, or the pot."""
    if gifts.read(f"au {typed}").to_pot or gifts.read(typed).to_pot:
        return TO_POT
    return _not_oneself(desk, (await one_named(desk, typed)).id)


give_hours.reads("minutes")(how_long)
give_hours.choices("minutes")(usual_lengths)


@give_hours.asks("sure")
async def draft(desk: Desk, whom: int, minutes: int, subject: str = "") -> Reply:
    """Show the gift, and what is left afterwards, before anything moves."""
    gift = await _gift(desk, whom, minutes, subject)
    balance = await desk.store.ledger.balance_of(gift.giver.id)
    return say(
        "gift-draft",
        receiver=await desk.store.ledger.called(gift.receiver),
        duration=Minutes(minutes),
        subject=subject,
        balance=Minutes(balance - minutes),
    ).choose(option("choice-cancel", give_up))


@give_hours.choices("sure")
async def right_as_it_is(desk: Desk) -> Sequence[Value]:
    """One tap says that the draft is right."""
    return [labelled("choice-exact", True)]


@command()
async def accept_gift(desk: Desk, exchange: int) -> Reply:
    """The hours move, if their giver still has them."""
    gift = await _kept(desk, exchange)
    accepted = timebank.confirmed(gift, by=await party_of(desk), at=desk.now)
    await desk.store.ledger.hold()
    if await desk.store.ledger.balance_of(gift.giver.id) < gift.minutes:
        raise Refusal("refusal-gift-gone")
    await desk.store.exchanges.change(accepted)
    for person in await desk.store.ledger.people_for(gift.giver):
        duration = Minutes(gift.minutes)
        desk.tell(person, say("gift-accepted", name=desk.person.name, duration=duration))
    balance = Minutes(await desk.store.ledger.balance_of(gift.receiver.id))
    return say("gift-received", duration=Minutes(gift.minutes), balance=balance)


@command()
async def decline_gift(desk: Desk, exchange: int) -> Reply:
    """Nothing moves, and the giver is told kindly."""
    gift = await _kept(desk, exchange)
    await desk.store.exchanges.change(gifts.declined(gift, by=await party_of(desk)))
    for person in await desk.store.ledger.people_for(gift.giver):
        desk.tell(person, say("gift-declined-giver", name=desk.person.name))
    return say("gift-declined")


@command("pot", where=Where.PRIVATE)
async def ask_pot(desk: Desk, minutes: int, subject: str) -> Reply:
    """Ask the pot for hours; a balance below zero is no obstacle."""
    must_take_part(desk)
    pot = await desk.store.ledger.account(AccountKind.POT)
    mine = await desk.store.ledger.of_person(desk.person.id)
    if await _asks_already(desk, pot, mine):
        raise Refusal("refusal-wish-waits")
    wish = await desk.store.exchanges.add(
        timebank.propose(
            giver=pot,
            receiver=mine,
            minutes=minutes,
            day=desk.today,
            subject=subject,
            by=await party_of(desk),
            noted_at=desk.now,
            today=desk.today,
            kind=Kind.GIFT,
        )
    )
    balance, held = await _balance(desk, mine), await _balance(desk, pot)
    around = Phrase("wish-around", {"balance": balance, "pot": held})
    await tell_team(desk, wish_card(wish, desk.person.name, around))
    return say("wish-sent", duration=Minutes(minutes))


@ask_pot.reads_line
async def how_much_and_why(desk: Desk, text: str) -> Line:
    """Read how long and what for from one message."""
    wish = gifts.read(f"{text} au pot", day=desk.fabrique.time.day)
    given: dict[str, object] = {}
    if wish.minutes is not None:
        given["minutes"] = wish.minutes
    if wish.subject:
        given["subject"] = wish.subject.removesuffix("au pot").strip()
    return Line(given, wish.refusal)


ask_pot.reads("minutes")(how_long)
ask_pot.choices("minutes")(usual_lengths)


@ask_pot.reads("subject")
async def what_for(desk: Desk, typed: str) -> str:
    """A few words for the team."""
    subject = sessions.fits(" ".join(typed.split()))
    if not subject:
        raise Refusal("refusal-subject-empty")
    return subject


@command(where=Where.TEAM)
async def grant_wish(desk: Desk, exchange: int) -> Reply:
    """The team lets the pot give; a pot below zero is said, and forbids nothing."""
    wish = await _kept(desk, exchange)
    granted = timebank.confirmed(wish, by=await party_of(desk), at=desk.now)
    await desk.store.exchanges.change(granted)
    await desk.store.audit.note("grant", f"exchange:{exchange}", by=desk.person.id, now=desk.now)
    balance = await _balance(desk, wish.receiver)
    told = say("wish-granted", duration=Minutes(wish.minutes), balance=balance)
    for person in await desk.store.ledger.people_for(wish.receiver):
        desk.tell(person, told)
    pot = await _balance(desk, wish.giver)
    return say("wish-granted-team", pot=pot, below=pot.value < 0)


@command(where=Where.TEAM)
async def decline_wish(desk: Desk, exchange: int) -> Reply:
    """Not this time; the asker is told kindly, and what else there is."""
    wish = await _kept(desk, exchange)
    await desk.store.exchanges.change(gifts.declined(wish, by=await party_of(desk)))
    await desk.store.audit.note("decline", f"exchange:{exchange}", by=desk.person.id, now=desk.now)
    for person in await desk.store.ledger.people_for(wish.receiver):
        desk.tell(person, say("wish-declined"))
    return say("wish-declined-team")


async def _gift(desk: Desk, whom: int, minutes: int, subject: str) -> Exchange:
    """The gift as it would be made now, or the refusal that the rules demand."""
    must_take_part(desk)
    ledger = desk.store.ledger
    mine = await ledger.of_person(desk.person.id)
    theirs = await (ledger.account(AccountKind.POT) if whom == TO_POT else ledger.of_person(whom))
    await ledger.hold()
    gifts.affordable(durations.allowed(minutes), await ledger.balance_of(mine.id))
    return timebank.propose(
        giver=mine,
        receiver=theirs,
        minutes=minutes,
        day=desk.today,
        subject=subject,
        by=await party_of(desk),
        noted_at=desk.now,
        today=desk.today,
        kind=Kind.GIFT,
    )


async def _meant(desk: Desk, name: str) -> dict[str, object]:
    """The other side as a known parameter, or as a name to choose from."""
    try:
        return {"whom": _not_oneself(desk, (await one_named(desk, name)).id)}
    except Refusal as refusal:
        if refusal.name == "refusal-person-several":
            return {"typed": name}
        raise


def _not_oneself(desk: Desk, person: int) -> int:
    if person == desk.person.id:
        raise Refusal("refusal-gift-oneself")
    return person


async def _balance(desk: Desk, account: Account) -> Minutes:
    return Minutes(await desk.store.ledger.balance_of(account.id))


async def _asks_already(desk: Desk, pot: Account, mine: Account) -> bool:
    waiting = await desk.store.exchanges.waiting_for([mine.id])
    return any(one.giver.id == pot.id and one.kind is Kind.GIFT for one in waiting)


async def _kept(desk: Desk, number: int) -> Exchange:
    """A gift or a wish by number, locked; refuses what is none."""
    found = await desk.store.exchanges.lock(number)
    if found is None or found.kind is not Kind.GIFT:
        raise Refusal("refusal-choice-stale")
    return found


COMMANDS = (
    give_hours,
    accept_gift,
    decline_gift,
    ask_pot,
    grant_wish,
    decline_wish,
)
