"""Needs and introductions: both sides agree, once, while the need is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.errors import Refusal
from domain.introductions import Introduction, IntroductionState, answered
from domain.needs import Need, NeedState

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
ADA, BASILE, CHLOE = 1, 2, 3
NEED = Need(5, ADA, "relire un dossier", NeedState.OPEN, NOW)
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
