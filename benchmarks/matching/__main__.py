"""`python -m benchmarks.matching`: every figure of the matching, in one run."""

from __future__ import annotations

import sys

import bot  # noqa: F401 - one thread, set before numpy comes
from benchmarks.matching.concepts import concepts
from benchmarks.matching.directory import directory
from benchmarks.matching.loop import loop
from benchmarks.matching.people import people
from benchmarks.matching.speed import speed
from benchmarks.matching.together import together

if __name__ == "__main__":
    concepts(missed="--missed" in sys.argv)
    people()
    speed()
    directory()
    loop()
    together()
