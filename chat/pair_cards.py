"""Binômes as people see them: a question without a name first, then the two names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat.cards import choice
from chat.counts import counted
from chat.reaching import ways
from chat.relay_cards import relay_choices, write_choice
from chat.words import Choice, Reply, Words, say
from domain import reach
from domain.fits import Ally
from domain.pairs import CAPACITY_MOST, Buddy, Pair, PairState
from domain.places import Nearness, nearness
from domain.reach import Account, meet
from domain.ties import Bond
from domain.values import Items, NearDay, Phrase

_NEAR = {
    Nearness.SAME_COMMUNE: "why-same-commune",
    Nearness.SAME_EPCI: "why-same-epci",
    Nearness.SAME_DEPARTEMENT: "why-same-departement",
    Nearness.SAME_REGION: "why-same-region",
}


def take_choices(label: str = "choice-take-newcomers") -> list[Choice]:
    """From one newcomer to as many as one can take."""
    return [
        Choice(Words(label, {"count": count}), "take_newcomers", {"count": count})
        for count in range(1, CAPACITY_MOST + 1)
    ]


def buddy_card(buddy: Buddy, pairs: Sequence[tuple[Pair, str]]) -> Reply:
    """What somebody said of waiting or taking newcomers, and with whom they are now."""
    together = [(pair, name) for pair, name in pairs if pair.state is PairState.TOGETHER]
    reply = _standing(buddy)
    if together:
        reply = reply.then("buddy-together", names=Items(tuple(name for _, name in together)))
    writes = [write_choice(Bond.PAIR, pair.id, names=[name]) for pair, name in together]
    ends = [end_choice(*one) for one in together]
    return reply.choose(*_own_choices(buddy), *writes, *ends)


def end_choice(pair: Pair, name: str) -> Choice:
    """Leave it at that with somebody."""
    return Choice(Words("choice-end-pair", {"name": name}), "end_pair", {"pair": pair.id})


def reasons(one: Ally, other: Ally, *, place: bool, subjects: bool) -> Items:
    """What speaks for two people, as far as both show it."""
    found = []
    near = nearness(one.place, other.place)
    if place and near in _NEAR:
        found.append(Phrase(_NEAR[near]))
    if subjects and one.subjects & other.subjects:
        found.append(Phrase("pair-why-subject"))
    if one.organisations and other.organisations and not one.organisations & other.organisations:
        found.append(Phrase("pair-why-organisation"))
    return Items(tuple(found))


def request_card(pair: Pair, person: int, why: Items) -> Reply:
    """Ask one of two whether they would; no name is told."""
    asked = "newcomer" if person == pair.newcomer else "guide"
    reply = say("pair-asked", role=asked, until=NearDay(pair.answer_by.date()))
    if why.items:
        reply = reply.then("pair-reasons", reasons=why)
    return reply.choose(
        choice("choice-yes-pair", "agree_to_pair", pair=pair.id),
        choice("choice-somebody-else", "somebody_else", pair=pair.id),
        choice("choice-not-now", "not_now", pair=pair.id),
    )


def together_card(
    pair: Pair, name: str, theirs: Sequence[Account], mine: Sequence[Account], *, newcomer: bool
) -> Reply:
    """Both agreed: each learns of the other; words are carried where they share no platform."""
    role = "newcomer" if newcomer else "guide"
    apart = not meet(mine, theirs)
    reply = say("pair-together", name=name, apart=apart)
    if not apart or reach.ways(theirs):
        reply = reply.then("pair-ways", ways=ways(theirs), apart=apart)
    reply = reply.then("pair-begin", role=role).on("pair", pair.id)
    return reply.choose(*relay_choices(Bond.PAIR, pair.id)) if apart else reply


def how_card(pair: Pair, name: str) -> Reply:
    """A month later: one tap."""
    return say("pair-how", name=name).choose(
        choice("choice-pair-well", "pair_goes_well", pair=pair.id),
        choice("choice-pair-stop", "end_pair", pair=pair.id),
    )


def team_card(waiting: int, places: int, figures: Mapping[str, int]) -> Reply:
    """How many wait before the team, and what came of those who were paired; no name."""
    reply = say("pairs-team", waiting=waiting, places=places)
    now = figures.get(PairState.TOGETHER, 0)
    ever = now + figures.get(PairState.ENDED, 0)
    if ever:
        reply = reply.then(
            "pairs-figures", now=counted(now), ever=counted(ever), well=counted(figures["well"])
        )
    if waiting and places:
        reply = reply.choose(choice("choice-pair-up", "pair_up"))
    return reply


def _standing(buddy: Buddy) -> Reply:
    if buddy.waits_since is not None:
        return say("buddy-waits", since=NearDay(buddy.waits_since.date()))
    if buddy.capacity:
        return say("buddy-takes", count=buddy.capacity)
    return say("buddy")


def _own_choices(buddy: Buddy) -> list[Choice]:
    if buddy.waits_since is not None:
        return [choice("choice-stop-waiting", "stop_waiting")]
    if buddy.capacity:
        others = [one for one in take_choices() if one.given["count"] != buddy.capacity]
        return [*others, choice("choice-stop-taking", "take_newcomers", count=0)]
    return [choice("choice-seek-guide", "seek_guide"), *take_choices()]
