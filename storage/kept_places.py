"""A place in a column: its name and the codes of the territories it is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from domain.places import Level, Place


def place_kept(place: Place | None) -> dict[str, Any]:
    """A place as a column keeps it; nothing for none."""
    return asdict(place) if place else {}


def place_from(kept: Mapping[str, Any]) -> Place | None:
    """The place that a column keeps."""
    return Place(**{**kept, "level": Level(kept["level"])}) if kept else None
