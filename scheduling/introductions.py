"""Introductions in time: who is asked has two days, then it is somebody else's turn; a week after
two people met, each is asked how it went.

Rows decide what is due, so a round that ran twice or late asks nobody twice. At night nobody is
woken: what falls due then is done in the morning.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chat.introduction_cards import (
    how_was_it,
    more_found,
    not_needed,
    request,
    silent_to_asker,
    silent_to_helper,
)
from chat.proposal_cards import proposals_card
from domain import introductions
from domain.introductions import Introduction, IntroductionState, Step, by_day, expires_at
from domain.needs import NeedState
from domain.people import Standing
from domain.profiles import Audience, Field
from scheduling import Round
from scheduling.needs import nobody_found, redraw_unmet


async def look_after(round_: Round) -> None:
    """Do what is due by day: asks that are over, turns that have come, and how it went."""
    if by_day(round_.now, round_.fabrique.zone) > round_.now:
        return
    kept = round_.store.introductions
    await kept.hold()
    for one in await kept.unanswered():
        await _end(round_, one)
    for need in await kept.seeking():
        await _go_on(round_, need)
    for one in await kept.to_follow_up(by=round_.now):
        await _ask_how(round_, one)


async def next_due(round_: Round) -> datetime | None:
    """When an ask is over, a turn has come or one asks how it went; in the morning, if at night."""
    kept = round_.store.introductions
    moments = []
    for one in await kept.unanswered():
        if not one.need.seeks:
            moments.append(round_.now)
        elif one.state is IntroductionState.ASKED:
            moments.append(expires_at(one))
    for proposed in (await kept.seeking()).values():
        if introductions.step(proposed) in (Step.NEXT, Step.NOBODY_LEFT):
            moments.append(round_.now)
    moments += [one.follow_up_at for one in await kept.to_follow_up() if one.follow_up_at]
    due = min(moments, default=None)
    return by_day(max(due, round_.now), round_.fabrique.zone) if due else None


async def _end(round_: Round, one: Introduction) -> None:
    """An ask that is over: nobody is looked for any more, or two days went by."""
    kept = round_.store.introductions
    if not one.need.seeks:
        await kept.save(introductions.cancelled(one), now=round_.now)
        if one.need.state is NeedState.EXPIRED:  # else whoever ended it told them
            round_.tell(one.helper, not_needed(one))
        await _redraw(round_, one.need.id)
        return
    expired = introductions.expired(one, round_.now)
    if expired is None:
        return
    await kept.save(expired, now=round_.now)
    round_.tell(one.helper, silent_to_helper(one))
    then = introductions.step(await kept.of(one.need.id))
    if introductions.goes_on(one.need, then):
        round_.tell(one.need.person, silent_to_asker(await kept.seen(expired), then))
    await _redraw(round_, one.need.id)


async def _go_on(round_: Round, need: int) -> None:
    """Ask whoever's turn it is and who may still be asked; when nobody is left, others are looked
    for, and the team looks when there is none.
    """
    before = await round_.store.introductions.of(need)
    proposed = await _ask_next(round_, before)
    if introductions.step(proposed) is Step.NOBODY_LEFT:
        if await _look_anew(round_, proposed):
            return
        await nobody_found(round_, proposed[0].need)
    elif proposed == before:
        return
    await _redraw(round_, need)


async def _ask_next(round_: Round, proposed: list[Introduction]) -> list[Introduction]:
    """Ask the first whose turn it is and who may still be asked; gives how all of them stand."""
    kept = round_.store.introductions
    there = round_.now.astimezone(round_.fabrique.zone)
    while (one := introductions.next_in_turn(proposed)) and _is_next(proposed):
        if await round_.store.candidates.barrier(one, now=there) is None:
            await _ask(round_, one)
        else:
            await kept.save(introductions.cancelled(one), now=round_.now)
        proposed = await kept.of(one.need.id)
    return proposed


async def _look_anew(round_: Round, before: list[Introduction]) -> bool:
    """Propose three more once those before are through; asked in turn, too, where those were.
    Whether anybody was found; else nobody is left.
    """
    need, kept = before[0].need, round_.store.introductions
    await round_.propose(need)
    fresh = introductions.queued(await kept.of(need.id))
    if not fresh:
        return False
    in_turn = any(one.in_turn for one in before)
    if in_turn:
        for one in fresh:
            await kept.save(one, now=round_.now)
        await _ask_next(round_, await kept.of(need.id))
    card = proposals_card(need, await kept.proposed(need.id), round_.fabrique.zone)
    first = more_found(need, in_turn=in_turn)
    round_.tell(need.person, replace(card, words=(*first.words, *card.words)))
    return True


def _is_next(proposed: list[Introduction]) -> bool:
    return introductions.step(proposed) is Step.NEXT


async def _ask(round_: Round, one: Introduction) -> None:
    store, zone = round_.store, round_.fabrique.zone
    asked = introductions.asked(one, now=round_.now, zone=zone)
    await store.introductions.save(asked, now=round_.now)
    asker = await store.people.person(one.need.person)
    shown = (await store.profiles.of(asker.id)).audience(Field.ORGANISATIONS)
    acting = await store.organisations.of(asker.id) if shown >= Audience.ALLIES else ()
    of = [organisation.name for organisation in acting]
    round_.tell(one.helper, request(asked, asker=asker.name, organisations=of, zone=zone))


async def _ask_how(round_: Round, one: Introduction) -> None:
    """Once each; again only whoever said « not yet »."""
    people = round_.store.people
    for person in introductions.asked_how(one):
        if (await people.person(person)).standing is Standing.MET:
            other = await people.person(one.other(person))
            round_.tell(person, how_was_it(one, other.name))
    await round_.store.introductions.save(introductions.followed_up(one), now=round_.now)


async def _redraw(round_: Round, need: int) -> None:
    """Draw the newest card of a need anew, as its asking stands, and those of the team."""
    kept = await round_.store.needs.need(need)
    proposed = await round_.store.introductions.proposed(need)
    if kept is not None:
        await redraw_unmet(round_, kept)
        card = proposals_card(kept, proposed, round_.fabrique.zone)
        for row in (await round_.store.said.about(f"asking:{need}"))[-1:]:
            round_.rewrite(row.chat, [row.id], card)
