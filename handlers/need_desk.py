"""Needs that found nobody, before the team: somebody is named, all are called, or it is closed."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Where, command
from chat.need_cards import unmet_card
from chat.words import Reply, say, toast
from domain import needs
from domain.agenda import ONE_WEEK, due_at
from domain.errors import Refusal
from domain.needs import Need, NeedState
from domain.values import Quoted
from handlers.desk import Desk
from handlers.introducing import ask_ally
from handlers.unmet import show_unmet
from handlers.whom import one_named


async def cards_of_needs(desk: Desk) -> list[Reply]:
    """The needs for which the team looks."""
    waiting = await desk.store.needs.unmet()
    return [unmet_card(one, asker=await _asker(desk, one)) for one in waiting]


@command(where=Where.TEAM, keeps_choices=True)
async def name_ally(desk: Desk, need: int, who: int) -> Reply:
    """Ask somebody the team thinks of, who learns the asker's name as the asker allows."""
    kept = await _unmet(desk, need)
    if who == kept.person:
        raise Refusal("refusal-ally-asker" if kept.team_knows else "refusal-ally-not-free")
    name = await ask_ally(desk, kept, who)
    desk.tell(kept.person, say("need-team-asked", need=Quoted(kept.text)))
    await _note(desk, "name-ally", need)
    return say("ally-asked-named" if kept.names_asker else "ally-asked", name=name)


@name_ally.asks("who")
async def who_may_help(desk: Desk, need: int) -> Reply:
    """Ask whom, and say whether the asker's name goes with it."""
    named = (await _unmet(desk, need)).names_asker
    return say("name-ally-ask-named" if named else "name-ally-ask-who")


@name_ally.reads("who")
async def an_ally(desk: Desk, typed: str) -> int:
    """Somebody of the fabrique, by name."""
    return (await one_named(desk, typed)).id


@command(where=Where.TEAM, keeps_choices=True)
async def call_out(desk: Desk, need: int) -> Reply:
    """Let the weekly agenda call for it, as its asker agreed."""
    kept = await _unmet(desk, need)
    if not kept.in_digest:
        raise Refusal("refusal-choice-stale")
    if kept.called_at is not None:
        raise Refusal("refusal-already-decided")
    await _decided(desk, replace(kept, called_at=desk.now), "call")
    soon = "yes" if await _paper_comes_first(desk, kept) else "no"
    desk.tell(kept.person, say("call-out-told", need=Quoted(kept.text), soon=soon))
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def close_unmet(desk: Desk, need: int) -> Reply:
    """The team stops looking, and its asker is told."""
    kept = await _unmet(desk, need)
    await _decided(desk, needs.closed(kept), "close")
    for helper in await desk.store.needs.waiting_helpers(kept):
        desk.tell(helper, say("need-no-more", need=Quoted(kept.text)))
    desk.tell(kept.person, say("unmet-closed", need=Quoted(kept.text)))
    return toast("done")


async def _paper_comes_first(desk: Desk, need: Need) -> bool:
    """Whether some group is sent an agenda while somebody is still looked for."""
    zone, week = desk.fabrique.zone, (desk.today, desk.today + ONE_WEEK)
    posted = [one.posting for one in await desk.store.chats.groups() if one.posting.agenda]
    coming = (
        due
        for one in posted
        for day in week
        if (due := due_at(one.weekday, one.at, zone, day)) > desk.now
    )
    return any(due.astimezone(zone).date() <= need.ends for due in coming)


async def _unmet(desk: Desk, number: int) -> Need:
    kept = await desk.store.needs.need(number)
    if kept is None:
        raise Refusal("refusal-choice-stale")
    if kept.state is not NeedState.UNMET:
        raise Refusal("refusal-already-decided")
    return kept


async def _decided(desk: Desk, need: Need, act: str) -> None:
    """Keep what somebody of the team decided, and let the cards say it."""
    await desk.store.needs.update(need, now=desk.now)
    await show_unmet(desk, need)
    await _note(desk, act, need.id)


async def _asker(desk: Desk, need: Need) -> str:
    return (await desk.store.people.person(need.person)).name


async def _note(desk: Desk, act: str, need: int) -> None:
    await desk.store.audit.note(act, f"need:{need}", by=desk.person.id, now=desk.now)


COMMANDS = (name_ally, call_out, close_unmet)
