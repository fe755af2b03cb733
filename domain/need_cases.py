"""A need as the team sees it: whom the team asked for it, what they said, and who closed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.errors import Refusal
from domain.introductions import Introduction, IntroductionState
from domain.needs import Need, NeedState, taken_up

UNDONE_WITHIN = timedelta(hours=24)
"""How long somebody of the team may take back that a need was closed."""


class Thought(NamedTuple):
    """Somebody whom the team asked, by name, and who of the team thought of them. Whom the asker
    asked, or who came forward by themselves, is the asker's affair and none of these.
    """

    introduction: Introduction
    name: str
    by: str

    @property
    def waits(self) -> bool:
        """Whether they have yet to answer."""
        return self.introduction.state is IntroductionState.ASKED


@dataclass(frozen=True)
class NeedCase:
    """A need and what its card tells the team. `asker` is "" for whoever keeps their name to
    themselves; `closed_by` is "" where nobody of the team closed it.
    """

    need: Need
    asker: str = ""
    thoughts: tuple[Thought, ...] = ()
    closed_by: str = ""
    closed_at: datetime | None = None


def taken_back(case: NeedCase, now: datetime) -> Need:
    """The need with the team again, which had closed it a short while ago."""
    if case.need.state is NeedState.CLOSED and case.closed_at is None:
        raise Refusal("refusal-need-taken-back")
    if case.closed_at is not None and now - case.closed_at > UNDONE_WITHIN:
        raise Refusal("refusal-need-closed-long")
    return taken_up(case.need)
