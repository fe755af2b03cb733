"""The agenda as it is posted: what changed, then two lines an event under each day, then what goes
on, what is asked for, and a last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import reduce
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.settings_cards import zone_name
from chat.words import Choice, Reply, Words, say
from domain.agenda import days_of, local_span
from domain.agenda_conditions import short_conditions
from domain.events import Cost, Details, Event, Status
from domain.people import fold
from domain.places import Level
from domain.postings import Posting
from domain.values import Clock, Lines, Multiline, NearDay, Opening, Phrase
from domain.week import Change, Changed, Ground, Week, changed, for_reader, lasts

DAY_MOST = 30
"""Events of two lines in one paragraph: more than these are longer than a message of Telegram."""

_OFF = {Changed.CANCELLED, Changed.POSTPONED}
"""What is said once, before all days, of what readers expected."""

_EUROS = re.compile(r"(\d{1,4}) ?(?:€|euros?)", re.I)
_COSTS = {
    Cost.FREE: {"gratuit", "gratuite", "entree gratuite", "entree libre", "acces libre", "free"}
    | {"free entry", "free admission", "c'est gratuit"},
    Cost.OPEN: {"prix libre", "a prix libre", "participation libre", "tarif libre"}
    | {"contribution libre", "pay what you can", "pay what you want"},
    Cost.PAID: {"payant", "paid"},
}
_UNIT = re.compile(r"(?<=\d) ?€")


def digest(
    week: Week,
    zone: ZoneInfo,
    *,
    reader: Posting | None = None,
    ground: Ground | None = None,
    read_in: ZoneInfo | None = None,
) -> Reply | None:
    """The agenda of a week, as `reader` wants it where `ground` tells where things are; None when
    nothing is left to tell. Hours are those of `zone`, where things happen; whoever reads it where
    clocks show another hour is told so once.
    """
    if reader is not None and ground is not None:
        week = for_reader(week, reader, ground)
    if week.is_empty:
        return None
    going_on = [one for one in week.events if lasts(one, zone, since=week.first)]
    told = [one.now.id for one in week.changes if set(changed(one, zone)) & _OFF]
    dated = [one for one in week.events if one not in going_on and one.id not in told]
    clock = zone_name(zone.key) if read_in and _differ(zone, read_in, week) else None
    title = say("digest-title", span=Opening(span_of(week.first, week.last)), clock=clock)
    reply = _with_changes(title, week, zone)
    for day, listed in days_of(dated, week.first, week.last, zone):
        reply = _with_day(reply, day, listed, zone, ground)
    reply = _with_lasting(reply, going_on, week, zone, ground)
    if reply == title:
        return None  # a title above nothing: closed all week, or changed in nothing that is told
    reply = _with_volunteers(reply, week, zone)
    reply = with_campaign(reply, week)
    reply = replace(reply, last=Words("digest-last"), goes_on=Words("digest-goes-on"))
    return reply.choose(*_ways())


def with_campaign(reply: Reply, week: Week) -> Reply:
    """The campaign of a week, below what else is told."""
    if week.campaign is None:
        return reply
    return reply.then("digest-campaign", text=Multiline(week.campaign.text))


def _differ(zone: ZoneInfo, other: ZoneInfo, week: Week) -> bool:
    """Whether two clocks show different hours on some day of a week."""
    noons = [datetime.combine(day, time(12), zone) for day in (week.first, week.last)]
    return any(one.utcoffset() != one.astimezone(other).utcoffset() for one in noons)


def _ways() -> tuple[Choice, ...]:
    """What anybody may do under an agenda."""
    return (
        choice("choice-propose-event", "propose_from_agenda"),
        choice("choice-my-calendar", "calendar_from_agenda"),
        choice("choice-see-all", "see_all"),
    )


def span_of(first: date, last: date) -> Phrase | NearDay:
    """Days from one to another, the month once where it is one."""
    if first == last:
        return NearDay(first)
    alone = (first.year, first.month) == (last.year, last.month)
    begins = day_alone(first) if alone else NearDay(first)
    return Phrase("span-of-days", {"first": begins, "last": NearDay(last)})


def day_alone(day: date) -> Phrase:
    """A day that needs no month."""
    weekday = Phrase("weekday", {"number": day.weekday()})
    return Phrase("day-alone", {"weekday": weekday, "day": day.day})


def event_lines(event: Event, zone: ZoneInfo, ground: Ground | None = None) -> Phrase:
    """An event under its day: the hour and the title, then until when, where, for how much, for
    whom, and on which conditions.
    """
    at = None if event.all_day else Clock(event.start.astimezone(zone).time())
    first: dict[str, object] = {"at": at, "title": title_of(event)}
    facts = [*_until_hour(event, zone), *_facts(event, ground, _until(event, zone))]
    if not facts:
        return Phrase("digest-event-alone", first)
    return Phrase("digest-event", {**first, "facts": Opening(reduce(_beside, facts))})


def title_of(event: Event) -> Phrase:
    """A title that leads to its page, with what everybody has to know of it in words."""
    given = {"title": event.title, "link": event.link, "status": event.status.value}
    return Phrase("digest-event-title", given)


def _day(day: date, week: Week) -> Phrase | NearDay:
    """A day of this week by its number alone: the month stands above."""
    return day_alone(day) if week.first <= day <= week.last else NearDay(day)


def _with_changes(reply: Reply, week: Week, zone: ZoneInfo) -> Reply:
    """What readers were told otherwise, before all else."""
    told = ((one, what) for one in week.changes for what in changed(one, zone))
    lines = [_change_line(one, what, week, zone) for one, what in told]
    return reply.then("digest-changes", lines=Lines(tuple(lines))) if lines else reply


def _change_line(change: Change, what: Changed, week: Week, zone: ZoneInfo) -> Phrase:
    before, now = (one.start.astimezone(zone) for one in (change.before, change.now))
    day = before if what in _OFF else now
    values: dict[str, object] = {"title": change.now.title, "day": _day(day.date(), week)}
    if what is Changed.DAY:
        at = None if change.now.all_day else Clock(now.time())
        values |= {"at": at, "before": _day(before.date(), week)}
    elif what is Changed.HOUR:
        values |= {"at": Clock(now.time()), "before": Clock(before.time())}
    elif what is Changed.PLACE:
        values |= {"at": change.now.place, "before": change.before.place}
    return Phrase(f"digest-change-{what.value}", values)


def _with_day(
    reply: Reply, day: date, listed: Sequence[Event], zone: ZoneInfo, ground: Ground | None
) -> Reply:
    """One paragraph, or as few as are no longer than a message, of about one length."""
    parts = -(-len(listed) // DAY_MOST)
    size = -(-len(listed) // parts)
    for start in range(0, len(listed), size):
        each = (event_lines(one, zone, ground) for one in listed[start : start + size])
        message = "digest-day-more" if start else "digest-day"
        reply = reply.then(message, day=Opening(NearDay(day)), lines=Lines(tuple(each)))
    return reply


def _with_lasting(
    reply: Reply, events: Sequence[Event], week: Week, zone: ZoneInfo, ground: Ground | None
) -> Reply:
    """What goes on, by the day on which it ends."""
    told = sorted(events, key=lambda one: (local_span(one, zone)[1], fold(one.title)))
    lines = tuple(_lasting_lines(one, week, zone, ground) for one in told)
    for start in range(0, len(lines), DAY_MOST):
        reply = reply.then("digest-lasting", lines=Lines(lines[start : start + DAY_MOST]))
    return reply


def _lasting_lines(event: Event, week: Week, zone: ZoneInfo, ground: Ground | None) -> Phrase:
    first, last = local_span(event, zone)
    if first > week.first:
        days: Phrase = Phrase("digest-between", {"span": span_of(first, last)})
    else:
        days = Phrase("digest-until", {"day": NearDay(last)})
    facts = Opening(reduce(_beside, _facts(event, ground, days)))
    return Phrase("digest-lasting-event", {"title": title_of(event), "facts": facts})


def _with_volunteers(reply: Reply, week: Week, zone: ZoneInfo) -> Reply:
    """The help that events ask for, those that are off set aside."""
    off = (Status.CANCELLED, Status.POSTPONED)
    asking = [one for one in week.events if one.details.volunteers and one.status not in off]
    if not asking:
        return reply
    lines = tuple(
        Phrase(
            "digest-volunteers-line",
            {
                "title": title_of(one),
                "day": _day(local_span(one, zone)[0], week),
                "what": one.details.volunteers,
            },
        )
        for one in asking
    )
    return reply.then("digest-volunteers", lines=Lines(lines))


def _until(event: Event, zone: ZoneInfo) -> Phrase | None:
    """The last day of what takes two."""
    first, last = local_span(event, zone)
    return Phrase("digest-until", {"day": NearDay(last)}) if first < last else None


def _until_hour(event: Event, zone: ZoneInfo) -> Iterator[Phrase]:
    """The hour at which what takes some hours ends; of what is off, none."""
    off = event.status in (Status.CANCELLED, Status.POSTPONED)
    if event.end is None or event.all_day or event.end <= event.start or off:
        return
    if local_span(event, zone)[0] == local_span(event, zone)[1]:
        at = event.end.astimezone(zone).time()
        yield Phrase("digest-until-hour", {"at": Clock(at) if at != time.min else None})


def _facts(event: Event, ground: Ground | None, days: Phrase | None) -> list[Phrase]:
    """Where it is, on which days if on several, what it costs, who can come without help, and the
    conditions that are short, as far as it was said.
    """
    details, venue = event.details, ground.venue(event) if ground else None
    facts = []
    if event.place:
        given = {"place": event.place, "district": _district(event, ground)}
        facts.append(Phrase("digest-place", given))
    facts += [days] if days else []
    facts += _price(details)
    if details.families:
        facts.append(Phrase("digest-families"))
    access = details.access or (venue.access if venue else ())
    facts += (Phrase("access-name", {"code": one.value}) for one in access)
    said = short_conditions(details)
    return [*facts, *(Phrase("digest-condition", {"words": words}) for words in said)]


def _district(event: Event, ground: Ground | None) -> str:
    """The district, else the commune, unless the place names it already."""
    venue = ground.venue(event) if ground else None
    commune = event.details.commune or (venue.commune if venue and venue.commune else "")
    known = ground.places.at(Level.COMMUNE, commune) if ground else None
    name = known.name if known else "" if commune.isalnum() and commune[:1].isdigit() else commune
    for said in (event.details.district, venue.district if venue else "", name):
        if said:
            return "" if fold(said) in fold(event.place) else said
    return ""


def _price(details: Details) -> Iterator[Phrase]:
    if amount := _EUROS.fullmatch(details.price.strip()):
        yield Phrase("digest-euros", {"amount": int(amount[1])})
    elif details.price and not _is_only_cost(details):
        yield Phrase("digest-price", {"price": _UNIT.sub("\u202f€", details.price)})
    elif details.cost is not None:
        yield Phrase("cost-name", {"cost": details.cost.value})


def _is_only_cost(details: Details) -> bool:
    """Whether a price says no more than its kind, which every reader reads in their language."""
    return details.cost is not None and fold(details.price).strip(" .!") in _COSTS[details.cost]


def _beside(first: Phrase, then: Phrase) -> Phrase:
    return Phrase("digest-beside", {"first": first, "then": then})
