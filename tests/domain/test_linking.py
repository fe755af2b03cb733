"""Codes: how they are made and read, who may say what about one, and when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import linking
from domain.errors import Refusal
from domain.linking import ALPHABET, LIVE, VALID, Code, CodeState, Identity, Side
from domain.people import Standing

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
ADA = Side(Identity("telegram", "1001"), 1)
ADA_TOO = Side(Identity("matrix", "@ada:exemple.org"), 2)
BASILE = Side(Identity("matrix", "@basile:exemple.org"), 3)
CHANCES = st.text(min_size=1, max_size=20)


def code(number: int = 1, chance: str = "hasard", issuer: Side = ADA) -> Code:
    """A code that was just given."""
    letters = linking.read(linking.fresh(chance)) or ""
    return Code(number, issuer, linking.digest(letters), NOW)


@given(CHANCES)
def test_a_code_is_read_as_it_is_shown(chance: str) -> None:
    """Small letters, blanks and other dashes are the same; it is known alone in a message."""
    shown = linking.fresh(chance)
    letters = linking.read(shown)

    assert letters is not None
    assert len(letters) == 8
    assert set(letters) <= set(ALPHABET)
    assert linking.is_a_code(shown)
    assert linking.is_a_code(f" {shown.lower()} ")
    for dash in ("", " ", "–", " - "):
        assert linking.read(shown.lower().replace("-", dash)) == letters


@given(st.text(max_size=30))
def test_reading_never_fails_and_never_guesses(typed: str) -> None:
    """Anything else is no code."""
    letters = linking.read(typed)
    assert letters is None or (len(letters) == 8 and set(letters) <= set(ALPHABET))


@pytest.mark.parametrize(
    "sentence",
    ["Bonjour", "peut-etre", "2222-3333", "rendez-vous", "2h30 avec @basile", "ABCD-EFGH", ""],
)
def test_what_people_write_is_not_taken_for_a_code(sentence: str) -> None:
    """A word has no digit, a number no letter; a code has both, and the dash."""
    assert not linking.is_a_code(sentence)


def test_codes_do_not_repeat_themselves() -> None:
    """Another chance, another code; the same chance, the same one: runs can be played again."""
    made = {linking.fresh(f"hasard {number}") for number in range(2_000)}
    assert len(made) == 2_000
    assert linking.fresh("hasard 1") == linking.fresh("hasard 1")


@given(st.lists(CHANCES, unique=True, max_size=6), CHANCES)
def test_only_the_code_itself_is_meant(chances: list[str], chance: str) -> None:
    """Whichever others live; nothing of a code is kept that could be read back."""
    live = [code(number, one) for number, one in enumerate(chances)]
    letters = linking.read(linking.fresh(chance)) or ""
    found = linking.meant(letters, live)

    assert (found is not None) == (chance in chances)
    assert all(letters not in one.digest for one in live)


def test_a_code_goes_from_hand_to_hand_in_one_order() -> None:
    """Typed, agreed to by whoever typed it, used by whoever was given it; nothing else leads on."""
    steps = {
        CodeState.AGREED: (CodeState.TYPED, ADA_TOO),
        CodeState.USED: (CodeState.AGREED, ADA),
    }
    for state, side, then in product(CodeState, (ADA, ADA_TOO, BASILE), steps):
        act = linking.agreed if then is CodeState.AGREED else linking.used
        standing = replace(code(), state=state, typer=ADA_TOO)
        if steps[then] == (state, side):
            assert act(standing, side.identity, now=NOW).state is then
            with pytest.raises(Refusal):
                act(standing, side.identity, now=NOW + VALID)
        else:
            with pytest.raises(Refusal):
                act(standing, side.identity, now=NOW)


def test_a_code_lives_ten_minutes() -> None:
    """To its last yes."""
    last = NOW + VALID - timedelta(seconds=1)
    for state in CodeState:
        standing = replace(code(), state=state)
        assert standing.lives(last) == (state in LIVE)
        assert not standing.lives(NOW + VALID)


@pytest.mark.parametrize(
    ("side", "refusal"),
    [
        (ADA, "refusal-link-own-code"),
        (Side(Identity("telegram", "1002"), 4), "refusal-link-same-platform"),
    ],
)
def test_a_code_links_two_platforms(side: Side, refusal: str) -> None:
    """Not an account with itself, nor two of one platform."""
    with pytest.raises(Refusal) as refused:
        linking.typed_by(code(), side)
    assert refused.value.name == refusal


def test_only_the_two_stand_across_from_each_other() -> None:
    """A third is nobody to a code."""
    typed = linking.typed_by(code(), ADA_TOO)
    assert typed.other_than(ADA.identity) == ADA_TOO
    assert typed.other_than(ADA_TOO.identity) == ADA
    assert typed.other_than(BASILE.identity) is None
    assert code().other_than(ADA.identity) is None


@given(st.lists(st.sampled_from([Standing.MET, Standing.LEFT, Standing.BLOCKED]), min_size=1))
def test_a_block_is_never_lost_and_nobody_left_who_is_here(standings: list[Standing]) -> None:
    """Whatever the order of the two."""
    both = linking.standing_of_both(standings)
    assert (both is Standing.BLOCKED) == (Standing.BLOCKED in standings)
    assert (both is Standing.LEFT) == ({*standings} == {Standing.LEFT})
