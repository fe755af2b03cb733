"""Corrections: whatever is said one after the other, the last word is what counts."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain import contests, corrections, timebank
from domain.durations import MOST_MINUTES
from domain.errors import Refusal
from domain.ledger import Account, AccountKind, Kind
from domain.timebank import Exchange, ExchangeState
from tests.domain.test_timebank import (
    ADA,
    BASILE,
    CHLOE,
    NOW,
    PEOPLE,
    POT,
    TEAM,
    party,
    proposed,
)

MEANT = st.integers(-MOST_MINUTES, MOST_MINUTES)
KINDS = st.sampled_from([Kind.EXCHANGE, Kind.SESSION, Kind.GIFT])
PARTNER = Account(70, AccountKind.FABRIQUE, 2)


def counted(kind: Kind = Kind.EXCHANGE, **more: object) -> Exchange:
    """Two hours that Ada gave Basile, and that count."""
    values = {"id": 1, "kind": kind, "state": ExchangeState.CONFIRMED, **more}
    return replace(proposed(), **values)  # type: ignore[arg-type]


def balance(account: int, exchanges: list[Exchange]) -> int:
    """The sum of an account's legs, as the ledger has it."""
    return sum(
        leg.minutes
        for one in exchanges
        if one.counts
        for leg in timebank.legs(one)
        if leg.account == account
    )


@given(KINDS, st.lists(MEANT, max_size=12))
def test_after_any_corrections_the_net_is_what_the_last_one_said(
    kind: Kind, meant: list[int]
) -> None:
    """In both accounts, which stay zero together; what would change nothing is refused."""
    original, entered = counted(kind), list[Exchange]()
    last = original.minutes
    for number, should in enumerate(meant, start=2):
        try:
            added = corrections.correction(original, entered, should, by=party(ADA), at=NOW)
        except Refusal as refusal:
            same = refusal.name == "refusal-correction-same" and should == last
            turned = refusal.name == "refusal-correction-gift" and should < 0
            assert same or (turned and kind is Kind.GIFT)
            continue
        confirmed = timebank.confirmed(replace(added, id=number), by=party(BASILE), at=NOW)
        entered.append(confirmed)
        last = should
        assert added.minutes > 0
    way = -1 if kind is Kind.GIFT else 1
    assert corrections.net(original, entered) == last
    assert balance(PEOPLE[ADA].id, [original, *entered]) == way * last
    assert balance(PEOPLE[BASILE].id, [original, *entered]) == -way * last


class Correcting(RuleBasedStateMachine):
    """Both sides and the team, in any order; some answer, some never do."""

    @initialize(kind=KINDS)
    def begin(self, kind: Kind) -> None:
        """An exchange that counts."""
        self.original = counted(kind)
        self.added: list[Exchange] = []
        self.last = self.original.minutes

    @rule(should=MEANT, who=st.sampled_from([ADA, BASILE]))
    def somebody_proposes(self, should: int, who: int) -> None:
        """Refused while another one waits."""
        waits = [one for one in self.added if one.state is not ExchangeState.CONFIRMED]
        with suppress(Refusal):
            one = corrections.correction(self.original, self.added, should, by=party(who), at=NOW)
            assert not [wait for wait in waits if wait.state is ExchangeState.PROPOSED]
            self.added.append(replace(one, id=len(self.added) + 2))
            self.meant = should

    @rule(should=MEANT)
    def the_team_corrects(self, should: int) -> None:
        """At once; not while the two talk of another."""
        with suppress(Refusal):
            one = corrections.correction(
                self.original, self.added, should, by=TEAM, at=NOW, reason="vu"
            )
            self.added.append(replace(one, id=len(self.added) + 2))
            self.last = should

    def waiting(self) -> bool:
        """Whether a correction waits for a word."""
        return bool(self.added) and self.added[-1].state is ExchangeState.PROPOSED

    @precondition(waiting)
    @rule()
    def the_other_agrees(self) -> None:
        """What was meant then is what it comes to now."""
        one = self.added[-1]
        other = BASILE if one.noted_by == ADA else ADA
        self.added[-1] = timebank.confirmed(one, by=party(other), at=NOW)
        self.last = self.meant

    @precondition(waiting)
    @rule(how=st.sampled_from(["taken back", "expired", "contested"]))
    def it_ends_otherwise(self, how: str) -> None:
        """Nothing changes."""
        one = self.added[-1]
        if how == "taken back":
            ended = timebank.cancelled(one, by=party(one.noted_by))
        elif how == "expired":
            ended = timebank.expired(one)
        else:
            other = BASILE if one.noted_by == ADA else ADA
            contested = timebank.contested(one, by=party(other))
            ended = contests.closed(contested, by=TEAM, reason="vu")
        self.added[-1] = ended

    @invariant()
    def the_last_word_counts(self) -> None:
        """At any moment."""
        if hasattr(self, "original"):
            assert corrections.net(self.original, self.added) == self.last
            both = [PEOPLE[ADA].id, PEOPLE[BASILE].id]
            assert sum(balance(one, [self.original, *self.added]) for one in both) == 0


Correcting.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestCorrecting = Correcting.TestCase


@pytest.mark.parametrize(
    ("original", "name"),
    [
        (replace(proposed(), id=1), "refusal-correction-unconfirmed"),
        (counted(Kind.CORRECTION), "refusal-correction-again"),
        (counted(Kind.SETTLEMENT), "refusal-correction-by-team"),
        (counted(receiver=PARTNER), "refusal-correction-by-team"),
    ],
)
def test_what_cannot_be_corrected_is_refused(original: Exchange, name: str) -> None:
    """What does not count, a correction itself, a settlement, what another fabrique has too."""
    with pytest.raises(Refusal) as refused:
        corrections.correction(original, [], 60, by=party(ADA), at=NOW)
    assert refused.value.name == name


def test_only_the_two_and_the_team_may_correct() -> None:
    """And nobody of the team their own."""
    with pytest.raises(Refusal, match="refusal-exchange-not-yours"):
        corrections.correction(counted(), [], 60, by=party(CHLOE), at=NOW)
    mine = replace(TEAM, accounts=TEAM.accounts | {PEOPLE[ADA].id})
    with pytest.raises(Refusal, match="refusal-exchange-own-affair"):
        corrections.correction(counted(), [], 60, by=mine, at=NOW)


def test_a_correction_keeps_what_the_first_was() -> None:
    """Paid stays paid, the pot's stays the team's to confirm, an absent's stays spoken."""
    for original in (counted(paid=True), counted(receiver=POT), counted(spoken=True)):
        added = corrections.correction(original, [], 60, by=party(ADA), at=NOW)
        assert (added.paid, added.spoken) == (original.paid, original.spoken)
        assert added.corrects == original.id
        assert added.waits_for_team is (original.spoken or original.receiver == POT)


@pytest.mark.parametrize(
    ("typed", "now", "should"),
    [
        ("1h30", 120, 90),
        ("c’était 1h30", -120, -90),
        ("1h30 dans l’autre sens", 120, -90),
        ("1h30 dans l'autre sens", -120, -90),
        ("l’inverse", 120, -120),
        ("dans l’autre sens", -120, 120),
        ("the other way", 45, -45),
        ("2 hours the other way round", 45, -120),
    ],
)
def test_what_it_should_be_is_read_as_people_write_it(typed: str, now: int, should: int) -> None:
    """In both languages; the draft shows what was understood."""
    assert corrections.read(typed, now) == should
