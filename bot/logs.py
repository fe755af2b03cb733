"""Logs: structured, with a correlation id for each update, without secrets or anyone's words."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter

SECRET = re.compile(
    r"\d{6,12}:[\w-]{30,}|syt_\w+|(?<=access_token=)[^&\s]+|(?<=Bearer )[^\s'\"\\]+"
    r"|(?<=access_token)\W{3,12}[^\s'\"\\]+"
)
"""Telegram tokens and Matrix access tokens, wherever a library writes them."""

WORDY = (
    *("httpx", "httpcore", "nio", "peewee", "telegram", "apscheduler", "aiosqlite", "asyncio"),
    "uvicorn",
)
"""Libraries that write addresses, tokens or contents below WARNING."""


def configure(level: str, form: str, stream: TextIO = sys.stderr) -> None:
    """Send every log, ours and the libraries', through one handler that keeps no secret."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream)
    written = [ProcessorFormatter.remove_processors_meta, _renderer(form), _without_secrets]
    handler.setFormatter(ProcessorFormatter(foreign_pre_chain=shared, processors=written))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name in WORDY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("nio").setLevel(logging.ERROR)  # its warnings quote malformed messages
    structlog.configure(
        processors=[*shared, ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _renderer(form: str) -> Any:
    if form == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer(colors=False)


def _without_secrets(_logger: Any, _level: str, line: Any) -> Any:
    """The finished line, traces included, whoever wrote it."""
    return SECRET.sub("…", line)
