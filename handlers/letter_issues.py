"""The team and an issue of the letter: what stands above it, and when it leaves."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Where, command
from chat.letter_cards import preview
from chat.words import Reply, option, say, toast
from domain import letter
from domain.errors import Refusal
from domain.events import State
from domain.letter import (
    EDITORIAL_MOST,
    TITLE_MOST,
    Edition,
    Issue,
    Leaving,
    one_line,
    parts_of,
    still_ahead,
)
from handlers.desk import Desk
from handlers.letter_items import suggestions
from handlers.letter_leaving import day_of_edition, due_of_edition
from storage.letter_editions import STILL


async def show_preview(desk: Desk) -> Reply:
    """What the next letter holds so far, and what may be done to it."""
    edition = await desk.store.letter_editions.current(desk.fabrique, desk.now)
    day = day_of_edition(desk, edition)
    items = await desk.store.letter.in_state(State.APPROVED)
    waiting = await desk.store.letter.in_state(State.PROPOSED)
    ideas = [one async for one in suggestions(desk, day)]
    return preview(
        edition,
        edition.with_items(still_ahead(items, day)),
        due=due_of_edition(desk, edition),
        over=[one for one in items if one.is_over(day)],
        waiting=len(waiting),
        ideas=len(ideas),
    )


@command(where=Where.TEAM)
async def release_letter(desk: Desk, issue: str) -> Reply:
    """The letter is as it should be: it freezes, and leaves at its hour."""
    edition = await _edition(desk, issue)
    if edition.state is Leaving.READY:
        raise Refusal("refusal-already-decided")
    approved = await desk.store.letter.in_state(State.APPROVED)
    items = still_ahead(approved, day_of_edition(desk, edition))
    if not items:
        raise Refusal("refusal-letter-empty")
    frozen = Issue(issue, parts_of(items), edition.title, edition.editorial)
    await desk.store.letter.freeze(issue, items)
    await desk.store.letter_editions.keep(
        replace(
            edition,
            state=Leaving.READY,
            frozen=frozen,
            approved_by=desk.person.id,
            approved_at=desk.now,
        )
    )
    await _note(desk, State.APPROVED.value, f"letter:{issue}")
    due = due_of_edition(desk, edition)
    if due <= desk.now:
        return say("letter-released-late")
    return say("letter-released", due=due).choose(
        option("choice-letter-hold", hold_letter, issue=issue)
    )


@command(where=Where.TEAM)
async def hold_letter(desk: Desk, issue: str) -> Reply:
    """The letter waits for the team, whatever its hour; what was frozen may be changed again."""
    edition = await _edition(desk, issue)
    if edition.state is Leaving.HELD:
        raise Refusal("refusal-already-decided")
    await desk.store.letter.thaw(issue)
    held = Edition(issue, Leaving.HELD, edition.title, edition.editorial)
    await desk.store.letter_editions.keep(held)
    await _note(desk, "hold", f"letter:{issue}")
    return say("letter-held").choose(option("choice-letter-release", release_letter, issue=issue))


@command(where=Where.TEAM)
async def skip_letter(desk: Desk, issue: str) -> Reply:
    """A letter that did not leave in time does not leave: the next one holds all of it."""
    edition = await _edition(desk, issue)
    if edition.state is not Leaving.HELD:
        raise Refusal("refusal-already-decided")
    editions = desk.store.letter_editions
    await editions.keep(replace(edition, state=Leaving.GONE))
    following = await editions.current(desk.fabrique, desk.now)
    await editions.keep(
        replace(
            following,
            title=following.title or edition.title,
            editorial=following.editorial or edition.editorial,
        )
    )
    await _note(desk, "put-off", f"letter:{issue}")
    return say("letter-skipped", due=due_of_edition(desk, following))


@command(where=Where.TEAM, keeps_choices=True)
async def title_letter(desk: Desk, issue: str, title: str) -> Reply:
    """A title above the letter."""
    return await _reworded(desk, replace(await _changed(desk, issue), title=title))


@title_letter.reads("title")
async def a_title(desk: Desk, typed: str) -> str:
    """A title on one line."""
    return one_line(typed, most=TITLE_MOST)


@command(where=Where.TEAM, keeps_choices=True)
async def open_letter(desk: Desk, issue: str, editorial: str) -> Reply:
    """A few words of the team above the rest."""
    return await _reworded(desk, replace(await _changed(desk, issue), editorial=editorial))


@open_letter.reads("editorial")
async def a_few_words(desk: Desk, typed: str) -> str:
    """Some paragraphs at most."""
    return letter.clean(typed, most=EDITORIAL_MOST)


@command(where=Where.TEAM)
async def mail_again(desk: Desk, issue: str) -> Reply:
    """Send a letter once more to whoever may not have got it."""
    count = await desk.store.mail.repeat_unknown(issue, desk.now)
    if not count:
        raise Refusal("refusal-already-decided")
    await _note(desk, "send-again", f"letter:{issue}")
    return toast("done")


async def _edition(desk: Desk, issue: str) -> Edition:
    """An issue that has not left, locked; one whose month is over leaves no more."""
    if due_of_edition(desk, Edition(issue)) + STILL <= desk.now:
        raise Refusal("refusal-choice-stale")
    edition = await desk.store.letter_editions.edition(issue, lock=True)
    if edition.state is Leaving.GONE:
        raise Refusal("refusal-letter-gone")
    return edition


async def _changed(desk: Desk, issue: str) -> Edition:
    """An issue that is about to change."""
    edition = await _edition(desk, issue)
    if edition.state is Leaving.READY:
        raise Refusal("refusal-letter-ready")
    return edition


async def _reworded(desk: Desk, edition: Edition) -> Reply:
    await desk.store.letter_editions.keep(edition)
    await _note(desk, "edited", f"letter:{edition.name}")
    return await show_preview(desk)


async def _note(desk: Desk, act: str, on: str) -> None:
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


COMMANDS = (release_letter, hold_letter, skip_letter, title_letter, open_letter, mail_again)
