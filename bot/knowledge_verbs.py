"""`knowledge import|export`: entries between files and the database."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from prompt_toolkit.shortcuts import ProgressBar

from bot.clock import WallClock
from bot.knowledge_fields import all_or_nothing
from bot.knowledge_files import KnowledgeError, files_of, read_all, read_table, write_path
from bot.operate import open_database
from bot.preparation import prepare
from bot.settings import Settings, load
from domain.fabriques import Fabrique
from domain.imports import Change, Plan
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
            await _import(database, fabrique, arguments, _shipped(settings))
        else:
            await _export(database, fabrique, arguments.path)
    finally:
        await database.close()


def _shipped(settings: Settings) -> Path:
    return settings.knowledge / settings.fabrique.slug


async def _import(
    database: Database, fabrique: Fabrique, arguments: Namespace, shipped: Path
) -> None:
    """Bring in what changed in the files, all of it or nothing, and say what that is."""
    now = WallClock().now()
    today = now.astimezone(fabrique.zone).date()
    entries = _read(arguments.path or shipped, today, fabrique.language)
    async with database.begin(fabrique.id) as store:
        base, overwrite, partial = store.knowledge, arguments.overwrite, arguments.partial
        plan = await base.plan(entries, partial=partial)
        if (plan.conflicts or plan.empties) and not overwrite:
            raise KnowledgeError(list(_refused(plan)))
        if not arguments.dry_run:
            await base.replace_all(entries, now=now, overwrite=overwrite, partial=partial)
    sys.stdout.writelines(f"{line}\n" for line in _told(plan, dry=arguments.dry_run))


def _read(path: Path, today: date, language: str) -> list[Entry]:
    if path.is_file():
        return read_table(path, today=today, language=language)
    files = files_of(path)
    if not files:
        raise KnowledgeError([f"{path}: holds no entry, such as fr/devenir-allie.md"])
    return all_or_nothing(read_all(_with_progress(files)))


def _refused(plan: Plan) -> Iterator[str]:
    if plan.empties:
        yield f"{len(plan.retired)} entries are not in the files and would be retired"
        yield "--partial leaves them as they are; --overwrite retires them"
    for one in plan.conflicts:
        yield f"{_name(one.entry)}: the team changed this too: {', '.join(one.parts)}"
    if plan.conflicts:
        yield "--overwrite lets the files win; the history of each entry keeps the team's words"


def _told(plan: Plan, *, dry: bool) -> Iterator[str]:
    """What an import did, or would do: a line for each entry, then how many."""
    for entry in plan.added:
        yield f"+ {_name(entry)}"
    for change in plan.changed:
        yield f"~ {_name(change.before)}: {', '.join(_parts(change))}"
    for entry in plan.retired:
        yield f"- {_name(entry)}"
    for one in plan.conflicts:
        yield f"! {_name(one.entry)}: overwritten: {', '.join(one.parts)}"
    counts = f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.retired)} retired"
    ending = " Nothing was written." if dry else ""
    yield f"{counts}, {len(plan.unchanged)} unchanged.{ending}"


def _name(entry: Entry) -> str:
    return f"{entry.language}/{entry.key}"


def _parts(change: Change) -> list[str]:
    before, after = vars(change.before), vars(change.after)
    return [name for name in before if before[name] != after[name]]


async def _export(database: Database, fabrique: Fabrique, path: Path) -> None:
    async with database.begin(fabrique.id) as store:
        entries = await store.knowledge.entries()
    others = write_path(entries, path, name=fabrique.slug)
    sys.stdout.write(f"{len(entries)} entries written to {path}.\n")
    for file in others:
        sys.stdout.write(f"Not in the base, and left as it was: {file}\n")


def _with_progress(files: Sequence[Path]) -> Sequence[Path]:
    """The files, behind a progress bar where somebody is watching."""
    if not sys.stderr.isatty():
        return files
    with ProgressBar(title="Reading entries") as bar:
        return list(bar(files))
