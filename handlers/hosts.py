"""Hosting a get-together: offered by an ally, approved by the team, and signing up for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chat.cards import aged, choice
from chat.command import Line, Value, Where, command, labelled
from chat.hosting_cards import (
    came_card,
    coming_choices,
    coming_lines,
    guest_card,
    hosting_card,
    hosting_phrase,
)
from chat.words import Reply, option, say, toast
from domain import days
from domain import hosting as hosting_rules
from domain.errors import Refusal
from domain.hosting import Hosting, HostingState
from domain.people import Person
from domain.places import Nearness, Place, nearness
from domain.profiles import Audience, Field
from domain.values import Phrase, Quoted
from handlers.desk import Desk, tell_team
from handlers.help import give_up
from handlers.whom import must_take_part


@command("accueillir", "host", where=Where.PRIVATE)
async def host(
    desk: Desk, when: datetime, place: str, seats: int, details: str, sure: bool
) -> Reply:
    """Offer to host a get-together: the team says yes before anybody is told."""
    must_take_part(desk)
    draft = replace(_draft(desk, when, place, seats, details), town=await _town(desk, place))
    offered = await desk.store.hostings.offer(draft)
    if offered is None:
        raise Refusal("refusal-hosting-twice")
    await tell_team(desk, hosting_card(offered, desk.person.name, desk.fabrique.zone))
    return say("hosting-offered")


@host.reads_line
async def when_alone(desk: Desk, text: str) -> Line:
    """A day and an hour may follow the command; the rest is asked."""
    try:
        return Line({"when": await day_and_hour(desk, text)})
    except Refusal as refusal:
        return Line({}, refusal)


@host.reads("when")
async def day_and_hour(desk: Desk, typed: str) -> datetime:
    """A moment to come."""
    return days.read_moment(typed, desk.now.astimezone(desk.fabrique.zone))


@host.reads("place")
async def place_for_all(desk: Desk, typed: str) -> str:
    """What everybody may read."""
    return hosting_rules.place_of(typed)


@host.reads("seats")
async def seats_typed(desk: Desk, typed: str) -> int:
    """How many can come; never offered as choices, which a platform numbers."""
    return hosting_rules.seats_of(typed)


@host.reads("details")
async def details_for_some(desk: Desk, typed: str) -> str:
    """What only those who come are told."""
    return hosting_rules.details_of(typed)


@host.choices("details")
async def nothing_more(desk: Desk) -> Sequence[Value]:
    """The place says it all."""
    return [labelled("choice-nothing-more", "")]


@host.asks("sure")
async def as_it_will_be_read(
    desk: Desk, when: datetime, place: str, seats: int, details: str
) -> Reply:
    """The whole, to be checked."""
    draft = _draft(desk, when, place, seats, details)
    line = hosting_phrase(draft, desk.person.name, desk.fabrique.zone)
    return say("host-ask-sure", line=line, seats=seats, details=Quoted(details)).choose(
        option("choice-cancel", give_up)
    )


@host.choices("sure")
async def send_it(desk: Desk) -> Sequence[Value]:
    """One tap brings it before the team."""
    return [labelled("choice-send-to-team", True)]


@command(where=Where.TEAM)
async def approve_hosting(desk: Desk, hosting: int) -> Reply:
    """It enters the agenda, and people near by who want to meet others are told."""
    approved = await _decide(desk, hosting, approved=True)
    desk.tell(approved.host, say("hosting-approved", line=await _line(desk, approved)))
    return toast("done")


@command(where=Where.TEAM)
async def refuse_hosting(desk: Desk, hosting: int) -> Reply:
    """Its host is told, and may talk with the team."""
    refused = await _decide(desk, hosting, approved=False)
    desk.tell(refused.host, say("hosting-refused", line=await _line(desk, refused)))
    return toast("done")


@command(where=Where.PRIVATE, keeps_choices=True)
async def come(desk: Desk, hosting: int) -> Reply:
    """Come, as long as there are seats; the host learns the name."""
    found = await _known(desk, hosting)
    known = await desk.store.gatherings.comes(found.gathering, desk.person.id)
    taken = 0 if known else await desk.store.gatherings.count(found.gathering)
    zone = desk.fabrique.zone
    hosting_rules.may_come(found, desk.person.id, taken=taken, now=desk.now, zone=zone)
    if not known:
        must_take_part(desk)
        await _take_seat(desk, found, left=found.seats - taken - 1)
    return guest_card(found, await _host(desk, found), desk.fabrique.zone)


@command(where=Where.PRIVATE)
async def come_plainly(desk: Desk) -> Reply:
    """Words that say that one comes: to the one get-together ahead, or to one of them."""
    zone = desk.fabrique.zone
    ahead = [
        one
        for one in await desk.store.hostings.to_come(desk.today)
        if one.host != desk.person.id and one.starts(zone) > desk.now
    ]
    if len(ahead) == 1:
        return await come.run(desk, {"hosting": ahead[0].id})
    if not ahead:
        return say("hosting-none-to-come")
    hosts = [(one, await _host(desk, one)) for one in ahead]
    shown = say("hostings-to-come", lines=coming_lines(hosts, zone))
    return shown.choose(*coming_choices(ahead, desk.person.id))


@come_plainly.hears
def says_to_come(sentence: str) -> bool:
    """ "Je viens." Where to is what the answer asks."""
    return hosting_rules.says_to_come(sentence)


@command(where=Where.PRIVATE)
async def come_no_more(desk: Desk, hosting: int) -> Reply:
    """Come no more: the seat is free, and the host is told."""
    found = await _known(desk, hosting)
    if found.starts(desk.fabrique.zone) <= desk.now:
        raise Refusal("refusal-hosting-over")
    await _leave_seat(desk, found, desk.person)
    return say("hosting-not-coming")


@command(where=Where.PRIVATE)
async def cancel_hosting(desk: Desk, hosting: int) -> Reply:
    """The host cannot after all: everybody who would come is told."""
    await _call_off(desk, await _known(desk, hosting), by=desk.person.id)
    return say("hosting-cancel-noted")


async def host_no_more(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: what they would have hosted does not take place."""
    for one in await desk.store.hostings.of(person.id, desk.today):
        if one.starts(desk.fabrique.zone) > desk.now:
            await _call_off(desk, await _known(desk, one.id), by=person.id)


async def come_nowhere(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: their seats at others' get-togethers are free."""
    for one in await desk.store.hostings.signed_up(person.id, desk.today):
        if one.starts(desk.fabrique.zone) > desk.now:
            await _leave_seat(desk, one, person)


async def _leave_seat(desk: Desk, found: Hosting, person: Person) -> None:
    if await desk.store.gatherings.sign_off(found.gathering, person.id):
        desk.tell(found.host, say("hosting-one-less", name=person.name))


@command(where=Where.PRIVATE)
async def hosting_held(desk: Desk, hosting: int) -> Reply:
    """It took place: those who had signed up are asked whether they were there."""
    held = await _told(desk, hosting, held=True)
    await desk.store.profiles.keep_circles(held.host, now=desk.now)
    for one in await desk.store.gatherings.signed_up(held.gathering):
        desk.tell(one.person, came_card(held))
    return await _into_directory(desk, say("hosting-thanks"))


@command(where=Where.PRIVATE)
async def hosting_not_held(desk: Desk, hosting: int) -> Reply:
    """It did not take place, which happens."""
    await _told(desk, hosting, held=False)
    return say("hosting-not-held-noted")


@command(where=Where.PRIVATE)
async def came_to_hosting(desk: Desk, hosting: int) -> Reply:
    """Somebody was there, and may let others find them."""
    await _tick(desk, hosting, came=True)
    return await _into_directory(desk, say("hosting-came-noted"))


@command(where=Where.PRIVATE)
async def stayed_away(desk: Desk, hosting: int) -> Reply:
    """Somebody had signed up, and was not there."""
    await _tick(desk, hosting, came=False)
    return toast("hosting-not-came-noted")


def _draft(desk: Desk, when: datetime, place: str, seats: int, details: str) -> Hosting:
    local = when.astimezone(desk.fabrique.zone)
    return Hosting(
        0,
        0,
        desk.person.id,
        local.date(),
        local.time(),
        place,
        seats,
        details,
        HostingState.ASKED,
        desk.now,
    )


async def _town(desk: Desk, place: str) -> Place | None:
    """The town that the words of a place name; of several called so, the one in the host's
    département, else none.
    """
    mine = (await desk.store.profiles.of(desk.person.id)).place
    for words in hosting_rules.towns_in(place):
        found = desk.places.called(words, near=mine)
        if len(found) == 1:
            return found[0]
        if found and nearness(found[0], mine) >= Nearness.SAME_DEPARTEMENT:
            return found[0]
    return None


async def _take_seat(desk: Desk, found: Hosting, *, left: int) -> None:
    await desk.store.gatherings.sign_up(found.gathering, desk.person.id, now=desk.now)
    desk.tell(found.host, say("hosting-one-more", name=desk.person.name, left=left))


async def _decide(desk: Desk, number: int, *, approved: bool) -> Hosting:
    decided = hosting_rules.decided(await _known(desk, number), approved=approved)
    await desk.store.hostings.change(decided)
    if approved:
        await _publish(desk, decided)
    act = "approved" if approved else "refused"
    on = f"hosting:{decided.id}"
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)
    return decided


async def _publish(desk: Desk, found: Hosting) -> None:
    zone, slug = desk.fabrique.zone, desk.fabrique.slug
    await desk.store.hostings.publish(found, zone=zone, slug=slug)


async def _call_off(desk: Desk, found: Hosting, *, by: int) -> None:
    """Take it out of the agenda, and tell everybody who counted on it."""
    off = hosting_rules.cancelled(found, by=by, now=desk.now, zone=desk.fabrique.zone)
    await desk.store.hostings.change(off)
    if not found.to_come:
        return
    await _publish(desk, off)
    told = say("hosting-cancelled", line=await _line(desk, off))
    for one in await desk.store.gatherings.signed_up(off.gathering):
        desk.tell(one.person, told)
    await tell_team(desk, told)


async def _told(desk: Desk, number: int, *, held: bool) -> Hosting:
    found, zone = await _known(desk, number), desk.fabrique.zone
    after = hosting_rules.told(found, by=desk.person.id, held=held, now=desk.now, zone=zone)
    await desk.store.hostings.change(after)
    return after


async def _tick(desk: Desk, number: int, *, came: bool) -> None:
    found = await _known(desk, number)
    if not await desk.store.gatherings.comes(found.gathering, desk.person.id):
        raise Refusal("refusal-choice-not-yours")
    if found.state is not HostingState.HELD:
        raise Refusal("refusal-choice-stale")
    await desk.store.gatherings.tick(found.gathering, came=came, person=desk.person.id)
    await desk.store.profiles.keep_circles(desk.person.id, now=desk.now)


async def _into_directory(desk: Desk, reply: Reply) -> Reply:
    """A get-together feeds the directory, for whoever wants to be found after it."""
    profile = await desk.store.profiles.of(desk.person.id)
    if profile.audience(Field.NAME) >= Audience.ALLIES:
        return reply
    return reply.then("hosting-directory").choose(choice("choice-my-card", "show_profile"))


async def _line(desk: Desk, found: Hosting) -> Phrase:
    return hosting_phrase(found, await _host(desk, found), desk.fabrique.zone)


async def _host(desk: Desk, found: Hosting) -> str:
    return (await desk.store.people.person(found.host)).name


async def _known(desk: Desk, number: int) -> Hosting:
    found = await desk.store.hostings.hosting(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def cards_of_hostings(desk: Desk) -> list[Reply]:
    """What waits for the team's word, and since when."""
    zone = desk.fabrique.zone
    waiting = await desk.store.hostings.waiting()
    cards = [hosting_card(one, await _host(desk, one), zone) for one in waiting]
    return [aged(c, one.offered_at, desk.now) for c, one in zip(cards, waiting, strict=True)]


COMMANDS = (
    host,
    approve_hosting,
    refuse_hosting,
    come,
    come_plainly,
    come_no_more,
    cancel_hosting,
    hosting_held,
    hosting_not_held,
    came_to_hosting,
    stayed_away,
)
