"""Everything that may happen to a time bank, in any order, told to a book that keeps it.

The story knows what it was told counts, and works the balances out by itself. Must not know how a
book keeps anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Protocol

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain import timebank
from domain.durations import MOST_MINUTES
from domain.errors import Refusal
from domain.ledger import COMMON, Account, AccountKind, Entry, Fault, Kind
from domain.timebank import OPEN, Exchange, ExchangeState, Party

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = date(2026, 1, 4)
PEOPLE = (1, 2, 3, 4, 5)
INVITED = 6
"""Somebody who holds an account, and has yet to come."""

ORGANISATION, MAY_ACT = 1, (1, 2)
TEAM = (4, 5)
"""People who may also speak in the team's name."""


Side = tuple[AccountKind, int | None]
"""Who holds an account."""


class Book(Protocol):
    """Where exchanges and entries are kept."""

    def account(self, kind: AccountKind, holder: int | None = None) -> Account:
        """The account of a holder."""

    def party(self, person: int, *, team: bool) -> Party:
        """A person who speaks."""

    def add(self, *exchanges: Exchange) -> Sequence[Exchange]:
        """Keep noted exchanges, all or none, each with its number."""

    def change(self, numbers: Sequence[int], rule: Callable[[Exchange], Exchange]) -> None:
        """Change exchanges by a rule, all or none."""

    def entries(self) -> Sequence[Entry]:
        """The whole chain."""

    def balances(self) -> dict[int, int]:
        """Minutes by account, of those that have entries."""

    def faults(self) -> Sequence[Fault]:
        """What is wrong."""

    def restart(self) -> None:
        """The program ends, and begins again on what it kept."""

    def close(self) -> None:
        """The story is over."""


_PERSON = st.sampled_from(PEOPLE)
_SIDES: list[Side] = [
    *((AccountKind.PERSON, person) for person in PEOPLE),
    (AccountKind.ORGANISATION, ORGANISATION),
    (AccountKind.POT, None),
    (AccountKind.TEAM, None),
]
_PAIR = st.permutations(_SIDES).map(lambda order: (order[0], order[1]))
_MINUTES = st.integers(1, MOST_MINUTES)
_PLACE = st.integers(0, 10**6)
"""Chooses one of what there is, counted round."""


class Story(RuleBasedStateMachine):
    """People who do whatever they can think of, and a book that must stay right."""

    opened: Callable[[], Book]
    """Gives an empty book in which the people and the organisation are known."""

    def __init__(self) -> None:
        super().__init__()
        self.book = type(self).opened()
        self.known: dict[int, Exchange] = {}
        self.left: set[int] = set()

    def teardown(self) -> None:
        """Give the book back."""
        self.book.close()

    @rule(
        sides=_PAIR,
        place=_PLACE,
        minutes=_MINUTES,
        paid=st.sampled_from([False, False, True]),
        spoken=st.sampled_from([False, False, True]),
        referent=st.none() | _PERSON,
        kind=st.sampled_from([Kind.EXCHANGE, Kind.EXCHANGE, Kind.GIFT]),
        at_once=st.booleans(),
    )
    def propose(
        self,
        sides: tuple[Side, Side],
        place: int,
        minutes: int,
        paid: bool,
        spoken: bool,
        referent: int | None,
        kind: Kind,
        at_once: bool,
    ) -> None:
        """Somebody notes time between two, or gives hours away: one of the two, or the team."""
        people = [holder for kind, holder in sides if kind is AccountKind.PERSON and holder]
        able = people or TEAM
        noted = self._proposed(*sides, able[place % len(able)], minutes, kind)
        if noted is not None:
            kept = self._keep(replace(noted, paid=paid, spoken=spoken, referent=referent))
            if at_once:
                self._agree(kept, place)

    @rule(sides=_PAIR, by=_PERSON, minutes=st.sampled_from([-30, 0, 30, MOST_MINUTES + 1]))
    def propose_nonsense(self, sides: tuple[Side, Side], by: int, minutes: int) -> None:
        """Somebody notes time with themselves, no time, less than none, more than a day."""
        assert self._proposed(sides[0], sides[0], by, minutes) is None
        if minutes != 30:
            assert self._proposed(*sides, by, minutes) is None

    @rule(by=_PERSON, minutes=st.integers(1, 300))
    def invite(self, by: int, minutes: int) -> None:
        """Somebody notes time with somebody who is still to come."""
        noted = self._proposed((AccountKind.PERSON, by), (AccountKind.PERSON, INVITED), by, minutes)
        if noted is not None:
            self._keep(replace(noted, state=ExchangeState.INVITED))

    @precondition(lambda self: self._in(ExchangeState.INVITED))
    @rule(which=_PLACE, person=_PERSON)
    def claim(self, which: int, person: int) -> None:
        """Somebody opens an invitation, perhaps their own."""
        invited = self._in(ExchangeState.INVITED)
        before = invited[which % len(invited)]
        account = self.book.account(AccountKind.PERSON, person)
        if self._change([before.id], lambda exchange: timebank.claimed(exchange, account)):
            assert person != before.noted_by, "both sides of an exchange"

    @precondition(lambda self: self.known)
    @rule(which=_PLACE, person=_PERSON, team=st.booleans(), waiting=st.booleans())
    def confirm(self, which: int, person: int, team: bool, waiting: bool) -> None:
        """Anybody says yes; it counts only if the word was theirs to give."""
        by = self.book.party(person, team=team and person in TEAM)
        among = (self._in(*OPEN) if waiting else []) or list(self.known.values())
        before = among[which % len(among)]
        if self._change([before.id], lambda one: timebank.confirmed(one, by=by, at=NOW)):
            assert before.state in OPEN, "confirmed twice"
            assert person != before.noted_by, "credited by their own word"
            assert _may_speak(before, by)

    @precondition(lambda self: self._in(*OPEN))
    @rule(which=_PLACE, who=_PLACE)
    def agree(self, which: int, who: int) -> None:
        """Somebody whose word it waits for says yes, and is heard."""
        waiting = self._in(*OPEN)
        self._agree(waiting[which % len(waiting)], who)

    @precondition(lambda self: self.known)
    @rule(which=_PLACE, person=_PERSON, team=st.booleans())
    def contest(self, which: int, person: int, team: bool) -> None:
        """Anybody says no."""
        by = self.book.party(person, team=team and person in TEAM)
        self._answer(which, lambda exchange: timebank.contested(exchange, by=by))

    @precondition(lambda self: self.known)
    @rule(which=_PLACE, person=_PERSON)
    def cancel(self, which: int, person: int) -> None:
        """Anybody takes it back."""
        by = self.book.party(person, team=False)
        self._answer(which, lambda exchange: timebank.cancelled(exchange, by=by))

    @precondition(lambda self: self.known)
    @rule(which=_PLACE)
    def expire(self, which: int) -> None:
        """Nobody answered for too long."""
        self._answer(which, timebank.expired)

    @precondition(lambda self: any(one.counts for one in self.known.values()))
    @rule(
        which=_PLACE,
        by=_PERSON,
        minutes=st.integers(1, 300),
        back=st.booleans(),
        at_once=st.booleans(),
    )
    def correct(self, which: int, by: int, minutes: int, back: bool, at_once: bool) -> None:
        """Somebody asks for more, or for some of it back: a new exchange that names the first."""
        counted = [one for one in self.known.values() if one.counts]
        old = counted[which % len(counted)]
        sides = [(side.kind, side.holder) for side in (old.giver, old.receiver)]
        giver, receiver = sides[::-1] if back else sides
        noted = self._proposed(giver, receiver, by, minutes, Kind.CORRECTION)
        if noted is not None:
            kept = self._keep(replace(noted, corrects=old.id))
            if at_once:
                self._agree(kept, which)

    @rule(
        organiser=_PERSON,
        present=st.sets(_PERSON, min_size=1, max_size=4),
        minutes=st.integers(1, 200),
        leader=st.sampled_from(TEAM),
        offered=st.booleans(),
    )
    def session(
        self, organiser: int, present: set[int], minutes: int, leader: int, offered: bool
    ) -> None:
        """Many take part, and one word confirms for all: their time, or the pot's, or none."""
        people = sorted(present - {organiser})
        givers = [(AccountKind.POT, None)] if offered else [(AccountKind.PERSON, organiser)]
        sides = [(giver, (AccountKind.PERSON, one)) for giver in givers for one in people]
        found = [self._proposed(*pair, organiser, minutes, Kind.SESSION) for pair in sides]
        noted = [replace(one, noted_for=None) for one in found if one is not None]
        if not noted:
            return
        kept = self.book.add(*noted)
        self.known |= {one.id: one for one in kept}
        by = self.book.party(leader, team=True)
        numbers = [one.id for one in kept]
        self._change(numbers, lambda exchange: timebank.confirmed(exchange, by=by, at=NOW))

    @precondition(lambda self: not self.left)
    @rule(person=_PERSON)
    def leave(self, person: int) -> None:
        """Somebody goes, and what they had or owed passes to the pot before everybody's eyes."""
        account = self.book.account(AccountKind.PERSON, person)
        for one in list(self.known.values()):
            if one.state in OPEN and account in (one.giver, one.receiver):
                self._change([one.id], timebank.expired)
        self.left.add(person)
        if held := self.book.balances().get(account.id, 0):
            self._settle(account, held)
        assert self.book.balances().get(account.id, 0) == 0

    def _agree(self, exchange: Exchange, who: int) -> None:
        parties = [
            self.book.party(person, team=team)
            for person in PEOPLE
            for team in sorted({False, person in TEAM})
            if person != exchange.noted_by
        ]
        if able := [by for by in parties if _may_speak(exchange, by)]:
            by = able[who % len(able)]
            agreed = self._change([exchange.id], lambda one: timebank.confirmed(one, by=by, at=NOW))
            assert agreed, "nobody can say yes"

    def _settle(self, account: Account, held: int) -> None:
        pot = self.book.account(AccountKind.POT)
        giver, receiver = (account, pot) if held > 0 else (pot, account)
        settlement = Exchange(
            id=0,
            giver=giver,
            receiver=receiver,
            minutes=abs(held),
            day=DAY,
            subject="départ (exemple)",
            noted_by=TEAM[0],
            noted_at=NOW,
            state=ExchangeState.CONFIRMED,
            kind=Kind.SETTLEMENT,
            confirmed_by=TEAM[1],
            confirmed_at=NOW,
        )
        self._keep(settlement)

    @rule()
    def restart(self) -> None:
        """The program ends at any moment, and goes on from what it kept."""
        self.book.restart()

    @invariant()
    def every_balance_is_explained(self) -> None:
        """By the exchanges that were told to count, and all of them together are zero."""
        explained: Counter[int] = Counter()
        for one in self.known.values():
            if one.state is ExchangeState.CONFIRMED and not one.paid:
                hours_pass = one.kind in (Kind.GIFT, Kind.SETTLEMENT)
                explained[one.giver.id] += -one.minutes if hours_pass else one.minutes
                explained[one.receiver.id] += one.minutes if hours_pass else -one.minutes
        balances = self.book.balances()
        assert balances == dict(explained)
        assert sum(balances.values()) == 0

    @invariant()
    def each_counted_exchange_is_entered_once(self) -> None:
        """In a chain without a gap or a fault; and nobody confirmed what they noted."""
        entries = self.book.entries()
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
        counted = [one for one in self.known.values() if one.counts]
        assert sorted(entry.exchange for entry in entries) == sorted(one.id for one in counted)
        assert [one for one in counted if one.confirmed_by in (None, one.noted_by)] == []
        assert self.book.faults() == []

    def _proposed(
        self,
        giver: Side,
        receiver: Side,
        by: int,
        minutes: int,
        kind: Kind = Kind.EXCHANGE,
    ) -> Exchange | None:
        """The exchange, unless the rules refuse it; leavers are no part of anything any more."""
        holders = {holder for kind, holder in (giver, receiver) if kind is AccountKind.PERSON}
        if self.left & {by, *holders}:
            return None
        try:
            noted = timebank.propose(
                giver=self.book.account(*giver),
                receiver=self.book.account(*receiver),
                minutes=minutes,
                day=DAY,
                subject="relecture (exemple)",
                by=self.book.party(by, team=by in TEAM),
                noted_at=NOW,
                today=NOW.date(),
                kind=kind,
            )
        except Refusal:
            return None
        return noted

    def _keep(self, exchange: Exchange) -> Exchange:
        (kept,) = self.book.add(exchange)
        self.known[kept.id] = kept
        return kept

    def _in(self, *states: ExchangeState) -> list[Exchange]:
        return [one for one in self.known.values() if one.state in states]

    def _answer(self, which: int, rule: Callable[[Exchange], Exchange]) -> bool:
        one = list(self.known.values())[which % len(self.known)]
        return self._change([one.id], rule)

    def _change(self, numbers: Sequence[int], rule: Callable[[Exchange], Exchange]) -> bool:
        """Have a rule applied; what it refuses stays as it was, for all of them."""
        changed: dict[int, Exchange] = {}

        def noted_down(exchange: Exchange) -> Exchange:
            assert exchange == self.known[exchange.id], "the book has another exchange"
            changed[exchange.id] = rule(exchange)
            return changed[exchange.id]

        try:
            self.book.change(numbers, noted_down)
        except Refusal:
            return False
        self.known |= changed
        return True


def _may_speak(exchange: Exchange, by: Party) -> bool:
    """Said anew, not as the rules say it: whose word an exchange waits for."""
    sides = {exchange.giver.id: exchange.giver, exchange.receiver.id: exchange.receiver}
    others = [side for number, side in sides.items() if number != exchange.noted_for]
    if len(others) == 2 or exchange.spoken:
        return by.team
    (other,) = others
    if other.kind in COMMON and (by.team or by.person == exchange.referent):
        return True
    return other.id in by.accounts
