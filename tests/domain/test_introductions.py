"""Needs and introductions: both sides agree, once, while the need is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.introductions import (
    NEED_MOST,
    Introduction,
    IntroductionState,
    Need,
    NeedState,
    answered,
    need_of,
)

ADA, BASILE, CHLOE = 1, 2, 3
NEED = Need(5, ADA, "relire un dossier", NeedState.OPEN)
ASKED = Introduction(9, NEED, BASILE, IntroductionState.ASKED)


def test_only_the_helper_answers() -> None:
    """Chloé cannot say yes for Basile."""
    with pytest.raises(Refusal, match="refusal-introduction-not-yours"):
        answered(ASKED, by=CHLOE, agrees=True)


@pytest.mark.parametrize("agrees", [True, False])
def test_an_answer_is_given_once(agrees: bool) -> None:
    """A second tap, yes or no, changes nothing."""
    said = answered(ASKED, by=BASILE, agrees=agrees)

    with pytest.raises(Refusal, match="refusal-introduction-answered"):
        answered(said, by=BASILE, agrees=not agrees)


def test_a_filled_need_can_only_be_declined() -> None:
    """Somebody else was quicker; a no is still heard."""
    late = replace(ASKED, need=replace(NEED, state=NeedState.FILLED))

    with pytest.raises(Refusal, match="refusal-need-filled"):
        answered(late, by=BASILE, agrees=True)
    assert answered(late, by=BASILE, agrees=False).state is IntroductionState.DECLINED


@given(st.text(max_size=2 * NEED_MOST))
def test_a_need_is_one_line_within_its_limit_or_refused(text: str) -> None:
    """What is kept has words, no line feed, and fits one message."""
    words = " ".join(text.split())

    if 0 < len(words) <= NEED_MOST:
        assert words == need_of(text)
    else:
        with pytest.raises(Refusal, match=r"refusal-need-(empty|too-long)"):
            need_of(text)
