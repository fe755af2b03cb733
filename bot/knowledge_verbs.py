"""`knowledge import|export`: entries between files and the database."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from prompt_toolkit.shortcuts import ProgressBar

from bot.clock import WallClock
from bot.knowledge_files import KnowledgeError, files_of, read_all, write
from bot.operate import open_database
from bot.preparation import prepare
from bot.settings import Settings, load
from domain.permanence import Entry
from storage import Database
from storage.migrate import migrate


def knowledge(arguments: Namespace) -> int:
    """Carry out one verb on the knowledge base; 1 when files were refused."""
    settings = load(arguments.settings)
    try:
        asyncio.run(_carry_out(arguments, settings))
    except KnowledgeError as error:
        sys.stderr.write("Nothing was imported:\n" + "".join(f"  {one}\n" for one in error.lines))
        return 1
    return 0


async def _carry_out(arguments: Namespace, settings: Settings) -> None:
    database = open_database(settings)
    try:
        await migrate(database)
        fabrique = await prepare(database, settings, teams=None, now=WallClock().now())
        if arguments.act == "import":
            await _import(database, fabrique.id, arguments.folder or _shipped(settings))
        else:
            await _export(database, fabrique.id, arguments.folder)
    finally:
        await database.close()


def _shipped(settings: Settings) -> Path:
    return settings.knowledge / settings.fabrique.slug


async def _import(database: Database, fabrique: int, folder: Path) -> None:
    """Make the base hold exactly the folder's entries: all of them, or none."""
    files = files_of(folder)
    if not files:
        raise KnowledgeError([f"{folder}: holds no entry, such as fr/devenir-allie.md"])
    found = [one for file in _with_progress(files) for one in read_all([file])]
    problems = [one for one in found if isinstance(one, str)]
    if problems:
        raise KnowledgeError(problems)
    async with database.begin(fabrique) as store:
        await store.knowledge.replace_all([one for one in found if isinstance(one, Entry)])
    sys.stdout.write(f"{len(found)} entries imported.\n")


async def _export(database: Database, fabrique: int, folder: Path) -> None:
    async with database.begin(fabrique) as store:
        entries = await store.knowledge.entries()
    for entry in entries:
        write(entry, folder)
    sys.stdout.write(f"{len(entries)} entries written to {folder}.\n")


def _with_progress(files: Sequence[Path]) -> Sequence[Path]:
    """The files, behind a progress bar where somebody is watching."""
    if not sys.stderr.isatty():
        return files
    with ProgressBar(title="Reading entries") as bar:
        return list(bar(files))
