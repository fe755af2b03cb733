"""A departure taken back: needs that ended with it are open again, and whoever was told is told."""

from __future__ import annotations

from dataclasses import replace

from chat.introduction_cards import request
from chat.need_cards import group_post
from chat.words import Reply, say
from domain import introductions, leaving, needs
from domain.introductions import Introduction, IntroductionState
from domain.leaving import Ended
from domain.needs import Need
from domain.people import Standing
from domain.profiles import Audience, Field
from domain.values import Quoted
from handlers.desk import Desk
from handlers.introducing import redraw
from handlers.unmet import redraw_unmet


async def seek_again(desk: Desk, ended: str) -> int:
    """Open again what ended with a departure, where its day is not behind; gives how many."""
    count = 0
    for one in leaving.ended_in(ended):
        await desk.store.introductions.hold(one.need)
        kept = await desk.store.needs.need(one.need)
        open_again = needs.resumed(kept, one.state, desk.today) if kept else None
        if open_again is not None:
            await _open(desk, open_again, one)
            count += 1
    return count


async def _open(desk: Desk, need: Need, ended: Ended) -> None:
    await desk.store.needs.update(need, now=desk.now)
    for one in await desk.store.introductions.of(need.id):
        if one.helper in ended.helpers and await _may_be_asked(desk, one.helper):
            await _tell(desk, one)
    asker = (await desk.store.people.person(need.person)).name
    for row in await desk.store.said.about(f"hand:{need.id}"):
        desk.rewrite(row.chat, [row.id], group_post(need, asker=asker))
    await redraw(desk, need.id)
    await redraw_unmet(desk, need)


async def _tell(desk: Desk, one: Introduction) -> None:
    """The same ask once more, which is no further one; or that their hand is welcome again."""
    again = introductions.resumed(one, now=desk.now, zone=desk.fabrique.zone)
    if again is None:
        return
    await desk.store.introductions.save(again, now=desk.now)
    sought = say("need-sought-again", need=Quoted(one.need.text))
    if again.state is IntroductionState.OFFERED:
        desk.tell(again.helper, sought)
        return
    asked = await _request(desk, again)
    desk.tell(again.helper, replace(asked, words=(*sought.words, *asked.words)))


async def _request(desk: Desk, one: Introduction) -> Reply:
    asker = one.need.person
    shown = (await desk.store.profiles.of(asker)).audience(Field.ORGANISATIONS)
    acting = await desk.store.organisations.of(asker) if shown >= Audience.ALLIES else ()
    name = (await desk.store.people.person(asker)).name
    of = [organisation.name for organisation in acting]
    return request(one, asker=name, organisations=of, zone=desk.fabrique.zone)


async def _may_be_asked(desk: Desk, helper: int) -> bool:
    """Whether they are here still, and did not pause meanwhile."""
    here = (await desk.store.people.person(helper)).standing is Standing.MET
    return here and (await desk.store.profiles.of(helper)).may_be_asked(desk.today)
