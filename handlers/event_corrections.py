"""An event changes: its proposer says so, in a sentence or by a tap, and every post is corrected.

What somebody else announces is for the team to decide. The posts themselves are corrected by
whoever keeps time: here only the event becomes another.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chat.command import Line, Value, Where, command, labelled
from chat.edition_cards import change_phrase, change_told, doubt_card, report_taken
from chat.event_cards import event_phrase
from chat.words import Choice, Reply, Words, option, say, toast
from domain.correction_words import (
    Correction,
    Kind,
    announces,
    corrected,
    read_answer,
    read_correction,
)
from domain.errors import Refusal
from domain.event_meant import meant
from domain.event_words import looks_like_event
from domain.events import Event, State
from domain.overlays import Laid, differ
from handlers.desk import Desk, begin, of_team, tell_team
from handlers.event_changes import own_waiting
from handlers.event_claims import tell_claimants
from handlers.event_names import (
    SHOWN,
    asked_kind,
    by_name,
    event_values,
    kinds,
    labelled_events,
    line_of,
)
from handlers.event_proposals import propose_plainly
from handlers.event_waiting import change_undecided, own_undecided, pointed_at
from handlers.free_words import hear_words

AHEAD = timedelta(days=120)
"""How far ahead an event is looked for."""

SAID = (Kind.MOVED, Kind.POSTPONED, Kind.HOUR)
"""What needs a few words more."""


@command("evenement", "event", where=Where.PRIVATE)
async def change_event(desk: Desk, event: int, kind: str, named: str = "", said: str = "") -> Reply:
    """Change an event of one's own: `named` are words of it, `said` what becomes of it."""
    found = await own_event(desk, event)
    correction = (read_correction(said, desk.today) if said else None) or Correction(Kind(kind))
    if Kind(kind) in SAID and (not said or _lacks(correction)):
        return await begin(desk, "tell_change", {"event": event, "kind": kind})
    return await make(desk, found, corrected(found, correction, _here(desk)))


@change_event.reads_line
async def mine_in_one_line(desk: Desk, text: str) -> Line:
    """Which of one's own events, and what becomes of it."""
    return line_of(desk, text, await _own(desk))


@change_event.choices("event")
async def own_ones(desk: Desk, named: str = "") -> Sequence[Value]:
    """The events to come that one may change."""
    return labelled_events(desk, named, await _own(desk))


@change_event.reads("event")
async def mine_by_name(desk: Desk, typed: str) -> object:
    """Words of its title or its place."""
    return by_name(desk, typed, await _own(desk))


@change_event.asks("event")
async def which_of_mine(desk: Desk) -> Reply:
    """Which event; where there is none, how to propose one."""
    if not await _own(desk):
        raise Refusal("refusal-no-own-event")
    return say("change-event-ask-event")


@change_event.asks("kind")
async def what_of_mine(desk: Desk, event: int) -> Reply:
    """Which event it is, and what becomes of it."""
    return asked_kind(await own_event(desk, event))


@change_event.choices("kind")
async def what_becomes(desk: Desk) -> Sequence[Value]:
    """What can become of an event."""
    return kinds()


@command()
async def tell_change(desk: Desk, event: int, kind: str, said: str) -> Reply:
    """The new day, hour or place of an event."""
    found = await own_event(desk, event)
    correction = read_answer(Kind(kind), said, desk.today) if said else Correction(Kind(kind))
    return await make(desk, found, corrected(found, correction, _here(desk)))


@tell_change.reads("said")
async def in_a_sentence(desk: Desk, typed: str, event: int, kind: str) -> str:
    """Words in which what is new can be read."""
    found = await own_event(desk, event)
    corrected(found, read_answer(Kind(kind), typed, desk.today), _here(desk))
    return typed


@tell_change.choices("said")
async def not_known_yet(desk: Desk, kind: str) -> Sequence[Value]:
    """A new date is often found later."""
    return [labelled("choice-later-known", "")] if kind == Kind.POSTPONED else []


@tell_change.asks("said")
async def what_is_new(desk: Desk, kind: str) -> Reply:
    """How to say it."""
    return say("change-event-ask-said")


@command()
async def hear_change(desk: Desk, words: str) -> Reply:
    """Somebody announces that an event changes: theirs at once, another's through the team."""
    correction = read_correction(words, desk.today)
    if correction is None or desk.chat.team:
        return await hear_words.run(desk, {"words": words})
    sure, perhaps = await _meant(desk, correction)
    if sure is not None:
        return await announce(desk, sure.id, words, desk.today)
    if not perhaps:
        return await _of_no_event(desk, correction, words)
    asked = say("change-event-ask-meant")
    for one in perhaps[:SHOWN]:
        asked = asked.choose(_announcing(desk, one, words))
    return asked


async def _of_no_event(desk: Desk, correction: Correction, words: str) -> Reply:
    """What tells when an event takes place that nobody knows may announce it."""
    if correction.stated and looks_like_event(words):
        return await propose_plainly.run(desk, {"text": words})
    return await hear_words.run(desk, {"words": words})


async def _meant(desk: Desk, correction: Correction) -> tuple[Event | None, Sequence[Event]]:
    """The event that is meant, or those that may be: of what a message tells that is replied to;
    in private one's own that wait for the team too.
    """
    coming = [*await coming_events(desk)]
    if desk.chat.private:
        coming += await own_undecided(desk)
    if correction.stated:
        coming = [one for one in coming if not one.all_day]
    near = await pointed_at(desk)
    told = [one for one in coming if one.id in near]
    own = [one.id for one in await _mine(desk, told or coming)]
    if not correction.words and correction.day is None:
        mine = [one for one in told or coming if one.id in own]
        return (told[0], ()) if len(told) == 1 else (None, mine)
    found = meant(correction, told or coming, own, desk.fabrique.zone)
    if correction.stated:
        return found.event, [one for one in found.perhaps if one.id in own]
    return found.event, found.perhaps


@hear_change.reads_line
async def words_as_they_are(desk: Desk, text: str) -> Line:
    """The whole sentence."""
    return Line({"words": text})


@hear_change.hears
def says_it_changes(sentence: str) -> bool:
    """A plain sentence that an event is cancelled, full, moved or at another hour."""
    return announces(sentence)


@command()
async def announce_change(desk: Desk, event: int, words: str, said: str = "") -> Reply:
    """The event that was meant, of several."""
    return await announce(desk, event, words, _day(desk, said))


async def announce(desk: Desk, number: int, words: str, said: date) -> Reply:
    """Change an event of one's own; ask the team about another's. `said` is the day from which the
    sentence counts.
    """
    event = await _coming_event(desk, number)
    correction = _read(words, said)
    mine = bool(await _mine(desk, [event]))
    if mine and _lacks(correction):
        return await begin(desk, "tell_change", {"event": number, "kind": correction.kind.value})
    after = corrected(event, correction, _here(desk))
    if mine:
        return await make(desk, event, after)
    if not differ(event, after):
        return say("event-change-already")
    laid = Laid(event, after)
    given = {"event": number, "words": words, "person": desk.person.id, "said": f"{said}"}
    zone = desk.fabrique.zone
    await tell_team(desk, doubt_card(laid, words, given, by=desk.person.name, zone=zone))
    return report_taken(laid, private=desk.chat.private, zone=zone)


@command(where=Where.TEAM)
async def confirm_change(
    desk: Desk, event: int, words: str, person: int, claim: int, said: str = ""
) -> Reply:
    """What somebody announced is true: everybody is told."""
    found = await _coming_event(desk, event)
    after = as_claimed(desk, found, words, said)
    if not differ(found, after):
        return say("event-change-already")
    change = change_phrase(Laid(found, after), desk.fabrique.zone)
    thanks = say("event-change-thanks", change=change)
    await tell_claimants(desk, event, claim, person, thanks)
    return await make(desk, found, after)


@command(where=Where.TEAM)
async def refuse_change(desk: Desk, event: int, person: int, claim: int) -> Reply:
    """What somebody announced is not so: whoever did is told."""
    found = await desk.store.events.event(event)
    if found is None:
        raise Refusal("refusal-choice-stale")
    as_announced = say("event-change-not-so", event=event_phrase(found))
    await tell_claimants(desk, event, claim, person, as_announced)
    on = f"event:{event}"
    await desk.store.audit.note("refuse-change", on, by=desk.person.id, now=desk.now)
    return toast("event-change-refused")


@command(where=Where.TEAM)
async def undo_change(desk: Desk, change: int) -> Reply:
    """The event becomes again what it was; whoever had changed or proposed it is told, unless an
    address had, of which they were not told.
    """
    event, by = await desk.store.event_changes.undo(change, now=desk.now)
    before = await desk.store.events.event(event.id) or event
    await desk.store.audit.note("undo-change", f"event:{event.id}", by=desk.person.id, now=desk.now)
    proposer = await desk.store.events.proposer(event.id)
    told = {by, proposer or by} if by is not None else set()
    for person in sorted(told - {desk.person.id}):
        desk.tell(person, say("event-change-undone-told", event=event_phrase(before)))
    return say("event-change-undone")


async def make(desk: Desk, before: Event, after: Event) -> Reply:
    """Let an event be another; whoever else it concerns is told, and may take it back."""
    if before.state is State.PROPOSED:
        return await change_undecided(desk, before, after)
    if not differ(before, after):
        return say("event-change-already")
    number = await desk.store.event_changes.make(before, after, by=desk.person.id, now=desk.now)
    laid, zone = Laid(before, after), desk.fabrique.zone
    change = change_phrase(laid, zone)
    done = say("event-change-done", change=change, reach=await _reach(desk, laid))
    if not of_team(desk):
        await tell_team(desk, change_told(laid, number, by=desk.person.name, zone=zone))
        return done
    await desk.store.audit.note(
        "change-event", f"event:{before.id}", by=desk.person.id, now=desk.now
    )
    proposer = await desk.store.events.owner(before.id)
    if proposer is not None and proposer != desk.person.id:
        desk.tell(proposer, say("event-changed-you", change=change))
    return done.choose(option("choice-undo-change", undo_change, change=number))


async def _reach(desk: Desk, laid: Laid) -> str:
    """Who hears of a change: nobody whom no post told of it, readers of the posts, or all aloud."""
    if not await desk.store.event_posts.told([laid.now.id]):
        return "nowhere"
    return "aloud" if laid.is_urgent(desk.now) else "quiet"


async def coming_events(desk: Desk) -> Sequence[Event]:
    """What is in the agenda and not over yet."""
    events = await desk.store.events.between(desk.now, desk.now + AHEAD)
    return [one for one in events if one.state is State.APPROVED]


async def own_event(desk: Desk, number: int) -> Event:
    """An event that one may change here: in the team's chat any, elsewhere one's own."""
    event = await _coming_event(desk, number)
    if not of_team(desk) and not await _mine(desk, [event]):
        raise Refusal("refusal-choice-not-yours")
    return event


async def _coming_event(desk: Desk, number: int) -> Event:
    event = await desk.store.events.event(number)
    if event is None or event.state not in (State.APPROVED, State.PROPOSED):
        raise Refusal("refusal-choice-stale")
    if event.state is State.PROPOSED:
        return await own_waiting(desk, number)
    return event


async def _own(desk: Desk) -> Sequence[Event]:
    return await _mine(desk, await coming_events(desk))


async def _mine(desk: Desk, events: Sequence[Event]) -> Sequence[Event]:
    """Those that one proposed, and those at a trusted place for which the team named one."""
    if not events:
        return []
    since = min(one.end or one.start for one in events)
    proposed = await desk.store.events.of_person(desk.person.id, since=since)
    own = {one.id for one in proposed}
    venues = await desk.store.venues.spoken_by(desk.person.id)
    return [one for one in events if one.id in own or one.venue in venues]


def _announcing(desk: Desk, event: Event, words: str) -> Choice:
    label = Words("choice-event-line", event_values(desk, event))
    given = {"event": event.id, "words": words, "said": f"{desk.today}"}
    return Choice(label, announce_change.name, given)


def _read(words: str, said: date) -> Correction:
    correction = read_correction(words, said)
    if correction is None:
        raise Refusal("refusal-choice-stale")
    return correction


def as_claimed(desk: Desk, event: Event, words: str, said: str) -> Event:
    """An event as somebody's words, of the day `said`, would have it."""
    return corrected(event, _read(words, _day(desk, said)), _here(desk))


def _lacks(correction: Correction) -> bool:
    """Whether what is new is still to be said."""
    if correction.kind is Kind.MOVED:
        return not correction.place
    return correction.kind is Kind.HOUR and not (correction.to or correction.hour)


def _day(desk: Desk, said: str) -> date:
    """The day on which something was said: "tomorrow" counts from there."""
    return date.fromisoformat(said) if said else desk.today


def _here(desk: Desk) -> datetime:
    return desk.now.astimezone(desk.fabrique.zone)


COMMANDS = (
    change_event,
    tell_change,
    hear_change,
    announce_change,
    confirm_change,
    refuse_change,
    undo_change,
)
