"""Binômes: a newcomer and somebody who has been there longer; the team brings them together."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from functools import partial

from chat.command import Line, Where, command
from chat.pair_cards import buddy_card, reasons, request_card, team_card, together_card
from chat.words import Reply, say, toast
from domain import pairs
from domain.errors import Refusal
from domain.fits import Ally
from domain.pairs import REST, Answer, Pair, PairState, capacity_of
from domain.people import Person, fold
from domain.profiles import Audience, Field
from domain.ties import Bond
from handlers.desk import Desk
from handlers.relaying import as_it_is, ask_words, carry
from handlers.whom import must_be_here, must_take_part
from storage.pairs import Pool

_NEW = re.compile(r"nouve|new|cherche|look|debut|arriv")
_ENOUGH = re.compile(r"stop|arret|plus personne|no more|none|aucun")


@command("binome", "buddy")
async def show_buddy(desk: Desk, wish: str = "") -> Reply:
    """What one said of pairs; before the team, how many wait."""
    if desk.chat.team:
        pool = await desk.store.pairs.pool(desk.today)
        return team_card(len(pool.newcomers), pool.places, await desk.store.pairs.figures())
    if not desk.chat.private:
        raise Refusal("refusal-private-only")
    said = fold(wish)
    if number := re.fullmatch(r"\D*(\d{1,4})\D*", said):
        return await take_newcomers.run(desk, {"count": int(number[1])})
    if _ENOUGH.search(said):
        return await _neither(desk)
    if _NEW.search(said):
        return await seek_guide.run(desk, {})
    return await _card(desk)


@show_buddy.reads_line
async def whole_wish(desk: Desk, text: str) -> Line:
    """All that follows says what one wants."""
    return Line({"wish": text})


@command(where=Where.PRIVATE)
async def seek_guide(desk: Desk) -> Reply:
    """Wait for somebody who has been there longer."""
    must_take_part(desk)
    buddy = await desk.store.pairs.buddy(desk.person.id)
    if any(one.newcomer == desk.person.id for one in await desk.store.pairs.of(desk.person.id)):
        raise Refusal("refusal-pair-already")
    since = buddy.waits_since or desk.now
    waits = replace(buddy, waits_since=since, capacity=0, rests_until=None)
    await desk.store.pairs.keep(waits)
    return await _card(desk)


@command(where=Where.PRIVATE)
async def stop_waiting(desk: Desk) -> Reply:
    """Leave the list; whoever was asked with them is told, without a name."""
    return await _neither(desk)


@command(where=Where.PRIVATE)
async def take_newcomers(desk: Desk, count: int) -> Reply:
    """Say how many newcomers one takes at a time; none is an answer."""
    must_take_part(desk)
    capacity = capacity_of(count)
    if not capacity:
        return await _neither(desk)
    await _leave_list(desk)
    buddy = await desk.store.pairs.buddy(desk.person.id)
    await desk.store.pairs.keep(replace(buddy, capacity=capacity, rests_until=None))
    return await _card(desk)


@command(where=Where.TEAM)
async def pair_up(desk: Desk) -> Reply:
    """Ask newcomers and guides, two by two; each is free to say no, and no name is told before."""
    await desk.store.pairs.alone()
    pool = await desk.store.pairs.pool(desk.today)
    if not pool.newcomers:  # somebody of the team was faster
        raise Refusal("refusal-choice-stale")
    assign = partial(pairs.assign, pool.newcomers, pool.guides, apart=pool.apart)
    found = await asyncio.to_thread(partial(assign, alike=desk.skills.near))
    allies = {ally.person: ally for ally in pool.allies}
    for newcomer, guide in found:
        await _ask(desk, allies[newcomer], allies[guide])
    left = await _tell_left_over(desk, pool, {newcomer for newcomer, _ in found})
    if found:
        on = f"pairs:{len(found)}"
        await desk.store.audit.note("pair-up", on, by=desk.person.id, now=desk.now)
    return say("pairs-proposed", count=len(found), left=left)


@command(where=Where.PRIVATE)
async def agree_to_pair(desk: Desk, pair: int) -> Reply:
    """Say yes; once both did, and only then, each learns of the other."""
    must_take_part(desk)
    agreed = pairs.answered(await _known(desk, pair), Answer.YES, by=desk.person.id, now=desk.now)
    other = agreed.other(desk.person.id)
    await must_be_here(desk, other)
    await desk.store.pairs.change(agreed)
    if agreed.state is not PairState.TOGETHER:
        return say("pair-agreed")
    buddy = await desk.store.pairs.buddy(agreed.newcomer)
    await desk.store.pairs.keep(replace(buddy, waits_since=None))
    desk.tell(other, await _together(desk, agreed, desk.person.id))
    return await _together(desk, agreed, other)


@command(where=Where.PRIVATE)
async def somebody_else(desk: Desk, pair: int) -> Reply:
    """Rather somebody else: these two are never proposed to each other again."""
    await _decline(desk, pair, Answer.ELSE)
    return say("pair-else-noted")


@command(where=Where.PRIVATE)
async def not_now(desk: Desk, pair: int) -> Reply:
    """Not at this moment: asked again in a month."""
    await _decline(desk, pair, Answer.LATER)
    buddy = await desk.store.pairs.buddy(desk.person.id)
    await desk.store.pairs.keep(replace(buddy, rests_until=desk.today + REST))
    return say("pair-later-noted")


@command(where=Where.PRIVATE)
async def pair_goes_well(desk: Desk, pair: int) -> Reply:
    """A month later: it goes well."""
    await desk.store.pairs.change(pairs.well(await _known(desk, pair), by=desk.person.id))
    return toast("pair-well-noted")


@command(where=Where.PRIVATE)
async def end_pair(desk: Desk, pair: int) -> Reply:
    """Leave it at that; the other is told, and no reason is asked."""
    over = pairs.ended(await _known(desk, pair), by=desk.person.id)
    await desk.store.pairs.change(over)
    desk.tell(over.other(desk.person.id), say("pair-ended", name=desk.person.name))
    return say("pair-end-noted")


@command(about="pair", where=Where.PRIVATE, keeps_choices=True)
async def write_to_buddy(desk: Desk, pair: int, text: str, goes_on: bool = False) -> Reply:
    """Bring words or a file to the other of a pair that is together."""
    other = pairs.must_relay(await _known(desk, pair), by=desk.person.id)
    return await carry(desk, Bond.PAIR, pair, [other], text, goes_on=goes_on)


@write_to_buddy.asks("text")
async def what_to_carry(desk: Desk, pair: int, sent: bool = False) -> Reply:
    """Whatever is typed next."""
    other = pairs.must_relay(await _known(desk, pair), by=desk.person.id)
    return await ask_words(desk, Bond.PAIR, pair, [other], sent=sent)


write_to_buddy.reads("text")(as_it_is)


async def meet_nobody(desk: Desk, person: Person) -> None:
    """Somebody leaves the fabrique: their pairs end, and they are drawn no more."""
    await desk.store.rounds.leave(person.id)
    await desk.store.pairs.forget(person.id)
    for one in await desk.store.pairs.of(person.id):
        was_asked = one.state is PairState.ASKED
        state = PairState.LATER if was_asked else PairState.ENDED
        await desk.store.pairs.change(replace(one, state=state))
        other = one.other(person.id)
        role = "newcomer" if other == one.newcomer else "guide"
        told = say("pair-ended", name=person.name)
        desk.tell(other, say("pair-not-this-time", role=role) if was_asked else told)


async def _card(desk: Desk) -> Reply:
    buddy = await desk.store.pairs.buddy(desk.person.id)
    found = await desk.store.pairs.of(desk.person.id)
    return buddy_card(buddy, [(one, await _name(desk, one)) for one in found])


async def _neither(desk: Desk) -> Reply:
    """Neither wait for anybody nor take anybody; pairs that are together stay."""
    await _leave_list(desk)
    buddy = await desk.store.pairs.buddy(desk.person.id)
    await desk.store.pairs.keep(replace(buddy, capacity=0))
    return (await _card(desk)).then("buddy-neither")


async def _leave_list(desk: Desk) -> None:
    """Wait no more: what one was asked as a newcomer is asked no longer."""
    buddy = await desk.store.pairs.buddy(desk.person.id)
    await desk.store.pairs.keep(replace(buddy, waits_since=None))
    for one in await desk.store.pairs.of(desk.person.id):
        if one.newcomer == desk.person.id and one.state is PairState.ASKED:
            await desk.store.pairs.change(replace(one, state=PairState.LATER))
            desk.tell(one.guide, say("pair-not-this-time", role="guide"))


async def _ask(desk: Desk, newcomer: Ally, guide: Ally) -> None:
    pair = await desk.store.pairs.ask(newcomer.person, guide.person, now=desk.now)
    why = reasons(
        newcomer,
        guide,
        place=await _both_show(desk, pair, Field.PLACE),
        subjects=await _both_show(desk, pair, Field.SKILLS),
    )
    for person in pair.both:
        desk.tell(person, request_card(pair, person, why))


async def _both_show(desk: Desk, pair: Pair, what: Field) -> bool:
    """Whether allies may know something of each of two, which their name is not told with."""
    profiles = [await desk.store.profiles.of(person) for person in pair.both]
    return all(one.audience(what) >= Audience.ALLIES for one in profiles)


async def _tell_left_over(desk: Desk, pool: Pool, paired: set[int]) -> int:
    """Let those who go on waiting know that they are not forgotten."""
    left = [one.ally.person for one in pool.newcomers if one.ally.person not in paired]
    for person in left:
        desk.tell(person, say("pair-still-waiting"))
    return len(left)


async def _decline(desk: Desk, number: int, answer: Answer) -> None:
    pair = await _known(desk, number)
    declined = pairs.answered(pair, answer, by=desk.person.id, now=desk.now)
    await desk.store.pairs.change(declined)
    other = declined.other(desk.person.id)
    role = "newcomer" if other == declined.newcomer else "guide"
    desk.tell(other, say("pair-not-this-time", role=role))


async def _together(desk: Desk, pair: Pair, other: int) -> Reply:
    """What one of two reads of the other."""
    people = desk.store.people
    name, accounts = (await people.person(other)).name, await people.accounts(other)
    mine = await people.accounts(pair.other(other))
    return together_card(pair, name, accounts, mine, newcomer=other == pair.guide)


async def _name(desk: Desk, pair: Pair) -> str:
    return (await desk.store.people.person(pair.other(desk.person.id))).name


async def _known(desk: Desk, number: int) -> Pair:
    found = await desk.store.pairs.pair(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


COMMANDS = (
    show_buddy,
    seek_guide,
    stop_waiting,
    take_newcomers,
    pair_up,
    agree_to_pair,
    somebody_else,
    not_now,
    pair_goes_well,
    end_pair,
    write_to_buddy,
)
