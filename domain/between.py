"""Exchanges between two fabriques: two halves, each with the mutual account that its fabrique keeps
for the other, so that each ledger is zero in itself and the two mutual balances are opposite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain import people
from domain.errors import Refusal
from domain.fabriques import Fabrique
from domain.ledger import Account, legs_of
from domain.organisations import key_of
from domain.people import Person, Standing
from domain.timebank import Exchange
from domain.values import Minutes


def mirrored(exchange: Exchange, *, near: Account, far: Account) -> Exchange:
    """The half that the other fabrique keeps: `far` is who stands there, `near` the account kept
    there for our fabrique. What one side told, confirmed or refused is the same in both; what
    the exchange came from is known to our fabrique alone.
    """
    across = exchange.across
    if across is None:
        raise ValueError("an exchange within one fabrique has one half")
    gave = across.id == exchange.receiver.id  # our side gave: over there, our fabrique did
    noted_for = {across.id: far.id, exchange.other_side(across.id).id: near.id}
    return replace(
        exchange,
        id=exchange.twin or 0,
        twin=exchange.id,
        corrects=None,
        replaces=None,
        session=None,
        need=None,
        offer=None,
        group=None,
        giver=near if gave else far,
        receiver=far if gave else near,
        noted_for=None if exchange.noted_for is None else noted_for.get(exchange.noted_for),
    )


def change_of(exchange: Exchange) -> int:
    """Minutes that a half, once it counts, adds to the mutual account of its fabrique."""
    if exchange.across is None or exchange.paid:
        return 0
    giver, receiver = exchange.giver.id, exchange.receiver.id
    legs = legs_of(exchange.kind, giver=giver, receiver=receiver, minutes=exchange.minutes)
    return sum(leg.minutes for leg in legs if leg.account == exchange.across.id)


def must_fit(balance: int, change: int, *, most: int, partner: str) -> None:
    """Refuse what would let two fabriques owe each other too much; the way back is always open."""
    after = balance + change
    if abs(after) > most and abs(after) > abs(balance):
        raise Refusal("refusal-partner-most", name=partner, most=Minutes(most))


_OF = r"(?:\b(?:de|du|des|a|au|from|of|in|at) |\bd')(?:la |le |les |l'|the )?"
_FIRST_OF = re.compile(r"\b(?:de|du|des|of) |\bd'")
_HANDLE = re.compile(r"@[\w.:=-]+$")
_NAME_WORDS = 5


def names_of(text: str, fabrique: Fabrique) -> Iterator[tuple[str, str]]:
    """Where a message says "… de Saint-Étienne": what stands before, and what comes after."""
    spellings = {key_of(fabrique.name), key_of(fabrique.slug), _place(fabrique.name)} - {""}
    either = "|".join(r"[\W_]+".join(map(re.escape, one.split())) for one in spellings)
    for found in re.finditer(rf"{_OF}(?:{either})(?!\w)", people.flat(text)):
        yield text[: found.start()].rstrip(), text[found.end() :]


def _place(name: str) -> str:
    """What comes after "de" in a fabrique's name: "La Fabrique de Saint-Étienne"."""
    _, *after = _FIRST_OF.split(people.fold(name), maxsplit=1)
    return key_of(after[0]) if after else ""


def is_called(fabrique: Fabrique, typed: str) -> bool:
    """Whether a fabrique is meant by its name, its short name, or the last words of it."""
    wanted = key_of(typed)
    ends = f" {key_of(fabrique.name)}".endswith(f" {wanted}")
    return bool(wanted) and (ends or wanted == key_of(fabrique.slug))


def named_there(before: str, there: Sequence[Person]) -> list[Person]:
    """Whom a message ends on, by exact @handle or whole name: nobody of another fabrique is found
    by less, nor are those who never wrote.
    """
    met = [person for person in there if person.standing is Standing.MET]
    if handle := _HANDLE.search(before):
        return people.named(handle[0], met)
    words = before.split()[-_NAME_WORDS:]
    endings = [" ".join(words[at:]) for at in range(len(words))]
    for name in endings:  # the longest first: "Anne Marie Fictif" is not Marie Fictif
        if found := [person for person in met if people.is_whole_name(person, name)]:
            return found
    return []
