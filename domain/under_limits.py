"""Reading what strangers wrote in a process of its own: it may be killed, the bot goes on.

Knows limits of time and memory. Must not know what is read.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable

EXHAUSTED = 3
"""Exit status of the process when memory runs out."""


def answer_under(seconds: str, memory: str, answer: Callable[[bytes], str]) -> None:
    """Answer standard input within so many seconds of the processor and so many bytes."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    try:
        said = answer(sys.stdin.buffer.read())
    except MemoryError:
        sys.exit(EXHAUSTED)
    sys.stdout.write(said)
