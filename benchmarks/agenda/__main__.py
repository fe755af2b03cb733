"""`python -m benchmarks.agenda`: how fast calendars are read, and what is found in broken ones."""

from __future__ import annotations

from benchmarks.agenda.broken import broken
from benchmarks.agenda.speed import speed

if __name__ == "__main__":
    speed()
    broken()
