"""Moderation: what the team may decide, and that it decides once."""

from __future__ import annotations

from domain.errors import Refusal
from domain.events import State


def decided(state: State, verdict: State) -> State:
    """The verdict, unless somebody decided before."""
    if state is not State.PROPOSED:
        raise Refusal("refusal-already-decided")
    return verdict
