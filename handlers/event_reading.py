"""What words say of an event: a whole message, a place, a sentence that changes a card."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from chat.command import Partly
from domain import event_words
from domain.errors import Refusal
from domain.event_drafts import Part, changed, draft, timings_from, timings_kept
from domain.event_fixes import bare, may_fix, new_part, read_fix
from domain.event_places import place_answered
from domain.places import is_called
from handlers.desk import Desk
from handlers.event_changes import local, value_of
from handlers.event_drafting import doubt_given


async def said_in(desk: Desk, text: str, *, meant: Collection[date] = ()) -> event_words.Said:
    """What a message says of an event, with the places that are known here; of several days, those
    that are `meant`.
    """
    return event_words.read(
        text,
        local(desk),
        venues=await desk.store.venues.all(),
        is_place=lambda name: _is_commune(desk, name),
        meant=meant,
    )


def _is_commune(desk: Desk, name: str) -> bool:
    found = desk.places.find(name) if len(name) > 2 else []
    return bool(found) and is_called(found[0], name)


async def place_said(desk: Desk, typed: str) -> str:
    """A place in the writer's words, on one line; a known one by its name."""
    said = await said_in(desk, f"x @ {place_answered(bare(typed))}")
    known = next((one for one in await desk.store.venues.all() if one.name == said.place), None)
    return known.name if known else value_of(desk, Part.PLACE, typed)


async def said_of_card(desk: Desk, typed: str, *, when: str, also: str) -> Partly:
    """What a sentence says anew of the dates, the place and the rest of a card; raises Refusal
    where it says anything else.
    """
    anew = new_part(typed) if may_fix(typed) else ""
    said = await said_in(desk, f"x, {anew}")
    fix = read_fix(anew, said, local(desk), timings_from(when)) if anew else None
    if fix is None:
        raise Refusal("refusal-choose")
    known: dict[str, object] = {}
    if fix.price:
        known["extra"] = also_with(also, Part.PRICE, value_of(desk, Part.PRICE, fix.price))
    if fix.place:
        alone = not fix.price and fix.when is None
        known["place"] = await place_said(desk, anew) if alone else fix.place
    if fix.when is None:
        return Partly(known)
    if fix.when.timings:
        return Partly({**known, "when": timings_kept(fix.when.timings)})
    return Partly({**known, "was": when, **doubt_given(fix.when)}, without=("when",))


def also_with(also: str, part: str, value: object) -> str:
    """All that is no question of its own, with a part said anew; None says nothing of it."""
    known = draft("", "[]", "", also)
    return changed(known, Part(part), str(value)).also if value is not None else known.also
