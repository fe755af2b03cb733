"""Two accounts part: each with what it brought, or one of them with nothing."""

from __future__ import annotations

from collections.abc import Sequence

from chat.command import Value, Where, command, labelled
from chat.words import Choice, Reply, Words, option, say
from domain.errors import Refusal
from domain.linking import Identity
from handlers.about_somebody import about_somebody
from handlers.desk import Desk, begin
from handlers.linking import called, identity_of
from storage.links import Link

APART = "apart"
"""Each account goes with what it brought; otherwise all stays with the platform that is named."""


@command("delier", "unlink", where=Where.PRIVATE)
async def unlink(desk: Desk) -> Reply:
    """Say what parting would mean, and ask how."""
    found = await _own(desk)
    there = called(found.other_than(identity_of(desk)).platform)
    return say("unlink", here=called(desk.chat.platform), there=there).choose(
        option("choice-unlink-apart", part_ways, link=found.id),
        Choice(
            Words("choice-unlink-leave", {"platform": there}), leave_all.name, {"link": found.id}
        ),
        option("choice-cancel", stay_linked),
    )


@unlink.given_outside
async def for_somebody(desk: Desk, text: str) -> Reply:
    """The team does it for others."""
    if desk.chat.team and desk.rank.belongs:
        return await begin(desk, "unlink_somebody", {"typed": text[:60]} if text else {})
    raise Refusal("refusal-private-only")


@command(where=Where.PRIVATE)
async def part_ways(desk: Desk, link: int) -> Reply:
    """Each goes on with what it brought."""
    return await _part(desk, await _own(desk, link), keep=None)


@command(where=Where.PRIVATE)
async def leave_all(desk: Desk, link: int) -> Reply:
    """Leave everything to the other account, and begin anew here."""
    found = await _own(desk, link)
    return await _part(desk, found, keep=found.other_than(identity_of(desk)))


@command(where=Where.PRIVATE)
async def stay_linked(desk: Desk) -> Reply:
    """Nothing changes."""
    return say("unlink-not")


@command("separer", "separate", where=Where.TEAM)
async def unlink_somebody(desk: Desk, person: int, how: str, typed: str = "") -> Reply:
    """Undo a link for somebody: as before it, or with all on one side."""
    found = await desk.store.links.of_person(person)
    if found is None:
        raise Refusal("refusal-unlink-nothing")
    name = (await desk.store.people.person(person)).name
    keep = next((one for one in found.identities if one.platform == how), None)
    await desk.store.audit.note("unlink", f"person:{person}", by=desk.person.id, now=desk.now)
    await _tell_both(desk, found, keep, by_team=True)
    await desk.store.links.part(found, keep=keep, now=desk.now)
    return say("unlinked-by-team", name=name)


about_somebody(unlink_somebody)


@unlink_somebody.choices("how")
async def ways_to_part(desk: Desk, person: int) -> Sequence[Value]:
    """As before, or with everything on one platform."""
    found = await desk.store.links.of_person(person)
    if found is None:
        raise Refusal("refusal-unlink-nothing")
    kept = [
        Value(Words("choice-unlink-keep", {"platform": called(one.platform)}), one.platform)
        for one in found.identities
    ]
    return [labelled("choice-unlink-apart", APART), *kept]


async def _own(desk: Desk, number: int | None = None) -> Link:
    """The link of the account that speaks, the one that was shown."""
    found = await desk.store.links.of(identity_of(desk))
    if found is None:
        raise Refusal("refusal-not-linked")
    if number not in (None, found.id):
        raise Refusal("refusal-choice-stale")
    return found


async def _part(desk: Desk, found: Link, *, keep: Identity | None) -> Reply:
    await _tell_both(desk, found, keep, by_team=False)
    await desk.store.links.part(found, keep=keep, now=desk.now)
    return say("unlinked", how="apart" if keep is None else "left")


async def _tell_both(desk: Desk, found: Link, keep: Identity | None, *, by_team: bool) -> None:
    """Tell each account that is not the one that speaks, where it was heard in private."""
    for one in found.identities:
        if one == identity_of(desk) and not by_team:
            continue
        chat = await _private_chat(desk, one)
        how = "apart" if keep is None else "kept" if one == keep else "anew"
        if chat is not None:
            by = "team" if by_team else "other"
            other = called(found.other_than(one).platform)
            desk.post(chat, say("unlinked-told", by=by, how=how, platform=other))


async def _private_chat(desk: Desk, identity: Identity) -> int | None:
    for person in await desk.store.links.people(identity):
        return await desk.store.people.private_chat_on(identity.platform, person)
    return None


COMMANDS = (unlink, part_ways, leave_all, stay_linked, unlink_somebody)
