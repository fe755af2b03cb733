"""Needs: what somebody asks the alliance for, read from one message and confirmed in one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import command
from chat.introduction_cards import found_card
from chat.need_cards import asked_already, need_card, need_choice, which_concept
from chat.words import Choice, Reply, Words, option, say, toast
from domain import need_words, needs, support_words
from domain.errors import Refusal
from domain.introductions import RELAYED_FOR, Outcome
from domain.leaving import Ended
from domain.need_asks import asks_for_ally
from domain.need_words import Said
from domain.needs import NEED_MOST, Need, NeedState
from domain.offers import insults
from domain.people import Person
from domain.places import Level, Place
from domain.skills import Concept, Kind, Reading
from domain.values import Quoted
from handlers.desk import Desk, must_be_reachable, tell_team
from handlers.introducing import look_for
from handlers.profiles import to_choose, which_place_words
from handlers.unmet import redraw_unmet

LISTED = 8
"""Needs that one list offers; the newest are looked for most."""


@command("besoin", "need")
async def ask_for_help(desk: Desk, what: str) -> Reply:
    """Show what was understood on one card; nobody is asked before it is confirmed."""
    await must_be_reachable(desk)
    if insults(what[:NEED_MOST]):
        await tell_team(desk, say("need-insult-team", name=desk.person.name))
        return say("need-insult")
    said = _read(desk, what)
    reading = desk.skills.read(said.subject, language=desk.language)
    places = desk.places.called(said.place) if said.place else []
    need = await desk.store.needs.keep(_draft(desk, said, reading, places))
    before = await _looked_for(desk, need)
    if before is not None:
        sure = need.concept is not None and len(places) < 2
        shown = asked_already(before, need, sure=sure)
    else:
        shown = await _first_card(desk, need, said, places)
    if desk.chat.private:
        return shown
    desk.tell(desk.person.id, shown)
    return say("need-in-private")


@ask_for_help.reads("what")
async def what_i_need(desk: Desk, typed: str) -> str:
    """A need, checked before anything is kept."""
    if not insults(typed[:NEED_MOST]):
        _read(desk, typed)
    return typed


@ask_for_help.asks("what")
async def what_do_you_need(desk: Desk) -> Reply:
    """One sentence; whoever looks for something already is led to it."""
    await must_be_reachable(desk)
    asked = say("ask-for-help-ask-what")
    mine = await desk.store.needs.of(desk.person.id) if desk.chat.private else ()
    return asked.choose(option("choice-my-needs", show_needs)) if mine else asked


@ask_for_help.hears
def plainly_asked(sentence: str) -> bool:
    """ "Je cherche quelqu’un pour relire un dossier." Who tells of difficulties is heard first."""
    return asks_for_ally(sentence) and not support_words.tells(sentence)


@command()
async def search_need(desk: Desk, need: int) -> Reply:
    """The card is right, or nobody was found yet: look for somebody now."""
    kept = await own(desk, need)
    before = await _looked_for(desk, kept) if kept.state is NeedState.DRAFT else None
    if before is not None:
        return asked_already(before, kept, sure=True)
    return await search(desk, kept)


@command()
async def search_anyway(desk: Desk, need: int) -> Reply:
    """The same is looked for already, and somebody more is wanted."""
    return await search(desk, await own(desk, need))


async def search(desk: Desk, need: Need) -> Reply:
    """Look for allies for a need, for the first time or once more."""
    if need.state is not NeedState.OPEN:
        need = needs.opened(need)
    await desk.store.needs.update(need, now=desk.now)
    return await look_for(desk, need)


@command("besoins", "needs")
async def show_needs(desk: Desk) -> Reply:
    """What one looks for, each with what may be done about it."""
    if not desk.chat.private:
        raise Refusal("refusal-private-only")
    mine = await desk.store.needs.of(desk.person.id)
    found = await _found_again(desk)
    for one in found[0 if mine else 1 :]:
        desk.post(desk.chat.id, one)
    if not mine:
        return found[0] if found else say("needs-none")
    if len(mine) == 1:
        return card(desk, mine[0])
    newest = mine[: -LISTED - 1 : -1]
    return say("needs", count=len(mine)).choose(*(need_choice(one) for one in newest))


@command(keeps_choices=True)
async def show_need(desk: Desk, need: int) -> Reply:
    """A need's card, as it stands now."""
    return card(desk, await own(desk, need)).redrawn()


@command()
async def extend_need(desk: Desk, need: int) -> Reply:
    """A week more; where nobody was proposed so far, they are looked for anew."""
    kept = await own(desk, need)
    longer = needs.extended(kept, desk.today)
    if not kept.seeks and not await desk.store.introductions.proposed(need):
        return await search(desk, longer)
    await desk.store.needs.update(longer, now=desk.now)
    return card(desk, longer)


@command()
async def close_need(desk: Desk, need: int) -> Reply:
    """The asker needs it no more; whoever was asked is told."""
    kept = await own(desk, need)
    told = len(await _end(desk, kept))
    return toast("need-dropped") if kept.state is NeedState.DRAFT else say("need-closed", told=told)


async def ask_no_more(desk: Desk, person: Person) -> list[Ended]:
    """Somebody leaves the fabrique: nobody is looked for in their name. Gives what ended."""
    return [
        Ended(need.id, need.state, await _end(desk, need))
        for need in await desk.store.needs.of(person.id)
    ]


def card(desk: Desk, need: Need) -> Reply:
    """A need's card for its asker; one that is not sure yet asks what it is about."""
    shown = need_card(need, desk.skills.concept(need.concept), desk.language)
    if need.state is not NeedState.DRAFT or need.concept is not None:
        return shown
    near = meanings(desk, need)
    if not near:
        return shown.then("need-own-words")
    asked = which_concept(need, near, desk.language, search=True)
    change = choice("choice-need-change", "change_need", need=need.id)
    return replace(asked, words=(*shown.words, *asked.words)).choose(change)


def meanings(desk: Desk, need: Need) -> Sequence[Concept]:
    """The few concepts that a need may mean, the likeliest first."""
    return [
        one.concept for one in desk.skills.read(need.subject, language=desk.language).candidates
    ]


async def own(desk: Desk, number: int) -> Need:
    """A need of the person who speaks that is not over; anybody else's card does nothing."""
    kept = await desk.store.needs.need(number)
    if kept is None or kept.person != desk.person.id:
        raise Refusal("refusal-choice-stale")
    if kept.state in (NeedState.FILLED, NeedState.CLOSED):
        raise Refusal("refusal-need-over")
    return kept


async def _found_again(desk: Desk) -> list[Reply]:
    """Those who were found for what one asked, and whom one said yes to, for two weeks."""
    me = desk.person.id
    agreed = await desk.store.introductions.agreed_of(me, since=desk.now - RELAYED_FOR)
    return [
        found_card(one, (await desk.store.people.person(one.other(me))).name, to=me)
        for one in agreed
        if one.said_by(me) in (None, Outcome.NOT_YET)
    ][-LISTED:]


async def _looked_for(desk: Desk, need: Need) -> Need | None:
    """What the same person looks for already, where it is the same thing."""
    mine = await desk.store.needs.of(need.person)
    return next((one for one in mine if one.id != need.id and needs.is_same(one, need)), None)


async def _end(desk: Desk, need: Need) -> Sequence[int]:
    """Close a need wherever it was told; gives those who waited, who are told."""
    over = needs.closed(need)
    await desk.store.needs.update(over, now=desk.now)
    helpers = await desk.store.needs.waiting_helpers(over)
    no_more = say("need-no-more", need=Quoted(over.text))
    for helper in helpers:
        desk.tell(helper, no_more)
    await redraw_unmet(desk, over)
    for row in await desk.store.said.about(f"hand:{over.id}"):
        desk.rewrite(row.chat, [row.id], no_more)
    return helpers


def _read(desk: Desk, text: str) -> Said:
    def is_place(name: str) -> bool:
        return bool(desk.places.called(name))

    return need_words.read(text, desk.today, is_place=is_place, day=desk.fabrique.time.day)


def _draft(desk: Desk, said: Said, reading: Reading, places: Sequence[Place]) -> Need:
    likely = reading.candidates[0].concept.kind if reading.candidates else Kind.SKILL
    concept, place = reading.concept, places[0] if len(places) == 1 else None
    return Need(
        0,
        desk.person.id,
        said.text,
        NeedState.DRAFT,
        desk.now,
        kind=likely,
        concept=concept.key if concept else None,
        deadline=said.deadline,
        remote=said.remote,
        place=place.name if place else said.place,
        commune=place.code if place and place.level is Level.COMMUNE else None,
        minutes=said.minutes,
        subject=said.subject,
        urgent=said.urgent,
        group_id=None if desk.chat.private or desk.chat.team else desk.chat.id,
    )


async def _first_card(desk: Desk, need: Need, said: Said, places: Sequence[Place]) -> Reply:
    """The card; where several places are called so, which of them comes first."""
    shown = card(desk, need)
    if len(places) > 1:
        mine = (await desk.store.profiles.of(desk.person.id)).place
        found = desk.places.find(said.place, near=mine)
        asked = which_place_words(found, said.place)
        choices = tuple(
            Choice(one.label, "set_need_place", {"need": need.id, "where": one.value})
            for one in to_choose(desk, found, said.place)
        )
        return replace(shown, words=(*shown.words, asked), choices=choices)
    if said.past is not None:
        return replace(shown, words=(*shown.words, Words("need-day-past", {"day": said.past})))
    return shown


COMMANDS = (
    ask_for_help,
    search_need,
    search_anyway,
    show_needs,
    show_need,
    extend_need,
    close_need,
)
