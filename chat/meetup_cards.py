"""Monthly get-togethers in twos or threes, as those who meet see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chat.cards import choice
from chat.counts import counted
from chat.relay_cards import relay_choices, write_choice
from chat.words import Choice, Reply, Words, say
from domain.rounds import How
from domain.ties import Bond
from domain.values import Items, Lines, NearDay, Phrase


def own_card(
    how: How | None, following: datetime, latest: Sequence[str], *, meetup: int | None
) -> Reply:
    """Whether somebody takes part, and with whom they met last, or meet now, by its number."""
    day = NearDay(following.date())
    if how is None:
        return say("meetups", day=day).choose(*_hows(None), *_hosting())
    reply = say("meetups-in", how=how.value, day=day)
    if latest:
        reply = reply.then("meetups-latest", names=Items(tuple(latest)))
    if latest and meetup is not None:
        reply = reply.choose(write_choice(Bond.MEETUP, meetup, names=latest))
    stop = choice("choice-stop-meetups", "leave_meetups")
    return reply.choose(*_hows(how), stop, *_hosting())


def person_phrase(name: str, ways: Items) -> Phrase:
    """Somebody whom one meets, with how to reach them."""
    return Phrase("meetup-person", {"name": name, "ways": ways})


def meetup_card(meetup: int, people: Sequence[Phrase], question: int, *, apart: bool) -> Reply:
    """Whom one meets this month, and something to begin with; words are carried where they share
    no platform.
    """
    card = say("meetup", people=Lines(tuple(people)), count=len(people))
    if apart:
        card = card.then("meetup-relayed").choose(*relay_choices(Bond.MEETUP, meetup))
    breaks = Phrase("ice-breaker", {"number": question})
    return card.then("meetup-question", question=breaks).on("meetup", meetup)


def left_card(following: datetime) -> Reply:
    """Nobody was left to meet: what happens now."""
    return say("meetup-left-over", day=NearDay(following.date()))


def asked_card(meetup: int, names: Sequence[str]) -> Reply:
    """A week later: one tap."""
    return say("meetup-asked", names=Items(tuple(names))).choose(
        choice("choice-met", "we_met", meetup=meetup),
        choice("choice-not-met", "we_did_not_meet", meetup=meetup),
        choice("choice-stop-meetups", "leave_meetups"),
    )


def team_card(guests: int, figures: Mapping[str, int]) -> Reply:
    """How many take part, and what came of it, without a name."""
    return say(
        "meetups-team",
        guests=counted(guests),
        drawn=counted(figures["drawn"]),
        met=counted(figures["met"]),
    )


def _hows(now: How | None) -> list[Choice]:
    return [
        Choice(Words("choice-how-to-meet", {"how": how.value}), "join_meetups", {"how": how.value})
        for how in How
        if how is not now
    ]


def _hosting() -> list[Choice]:
    return [choice("choice-host", "host")]
