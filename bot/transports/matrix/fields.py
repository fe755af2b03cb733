"""Fields of events that anybody may have written: a value of the wrong type reads as absent.

Knows JSON only; must not know what a field means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any


def mapping(value: object) -> Mapping[str, Any]:
    """An object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> Sequence[object]:
    """A list, else an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: object) -> str:
    """Text that any database takes: no NUL, no half of a surrogate pair."""
    if not isinstance(value, str):
        return ""
    return value.replace("\0", "").encode(errors="replace").decode()


def number(value: object) -> int:
    """A whole number; room versions before 10 allow them as text."""
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]{1,18}\s*", value):
        return int(value)
    return value if isinstance(value, int) else 0
