"""The time bank in figures, for the team: in words, and as pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chat.command import Where, command
from chat.time_figures import charts, told
from chat.words import Reply, option, say
from domain import time_figures
from domain.ledger import Account
from domain.periods import Period, read, year_of
from domain.time_records import Holder
from domain.values import Items, OnDate, Phrase
from handlers.desk import Desk


@command("chiffres", "figures", where=Where.TEAM)
async def show_figures(desk: Desk, period: str = "") -> Reply:
    """What a year was, or another period; this year, when none is named."""
    span = _span(desk, period)
    records = await desk.store.time.records(span.first, span.last)
    found = time_figures.figures(
        records, reversing=await desk.store.time.reversing(records), now=desk.now
    )
    parties = await desk.store.time.organisation_of() or await desk.store.time.group_of()
    flows = time_figures.flows(records, _party(parties))
    for chart in charts(found, flows, span):
        desk.post(desk.chat.id, Reply(file=chart), thread=desk.heard.place.thread)
    reply = told(found, span)
    if time_figures.for_everybody(found) is None:
        return reply.then("figures-few")
    return reply.choose(option("choice-to-publish", to_publish, period=period))


@show_figures.reads("period")
async def a_period(desk: Desk, typed: str) -> str:
    """A year or a month as people write it."""
    read(typed, desk.today)
    return typed


@command(where=Where.TEAM, keeps_choices=True)
async def to_publish(desk: Desk, period: str) -> Reply:
    """A few sentences that may leave the team's chat: nothing about fewer than four people."""
    span = _span(desk, period)
    records = await desk.store.time.records(span.first, span.last)
    reversing = await desk.store.time.reversing(records)
    found = time_figures.for_everybody(
        time_figures.figures(records, reversing=reversing, now=desk.now)
    )
    if found is None:
        return say("figures-few")
    skills = [part.name for part in found.skills if part.name][:3]
    return say(
        "figures-public",
        first=OnDate(span.first),
        last=OnDate(min(span.last, desk.today)),
        hours=round(found.minutes / 60),
        count=found.exchanges,
        people=found.people,
        both=found.both,
        skills=Items(tuple(skills)),
    )


def _span(desk: Desk, period: str) -> Period:
    return read(period, desk.today) if period else year_of(desk.today)


def _party(parties: Mapping[int, str]) -> Callable[[Account, Holder], Holder]:
    """People by their organisation or group; what nobody holds alone, as it is called."""

    def party(account: Account, name: Holder) -> Holder:
        if account.person is None:
            return name
        return parties.get(account.person, Phrase("figures-unattached"))

    return party


COMMANDS = (show_figures, to_publish)
