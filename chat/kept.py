"""What was heard and what may be chosen, as plain data that a row keeps."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from chat.transport import Act, Attachment, Heard, Place, Speaker
from domain.values import from_json, to_json

MARK = 8
"""Hexadecimal digits of a mark: enough to tell the choices of one message apart."""

_UNKEPT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps in a text: NUL, and halves of a surrogate pair."""


def heard_to_json(heard: Heard) -> dict[str, Any]:
    """An update as a row keeps it, without what a text column refuses."""
    kept = asdict(heard) | {"act": heard.act.value, "sent_at": heard.sent_at.isoformat()}
    return {name: _kept(value) for name, value in kept.items()}


def heard_from_json(kept: Mapping[str, Any]) -> Heard:
    """The update that a row kept."""
    attachment = kept["attachment"]
    return Heard(
        **{
            **kept,
            "act": Act(kept["act"]),
            "place": Place(**kept["place"]),
            "speaker": Speaker(**kept["speaker"]),
            "sent_at": datetime.fromisoformat(kept["sent_at"]),
            "attachment": Attachment(**attachment) if attachment else None,
            "mentions": tuple(Speaker(**one) for one in kept["mentions"]),
        }
    )


def given_to_json(given: Mapping[str, object]) -> dict[str, object]:
    """Known parameters as a row keeps them."""
    return {name: to_json(value) for name, value in given.items()}


def given_from_json(kept: Mapping[str, object]) -> dict[str, object]:
    """The parameters that a row kept."""
    return {name: from_json(value) for name, value in kept.items()}


def marks(choices: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """What each choice of a message is known by when it is pressed: what it does, whatever became
    of its label and its place. Of two that do the same, each has its own.
    """
    before = Counter[str]()
    found = []
    for choice in choices:
        does = json.dumps([choice["command"], choice["given"]], sort_keys=True)
        found.append(hashlib.sha256(f"{before[does]} {does}".encode()).hexdigest()[:MARK])
        before[does] += 1
    return tuple(found)


def _kept(value: Any) -> Any:
    match value:
        case str():
            return _UNKEPT.sub("", value)
        case dict():
            return {name: _kept(one) for name, one in value.items()}
        case list() | tuple():
            return [_kept(one) for one in value]
    return value
