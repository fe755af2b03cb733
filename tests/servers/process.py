"""Server processes that belong to the test run: they end with it, however it ends.

It knows processes. It must not know what they serve.
"""

from __future__ import annotations

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1
_BETWEEN_LOOKS = 0.05
_LINES_SHOWN = 40


def begin(
    command: Sequence[str | Path], log: Path, *, account: str | int | None = None
) -> subprocess.Popen[bytes]:
    """Start a server whose output is appended to `log`, under another account if one is named.

    On Linux the kernel ends it with the thread that began it, so a killed test run leaves nothing
    behind. Elsewhere only `end` does.
    """
    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=log.parent,
            user=account,
            preexec_fn=_end_with_the_parent,
        )


def _end_with_the_parent() -> None:
    """Runs in the child: SIGINT, on which every server used here stops at once."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def wait_until(
    answers: Callable[[], bool], process: subprocess.Popen[bytes], log: Path, *, seconds: float
) -> None:
    """Return once the server answers; else raise RuntimeError with the end of its log."""
    deadline = time.monotonic() + seconds
    while not answers():
        if process.poll() is not None:
            raise RuntimeError(f"ended with code {process.returncode} at its start:\n{tail(log)}")
        if time.monotonic() > deadline:
            end(process)
            raise RuntimeError(f"gave no answer for {seconds:.0f} s:\n{tail(log)}")
        time.sleep(_BETWEEN_LOOKS)


def end(
    process: subprocess.Popen[bytes], *, first: signal.Signals = signal.SIGINT, seconds: float = 10
) -> None:
    """Ask the process to stop, and kill it when it is too slow. One that ended already stays so."""
    if process.poll() is None:
        process.send_signal(first)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def tail(log: Path) -> str:
    """The last lines of a log, or nothing if there is none."""
    text = log.read_text(errors="replace") if log.exists() else ""
    return "\n".join(text.splitlines()[-_LINES_SHOWN:])
