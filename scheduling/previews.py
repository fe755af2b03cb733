"""The agenda before the team: on which day it is shown, what it says of proposals, and that it
waits when its hour has come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from chat.edition_cards import DUE, due_card
from domain.agenda import local_span
from domain.due import ONE_WEEK
from domain.editions import Due, Edition, EditionState, of_hour
from scheduling import Round
from scheduling.issues import Reader, readers_of


def usual_day(readers: Sequence[Reader]) -> tuple[int, str]:
    """The weekday on which most of the groups read, or most people where there is no group, and
    whether in the evening; the first of the week of as many.
    """
    groups = [one for one in readers if not one.chat.private]
    postings = [one.chat.posting for one in groups or readers]
    days = Counter((one.weekday, of_hour(one.at)) for one in postings)
    return min(days, key=lambda day: (-days[day], day), default=(0, ""))


async def proposals_of(round_: Round, edition: Edition) -> int:
    """How many events of an agenda's days are not decided yet."""
    zone = round_.fabrique.zone
    waiting = [event for one in await round_.store.event_waits.all() for event in one.events]
    spans = [local_span(one, zone) for one in waiting]
    return sum(begins <= edition.last and ends >= edition.day for begins, ends in spans)


async def remind(round_: Round) -> None:
    """Tell the team once, at the first hour of an agenda, that it waits for them."""
    found = await _waiting(round_)
    for edition in found:
        due = [one for one in await _open(round_, edition) if one.at <= round_.now < one.until]
        if due and not await round_.store.said.about(f"{DUE}:{edition.id}"):
            card = due_card(edition, max(one.until for one in due))
            for chat in await round_.store.chats.team():
                round_.post(chat.id, card, kind="nudge")


async def next_due(round_: Round) -> datetime | None:
    """When the next such hour comes."""
    moments = [
        one.at
        for edition in await _waiting(round_)
        for one in await _open(round_, edition)
        if one.at > round_.now
    ]
    return min(moments, default=None)


async def _waiting(round_: Round) -> Sequence[Edition]:
    """What may not leave before the team says so."""
    strict = round_.fabrique.policy.agenda_waits
    found = await round_.store.editions.undecided(round_.today - ONE_WEEK)
    return [one for one in found if strict or one.state is EditionState.HELD]


async def _open(round_: Round, edition: Edition) -> Sequence[Due]:
    """Issues of an edition that nobody got or missed yet."""
    dues = [(one.chat.id, due) for one in await readers_of(round_) for due in _of(one, edition)]
    opened = await round_.store.event_posts.opened({due.issue for _, due in dues})
    return [due for chat, due in dues if (chat, due.issue) not in opened]


def _of(reader: Reader, edition: Edition) -> Iterator[Due]:
    return (due for due in reader.dues if edition.is_of(due))
