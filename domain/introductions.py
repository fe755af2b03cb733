"""Introductions: both sides agree, or nobody learns of anybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.errors import Refusal
from domain.needs import Need, NeedState


class IntroductionState(StrEnum):
    """Where an introduction stands. WAITING: proposed to the asker, and nobody was asked yet.
    OFFERED: the helper came forward by themselves, and the asker has yet to agree.
    """

    WAITING = "waiting"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    OFFERED = "offered"


@dataclass(frozen=True)
class Introduction:
    """An ally asked to help; the asker agreed by asking, the helper has yet to."""

    id: int
    need: Need
    helper: int
    state: IntroductionState


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


def hand_answered(introduction: Introduction, *, by: int, agrees: bool) -> Introduction:
    """The asker's answer to whoever came forward, once."""
    if introduction.need.person != by:
        raise Refusal("refusal-introduction-not-yours")
    if introduction.state is not IntroductionState.OFFERED:
        raise Refusal("refusal-introduction-answered")
    state = IntroductionState.ACCEPTED if agrees else IntroductionState.DECLINED
    return replace(introduction, state=state)
