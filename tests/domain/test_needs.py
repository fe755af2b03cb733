"""Needs: what may be asked for, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.needs import (
    NEED_MOST,
    Need,
    NeedState,
    closed,
    expired,
    filled,
    need_of,
    opened,
    unmet,
)

NEED = Need(1, 2, "relire un dossier", NeedState.DRAFT, datetime(2026, 11, 2, 9, tzinfo=UTC))
MOVES = (opened, filled, unmet, closed, expired)


@given(st.text(max_size=2 * NEED_MOST))
def test_a_need_is_one_line_within_its_limit_or_refused(text: str) -> None:
    """What is kept has words, no line feed, and fits one message."""
    words = " ".join(text.split())

    if 0 < len(words) <= NEED_MOST:
        assert words == need_of(text)
    else:
        with pytest.raises(Refusal, match=r"refusal-need-(empty|too-long)"):
            need_of(text)


@given(st.lists(st.sampled_from(MOVES), max_size=8))
def test_a_need_is_filled_at_most_once_and_ends_for_good(
    moves: list[Callable[[Need], Need]],
) -> None:
    """Whatever the order: once filled or closed, nothing moves it, and the refusal says so."""
    need, fills = NEED, 0
    for move in moves:
        over = need.state in (NeedState.FILLED, NeedState.CLOSED)
        with suppress(Refusal):
            need = move(need)
            fills += move is filled
            assert not over
    assert fills <= 1


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", NeedState)
def test_each_move_is_made_once(move: Callable[[Need], Need], state: NeedState) -> None:
    """The same tap twice: the second is refused, from wherever the first one led."""
    need = replace(NEED, state=state)
    with suppress(Refusal):
        need = move(need)
    with pytest.raises(Refusal, match=f"refusal-need-{need.state.value}"):
        move(need)


def test_nobody_helps_with_a_draft_and_the_team_takes_none() -> None:
    """What was not confirmed yet is only ever confirmed or dropped."""
    for move in (filled, unmet, expired):
        with pytest.raises(Refusal, match="refusal-need-draft"):
            move(NEED)
    assert opened(NEED).seeks
