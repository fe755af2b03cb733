"""Introductions, the asker's side: who could help is shown, and asked when the asker says so."""

from __future__ import annotations

from dataclasses import replace

from chat.command import command
from chat.introduction_cards import introduced, not_needed, request
from chat.proposal_cards import ally, proposals_card, why_card
from chat.words import Reply, toast
from domain import introductions, needs
from domain.errors import Refusal
from domain.introductions import UNANSWERED, Introduction, Step
from domain.needs import Need
from domain.profiles import Audience, Field
from handlers.desk import Desk
from handlers.proposing import must_be_free, propose
from handlers.unmet import nobody_found, redraw_unmet
from handlers.whom import must_be_here, must_take_part


async def look_for(desk: Desk, need: Need) -> Reply:
    """Propose up to three allies with reasons; nobody is asked before their asker says so."""
    await propose(desk, need)
    kept = await desk.store.introductions.of(need.id)
    proposed = await desk.store.introductions.proposed(need.id)
    if introductions.step(kept) in (Step.OVER, Step.NOBODY_LEFT) or not proposed:
        return await nobody_found(desk, need)
    return proposals_card(need, proposed, desk.fabrique.zone)


async def ask_ally(desk: Desk, need: Need, helper: int) -> Introduction:
    """Ask an ally whom the team thinks of."""
    await desk.store.introductions.hold(need.id)
    found = await desk.store.introductions.think_of(need, helper, now=desk.now)
    await _ask(desk, found, by_team=True)
    return found


async def bring_together(desk: Desk, agreed: Introduction) -> Reply:
    """Both agreed: now, and only now, each learns how to reach the other; whoever else was asked or
    came forward need not wait any more. Gives what the one who speaks is told.
    """
    other = agreed.other(desk.person.id)
    await must_be_here(desk, other)
    kept = desk.store.introductions
    await kept.save(agreed, now=desk.now)
    for one in await kept.of(agreed.need.id):
        if one.state in UNANSWERED:
            await kept.save(introductions.cancelled(one), now=desk.now)
            desk.tell(one.helper, not_needed(one))
    await redraw(desk, agreed.need.id)
    await redraw_unmet(desk, agreed.need)
    desk.tell(other, await _met(desk, agreed, to=other))
    return await _met(desk, agreed, to=desk.person.id)


@command(keeps_choices=True)
async def why_these(desk: Desk, need: int) -> Reply:
    """What speaks for each of those who were proposed, and how they are chosen."""
    kept = await _own(desk, need)
    return why_card(kept, await desk.store.introductions.proposed(need))


@command(keeps_choices=True)
async def ask_helper(desk: Desk, need: int, helper: int) -> Reply:
    """Ask one ally, who is free to say no."""
    kept = await _own(desk, need)
    for one in await desk.store.introductions.of(need):
        if one.helper == helper:
            return await _ask(desk, replace(one, need=kept))
    raise Refusal("refusal-choice-stale")


@command(keeps_choices=True)
async def ask_in_turn(desk: Desk, need: int) -> Reply:
    """Have those who are proposed asked one after the other, each once the one before said no."""
    await _own(desk, need)
    must_take_part(desk)
    for one in introductions.queued(await desk.store.introductions.of(need)):
        await desk.store.introductions.save(one, now=desk.now)
    await redraw(desk, need)
    return toast("turns-begin")


@command(keeps_choices=True)
async def show_my_name(desk: Desk, need: int, named: bool) -> Reply:
    """Let those who are asked from now on know who asks, or not."""
    kept = needs.naming(await _own(desk, need), named)
    await desk.store.needs.update(kept, now=desk.now)
    await redraw(desk, need)
    await redraw_unmet(desk, kept)
    return toast("name-is-said" if named else "name-is-not-said")


async def redraw(desk: Desk, need: int) -> None:
    """Draw the newest card of a need anew, as its asking stands."""
    kept = await desk.store.needs.need(need)
    proposed = await desk.store.introductions.proposed(need)
    if kept is not None:
        card = proposals_card(kept, proposed, desk.fabrique.zone)
        for row in (await desk.store.said.about(f"asking:{need}"))[-1:]:
            desk.rewrite(row.chat, [row.id], card)


async def _ask(desk: Desk, one: Introduction, *, by_team: bool = False) -> Reply:
    must_take_part(desk)
    asked = introductions.asked(one, now=desk.now, zone=desk.fabrique.zone)
    await must_be_free(desk, one)
    await desk.store.introductions.save(asked, now=desk.now)
    asker = await desk.store.people.person(one.need.person)
    shown = (await desk.store.profiles.of(asker.id)).audience(Field.ORGANISATIONS)
    acting = await desk.store.organisations.of(asker.id) if shown >= Audience.ALLIES else ()
    of = [organisation.name for organisation in acting]
    zone = desk.fabrique.zone
    told = request(asked, asker=asker.name, organisations=of, zone=zone, by_team=by_team)
    desk.tell(one.helper, told)
    await redraw(desk, one.need.id)
    return toast("helper-asked", ally=ally(await desk.store.introductions.seen(asked)))


async def _met(desk: Desk, agreed: Introduction, *, to: int) -> Reply:
    people = desk.store.people
    other = await people.person(agreed.other(to))
    theirs, mine = await people.accounts(other.id), await people.accounts(to)
    return introduced(agreed, other.name, theirs, mine, to)


async def _own(desk: Desk, number: int) -> Need:
    """The need of the person who speaks, which nobody else changes meanwhile."""
    await desk.store.introductions.hold(number)
    kept = await desk.store.needs.need(number)
    if kept is None or kept.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    return kept


COMMANDS = (why_these, ask_helper, ask_in_turn, show_my_name)
