"""Needs that found nobody, before the team: somebody is named, all are called, or it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import aged
from chat.command import Where, command
from chat.need_cards import unmet_card
from chat.words import Choice, Reply, Words, say, toast
from domain import needs
from domain.due import ONE_WEEK, due_at
from domain.errors import Refusal
from domain.need_cases import NeedCase, Thought, taken_back
from domain.needs import Need, NeedState
from domain.values import Items, Quoted
from handlers.desk import Desk
from handlers.introducing import ask_ally, redraw
from handlers.unmet import show_unmet
from handlers.whom import one_named


async def cards_of_needs(desk: Desk) -> list[Reply]:
    """The needs for which the team looks, and since when their askers do."""
    waiting = await desk.store.needs.unmet()
    cards = [unmet_card(await _case(desk, one)) for one in waiting]
    return [aged(card, one.at, desk.now) for card, one in zip(cards, waiting, strict=True)]


@command(where=Where.TEAM, keeps_choices=True)
async def name_ally(desk: Desk, need: int, who: int, sure: bool = False) -> Reply:
    """Ask somebody the team thinks of, who learns the asker's name as the asker allows; a second
    one, while the first has yet to answer, only after one more tap.
    """
    kept = await _unmet(desk, need)
    if who == kept.person:
        raise Refusal("refusal-ally-asker" if kept.team_knows else "refusal-ally-not-free")
    name = (await desk.store.people.person(who)).name
    waiting = [one for one in (await _case(desk, kept)).thoughts if one.waits]
    if waiting and not sure and who not in {one.introduction.helper for one in waiting}:
        return _another(kept, who, name, waiting)
    asked = await ask_ally(desk, kept, who)
    desk.tell(kept.person, say("need-team-asked", need=Quoted(kept.text)))
    await _note(desk, "name-ally", f"introduction:{asked.id}")
    await show_unmet(desk, kept)
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
    """The team stops looking, and its asker is told, with how many were asked."""
    kept = await _unmet(desk, need)
    await _decided(desk, needs.closed(kept), "close")
    for helper in await desk.store.needs.waiting_helpers(kept):
        desk.tell(helper, say("need-no-more", need=Quoted(kept.text)))
    asked = len((await _case(desk, kept)).thoughts)
    desk.tell(kept.person, say("unmet-closed", need=Quoted(kept.text), count=asked))
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def reopen_unmet(desk: Desk, need: int) -> Reply:
    """It was closed too soon: the team looks again, and its asker is told."""
    kept = await desk.store.needs.need(need)
    if kept is None:
        raise Refusal("refusal-choice-stale")
    again = taken_back(await _case(desk, kept), desk.now)
    await _decided(desk, again, "reopen")
    desk.tell(again.person, say("unmet-reopened", need=Quoted(again.text)))
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
    """Keep what somebody of the team decided, and let the cards say it, and by whom."""
    await desk.store.needs.update(need, now=desk.now)
    await _note(desk, act, f"need:{need.id}")
    await show_unmet(desk, need)
    await redraw(desk, need.id)


async def _case(desk: Desk, need: Need) -> NeedCase:
    return await desk.store.introductions.case(need)


def _another(need: Need, who: int, name: str, waiting: Sequence[Thought]) -> Reply:
    """Ask whether somebody else is to be asked too, so that two are not asked unawares."""
    names = Items(tuple(one.name for one in waiting))
    ask = Choice(
        Words("choice-ask-too", {"name": name}),
        name_ally.name,
        {"need": need.id, "who": who, "sure": True},
    )
    return say("ally-waits", names=names, count=len(waiting)).choose(ask)


async def _note(desk: Desk, act: str, on: str) -> None:
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


COMMANDS = (name_ally, call_out, close_unmet, reopen_unmet)
