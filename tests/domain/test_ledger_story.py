"""Whatever people do in whatever order, the rules keep the time bank right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from domain.ledger import Account, AccountKind, Entry, Fault, faults_of, following
from domain.timebank import Exchange, Party, legs
from tests.ledger_story import MAY_ACT, NOW, ORGANISATION, Story


class Paper:
    """A book in memory: rules and a chain, nothing else."""

    def __init__(self) -> None:
        self._accounts: dict[tuple[AccountKind, int | None], Account] = {}
        self._exchanges: dict[int, Exchange] = {}
        self._chain: list[Entry] = []

    def account(self, kind: AccountKind, holder: int | None = None) -> Account:
        """Opened when it is first needed."""
        number = len(self._accounts) + 1
        return self._accounts.setdefault((kind, holder), Account(number, kind, holder))

    def party(self, person: int, *, team: bool) -> Party:
        """With the organisation, for those who may act for it."""
        accounts = {self.account(AccountKind.PERSON, person).id}
        if person in MAY_ACT:
            accounts.add(self.account(AccountKind.ORGANISATION, ORGANISATION).id)
        return Party(person, frozenset(accounts), team)

    def add(self, *exchanges: Exchange) -> Sequence[Exchange]:
        """Numbered in a row."""
        first = len(self._exchanges) + 1
        kept = [replace(one, id=first + place) for place, one in enumerate(exchanges)]
        self._write(kept)
        return kept

    def change(self, numbers: Sequence[int], rule: Callable[[Exchange], Exchange]) -> None:
        """The rule is asked for all of them before anything is written."""
        self._write([rule(self._exchanges[number]) for number in numbers])

    def entries(self) -> Sequence[Entry]:
        """As entered."""
        return self._chain

    def balances(self) -> dict[int, int]:
        """The sum of each account's legs."""
        sums: Counter[int] = Counter()
        for leg in self._legs():
            sums[leg[0]] += leg[1]
        return dict(sums)

    def faults(self) -> Sequence[Fault]:
        """Of the chain."""
        return list(faults_of(self._chain))

    def restart(self) -> None:
        """Paper does not forget."""

    def close(self) -> None:
        """Nothing to give back."""

    def _write(self, exchanges: Sequence[Exchange]) -> None:
        for one in exchanges:
            self._exchanges[one.id] = one
            if one.counts:
                last = self._chain[-1] if self._chain else None
                self._chain.append(following(last, Entry(0, NOW, one.kind, one.id, legs(one))))

    def _legs(self) -> Iterator[tuple[int, int]]:
        return ((leg.account, leg.minutes) for entry in self._chain for leg in entry.legs)


class PaperStory(Story):
    """The rules alone."""

    opened = Paper


@pytest.mark.parametrize(
    ("examples", "steps"), [(100, 40), pytest.param(3000, 60, marks=pytest.mark.soak)]
)
def test_whatever_happens_every_balance_is_explained(examples: int, steps: int) -> None:
    """The sum stays zero, nothing counts twice, and nobody credits themselves."""
    how = settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    run_state_machine_as_test(PaperStory, settings=how)
