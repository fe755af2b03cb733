"""`skills import|list|evaluate`: the names of skills, and how well what people write is read."""

from __future__ import annotations

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import WallClock
from bot.knowledge_files import KnowledgeError
from bot.operate import open_database
from bot.preparation import prepare
from bot.settings import Settings, load
from bot.skill_shelf import SkillShelf, shipped, shipped_concepts
from bot.skill_tables import Listed, read_table
from domain.events import State
from domain.skills import Concept, Kind, Skills
from domain.skills.aliases import Alias, own_key
from domain.skills.measures import Measured, lines_of, measure
from storage import Store
from storage.migrate import migrate

MISSED = 40  # shown to people; the JSON holds all


@dataclass(frozen=True)
class Name:
    """A name that a file gives to a concept."""

    text: str
    language: str
    kind: Kind
    concept: str


def skills(arguments: Namespace) -> int:
    """Carry out `import` or `list` on the names of the first fabrique."""
    settings = load(arguments.settings)
    sys.stdout.writelines(f"{line}\n" for line in asyncio.run(_carry_out(arguments, settings)))
    return 0


def evaluate(arguments: Namespace) -> int:
    """Read the texts of a file as shipped skills, and say how often that was right."""
    try:
        texts = lines_of(arguments.path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError([f"{arguments.path}: not lines of a text, a tab, a key"]) from error
    done = measure(_reads, texts)
    lines = [_as_json(done)] if arguments.json else _figures(done)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def names_from(rows: Iterable[Listed], concepts: Sequence[Concept], add: set[str]) -> list[Name]:
    """What a list calls the concepts that carry its identifiers, and those to be added of it."""
    known = {number: one for one in concepts for number in (*one.rome, *one.esco)}
    found: list[Name] = []
    for row in rows:
        concept = known.get(row.identifier)
        if concept is not None:
            found += [Name(text, code, concept.kind, concept.key) for code, text in row.names]
        elif row.identifier in add and row.names:
            key = own_key(row.names[0][1])
            found += [Name(text, code, Kind.SKILL, key) for code, text in row.names]
    return found


async def _carry_out(arguments: Namespace, settings: Settings) -> list[str]:
    now = WallClock().now()
    database = open_database(settings)
    try:
        await migrate(database)
        fabrique = await prepare(database, settings, teams=None, now=now)
        async with database.begin(fabrique.id) as store:
            if arguments.act == "list":
                return list(_listed(await store.aliases.in_state(State.APPROVED)))
            return await _import(store, arguments, now)
    finally:
        await database.close()


async def _import(store: Store, arguments: Namespace, now: datetime) -> list[str]:
    """Bring in the names that nothing has yet."""
    rows = read_table(arguments.path, language=arguments.language)
    add = set(arguments.add)
    if lost := sorted(add - {row.identifier for row in rows}):
        raise KnowledgeError([f"{arguments.path}: holds no {one}" for one in lost])
    found = names_from(rows, shipped_concepts(), add)
    fresh = _fresh(found, await SkillShelf().of(store))
    if not arguments.dry_run:
        for one in fresh:
            await store.aliases.teach(one.text, one.language, one.kind, one.concept, now=now)
    told = [f"+ {one.concept}: {one.text}" for one in fresh]
    ending = " Nothing was written." if arguments.dry_run else ""
    return [*told, f"{len(rows)} rows read, {len(fresh)} names brought in.{ending}"]


def _fresh(names: Iterable[Name], known: Skills) -> list[Name]:
    """Names that are read as nothing for sure, each once: what means a thing already, stays so."""
    once = {one.text.casefold(): one for one in reversed(list(names))}
    return [one for one in reversed(once.values()) if not known.is_name(one.text)]


def _listed(kept: Sequence[Alias]) -> Iterator[str]:
    """The shipped concepts, then the names that the team kept."""
    for one in shipped_concepts():
        count = sum(map(len, one.names.values()))
        yield "\t".join((one.key, one.kind, one.title("fr"), one.title("en"), f"{count} names"))
    for alias in kept:
        yield "\t".join((alias.concept or "", alias.kind, alias.text, "", "kept by the team"))


def _reads(text: str) -> tuple[list[str], bool]:
    reading = shipped().read(text)
    return [one.concept.key for one in reading.candidates], reading.sure


def _figures(done: Measured) -> Iterator[str]:
    yield f"{len(done.found)} texts"
    for places in (1, 3, 4):
        yield f"{done.within(places):6.1%}  right among the first {places}"
    yield f"{done.sure:6.1%}  accepted without asking"
    yield f"{done.sure_and_right:6.1%}  of these right"
    for meant, keys in done.missed[:MISSED]:
        yield f"{meant.text}: {meant.concept}, read as {', '.join(keys) or 'nothing'}"


def _as_json(done: Measured) -> str:
    shares = {f"top{places}": done.within(places) for places in (1, 3, 4)}
    missed = [{"text": one.text, "concept": one.concept, "read": keys} for one, keys in done.missed]
    whole: dict[str, object] = {"texts": len(done.found), **shares, "sure": done.sure}
    whole |= {"sure_and_right": done.sure_and_right, "missed": missed}
    return json.dumps(whole, ensure_ascii=False)
