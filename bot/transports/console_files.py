"""Files that pass through the terminal: announced by a path, read within a limit, saved by name.

Knows the disk; must not know who sends a file or what it is for.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path

from bot.transports.console_draw import on_one_line
from chat.transport import Attachment, File, TransportError

_LONGEST_NAME = 60  # characters of at most four bytes, and a number: disks take 255 bytes


def announced(typed: str) -> Attachment | None:
    """The file at a path that was typed; None when there is none."""
    try:
        path = Path(typed).expanduser().resolve(strict=True)
        size = path.stat().st_size
    except (OSError, RuntimeError, ValueError):  # no such file, no such home, no such name
        return None
    if not path.is_file():
        return None
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment("document", path.name, media_type, size, str(path))


def content(path: Path, at_most: int) -> bytes:
    """A file's bytes; one too many is read, to know that there are too many."""
    try:
        with path.open("rb") as file:
            read = file.read(at_most + 1)
    except OSError as error:
        raise TransportError(f"unreadable: {error.strerror}", permanent=True) from error
    if len(read) > at_most:
        raise TransportError(f"larger than {at_most} bytes", permanent=True)
    return read


def save(file: File, folder: Path) -> Path:
    """Save under the file's own name, numbered when that is taken; nothing is overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        wanted = folder / safe_name(file.name)
        path, number = wanted, 1
        while not _written(path, file.content):
            number += 1
            path = wanted.with_stem(f"{wanted.stem}-{number}")
    except OSError as error:
        raise TransportError(f"not saved: {error.strerror}") from error
    return path


def _written(path: Path, content: bytes) -> bool:
    try:
        with path.open("xb") as new:
            new.write(content)
    except FileExistsError:
        return False
    return True


def safe_name(name: str) -> str:
    """A name that stays inside its folder, whoever chose it."""
    last = on_one_line(name.replace("\\", "/").rsplit("/", 1)[-1])
    return last[-_LONGEST_NAME:].lstrip(". ") or "file"
