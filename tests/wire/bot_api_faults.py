"""What goes wrong on demand, and how fast a bot may speak.

Knows methods and chats by name only. Must not know what a method does.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Literal, get_args

from tests.wire.bot_api_errors import ApiError, bad_request, flood

Kind = Literal["flood", "refused", "down", "lost_answer"]

BURST = 3  # messages one chat takes at once, then one a second (Bot FAQ)
GROUP_MESSAGES = 20  # in any 60 seconds of one group (Bot FAQ)
GROUP_WINDOW = 60.0
ALL_MESSAGES = 30  # in any second of all chats (Bot FAQ)
ALL_WINDOW = 1.0


@dataclass
class Fault:
    """One planned failure; `left` counts the calls it still spoils."""

    method: str
    chat: str | None
    kind: Kind
    left: int
    retry_after: int

    def spoils(self, method: str, chat: str | None) -> bool:
        """Whether this call is one it was planned for."""
        named = self.method.lower() == method.lower()
        return named and self.left > 0 and self.chat in (None, chat)

    def error(self) -> ApiError | None:
        """The answer of a fault that answers; the others close the connection."""
        if self.kind == "flood":
            return flood(self.retry_after)
        if self.kind == "refused":
            return bad_request("message text is empty")
        return None


class Faults:
    """The failures planned so far, used up in the order they were planned."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def plan(
        self, method: str, chat: int | str | None, kind: Kind, *, times: int, retry_after: int
    ) -> None:
        """Spoil the next `times` calls; ValueError for a kind that does not exist."""
        if kind not in get_args(Kind):
            raise ValueError(f"unknown kind of fault: {kind}")
        named = None if chat is None else str(chat)
        self._planned.append(Fault(method, named, kind, times, retry_after))

    def due(self, method: str, chat: object) -> Fault | None:
        """The fault that spoils this call, used up by one."""
        named = None if chat is None else str(chat)
        for fault in self._planned:
            if fault.spoils(method, named):
                fault.left -= 1
                return fault
        return None


class Pace:
    """Telegram's published speed: one message a second in a chat, twenty a minute in a group,
    thirty a second in all. `burst` is how many one chat takes at once; `refused` counts the 429s.
    """

    def __init__(self, clock: Callable[[], float], *, burst: int = BURST) -> None:
        self.burst = burst
        self.refused = 0
        self._clock = clock
        self._levels: dict[int, tuple[float, float]] = {}
        self._recent: defaultdict[int | None, deque[float]] = defaultdict(deque)

    def spend(self, chat: int, *, group: bool) -> None:
        """Count one message; raises 429 with the seconds to wait when there were too many."""
        now = self._clock()
        level, at = self._levels.get(chat, (float(self.burst), now))
        level = min(float(self.burst), level + (now - at))
        wait = max(1 - level, self._wait(None, now, ALL_MESSAGES, ALL_WINDOW))
        if group:
            wait = max(wait, self._wait(chat, now, GROUP_MESSAGES, GROUP_WINDOW))
        if wait > 0:
            self.refused += 1
            raise flood(ceil(wait))
        self._levels[chat] = (level - 1, now)
        self._recent[chat].append(now)
        self._recent[None].append(now)

    def _wait(self, chat: int | None, now: float, most: int, window: float) -> float:
        """Seconds until the oldest of the last `most` is out of the window; in all for no chat."""
        recent = self._recent[chat]
        while recent and recent[0] <= now - window:
            recent.popleft()
        return recent[0] + window - now if len(recent) >= most else 0.0
