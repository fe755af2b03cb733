"""A statement: what happened in an account, line by line, with the balance after each.

A line stands where it came to count. Knows the sense of minutes; must not know rows or chats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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
    """Minutes that one kind of entry brought or took. `gave`: what a correction corrects was given
    by this account; None for anything else.
    """

    kind: Kind
    minutes: int
    gave: bool | None = None


def turnover(came: int, went: int, others: Iterable[Turned]) -> Turnover:
    """All that came and went, once what is not simply given or received is told apart.

    `others` are the gifts, settlements and corrections that `came` and `went` count too.
    """
    given, received, gained, ceded = came, went, 0, 0
    for one in others:
        given -= max(one.minutes, 0)
        received -= max(-one.minutes, 0)
        if one.kind.moves_hours:
            gained += max(one.minutes, 0)
            ceded += max(-one.minutes, 0)
        elif one.gave:
            given += one.minutes
        else:
            received -= one.minutes
    return Turnover(given, received, gained, ceded)


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


@dataclass(frozen=True)
class Service:
    """Time given (`gave`) or received on a day. A correction stands on the day and the side of what
    it corrects, its minutes below zero when they take away.
    """

    day: date
    gave: bool
    minutes: int


def by_month(year: int, services: Iterable[Service]) -> Year:
    """The services of a year in its months; a month corrected below zero shows nothing."""
    given, received = [0] * 12, [0] * 12
    for one in services:
        if one.day.year == year:
            (given if one.gave else received)[one.day.month - 1] += one.minutes
    return Year(year, [max(one, 0) for one in given], [max(one, 0) for one in received])


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
