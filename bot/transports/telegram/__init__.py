"""The Telegram transport: the only place that knows Telegram's library."""

from __future__ import annotations

import os

# The library's own switch: durations are timedeltas, and no warning at each "retry after".
os.environ.setdefault("PTB_TIMEDELTA", "true")
