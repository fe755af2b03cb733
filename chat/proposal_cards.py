"""The card of a need: who could help, why, and how far the asking is. One card, drawn anew.

A balance is never told: others learn at most that giving and receiving weighs a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain.introductions import REFUSED, IntroductionState, expires_at
from domain.needs import Need
from domain.places import Nearness
from domain.proposals import Proposed
from domain.ranking import Parts
from domain.values import Items, Lines, NearDay, Phrase, Quoted

ALIKE, SIMILAR = 0.95, 0.6
"""Of likeness: as good as the same, and clearly related."""

FEW = 2
"""Reasons beside a name on the card; all of them stand behind « why »."""

_NEAR = {
    Nearness.SAME_COMMUNE: "why-same-commune",
    Nearness.SAME_EPCI: "why-same-epci",
    Nearness.SAME_DEPARTEMENT: "why-same-departement",
    Nearness.SAME_REGION: "why-same-region",
}

_PLAIN = frozenset({"why-alike", "why-similar", "why-related", "why-place-unknown", "why-far"})
"""Reasons that the offer itself says, or that are none."""

_STANDS = {
    IntroductionState.ASKED: "asking-asked",
    IntroductionState.OFFERED: "asking-offered",
    IntroductionState.ACCEPTED: "asking-accepted",
    IntroductionState.EXPIRED: "asking-silent",
    IntroductionState.CANCELLED: "asking-cancelled",
} | dict.fromkeys(REFUSED, "asking-refused")

Reasons = Iterator[tuple[str, Mapping[str, object]]]


def proposals_card(need: Need, proposed: Sequence[Proposed], zone: ZoneInfo) -> Reply:
    """Who could help with a need, how far the asking is, and what may be done next."""
    lines = Lines(tuple(_line(one, zone) for one in proposed))
    reply = say("need-matches", need=Quoted(need.text), allies=lines)
    in_turn = any(one.introduction.in_turn for one in proposed)
    reply = reply.then("need-asking", state=need.state.value, turn="yes" if in_turn else "no")
    if need.seeks:
        reply = reply.then("need-with-name", named="yes" if need.names_asker else "no")
    return reply.choose(*_choices(need, proposed, in_turn=in_turn)).on("asking", need.id)


def why_card(need: Need, proposed: Sequence[Proposed]) -> Reply:
    """What speaks for each, and how they are chosen."""
    lines = [
        Phrase("why-person", {"who": _who(one), "reasons": Items(tuple(_reasons(one)))})
        for one in proposed
    ]
    return say("why", need=Quoted(need.text), people=Lines(tuple(lines))).then("why-rule")


def ally(one: Proposed) -> Phrase:
    """Somebody proposed, within a sentence for the asker; whom the team thought of was on no card
    of theirs.
    """
    if not one.name and one.parts is None:
        return Phrase("ally-of-team")
    return Phrase("ally", {"name": one.name, "place": one.introduction.place})


def _who(one: Proposed) -> Phrase:
    return Phrase("ally-on-card", {"name": one.name, "place": one.introduction.place})


def _choices(need: Need, proposed: Sequence[Proposed], *, in_turn: bool) -> Iterator[Choice]:
    waiting = [one for one in proposed if one.introduction.state is IntroductionState.WAITING]
    if need.seeks and not in_turn:
        yield from (_ask(one) for one in waiting)
        if len(waiting) > 1:
            yield choice("choice-in-turn", "ask_in_turn", need=need.id)
    why = "choice-why" if len(proposed) > 1 else "choice-why-one"
    yield choice(why, "why_these", need=need.id)
    if need.seeks:
        label = "choice-without-my-name" if need.names_asker else "choice-with-my-name"
        yield choice(label, "show_my_name", need=need.id, named=not need.names_asker)


def _ask(one: Proposed) -> Choice:
    asked = one.introduction
    given: dict[str, object] = {"need": asked.need.id, "helper": asked.helper}
    if one.name:
        return Choice(Words("choice-ask-helper", {"name": one.name}), "ask_helper", given)
    return Choice(Words("choice-ask-ally", {"place": asked.place}), "ask_helper", given)


def _line(one: Proposed, zone: ZoneInfo) -> Phrase:
    shown: dict[str, object] = {"who": _who(one), "offer": Quoted(one.offer) if one.offer else ""}
    state = one.introduction.state
    if state in _STANDS:
        day = NearDay(expires_at(one.introduction).astimezone(zone).date())
        return Phrase("need-match-asked", {**shown, "status": Phrase(_STANDS[state], {"day": day})})
    telling = [reason for reason in _reasons(one) if reason.id not in _PLAIN][:FEW]
    if not telling:
        return Phrase("need-match", shown)
    return Phrase("need-match-because", {**shown, "reasons": Items(tuple(telling))})


def _reasons(one: Proposed) -> list[Phrase]:
    """The parts of a score as phrases, the most telling first."""
    if one.parts is None:
        return []
    told = _told(one.parts, exploratory=one.exploratory, shows_place=one.shows_place)
    return [Phrase(*reason) for reason in told]


def _told(why: Parts, *, exploratory: bool, shows_place: bool) -> Reasons:
    if why.helped:
        yield "why-helped", {"times": why.helped}
    yield from _nearness(why, shows_place=shows_place)
    if why.crosses:
        yield "why-other-organisation", {}
    if exploratory:
        yield "why-exploratory", {}
    yield ("why-rested" if why.asked == 0 else "why-asked-lately"), {}
    yield _likeness(why.likeness), {}


def _likeness(likeness: float) -> str:
    if likeness >= ALIKE:
        return "why-alike"
    return "why-similar" if likeness >= SIMILAR else "why-related"


def _nearness(why: Parts, *, shows_place: bool) -> Reasons:
    if why.remote:
        yield "why-remote", {}
    elif not shows_place or why.near is Nearness.UNKNOWN:
        yield "why-place-unknown", {}
    else:
        yield _NEAR.get(why.near, "why-far"), {}
