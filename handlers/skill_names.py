"""Names that no skill has yet: proposed by people, kept to a skill or refused by the team."""

from __future__ import annotations

from typing import NamedTuple

from chat.cards import aged
from chat.command import Several, Where, called, command
from chat.skill_cards import name_card
from chat.words import Reply, say, toast
from domain.errors import Refusal
from domain.events import State
from domain.moderation import decided
from domain.skills import Kind
from domain.skills.aliases import Alias, own_key
from domain.values import Quoted
from handlers.desk import Desk


async def propose_name(desk: Desk, text: str, kind: Kind, *, shown: bool = True) -> None:
    """Put what somebody calls a skill before the team; once, whoever says it again. One that is not
    shown waits in the queue.
    """
    person, language = desk.person, desk.language
    alias = await desk.store.aliases.propose(text, language, kind, by=person.id, now=desk.now)
    if alias is None or not shown:
        return
    for chat in await desk.store.chats.team():
        desk.post(chat.id, await _card(desk, alias, chat.language))


async def cards_of_names(desk: Desk) -> list[Reply]:
    """The names that wait for the team, and since when."""
    waiting = await desk.store.aliases.in_state(State.PROPOSED)
    return [aged(await _card(desk, one, desk.language), one.at, desk.now) for one in waiting]


@command(where=Where.TEAM)
async def keep_name(desk: Desk, alias: int, concept: str) -> Reply:
    """The name means this skill from now on."""
    meant = desk.skills.concept(concept)
    if meant is None:
        raise Refusal("refusal-choice-stale")
    proposer = await _keep(desk, alias, meant.key, meant.kind)
    if proposer is not None:
        language = await desk.store.people.language(proposer.person)
        told = say("name-kept", name=proposer.name, skill=Quoted(meant.title(language)))
        desk.tell(proposer.person, told)
    return toast("done")


@keep_name.reads("concept")
async def a_skill(desk: Desk, typed: str) -> str | Several:
    """A skill by any of its names."""
    reading = desk.skills.read(typed, language=desk.language)
    if reading.concept is not None:
        return reading.concept.key
    if not reading.candidates:
        raise Refusal("refusal-skill-unknown")
    concepts = [one.concept for one in reading.candidates]
    return Several(tuple(called(one.title(desk.language), one.key) for one in concepts))


@command(where=Where.TEAM)
async def keep_as_new(desk: Desk, alias: int) -> Reply:
    """The name is a skill of the fabrique's own."""
    kept = await _alias(desk, alias)
    proposer = await _keep(desk, alias, own_key(kept.text), kept.kind)
    if proposer is not None:
        desk.tell(proposer.person, say("name-kept-new", name=proposer.name))
    return toast("done")


@command(where=Where.TEAM)
async def refuse_name(desk: Desk, alias: int) -> Reply:
    """The name stands for nothing; whoever offers it keeps their words, and is told so."""
    kept = await _alias(desk, alias)
    await desk.store.aliases.decide(alias, decided(kept.state, State.REFUSED))
    await _note(desk, State.REFUSED, alias)
    if (proposer := _proposer(kept)) is not None:
        desk.tell(proposer.person, say("name-refused", name=proposer.name))
    return toast("done")


class _Proposer(NamedTuple):
    """Who proposed a name, and the name as they said it."""

    person: int
    name: Quoted


async def _keep(desk: Desk, number: int, concept: str, kind: Kind) -> _Proposer | None:
    """Let a name mean a concept, in the offers of all who said it too; gives whom to tell."""
    alias = await _alias(desk, number)
    await desk.store.aliases.decide(number, decided(alias.state, State.APPROVED), concept)
    await desk.store.offers.mean_by_name(alias.text, kind, concept)
    await _note(desk, State.APPROVED, number)
    return _proposer(alias)


def _proposer(alias: Alias) -> _Proposer | None:
    """Whom to tell what became of a name; nobody where an operator gave it."""
    return _Proposer(alias.proposed_by, Quoted(alias.text)) if alias.proposed_by else None


async def _card(desk: Desk, alias: Alias, language: str) -> Reply:
    reading = desk.skills.read(alias.text, language=alias.language)
    near = [one.concept for one in reading.candidates]
    person = alias.proposed_by
    proposer = (await desk.store.people.person(person)).name if person is not None else ""
    return name_card(alias, near, proposer=proposer, language=language)


async def _alias(desk: Desk, number: int) -> Alias:
    found = await desk.store.aliases.alias(number)
    if found is None:
        raise Refusal("refusal-choice-stale")
    return found


async def _note(desk: Desk, state: State, number: int) -> None:
    await desk.store.audit.note(state.value, f"name:{number}", by=desk.person.id, now=desk.now)


COMMANDS = (keep_name, keep_as_new, refuse_name)
