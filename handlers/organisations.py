"""Organisations: whom or what a name means, in whose name one acts, and who may act for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chat.cards import choice
from chat.command import Value, Where, called, command, labelled
from chat.exchange_cards import exchange_card
from chat.words import Choice, Reply, Words, option, say, toast
from domain import organisations
from domain.errors import Refusal
from domain.holders import Holder, holder_of, read_key
from domain.ledger import Account, AccountKind
from domain.organisations import Organisation, OrganisationState, Speaker
from domain.timebank import Exchange
from domain.values import Items, Lines, Minutes, Phrase
from handlers.between import found_elsewhere
from handlers.desk import Desk, begin, tell_team
from handlers.exchange_desk import case
from handlers.help import give_up
from storage.organisations import Asked


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
    desk: Desk, draft: str, given: Mapping[str, object], parameter: str
) -> tuple[Choice, ...]:
    """What the draft of a command offers to whoever may act for organisations: the same, in the
    name of each; in one's own name again, once another was chosen.
    """
    chosen = given.get(parameter, "")
    held = [one for one in await own_holders(desk) if one.key != chosen]
    own = Choice(Words("choice-in-own-name"), draft, {**given, parameter: ""})
    names = (
        Choice(Words("choice-in-name-of", {"name": one.name}), draft, {**given, parameter: one.key})
        for one in held
    )
    return (own, *names) if chosen else tuple(names)


@command("organisation", "organization", where=Where.PRIVATE)
async def my_organisations(desk: Desk, name: str = "") -> Reply:
    """Those one acts for, with their time; with a name, ask to act for that one."""
    if name:
        return await begin(desk, "speak_for", {"name": name})
    mine = await desk.store.organisations.of(desk.person.id)
    asked = await desk.store.organisations.of(desk.person.id, Speaker.ASKED)
    if not mine and not asked:
        return await begin(desk, "speak_for", {})
    lines = [await _line(desk, one) for one in mine]
    lines += [Phrase("organisation-line-asked", {"name": one.name}) for one in asked]
    reply = say("my-organisations", lines=Lines(tuple(lines)))
    return reply.choose(option("choice-other-organisation", speak_for)).choose(
        *(
            Choice(
                Words("choice-leave", {"name": one.name}), "leave_organisation", {"number": one.id}
            )
            for one in mine
        )
    )


@my_organisations.reads("name")
async def its_name(desk: Desk, typed: str) -> str:
    """A name that can stand on a card."""
    return organisations.read_name(typed)


@command(where=Where.PRIVATE)
async def speak_for(desk: Desk, name: str, number: int) -> Reply:
    """Ask the team to let one act for an organisation; it is proposed too when nobody knows it."""
    store = desk.store.organisations
    known = await store.organisation(number) if number else await store.propose(name, now=desk.now)
    if known is None:
        raise Refusal("refusal-choice-stale")
    if not await store.ask(known.id, desk.person.id, now=desk.now):
        already = await store.speaker(known.id, desk.person.id) is Speaker.ALLOWED
        raise Refusal("refusal-organisation-already" if already else "refusal-organisation-asked")
    await tell_team(desk, await _speaker_card(desk, Asked(known, desk.person.id, desk.person.name)))
    return say("organisation-asked", name=known.name)


@speak_for.reads("name")
async def name_asked_for(desk: Desk, typed: str) -> str:
    """A name that can stand on a card."""
    return organisations.read_name(typed)


@speak_for.choices("number")
async def close_organisations(desk: Desk, name: str) -> Sequence[Value]:
    """Those that may be meant, then a new one, unless one is called just so."""
    found = organisations.close(name, await desk.store.organisations.all())
    values = [called(one.name, one.id) for one in found]
    if any(organisations.key_of(one.name) == organisations.key_of(name) for one in found):
        return values
    return [*values, labelled("choice-new-organisation", 0)]


@speak_for.asks("number")
async def which_organisation(desk: Desk, name: str) -> Reply:
    """Ask whether it is one that is known, so that none is made twice."""
    found = organisations.close(name, await desk.store.organisations.all())
    asked = say("speak-for-ask-which" if found else "speak-for-ask-new", name=name)
    return asked.choose(option("choice-cancel", give_up))


@command(where=Where.PRIVATE)
async def leave_organisation(desk: Desk, number: int) -> Reply:
    """Act for it no longer; when nobody else does, the team is told."""
    store = desk.store.organisations
    left = await store.organisation(number)
    if left is None or await store.speaker(number, desk.person.id) is not Speaker.ALLOWED:
        raise Refusal("refusal-organisation-not-yours")
    await store.leave(number, desk.person.id)
    if not await store.speakers(number):
        await tell_team(desk, say("organisation-alone", name=left.name))
    return say("organisation-left", name=left.name)


@command(where=Where.TEAM)
async def allow_speaker(desk: Desk, number: int, person: int) -> Reply:
    """Somebody may act for an organisation, which is known from then on."""
    known = await _to_decide(desk, number, person)
    await desk.store.organisations.decide(number, OrganisationState.APPROVED)
    await desk.store.organisations.allow(number, person)
    await _note(desk, "approved", number)
    account = await desk.store.ledger.account(AccountKind.ORGANISATION, number)
    waiting = await desk.store.exchanges.waiting_for([account.id])
    desk.tell(person, say("organisation-allowed", name=known.name, waiting=len(waiting)))
    return toast("done")


@command(where=Where.TEAM)
async def refuse_speaker(desk: Desk, number: int, person: int) -> Reply:
    """Not so; whoever asked is told, and an organisation that nobody knows is forgotten."""
    known = await _to_decide(desk, number, person)
    await desk.store.organisations.leave(number, person)
    if known.state is OrganisationState.PROPOSED:
        await desk.store.organisations.decide(number, OrganisationState.REFUSED)
    await _note(desk, "refused", number)
    desk.tell(person, say("organisation-refused", name=known.name))
    return toast("done")


async def cards_of_organisations(desk: Desk) -> list[Reply]:
    """What the team has to say of organisations: who asked to act for one, and what waits for one
    that nobody acts for.
    """
    cards = [await _speaker_card(desk, one) for one in await desk.store.organisations.waiting()]
    for alone in await desk.store.organisations.alone():
        account = await desk.store.ledger.account(AccountKind.ORGANISATION, alone.id)
        for exchange in await desk.store.exchanges.waiting_for([account.id]):
            if exchange.awaited == account:
                cards.append(await card_for_team(desk, exchange))
    return cards


async def stands_alone(desk: Desk, account: Account | None) -> bool:
    """Whether nobody acts for an organisation that has to speak, so that the team does."""
    if account is None or account.kind is not AccountKind.ORGANISATION:
        return False
    return not await desk.store.ledger.people_for(account)


async def card_for_team(desk: Desk, exchange: Exchange) -> Reply:
    """An exchange that waits for an organisation which nobody acts for, before the team."""
    card = exchange_card(await case(desk, exchange), team=True)
    name = await desk.store.ledger.called(exchange.awaited) if exchange.awaited else ""
    return replace(card, words=(Words("organisation-waits", {"name": name}), *card.words))


async def _line(desk: Desk, organisation: Organisation) -> Phrase:
    account = await desk.store.ledger.account(AccountKind.ORGANISATION, organisation.id)
    balance = Minutes(await desk.store.ledger.balance_of(account.id))
    return Phrase("organisation-line", {"name": organisation.name, "balance": balance})


async def _speaker_card(desk: Desk, asked: Asked) -> Reply:
    organisation = asked.organisation
    others = await desk.store.organisations.speakers(organisation.id)
    new = organisation.state is not OrganisationState.APPROVED
    given = {"number": organisation.id, "person": asked.person}
    return (
        say(
            "speaker-card",
            person=asked.name,
            name=organisation.name,
            new="yes" if new else "no",
            count=len(others),
            others=Items(tuple(others)),
        )
        .choose(
            choice("choice-yes", "allow_speaker", **given),
            choice("choice-no", "refuse_speaker", **given),
        )
        .on(f"speaks-{organisation.id}", asked.person)
    )


async def _to_decide(desk: Desk, number: int, person: int) -> Organisation:
    known = await desk.store.organisations.organisation(number)
    if known is None:
        raise Refusal("refusal-choice-stale")
    if await desk.store.organisations.speaker(number, person) is not Speaker.ASKED:
        raise Refusal("refusal-already-decided")
    return known


async def _note(desk: Desk, act: str, number: int) -> None:
    await desk.store.audit.note(act, f"organisation:{number}", by=desk.person.id, now=desk.now)


COMMANDS = (
    my_organisations,
    speak_for,
    leave_organisation,
    allow_speaker,
    refuse_speaker,
)
