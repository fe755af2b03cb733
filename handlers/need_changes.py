"""Small changes of a need's card: what it is about, day, place, length, and one's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from chat.command import Value, command, labelled, valued
from chat.need_cards import changes, need_card, which_concept
from chat.words import Reply, say
from domain import durations, need_words, needs
from domain.errors import Refusal
from domain.needs import NEED_MOST, Need, NeedState
from domain.offers import insults
from domain.places import Level
from domain.skills import Concept
from domain.values import NearDay
from handlers.desk import Desk, tell_team
from handlers.lengths import how_long, usual_lengths
from handlers.needs import card, meanings, own
from handlers.needs import search as look
from handlers.profiles import place_named, place_of
from handlers.skill_names import propose_name
from handlers.unmet import redraw_unmet

NAME_MOST = 80
"""Letters of a name that the team is shown; a longer text is a sentence, and names nothing."""

DAYS = (7, 30)
"""Days from now that are offered by a tap; any other day can be typed."""


@command()
async def change_need(desk: Desk, need: int) -> Reply:
    """The card with all that may be changed."""
    kept = await own(desk, need)
    shown = need_card(kept, desk.skills.concept(kept.concept), desk.language)
    groups = bool(await desk.store.needs.groups_of(desk.person.id))
    return replace(shown, choices=changes(kept, groups=groups)).redrawn()


@command()
async def other_meaning(desk: Desk, need: int) -> Reply:
    """The concepts that may be meant, to choose another."""
    kept = await own(desk, need)
    near = [one for one in meanings(desk, kept) if one.key != kept.concept]
    return which_concept(kept, near, desk.language, search=False).redrawn()


@command()
async def mean_need(desk: Desk, need: int, concept: str) -> Reply:
    """What a need is about, as its asker says; the whole card comes back, to be looked over."""
    kept = await own(desk, need)
    meant = desk.skills.concept(concept)
    if meant is None:
        raise Refusal("refusal-choice-stale")
    return await _mean(desk, kept, meant)


@command()
async def say_meaning(desk: Desk, need: int, search: bool, words: str) -> Reply:
    """What it is in two or three words; a name that nobody has used goes to the team."""
    kept = await own(desk, need)
    if insults(words):
        await tell_team(desk, say("need-insult-team", name=desk.person.name))
        return say("need-insult")
    concept = desk.skills.read(words, language=desk.language).concept if words else None
    if concept is not None:
        return replace(await _mean(desk, kept, concept), redraws=False)
    if words and len(words) <= NAME_MOST:
        await propose_name(desk, words, kept.kind)
    changed = replace(kept, concept=None, subject=words or kept.subject)
    if search and kept.state is NeedState.DRAFT:
        return replace(await look(desk, changed), redraws=False)
    await desk.store.needs.update(changed, now=desk.now)
    return card(desk, changed)


@say_meaning.reads("words")
async def in_few_words(desk: Desk, typed: str) -> str:
    """A name for it, in one's own words."""
    text = " ".join(typed.split())
    if not any(letter.isalnum() for letter in text):
        raise Refusal("refusal-need-empty")
    if len(text) > NEED_MOST:
        raise Refusal("refusal-need-too-long", most=NEED_MOST)
    return need_words.subject_of(text) or text


@say_meaning.choices("words")
async def as_first_said(desk: Desk) -> Sequence[Value]:
    """The words of the message do."""
    return [labelled("choice-need-my-words", "")]


@command()
async def set_need_day(desk: Desk, need: int, day: date | None) -> Reply:
    """By when; or whenever."""
    return await _change(desk, need, deadline=day)


@set_need_day.reads("day")
async def a_day_to_come(desk: Desk, typed: str) -> date:
    """A day as people write it; one that lies behind is none."""
    bare = f"le {typed.strip()}" if typed.strip().isdigit() else typed
    coming, past = need_words.deadline_in(bare, desk.today)
    if coming is None:
        raise Refusal("refusal-need-day-past" if past else "refusal-need-day")
    return coming


@set_need_day.choices("day")
async def usual_days(desk: Desk) -> Sequence[Value]:
    """A week, a month, whenever."""
    soon = [desk.today + timedelta(days=count) for count in DAYS]
    return [*(valued(NearDay(one), one) for one in soon), labelled("choice-need-any-day", None)]


@command()
async def set_need_place(desk: Desk, need: int, where: str) -> Reply:
    """Where; or anywhere."""
    if not where:
        return await _change(desk, need, place="", commune=None)
    place = place_of(desk, where)
    if place.level is not Level.COMMUNE:
        return await _change(desk, need, place=place.name, commune=None)
    around = desk.places.around(place)
    name = f"{place.name} ({around})" if around not in ("", place.name) else place.name
    return await _change(desk, need, place=name, commune=place.code)


set_need_place.reads("where")(place_named)


@set_need_place.choices("where")
async def anywhere(desk: Desk) -> Sequence[Value]:
    """It does not matter."""
    return [labelled("choice-need-anywhere", "")]


@command()
async def set_need_remote(desk: Desk, need: int, remote: bool) -> Reply:
    """From afar, or there."""
    return (await _change(desk, need, remote=remote)).redrawn()


@command()
async def set_need_length(desk: Desk, need: int, minutes: int) -> Reply:
    """About how long it takes."""
    return await _change(desk, need, minutes=durations.allowed(minutes))


set_need_length.reads("minutes")(how_long)
set_need_length.choices("minutes")(usual_lengths)


@command()
async def set_need_named(desk: Desk, need: int, named: bool) -> Reply:
    """Whether those who are asked may know by whom."""
    kept = needs.naming(await own(desk, need), named)
    await desk.store.needs.update(kept, now=desk.now)
    await redraw_unmet(desk, kept)
    return card(desk, kept).redrawn()


async def _change(desk: Desk, number: int, **values: object) -> Reply:
    """Keep a change, and show the card with it: anew, since it answers a question of its own."""
    changed = replace(await own(desk, number), **values)  # type: ignore[arg-type]
    await desk.store.needs.update(changed, now=desk.now)
    return card(desk, changed)


async def _mean(desk: Desk, need: Need, concept: Concept) -> Reply:
    meant = replace(need, concept=concept.key, kind=concept.kind)
    await desk.store.needs.update(meant, now=desk.now)
    return card(desk, meant).redrawn()


COMMANDS = (
    change_need,
    other_meaning,
    mean_need,
    say_meaning,
    set_need_day,
    set_need_place,
    set_need_remote,
    set_need_length,
    set_need_named,
)
