"""Gifts: what a line says, and who has enough to give."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.gifts import Wish, affordable, read
from domain.ledger import Account, AccountKind, Kind
from domain.timebank import Party, may_take_silence_for_yes, propose


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("2h à @paul", Wish(120, False, "@paul")),
        ("2h pour @paul", Wish(120, False, "@paul")),
        (
            "2h à Chloé Modèle pour son déménagement",
            Wish(120, False, "Chloé Modèle", "son déménagement"),
        ),
        ("une heure et demie à chloé", Wish(90, False, "chloé")),
        ("2h au pot", Wish(120, True)),
        ("2h au pot commun pour le verger", Wish(120, True, None, "le verger")),
        ("1h30 to the pot", Wish(90, True)),
        ("1h to the common pot", Wish(60, True)),
        ("1h to Basile for moving house", Wish(60, False, "Basile", "moving house")),
        ("2h", Wish(120)),
        ("au pot", Wish(None, True)),
        ("", Wish()),
    ],
)
def test_a_line_says_how_long_to_whom_and_what_for(text: str, wish: Wish) -> None:
    """What it leaves out is asked."""
    assert read(text) == wish


@given(st.text(max_size=80))
def test_any_line_is_read_without_a_fault(text: str) -> None:
    """And what is read of it can be noted."""
    wish = read(text)
    assert wish.minutes is None or 0 < wish.minutes <= 1440
    assert not (wish.to_pot and wish.name)


@given(st.integers(1, 1440), st.integers(-6000, 6000))
def test_nobody_gives_away_more_than_they_have(minutes: int, balance: int) -> None:
    """To the minute."""
    if 0 < minutes <= balance:
        assert affordable(minutes, balance) == minutes
        return
    with pytest.raises(Refusal, match=r"refusal-gift-(nothing|short)"):
        affordable(minutes, balance)


@pytest.mark.parametrize(("kind", "silence"), [(Kind.GIFT, False), (Kind.EXCHANGE, True)])
def test_a_gift_is_never_accepted_by_silence(kind: Kind, silence: bool) -> None:
    """Where exchanges confirm themselves after some days, gifts still wait for a yes."""
    ada, basile = (Account(10 + one, AccountKind.PERSON, one) for one in (1, 2))
    noted = propose(
        giver=ada,
        receiver=basile,
        minutes=60,
        day=date(2026, 1, 5),
        subject="déménagement",
        by=Party(1, frozenset({ada.id})),
        noted_at=datetime(2026, 1, 5, 8, tzinfo=UTC),
        today=date(2026, 1, 5),
        kind=kind,
    )
    assert may_take_silence_for_yes(noted) is silence
