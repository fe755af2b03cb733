"""What one bad VEVENT costs: how many of the good ones are still found."""

from __future__ import annotations

from benchmarks.agenda.speed import ours, plain
from benchmarks.agenda.written import calendar, with_bad_ones

COUNT = 400


def broken() -> None:
    """Print one line: a calendar with one start in words."""
    content = with_bad_ones(calendar(COUNT, repeating=0.0))
    print(f"broken: {COUNT} good events and one without a date")
    print(f"  ours finds {ours(content)}, the plain libraries {_plain(content)}")


def _plain(content: bytes) -> str:
    try:
        return str(plain(content))
    except Exception as fault:
        return f"0 ({type(fault).__name__})"
