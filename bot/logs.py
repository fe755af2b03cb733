"""Logs: structured, with a correlation id for each update, without secrets or anyone's words."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, TextIO

import structlog

SECRET = re.compile(r"\d{6,12}:[\w-]{30,}|syt_\w+|(?<=access_token=)[^&\s]+")
"""Telegram tokens and Matrix access tokens, wherever a library writes them."""

WORDY = ("httpx", "httpcore", "nio", "peewee", "telegram", "apscheduler", "aiosqlite", "asyncio")
"""Libraries that write addresses, tokens or contents below WARNING."""


class Redact(logging.Filter):
    """Takes secrets out of every record, whoever wrote it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass, cleaned."""
        record.msg = SECRET.sub("…", record.getMessage())
        record.args = ()
        if record.exc_info and record.exc_info[1] is not None:
            trace = logging.Formatter().formatException(record.exc_info)
            record.exc_text = SECRET.sub("…", trace)
            record.exc_info = None
        return True


def configure(level: str, form: str, stream: TextIO = sys.stderr) -> None:
    """Send every log, ours and the libraries', through one handler that keeps no secret."""
    handler = logging.StreamHandler(stream)
    handler.addFilter(Redact())
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in WORDY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _renderer(form),
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _renderer(form: str) -> Any:
    if form == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=False)
