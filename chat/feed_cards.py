"""How addresses that are read, and what they tell, are shown to the team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chat.cards import age, choice
from chat.edition_cards import change_phrase
from chat.event_cards import event_phrase
from chat.words import Choice, Reply, Words, say
from domain.events import Event
from domain.feeds import SHRUNK, Feed
from domain.news import KeptEntry
from domain.overlays import Made
from domain.values import DayOf, Lines, Multiline, Phrase, Quoted

LISTED = 12
"""Addresses that one `/flux` lists; no fabrique reads many more."""

LABEL_MOST = 30

SPELLED = 5
"""Changes and arrivals of one reading that one message spells out."""


def listed(feeds: Sequence[Feed], names: Mapping[int, str], now: datetime) -> Reply:
    """All addresses, each with a choice that shows it alone."""
    shown = feeds[:LISTED]
    lines = Lines(tuple(_line(feed, names[feed.id], now) for feed in shown))
    more = len(feeds) - len(shown)
    choices = (_named(names[feed.id], feed) for feed in shown)
    return say("feeds-list", count=len(feeds), lines=lines, more=more).choose(*choices)


def _named(name: str, feed: Feed) -> Choice:
    """Of a long address the end, which tells two of one site apart."""
    short = name if len(name) <= LABEL_MOST else f"…{name[1 - LABEL_MOST :]}"
    return Choice(Words("choice-named", {"name": short}), "see_feed", {"feed": feed.id})


def feed_card(feed: Feed, *, name: str, now: datetime) -> Reply:
    """An address, how its last readings went, and what may be done about it."""
    reply = say("feed-card", line=_line(feed, name, now), address=feed.address)
    if feed.trouble is not None:
        reply = reply.then(feed.trouble.id, **feed.trouble.values)
    return with_choices(reply, feed)


def with_choices(reply: Reply, feed: Feed) -> Reply:
    """What the team may do about an address."""
    if feed.left_at is not None:
        return reply.choose(choice("choice-read-once-more", "read_feed_again", feed=feed.id))
    if feed.trouble is not None and feed.trouble.id == SHRUNK:
        reply = reply.choose(choice("choice-fewer-right", "accept_fewer", feed=feed.id))
    return reply.choose(
        choice("choice-read-now", "read_feed_again", feed=feed.id),
        choice("choice-feed-place", "name_feed_place", feed=feed.id),
        choice("choice-stop-reading", "stop_feed", feed=feed.id),
    )


def _line(feed: Feed, name: str, now: datetime) -> Phrase:
    read = feed.answered_at
    state = "left" if feed.left_at else "never" if read is None else "read"
    return Phrase(
        "feed-line",
        {
            "name": name,
            "kind": feed.kind.value,
            "state": state,
            "age": age(read or now, now),
            "count": feed.listed,
            "ill": "yes" if feed.trouble is not None else "no",
        },
    )


def unwell(feed: Feed, trouble: Phrase) -> Reply:
    """What is wrong with an address, and that nothing was changed."""
    if feed.left_at is not None:
        return say("feed-gone", address=feed.address)
    heading = "feed-doubted" if trouble.id == SHRUNK else "feed-failed"
    return say(heading, address=feed.address).then(trouble.id, **trouble.values)


def well_again(name: str) -> Reply:
    """The trouble of an address is over."""
    return say("feed-well", name=name)


def taken_by_itself(events: Sequence[Event], *, batch: str, name: str) -> Reply:
    """What a trusted place announced is in the agenda, and can be taken out again."""
    shown = Lines(tuple(event_phrase(one) for one in events[:SPELLED]))
    told = say("feed-trusted", name=name, count=len(events), lines=shown)
    if len(events) > SPELLED:
        told = told.then("feed-more", count=len(events) - SPELLED)
    label = "choice-take-out" if len(events) == 1 else "choice-retire-all"
    return told.choose(choice(label, "remove_batch", batch=batch))


def changes_told(made: Sequence[Made], *, feed: int, name: str) -> Reply:
    """What a calendar made of approved events, in one message: each change can be taken back; those
    that are not spelled out are one tap away.
    """
    shown, rest = made[:SPELLED], made[SPELLED:]
    lines = Lines(tuple(_change(one) for one in shown))
    reply = say("feed-changed", name=name, count=len(made), lines=lines)
    if len(made) == 1 and not made[0].undone:
        return reply.choose(choice("choice-undo-change", "undo_change", change=made[0].id))
    among = numbered(made)
    backs = (_as_before(one, feed, among) for one in shown if not one.undone)
    reply = reply.choose(*backs)
    if rest:
        given = {"feed": feed, "among": numbered(rest)}
        reply = reply.then("feed-more", count=len(rest)).choose(
            choice("choice-more-changes", "see_feed_changes", **given)
        )
    return reply


def numbered(made: Sequence[Made]) -> str:
    """The numbers of changes, as a choice keeps them."""
    return " ".join(str(one.id) for one in made)


def _change(made: Made) -> Phrase:
    change = change_phrase(made.laid)
    return Phrase("feed-change-undone", {"change": change}) if made.undone else change


def _as_before(made: Made, feed: int, among: str) -> Choice:
    before = made.laid.before
    label = Words("choice-as-before", {"title": _short(before.title), "day": DayOf(before.start)})
    given = {"feed": feed, "change": made.id, "among": among}
    return Choice(label, "undo_feed_change", given)


def _short(title: str) -> str:
    return title if len(title) <= LABEL_MOST else f"{title[: LABEL_MOST - 1].rstrip()}…"


def more_revised(count: int, *, name: str) -> Reply:
    """More approved events have other words at their source than are shown at once."""
    return say("event-revisions-more", count=count, name=name)


def missing(event: Event, *, name: str) -> Reply:
    """An approved event that its calendar does not list any more."""
    return say("feed-missing", name=name, event=event_phrase(event)).choose(
        choice("choice-takes-place", "takes_place", event=event.id),
        choice("choice-kind-cancelled", "call_off_missing", event=event.id),
    )


def entry_card(entry: KeptEntry, *, name: str) -> Reply:
    """An entry of a site's news: only people can say what it is."""
    return (
        say(
            "news-card",
            name=name,
            title=Quoted(entry.title),
            text=Multiline(entry.text),
            link=entry.link,
        )
        .choose(
            choice("choice-is-event", "news_tells_event", entry=entry.id),
            choice("choice-for-letter", "news_for_letter", entry=entry.id),
            choice("choice-ignore", "ignore_news", entry=entry.id),
        )
        .on("news", entry.id)
    )
