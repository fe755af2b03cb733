"""A process of its own for what strangers wrote, so that no file can hold up the bot.

Knows limits of time and memory. Must not know what is read.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import sys
from pathlib import Path
from typing import Any

from domain.errors import Refusal
from domain.under_limits import EXHAUSTED

MEGABYTE = 1_000_000
MOST_BYTES = 5 * MEGABYTE
# Five megabytes of events take some 190 MB; address space counts libraries too.
MOST_MEMORY = 768 * MEGABYTE

TREE = Path(__file__).resolve().parent.parent
# All that the interpreter may need: what a file can reach should not hold the bot's secrets.
PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONTZPATH", "LANG", "LC_ALL")


async def read_apart(module: str, content: bytes, *arguments: str, seconds: float) -> Any:
    """What a module of ours answers about a content, in JSON; raises the Refusal it answers."""
    if len(content) > MOST_BYTES:
        raise Refusal("refusal-file-too-big", most_mb=MOST_BYTES // MEGABYTE)
    limits = (str(math.ceil(seconds)), str(MOST_MEMORY))
    said = json.loads(await _answer(module, content, (*arguments, *limits), seconds))
    match said:
        case {"refusal": str(name), "values": dict(values)}:
            raise Refusal(name, **values)
    return said


async def _answer(module: str, content: bytes, arguments: tuple[str, ...], seconds: float) -> bytes:
    """What the process writes; it never outlives this call, however the call ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        cwd=TREE,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback would repeat what the file says
    )
    try:
        async with asyncio.timeout(seconds):
            said, _ = await process.communicate(content)
    except TimeoutError:
        raise Refusal("refusal-calendar-too-heavy") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()  # an unread pipe would keep `wait` waiting
    if process.returncode == EXHAUSTED or (process.returncode or 0) < 0:
        raise Refusal("refusal-calendar-too-heavy")
    if process.returncode:
        raise RuntimeError(f"reading a file apart ended with status {process.returncode}")
    return said
