"""The week in which the agenda tells a campaign: one campaign a week, before it ends."""

from __future__ import annotations

from chat.cards import choice
from chat.words import Reply, say
from domain.campaigns import week_for
from domain.errors import Refusal
from domain.letter import Item
from domain.values import NearDay
from handlers.desk import Desk


async def put_in_a_week(desk: Desk, item: Item, *, over: bool) -> Reply:
    """Give an approved campaign the next free week, and say which; `over` before the letter."""
    await desk.store.leases.one_at_a_time("campaigns")
    week = week_for(await desk.store.letter.weeks(), desk.today, item.ends)
    await desk.store.letter.tell_in(item.id, week)
    if week is None:
        end = NearDay(item.ends) if item.ends else None
        return say("campaign-no-week", end=end, over=over)
    return say("campaign-week", week=NearDay(week), over=over).choose(
        choice("choice-next-week", "move_campaign", item=item.id)
    )


async def later_week(desk: Desk, item: Item) -> None:
    """Give a campaign the next free week after its own; Refusal when it is over by then."""
    await desk.store.leases.one_at_a_time("campaigns")
    taken = await desk.store.letter.weeks()
    week = week_for(taken, item.week or desk.today, item.ends)
    if week is None:
        raise Refusal("refusal-campaign-last-week")
    await desk.store.letter.tell_in(item.id, week)
