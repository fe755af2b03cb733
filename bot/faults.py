"""Faults: what nobody expected. Each gets a short code, in the log and to the person."""

from __future__ import annotations

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
        """Log a fault with its trace, never with what somebody wrote; gives its code."""
        code = self.token()[:6].upper()
        log.error("fault", code=code, where=where, kind=type(fault).__name__, exc_info=fault)
        self.told(code)
        return code
