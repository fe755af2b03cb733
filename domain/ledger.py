"""The ledger of time: who may hold it, and entries that are only ever added.

An entry's legs are zero together, and each entry is sealed to the one before. Knows accounts by
number alone: names, subjects and notes stand beside the chain, where erasure can reach them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum


class AccountKind(StrEnum):
    """Who holds an account. FABRIQUE is the mutual account kept with another fabrique."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TEAM = "team"
    POT = "pot"
    FABRIQUE = "fabrique"


COMMON = frozenset({AccountKind.TEAM, AccountKind.POT})
"""Accounts of everybody: one of each in a fabrique, and the team answers for both."""


@dataclass(frozen=True)
class Account:
    """Somebody or something that gives and receives time.

    `holder` is the number of the person, the organisation or the other fabrique; the team and the
    pot have none. `behind` is the account, in the other fabrique, of whoever stands behind a mutual
    account in one exchange.
    """

    id: int
    kind: AccountKind
    holder: int | None = None
    behind: Account | None = None

    @property
    def person(self) -> int | None:
        """The person who holds it alone, if one does."""
        return self.holder if self.kind is AccountKind.PERSON else None


class Kind(StrEnum):
    """What an entry is made of. A gift and a settlement move hours that were counted before; the
    others count time that was given.
    """

    EXCHANGE = "exchange"
    GIFT = "gift"
    SESSION = "session"
    CORRECTION = "correction"
    SETTLEMENT = "settlement"

    @property
    def moves_hours(self) -> bool:
        """Whether hours themselves pass from the giver to the receiver."""
        return self in (Kind.GIFT, Kind.SETTLEMENT)


@dataclass(frozen=True)
class Leg:
    """One side of an entry in an account: minutes above zero add to its balance."""

    account: int
    minutes: int


def legs_of(kind: Kind, *, giver: int, receiver: int, minutes: int) -> tuple[Leg, Leg]:
    """Both sides. Time given adds to the giver's account; hours given away leave it."""
    given = -minutes if kind.moves_hours else minutes
    return Leg(giver, given), Leg(receiver, -given)


@dataclass(frozen=True)
class Entry:
    """What was entered when, by its place in a fabrique's chain (from 1, without a gap).

    `digest` is the SHA-256, in hexadecimal, of all the rest; `previous` is the digest before it.
    """

    number: int
    at: datetime
    kind: Kind
    exchange: int
    legs: tuple[Leg, ...]
    previous: str = ""
    digest: str = ""


def seal(entry: Entry) -> Entry:
    """The entry with the digest of what it says and of all that was entered before it."""
    said = [
        entry.number,
        entry.at.astimezone(UTC).isoformat(),
        entry.kind.value,
        entry.exchange,
        sorted((leg.account, leg.minutes) for leg in entry.legs),
        entry.previous,
    ]
    written = json.dumps(said, separators=(",", ":")).encode()
    return replace(entry, digest=hashlib.sha256(written).hexdigest())


def following(last: Entry | None, entry: Entry) -> Entry:
    """The entry in its place after the last one, sealed."""
    number, previous = (last.number + 1, last.digest) if last else (1, "")
    return seal(replace(entry, number=number, previous=previous))


class FaultKind(StrEnum):
    """How a ledger may be found wrong."""

    UNBALANCED = "unbalanced"
    GAP = "gap"
    BROKEN = "broken"
    ALONE = "alone"
    MISSING = "missing"
    DIFFERENT = "different"
    SUM = "sum"
    APART = "apart"


@dataclass(frozen=True)
class Fault:
    """Where a ledger is wrong: the number of an entry or, for one that is missing, an exchange; of
    another fabrique, when the two do not keep opposite balances.
    """

    kind: FaultKind
    number: int


def faults_of(entries: Iterable[Entry], *, after: Entry | None = None) -> Iterator[Fault]:
    """What is wrong with a chain, read from its first entry or on from one that was read."""
    number, previous = (after.number, after.digest) if after else (0, "")
    for entry in entries:
        number += 1
        if entry.number != number:
            yield Fault(FaultKind.GAP, entry.number)
        if entry.previous != previous or seal(entry).digest != entry.digest:
            yield Fault(FaultKind.BROKEN, entry.number)
        yield from _faults_of_legs(entry.number, entry.legs)
        number, previous = entry.number, entry.digest


def _faults_of_legs(number: int, legs: Sequence[Leg]) -> Iterator[Fault]:
    if len(legs) < 2 or len({leg.account for leg in legs}) < 2:
        yield Fault(FaultKind.ALONE, number)
    if sum(leg.minutes for leg in legs):
        yield Fault(FaultKind.UNBALANCED, number)
