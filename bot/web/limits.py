"""How often one asker is answered: so many requests at once, then so many a minute.

Must not know what is asked.
"""

from __future__ import annotations

from math import ceil

from starlette.requests import Request

BURST = 60
"""Requests that an asker may make at once: a household, or an office behind one address."""

A_SECOND = 1.0
"""Requests that an asker gets back each second."""

EVERYBODY = 20
"""Times the same, for all askers together: nobody keeps the bot from its conversations."""

ASKERS = 5000
"""Askers that are remembered; beyond, who has asked nothing for a while is forgotten."""


class Limit:
    """Counts requests by asker."""

    def __init__(self) -> None:
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, asker: str, now: float) -> int:
        """Seconds until the asker may ask, 0 for at once; `now` counts seconds from any moment."""
        if len(self._left) > ASKERS:
            self._forget(now)
        return self._take(asker, now, 1) or self._take("", now, EVERYBODY)

    def _take(self, asker: str, now: float, times: int) -> int:
        left, since = self._left.get(asker, (float(BURST * times), now))
        left = min(left + (now - since) * A_SECOND * times, float(BURST * times))
        self._left[asker] = (left - 1 if left >= 1 else left, now)
        return 0 if left >= 1 else ceil((1 - left) / (A_SECOND * times))

    def _forget(self, now: float) -> None:
        """Those who have everything back by now; all of them, where that is not enough."""
        full = BURST / A_SECOND
        kept = {one: state for one, state in self._left.items() if now - state[1] < full}
        self._left = kept if len(kept) <= ASKERS else {}


def asker_of(request: Request) -> str:
    """Who asks: whom the proxy before us names last, else who is connected."""
    named = request.headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return named[:60] or (request.client.host if request.client else "")
