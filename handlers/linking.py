"""The same person on two platforms: a code, and a yes on each side.

What must be remembered of a wrong code is answered and not refused: a refusal undoes what was done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Line, Value, Where, command, labelled
from chat.words import Reply, Words, option, say
from domain import linking
from domain.errors import Refusal
from domain.linking import CODES_MOST, TRIES_MOST, WINDOW, Code, CodeState, Identity, Side
from domain.values import Minutes, Phrase
from handlers.desk import Desk
from storage.links import Link

ANYWHERE = ""
"""The choice of being told things where one wrote last."""


def identity_of(desk: Desk) -> Identity:
    """The account that speaks."""
    return Identity(desk.chat.platform, desk.heard.speaker.account)


def called(platform: str) -> Phrase:
    """How a platform is called."""
    return Phrase("platform", {"platform": platform})


@command("lier", "link", where=Where.PRIVATE)
async def link(desk: Desk, code: str = "") -> Reply:
    """Give a code, or take one that was given on the other side; show the link that there is."""
    existing = await desk.store.links.of(identity_of(desk))
    if existing is not None:
        return await _as_it_is(desk, existing)
    return await (_typed(desk, code) if code else _given(desk))


@link.reads_line
async def code_typed(desk: Desk, text: str) -> Line:
    """A code, as it is written."""
    return Line({"code": text[:60]})


@link.hears
def a_code_alone(sentence: str) -> bool:
    """A message that is nothing but a code."""
    return linking.is_a_code(sentence)


@link.given_outside
async def shown_to_others(desk: Desk, typed: str) -> Reply:
    """A code that others can read is worth nothing any more; whoever was given it is told."""
    letters = linking.read(typed)
    live = await desk.store.link_codes.live(now=desk.now)
    found = linking.meant(letters, live) if letters else None
    if found is None:
        raise Refusal("refusal-private-only")
    await desk.store.link_codes.change(replace(found, state=CodeState.BURNT))
    desk.tell(found.issuer.person, say("link-burnt"))
    return say("link-burnt-here")


@command(where=Where.PRIVATE)
async def agree_to_link(desk: Desk, code: int) -> Reply:
    """Whoever typed a code says that the other account is theirs; that one is asked the same."""
    found = linking.agreed(await _locked(desk, code), identity_of(desk), now=desk.now)
    await desk.store.link_codes.change(found)
    asked = say("link-confirm", **await _face(desk, desk.person.id, identity_of(desk)))
    desk.tell(
        found.issuer.person,
        asked.choose(
            option("choice-link", complete_link, code=code),
            option("choice-link-refuse", refuse_link, code=code),
        ),
    )
    return say("link-one-more", platform=called(found.issuer.identity.platform))


@command(where=Where.PRIVATE)
async def complete_link(desk: Desk, code: int) -> Reply:
    """Both said so: from now on they are one."""
    found = linking.used(await _locked(desk, code), identity_of(desk), now=desk.now)
    typer = found.typer or found.issuer
    there = await desk.store.people.private_chat_on(typer.identity.platform, typer.person)
    await desk.store.link_codes.change(found)
    brought = await _balances(desk, found)
    await desk.store.links.join(found.issuer.identity, typer.identity, now=desk.now)
    told = say("linked", platform=called(found.issuer.identity.platform))
    if there is not None:
        desk.post(there, told)
    reply = say("linked", platform=called(typer.identity.platform))
    if len(brought) == 2:
        values = {"balance": Minutes(sum(brought)), "mine": Minutes(brought[0])}
        reply = reply.then("linked-balance", theirs=Minutes(brought[1]), **values)
    return reply.choose(option("choice-tell-where", tell_me_on))


@command(where=Where.PRIVATE)
async def refuse_link(desk: Desk, code: int) -> Reply:
    """One of the two is somebody else: the code is worth nothing any more, and both know."""
    found = await _locked(desk, code)
    other = found.other_than(identity_of(desk))
    if other is None or not found.lives(desk.now):
        raise Refusal("refusal-link-over")
    await desk.store.link_codes.change(replace(found, state=CodeState.BURNT))
    desk.tell(other.person, say("link-refused-there", platform=called(desk.chat.platform)))
    return say("link-refused")


@command(where=Where.PRIVATE)
async def tell_me_on(desk: Desk, platform: str) -> Reply:
    """Be told things on one platform, or where one wrote last."""
    await desk.store.people.tell_on(desk.person.id, platform or None)
    if platform:
        return say("told-on", platform=called(platform))
    return say("told-where-last")


@tell_me_on.choices("platform")
async def platforms_of_theirs(desk: Desk) -> Sequence[Value]:
    """The platforms of the link, and neither."""
    found = await desk.store.links.of(identity_of(desk))
    if found is None:
        raise Refusal("refusal-not-linked")
    values = [
        Value(Words("choice-tell-on", {"platform": called(one.platform)}), one.platform)
        for one in found.identities
    ]
    return [*values, labelled("choice-tell-last", ANYWHERE)]


async def _given(desk: Desk) -> Reply:
    """A new code, and what to do with it."""
    here, since = identity_of(desk), desk.now - WINDOW
    if await desk.store.link_codes.given_since(here, since) >= CODES_MOST:
        raise Refusal("refusal-link-codes", most=CODES_MOST)
    code = linking.fresh(desk.token())
    letters = linking.read(code) or ""
    side = Side(here, desk.person.id)
    await desk.store.link_codes.give(side, linking.digest(letters), now=desk.now)
    return say("link-code", code=code, platform=here.platform)


async def _typed(desk: Desk, typed: str) -> Reply:
    """Somebody typed a code: they are shown whose it is, and asked whether that is them."""
    here, codes = identity_of(desk), desk.store.link_codes
    letters = linking.read(typed)
    if letters is None:
        raise Refusal("refusal-code-unread")
    if await codes.missed_since(here, desk.now - WINDOW) >= TRIES_MOST:
        raise Refusal("refusal-link-tries", most=TRIES_MOST)
    found = await _to_type(desk, letters)
    if found is None:
        await codes.missed(here, now=desk.now)
        return say("link-unknown")
    typed_code = linking.typed_by(found, Side(here, desk.person.id))
    await codes.change(typed_code)
    issuer = found.issuer
    return say("link-is-it-you", **await _face(desk, issuer.person, issuer.identity)).choose(
        option("choice-link-agree", agree_to_link, code=found.id),
        option("choice-link-refuse", refuse_link, code=found.id),
    )


async def _to_type(desk: Desk, letters: str) -> Code | None:
    """The code that letters mean, as long as nobody typed it yet."""
    found = linking.meant(letters, await desk.store.link_codes.live(now=desk.now))
    locked = await desk.store.link_codes.lock(found.id) if found else None
    return locked if locked and locked.state is CodeState.FRESH else None


async def _as_it_is(desk: Desk, link_: Link) -> Reply:
    """Both accounts, and where one is told things."""
    where = await desk.store.people.told_on(desk.person.id)
    one, other = (called(side.platform) for side in link_.identities)
    return say(
        "link-shown",
        first=one,
        second=other,
        where=Phrase("told-on-short", {"name": where or "last"}),
    ).choose(
        option("choice-tell-where", tell_me_on),
        choice("choice-unlink", "unlink"),
    )


async def _locked(desk: Desk, number: int) -> Code:
    found = await desk.store.link_codes.lock(number)
    if found is None:
        raise Refusal("refusal-link-over")
    return found


async def _face(desk: Desk, person: int, identity: Identity) -> dict[str, object]:
    """An account as its owner recognizes it: the platform, the name, the account."""
    name = (await desk.store.people.person(person)).name
    handles = [
        handle or account
        for platform, account, handle in await desk.store.people.accounts(person)
        if (platform, account) == (identity.platform, identity.account)
    ]
    shown = (handles or [identity.account])[0]
    return {"platform": called(identity.platform), "name": name, "account": shown}


async def _balances(desk: Desk, code: Code) -> list[int]:
    """What each of two brings to this fabrique, where both ever counted anything."""
    held = []
    for side in (code.issuer, code.typer or code.issuer):
        for person in await desk.store.links.people(side.identity):
            own = await desk.store.ledger.of_person(person)
            here = await desk.store.people.fabrique_of(person) == desk.fabrique.id
            if here and await desk.store.ledger.has_counted(own.id):
                held.append(await desk.store.ledger.balance_of(own.id))
    return held


COMMANDS = (link, agree_to_link, complete_link, refuse_link, tell_me_on)
