"""Cards of needs: what was understood, what may still be changed, and what the team sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from chat.cards import choice
from chat.skill_cards import concept_choice
from chat.words import Choice, Reply, Words, say
from domain.introductions import REFUSED
from domain.need_cases import NeedCase, Thought
from domain.needs import Need, NeedState
from domain.skills import Concept
from domain.values import Lines, Minutes, NearDay, Phrase, Quoted

LINES = {
    "day": "need-fact-day",
    "place": "need-fact-place",
    "remote": "need-fact-remote",
    "length": "need-fact-length",
    "urgent": "need-fact-urgent",
}
"""What is understood, on a line each."""

WORDS = {
    "day": "call-fact-day",
    "place": "call-fact-place",
    "remote": "call-fact-remote",
    "length": "call-fact-length",
    "urgent": "call-fact-urgent",
}
"""The same in a list."""


def need_card(need: Need, concept: Concept | None, language: str) -> Reply:
    """A need as it stands, with what its asker may do next."""
    title = (Phrase("need-fact-what", {"what": concept.title(language)}),) if concept else ()
    named = Phrase("need-fact-named" if need.names_asker else "need-fact-unnamed")
    facts = Lines((*title, *_facts(need), named))
    reply = say("need-card", need=Quoted(need.text), state=need.state.value, facts=facts)
    return reply.choose(*_next(need))


def which_concept(need: Need, near: Sequence[Concept], language: str, *, search: bool) -> Reply:
    """What may be meant, and that it is something else."""
    concepts = [concept_choice(one, language, "mean_need", need=need.id) for one in near]
    other = choice("choice-other-meaning", "say_meaning", need=need.id, search=search)
    return say("need-which").choose(*concepts, other)


def asked_already(before: Need, need: Need, *, sure: bool) -> Reply:
    """The same is looked for already: that card, or two people asked after all."""
    return say("need-twice", need=Quoted(before.text)).choose(
        choice("choice-need-see", "show_need", need=before.id),
        choice("choice-need-anyway", "search_anyway" if sure else "show_need", need=need.id),
        choice("choice-need-drop", "close_need", need=need.id),
    )


def changes(need: Need, *, groups: bool) -> tuple[Choice, ...]:
    """The small changes of a card."""
    found = [
        choice("choice-need-day", "set_need_day", need=need.id),
        choice("choice-need-place", "set_need_place", need=need.id),
        choice(
            "choice-need-on-site" if need.remote else "choice-need-remote",
            "set_need_remote",
            need=need.id,
            remote=not need.remote,
        ),
        choice("choice-need-length", "set_need_length", need=need.id),
        choice("choice-need-meaning", "other_meaning", need=need.id),
        choice(
            "choice-need-unnamed" if need.names_asker else "choice-need-named",
            "set_need_named",
            need=need.id,
            named=not need.names_asker,
        ),
    ]
    if groups:
        found.append(choice("choice-need-group", "choose_group", need=need.id))
    return (*found, choice("choice-need-back", "show_need", need=need.id))


def nobody_found(need: Need) -> Reply:
    """To the asker: nobody yet, the team looks, and perhaps everybody may be asked."""
    named = "yes" if need.team_knows else "no"
    reply = say("need-nobody", need=Quoted(need.text), named=named)
    return reply if need.in_digest else reply.then("need-call").choose(*_call(need))


def unmet_card(case: NeedCase) -> Reply:
    """A need that found nobody, before the team; who asks is named only as they allow."""
    need = case.need
    given = {"need": need.text, "state": need.state.value}
    if need.team_knows:
        reply = say("need-nobody-team", asker=case.asker, **given)
    else:
        reply = say("need-unnamed-team", **given)
        reply = reply.then("need-unnamed-hidden") if need.state is NeedState.UNMET else reply
    if case.thoughts:
        reply = reply.then("need-thoughts", lines=Lines(tuple(map(_thought, case.thoughts))))
    if need.in_digest and need.seeks:
        reply = reply.then("need-call-agreed", called="yes" if need.called_at else "no")
    if case.closed_at is not None:
        reply = reply.then("need-closed-by", name=case.closed_by)
    return reply.choose(*_of_team(case)).on("unmet", need.id)


def _thought(thought: Thought) -> Phrase:
    """Somebody whom the team asked, and what they said; a no of any kind is a no."""
    state = thought.introduction.state
    said = "refused" if state in REFUSED else state.value
    return Phrase("need-thought", {"name": thought.name, "by": thought.by, "state": said})


def ended(need: Need) -> Reply:
    """To the asker, when the day is behind."""
    return say("need-ended", need=Quoted(need.text)).choose(*_after_the_end(need))


def group_post(need: Need, *, asker: str) -> Reply:
    """A need in a group, with the name of whoever asks only where they let it be told."""
    facts = tuple(_facts(need))
    name = asker if need.names_asker else ""
    reply = say("need-in-group", need=Quoted(need.text), asker=name)
    if facts:
        reply = reply.then("need-facts", facts=Lines(facts))
    return reply.choose(choice("choice-lend-hand", "lend_hand", need=need.id)).on("hand", need.id)


def with_calls(agenda: Reply | None, calls: Sequence[tuple[Need, str]]) -> Reply | None:
    """The agenda, and below it the needs that are called out to everybody, each with its name."""
    if not calls:
        return agenda
    lines = Lines(tuple(_call_line(need, name) for need, name in calls))
    return (agenda or Reply()).then("digest-needs", calls=lines)


def _call_line(need: Need, name: str) -> Phrase:
    facts = list(_facts(need, WORDS))
    asker = name if need.named_in_digest else ""
    values = {"need": Quoted(need.text), "number": str(need.id), "asker": asker}
    if not facts:
        return Phrase("digest-call", values)
    return Phrase("digest-call-facts", {**values, "facts": reduce(_beside, facts)})


def _beside(first: Phrase, then: Phrase) -> Phrase:
    """Things of different kinds, which no "and" joins."""
    return Phrase("call-facts", {"first": first, "then": then})


def _facts(need: Need, named: Mapping[str, str] = LINES) -> Iterator[Phrase]:
    """Each thing understood of day, place and length: a line of a card, or a word in a list."""
    if need.deadline is not None:
        yield Phrase(named["day"], {"day": NearDay(need.deadline)})
    if need.place:
        yield Phrase(named["place"], {"place": need.place})
    if need.remote:
        yield Phrase(named["remote"])
    if need.minutes is not None:
        yield Phrase(named["length"], {"length": Minutes(need.minutes)})
    if need.urgent:
        yield Phrase(named["urgent"])


def _next(need: Need) -> Sequence[Choice]:
    change = choice("choice-need-change", "change_need", need=need.id)
    match need.state:
        case NeedState.DRAFT:
            drop = choice("choice-need-drop", "close_need", need=need.id)
            return choice("choice-need-search", "search_need", need=need.id), change, drop
        case NeedState.OPEN | NeedState.UNMET:
            again = choice("choice-need-again", "search_need", need=need.id)
            return again, change, choice("choice-need-close", "close_need", need=need.id)
        case NeedState.EXPIRED:
            return _after_the_end(need)
    return ()


def _after_the_end(need: Need) -> tuple[Choice, ...]:
    return (
        choice("choice-need-week", "extend_need", need=need.id),
        choice("choice-need-close", "close_need", need=need.id),
    )


def _call(need: Need) -> tuple[Choice, ...]:
    """Whether the agenda may call for it, and with whose name."""
    return (
        choice("choice-call-yes", "agree_to_call", need=need.id, named=True),
        choice("choice-call-unnamed", "agree_to_call", need=need.id, named=False),
        choice("choice-call-no", "no_call", need=need.id),
    )


def _of_team(case: NeedCase) -> Iterator[Choice]:
    need = case.need
    if need.state is NeedState.UNMET:
        yield choice("choice-name-ally", "name_ally", need=need.id)
        if need.in_digest and need.called_at is None:
            yield choice("choice-call-out", "call_out", need=need.id)
        yield choice("choice-unmet-close", "close_unmet", need=need.id)
    elif case.closed_at is not None:
        yield choice("choice-reopen", "reopen_unmet", need=need.id)


def need_choice(need: Need) -> Choice:
    """A need in a list, by its words."""
    return Choice(
        Words("choice-named", {"name": need.subject or need.text}), "show_need", {"need": need.id}
    )
