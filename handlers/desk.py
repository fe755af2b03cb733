"""The desk as handlers have it: with the real store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from chat import desk
from chat.kept import given_to_json
from chat.words import Reply
from domain.deep_links import Opens, word
from domain.errors import Refusal
from domain.ledger import AccountKind
from domain.profiles import Audience
from domain.timebank import Party
from storage import Store
from storage.prompts import Prompt

Desk: TypeAlias = desk.Desk[Store]


async def tell_team(desk: Desk, reply: Reply) -> None:
    """Say something in each chat in which the team moderates."""
    for chat in await desk.store.chats.team():
        desk.post(chat.id, reply)


def of_team(desk: Desk) -> bool:
    """Whether the team speaks here, in its own chat."""
    return desk.chat.team and desk.rank.belongs


async def audience_of(desk: Desk) -> Audience:
    """For whom something is shown here: a group is read by anybody, and so is the bot in private by
    whoever is no ally.
    """
    if of_team(desk):
        return Audience.TEAM
    if desk.chat.private and await desk.store.belonging.is_ally(desk.person.id):
        return Audience.ALLIES
    return Audience.EVERYONE


async def party_of(desk: Desk) -> Party:
    """For whom the person speaks here: themselves, their organisations; in its chat the team, and
    organisations that nobody acts for.
    """
    team = of_team(desk)
    party = await desk.store.ledger.party(desk.person.id, team=team)
    if not team:
        return party
    alone = {
        (await desk.store.ledger.account(AccountKind.ORGANISATION, one.id)).id
        for one in await desk.store.organisations.alone()
    }
    return replace(party, accounts=party.accounts | alone)


async def must_be_reachable(desk: Desk) -> None:
    """Refuse, in a group, what will be answered later to somebody never met in private."""
    if not desk.chat.private and await desk.store.people.private_chat(desk.person.id) is None:
        raise Refusal("refusal-write-first")


async def begin(desk: Desk, command: str, given: Mapping[str, object]) -> Reply:
    """Go on with another command, by name as on cards; it asks for what it misses."""
    prompt = Prompt(
        chat=desk.chat.id,
        person=desk.person.id,
        token=desk.token(),
        command=command,
        given=given_to_json(given),
        asked=[],
        at=desk.now,
    )
    await desk.store.prompts.ask(prompt)
    return Reply(resumes=True)


async def link_to(desk: Desk, opens: Opens, number: int) -> str | None:
    """A link that opens the bot at a thing of this fabrique; None where there are no links."""
    if desk.link("") is None:
        return None
    key = await desk.store.fabriques.link_key(desk.fabrique.id)
    if key is None:
        new = f"{desk.token()}{desk.token()}"
        key = await desk.store.fabriques.keep_link_key(desk.fabrique.id, new)
    return desk.link(word(key, opens, number))
