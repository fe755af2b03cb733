"""A link's word: short enough for Telegram, and believed only from whoever has the key."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deep_links import LONGEST, Claim, Opens, claimed, word

KEY = "une clé fictive"
KINDS = st.sampled_from(Opens)
NUMBERS = st.integers(1, 10**18 - 1)


@given(KINDS, NUMBERS, st.text(min_size=1))
def test_what_was_made_with_a_key_is_believed_with_it(opens: Opens, number: int, key: str) -> None:
    """And it leads where it was made for."""
    claim = claimed(word(key, opens, number))
    assert claim is not None
    assert (claim.opens, claim.number, claim.is_ours(key)) == (opens, number, True)
    assert not claim.is_ours(key + "x")


@given(KINDS, NUMBERS)
def test_telegram_carries_each_word(opens: Opens, number: int) -> None:
    """64 of A–Z, a–z, 0–9, _ and -."""
    assert re.fullmatch(rf"[A-Za-z0-9_-]{{1,{LONGEST}}}", word(KEY, opens, number))


@given(KINDS, NUMBERS, KINDS, NUMBERS)
def test_a_proof_is_for_one_thing(opens: Opens, number: int, other: Opens, further: int) -> None:
    """Carried over to another question, it proves nothing."""
    claim = claimed(word(KEY, opens, number))
    assert claim is not None
    assert Claim(other, further, claim.proof).is_ours(KEY) == ((other, further) == (opens, number))


@given(st.text(max_size=80))
def test_no_other_word_is_believed(typed: str) -> None:
    """Whatever somebody types after /start."""
    claim = claimed(typed)
    assert claim is None or not claim.is_ours(KEY)


@pytest.mark.parametrize(
    "typed",
    ["", "q_12", "q_0_aaaaaaaaaaaa", "q_12_aaaaaaaaaaa", "q_١٢_aaaaaaaaaaaa", "z_12_aaaaaaaaaaaa"],
)
def test_a_word_that_no_link_has_claims_nothing(typed: str) -> None:
    """No proof, no number, another kind, digits that are none to Telegram."""
    assert claimed(typed) is None


def test_nothing_is_proved_without_a_key() -> None:
    """An empty key would be everybody's."""
    with pytest.raises(ValueError, match="key"):
        word("", Opens.QUESTION, 12)
