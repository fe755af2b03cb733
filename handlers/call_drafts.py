"""Writing a call: one message or step by step, then a card on which each thing may be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chat.call_cards import draft_card
from chat.command import Line, Several, Value, Where, act, called, command, labelled, valued
from chat.profile_cards import place_shown
from chat.skill_cards import concept_choice
from chat.words import Choice, Reply, named, say
from domain import call_words, calls
from domain.calls import CRITERIA, Call, CallKind, CallState
from domain.errors import Refusal
from domain.numbers import number
from domain.offers import insults
from domain.places import Place, is_called, typed_place
from handlers.bids import begin_together
from handlers.calls import card_of, day_ahead, known, reached, skill_title, until_when
from handlers.desk import Desk
from handlers.profiles import key_of, place_named, place_of
from storage.outbox import CARD

ANYWHERE = "anywhere"
TERRITORIES_MOST = 3
LISTED = 4
"""Calls that are offered to be seen again before a new one is written."""


@command("appel", "call")
async def write_call(
    desk: Desk,
    title: str,
    what: str,
    closes: date,
    kind: str = CallKind.TASK.value,
    places: int = 1,
    where: str = "",
    skill: str = "",
    funding: str = "",
) -> Reply:
    """Write a call, to be checked before it opens; or begin to answer a funding call together."""
    if funding:
        return await begin_together(desk, funding)
    _must_be_team(desk)
    if insults(f"{title} {what}"):
        raise Refusal("refusal-call-insult")
    call = Call(
        id=0,
        kind=CallKind(kind),
        title=calls.titled(title),
        what=calls.described(what),
        state=CallState.DRAFT,
        by=desk.person.id,
        at=desk.now,
        closes=calls.closing(closes, desk.today),
        places=calls.room_for(places),
        criteria=CRITERIA[CallKind(kind)],
        concept=_concept(desk, kind, skill, f"{title} {what}"),
        place=place_of(desk, where) if where else _territory(desk, kind, title),
    )
    return await _draft(desk, await desk.store.calls.write(call))


@write_call.reads_line
async def in_one_message(desk: Desk, text: str) -> Line:
    """What one message gives; the word "financement" makes it another thing, open to everybody."""
    if (funding := call_words.after_funding(text)) is not None:
        rest = {"title": "", "what": "", "closes": desk.today}
        return Line({**rest, "funding": funding or " "})
    _must_be_team(desk)
    territory = call_words.after_territory(text)
    said = text if territory is None else territory
    read = call_words.read(
        said,
        desk.today,
        is_place=lambda name: _is_place(desk, name),
        is_skill=desk.skills.is_name,
    )
    given: dict[str, object] = {} if territory is None else {"kind": CallKind.TERRITORY.value}
    given |= {name: value for name, value in (("title", read.title), ("what", read.what)) if value}
    if read.places is not None:
        given["places"] = calls.room_for(read.places)
    if read.closes is not None:
        given["closes"] = calls.closing(read.closes, desk.today)
    if read.where:
        given["where"] = key_of(desk.places.find(read.where)[0])
    if read.skill:
        given["skill"] = read.skill
    return Line(given)


@write_call.asks("title")
async def which_call(desk: Desk) -> Reply:
    """Ask for the title; the calls that are under way can be seen again instead."""
    _must_be_team(desk)
    live = await desk.store.calls.in_state(CallState.DRAFT, CallState.OPEN, CallState.CLOSED)
    again = [named(one.title, show_call, call=one.id) for one in live[-LISTED:]]
    return say("write-call-ask-title").choose(*again)


@write_call.reads("title")
async def a_title(desk: Desk, typed: str) -> str:
    """A few words."""
    return calls.titled(typed)


@write_call.reads("what")
async def what_it_is(desk: Desk, typed: str) -> str:
    """A few sentences."""
    return calls.described(typed)


write_call.reads("closes")(until_when)


@command(where=Where.TEAM)
async def set_call_skill(desk: Desk, call: int, concept: str) -> Reply:
    """The skill that is looked for, or none in particular."""
    found = calls.still_draft(await known(desk, call))
    if concept and desk.skills.concept(concept) is None:
        raise Refusal("refusal-choice-stale")
    return (await _redraft(desk, replace(found, concept=concept))).redrawn()


@command(where=Where.TEAM)
async def change_call(desk: Desk, call: int, part: str, value: str) -> Reply:
    """Change one thing of a draft."""
    found = calls.still_draft(await known(desk, call))
    return await _redraft(desk, _changed(desk, found, part, value))


@change_call.choices("part")
async def parts_of_a_call(desk: Desk) -> Sequence[Value]:
    """Each line of the card."""
    return [
        labelled("choice-call-title", "title"),
        labelled("choice-call-what", "what"),
        labelled("choice-call-skill", "skill"),
        labelled("choice-call-place", "place"),
        labelled("choice-call-places", "places"),
        labelled("choice-call-closes", "closes"),
        labelled("choice-call-criteria", "criteria"),
        labelled("choice-call-kind", "kind"),
    ]


@change_call.asks("value")
async def what_then(desk: Desk, part: str) -> Reply:
    """Ask for the part."""
    return say("change-call-ask-value", part=part)


@change_call.choices("value")
async def values_of_a_part(desk: Desk, part: str) -> Sequence[Value]:
    """Where a tap says it."""
    if part == "kind":
        return [
            labelled("choice-kind-task", CallKind.TASK.value),
            labelled("choice-kind-territory", CallKind.TERRITORY.value),
        ]
    if part == "place":
        return [labelled("choice-anywhere", ANYWHERE)]
    return [labelled("choice-no-skill", "")] if part == "skill" else ()


@change_call.reads("value")
async def value_of_a_part(desk: Desk, typed: str, part: str) -> str | Several:
    """What was typed for the part, checked."""
    if part == "place":
        place: str | Several = await place_named(desk, typed)
        return place
    if part == "skill":
        return _skill(desk, typed)
    if part == "closes":
        return day_ahead(typed, desk.today).isoformat()
    if part == "places":
        return str(calls.room_for(int(number(typed) or 0)))
    if part == "kind":
        raise Refusal("refusal-choose")
    {"title": calls.titled, "what": calls.described, "criteria": calls.criteria_in}[part](typed)
    return typed


@command(where=Where.TEAM)
async def drop_call(desk: Desk, call: int) -> Reply:
    """Nothing comes of a draft; nobody was told."""
    found = calls.still_draft(await known(desk, call))
    await desk.store.calls.change(calls.cancelled(found))
    return say("call-dropped")


@command(where=Where.TEAM, keeps_choices=True)
async def show_call(desk: Desk, call: int) -> Reply:
    """A call again: its draft, or how it stands."""
    found = await known(desk, call)
    await desk.store.prompts.drop(desk.chat.id, desk.person.id)
    if found.state is CallState.DRAFT:
        return await _draft(desk, found)
    desk.post(desk.chat.id, await card_of(desk, found), kind=CARD, thread=desk.heard.place.thread)
    return Reply()


def _must_be_team(desk: Desk) -> None:
    if not (desk.chat.team and desk.rank.belongs):
        raise Refusal("refusal-call-team-only")


async def _redraft(desk: Desk, call: Call) -> Reply:
    await desk.store.calls.change(call)
    return await _draft(desk, call)


async def _draft(desk: Desk, call: Call) -> Reply:
    """The card to check, with what one tap settles."""
    reading = desk.skills.read(f"{call.title} {call.what}", language=desk.language)
    candidates: list[Choice] = [
        concept_choice(one.concept, desk.language, set_call_skill.name, call=call.id)
        for one in reading.candidates
    ]
    return draft_card(
        call,
        skill=skill_title(desk, call),
        candidates=candidates,
        territories=_territories_meant(desk, call),
        reached=len(await reached(desk, call)),
    )


def _territory(desk: Desk, kind: str, title: str) -> Place | None:
    """The territory that a call is named after, in the team's words where it is on no list."""
    if kind != CallKind.TERRITORY or len(title.split()) > call_words.WHERE_WORDS:
        return None
    found = desk.places.called(title)
    return found[0] if len(found) == 1 else typed_place(title)


def _territories_meant(desk: Desk, call: Call) -> list[Choice]:
    """Those on the list that come close to words on it, for one tap to name: nearness counts by
    what is on the list.
    """
    if call.kind is not CallKind.TERRITORY or call.place is None or call.place.code:
        return []
    given = {"call": call.id, "part": "place"}
    found = desk.places.find(call.place.name)[:TERRITORIES_MOST]
    values = [valued(place_shown(one, desk.places.around(one)), key_of(one)) for one in found]
    return [act(change_call, given, "value", one) for one in values]


def _changed(desk: Desk, call: Call, part: str, value: str) -> Call:
    """A draft with one part of it changed."""
    if part == "title":
        return replace(call, title=calls.titled(value))
    if part == "what":
        return replace(call, what=calls.described(value))
    if part == "skill":
        return replace(call, concept=value)
    if part == "place":
        return replace(call, place=None if value == ANYWHERE else place_of(desk, value))
    if part == "places":
        return replace(call, places=calls.room_for(int(value)))
    if part == "closes":
        return replace(call, closes=calls.closing(date.fromisoformat(value), desk.today))
    if part == "criteria":
        return replace(call, criteria=calls.criteria_in(value))
    return calls.rekinded(call, CallKind(value))


def _concept(desk: Desk, kind: str, skill: str, text: str) -> str | None:
    """The skill that is named, where that is sure; "" when it is like none. Whoever accompanies a
    territory is chosen by what they did, so a skill that nobody named is not looked for.
    """
    if kind == CallKind.TERRITORY and not skill:
        return ""
    reading = desk.skills.read(skill or text, language=desk.language)
    if reading.concept is not None:
        return reading.concept.key
    return None if reading.candidates else ""


def _skill(desk: Desk, typed: str) -> str | Several:
    reading = desk.skills.read(typed, language=desk.language)
    if reading.concept is not None:
        return reading.concept.key
    if not reading.candidates:
        raise Refusal("refusal-skill-unknown")
    found = [one.concept for one in reading.candidates]
    return Several(tuple(called(one.title(desk.language), one.key) for one in found))


def _is_place(desk: Desk, name: str) -> bool:
    found = desk.places.find(name)
    return bool(found) and is_called(found[0], name)


COMMANDS = (write_call, set_call_skill, change_call, drop_call, show_call)
