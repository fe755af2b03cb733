"""Receiving the agenda each week, or no longer: a person in private, ally or not, and a group."""

from __future__ import annotations

from dataclasses import replace

from chat.command import Line, command
from chat.settings_cards import tastes
from chat.words import Choice, Reply, Words, named, option, say
from domain.agenda_orders import Order, orders, read_order
from domain.postings import Taste
from domain.values import Clock, Lines, Phrase, Quoted
from handlers.agenda_questions import look_up
from handlers.desk import Desk
from handlers.reader_places import place_called, places_like
from handlers.settings import around_name, must_decide_here, set_here, set_time, settings
from handlers.settings_tastes import add_place


@command()
async def receive_plainly(desk: Desk, words: str) -> Reply:
    """Receive the agenda as a plain sentence asks for it, or no longer."""
    order = read_order(words)
    return await receive(desk, order) if order else await look_up(desk, words)


@receive_plainly.reads_line
async def as_said(desk: Desk, text: str) -> Line:
    """The sentence as it is."""
    return Line({"words": text})


@receive_plainly.asks("words")
async def which_order(desk: Desk) -> Reply:
    """Never asked: a sentence that is heard has words."""
    return Reply()


@receive_plainly.hears
def plainly_ordered(sentence: str) -> bool:
    """ "Je voudrais recevoir l’agenda tous les jeudis à 18h." """
    return orders(sentence)


async def receive(desk: Desk, order: Order) -> Reply:
    """Switch the agenda on or off here, with what was chosen in the same breath; said twice, it
    says where it stands.
    """
    must_decide_here(desk)
    posting = desk.chat.posting
    if not order.wanted:
        if not posting.agenda:
            return say("agenda-not-received", private=desk.chat.private)
        await set_here(desk, replace(posting, agenda=False))
        return say("agenda-unsubscribed", private=desk.chat.private)
    named_places = [(one, await place_called(desk, one)) for one in order.places]
    posting = replace(
        posting,
        agenda=True,
        weekday=posting.weekday if order.weekday is None else order.weekday,
        at=order.at or posting.at,
        taste=_taste(posting.taste, order, tuple(known for _, known in named_places if known)),
    )
    await set_here(desk, posting)
    reply = _subscribed(desk)
    for typed in (typed for typed, known in named_places if known is None):
        reply = await _with_unknown(desk, reply, typed)
    return reply.choose(
        option("choice-other-time", set_time), option("choice-all-settings", settings)
    )


def _taste(taste: Taste, order: Order, places: tuple[str, ...]) -> Taste:
    """What was said replaces what was chosen before; the rest stays."""
    return replace(
        taste,
        subjects=order.subjects or taste.subjects,
        places=places or taste.places,
        families=order.families or taste.families,
        free=order.free or taste.free,
    )


def _subscribed(desk: Desk) -> Reply:
    posting = desk.chat.posting
    day = Phrase("weekday", {"number": posting.weekday})
    reply = say("agenda-subscribed", day=day, at=Clock(posting.at), private=desk.chat.private)
    if chosen := tuple(tastes(posting.taste, around_name(desk, posting))):
        reply = reply.then("settings-chosen", lines=Lines(chosen))
    return reply


async def _with_unknown(desk: Desk, reply: Reply, typed: str) -> Reply:
    """A place that nothing bears was not taken: what it may have meant, or that very name."""
    like = await places_like(desk, typed)
    reply = reply.then("agenda-place-unknown", place=Quoted(typed), like=len(like))
    kept = Words("choice-keep-place", {"place": Quoted(typed)})
    return reply.choose(
        *(named(one, add_place, place=one) for one in like),
        Choice(kept, add_place.name, {"place": typed}),
    )


COMMANDS = (receive_plainly,)
