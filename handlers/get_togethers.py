"""Monthly get-togethers: taking part or not, those that allies host, and what came of it."""

from __future__ import annotations

import re
from datetime import datetime

from chat.command import Line, Where, command
from chat.hosting_cards import cancel_choices, coming_choices, coming_lines
from chat.meetup_cards import own_card, team_card
from chat.words import Reply, say, toast
from domain import rounds
from domain.errors import Refusal
from domain.people import fold
from domain.rounds import How
from domain.ties import MET_FOR, Bond
from handlers.desk import Desk
from handlers.hosts import cards_of_hostings
from handlers.relaying import as_it_is, ask_words, carry
from handlers.whom import must_take_part
from storage.rounds import Meetup

_WISHES = (
    (re.compile(r"stop|arret|plus|sans moi|leave|no more"), None),
    (re.compile(r"distance|visio|remote|video|online"), How.REMOTE),
    (re.compile(r"pres|near|ici|close"), How.NEAR),
    (re.compile(r"oui|participe|partant|yes|join|peu importe|either|any"), How.ANY),
)
"""What words beside the command may mean, the first that fits."""


@command("rencontres", "meetups")
async def show_meetups(desk: Desk, wish: str = "") -> Reply:
    """Whether one takes part, and what allies host; before the team, the figures."""
    if desk.chat.team:
        return await _for_team(desk)
    if not desk.chat.private:
        raise Refusal("refusal-private-only")
    said = fold(wish)
    for words, how in _WISHES:
        if words.search(said):
            return await (_join(desk, how) if how else leave_meetups.run(desk, {}))
    return await _card(desk)


@show_meetups.reads_line
async def whole_wish(desk: Desk, text: str) -> Line:
    """All that follows says what one wants."""
    return Line({"wish": text})


@command(where=Where.PRIVATE)
async def join_meetups(desk: Desk, how: str) -> Reply:
    """Take part from the next round on, which is consent to be named to those one meets."""
    return await _join(desk, How(how))


@command(where=Where.PRIVATE)
async def leave_meetups(desk: Desk) -> Reply:
    """Take part no more, from now on."""
    await desk.store.rounds.leave(desk.person.id)
    return say("meetups-left")


@command(where=Where.PRIVATE)
async def we_met(desk: Desk, meetup: int) -> Reply:
    """It took place."""
    return await _say(desk, meetup, met=True)


@command(where=Where.PRIVATE)
async def we_did_not_meet(desk: Desk, meetup: int) -> Reply:
    """It did not, or not yet; nobody is blamed."""
    return await _say(desk, meetup, met=False)


@command(about="meetup", where=Where.PRIVATE, keeps_choices=True)
async def write_to_met(desk: Desk, meetup: int, text: str, goes_on: bool = False) -> Reply:
    """Bring words or a file to whom one meets this month."""
    others = await _others(desk, meetup)
    return await carry(desk, Bond.MEETUP, meetup, others, text, goes_on=goes_on)


@write_to_met.asks("text")
async def what_to_carry(desk: Desk, meetup: int, sent: bool = False) -> Reply:
    """Whatever is typed next."""
    return await ask_words(desk, Bond.MEETUP, meetup, await _others(desk, meetup), sent=sent)


write_to_met.reads("text")(as_it_is)


async def _others(desk: Desk, number: int) -> list[int]:
    """Whom one meets; refuses who is not of it, and once the next round has come."""
    found = await desk.store.rounds.meetup(number)
    if found is None or desk.person.id not in found.people:
        raise Refusal("refusal-choice-not-yours")
    if not _goes_on(found, desk.now):
        raise Refusal("refusal-relay-over", days=MET_FOR.days)
    return [one for one in found.people if one != desk.person.id]


def _goes_on(meetup: Meetup, now: datetime) -> bool:
    """Whether it is this month's still."""
    return meetup.told_at is not None and now - meetup.told_at <= MET_FOR


async def _join(desk: Desk, how: How) -> Reply:
    must_take_part(desk)
    await desk.store.rounds.join(desk.person.id, how, now=desk.now)
    return await _card(desk)


async def _card(desk: Desk) -> Reply:
    """One's own card, with what allies host under it."""
    how = await desk.store.rounds.guest(desk.person.id)
    latest = await desk.store.rounds.latest_of(desk.person.id)
    others = [one for one in latest.people if one != desk.person.id] if latest else []
    names = [(await desk.store.people.person(one)).name for one in others]
    following = rounds.next_moment(desk.now, desk.fabrique.zone).astimezone(desk.fabrique.zone)
    meets = latest.id if latest and _goes_on(latest, desk.now) else None
    return await _with_hosted(desk, own_card(how, following, names, meetup=meets))


async def _with_hosted(desk: Desk, card: Reply) -> Reply:
    """The same, with what allies host, and what one hosts."""
    coming = await desk.store.hostings.to_come(desk.today)
    if coming:
        hosts = [(one, (await desk.store.people.person(one.host)).name) for one in coming]
        card = card.then("hostings-to-come", lines=coming_lines(hosts, desk.fabrique.zone))
    mine = await desk.store.hostings.of(desk.person.id, desk.today)
    return card.choose(*coming_choices(coming, desk.person.id), *cancel_choices(mine))


async def _for_team(desk: Desk) -> Reply:
    for card in await cards_of_hostings(desk):
        desk.post(desk.chat.id, card)
    return team_card(await desk.store.rounds.count(), await desk.store.rounds.figures())


async def _say(desk: Desk, meetup: int, *, met: bool) -> Reply:
    if not await desk.store.rounds.say(meetup, desk.person.id, met=met):
        raise Refusal("refusal-choice-not-yours")
    return toast("meetup-met-noted" if met else "meetup-not-met-noted")


COMMANDS = (show_meetups, join_meetups, leave_meetups, we_met, we_did_not_meet, write_to_met)
