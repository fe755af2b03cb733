"""Needs, and the introductions that both sides agree to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.errors import Refusal
from domain.matching import NOTHING
from domain.people import fold

NEED_MOST = 500
"""Characters of a need: what one message to a busy person should hold."""


class NeedState(StrEnum):
    """Where a need stands."""

    OPEN = "open"
    FILLED = "filled"


class IntroductionState(StrEnum):
    """Where an introduction stands. WAITING: proposed to the asker, and nobody was asked yet."""

    WAITING = "waiting"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True)
class Need:
    """What somebody asks the alliance for."""

    id: int
    person: int
    text: str
    state: NeedState


@dataclass(frozen=True)
class Introduction:
    """An ally asked to help; the asker agreed by asking, the helper has yet to."""

    id: int
    need: Need
    helper: int
    state: IntroductionState


def need_of(text: str) -> str:
    """A need as it is kept; refuses an empty or an endless one."""
    text = " ".join(text.split())
    if not text or fold(text) in NOTHING:
        raise Refusal("refusal-need-empty")
    if len(text) > NEED_MOST:
        raise Refusal("refusal-need-too-long", most=NEED_MOST)
    return text


def answered(introduction: Introduction, *, by: int, agrees: bool) -> Introduction:
    """The helper's answer, once, and only while the need is open."""
    if introduction.helper != by:
        raise Refusal("refusal-introduction-not-yours")
    if introduction.state is not IntroductionState.ASKED:
        raise Refusal("refusal-introduction-answered")
    if agrees and introduction.need.state is NeedState.FILLED:
        raise Refusal("refusal-need-filled")
    state = IntroductionState.ACCEPTED if agrees else IntroductionState.DECLINED
    return replace(introduction, state=state)
