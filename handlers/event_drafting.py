"""The card of an event that is being written: what was understood, and the ways to change it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chat.cards import choice
from chat.command import Value
from chat.event_cards import event_when, event_whole
from chat.words import Choice, Reply, Words, say
from domain.event_days import Occasions, Timing, on_day
from domain.event_drafts import EventDraft, Part, timings_from, timings_kept
from domain.event_fixes import bare
from domain.event_moves import UNREAD, meant_of
from handlers.event_changes import PART_LABELS

FIRST = (Part.WHEN, Part.PLACE, Part.PRICE)
"""What is changed most; the rest is one tap further."""

MORE = (
    Part.TITLE,
    Part.LINK,
    Part.TEXT,
    Part.CONDITIONS,
    Part.ACCESS,
    Part.VOLUNTEERS,
    Part.TAGS,
    Part.CREDIT,
)

ASKED_ANYWAY = ("", UNREAD, "refusal-moment-hour")
"""What is wrong with a day where the question that follows says it all."""

MIDNIGHT = "refusal-event-midnight"


def draft_card(known: EventDraft, *, pictured: bool, today: date) -> Reply:
    """What was understood."""
    card = say("event-draft", event=event_whole(known, today=today))
    if pictured and not known.details.credit:
        card = card.then("event-draft-picture")
    elif pictured:
        card = card.then("event-draft-pictured")
    if len(known.timings) > 1:
        card = card.then("event-draft-series", count=len(known.timings))
    return card


def part_choice(part: Part) -> Choice:
    """The way to change a part."""
    return Choice(PART_LABELS[part], "change_event_part", {"part": part.value})


def doubt_given(when: Occasions) -> dict[str, object]:
    """What is known of a day that is in doubt, as a waiting question keeps it."""
    offered = " ".join(f"{one:%Y-%m-%d}" for one in when.offered)
    given: dict[str, object] = {"doubt": "", "either": "", "offered": offered}
    if when.day is not None:
        given["day"] = datetime.combine(when.day, datetime.min.time()).isoformat()
    if when.doubt not in ASKED_ANYWAY:
        moment = when.about.isoformat() if when.about else None
        given["doubt"] = json.dumps([when.doubt, moment, when.weekday])
    if when.either:
        given["either"] = timings_kept(when.either)
    return given


def answer_offered(
    typed: str, now: datetime, *, doubt: str, either: str, offered: str
) -> Occasions | None:
    """Of the days that were offered the one that an answer names, at the hour it says or had."""
    days = [date.fromisoformat(one) for one in offered.split()]
    at = None if MIDNIGHT in doubt else meant_of(bare(typed), days)
    if at is None:
        return None
    said = on_day(days[at], bare(typed), now)
    known = [one for one in timings_from(either or "[]") if one.start.date() == days[at]]
    return Occasions("", tuple(known)) if known and said.doubt == "refusal-moment-hour" else said


def days_of_answer(when: Occasions) -> frozenset[date]:
    """The days that an answer names, with an hour or without."""
    if when.day is not None:
        return frozenset([when.day])
    return frozenset(one.start.date() for one in when.timings)


def doubt_told(kept: str) -> Reply:
    """The sentence that says what cannot be."""
    name, moment, weekday = json.loads(kept)
    about = datetime.fromisoformat(moment) if moment else None
    return say(name, **Occasions("", doubt=name, about=about, weekday=weekday).values)


def over_or_news(words: str, doubt: str) -> Reply:
    """What is over may be another day's event, or news of what was."""
    return (
        doubt_told(doubt)
        .then("propose-which")
        .choose(
            choice("choice-event", "take_event", text=words),
            choice("choice-news", "news_after_all", text=words),
            choice("choice-resource", "resource_after_all", text=words),
        )
    )


def either_values(kept: str, doubt: str) -> Sequence[Value]:
    """The dates that may have been meant, a tap each."""
    nights = MIDNIGHT in doubt
    return [
        Value(_night(one) if nights else _moment(one), timings_kept([one]))
        for one in (timings_from(kept) if kept else ())
    ]


def _moment(timing: Timing) -> Words:
    return Words("choice-value", {"value": event_when([timing])})


def _night(timing: Timing) -> Words:
    before = timing.start - timedelta(days=1)
    return Words("choice-night", {"first": before.day, "last": timing.start.day})
