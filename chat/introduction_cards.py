"""What the two sides of an introduction are told: the ask, its end, the meeting, how it went.

Before both agreed nothing here names the helper to the asker who is not shown to allies, nor the
asker to the helper who did not allow it.
"""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from chat.cards import choice
from chat.proposal_cards import ally
from chat.relay_cards import relay_choices, write_choice
from chat.words import Choice, Reply, say
from domain.introductions import Introduction, Outcome, Step, expires_at
from domain.needs import Need, NeedState
from domain.proposals import Proposed
from domain.reach import Account, meet, ways
from domain.ties import Bond
from domain.values import Items, Lines, Minutes, NearDay, Phrase, Quoted


def request(
    introduction: Introduction,
    *,
    asker: str,
    organisations: Sequence[str],
    zone: ZoneInfo,
    by_team: bool = False,
) -> Reply:
    """The ask before the helper; `asker` and `organisations` only where the asker allows it.
    `by_team`: the team thought of them, and will read their answer, which they are told.
    """
    need = introduction.need
    reply = say("help-request", need=Quoted(need.text))
    if facts := _facts(need):
        reply = reply.then("request-facts", facts=Lines(tuple(facts)))
    if need.names_asker:
        of = Items(tuple(organisations)) if organisations else ""
        reply = reply.then("request-named", name=asker, organisations=of)
    else:
        reply = reply.then("request-unnamed")
    if by_team:
        reply = reply.then("request-by-team")
    day = NearDay(expires_at(introduction).astimezone(zone).date())
    return (
        reply.then("request-until", day=day)
        .choose(*answers(introduction))
        .on("introduction", introduction.id)
    )


def answers(introduction: Introduction) -> list[Choice]:
    """What a helper may say."""
    commands = {
        "choice-accept": "accept",
        "choice-not-this-month": "not_this_month",
        "choice-not-my-subject": "not_my_subject",
        "choice-never-again": "never_again",
    }
    return [
        choice(label, command, introduction=introduction.id) for label, command in commands.items()
    ]


def silent_to_helper(introduction: Introduction) -> Reply:
    """Their time is over, which is no fault; a late yes still counts while it can."""
    return say("ask-expired", need=Quoted(introduction.need.text))


def silent_to_asker(one: Proposed, then: Step) -> Reply:
    """Somebody said nothing, and what follows."""
    need = one.introduction.need
    return say("helper-silent", ally=ally(one), need=Quoted(need.text), next=_next(need, then))


def more_found(need: Need, *, in_turn: bool) -> Reply:
    """Those who were asked could not, and others were found."""
    return say("more-found", need=Quoted(need.text), turn="yes" if in_turn else "no")


def refused_to_asker(one: Proposed, then: Step) -> Reply:
    """Somebody said no, for a reason that stays theirs, and what follows."""
    need = one.introduction.need
    return say("helper-refused", ally=ally(one), need=Quoted(need.text), next=_next(need, then))


def not_needed(introduction: Introduction) -> Reply:
    """They were asked, and need not answer any more."""
    need = introduction.need
    return say("ask-cancelled", need=Quoted(need.text), state=need.state.value)


def introduced(
    introduction: Introduction,
    name: str,
    theirs: Sequence[Account],
    mine: Sequence[Account],
    to: int,
) -> Reply:
    """To one of the two: who the other is, and how to reach them; carried where nothing else is."""
    shown = {"name": name, "need": Quoted(introduction.need.text)}
    reach = Items(tuple(Phrase("way-to-reach", way._asdict()) for way in ways(theirs)))
    if meet(mine, theirs):
        reply = say("introduced", **shown).then("introduced-ways", ways=reach)
    else:
        reply = say("introduced", **shown).then("introduced-relayed", name=name)
        if ways(theirs):
            reply = reply.then("introduced-elsewhere", ways=reach)
        reply = reply.choose(*relay_choices(Bond.INTRODUCTION, introduction.id))
    reply = reply.choose(choice("choice-note-help", "note_help", introduction=introduction.id))
    if to == introduction.helper:
        reply = reply.choose(_take_back(introduction))
    return reply.then("introduced-after").on("introduction", introduction.id)


def found_card(introduction: Introduction, name: str, *, to: int) -> Reply:
    """To one of the two, later: whom they found or help, with a way to write and a way out."""
    helps = to == introduction.helper
    number = introduction.id
    reply = say("found-again", name=name, need=Quoted(introduction.need.text), helps=helps)
    if introduction.stopped_at is None:
        reply = reply.choose(write_choice(Bond.INTRODUCTION, number))
    fails = choice("choice-does-not-work", "does_not_work", introduction=number)
    return reply.choose(_take_back(introduction) if helps else fails).on("introduction", number)


def taken_back_to_asker(introduction: Introduction, name: str, then: Step) -> Reply:
    """Whoever had said yes cannot after all: what follows."""
    need = introduction.need
    reply = say("yes-taken-back-told", need=Quoted(need.text), name=name, next=then.value)
    if then is not Step.CHOOSE:
        return reply
    return reply.choose(choice("choice-look-again", "search_need", need=need.id))


def how_was_it(introduction: Introduction, other: str) -> Reply:
    """One tap tells how it went."""
    labels = {
        "choice-went-well": Outcome.GOOD,
        "choice-went-not-yet": Outcome.NOT_YET,
        "choice-went-nowhere": Outcome.NOT_POSSIBLE,
    }
    return say("how-was-it", name=other, need=Quoted(introduction.need.text)).choose(
        *(
            choice(label, "tell_how", introduction=introduction.id, outcome=outcome.value)
            for label, outcome in labels.items()
        )
    )


def _take_back(introduction: Introduction) -> Choice:
    return choice("choice-take-back-yes", "take_back_yes", introduction=introduction.id)


def _next(need: Need, then: Step) -> str:
    return "team" if need.state is NeedState.UNMET else then.value


def _facts(need: Need) -> list[Phrase]:
    """What the asker confirmed beside the words."""
    facts = []
    if need.deadline is not None:
        facts.append(Phrase("request-by", {"day": NearDay(need.deadline)}))
    if need.remote:
        facts.append(Phrase("request-remote"))
    elif need.place:
        facts.append(Phrase("request-place", {"place": need.place}))
    if need.minutes:
        facts.append(Phrase("request-minutes", {"time": Minutes(need.minutes)}))
    return facts
