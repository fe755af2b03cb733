"""What the agenda answers to a question: what was looked for, and what fits, or nearly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.digest_cards import event_lines, span_of
from chat.words import Choice, Reply, say
from domain.agenda import days_of, local_span
from domain.agenda_answers import FAR, Answer
from domain.agenda_asks import Ask
from domain.event_asks import About, is_said
from domain.events import Event
from domain.values import Items, Lines, NearDay, Opening, Phrase, Quoted
from domain.week import Ground

SHOWN = 10
"""Events that an answer lists; the rest is counted."""


def answer_card(ask: Ask, answer: Answer, zone: ZoneInfo, ground: Ground, *, today: date) -> Reply:
    """What fits, by day; when nothing does, what is nearest, and why it is."""
    if ask.past:
        return say("agenda-past").choose(*_more())
    looked = looked_for(ask)
    if not answer.events:
        return say("agenda-found-nothing", looked=looked).choose(*_more())
    reply = _found(looked, answer)
    shown, rest = answer.events[:SHOWN], len(answer.events) - SHOWN
    first = today if set(FAR) & set(answer.without) else ask.first
    last = max(local_span(one, zone)[1] for one in shown)
    for day, listed in days_of(shown, first, last, zone):
        lines = Lines(tuple(event_lines(one, zone, ground) for one in listed))
        if ask.told and ask.first == ask.last == day:
            reply = reply.then("agenda-found-lines", lines=lines)  # the day stands above
        else:
            reply = reply.then("digest-day", day=Opening(NearDay(day)), lines=lines)
    if rest > 0:
        reply = reply.then("agenda-others", count=rest)
    return reply.choose(*_more())


def named_card(
    about: About, events: Sequence[Event], zone: ZoneInfo, ground: Ground, *, today: date
) -> Reply:
    """Events that somebody asked about by name, and whether they say what was asked."""
    reply, shown = Reply(), events[:SHOWN]
    last = max(local_span(one, zone)[1] for one in shown)
    for day, listed in days_of(shown, today, last, zone):
        lines = Lines(tuple(event_lines(one, zone, ground) for one in listed))
        reply = reply.then("digest-day", day=Opening(NearDay(day)), lines=lines)
    if not any(is_said(one, about, places=ground.names(one)) for one in shown):
        reply = reply.then("event-does-not-say", about=about.value)
    return reply


def _found(looked: Opening, answer: Answer) -> Reply:
    """What was looked for, and which of it was set aside."""
    if not answer.without:
        return say("agenda-found", looked=looked)
    if len(answer.without) == 1:
        return say("agenda-found-nearest", looked=looked, without=answer.without[0].value)
    aside = tuple(Phrase("aside-name", {"without": one.value}) for one in answer.without)
    return say("agenda-found-less", looked=looked, aside=Items(aside))


def looked_for(ask: Ask) -> Opening:
    """What was understood of a question, said again."""
    when = span_of(ask.first, ask.last) if ask.told else Phrase("looked-seven-days")
    wishes = [Phrase("looked-when", {"when": when})]
    if ask.part is not None:
        wishes.append(Phrase("looked-part", {"part": ask.part}))
    if ask.families:
        wishes.append(Phrase("looked-families", {"age": ask.age}))
    if ask.most is not None:
        wishes.append(Phrase("looked-most", {"most": ask.most}))
    elif ask.price is not None:
        wishes.append(Phrase("looked-price", {"price": ask.price.value}))
    wishes += (Phrase("access-name", {"code": one.value}) for one in ask.access)
    if ask.named:
        wishes.append(Phrase("looked-words", {"words": Quoted(" ".join(ask.named))}))
    return Opening(reduce(_beside, wishes))


def _beside(first: Phrase, then: Phrase) -> Phrase:
    return Phrase("looked-beside", {"first": first, "then": then})


def _more() -> tuple[Choice, ...]:
    return (
        choice("choice-see-all", "see_all"),
        choice("choice-propose-event", "propose_from_agenda"),
    )
