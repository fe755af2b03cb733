"""What a fabrique fitted from its own outcomes, in a file beside its index."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import structlog

from domain.retrieval import Judge

log = structlog.get_logger(__name__)


def kept_judge(folder: Path | None, fabrique: int, *, by_meaning: bool) -> Judge | None:
    """The fabrique's own, for this way of searching, if it has one."""
    file = _file(folder, fabrique, by_meaning=by_meaning) if folder else None
    if file is None or not file.exists():
        return None
    try:
        return Judge(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        log.warning("calibration not readable, shipped figures used", kind=type(error).__name__)
        return None


def keep_judge(folder: Path, fabrique: int, judge: Judge, *, by_meaning: bool) -> None:
    """Judge by these figures from the next start on."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(judge), indent=2) + "\n"
    _file(folder, fabrique, by_meaning=by_meaning).write_text(text, encoding="utf-8")


def _file(folder: Path, fabrique: int, *, by_meaning: bool) -> Path:
    return folder / f"{fabrique}-{'meaning' if by_meaning else 'words'}.json"
