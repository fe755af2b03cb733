"""Needs: what may be asked for, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.needs import NEED_MOST, need_of


@given(st.text(max_size=2 * NEED_MOST))
def test_a_need_is_one_line_within_its_limit_or_refused(text: str) -> None:
    """What is kept has words, no line feed, and fits one message."""
    words = " ".join(text.split())

    if 0 < len(words) <= NEED_MOST:
        assert words == need_of(text)
    else:
        with pytest.raises(Refusal, match=r"refusal-need-(empty|too-long)"):
            need_of(text)
