"""What the team decides, it decides once."""

from __future__ import annotations

import pytest

from domain.errors import Refusal
from domain.events import State
from domain.moderation import decided


@pytest.mark.parametrize("verdict", [State.APPROVED, State.REFUSED])
def test_a_proposal_takes_the_verdict(verdict: State) -> None:
    """Nobody decided before."""
    assert decided(State.PROPOSED, verdict) is verdict


@pytest.mark.parametrize("state", [State.APPROVED, State.REFUSED, State.WITHDRAWN])
def test_a_second_verdict_comes_too_late(state: State) -> None:
    """Two people of the team press at the same time: the first one counts."""
    with pytest.raises(Refusal, match="refusal-already-decided"):
        decided(state, State.APPROVED)
