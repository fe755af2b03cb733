"""What somebody asks the alliance for: a skill, or a thing to lend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import Refusal
from domain.matching import NOTHING
from domain.people import fold
from domain.skills import Kind

NEED_MOST = 500
"""Characters of a need: what one message to a busy person should hold."""


class NeedState(StrEnum):
    """Where a need stands. DRAFT: its card was not confirmed yet. UNMET: nobody was found, and the
    team looks. CLOSED: its asker took it back. EXPIRED: its day went by.
    """

    DRAFT = "draft"
    OPEN = "open"
    FILLED = "filled"
    CLOSED = "closed"
    UNMET = "unmet"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Need:
    """What somebody asks for, in their words and as it was understood.

    `place` is as they said it, `commune` its INSEE code where it is known. `names_asker`: whether
    those who are asked may know by whom; `in_digest`: whether it may be called out to everybody.
    """

    id: int
    person: int
    text: str
    state: NeedState
    at: datetime
    kind: Kind = Kind.SKILL
    concept: str | None = None
    deadline: date | None = None
    remote: bool = False
    place: str = ""
    commune: str | None = None
    minutes: int | None = None
    names_asker: bool = False
    in_digest: bool = False


def need_of(text: str) -> str:
    """A need as it is kept; refuses an empty or an endless one."""
    text = " ".join(text.split())
    if not text or fold(text) in NOTHING:
        raise Refusal("refusal-need-empty")
    if len(text) > NEED_MOST:
        raise Refusal("refusal-need-too-long", most=NEED_MOST)
    return text
