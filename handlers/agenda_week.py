"""What showing the agenda needs: its events, where things are, and the way from a group to whoever
pressed there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from chat.call_cards import digest_calls
from chat.digest_cards import digest
from chat.hosting_cards import with_hosted
from chat.need_cards import with_calls
from chat.words import Reply, say, toast
from domain.calls import CallState
from domain.editions import zone_of
from domain.errors import Refusal
from domain.events import Status
from domain.postings import Posting
from domain.week import Ground, Week, for_reader, worth_telling
from handlers.desk import Desk

PAYLOAD, PROPOSING = "agenda", "proposer"
"""The words of links that open the bot at the agenda, and at proposing an event."""

SPAN = timedelta(days=6)
"""From today on, seven days: what one can still go to."""


async def seven_days(
    desk: Desk, posting: Posting | None, *, team_calls: bool = False
) -> tuple[Week, Week, Reply | None]:
    """The next seven days, those of them that a reader wants, and how they are told with all that
    stands below; None reads everything.
    """
    first, last = desk.today, desk.today + SPAN
    ground = await ground_of(desk)
    whole = await week_of(desk, first, last)
    week = for_reader(whole, posting, ground) if posting else whole
    read_in = zone_of(desk.chat.posting, desk.fabrique.zone)
    reply = digest(week, desk.fabrique.zone, ground=ground, read_in=read_in)
    if reply is not None:
        hosted = [one for one in await desk.store.hostings.to_come(first) if one.day <= last]
        reply = with_hosted(reply, hosted, desk.person.id if desk.chat.private else None)
    reply = with_calls(reply, await desk.store.needs.called(desk.now))
    return whole, week, await _with_team_calls(desk, reply) if team_calls else reply


async def _with_team_calls(desk: Desk, reply: Reply | None) -> Reply | None:
    """The team's open calls, which stand under each post."""
    live = await desk.store.calls.in_state(CallState.OPEN)
    calls = [one for one in live if one.in_digest and desk.today <= one.closes]
    if not calls:
        return reply
    reply = reply or Reply()
    return replace(reply, words=(*reply.words, digest_calls(calls)))


async def week_of(desk: Desk, first: date, last: date) -> Week:
    """What the team approved for some days."""
    events = await desk.store.events.approved(first, last, desk.fabrique.zone)
    off = [one.id for one in events if one.status is Status.CANCELLED]
    told = await desk.store.event_posts.told(off) if off else set()
    return Week(first, last, worth_telling(events, told))


async def ground_of(desk: Desk) -> Ground:
    """Where things are, as this fabrique knows it."""
    return Ground.of(await desk.store.venues.all(), desk.places)


async def private_desk(desk: Desk) -> Desk | None:
    """The same person in private; None for somebody never met there."""
    number = await desk.store.people.private_chat(desk.person.id)
    if number is None:
        return None
    chat = await desk.store.chats.chat(number)
    return replace(desk, chat=chat, language=await desk.store.people.language(desk.person.id))


async def in_private(desk: Desk, reply: Reply, *, opens: str) -> Reply:
    """The reply where one person asks; in a group it goes to them in private, or a link does."""
    if desk.chat.private:
        return reply
    if await desk.store.people.private_chat(desk.person.id) is None:
        return open_in_private(desk, opens)
    desk.tell(desk.person.id, reply)
    return toast("agenda-in-private")


def open_in_private(desk: Desk, opens: str) -> Reply:
    """A link to the bot's private chat, which cannot write there first."""
    link = desk.link(opens)
    if link is None:
        raise Refusal("refusal-write-first")
    return say("agenda-open-private", name=desk.person.name, link=link)
