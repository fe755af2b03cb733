"""A former book brought into the time bank: what of its lines is new, and whom they name.

All or nothing: nothing is kept while anything is wrong. Must not know rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.ledger import AccountKind
from domain.people import Person, fold
from domain.time_lines import POT, TEAM, Line, Problem
from domain.timebank import Exchange


@dataclass(frozen=True)
class Side:
    """Who stands on a side; a person without a number is still to be made."""

    kind: AccountKind
    holder: int | None = None
    name: str = ""


Key = tuple[Side, Side, int, date, str, bool, bool]
"""What two tellings of one exchange have in common."""


@dataclass(frozen=True)
class Sided:
    """A line whose two sides are known."""

    line: Line
    giver: Side
    receiver: Side

    @property
    def key(self) -> Key:
        """By what it is known again."""
        one = self.line
        moves = one.kind.moves_hours
        return (self.giver, self.receiver, one.minutes, one.day, fold(one.subject), moves, one.paid)


@dataclass(frozen=True)
class Plan:
    """What an import would do. `known` are lines that are in the book already; `unknown` are names
    of nobody; `made` are those that would be made.
    """

    fresh: Sequence[Sided]
    known: Sequence[int]
    unknown: Mapping[str, int]
    made: Sequence[str]
    problems: Sequence[Problem]
    repeated: Sequence[int] = field(default=())


def plan(
    lines: Iterable[Line],
    *,
    people: Sequence[Person],
    organisations: Mapping[str, int],
    there: Iterable[Key],
    create: bool,
) -> Plan:
    """What is new among the lines. As often as the book has an exchange, the file may tell it."""
    named = _sides_by_name(people, organisations)
    unknown: dict[str, int] = {}
    spellings: dict[str, str] = {}
    problems: list[Problem] = []
    sided: list[Sided] = []
    for line in lines:
        sides = []
        for place, name in (("giver", line.giver), ("receiver", line.receiver)):
            found = named.get(_spelt(name), [])
            if len(found) > 1:
                problems.append(Problem(line.number, place, "name-several", name))
            elif not found:
                spelling = spellings.setdefault(_spelt(name), name)
                unknown.setdefault(spelling, line.number)
                found = [Side(AccountKind.PERSON, None, spelling)]
            sides.append(found[0])
        if sides[0] == sides[1]:
            problems.append(Problem(line.number, "receiver", "oneself", line.receiver))
        sided.append(Sided(line, sides[0], sides[1]))
    fresh, known = _told_before(sided, Counter(there))
    counted = Counter(one.key for one in sided)
    repeated = [one.line.number for one in fresh if counted[one.key] > 1]
    made = list(unknown) if create else []
    return Plan(fresh, known, {} if create else unknown, made, problems, repeated)


def key_of(exchange: Exchange) -> Key:
    """What an exchange of the book has in common with a line that tells it."""
    one = exchange
    giver, receiver = (
        Side(one.giver.kind, one.giver.holder),
        Side(one.receiver.kind, one.receiver.holder),
    )
    moves = one.kind.moves_hours
    return (giver, receiver, one.minutes, one.day, fold(one.subject), moves, one.paid)


def _told_before(sided: Sequence[Sided], there: Counter[Key]) -> tuple[list[Sided], list[int]]:
    fresh: list[Sided] = []
    known: list[int] = []
    for one in sided:
        if there[one.key] > 0:
            there[one.key] -= 1
            known.append(one.line.number)
        else:
            fresh.append(one)
    return fresh, known


def _sides_by_name(
    people: Sequence[Person], organisations: Mapping[str, int]
) -> Mapping[str, list[Side]]:
    """Who bears which name: people by name or @handle, organisations, the pot and the team."""
    found: dict[str, list[Side]] = {}
    for person in people:
        side = Side(AccountKind.PERSON, person.id)
        for name in {_spelt(person.name), *(f"@{fold(one).lstrip('@')}" for one in person.handles)}:
            found.setdefault(name, []).append(side)
    for name, number in organisations.items():
        found.setdefault(_spelt(name), []).append(Side(AccountKind.ORGANISATION, number))
    for word in POT:
        found[word] = [Side(AccountKind.POT)]
    for word in TEAM:
        found[word] = [Side(AccountKind.TEAM)]
    return found


def _spelt(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split()) if name[:1] != "@" else fold(name)
