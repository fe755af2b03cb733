"""The day of a meeting put to the vote: the team's chats vote together, and somebody closes it."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Where, command
from chat.vote_cards import close_choice, result_card, vote_card
from chat.words import Reply, say
from domain import days, meetings
from domain.errors import Refusal
from domain.meetings import Meeting
from domain.polls import FEWEST, MOST, Poll
from handlers.desk import Desk
from handlers.meeting_dates import the_meeting, to_change
from storage.outbox import VOTE


@command(where=Where.TEAM)
async def vote_on_day(desk: Desk, meeting: int, options: str) -> Reply:
    """Ask the team which of some days suits it."""
    found = await to_change(desk, meeting)
    about = f"meeting:{found.id}"
    poll = await desk.store.polls.open(about, options.split(), now=desk.now)
    for chat in await desk.store.chats.team():
        desk.post(chat.id, vote_card(poll, found), kind=VOTE)
    return say("vote-open").choose(close_choice(poll))


@vote_on_day.reads("options")
async def some_days(desk: Desk, typed: str, meeting: int) -> str:
    """Two days to come or more; each must be one on which the meeting may be."""
    found = await the_meeting(desk, meeting)
    said = sorted({one.day for one in days.find_all(typed, desk.today, ahead=True)})
    if not FEWEST <= len(said) <= MOST:
        raise Refusal("refusal-vote-days", count=len(said), most=MOST)
    for day in said:
        meetings.moved(found, day, desk.now, desk.fabrique.zone)
    return " ".join(day.isoformat() for day in said)


@command(where=Where.TEAM, keeps_choices=True, undone_by="unvote")
async def vote(desk: Desk, poll: int, at: int) -> Reply:
    """Choose a day, in the place of another."""
    found = await _open(desk, poll)
    await desk.store.polls.choose(found.id, desk.person.id, at)
    return await _shown(desk, found.id)


@command(where=Where.TEAM)
async def unvote(desk: Desk, poll: int, at: int | None = None) -> Reply:
    """Choose none any more; a press that was not the last one changes nothing."""
    found = await _open(desk, poll)
    if await desk.store.polls.take_back(found.id, desk.person.id, at):
        await _shown(desk, found.id)
    return Reply()


@command(where=Where.TEAM)
async def close_vote(desk: Desk, poll: int) -> Reply:
    """Count no more, and say which day leads; whether it is kept is one more tap."""
    found = await _open(desk, poll)
    await desk.store.polls.close(found.id)
    meeting = await _meeting_of(desk, found)
    await _redraw(desk, replace(found, closed=True), meeting)
    return result_card(found, meeting)


async def _open(desk: Desk, number: int) -> Poll:
    found = await desk.store.polls.poll(number)
    if found is None or found.closed:
        raise Refusal("refusal-vote-over")
    return found


async def _meeting_of(desk: Desk, poll: Poll) -> Meeting:
    return await the_meeting(desk, int(poll.about.partition(":")[2]))


async def _shown(desk: Desk, number: int) -> Reply:
    """Draw a vote as it now stands, in each of the team's chats."""
    poll = await _open(desk, number)
    await _redraw(desk, poll, await _meeting_of(desk, poll))
    return Reply()


async def _redraw(desk: Desk, poll: Poll, meeting: Meeting) -> None:
    card = vote_card(poll, meeting)
    for row in await desk.store.said.about(f"poll:{poll.id}"):
        desk.rewrite(row.chat, [row.id], card)


COMMANDS = (vote_on_day, vote, unvote, close_vote)
