"""An exchange: who may answer to it, and its two legs."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import timebank
from domain.durations import MOST_MINUTES
from domain.errors import Refusal
from domain.ledger import Account, AccountKind, Kind, Leg
from domain.timebank import Exchange, ExchangeState, Party

TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
YESTERDAY = date(2026, 10, 13)
ADA, BASILE, CHLOE, DRISS = 1, 2, 3, 4
PEOPLE = {one: Account(10 * one, AccountKind.PERSON, one) for one in (ADA, BASILE, CHLOE, DRISS)}
POT = Account(90, AccountKind.POT)
FIRM = Account(80, AccountKind.ORGANISATION, 1)
TEAM = Party(DRISS, frozenset({PEOPLE[DRISS].id}), team=True)


def party(person: int) -> Party:
    """Somebody who speaks for themselves; Basile also for an organisation."""
    firm = {FIRM.id} if person == BASILE else set()
    return Party(person, frozenset({PEOPLE[person].id, *firm}))


def proposed(
    giver: Account = PEOPLE[ADA], receiver: Account = PEOPLE[BASILE], noted_by: int = ADA
) -> Exchange:
    """Ada notes the two hours that she gave Basile."""
    return timebank.propose(
        giver=giver,
        receiver=receiver,
        minutes=120,
        day=YESTERDAY,
        subject="relecture",
        by=party(noted_by),
        noted_at=NOW,
        today=TODAY,
    )


def test_the_other_side_confirms() -> None:
    """Only then does the exchange count."""
    exchange = proposed()
    assert exchange.awaited == PEOPLE[BASILE]
    confirmed = timebank.confirmed(exchange, by=party(BASILE), at=NOW)
    assert (confirmed.counts, confirmed.confirmed_by, confirmed.confirmed_at) == (True, BASILE, NOW)
    assert not exchange.counts


def test_the_other_side_contests_and_the_writer_takes_back() -> None:
    """Neither leaves an entry in the accounts."""
    assert timebank.contested(proposed(), by=party(BASILE)).state is ExchangeState.CONTESTED
    assert timebank.cancelled(proposed(), by=party(ADA)).state is ExchangeState.CANCELLED
    assert timebank.expired(proposed()).state is ExchangeState.EXPIRED


CONFIRMED = replace(proposed(), state=ExchangeState.CONFIRMED)
CONTESTED = replace(proposed(), state=ExchangeState.CONTESTED)
TO_POT = proposed(receiver=POT)
OF_FIRM = proposed(giver=PEOPLE[CHLOE], receiver=FIRM, noted_by=BASILE)


@pytest.mark.parametrize(
    ("exchange", "by", "name"),
    [
        (proposed(), party(ADA), "refusal-exchange-own-word"),
        (proposed(), party(CHLOE), "refusal-exchange-not-yours"),
        (proposed(), TEAM, "refusal-exchange-not-yours"),
        (CONFIRMED, party(BASILE), "refusal-exchange-already-confirmed"),
        (CONTESTED, party(BASILE), "refusal-exchange-not-open"),
        (TO_POT, party(BASILE), "refusal-exchange-not-yours"),
        (TO_POT, replace(TEAM, person=ADA), "refusal-exchange-own-word"),
        (replace(TO_POT, referent=ADA), party(ADA), "refusal-exchange-own-word"),
        (OF_FIRM, party(BASILE), "refusal-exchange-own-word"),
        (replace(proposed(), spoken=True), party(BASILE), "refusal-exchange-not-yours"),
    ],
)
def test_who_may_not_answer_is_told_why(exchange: Exchange, by: Party, name: str) -> None:
    """Confirming and contesting are the same right."""
    with pytest.raises(Refusal) as to_confirm:
        timebank.confirmed(exchange, by=by, at=NOW)
    with pytest.raises(Refusal) as to_contest:
        timebank.contested(exchange, by=by)
    assert (to_confirm.value.name, to_contest.value.name) == (name, name)


@pytest.mark.parametrize(
    ("exchange", "by"),
    [
        (TO_POT, TEAM),
        (replace(TO_POT, referent=BASILE), party(BASILE)),
        (OF_FIRM, party(CHLOE)),
        (proposed(receiver=FIRM), party(BASILE)),
        (replace(proposed(), spoken=True), TEAM),
    ],
)
def test_the_common_the_absent_and_organisations_have_somebody_who_answers(
    exchange: Exchange, by: Party
) -> None:
    """The team or the one who leads; the team; those who may act."""
    assert timebank.confirmed(exchange, by=by, at=NOW).counts


def test_only_the_writer_takes_back_and_only_before_an_answer() -> None:
    """An answered exchange is corrected by another one, never undone."""
    with pytest.raises(Refusal, match="refusal-exchange-not-yours"):
        timebank.cancelled(proposed(), by=party(BASILE))
    with pytest.raises(Refusal, match="refusal-exchange-already-confirmed"):
        timebank.cancelled(CONFIRMED, by=party(ADA))


def test_an_exchange_is_between_two_and_told_by_one_of_them() -> None:
    """Nobody gives time to themselves, nor speaks for two others."""
    with pytest.raises(Refusal, match="refusal-exchange-oneself"):
        proposed(receiver=PEOPLE[ADA])
    with pytest.raises(Refusal, match="refusal-exchange-not-a-side"):
        proposed(noted_by=CHLOE)


def test_whoever_was_invited_becomes_the_missing_side() -> None:
    """And answers like anybody; whoever forwarded the link cannot be both."""
    waiting = replace(proposed(), state=ExchangeState.INVITED)
    claimed = timebank.claimed(waiting, PEOPLE[CHLOE])
    assert (claimed.giver, claimed.receiver) == (PEOPLE[ADA], PEOPLE[CHLOE])
    assert timebank.confirmed(claimed, by=party(CHLOE), at=NOW).counts
    with pytest.raises(Refusal, match="refusal-exchange-oneself"):
        timebank.claimed(waiting, PEOPLE[ADA])
    with pytest.raises(Refusal, match="refusal-exchange-not-open"):
        timebank.claimed(claimed, PEOPLE[DRISS])


@given(st.sampled_from(Kind), st.integers(-2000, 2000))
def test_the_legs_of_any_exchange_are_zero_together(kind: Kind, minutes: int) -> None:
    """Time is given once and received once; a gift leaves the one who gives it."""
    with suppress(Refusal):
        exchange = timebank.propose(
            giver=PEOPLE[ADA],
            receiver=PEOPLE[BASILE],
            minutes=minutes,
            day=TODAY,
            subject="",
            by=party(BASILE),
            noted_at=NOW,
            today=TODAY,
            kind=kind,
        )
        given = -minutes if kind.moves_hours else minutes
        assert timebank.legs(exchange) == (Leg(10 * ADA, given), Leg(10 * BASILE, -given))
        assert 1 <= minutes <= MOST_MINUTES
