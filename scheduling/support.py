"""Requests for support: none waits unnoticed, each is asked after once, and each is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from chat.support_cards import (
    ally_phrase,
    how_is_it,
    overdue,
    professionals,
    story_beside,
    support_card,
    to_asker,
)
from chat.words import Reply, say
from domain import support as rules
from domain.support import ALLY_WAITS, Relay, Support
from scheduling import Round
from storage.outbox import CARD, WORDS

DRAFT_KEPT = timedelta(days=1)
"""A draft older than that has no question left that could send it."""


async def look_after(round_: Round) -> None:
    """Whatever is due about requests, each in its turn."""
    await _forget_drafts(round_)
    await _post_missing_cards(round_)
    await _give_allies_up(round_)
    for one in await round_.store.supports.open():
        await _look_at(round_, one)
    for one in await round_.store.supports.over():
        if _is_due(rules.empties_at(one, kept=_kept(round_)), round_):
            await _empty(round_, one)


async def next_due(round_: Round) -> datetime | None:
    """When something is due next; nobody is reminded where there is no team."""
    team = bool(await round_.store.chats.team())
    moments = [one.moved_at + DRAFT_KEPT for one in await round_.store.supports.drafts()]
    moments += [one.at + ALLY_WAITS for one in await round_.store.supports.asked()]
    for one in await round_.store.supports.open():
        moments += filter(None, _moments(round_, one, team=team))
    for one in await round_.store.supports.over():
        moments += filter(None, [rules.empties_at(one, kept=_kept(round_))])
    return min(moments, default=None)


def _moments(round_: Round, one: Support, *, team: bool) -> Iterator[datetime | None]:
    if team:
        yield _nudge(round_, one)
    yield rules.next_question(one, round_.fabrique.zone)
    yield rules.ends_at(one)


async def _look_at(round_: Round, one: Support) -> None:
    if _is_due(_nudge(round_, one), round_):
        await _remind(round_, one)
    elif _is_due(rules.next_question(one, round_.fabrique.zone), round_):
        await round_.store.supports.change(rules.asked(one, now=round_.now))
        _tell(round_, one, how_is_it(one))
    elif _is_due(rules.ends_at(one), round_):
        await _end(round_, one)


async def _end(round_: Round, one: Support) -> None:
    """Nobody speaks of it any more: allies who still think about it need not either."""
    for relay in await round_.store.supports.relays(one.id):
        over = rules.relay_over(relay)
        if over != relay:
            await round_.store.supports.answer(over)
            round_.tell(relay.helper, say("support-ally-spared"))
    await _keep(round_, rules.closed(one, None, now=round_.now))


async def _remind(round_: Round, one: Support) -> None:
    """Remind the team; at the first time tell whoever asked, and whom else one may turn to."""
    team = await round_.store.chats.team()
    if not team:
        return
    case = await round_.store.supports.case(one)
    for chat in team:
        round_.post(chat.id, overdue(case), kind="nudge")
    if not one.nudges:
        _tell(round_, one, to_asker(one, say("support-late", lines=professionals())))
    await round_.store.supports.change(rules.nudged(one, now=round_.now))


async def _give_allies_up(round_: Round) -> None:
    """An ally who does not answer is asked no more, and the team may think of another."""
    for relay in await round_.store.supports.asked():
        if relay.at + ALLY_WAITS > round_.now:
            continue
        await round_.store.supports.answer(rules.relay_over(relay))
        told = await round_.store.supports.lock(relay.support)
        if told is not None:
            await _keep(round_, told)
            await _say_to_team(round_, told, await _silent(round_, relay))


async def _silent(round_: Round, relay: Relay) -> Reply:
    ally = ally_phrase(await round_.store.supports.ally(relay))
    return say("support-ally-silent", name=ally)


async def _say_to_team(round_: Round, told: Support, reply: Reply) -> None:
    for chat in await round_.store.chats.team():
        round_.post(chat.id, reply.on("support", told.id))


async def _post_missing_cards(round_: Round) -> None:
    """A chat that became the team's since is shown what it missed."""
    waiting = {f"support:{one.id}": one for one in await round_.store.supports.open()}
    for chat in await round_.store.chats.team() if waiting else ():
        shown = await round_.store.said.carded(chat.id, tuple(waiting))
        for one in (one for subject, one in waiting.items() if subject not in shown):
            card = support_card(await round_.store.supports.case(one))
            round_.post(chat.id, story_beside(one), kind=WORDS)
            round_.post(chat.id, card, kind=CARD)


async def _forget_drafts(round_: Round) -> None:
    for one in await round_.store.supports.drafts():
        if one.moved_at + DRAFT_KEPT <= round_.now:
            await round_.store.said.empty(f"support:{one.id}")
            await round_.store.supports.drop(one.id)


async def _empty(round_: Round, one: Support) -> None:
    """Its words leave the table, the outbox and the chats; its kind still counts."""
    subjects = await round_.store.supports.subjects(one.id)
    rows = [row for about in subjects for row in await round_.store.said.about(about)]
    for subject in subjects:
        await round_.store.said.empty(subject)
    gone = rules.emptied(one, now=round_.now, zone=round_.fabrique.zone)
    await round_.store.supports.empty(gone)
    card = support_card(await round_.store.supports.case(gone))
    for row in rows:
        round_.rewrite(row.chat, [row.id], card if row.kind == CARD else say("support-words-gone"))


async def _keep(round_: Round, support: Support) -> None:
    """Keep what it has become, and let its cards say so."""
    await round_.store.supports.change(support)
    card = support_card(await round_.store.supports.case(support))
    for row in await round_.store.said.cards(f"support:{support.id}"):
        round_.rewrite(row.chat, [row.id], card)


def _tell(round_: Round, one: Support, reply: Reply) -> None:
    if one.person is not None:
        round_.tell(one.person, reply)


def _nudge(round_: Round, one: Support) -> datetime | None:
    within = timedelta(hours=round_.fabrique.policy.support_within)
    return rules.next_nudge(one, within=within, zone=round_.fabrique.zone)


def _kept(round_: Round) -> timedelta:
    return timedelta(days=round_.fabrique.policy.support_kept)


def _is_due(moment: datetime | None, round_: Round) -> bool:
    return moment is not None and moment <= round_.now
