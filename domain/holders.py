"""Who may stand across from somebody in an exchange, as a choice or a waiting question keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import Refusal
from domain.ledger import AccountKind
from domain.organisations import Organisation
from domain.people import Person, fold


@dataclass(frozen=True)
class Holder:
    """Somebody or something that holds an account, or will.

    `person` is who it is, if it is a person. `partner` is another fabrique, by number and name, if
    they are of one: then time passes through the account kept with it.
    """

    kind: AccountKind
    id: int
    name: str
    person: Person | None = None
    partner: tuple[int, str] | None = None

    @property
    def key(self) -> str:
        """What a choice remembers: "person:12", "organisation:3", "fabrique:2:17"."""
        if self.partner is not None:
            return f"{AccountKind.FABRIQUE.value}:{self.partner[0]}:{self.id}"
        return f"{self.kind.value}:{self.id}"


@dataclass(frozen=True)
class Key:
    """What a key says; `fabrique` is the other one, for somebody who is not of ours."""

    kind: AccountKind
    id: int
    fabrique: int | None = None


def read_key(key: str) -> Key:
    """The holder that a choice remembers; raises Refusal for a choice that nothing is behind."""
    match key.split(":"):
        case ["person" | "organisation" as kind, number] if number.isdecimal():
            return Key(AccountKind(kind), int(number))
        case ["fabrique", fabrique, number] if fabrique.isdecimal() and number.isdecimal():
            return Key(AccountKind.PERSON, int(number), int(fabrique))
    raise Refusal("refusal-choice-stale")


def holder_of(one: Person | Organisation) -> Holder:
    """Somebody or something of this fabrique."""
    if isinstance(one, Person):
        return Holder(AccountKind.PERSON, one.id, one.name, person=one)
    return Holder(AccountKind.ORGANISATION, one.id, one.name)


def told_apart(holder: Holder, among: Sequence[Holder]) -> str:
    """A name, with the handle when somebody else bears the same, or with the other fabrique's."""
    if holder.partner is not None:
        return f"{holder.name} ({holder.partner[1]})"
    same = [other for other in among if fold(other.name) == fold(holder.name)]
    handle = next(iter(holder.person.handles), None) if holder.person else None
    return f"{holder.name} (@{handle.lstrip('@')})" if handle and len(same) > 1 else holder.name
