"""Answering a funding call together: begun by anybody, joined in a tap, told when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.bid_cards import bid_card, bid_outcome
from chat.command import Value, called, command
from chat.words import Reply, say, toast
from domain import bids, call_words, days
from domain.bids import Bid, BidState
from domain.errors import Refusal
from domain.offers import insults
from domain.people import Person
from handlers.desk import Desk, begin, must_be_reachable, tell_team
from handlers.whom import must_take_part
from storage.outbox import CARD


async def begin_together(desk: Desk, text: str) -> Reply:
    """Begin with what one message says, and ask for the rest."""
    await must_be_reachable(desk)
    read = call_words.read_funding(text, desk.today)
    given: dict[str, object] = {"links": " ".join(read.links)}
    if read.title:
        given["title"] = bids.named(read.title)
    if read.deadline is not None:
        given["deadline"] = bids.due_by(read.deadline, desk.today)
    if open_bid.missing(given) is None:
        return await open_bid.run(desk, given)
    return await begin(desk, open_bid.name, given)


@command()
async def open_bid(desk: Desk, title: str, deadline: date, links: str = "") -> Reply:
    """Open it: a card that everybody may press, in the group or in the list of calls."""
    await must_be_reachable(desk)
    must_take_part(desk)
    if insults(title):
        await tell_team(desk, say("offer-insult-team", name=desk.person.name))
        return say("call-insult")
    bid = Bid(
        id=0,
        title=bids.named(title),
        by=desk.person.id,
        at=desk.now,
        deadline=bids.due_by(deadline, desk.today),
    )
    if links:
        bid = bids.with_links(bid, links.split())
    await _post(desk, await desk.store.bids.begin(bid))
    return say("bid-begun") if desk.chat.private else Reply()


@open_bid.reads("title")
async def what_is_answered(desk: Desk, typed: str) -> str:
    """A few words."""
    return bids.named(typed)


@open_bid.reads("deadline")
async def by_when(desk: Desk, typed: str) -> date:
    """A day ahead."""
    return bids.due_by(_day(typed, desk.today), desk.today)


@command(keeps_choices=True)
async def show_bid(desk: Desk, bid: int) -> Reply:
    """The card again, as it stands."""
    await _post(desk, await _known(desk, bid))
    return Reply()


@command(keeps_choices=True)
async def join_bid(desk: Desk, bid: int) -> Reply:
    """Be in; pressed twice, it counts once."""
    must_take_part(desk)
    found = bids.still_open(await _known(desk, bid))
    fresh = await desk.store.bids.join(bid, desk.person.id, now=desk.now)
    await _show(desk, found)
    reached = await desk.store.people.private_chat(desk.person.id) is not None
    return toast("bid-joined", fresh=fresh, reached=reached)


@command(keeps_choices=True)
async def leave_bid(desk: Desk, bid: int) -> Reply:
    """Be in no more; the pen is free if one held it."""
    await _leave(desk, bid, desk.person.id)
    return toast("bid-left")


async def write_no_more(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: others write on, and may take the pen they held."""
    for bid in await desk.store.bids.open():
        if person.id in await desk.store.bids.people(bid.id):
            await _leave(desk, bid.id, person.id)


@command(keeps_choices=True)
async def take_pen(desk: Desk, bid: int) -> Reply:
    """Be the one who writes."""
    found, people = await _known(desk, bid), await desk.store.bids.people(bid)
    await _changed(desk, bids.written_by(found, desk.person.id, people))
    return toast("bid-pen-yours")


@command(keeps_choices=True)
async def hand_pen(desk: Desk, bid: int, to: int) -> Reply:
    """Give the pen to another who is in, who is told."""
    found, people = await _known(desk, bid), await desk.store.bids.people(bid)
    handed = bids.handed_over(found, to, by=desk.person.id, people=people)
    await _changed(desk, handed)
    desk.tell(to, say("bid-pen-handed", title=found.title, name=desk.person.name))
    return say("bid-pen-given", name=(await desk.store.people.person(to)).name)


@hand_pen.asks("to")
async def to_whom(desk: Desk, bid: int) -> Reply:
    """Only whoever holds it is asked."""
    found, people = await _known(desk, bid), await desk.store.bids.people(bid)
    if bids.still_open(found).writer != desk.person.id:
        raise Refusal("refusal-bid-pen-not-yours")
    if set(people) <= {desk.person.id}:
        raise Refusal("refusal-bid-alone")
    return say("hand-pen-ask-to")


@hand_pen.choices("to")
async def others_in(desk: Desk, bid: int) -> Sequence[Value]:
    """Everybody else who is in."""
    others = [one for one in await desk.store.bids.people(bid) if one != desk.person.id]
    return [called((await desk.store.people.person(one)).name, one) for one in others]


@command(keeps_choices=True)
async def set_halfway(desk: Desk, bid: int, day: date) -> Reply:
    """The day by which a first version is there."""
    found = await _of_mine(desk, bid)
    await _changed(desk, bids.with_halfway(found, day, desk.today))
    return say("bid-halfway-set", title=found.title, day=day)


@set_halfway.reads("day")
async def day_on_the_way(desk: Desk, typed: str) -> date:
    """A day ahead."""
    return _day(typed, desk.today)


@command(keeps_choices=True)
async def add_link(desk: Desk, bid: int, links: str) -> Reply:
    """Keep where the documents are."""
    found = await _of_mine(desk, bid)
    await _changed(desk, bids.with_links(found, links.split()))
    return say("bid-link-kept", title=found.title)


@add_link.reads("links")
async def addresses(desk: Desk, typed: str) -> str:
    """One address or several."""
    found = call_words.links_in(typed)
    if not found:
        raise Refusal("refusal-bid-no-link")
    return " ".join(found)


@command(keeps_choices=True)
async def finish_bid(desk: Desk, bid: int, outcome: str) -> Reply:
    """Handed in or given up: those who are in are told, once."""
    team = desk.chat.team and desk.rank.belongs
    found = await _known(desk, bid)
    done = bids.finished(found, BidState(outcome), by=desk.person.id, team=team)
    await _changed(desk, done)
    for person in await desk.store.bids.people(bid):
        if person != desk.person.id:
            desk.tell(person, bid_outcome(done, by=desk.person.name))
    return say("bid-finished", state=done.state.value, title=done.title)


async def _leave(desk: Desk, number: int, person: int) -> None:
    found = bids.left_by(await _known(desk, number), person)
    await desk.store.bids.leave(number, person)
    await _changed(desk, found)


async def _known(desk: Desk, number: int) -> Bid:
    found = await desk.store.bids.lock(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _of_mine(desk: Desk, number: int) -> Bid:
    """One that somebody is in who changes it."""
    found = bids.still_open(await _known(desk, number))
    if desk.person.id not in await desk.store.bids.people(number):
        raise Refusal("refusal-bid-join-first")
    return found


def _day(typed: str, today: date) -> date:
    found = days.find_all(typed, today, ahead=True)
    if not found:
        raise Refusal("refusal-call-day")
    return found[0].day


async def _changed(desk: Desk, bid: Bid) -> None:
    await desk.store.bids.change(bid)
    await _show(desk, bid)


async def _show(desk: Desk, bid: Bid) -> None:
    """Draw the cards anew, wherever they stand."""
    card = await _card(desk, bid)
    for row in await desk.store.said.cards(f"bid:{bid.id}"):
        desk.rewrite(row.chat, [row.id], card)


async def _card(desk: Desk, bid: Bid) -> Reply:
    people = [
        (await desk.store.people.person(one)).name for one in await desk.store.bids.people(bid.id)
    ]
    writer = (await desk.store.people.person(bid.writer)).name if bid.writer else ""
    return bid_card(bid, people=people, writer=writer)


async def _post(desk: Desk, bid: Bid) -> None:
    """The card is posted, not answered, so that everybody may press it."""
    desk.post(desk.chat.id, await _card(desk, bid), kind=CARD, thread=desk.heard.place.thread)


COMMANDS = (
    open_bid,
    show_bid,
    join_bid,
    leave_bid,
    take_pen,
    hand_pen,
    set_halfway,
    add_link,
    finish_bid,
)
