"""After the monthly meeting: who was there, what is still to answer, a summary for the letter."""

from __future__ import annotations

from chat.command import Where, command
from chat.meeting_cards import attendance_card, brought_card
from chat.words import Reply, option, say, toast
from domain import letter
from domain.errors import Refusal
from domain.events import State
from domain.letter import ITEM_MOST, Section
from domain.meetings import excerpts
from domain.values import Lines, NearDay, Phrase
from handlers.desk import Desk
from handlers.meeting_dates import the_meeting

HEADING_ROOM = 160
"""Characters of an item for the summary's first lines, in the longer of the languages."""


@command(where=Where.TEAM)
async def review_meeting(desk: Desk, meeting: int) -> Reply:
    """Ask who was there, and show each question that still waits."""
    for question in await desk.store.gatherings.brought(meeting):
        if question.waits:
            desk.post(desk.chat.id, brought_card(question))
    return await _attendance(desk, meeting)


@command(where=Where.TEAM, keeps_choices=True)
async def see_guests(desk: Desk, meeting: int, page: int) -> Reply:
    """Other names of the list, in a message of their own: a late press ticks nobody else."""
    return await _attendance(desk, meeting, page)


@command(where=Where.TEAM, keeps_choices=True)
async def tick(desk: Desk, meeting: int, person: int, came: bool, page: int) -> Reply:
    """Note whether somebody was there."""
    await desk.store.gatherings.tick(meeting, came=came, person=person)
    return (await _attendance(desk, meeting, page)).redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def tick_all(desk: Desk, meeting: int, page: int) -> Reply:
    """Everybody of whom nothing was said was there."""
    await desk.store.gatherings.tick(meeting, came=True)
    return (await _attendance(desk, meeting, page)).redrawn()


@command(where=Where.TEAM, keeps_choices=True)
async def draft_summary(desk: Desk, meeting: int) -> Reply:
    """A summary without names; what the team reads here is what the letter will say."""
    found = await the_meeting(desk, meeting)
    came = sum(one.came is True for one in await desk.store.gatherings.signed_up(meeting))
    brought = await desk.store.gatherings.brought(meeting)
    said = excerpts(brought, room=ITEM_MOST - HEADING_ROOM)
    lines = tuple(
        Phrase("meeting-summary-line", {"question": question, "answer": answer})
        for question, answer in said
    )
    summary = say(
        "meeting-summary",
        day=NearDay(found.day),
        came=came,
        count=len(brought),
        lines=Lines(lines),
        more=len(brought) - len(lines),
    )
    return summary.choose(
        option("choice-into-letter", print_summary, meeting=meeting),
        option("choice-other-words", write_summary, meeting=meeting),
    ).on("summary", meeting)


@command(where=Where.TEAM)
async def print_summary(desk: Desk, meeting: int) -> Reply:
    """The draft as it was read enters the next letter."""
    drafts = [one for one in await desk.store.said.about(f"summary:{meeting}") if one.markup]
    here = [one for one in drafts if one.chat == desk.chat.id]
    if not here:
        raise Refusal("refusal-choice-stale")
    pressed = next((one for one in here if one.message == desk.heard.message), here[-1])
    await _into_letter(desk, letter.clean(pressed.markup))
    return toast("meeting-in-letter")


@command(where=Where.TEAM)
async def write_summary(desk: Desk, meeting: int, text: str) -> Reply:
    """The team's own words enter the next letter."""
    await _into_letter(desk, text)
    return say("meeting-in-letter")


@write_summary.reads("text")
async def as_printed(desk: Desk, typed: str) -> str:
    """The words as a letter takes them."""
    return letter.clean(typed)


async def _attendance(desk: Desk, meeting: int, page: int = 0) -> Reply:
    found = await the_meeting(desk, meeting)
    return attendance_card(found, await desk.store.gatherings.signed_up(meeting), page=page)


async def _into_letter(desk: Desk, text: str) -> None:
    """Whoever may approve an item proposed this one, so it is approved."""
    items, by = desk.store.letter, desk.person.id
    number = await items.propose(text, Section.MEETING, by=by, now=desk.now)
    await items.decide(number, State.APPROVED)
    await desk.store.audit.note(State.APPROVED.value, f"item:{number}", by=by, now=desk.now)
