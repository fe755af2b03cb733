"""A statement: what happened in an account, line by line, with the balance after each.

A line stands where it came to count. Knows the sense of minutes; must not know rows or chats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from domain.ledger import Kind
from domain.values import Phrase

PAGE = 10
"""Lines of one page; more are not read on a telephone."""

FILE_MOST = 2000
"""Lines of one file: fifty pages, more than anybody leafs through."""

CROWD = 4
"""People below whom a group's total would tell on one of them."""


@dataclass(frozen=True)
class Moved:
    """What happened in an account once. `minutes` above zero add to it.

    `leg` is its place in the ledger; `day` is the day of the service, `at` when it came to count.
    `other` is how the other side is called, `other_is_person` whether a person is. A correction has
    in `corrects` the day of what it corrects; `corrected` tells that a later one corrects this.
    """

    leg: int
    minutes: int
    kind: Kind
    day: date
    at: datetime
    subject: str
    other: str | Phrase
    other_is_person: bool
    corrects: date | None = None
    corrected: bool = False


@dataclass(frozen=True)
class Line:
    """One line: what happened, and the balance after it."""

    moved: Moved
    balance: int


def lines(moved: Sequence[Moved], *, after: int) -> list[Line]:
    """What happened, newest first, with the balance after each; `after` the newest it is given."""
    told = []
    for one in moved:
        told.append(Line(one, after))
        after -= one.minutes
    return told


@dataclass(frozen=True)
class Turnover:
    """Minutes given and received, and hours that moved as gifts or settlements, all counted up.

    A correction changes what it corrects: an exchange noted too long was given shorter.
    """

    given: int = 0
    received: int = 0
    gained: int = 0
    ceded: int = 0


@dataclass(frozen=True)
class Turned:
    """Minutes that an entry brought or took which is not simply given or received.

    Of a correction, `corrects` is the number of what it corrects, which had brought `was` minutes;
    `moves_hours` tells whether that, or else the entry itself, moved hours.
    """

    minutes: int
    moves_hours: bool
    corrects: int | None = None
    was: int = 0


def turnover(came: int, went: int, others: Iterable[Turned]) -> Turnover:
    """All that came and went, once what is not simply given or received is told apart.

    `others` are the gifts, settlements and corrections that `came` and `went` count too.
    """
    given, received, moved = came, went, [0, 0]
    nets: dict[int, tuple[Turned, int]] = {}
    for one in others:
        given, received = given - max(one.minutes, 0), received - max(-one.minutes, 0)
        if one.corrects is not None:
            nets[one.corrects] = one, nets.get(one.corrects, (one, one.was))[1] + one.minutes
        else:
            moved = [moved[0] + max(one.minutes, 0), moved[1] + max(-one.minutes, 0)]
    for one, net in nets.values():
        more = [max(net, 0) - max(one.was, 0), max(-net, 0) - max(-one.was, 0)]
        if one.moves_hours:
            moved = [moved[0] + more[0], moved[1] + more[1]]
        else:
            given, received = given + more[0], received + more[1]
    return Turnover(given, received, *moved)


@dataclass(frozen=True)
class Told:
    """An exchange or a correction of it: by the number and day of the exchange, minutes counted to
    the side that is looked from.
    """

    exchange: int
    day: date
    minutes: int


def net(told: Iterable[Told]) -> list[Told]:
    """Each exchange once, with what it comes to after its corrections; nothing that comes to
    nothing.
    """
    sums: dict[int, Told] = {}
    for one in told:
        before = sums.get(one.exchange)
        sums[one.exchange] = replace(one, minutes=one.minutes + (before.minutes if before else 0))
    return [one for one in sums.values() if one.minutes]


@dataclass(frozen=True)
class Year:
    """A year by month, from January: minutes given and received, by the day of the service."""

    year: int
    given: Sequence[int] = field(default=(0,) * 12)
    received: Sequence[int] = field(default=(0,) * 12)

    @property
    def busiest(self) -> int:
        """The place of the month in which most was given and received."""
        both = [given + received for given, received in zip(self.given, self.received, strict=True)]
        return both.index(max(both))


def by_month(year: int, services: Iterable[Told]) -> Year:
    """The services of a year in its months, seen from the account that gave above zero."""
    given, received = [0] * 12, [0] * 12
    for one in services:
        if one.day.year == year:
            (given if one.minutes > 0 else received)[one.day.month - 1] += abs(one.minutes)
    return Year(year, given, received)


@dataclass(frozen=True)
class Shared:
    """What a group shared: minutes, exchanges, and how many people took part."""

    minutes: int
    exchanges: int
    people: int

    @property
    def may_be_told(self) -> bool:
        """Whether nobody can be guessed from it."""
        return self.people >= CROWD


@dataclass(frozen=True)
class Statement:
    """Some lines of an account, newest first, between two balances.

    `older` and `newer` tell whether there is more on either side.
    """

    lines: Sequence[Line]
    opening: int
    closing: int
    older: bool = False
    newer: bool = False
