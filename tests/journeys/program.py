"""The real program as a process of its own: started, killed, stopped, started again.

Knows the command line, the environment, the log and the exit status. Must not know what is said.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from tests.servers.process import tail

ROOT = Path(__file__).parents[2]
LONGEST_STOP = 10.0
"""Seconds after which a supervisor kills: a stop that waits for a network's answer takes longer."""

_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1
_BETWEEN_LOOKS = 0.02
_FROZEN_AFTER = 0.002  # seconds for a signal to reach every thread


class Process(Protocol):
    """What of a process is needed here; `subprocess.Popen` is one."""

    @property
    def stdin(self) -> IO[bytes] | None:
        """What it reads."""

    def poll(self) -> int | None:
        """Its status, once it has ended."""

    def wait(self, timeout: float | None = None) -> int:
        """Its status, which is waited for."""

    def send_signal(self, sig: int) -> None:
        """Signal it."""

    def kill(self) -> None:
        """SIGKILL."""


@dataclass
class Program:
    """`python -m bot` with its own folder, through all its starts and ends."""

    folder: Path
    verb: str
    environment: Mapping[str, str]
    options: Sequence[str] = ()
    process: Process | None = field(default=None, init=False)
    _began: int = field(default=0, init=False)

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "fabrique.db"

    @property
    def log(self) -> str:
        """What all the starts wrote to standard error."""
        return _content(self.folder / "log")

    @property
    def printed(self) -> str:
        """What all the starts wrote to standard output."""
        return _content(self.folder / "printed")

    @property
    def events(self) -> list[dict[str, str]]:
        """What this start logged of itself; a library's lines are no JSON."""
        lines = self.log[self._began :].splitlines()
        return [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]

    @property
    def last_words(self) -> str:
        """The end of its log."""
        return tail(self.folder / "log")

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        """Begin once more."""
        self._began = len(self.log)
        self.process = self.spawned()

    def spawned(self) -> Process:
        """A new interpreter; on Linux the kernel ends it with this process, however that ends."""
        with (self.folder / "log").open("ab") as log, (self.folder / "printed").open("ab") as out:
            return subprocess.Popen(
                [sys.executable, "-m", "bot", self.verb, *self.options],
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=log,
                cwd=ROOT,
                env=self.whole_environment(),
                preexec_fn=end_with_the_parent,
            )

    async def ready(self, *, seconds: float = 30) -> None:
        """Return once this start hears its platforms."""
        async with asyncio.timeout(seconds):
            while not any(one["event"] == "hearing" for one in self.events):
                assert self.alive, f"ended at its start:\n{self.last_words}"
                await asyncio.sleep(_BETWEEN_LOOKS)

    def type(self, line: str) -> None:
        """Write a line on its standard input; a line to the dead is lost."""
        assert self.process is not None
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(f"{line}\n".encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            return

    def kill(self) -> None:
        """SIGKILL: nothing of it runs after this returns."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self._close_input()

    def freeze(self) -> None:
        """SIGSTOP: it stands still where it is, and may then be killed there."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)
        time.sleep(_FROZEN_AFTER)

    def thaw(self) -> None:
        """Go on as if nothing had been."""
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    async def stop(self) -> float:
        """SIGTERM; the seconds it took to end, with status 0."""
        assert self.process is not None
        asked = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        status = await asyncio.to_thread(self.process.wait, 30)
        took = time.monotonic() - asked
        self._close_input()
        assert status == 0, f"ended with status {status}:\n{self.last_words}"
        return took

    def says(self, *words: str) -> list[str]:
        """The lines that another verb prints beside it, with the same settings."""
        command = [sys.executable, "-m", "bot", *words]
        environment = self.whole_environment()
        ended = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
        )
        return ended.stdout.decode().splitlines()

    def _close_input(self) -> None:
        assert self.process is not None
        assert self.process.stdin is not None
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            return

    def whole_environment(self) -> dict[str, str]:
        """Ours only: what the person who runs the tests has set is none of it."""
        own = {
            "HOME": str(self.folder),
            "PYTHONUTF8": "1",
            "FABRIQUE_SETTINGS": str(self.folder / "fabrique.toml"),
            "FABRIQUE_DATABASE": f"sqlite:///{self.database}",
            "FABRIQUE_DATA": str(self.folder),
            "FABRIQUE_ENCODER": "false",
            "FABRIQUE_LOG__FORMAT": "json",
        }
        kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return kept | own | dict(self.environment)


@contextmanager
def program(
    folder: Path,
    environment: Mapping[str, str],
    *,
    verb: str = "run",
    options: Sequence[str] = (),
) -> Iterator[Program]:
    """A program that is not started yet, and is dead in the end."""
    (folder / "fabrique.toml").touch()
    one = Program(folder, verb, environment, options)
    try:
        yield one
    finally:
        one.kill()


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def end_with_the_parent() -> None:
    """Runs in the child: the kernel kills it when its parent is gone."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
