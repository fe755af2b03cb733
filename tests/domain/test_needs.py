"""Needs: what may be asked for, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.needs import (
    NEED_MOST,
    Need,
    NeedState,
    asked_anew,
    closed,
    expired,
    filled,
    naming,
    need_of,
    opened,
    uncalled,
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


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_name_that_is_hidden_is_hidden_everywhere(helpers: bool, agenda: bool, now: bool) -> None:
    """To say it to those who are asked does not say it to all, either."""
    told = naming(replace(NEED, names_asker=helpers, named_in_digest=agenda), now)

    assert told.names_asker == now
    assert told.named_in_digest == (agenda and now)
    assert told.team_knows == now


def test_a_need_asked_anew_keeps_its_words_and_nothing_that_was_agreed() -> None:
    """A day that is behind is not kept, one to come is."""
    at, day = NEED.at, NEED.at.date()
    told = replace(NEED, in_digest=True, named_in_digest=True, called_at=at, group_id=3)
    again = asked_anew(replace(told, deadline=day), now=at, today=day)

    assert again == replace(NEED, id=0, state=NeedState.OPEN, deadline=day)
    assert asked_anew(again, now=at, today=day + timedelta(days=1)).deadline is None
    assert uncalled(told) == replace(NEED, group_id=3)


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
