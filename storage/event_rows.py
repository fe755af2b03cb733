"""An event as plain data, as an edition and a correction keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from domain.events import Event, State, Status, details_of

CHANGED = ("title", "start", "end", "all_day", "place", "status", "state")
"""What a correction of an event may change."""

_MOMENTS = ("start", "end", "changed_at")


def event_kept(event: Event) -> dict[str, Any]:
    """All that is known of it."""
    kept = {one.name: getattr(event, one.name) for one in fields(event)}
    return {**{name: _plain(value) for name, value in kept.items()}, "details": kept_details(event)}


def event_of(kept: Mapping[str, Any]) -> Event:
    """What `event_kept` wrote."""
    given = {**kept, "state": State(kept["state"]), "status": Status(kept["status"])}
    given |= {name: _moment(kept[name]) for name in _MOMENTS}
    return Event(**{**given, "details": details_of(kept["details"])})


def changing(event: Event) -> dict[str, Any]:
    """The part of it that a correction may change."""
    return {name: _plain(getattr(event, name)) for name in CHANGED}


def changed_back(event: Event, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values that `changing` wrote, as a row takes them; `event` says what is not kept."""
    values = {name: kept.get(name, getattr(event, name)) for name in CHANGED}
    return values | {name: _moment(kept[name]) for name in ("start", "end")}


def kept_details(event: Event) -> dict[str, Any]:
    """The details that were said."""
    return event.details.kept()


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None
