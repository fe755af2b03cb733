"""Events on their way to the team: kept, shown, or taken at once where the team trusts a place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.event_cards import batch_card, event_phrase, event_whole, twin_card
from chat.words import Choice, Reply, Words, option, say
from domain.calendars import Calendar
from domain.errors import Refusal
from domain.event_drafts import draft_of
from domain.events import Event, FoundEvent, State
from handlers.desk import Desk, tell_team
from handlers.event_changes import batch_of
from handlers.event_prices import with_price_asked
from handlers.own_events import correct_proposal, show_proposal, withdraw_proposal


async def take_calendar(desk: Desk) -> Reply:
    """Propose the events of a calendar file; raises Refusal for any other."""
    file = desk.file
    if file is None or file.refusal is not None:
        raise file.refusal if file and file.refusal else Refusal("refusal-file-kind")
    if not isinstance(file.content, Calendar):
        raise Refusal("refusal-file-not-calendar")
    coming = [event for event in file.content.events if (event.end or event.start) >= desk.now]
    if not coming:
        raise Refusal("refusal-calendar-past")
    return await propose_found(desk, coming, source=file.name)


async def propose_found(
    desk: Desk, found: Sequence[FoundEvent], *, source: str, picture_token: str = ""
) -> Reply:
    """Bring events before the team; what a trusted place's own people say is approved at once."""
    batch, person = desk.token(), desk.person.id
    fresh = await desk.store.events.take_in(
        found, source=source, batch=batch, by=person, now=desk.now
    )
    if not fresh:
        return await _known(desk, found, source)
    if picture_token:
        await desk.store.pictures.keep(picture_token, fresh[0].id)
    venues = {one.venue for one in fresh}
    if len(venues) == 1 and await desk.store.venues.trusts(fresh[0].venue, person):
        return await _trusted(desk, batch, fresh)
    poster = await desk.store.pictures.of(fresh[0].id)
    by = desk.person.name
    card = batch_card(batch, fresh, source=source, proposer=by, picture=poster, today=desk.today)
    await tell_team(desk, card)
    await ask_about_twins(desk, fresh)
    return _thanks(fresh, desk.today)


async def _known(desk: Desk, found: Sequence[FoundEvent], source: str) -> Reply:
    """What is known already: whose it is, and whether the team has decided."""
    known = await desk.store.event_twins.stands_for(source, found[0].uid)
    event = await desk.store.events.event(known.id) if known is not None else None
    if event is None or (len(found) > 1 and found[0].series is None):
        return say("events-known", count=len(found))
    if await desk.store.events.owner(event.id) == desk.person.id:
        shown = option("choice-see-own", show_proposal, event=event.id)
        return say("event-known-own").choose(shown)
    told = await _told_of(desk, event)
    return await with_price_asked(desk, event, found[0].details, told)


async def _told_of(desk: Desk, event: Event) -> Reply:
    """Where an event stands that somebody else had proposed."""
    if event.state is State.APPROVED:
        return say("event-known-public", event=event_phrase(event))
    alike = [one for one in await batch_of(desk, event) if one.state is event.state]
    return say("event-known-waiting", event=event_whole(draft_of(alike), today=desk.today))


def _thanks(fresh: Sequence[Event], today: date) -> Reply:
    if len(fresh) == 1 or fresh[0].series is not None:
        told = say("event-proposed", event=event_whole(draft_of(fresh), today=today))
        told = told.choose(option("choice-correct", correct_proposal, event=fresh[0].id))
        return told.choose(option("choice-withdraw-event", withdraw_proposal, event=fresh[0].id))
    return say("events-proposed", count=len(fresh))


async def _trusted(desk: Desk, batch: str, fresh: Sequence[Event]) -> Reply:
    for one in fresh:
        await desk.store.events.decide(one.id, State.APPROVED, now=desk.now)
    told = say(
        "event-trusted",
        proposer=desk.person.name,
        event=event_phrase(fresh[0]),
        count=len(fresh),
    )
    await tell_team(
        desk, told.choose(Choice(Words("choice-retire"), "remove_batch", {"batch": batch}))
    )
    whole = event_whole(draft_of(fresh), today=desk.today)
    return say("event-approved-at-once", event=whole).choose(
        option("choice-withdraw-event", withdraw_proposal, event=fresh[0].id)
    )


async def ask_about_twins(desk: Desk, fresh: Sequence[Event]) -> None:
    """Bring each doubtful pair before the team."""
    for number, first, second in await desk.store.events.pairs_of([one.id for one in fresh]):
        await tell_team(desk, twin_card(number, first, second))
