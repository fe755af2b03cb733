"""The team and what the letter says: what enters it, in which order and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.command import Value, Where, called, command, valued
from chat.letter_cards import item_card, managed_card
from chat.question_cards import cut
from chat.words import Reply, Words, option, say, toast
from domain import letter
from domain.campaigns import end_of
from domain.errors import Refusal
from domain.events import State
from domain.letter import (
    Item,
    Section,
    moved,
    one_line,
    parts_of,
)
from domain.letter_words import section_named
from domain.moderation import decided
from domain.values import Month
from handlers.desk import Desk
from handlers.letter_campaigns import later_week, put_in_a_week
from handlers.letter_leaving import day_of_edition, open_edition

LABEL_MOST = 40
"""Characters of an item that a choice shows."""


@command(where=Where.TEAM)
async def approve_item(desk: Desk, item: int) -> Reply:
    """The item enters the next letter, unless it is over by then; a campaign also the agenda of
    one week.
    """
    kept, proposer = await _item(desk, item)
    await desk.store.letter.decide(item, decided(kept.state, State.APPROVED), now=desk.now)
    await _note(desk, State.APPROVED.value, f"item:{item}")
    edition = await open_edition(desk)
    over = kept.is_over(day_of_edition(desk, edition))
    month = Month(edition.month)
    desk.tell(proposer, say("item-approved", text=kept.shown, over=over, month=month))
    if kept.section is Section.CAMPAIGN:
        return await put_in_a_week(desk, kept, over=over)
    return say("item-approved-over") if over else toast("done")


@command(where=Where.TEAM)
async def refuse_item(desk: Desk, item: int) -> Reply:
    """The item stays out, and its proposer is told; why, if somebody says so."""
    kept, proposer = await _item(desk, item)
    await desk.store.letter.decide(item, decided(kept.state, State.REFUSED))
    await _note(desk, State.REFUSED.value, f"item:{item}")
    desk.tell(proposer, say("item-refused", text=kept.shown))
    return say("item-refused-here").choose(option("choice-say-why", why_refused, item=item))


@command(where=Where.TEAM)
async def why_refused(desk: Desk, item: int, why: str) -> Reply:
    """Tell a proposer why their item stays out."""
    kept, proposer = await _item(desk, item)
    if kept.state is not State.REFUSED:
        raise Refusal("refusal-choice-stale")
    await desk.store.audit.note("write", f"item:{item}", by=desk.person.id, now=desk.now, why=why)
    desk.tell(proposer, say("item-refused-why", text=kept.shown, why=why))
    return say("item-why-told")


@why_refused.reads("why")
async def a_reason(desk: Desk, typed: str) -> str:
    """A reason in a sentence or two."""
    return one_line(typed, most=300)


@command(where=Where.TEAM, keeps_choices=True)
async def manage_item(desk: Desk, item: int) -> Reply:
    """An item, with all that may be done to it."""
    return await _managed(desk, item)


@manage_item.choices("item")
async def of_this_letter(desk: Desk) -> Sequence[Value]:
    """The items of the next letter, in its order."""
    items = await desk.store.letter.in_state(State.APPROVED)
    return [_labelled(one) for part in parts_of(items) for one in part.items]


@command(where=Where.TEAM, keeps_choices=True)
async def reword_item(desk: Desk, item: int, text: str) -> Reply:
    """Other words for an item."""
    await _open_item(desk, item)
    await desk.store.letter.reword(item, text, ends=end_of(text, desk.today))
    await _note(desk, "edited", f"item:{item}")
    return await _managed(desk, item)


@reword_item.reads("text")
async def other_words(desk: Desk, typed: str) -> str:
    """A few lines, as the letter takes them."""
    return letter.clean(typed)


@command(where=Where.TEAM, keeps_choices=True)
async def move_item(desk: Desk, item: int, section: str) -> Reply:
    """Another heading for an item; a campaign is given a week."""
    kept = await _open_item(desk, item)
    chosen = Section(section)
    await desk.store.letter.put_under(item, chosen)
    await _note(desk, "edited", f"item:{item}")
    if chosen is Section.CAMPAIGN and kept.state is State.APPROVED and kept.week is None:
        moved_ = replace(kept, section=chosen)
        day = day_of_edition(desk, await open_edition(desk))
        return await put_in_a_week(desk, moved_, over=moved_.is_over(day))
    return await _managed(desk, item)


@move_item.choices("section")
async def headings(desk: Desk) -> Sequence[Value]:
    """Every heading of the letter."""
    label = "letter-heading"
    return [Value(Words(label, {"section": one.value}), one.value) for one in Section]


@move_item.reads("section")
async def a_heading(desk: Desk, typed: str) -> str:
    """A heading, by any of its names."""
    section = section_named(typed)
    if section is None:
        raise Refusal("refusal-choose")
    return section.value


@command(where=Where.TEAM, keeps_choices=True)
async def raise_item(desk: Desk, item: int) -> Reply:
    """An item goes a place up under its heading."""
    return await _step(desk, item, -1)


@command(where=Where.TEAM, keeps_choices=True)
async def lower_item(desk: Desk, item: int) -> Reply:
    """An item goes a place down under its heading."""
    return await _step(desk, item, 1)


@command(where=Where.TEAM)
async def drop_item(desk: Desk, item: int) -> Reply:
    """An approved item leaves the letter, and its proposer is told, unless it was a suggestion."""
    kept, proposer = await _item(desk, item)
    if kept.state not in (State.APPROVED, State.PROPOSED):
        raise Refusal("refusal-already-decided")
    await desk.store.letter.decide(item, State.REFUSED)
    await _note(desk, State.REFUSED.value, f"item:{item}")
    if kept.source is None:
        desk.tell(proposer, say("item-refused", text=kept.shown))
    return say("item-refused-here").choose(option("choice-say-why", why_refused, item=item))


@command(where=Where.TEAM, keeps_choices=True)
async def move_campaign(desk: Desk, item: int) -> Reply:
    """A campaign is told in the next free week instead."""
    kept = await _open_item(desk, item)
    await later_week(desk, kept)
    await _note(desk, "edited", f"item:{item}")
    return await _managed(desk, item)


async def cards_of_items(desk: Desk) -> list[Reply]:
    """What is proposed for the letter and waits for the team."""
    cards = []
    for item in await desk.store.letter.in_state(State.PROPOSED):
        cards.append(item_card(item, proposer=await _name(desk, item)))
    return cards


async def _managed(desk: Desk, number: int) -> Reply:
    kept = await _open_item(desk, number)
    return managed_card(kept, proposer=await _name(desk, kept))


async def _step(desk: Desk, number: int, step: int) -> Reply:
    kept = await _open_item(desk, number)
    approved = await desk.store.letter.in_state(State.APPROVED)
    part = next((one for one in parts_of(approved) if one.section is kept.section), None)
    order = moved(part.items if part else (), number, step)
    await desk.store.letter.arrange(order)
    place = next(at for at, one in enumerate(order, start=1) if one.id == number)
    return toast("item-moved", place=place, count=len(order))


async def _item(desk: Desk, number: int) -> tuple[Item, int]:
    found = await desk.store.letter.item(number)
    if found is None:
        raise Refusal("refusal-item-printed")
    return found


async def _open_item(desk: Desk, number: int) -> Item:
    """An item that may still change."""
    kept, _ = await _item(desk, number)
    if kept.state not in (State.PROPOSED, State.APPROVED):
        raise Refusal("refusal-already-decided")
    return kept


def _labelled(item: Item) -> Value:
    if item.phrase is not None:
        return valued(item.phrase, item.id)
    return called(cut(item.text.replace("\n", " "), LABEL_MOST), item.id)


async def _name(desk: Desk, item: Item) -> str:
    return (await desk.store.people.person(int(item.proposer))).name


async def _note(desk: Desk, act: str, on: str) -> None:
    await desk.store.audit.note(act, on, by=desk.person.id, now=desk.now)


COMMANDS = (
    approve_item,
    refuse_item,
    why_refused,
    manage_item,
    reword_item,
    move_item,
    raise_item,
    lower_item,
    drop_item,
    move_campaign,
)
