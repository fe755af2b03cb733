"""The agenda before the team: an edition that waits to leave, and events to come that change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from chat.command import Line, Value, Where, command
from chat.edition_cards import DUE, decided_card, previewed, undecided_card
from chat.words import Reply, say, toast
from domain.correction_words import Kind
from domain.due import ONE_WEEK
from domain.editions import Edition, EditionState
from domain.errors import Refusal
from domain.values import NearDay
from handlers.agenda_week import ground_of
from handlers.desk import Desk
from handlers.edition_hours import open_dues
from handlers.event_corrections import change_event, coming_events, own_event
from handlers.event_names import asked_kind, by_name, kinds, labelled_events, line_of

AGAIN = timedelta(hours=12)
"""How long an agenda that is sent again may take to arrive."""


@command("evenements", "events", where=Where.TEAM)
async def events_desk(desk: Desk, event: int, kind: str, named: str = "", said: str = "") -> Reply:
    """Change an event to come; `named` are words of it, `said` what becomes of it."""
    given = {"event": event, "kind": Kind(kind).value, "said": said}
    return await change_event.run(desk, given)


@events_desk.reads_line
async def in_one_line(desk: Desk, text: str) -> Line:
    """Which event, and what becomes of it."""
    return line_of(desk, text, await coming_events(desk))


@events_desk.choices("event")
async def those_to_come(desk: Desk, named: str = "") -> Sequence[Value]:
    """The next ones, or those that words name."""
    return labelled_events(desk, named, await coming_events(desk))


@events_desk.asks("event")
async def which_one(desk: Desk) -> Reply:
    """Which event."""
    if not await coming_events(desk):
        raise Refusal("refusal-no-event-to-come")
    return say("events-desk-ask-event")


@events_desk.reads("event")
async def one_by_name(desk: Desk, typed: str) -> object:
    """A word of its title or place, where it is not among those offered."""
    return by_name(desk, typed, await coming_events(desk))


@events_desk.asks("kind")
async def what_of_it(desk: Desk, event: int) -> Reply:
    """Which event it is, and what becomes of it."""
    return asked_kind(await own_event(desk, event))


@events_desk.choices("kind")
async def what_can_become(desk: Desk) -> Sequence[Value]:
    """What can become of it."""
    return kinds()


@command(where=Where.TEAM, keeps_choices=True)
async def approve_edition(desk: Desk, edition: int) -> Reply:
    """The agenda leaves at its hour, as it was shown; at once where the hour is past."""
    found = await _waiting(desk, edition)
    dues = await open_dues(desk, found)
    if not dues:
        raise Refusal("refusal-edition-late")
    await _decide(desk, found, EditionState.FROZEN)
    past = any(one.at <= desk.now for one in dues)
    return toast("edition-approved-now" if past else "edition-approved")


@command(where=Where.TEAM, keeps_choices=True)
async def hold_edition(desk: Desk, edition: int) -> Reply:
    """Nothing leaves until the team says so."""
    found = await _waiting(desk, edition)
    if found.state is EditionState.HELD:
        raise Refusal("refusal-already-decided")
    await _decide(desk, found, EditionState.HELD)
    return toast("edition-held")


@command(where=Where.TEAM)
async def send_edition_again(desk: Desk, edition: int) -> Reply:
    """Whoever did not get an agenda has it, while its week lasts."""
    found = await desk.store.editions.edition(edition)
    if found is None:
        raise Refusal("refusal-choice-stale")
    if found.last < desk.today:
        raise Refusal("refusal-edition-over")
    count = await desk.store.event_posts.try_again(edition)
    if not count:
        raise Refusal("refusal-already-decided")
    state, until = EditionState.FROZEN, desk.now + AGAIN
    await desk.store.editions.keep(replace(found, state=state, again_until=until))
    await _note(desk, "send-again", found)
    return toast("edition-sent-again", count=count)


async def cards_of_editions(desk: Desk) -> list[Reply]:
    """Agendas that cannot leave before the team says so, and still could."""
    strict, cards = desk.fabrique.policy.agenda_waits, []
    for edition in await desk.store.editions.undecided(desk.today - ONE_WEEK):
        held = edition.state is EditionState.HELD
        if (strict or held) and await open_dues(desk, edition):
            cards.append(undecided_card(edition, await _told(desk, edition)))
    return cards


async def _told(desk: Desk, edition: Edition) -> Reply:
    return previewed(edition, desk.fabrique.zone, await ground_of(desk))


async def _waiting(desk: Desk, number: int) -> Edition:
    found = await desk.store.editions.edition(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    if found.state is EditionState.FROZEN:
        raise Refusal("refusal-edition-left")
    return found


async def _decide(desk: Desk, edition: Edition, state: EditionState) -> None:
    await desk.store.editions.decide(edition.id, state, by=desk.person.id, at=desk.now)
    await _redraw(desk, replace(edition, state=state))
    await _note(desk, "approve-agenda" if state is EditionState.FROZEN else "hold-agenda", edition)


async def _note(desk: Desk, act: str, edition: Edition) -> None:
    await desk.store.audit.note(act, f"edition:{edition.id}", by=desk.person.id, now=desk.now)


async def _redraw(desk: Desk, edition: Edition) -> None:
    """Show on each preview what was decided, and what is still to be."""
    card = decided_card(edition, await _told(desk, edition))
    await _close_reminders(desk, edition)
    team = {one.id for one in await desk.store.chats.team()}
    for pages in await desk.store.said.copies(f"edition:{edition.id}"):
        if pages[0].chat in team:
            desk.rewrite(pages[0].chat, [page.id for page in pages], card)


async def _close_reminders(desk: Desk, edition: Edition) -> None:
    """What was let go is not asked for any more."""
    if edition.state is EditionState.FROZEN:
        for row in await desk.store.said.about(f"{DUE}:{edition.id}"):
            desk.rewrite(row.chat, [row.id], say("edition-let-go", day=NearDay(edition.day)))


COMMANDS = (events_desk, approve_edition, hold_edition, send_edition_again)
