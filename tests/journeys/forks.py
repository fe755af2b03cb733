"""The real program, begun in no time: each start is a fork of one that has loaded everything.

An interpreter takes seconds to load the libraries; where a program is killed fifty times, those are
minutes in which nothing is tried. Knows how to fork. Must not know what is said.
"""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.journeys.program import ROOT, Process, Program, end_with_the_parent

PARENT = """
import os, sys
import bot.operate, bot.transports.telegram.transport
from bot.cli import main
from tests.journeys.program import end_with_the_parent

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        end_with_the_parent()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(2, 1)
        status = 70
        try:
            status = main([line.strip()])
        finally:
            sys.stderr.flush()
            os._exit(status)
    print(child, flush=True)
    _, ended = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(ended), flush=True)
"""
"""Reads a verb for each start; writes its number, then its status."""


@dataclass
class Fork:
    """A child of the parent above, which alone learns its status."""

    pid: int
    parent: subprocess.Popen[bytes]
    stdin: io.BytesIO = field(default_factory=io.BytesIO)
    status: int | None = None

    def poll(self) -> int | None:
        """Its status, once it has ended."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """Its status, which is waited for."""
        status = self._ended(timeout)
        if status is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        return status

    def send_signal(self, sig: int) -> None:
        """Signal it, if it lives."""
        if self.poll() is None:
            os.kill(self.pid, sig)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def _ended(self, timeout: float | None) -> int | None:
        if self.status is None and select.select([_out(self.parent)], [], [], timeout)[0]:
            self.status = int(_line(self.parent))
        return self.status


@dataclass
class ForkedProgram(Program):
    """`python -m bot` as ever, but for how it begins; it reads nothing and prints into its log."""

    parent: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def spawned(self) -> Process:
        """One more child."""
        if self.parent is None:
            self.parent = self._loaded()
        assert self.parent.stdin is not None
        self.parent.stdin.write(f"{self.verb}\n".encode())
        self.parent.stdin.flush()
        return Fork(int(_line(self.parent)), self.parent)

    def _loaded(self) -> subprocess.Popen[bytes]:
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-c", PARENT],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                bufsize=0,
                cwd=ROOT,
                env=self.whole_environment(),
                preexec_fn=end_with_the_parent,
            )

    def close(self) -> None:
        """Nothing more is begun."""
        self.kill()
        if self.parent is not None:
            self.parent.kill()
            self.parent.communicate()


@contextmanager
def forked_program(folder: Path, environment: Mapping[str, str]) -> Iterator[ForkedProgram]:
    """A program that is not started yet, and is dead in the end."""
    (folder / "fabrique.toml").touch()
    one = ForkedProgram(folder, "run", environment)
    try:
        yield one
    finally:
        one.close()


def _out(parent: subprocess.Popen[bytes]) -> IO[bytes]:
    assert parent.stdout is not None
    return parent.stdout


def _line(parent: subprocess.Popen[bytes]) -> bytes:
    return _out(parent).readline()
