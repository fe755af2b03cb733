"""Organisations: whom or what a name means, in whose name one acts, and who may act for one."""

from __future__ import annotations

from collections.abc import Mapping

from chat.words import Choice, Words
from domain import organisations
from domain.errors import Refusal
from domain.holders import Holder, holder_of, read_key
from domain.ledger import Account, AccountKind
from handlers.between import found_elsewhere
from handlers.desk import Desk


async def found_holders(desk: Desk, typed: str) -> list[Holder]:
    """Whom or what the writer may mean, best first, at most four; alone when there is no doubt.

    People and organisations of this fabrique; somebody of another one only when it is named too.
    """
    elsewhere, _ = await found_elsewhere(desk, typed)
    if elsewhere:
        return elsewhere
    known = await desk.store.people.everyone()
    found = organisations.meant(typed, known, await desk.store.organisations.all())
    return [holder_of(one) for one in found]


async def account_of(desk: Desk, key: str) -> Account:
    """The account of the holder that a choice remembers, as an exchange takes it."""
    holder = read_key(key)
    if holder.fabrique is not None:
        return await desk.store.ledger.across(holder.fabrique, holder.id)
    if holder.kind is AccountKind.PERSON:
        return await desk.store.ledger.of_person(holder.id)
    return await desk.store.ledger.account(holder.kind, holder.id)


async def own_account(desk: Desk, key: str = "") -> Account:
    """The account for which one speaks: one's own, or that of an organisation one acts for."""
    if not key:
        return await desk.store.ledger.of_person(desk.person.id)
    if key not in {holder.key for holder in await own_holders(desk)}:
        raise Refusal("refusal-organisation-not-yours")
    return await account_of(desk, key)


async def own_holders(desk: Desk) -> list[Holder]:
    """The organisations that one may act for."""
    return [holder_of(one) for one in await desk.store.organisations.of(desk.person.id)]


async def names_to_act_in(
    desk: Desk, command: str, given: Mapping[str, object], parameter: str
) -> tuple[Choice, ...]:
    """What a draft offers to whoever may act for organisations: the same, in the name of each;
    in one's own name again, once another was chosen.
    """
    chosen = given.get(parameter, "")
    held = [one for one in await own_holders(desk) if one.key != chosen]
    own = Choice(Words("choice-in-own-name"), command, {**given, parameter: ""})
    names = (
        Choice(
            Words("choice-in-name-of", {"name": one.name}), command, {**given, parameter: one.key}
        )
        for one in held
    )
    return (own, *names) if chosen else tuple(names)
