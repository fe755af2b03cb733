"""A funding call answered together, as it is shown and told."""

from __future__ import annotations

from collections.abc import Sequence

from chat.cards import choice
from chat.words import Choice, Reply, say
from domain.bids import Bid, BidState, Reminder
from domain.values import Items, Lines, NearDay, Phrase

NAMED = 12
"""Who is in, by name; more are counted."""


def bid_card(bid: Bid, *, people: Sequence[str], writer: str) -> Reply:
    """Who is in, who writes, by when, and what there is to read."""
    card = say(
        "bid-card",
        title=bid.title,
        deadline=NearDay(bid.deadline),
        count=len(people),
        names=Items(tuple(people[:NAMED])),
        more=max(0, len(people) - NAMED),
        writer=writer,
    )
    if bid.halfway is not None:
        card = card.then("bid-halfway", day=NearDay(bid.halfway))
    if bid.links:
        card = card.then("bid-links", lines=Lines(bid.links))
    if not bid.is_open:
        return card.then("bid-state", state=bid.state.value).on("bid", bid.id)
    return card.choose(*_ways(bid)).on("bid", bid.id)


def _ways(bid: Bid) -> list[Choice]:
    given = {"bid": bid.id}
    free = bid.writer is None
    pen = choice("choice-take-pen" if free else "choice-hand-pen", _PEN[free], **given)
    return [
        choice("choice-bid-join", "join_bid", **given),
        choice("choice-bid-leave", "leave_bid", **given),
        pen,
        choice("choice-bid-halfway", "set_halfway", **given),
        choice("choice-bid-link", "add_link", **given),
        *_ends(bid),
    ]


_PEN = {True: "take_pen", False: "hand_pen"}


def _ends(bid: Bid) -> list[Choice]:
    return [
        choice("choice-bid-submitted", "finish_bid", bid=bid.id, outcome=BidState.SUBMITTED.value),
        choice("choice-bid-abandoned", "finish_bid", bid=bid.id, outcome=BidState.ABANDONED.value),
    ]


def bid_line(bid: Bid) -> Phrase:
    """An open one on one line."""
    return Phrase("bid-line", {"title": bid.title, "deadline": NearDay(bid.deadline)})


def bid_reminder(bid: Bid, reminder: Reminder, *, writer: str, asks: bool) -> Reply:
    """What those who are in are told on the way; `asks` whoever may say what came of it."""
    told = say(
        "bid-reminder",
        reminder=reminder.value,
        title=bid.title,
        deadline=NearDay(bid.deadline),
        writer=writer,
    )
    if reminder is Reminder.OVER:
        return told.choose(*_ends(bid)) if asks else told
    return told.choose(choice("choice-see-bid", "show_bid", bid=bid.id))


def bid_outcome(bid: Bid, *, by: str) -> Reply:
    """What came of it, told to those who were in."""
    return say("bid-outcome", state=bid.state.value, title=bid.title, by=by)
