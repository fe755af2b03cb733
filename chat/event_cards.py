"""Cards of events: before their writer, before the team, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from chat.cards import choice
from chat.transport import File
from chat.words import Choice, Reply, say
from domain.due import ONE_DAY
from domain.event_days import Timing
from domain.event_drafts import EventDraft, draft_of, seen
from domain.events import Details, Event, State, Status
from domain.feeds import is_address
from domain.pictures import Picture
from domain.twins import more_of, second_stays
from domain.values import (
    DateOf,
    DayOf,
    HourOf,
    Items,
    Lines,
    Multiline,
    NearDay,
    Opening,
    Phrase,
    Quoted,
)

BATCH_SHOWN = 10
"""Events of a batch that its card lists; the rest is counted."""

DATES_SHOWN = 4
"""Dates of a series that are spelled out; the last one is told apart."""

NEAR = timedelta(days=180)
"""A series that lasts longer says of which year its last date is, and so does a day of another
year that lies further ahead.
"""

REASONS = ("known", "subject", "missing", "far")
"""Why an event is not taken, in the words that the team uses most."""


def event_whole(
    draft: EventDraft, *, status: Status = Status.SCHEDULED, today: date | None = None
) -> Phrase:
    """An event with all that was said of it, on few lines; days far from `today` have a year."""
    return Phrase("event-whole", {"lines": Lines(tuple(_lines(draft, status, today)))})


def _lines(draft: EventDraft, status: Status, today: date | None) -> Iterator[Phrase]:
    details = draft.details
    told = status.value if status is not Status.SCHEDULED else ""
    yield Phrase("event-line-title", {"title": draft.title, "link": draft.link, "status": told})
    when = event_when(draft.timings, today=today)
    several = _last_of_several(draft.timings[0]) is not None
    yield Phrase("event-line-when", {"when": Opening(when) if several else when})
    yield from _further(draft.place, details)


def _further(place: str, details: Details) -> Iterator[Phrase]:
    """What is told of an event below its title and its hours."""
    if place:
        yield Phrase("event-line-place", {"place": place, "district": details.district})
    if details.price or details.conditions:
        values = {"price": details.price, "conditions": details.conditions}
        yield Phrase("event-line-price", values)
    access = tuple(Phrase("access-name", {"code": str(one)}) for one in details.access)
    if access or details.families:
        yield Phrase("event-line-for", {"access": Items(access), "families": details.families})
    if details.volunteers:
        yield Phrase("event-line-volunteers", {"wanted": details.volunteers})
    if details.text:
        yield Phrase("event-line-text", {"text": Multiline(details.text)})
    if details.tags:
        yield Phrase("event-line-tags", {"tags": _tags(details.tags)})
    if details.credit:
        yield Phrase("event-line-credit", {"credit": Quoted(details.credit)})


def _tags(codes: Sequence[str]) -> Phrase:
    """Subjects with a point between them: many have an "and" of their own."""
    first, more = Phrase("subject-name", {"subject": codes[0]}), codes[1:]
    return Phrase("event-tags", {"first": first, "more": _tags(more) if more else ""})


def event_when(timings: Sequence[Timing], *, today: date | None = None) -> Phrase:
    """When an event is: one date with its hours, whole days, or the dates of a series; days of
    another year, far from `today`, say which.
    """
    first = timings[0]
    if len(timings) > 1:
        return _series_when(timings, today)
    ends = _last_of_several(first)
    if not first.all_day and ends is None:
        day, hour = _day_of(first.start, today), HourOf(first.start)
        values = {"day": day, "from": hour, "until": HourOf(first.end) if first.end else ""}
        if isinstance(day, DateOf):
            return Phrase("event-when-dated", values)
        return Phrase("event-when", {"start": first.start, **values})
    values = {"first": _day_of(first.start, today), "last": _day_of(ends, today) if ends else ""}
    return Phrase("event-when-days", values)


def _day_of(moment: datetime, today: date | None) -> DayOf | DateOf:
    """A day, with its year where it lies in another one and far ahead."""
    day = moment.date()
    far = today is not None and day.year != today.year and day - today > NEAR
    return DateOf(moment) if far else DayOf(moment)


def _series_when(timings: Sequence[Timing], today: date | None) -> Phrase:
    first, last = timings[0], timings[-1]
    days = Items(tuple(_day_of(one.start, today) for one in timings[:DATES_SHOWN]))
    far = last.start - first.start > NEAR
    until = DateOf(last.start) if far else _day_of(last.start, today)
    values = {"count": len(timings), "days": days, "last": until}
    more = len(timings) > DATES_SHOWN
    return Phrase("event-when-series", {**values, "hours": _hours(first), "more": more})


def _last_of_several(timing: Timing) -> datetime | None:
    """A moment of the last day of what takes several days."""
    if timing.end is None or timing.end - timing.start <= ONE_DAY:
        return None
    return timing.end - timedelta(minutes=1)


def _hours(timing: Timing) -> object:
    if timing.all_day:
        return ""
    until: object = HourOf(timing.end) if timing.end else ""
    return Phrase("event-hours", {"start": HourOf(timing.start), "until": until})


def with_picture(card: Reply, picture: Picture | None) -> Reply:
    """A card under the picture of its event."""
    if picture is None:
        return card
    return card.caption(File(picture.name, picture.media_type, picture.content))


def event_card(
    event: Event,
    *,
    proposer: str,
    picture: Picture | None = None,
    today: date | None = None,
) -> Reply:
    """A proposed event before the team."""
    source = event.source if is_address(event.source) else ""
    whole = event_whole(draft_of([event]), today=today)
    card = say("event-card", proposer=proposer, source=source, event=whole).choose(
        choice("choice-approve", "approve_event", event=event.id, seen=seen([event])),
        choice("choice-refuse", "refuse_event", event=event.id),
        choice("choice-edit", "edit_event", event=event.id),
    )
    return with_picture(card.on("event", event.id), picture)


def batch_card(
    batch: str,
    events: Sequence[Event],
    *,
    source: str,
    proposer: str,
    picture: Picture | None = None,
    decided: Sequence[Event] = (),
    today: date | None = None,
) -> Reply:
    """Proposed events that came together, before the team: all in one tap, or one by one. Those of
    them that were `decided` before are not told, and deciding one more does not make it stale.
    """
    if len(events) == 1:
        return event_card(events[0], proposer=proposer, picture=picture, today=today)
    more: tuple[Choice, ...] = ()
    if _is_series(events):
        whole = event_whole(draft_of(events), today=today)
        card = say("event-card", proposer=proposer, source="", event=whole)
        more = (choice("choice-edit", "edit_event", event=events[0].id),)
    else:
        card = _listed(events, source=source, proposer=proposer)
    card = card.choose(
        choice("choice-approve-all", "approve_batch", batch=batch, seen=seen([*events, *decided])),
        choice("choice-one-by-one", "see_batch", batch=batch),
        choice("choice-refuse-all", "refuse_batch", batch=batch),
        *more,
    )
    return with_picture(card.on("event", events[0].id), picture)


def _listed(events: Sequence[Event], *, source: str, proposer: str) -> Reply:
    shown = tuple(event_phrase(event) for event in events[:BATCH_SHOWN])
    card = say(
        "batch-card", count=len(events), source=source, proposer=proposer, events=Lines(shown)
    )
    more = len(events) - BATCH_SHOWN
    return card.then("batch-more", count=more) if more > 0 else card


def _is_series(events: Sequence[Event]) -> bool:
    alike = {(one.series, one.title, one.place, one.link) for one in events}
    return len(alike) == 1 and events[0].series is not None


def event_phrase(event: Event) -> Phrase:
    """An event on two lines, its day included."""
    return Phrase("event-full", {"when": _when(event), **event_values(event)})


def event_values(event: Event) -> dict[str, object]:
    """What the messages about an event are filled with."""
    return {
        "title": event.title,
        "place": event.place,
        "link": event.link,
        "status": event.status.value if event.status is not Status.SCHEDULED else "",
    }


def _when(event: Event) -> object:
    timing = Timing(event.start, event.end, event.all_day)
    if _last_of_several(timing) is not None:
        return event_when([timing])
    return DayOf(event.start) if event.all_day else event.start


def approved_card(
    events: Sequence[Event],
    *,
    by: str,
    told: bool,
    closed: Sequence[date],
    taken_out: Choice,
    added: Choice,
) -> Reply:
    """What is left of a card once its event is in the agenda: it can be taken out again. `told`:
    its proposer knows. An agenda that is `closed` without it can still be made to tell it.
    """
    first = event_phrase(events[0])
    card = say("event-was-approved", by=by, told=told, count=len(events), event=first)
    if closed:
        days = Items(tuple(NearDay(one) for one in closed))
        card = card.then("event-too-late", days=days, count=len(closed)).choose(added)
    return card.choose(taken_out).redrawn()


def refused_card(reply: Reply, event: int, *, told: bool) -> Reply:
    """What is left of a card once its event was refused: the usual reasons, one tap each, where
    somebody was `told` and may want to know.
    """
    if not told:
        return reply.redrawn()
    reasons = [_reason(one, event) for one in REASONS]
    other = choice("choice-reason-other", "refuse_in_words", event=event)
    return reply.then("event-say-why").choose(*reasons, other).redrawn()


def _reason(reason: str, event: int) -> Choice:
    given = {"event": event, "reason": reason}
    return choice(f"choice-reason-{reason}", "say_reason", **given)


def twin_card(twin: int, first: Event, second: Event) -> Reply:
    """Two announcements before the team: one event, or two; what the one that would go says more
    enters the agenda by a choice of its own.
    """
    kept, other, number = first, second, 2
    if second_stays(first.state, second.state):
        kept, other, number = second, first, 1
    given = {"twin": twin, "seen": seen([first, second])}
    more = tuple(_more(kept, other))
    card = say("event-twins", first=event_phrase(first), second=event_phrase(second))
    if more:
        card = card.then("event-twins-more", number=number, lines=Lines(more))
    card = card.choose(choice("choice-one-event", "one_event", **given))
    if more:
        card = card.choose(choice("choice-one-event-more", "one_event_with_more", **given))
    return card.choose(choice("choice-two-events", "two_events", twin=twin))


def _more(kept: Event, other: Event) -> Iterator[Phrase]:
    """What would be added to an event that another is: only where it says nothing itself."""
    if other.link and not kept.link:
        yield Phrase("event-line-link", {"link": other.link})
    if kept.start == other.start and other.end and not kept.end:
        yield event_when([Timing(other.start, other.end, other.all_day)])
    place = "" if kept.place else other.place
    details = more_of(kept.details, other.details)
    yield from _further(place or kept.place if details.district else place, details)


def joined_card(events: Sequence[Event]) -> Reply:
    """What somebody proposed that another had proposed too: what became of it, and no more to do
    with it.
    """
    first = events[0]
    whole = event_whole(draft_of(events), status=first.status)
    return say("proposal", state=first.state.value, event=whole).then("proposal-joined")


def became(events: Sequence[Event]) -> str:
    """What became of events that somebody proposed; of what is in the agenda, whether it is on."""
    state, statuses = events[0].state, {one.status for one in events}
    changed = state is State.APPROVED and len(statuses) == 1
    return min(statuses).value if changed and Status.SCHEDULED not in statuses else state.value


def proposal_card(events: Sequence[Event], *, today: date | None = None) -> Reply:
    """What somebody proposed, before them: what became of it, and what they may still do."""
    first = events[0]
    values = {"event": event_whole(draft_of(events), status=first.status, today=today)}
    card = say("proposal", state=became(events), **values)
    if first.state is State.PROPOSED:
        card = card.choose(choice("choice-correct", "correct_proposal", event=first.id))
    if first.state in (State.PROPOSED, State.APPROVED):
        card = card.choose(choice("choice-withdraw-event", "withdraw_proposal", event=first.id))
    return card
