"""Moderation: what the team may decide, and that it decides once."""

from __future__ import annotations

from domain.agenda import State
from domain.errors import Refusal


def decided(state: State, verdict: State) -> State:
    """The verdict, unless somebody decided before."""
    if state is not State.PROPOSED:
        raise Refusal("refusal-already-decided")
    return verdict
