"""Faults: what nobody expected. Each gets a short code, in the log and to the person."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

import structlog

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Faults:
    """Where faults are told: the log, and whoever counts them."""

    token: Callable[[], str]
    told: Callable[[str], None] = lambda _: None

    def tell(self, fault: BaseException, *, where: str) -> str:
        """Log where a fault came from, never its words, which may be somebody's; gives its code."""
        code = self.token()[:6].upper()
        trace = "".join(traceback.format_tb(fault.__traceback__))
        log.error("fault", code=code, where=where, kind=type(fault).__name__, trace=trace)
        self.told(code)
        return code
