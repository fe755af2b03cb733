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
from domain.timebank import Exchange, ExchangeState, Leg

TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
YESTERDAY = date(2026, 10, 13)
ADA, BASILE, CHLOE = 1, 2, 3


def proposed(giver: int = ADA, receiver: int = BASILE, noted_by: int = ADA) -> Exchange:
    """Ada notes the two hours that she gave Basile."""
    return timebank.propose(
        giver=giver,
        receiver=receiver,
        minutes=120,
        day=YESTERDAY,
        subject="relecture",
        noted_by=noted_by,
        noted_at=NOW,
        today=TODAY,
    )


def test_the_other_side_confirms() -> None:
    """Only then does the exchange count."""
    exchange = proposed()
    assert exchange.other_side(ADA) == BASILE
    confirmed = timebank.confirmed(exchange, by=BASILE, at=NOW)
    assert confirmed == replace(exchange, state=ExchangeState.CONFIRMED, confirmed_at=NOW)


def test_the_other_side_contests_and_the_writer_takes_back() -> None:
    """Neither leaves an entry in the accounts."""
    assert timebank.contested(proposed(), by=BASILE).state is ExchangeState.CONTESTED
    assert timebank.cancelled(proposed(), by=ADA).state is ExchangeState.CANCELLED


CONFIRMED = replace(proposed(), state=ExchangeState.CONFIRMED)
CONTESTED = replace(proposed(), state=ExchangeState.CONTESTED)


@pytest.mark.parametrize(
    ("exchange", "by", "name"),
    [
        (proposed(), ADA, "refusal-exchange-own-word"),
        (proposed(), CHLOE, "refusal-exchange-not-yours"),
        (CONFIRMED, BASILE, "refusal-exchange-already-confirmed"),
        (CONTESTED, BASILE, "refusal-exchange-not-open"),
    ],
)
def test_who_may_not_answer_is_told_why(exchange: Exchange, by: int, name: str) -> None:
    """Confirming and contesting are the same right."""
    with pytest.raises(Refusal) as to_confirm:
        timebank.confirmed(exchange, by=by, at=NOW)
    with pytest.raises(Refusal) as to_contest:
        timebank.contested(exchange, by=by)
    assert (to_confirm.value.name, to_contest.value.name) == (name, name)


def test_only_the_writer_takes_back_and_only_before_an_answer() -> None:
    """An answered exchange is corrected by another one, never undone."""
    with pytest.raises(Refusal, match="refusal-exchange-not-yours"):
        timebank.cancelled(proposed(), by=BASILE)
    with pytest.raises(Refusal, match="refusal-exchange-already-confirmed"):
        timebank.cancelled(CONFIRMED, by=ADA)


def test_an_exchange_is_between_two_and_told_by_one_of_them() -> None:
    """Nobody gives time to themselves, nor speaks for two others."""
    with pytest.raises(Refusal, match="refusal-exchange-oneself"):
        proposed(receiver=ADA)
    with pytest.raises(Refusal, match="refusal-exchange-not-a-side"):
        proposed(noted_by=CHLOE)


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(-2000, 2000))
def test_the_legs_of_any_exchange_are_zero_together(one: int, other: int, minutes: int) -> None:
    """Time is given once and received once."""
    with suppress(Refusal):
        exchange = timebank.propose(
            giver=one,
            receiver=other,
            minutes=minutes,
            day=TODAY,
            subject="",
            noted_by=other,
            noted_at=NOW,
            today=TODAY,
        )
        assert timebank.legs(exchange) == (Leg(one, minutes), Leg(other, -minutes))
        assert sum(leg.minutes for leg in timebank.legs(exchange)) == 0
        assert 1 <= minutes <= MOST_MINUTES
