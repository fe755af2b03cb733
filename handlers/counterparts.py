"""Who stands across in an exchange: somebody known, an organisation, the common, or somebody new.

Each is kept as a key: that of a holder ("person:12"), "pot:", or a name that nobody bears yet:
"invited:Eve Inconnue" waits for her to come, "offline:Mamie Modèle" has no telephone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.command import Several, Value, called, labelled
from chat.words import Words
from domain import people
from domain.errors import Refusal
from domain.holders import Holder, holder_of, told_apart
from domain.ledger import Account, AccountKind
from domain.people import Person, Standing
from domain.sentences import Direction, Sentence
from domain.values import Phrase
from handlers import organisations
from handlers.desk import Desk
from handlers.organisations import found_holders

POT = f"{AccountKind.POT.value}:"
"""What was given to everybody."""

NAME_MOST = 60
"""Letters of a typed name that are said back."""

APART = "\n"
"""Stands between several names that were typed at once."""

GONE = (Standing.LEFT, Standing.BLOCKED)
"""With whom, and by whom, nothing new is noted."""

_NEW = (Standing.INVITED, Standing.OFFLINE)

_SMALL_NAME = re.compile(r"\b(?:à|a|avec|de|par|with|to|from|by) @?([^\W\d_][\w'’-]+)", re.I)
_FOR = re.compile(r"\b(?:pour|for) [^\W\d_][^,]*$", re.I)
_WHY = re.compile(r"\b(?:pour|for)\b", re.I)


async def across_in(desk: Desk, read: Sentence, text: str) -> dict[str, object]:
    """The other side as a known parameter, or as what was typed, to choose from."""
    if read.others and read.partner:
        return {"typed": APART.join((read.partner, *read.others))}
    mentioned = await _mentioned(desk)
    if not read.partner:
        if mentioned:
            return {"partner": await across(desk, holder_of(mentioned[0]))}
        return await _said_small(desk, read, text)
    found = await _meant(desk, read.partner, mentioned)
    if len(found) == 1:
        return {"partner": await across(desk, found[0])}
    if not found and read.spoken and not read.partner.startswith("@"):
        return {"partner": _newcomer(Standing.OFFLINE, read.partner)}
    return {"typed": read.partner}


async def across(desk: Desk, holder: Holder) -> str:
    """The key of whoever an exchange may be noted with; a Refusal says why it may not be."""
    person = holder.person
    if person is not None and person.id == desk.person.id:
        raise Refusal("refusal-exchange-oneself")
    if person is not None and person.standing in GONE:
        raise Refusal("refusal-person-left", name=person.name)
    return holder.key


async def answered(desk: Desk, typed: str) -> str | Several:
    """Whom a typed answer means, or what there is to choose from."""
    if not people.short_name(typed):
        raise Refusal("refusal-person-unknown", name=typed[:NAME_MOST])
    found = await _meant(desk, typed, ())
    if len(found) == 1:
        return await across(desk, found[0])
    return Several(tuple(await choices_for(desk, typed)), _words_for(typed, found=bool(found)))


async def choices_for(desk: Desk, typed: str) -> Sequence[Value]:
    """Those whose name is close to what was typed; somebody new can be invited."""
    names = typed.split(APART)
    values: list[Value] = []
    for name in names:
        found = [one for one in await _meant(desk, name, ()) if _may(desk, one)]
        values += [called(told_apart(one, found), one.key) for one in found]
    if len(names) > 1:
        return values
    values.append(labelled("choice-invite", _newcomer(Standing.INVITED, typed)))
    if not typed.startswith("@"):  # whoever has a handle has a telephone
        values.append(labelled("choice-offline", _newcomer(Standing.OFFLINE, typed)))
    return values


async def asked_about(desk: Desk, typed: str) -> Words:
    """The question about a name that nobody, or more than one, bears."""
    known = APART in typed or bool(await _meant(desk, typed, ()))
    return _words_for(typed, found=known)


async def leader(desk: Desk, written: str) -> int | None:
    """The one named beside the common, who leads what was done, once it is clear who that is."""
    found = await _meant(desk, written, await _mentioned(desk))
    if len(found) > 1:
        raise Refusal("refusal-person-several", name=written[:NAME_MOST])
    person = found[0].person if found else None
    return person.id if person and _may(desk, found[0]) else None


async def name_of(desk: Desk, key: str) -> str | Phrase:
    """How they are called."""
    return new_name(key) or await desk.store.ledger.called(await account_of(desk, key))


async def account_of(desk: Desk, key: str) -> Account:
    """Their account; for somebody new, one that stands for it until they are noted."""
    if new_name(key):
        return Account(0, AccountKind.PERSON)
    if key == POT:
        return await desk.store.ledger.account(AccountKind.POT)
    return await organisations.account_of(desk, key)


async def brought_in(desk: Desk, key: str) -> Account:
    """Their account, opened for somebody new."""
    name = new_name(key)
    if name is None:
        return await account_of(desk, key)
    standing = Standing(key.partition(":")[0])
    known = desk.store.people
    person = await known.introduce(name, standing, language=desk.language, now=desk.now)
    return await desk.store.ledger.of_person(person.id)


async def standing_of(desk: Desk, key: str) -> Standing:
    """How they stand to the fabrique; whoever is no person of it, as somebody met."""
    if new_name(key):
        return Standing(key.partition(":")[0])
    account = await account_of(desk, key)
    if account.person is None:
        return Standing.MET
    return (await desk.store.people.person(account.person)).standing


def new_name(key: str) -> str | None:
    """The name of somebody whom the bot has not met; None for anybody else."""
    standing, _, name = key.partition(":")
    return name if standing in _NEW else None


def _newcomer(standing: Standing, typed: str) -> str:
    return f"{standing.value}:{people.short_name(typed.strip(' .,;:'), NAME_MOST)}"


def _words_for(typed: str, *, found: bool) -> Words:
    if APART in typed:
        return Words("note-exchange-ask-one")
    asks = "note-exchange-ask-which" if found else "note-exchange-ask-unknown"
    return Words(asks, {"name": typed[:NAME_MOST]})


async def _mentioned(desk: Desk) -> Sequence[Person]:
    """Those whom the platform names without a doubt, in a text or by a reply."""
    found = []
    for speaker in desk.heard.mentions:
        person = await desk.store.people.known(desk.chat.platform, speaker.account)
        if person is not None:
            found.append(person)
    return found


async def _meant(desk: Desk, written: str, mentioned: Sequence[Person]) -> list[Holder]:
    """Whom a name may mean: those mentioned before all others."""
    accounts = {speaker.account.lstrip("@") for speaker in desk.heard.mentions}
    if written.lstrip("@") in accounts and len(mentioned) == 1:
        return [holder_of(mentioned[0])]
    named = people.named(written, mentioned)
    return [holder_of(one) for one in named] or await found_holders(desk, written)


async def _said_small(desk: Desk, read: Sentence, text: str) -> dict[str, object]:
    """Somebody known, named without a capital ("à basile") or as if why ("2h pour Basile")."""
    before = f"{_WHY.split(text, maxsplit=1)[0]}, {text.rpartition(',')[2] if ',' in text else ''}"
    for word in _SMALL_NAME.findall(before):
        found = [one for one in await found_holders(desk, word) if _is_called(one, word)]
        if len(found) == 1:
            return {"partner": await across(desk, found[0])}
        if found:
            return {"typed": word}
    why = read.subject or ""
    helped = await found_holders(desk, why) if why and _FOR.search(text) else []
    if len(helped) == 1 and _is_called(helped[0], why):
        gave, key = Direction.GAVE.value, await across(desk, helped[0])
        return {"partner": key, "direction": gave, "subject": None}
    return {}


def _is_called(holder: Holder, word: str) -> bool:
    return people.is_called(holder.person or Person(0, holder.name), word)


def _may(desk: Desk, holder: Holder) -> bool:
    person = holder.person
    return person is None or (person.id != desk.person.id and person.standing not in GONE)
