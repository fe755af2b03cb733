"""The folder that holds what only this bot may have: opened by one program, with one phrase.

Knows files and who may read them; must not know what the keys in them are for.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from chat.transport import TransportError

_LOCK = "lock"
_PATIENCE = 100  # tenths of a second that a bot which is stopping is waited for
_SCRYPT = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26}  # 32 MiB, about 0.1 s


@dataclass(frozen=True)
class Secret:
    """What protects the store, drawn from the operator's phrase: a key for each half of it.

    The library hashes a phrase but once: a short one could be guessed from a stolen copy.
    """

    identity: bytes
    library: str

    @classmethod
    def of(cls, phrase: str, user: str) -> Secret:
        """Slow on purpose, and another one for each account."""
        salt = hashlib.sha256(user.encode()).digest()
        raw = hashlib.scrypt(phrase.encode(), salt=salt, dklen=64, **_SCRYPT)
        return cls(raw[:32], raw[32:].hex())


class Store:
    """The folder, which no other program may use from `open` to `close` or this one's death."""

    def __init__(self, folder: Path, phrase: str, user: str) -> None:
        self.folder = folder
        self._phrase, self._user = phrase, user
        self._lock: int | None = None

    @cached_property
    def secret(self) -> Secret:
        """Drawn at the first need."""
        return Secret.of(self._phrase, self._user)

    async def open(self) -> None:
        """For the bot's system account only; TransportError when another bot goes on using it."""
        if self._lock is not None:
            return
        try:
            _make_private(self.folder)
            lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            reason = f"{self.folder} cannot be used: {error.strerror}"
            raise TransportError(reason, permanent=True) from error
        taken = False
        try:
            taken = await _taken(lock)
        finally:
            if not taken:
                os.close(lock)
        if not taken:
            reason = f"another bot runs on {self.folder}; stop it first"
            raise TransportError(reason, permanent=True)
        self._lock = lock
        await asyncio.to_thread(lambda: self.secret)

    def close(self) -> None:
        """Let another program have it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def unopened(folder: Path, error: ValueError) -> TransportError:
    """What to do about a file that the phrase does not open."""
    return TransportError(
        f"matrix.pickle_key does not open {folder} ({error}); put back the phrase that it was made"
        " with, or, if a file there is damaged, a backup. Nothing was changed",
        permanent=True,
    )


def write_private(file: Path, text: str) -> None:
    """Whole or not at all, for the bot's system account only."""
    new = file.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened_file:
        opened_file.write(text)
        opened_file.flush()
        os.fsync(opened_file.fileno())
    new.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _make_private(folder: Path) -> None:
    """Also when it was made, or copied here, with the rights that a shell gives."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(PermissionError):  # of another owner, who decides
        folder.chmod(0o700)
        for file in folder.iterdir():
            file.chmod(0o600)


async def _taken(lock: int) -> bool:
    for _ in range(_PATIENCE):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            await asyncio.sleep(0.1)
        else:
            return True
    return False
