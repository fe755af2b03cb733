"""An exchange before it is noted: its card, and what may still be changed about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from chat.cards import choice
from chat.command import command
from chat.exchange_cards import exchange_values
from chat.kept import given_from_json, given_to_json
from chat.words import Reply, option, say
from domain import timebank
from domain.errors import Refusal
from domain.ledger import COMMON, Account, Kind
from domain.matching import Offer
from domain.offer_index import Offers
from domain.people import Standing
from domain.sentences import Direction
from domain.timebank import Exchange, ExchangeState
from domain.values import Minutes
from handlers import counterparts
from handlers.desk import Desk, party_of
from handlers.help import give_up
from handlers.organisations import names_to_act_in, own_account

LONG = 8 * 60  # minutes; a longer occasion is more often a slip than a day's work
OLD = 90  # days; an older service is more often a slip of the date
LATELY = 7  # days; in a week one forgets that it was noted
WHOLE_DAY = 24 * 60
CLEARLY = 0.5  # likeness of an offer that what was done is an instance of

TOLD = (Kind.EXCHANGE, Kind.SESSION)
"""Kinds of exchange that take their time on the day they are of."""


@dataclass(frozen=True)
class Draft:
    """An exchange as its writer tells it."""

    partner: str
    direction: str
    minutes: int
    day: date
    subject: str
    paid: bool = False
    group: int | None = None
    referent: int | None = None
    acting: str = ""
    need: int | None = None

    def given(self) -> dict[str, object]:
        """As the parameters of the command that notes it."""
        return {name: value for name, value in asdict(self).items() if value not in (None, "")}


async def drawn_up(desk: Desk, draft: Draft) -> Exchange:
    """The exchange as it would be noted now, or the refusal that the rules demand."""
    mine = await own_account(desk, draft.acting)
    theirs = await counterparts.account_of(desk, draft.partner)
    gave = Direction(draft.direction) is Direction.GAVE
    exchange = timebank.propose(
        giver=mine if gave else theirs,
        receiver=theirs if gave else mine,
        minutes=draft.minutes,
        day=draft.day,
        subject=draft.subject,
        by=await party_of(desk),
        noted_at=desk.now,
        today=desk.today,
    )
    await _within_a_day(desk, exchange)
    standing = await counterparts.standing_of(desk, draft.partner)
    offer = await _offer(desk, exchange.giver, draft.subject)
    return replace(
        exchange,
        state=ExchangeState.INVITED if standing is Standing.INVITED else exchange.state,
        paid=draft.paid,
        spoken=standing is Standing.OFFLINE,
        referent=draft.referent,
        group=draft.group,
        skill=offer.text if offer else "",
        offer=offer.id if offer else None,
        need=draft.need,
    )


async def with_newcomer(desk: Desk, draft: Draft, exchange: Exchange) -> Exchange:
    """The exchange with an account for somebody new."""
    theirs = await counterparts.brought_in(desk, draft.partner)
    if exchange.giver.id == exchange.noted_for:
        return replace(exchange, receiver=theirs)
    return replace(exchange, giver=theirs)


async def card(desk: Desk, draft: Draft) -> Reply:
    """The exchange to check: who, how long, when, what for, and what is unusual about it."""
    exchange = await drawn_up(desk, draft)
    other = await counterparts.name_of(desk, draft.partner)
    gave = exchange.giver.id == exchange.noted_for
    own = await desk.store.ledger.called(exchange.giver if gave else exchange.receiver)
    giver, receiver = (own, other) if gave else (other, own)
    reply = say("exchange-draft", **exchange_values(exchange, giver, receiver))
    for line, values in await _remarks(desk, draft, exchange):
        reply = reply.then(line, **values)
    exact = "choice-spoken" if exchange.spoken else "choice-exact"
    return reply.then("exchange-draft-right").choose(
        choice(exact, "note_exchange", **draft.given(), sure=True),
        option("choice-turn-round", turn_round),
        option("choice-edit", change_draft),
        option("choice-cancel", give_up),
        *await names_to_act_in(desk, "note_exchange", draft.given(), "acting"),
    )


async def _remarks(
    desk: Desk, draft: Draft, exchange: Exchange
) -> Sequence[tuple[str, dict[str, Any]]]:
    """One line each for what the writer may not have meant, and for what will come of it."""
    other = await counterparts.name_of(desk, draft.partner)
    common = any(side.kind in COMMON for side in (exchange.giver, exchange.receiver))
    remarks: dict[str, bool] = {
        "exchange-draft-long": exchange.minutes > LONG,
        "exchange-draft-old": (desk.today - exchange.day).days > OLD,
        "exchange-draft-paid": exchange.paid,
        "exchange-draft-spoken": exchange.spoken,
        "exchange-draft-invited": exchange.state is ExchangeState.INVITED,
        "exchange-draft-common": common,
    }
    values = {"name": other, "duration": Minutes(exchange.minutes), "day": exchange.day}
    return [(line, values) for line, holds in remarks.items() if holds]


@command(keeps_choices=True)
async def turn_round(desk: Desk) -> Reply:
    """The same card with the other one as the giver."""
    draft = await _waiting(desk)
    gave = Direction(draft.direction) is Direction.GAVE
    other = Direction.RECEIVED if gave else Direction.GAVE
    return await _redrawn(desk, replace(draft, direction=other.value))


@command(keeps_choices=True)
async def turn_paid(desk: Desk) -> Reply:
    """The same card as a paid mission, or no longer as one."""
    draft = await _waiting(desk)
    return await _redrawn(desk, replace(draft, paid=not draft.paid))


@command(keeps_choices=True)
async def keep_draft(desk: Desk) -> Reply:
    """The same card, after all."""
    return (await card(desk, await _waiting(desk))).redrawn()


@command(keeps_choices=True)
async def change_draft(desk: Desk) -> Reply:
    """The same card, with what may be changed about it."""
    draft = await _waiting(desk)
    shown = replace(await card(desk, draft), choices=())
    return shown.choose(
        option("choice-part-minutes", change_part, part="minutes"),
        option("choice-part-day", change_part, part="day"),
        option("choice-part-direction", change_part, part="direction"),
        option("choice-part-partner", change_part, part="partner"),
        option("choice-part-subject", change_part, part="subject"),
        option("choice-not-paid" if draft.paid else "choice-paid", turn_paid),
        option("choice-keep-draft", keep_draft),
    ).redrawn()


@command()
async def change_part(desk: Desk, part: str) -> Reply:
    """Ask for one part again; the card comes back with the others kept."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is None:
        raise Refusal("refusal-choice-stale")
    given = {name: value for name, value in prompt.given.items() if name not in (part, "typed")}
    await desk.store.prompts.again(prompt, given=given, asked=())
    return Reply(resumes=True)


async def _waiting(desk: Desk) -> Draft:
    """The draft whose card waits for a word; a press on an older card never comes so far."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is None:
        raise Refusal("refusal-choice-stale")
    known: dict[str, Any] = given_from_json(prompt.given)
    return Draft(**{one.name: known[one.name] for one in fields(Draft) if one.name in known})


async def _redrawn(desk: Desk, draft: Draft) -> Reply:
    """The card in its place, and what it says remembered."""
    prompt = await desk.store.prompts.waiting(desk.chat.id, desk.person.id, now=desk.now)
    if prompt is not None:
        given = given_to_json(draft.given())
        await desk.store.prompts.again(prompt, given=given, asked=prompt.asked)
    return (await card(desk, draft)).redrawn()


async def _within_a_day(desk: Desk, exchange: Exchange) -> None:
    """Nobody gives and receives more than a day has hours."""
    for side in (exchange.giver, exchange.receiver):
        if side.person is None:
            continue
        others = await desk.store.exchanges.of_day(side.id, exchange.day)
        told = sum(one.minutes for one in others if one.kind in TOLD)
        if told + exchange.minutes > WHOLE_DAY:
            name = await desk.store.ledger.called(side)
            raise Refusal("refusal-day-full", name=name, day=exchange.day, noted=Minutes(told))


async def _offer(desk: Desk, giver: Account, subject: str) -> Offer | None:
    """The giver's offer that this clearly was an instance of."""
    if giver.person is None:
        return None
    said = await desk.store.offers.of(giver.person)
    offers = [Offer(one.id, one.person, one.text, one.concept) for one in said]
    found = Offers(offers).closest([subject], but=0, at_most=1)
    return found[0].offer if found and found[0].likeness >= CLEARLY else None


COMMANDS = (turn_round, turn_paid, keep_draft, change_draft, change_part)
"""What may be pressed on the card."""
