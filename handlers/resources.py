"""Shared resources: proposed in one message, checked by the team, found by words and shown under
answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chat.command import Value, Where, command, labelled
from chat.knowledge_cards import resource_card, resource_phrase
from chat.words import Reply, option, say, toast
from domain import entries, resources
from domain.errors import Refusal
from domain.events import State
from domain.moderation import decided
from domain.permanence import Entry
from domain.resources import Draft, Resource
from domain.values import Lines, Quoted
from handlers.desk import Desk, begin, must_be_reachable, tell_team
from handlers.help import give_up

LISTED = 8
"""Resources that one `/ressources` lists."""


@command("ressources", "resources")
async def find_resources(desk: Desk, words: str = "") -> Reply:
    """List the resources that hold the words; the newest, for none."""
    found = resources.search(await desk.store.resources.in_state(State.APPROVED), words)
    if not found:
        return say("resources-none", words=Quoted(words))
    lines = [await _phrase(desk, one) for one in found[:LISTED]]
    more = max(0, len(found) - LISTED)
    return say("resources-found", words=Quoted(words), lines=Lines(tuple(lines)), more=more)


@find_resources.reads("words")
async def as_searched(desk: Desk, typed: str) -> str:
    """Words of a title, tags, or a kind."""
    return entries.one_line(typed)[: entries.TITLE_MOST]


@command()
async def take_resource(desk: Desk, text: str) -> Reply:
    """Read a resource from the words of `/proposer`; what they lack is asked."""
    await must_be_reachable(desk)
    if not resources.has_address(text):
        return await begin(desk, "propose_resource", {"title": entries.title_typed(text)})
    return await begin(desk, "propose_resource", await _given(desk, text))


@command()
async def propose_resource(desk: Desk, what: str, title: str, sure: bool) -> Reply:
    """Propose a resource to the team."""
    draft = _draft(what, title)
    kept = await desk.store.resources.propose(draft, by=desk.person.id, now=desk.now)
    if kept is None:
        raise await _known(desk, draft) or Refusal("refusal-choice-stale")
    await tell_team(desk, resource_card(kept, proposer=desk.person.name))
    return say("resource-proposed")


@propose_resource.reads("what")
async def a_link(desk: Desk, typed: str) -> str:
    """A link, perhaps with words; a known one is told at once."""
    await _given(desk, typed)
    return typed


@propose_resource.reads("title")
async def a_title(desk: Desk, typed: str) -> str:
    """What one will find there."""
    return entries.title_typed(typed)


@propose_resource.asks("sure")
async def as_it_was_read(desk: Desk, what: str, title: str) -> Reply:
    """What was understood, to be checked."""
    draft = _draft(what, title)
    shown = resource_phrase(draft.title, draft.address, draft.kind, draft.tags)
    return say("resource-to-send", resource=shown).choose(
        option("choice-other-title", propose_resource, what=what),
        option("choice-cancel", give_up),
    )


@propose_resource.choices("sure")
async def send_it(desk: Desk) -> Sequence[Value]:
    """The others are another title, or giving up."""
    return [labelled("choice-send-to-team", value=True)]


@command(where=Where.TEAM)
async def publish_resource(desk: Desk, resource: int) -> Reply:
    """The resource is found from now on, and its proposer is told."""
    kept = await _decide(desk, resource, State.APPROVED)
    if kept.proposed_by is not None:
        desk.tell(kept.proposed_by, say("resource-approved", title=Quoted(kept.title)))
    return toast("done")


@command(where=Where.TEAM)
async def refuse_resource(desk: Desk, resource: int) -> Reply:
    """The resource stays out, and its proposer is told."""
    kept = await _decide(desk, resource, State.REFUSED)
    if kept.proposed_by is not None:
        desk.tell(kept.proposed_by, say("resource-refused", title=Quoted(kept.title)))
    return toast("done")


@command(where=Where.TEAM, keeps_choices=True)
async def rename_resource(desk: Desk, resource: int, title: str) -> Reply:
    """A title that says more, before the team decides."""
    kept = await _resource(desk, resource)
    decided(kept.state, State.APPROVED)
    await desk.store.resources.rename(resource, title)
    await _note(desk, "edited", resource)
    return await card_of(desk, await _resource(desk, resource))


@rename_resource.reads("title")
async def another_title(desk: Desk, typed: str) -> str:
    """A title on one line."""
    return entries.title_typed(typed)


async def lines_for(desk: Desk, entry: Entry, question: str) -> Lines:
    """At most two resources that go further than an answer; none rather than a wrong one."""
    approved = await desk.store.resources.in_state(State.APPROVED)
    related = resources.related(approved, [question, entry.title, *entry.tags])
    return Lines(tuple([await _phrase(desk, one) for one in related]))


async def card_of(desk: Desk, resource: Resource) -> Reply:
    """A proposed resource before the team."""
    return resource_card(resource, proposer=await _sharer(desk, resource))


async def _phrase(desk: Desk, one: Resource) -> object:
    by = await _sharer(desk, one)
    return resource_phrase(one.title, one.address, one.kind, one.tags, by=by)


async def _sharer(desk: Desk, resource: Resource) -> str:
    person = resource.proposed_by
    return (await desk.store.people.person(person)).name if person is not None else ""


async def _given(desk: Desk, text: str) -> Mapping[str, object]:
    """What a message says of a resource; Refusal when it is known."""
    draft = resources.read(text)
    refusal = await _known(desk, draft)
    if refusal is not None:
        raise refusal
    return {"what": text} | ({"title": draft.title} if draft.title else {})


async def _known(desk: Desk, draft: Draft) -> Refusal | None:
    known = await desk.store.resources.known(draft.address)
    if known is None or known.state is State.REFUSED:
        return None
    waits = known.state is State.PROPOSED
    return Refusal(
        "refusal-resource-waits" if waits else "refusal-resource-known", title=Quoted(known.title)
    )


def _draft(what: str, title: str) -> Draft:
    return resources.retitled(resources.read(what), title)


async def _decide(desk: Desk, number: int, state: State) -> Resource:
    kept = await _resource(desk, number)
    await desk.store.resources.decide(number, decided(kept.state, state))
    await _note(desk, state.value, number)
    return kept


async def _resource(desk: Desk, number: int) -> Resource:
    kept = await desk.store.resources.resource(number)
    if kept is None:
        raise Refusal("refusal-choice-stale")
    return kept


async def _note(desk: Desk, act: str, resource: int) -> None:
    await desk.store.audit.note(act, f"resource:{resource}", by=desk.person.id, now=desk.now)


COMMANDS = (
    find_resources,
    take_resource,
    propose_resource,
    publish_resource,
    refuse_resource,
    rename_resource,
)
