"""Operations: what one line of a scenario asks for, checked before anything happens."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

REQUIRED = {
    "say": ("chat", "from", "text"),
    "press": ("chat", "from", "choice"),
    "release": ("chat", "from"),
    "edit": ("message", "text"),
    "delete": ("message",),
    "send_file": ("chat", "from", "name", "path"),
    "migrate": ("chat", "to"),
    "join": ("chat", "from"),
    "leave": ("chat", "from"),
    "rank": ("chat", "from", "as"),
    "clock": (),
    "restart": (),
    "fault": ("chat", "kind"),
    "feed": ("url",),
    "dump": ("what",),
}

EITHER = {"clock": ("to", "by"), "feed": ("path", "status", "absent")}
"""Operations that need one of several keys."""

NUMBERS = ("times", "status")

ALLOWED = {
    "platform": ("telegram", "matrix"),
    "what": ("ledger", "balances", "deliveries", "audit", "events", "introductions"),
}

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


TEXTS = tuple("chat from text message name path caption url to by down as reply_to lang id".split())
"""Keys that hold text."""

KINDS = {
    "send_file": ("document", "photo", "voice"),
    "fault": ("refused", "flood", "lost_answer", "down"),
}
"""What `kind` may be, by operation."""


class OperationError(Exception):
    """A line that cannot be carried out, and why."""


def parse(line: str) -> Mapping[str, Any] | None:
    """The operation of a line; None for a blank line or a comment; raises OperationError."""
    stripped = line.strip()
    if not stripped or stripped.startswith("//"):
        return None
    try:
        operation = json.loads(stripped)
    except json.JSONDecodeError as error:
        raise OperationError(f"not JSON: {error.msg}") from error
    known = tuple(REQUIRED)  # compared one by one: what is not a text may have no hash
    if not isinstance(operation, dict) or operation.get("do") not in known:
        raise OperationError(f"unknown operation; known are {', '.join(REQUIRED)}")
    _check(operation)
    return operation


def _check(operation: Mapping[str, Any]) -> None:
    """Raise when a key is missing or holds what it cannot."""
    name = operation["do"]
    missing = [key for key in REQUIRED[name] if key not in operation]
    if missing:
        raise OperationError(f"{name} needs {', '.join(missing)}")
    if name in EITHER and not any(key in operation for key in EITHER[name]):
        raise OperationError(f"{name} needs {' or '.join(EITHER[name])}")
    for key in TEXTS:
        if not isinstance(operation.get(key, ""), str):
            raise OperationError(f"{key} is a text")
    if operation.get("kind") not in (None, *KINDS.get(name, ())):
        raise OperationError(f"kind is one of {', '.join(KINDS.get(name, ()))}")
    for key in NUMBERS:
        if not isinstance(operation.get(key, 0), int) or isinstance(operation.get(key), bool):
            raise OperationError(f"{key} is a whole number")
    for key, values in ALLOWED.items():
        if key in operation and operation[key] not in values:
            raise OperationError(f"{key} is one of {', '.join(values)}")


def duration(text: str) -> timedelta:
    """An ISO 8601 duration of weeks to seconds; raises OperationError."""
    match = _DURATION.fullmatch(str(text))
    parts = (
        {unit: int(value) for unit, value in match.groupdict().items() if value} if match else {}
    )
    if not parts:
        raise OperationError(f"not a duration such as P7D or PT12H: {text}")
    try:
        return timedelta(**parts)
    except OverflowError as error:
        raise OperationError(f"longer than a clock can go: {text}") from error


def moment(text: str) -> datetime:
    """An ISO 8601 moment with its offset; raises OperationError."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise OperationError(f"not a moment: {text}") from error
    if found.tzinfo is None:
        raise OperationError(f"a moment needs its offset, as +01:00: {text}")
    return found
