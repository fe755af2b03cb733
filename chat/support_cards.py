"""A request for support, as the team reads it and as whoever asked is told of it.

The card holds no word of what was told: that stands beside it, so that it can be taken away alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat.cards import choice
from chat.words import Choice, Reply, Words, say
from domain import support_words
from domain.reach import Account, ways
from domain.small_talk import Talk, distress
from domain.support import Asked, Case, Figures, Outcome, Professional, Relay, Support
from domain.values import Items, Lines, Multiline, Phrase

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.BETTER: "choice-support-better",
    Outcome.SAME: "choice-support-same",
    Outcome.OTHER: "choice-support-other",
}
"""How it ended, each with its label."""


def about_phrase(support: Support) -> Phrase:
    """What it is about, in a few words."""
    return Phrase("support-about", {"about": support.about.value})


def head(case: Case) -> Words:
    """Who asks, what about, and how far it may go."""
    support = case.support
    return Words(
        "support-head",
        {
            "asker": case.asker,
            "about": about_phrase(support),
            "urgent": support.urgent,
            "share": support.share.value,
            "organisation": support.organisation,
        },
    )


def listens_now(text: str) -> tuple[Words, ...]:
    """Who listens at once, where somebody is in danger."""
    words = []
    if distress(text) is Talk.DANGER:
        words.append(Words("small-talk-danger"))
    if support_words.tells_violence(text):
        words.append(Words("support-violence"))
    return tuple(words)


def story(support: Support) -> Words:
    """What they told, word for word."""
    return Words("support-story", {"text": Multiline(support.text)})


def story_beside(support: Support) -> Reply:
    """The same, beside the card."""
    return Reply(words=(story(support),)).on("support", support.id)


def support_card(case: Case) -> Reply:
    """A request before the team, with what may be done about it as it stands."""
    support = case.support
    if support.person is None:
        return say("support-card-emptied").on("support", support.id)
    reply = Reply(words=(head(case),)).then(
        "support-state",
        state=support.state.value,
        name=case.taker,
        answerer=case.answerer or case.taker,
        others=case.taker != (case.answerer or case.taker),
        outcome=support.outcome.value if support.outcome else "",
    )
    if case.allies and support.is_open:
        reply = reply.then("support-allies", lines=Lines(tuple(map(_ally, case.allies))))
    return reply.choose(*_choices(support)).on("support", support.id)


def moved_card(support: Support) -> Reply:
    """A card that gave way to a newer one further down."""
    return say("support-card-moved").on("support", support.id)


def overdue(case: Case) -> Reply:
    """A reminder to the team, below the card."""
    return say("support-overdue", about=about_phrase(case.support), name=case.taker).on(
        "support", case.support.id
    )


def own_choices(support: Support) -> tuple[Choice, Choice]:
    """What whoever asked may do at any time."""
    return (
        choice("choice-support-over", "close_support", support=support.id),
        choice("choice-support-erase", "erase_support", support=support.id),
    )


def to_asker(support: Support, reply: Reply) -> Reply:
    """A word to whoever asked, who may write more, end it or erase it."""
    return reply.choose(*own_choices(support)).on("support", support.id)


def how_is_it(support: Support) -> Reply:
    """The one question, two weeks later."""
    endings = [
        Choice(Words(label), "close_support", {"support": support.id, "outcome": outcome.value})
        for outcome, label in OUTCOMES.items()
    ]
    return say("support-how-is-it").choose(*endings).on("support", support.id)


def met(relay: Relay, name: str, accounts: Sequence[Account]) -> Reply:
    """To one of the two: who the other is, and how to reach them; a reply is carried over too."""
    found = [Phrase("way-to-reach", way._asdict()) for way in ways(accounts)]
    return say("support-met", name=name, ways=Items(tuple(found)) if found else "").on(
        "relay", relay.id
    )


def professionals() -> Lines:
    """The kinds of professionals whom one may turn to by oneself."""
    return Lines(tuple(professional_phrase(kind) for kind in Professional))


def professional_phrase(kind: Professional) -> Phrase:
    """What such a professional does, and how one finds one."""
    return Phrase("support-professional", {"kind": kind.value})


def figures_phrase(figures: Figures) -> Phrase:
    """A quarter in figures, or that there is nothing to be told."""
    kinds = [
        Phrase("support-count", {"about": Phrase("support-about", {"about": one}), "count": count})
        for one, count in figures.kinds.items()
    ]
    total = figures.total if figures.total is not None else "few"
    return Phrase("support-figures", {"total": total, "kinds": Items(tuple(kinds))})


def ally_phrase(ally: Asked) -> Phrase:
    """Somebody who was asked, within a sentence for the team."""
    return Phrase("ally", {"name": ally.name, "place": ally.place})


def _ally(ally: Asked) -> Phrase:
    who = Phrase("ally-on-card", {"name": ally.name, "place": ally.place})
    return Phrase("support-ally", {"name": who, "state": ally.state.value})


def _choices(support: Support) -> Sequence[Choice]:
    if not support.is_open:
        return ()
    number = support.id
    mine = choice("choice-take-on", "take_support", support=number)
    if support.taken_by is not None:
        mine = choice("choice-give-back", "give_back_support", support=number)
    ally = choice("choice-support-ask-consent", "ask_for_consent", support=number)
    if support.share.reaches_ally:
        ally = choice("choice-support-find-ally", "find_ally", support=number)
    return (
        choice("choice-answer", "answer_support", support=number),
        mine,
        ally,
        choice("choice-support-professional", "point_out", support=number),
    )
