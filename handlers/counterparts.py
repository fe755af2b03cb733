"""Who stands across in an exchange: somebody known, an organisation, the pot, or somebody new.

Across is the number of an account, or a name that nobody bears yet: "invited:Eve Inconnue" waits
for her to come, "offline:Mamie Modèle" has no telephone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chat.command import Several, Value, called, labelled
from chat.words import Words
from domain import people
from domain.errors import Refusal
from domain.ledger import Account, AccountKind
from domain.people import Person, Standing
from domain.sentences import Direction, Sentence
from domain.values import Phrase
from handlers.desk import Desk

NAME_MOST = 60
"""Letters of a typed name that are said back."""

APART = "\n"
"""Stands between several names that were typed at once."""

_SMALL_NAME = re.compile(r"\b(?:à|a|avec|de|par|with|to|from|by) @?([^\W\d_][\w'’-]+)", re.I)
_FOR = re.compile(r"\b(?:pour|for) [^\W\d_][^,]*$", re.I)
_WHY = re.compile(r"\b(?:pour|for)\b", re.I)
_GONE = (Standing.LEFT, Standing.BLOCKED)

Across = int | str
"""An account's number, or who is new and how: see above."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom the bot has not met."""

    name: str
    standing: Standing

    @property
    def kept(self) -> str:
        """As a question keeps them."""
        return f"{self.standing.value}:{self.name}"

    @classmethod
    def read(cls, kept: Across) -> Newcomer | None:
        """The newcomer that was kept, or nobody when it is an account."""
        if isinstance(kept, int):
            return None
        standing, _, name = kept.partition(":")
        return cls(name, Standing(standing))


async def across_in(desk: Desk, read: Sentence, text: str) -> dict[str, object]:
    """The other side as a known parameter, or as what was typed, to choose from."""
    if read.others and read.partner:
        return {"typed": APART.join((read.partner, *read.others))}
    mentioned = await _mentioned(desk)
    if not read.partner:
        if mentioned:
            return {"partner": await _across(desk, mentioned[0])}
        return await _said_small(desk, read, text)
    found = await _meant(desk, read.partner, mentioned)
    if len(found) == 1:
        return {"partner": await _across(desk, found[0])}
    if not found and read.spoken and not read.partner.startswith("@"):
        return {"partner": Newcomer(_short(read.partner), Standing.OFFLINE).kept}
    return {"typed": read.partner}


async def answered(desk: Desk, typed: str) -> Across | Several:
    """Whom a typed answer means, or what there is to choose from."""
    if not people.short_name(typed):
        raise Refusal("refusal-person-unknown", name=typed[:NAME_MOST])
    found = await _meant(desk, typed, ())
    if len(found) == 1:
        return await _across(desk, found[0])
    return Several(tuple(await choices_for(desk, typed)), words_for(typed, found=bool(found)))


async def choices_for(desk: Desk, typed: str) -> Sequence[Value]:
    """Those whose name is close to what was typed; somebody new can be invited."""
    names = typed.split(APART)
    values: list[Value] = []
    for name in names:
        found = [one for one in await _meant(desk, name, ()) if _may(desk, one)]
        values += [called(_told_apart(one, found), await _key(desk, one)) for one in found]
    if len(names) > 1:
        return values
    values.append(labelled("choice-invite", Newcomer(_short(typed), Standing.INVITED).kept))
    if not typed.startswith("@"):  # whoever has a handle has a telephone
        values.append(labelled("choice-offline", Newcomer(_short(typed), Standing.OFFLINE).kept))
    return values


def words_for(typed: str, *, found: bool) -> Words:
    """The question that goes with the choices."""
    if APART in typed:
        return Words("note-exchange-ask-one")
    asks = "note-exchange-ask-which" if found else "note-exchange-ask-unknown"
    return Words(asks, {"name": typed[:NAME_MOST]})


async def asked_about(desk: Desk, typed: str) -> Words:
    """The question about a name that nobody, or more than one, bears."""
    known = APART in typed or bool(await _meant(desk, typed, ()))
    return words_for(typed, found=known)


async def pot(desk: Desk) -> int:
    """The account of the common."""
    return (await desk.store.ledger.account(AccountKind.POT)).id


async def leader(desk: Desk, written: str) -> int | None:
    """The one named beside the common, who leads what was done; nobody unless it is clear who."""
    found = await _meant(desk, written, await _mentioned(desk))
    return found[0].id if len(found) == 1 and found[0].id > 0 and _may(desk, found[0]) else None


async def name_of(desk: Desk, across: Across) -> str | Phrase:
    """How they are called."""
    new = Newcomer.read(across)
    if new is not None:
        return new.name
    return await desk.store.ledger.called(await desk.store.ledger.numbered(int(across)))


async def account_of(desk: Desk, across: Across) -> Account:
    """Their account; for somebody new, one that stands for it until they are noted."""
    if Newcomer.read(across) is not None:
        return Account(0, AccountKind.PERSON)
    return await desk.store.ledger.numbered(int(across))


async def brought_in(desk: Desk, across: Across) -> Account:
    """Their account, opened for somebody new."""
    new = Newcomer.read(across)
    if new is None:
        return await desk.store.ledger.numbered(int(across))
    people_ = desk.store.people
    person = await people_.introduce(new.name, new.standing, language=desk.language, now=desk.now)
    return await desk.store.ledger.of_person(person.id)


async def standing_of(desk: Desk, across: Across) -> Standing:
    """How they stand to the fabrique; organisations and the pot are met."""
    new = Newcomer.read(across)
    if new is not None:
        return new.standing
    account = await desk.store.ledger.numbered(int(across))
    if account.person is None:
        return Standing.MET
    return (await desk.store.people.person(account.person)).standing


async def _mentioned(desk: Desk) -> Sequence[Person]:
    """Those whom the platform names without a doubt, in a text or by a reply."""
    found = []
    for speaker in desk.heard.mentions:
        person = await desk.store.people.known(desk.chat.platform, speaker.account)
        if person is not None:
            found.append(person)
    return found


async def _meant(desk: Desk, written: str, mentioned: Sequence[Person]) -> list[Person]:
    """Whom a name may mean: those mentioned before all others."""
    accounts = {speaker.account.lstrip("@") for speaker in desk.heard.mentions}
    if written.lstrip("@") in accounts and len(mentioned) == 1:
        return list(mentioned)
    return people.named(written, mentioned) or people.named(written, await _everybody(desk))


async def _everybody(desk: Desk) -> Sequence[Person]:
    """People, and organisations as if they were some, with numbers below zero."""
    organisations = await desk.store.ledger.organisations()
    named = [Person(-number, name) for number, name in organisations]
    return [*await desk.store.people.everyone(), *named]


async def _said_small(desk: Desk, read: Sentence, text: str) -> dict[str, object]:
    """Somebody known, named without a capital ("à basile") or as if why ("2h pour Basile")."""
    everybody = await _everybody(desk)
    words = _SMALL_NAME.findall(_beside_subject(text))
    for word in words:
        found = [one for one in people.named(word, everybody) if people.is_called(one, word)]
        if len(found) == 1:
            return {"partner": await _across(desk, found[0])}
        if found:
            return {"typed": word}
    found = people.named(read.subject or "", everybody) if _FOR.search(text) else []
    if len(found) == 1 and people.is_called(found[0], read.subject or ""):
        given = {"partner": await _across(desk, found[0]), "subject": None}
        return given | {"direction": Direction.GAVE.value}
    return {}


def _beside_subject(text: str) -> str:
    """What a sentence says before "pour" and after its last comma."""
    return f"{_WHY.split(text, maxsplit=1)[0]}, {text.rpartition(',')[2] if ',' in text else ''}"


async def _across(desk: Desk, person: Person) -> int:
    """Their account, when an exchange may be noted with them."""
    if person.id == desk.person.id:
        raise Refusal("refusal-exchange-oneself")
    if person.standing in _GONE:
        raise Refusal("refusal-person-left", name=person.name)
    number = await _key(desk, person)
    if person.id < 0:
        account = await desk.store.ledger.numbered(number)
        if not await desk.store.ledger.people_for(account):
            raise Refusal("refusal-organisation-alone", name=person.name)
    return number


def _may(desk: Desk, person: Person) -> bool:
    return person.id != desk.person.id and person.standing not in _GONE


async def _key(desk: Desk, person: Person) -> int:
    """The number of their account."""
    if person.id < 0:
        return (await desk.store.ledger.account(AccountKind.ORGANISATION, -person.id)).id
    return (await desk.store.ledger.of_person(person.id)).id


def _short(name: str) -> str:
    return people.short_name(name.strip(" .,;:"), NAME_MOST)


def _told_apart(person: Person, among: Sequence[Person]) -> str:
    """A name, with the handle when somebody else bears the same."""
    same = [other for other in among if people.fold(other.name) == people.fold(person.name)]
    handle = next(iter(person.handles), None)
    return f"{person.name} (@{handle.lstrip('@')})" if handle and len(same) > 1 else person.name
