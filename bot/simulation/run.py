"""`python -m bot simulate`: reads operations, plays them, writes events; restarts for real."""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy.exc import ArgumentError

from bot.app import compose
from bot.clock import VirtualClock
from bot.encoder import sentence_encoder
from bot.fetch import NEVER_READ, Answer, FetchError, Version
from bot.inbox import StoredInbox
from bot.library import Library, shared_folder
from bot.logs import configure
from bot.operate import relay_of
from bot.preparation import prepare
from bot.settings import FabriqueSettings, Settings, load
from bot.simulation.mails import SimulatedLine
from bot.simulation.operations import OperationError, duration, moment, parse
from bot.simulation.stage import Stage
from bot.simulation.world import Screen, World
from bot.transports.simulated import Simulated
from storage import Database
from storage.chats import Address
from storage.migrate import migrate

PLATFORMS = ("telegram", "matrix")

BAD_LINE = 2
FAULTY = 3
"""Exit statuses: a line that cannot be carried out; a fault of the program on the way."""


class SimulatedFetch:
    """Addresses that answer what the scenario said."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def get(self, url: str, known: Version = NEVER_READ) -> Answer:
        """The file that the address answers with, or why it does not; a file that did not change
        since the known version is not answered again.
        """
        feed = self._world.feeds.get(url)
        if feed is None or feed.get("absent"):
            raise FetchError("refusal-address-unreachable")
        if feed.get("status", 200) != 200:
            raise FetchError("refusal-address-status", status=feed["status"])
        content = Path(feed["path"]).read_bytes()
        version = Version(etag=f'"{blake2b(content, digest_size=8).hexdigest()}"')
        return Answer(None if version == known else content, version)


@dataclass(frozen=True)
class Lines:
    """The lines of the scenario, read from a descriptor that survives a restart without read-
    ahead.
    """

    descriptor: int

    def __iter__(self) -> Iterator[bytes]:
        """Each line, read byte by byte so that what follows stays for the next interpreter."""
        while True:
            line = bytearray()
            while byte := os.read(self.descriptor, 1):
                line += byte
                if byte == b"\n":
                    break
            if not line:
                return
            yield bytes(line)


def simulate(arguments: Namespace) -> int:
    """Run a scenario to its end; gives the exit status."""
    configure("warning", "text")
    folder = Path(arguments.resume or tempfile.mkdtemp(prefix="fabrique-"))
    try:
        return asyncio.run(_simulate(arguments, folder))
    except (OperationError, OSError, ArgumentError) as error:
        sys.stderr.write(f"{error}\n")
        return BAD_LINE


async def _simulate(arguments: Namespace, folder: Path) -> int:
    kept = folder / "world.json"
    world = World.load(kept) if arguments.resume else World(now=arguments.start)
    descriptor = _descriptor(arguments, world)
    database = Database(arguments.database or f"sqlite:///{folder}/fabrique.db")
    try:
        stage = await _stage(arguments, world, database)
        return await _play_all(stage, arguments, folder, descriptor)
    finally:
        await database.close()


def _descriptor(arguments: Namespace, world: World) -> int:
    """Where lines come from: standard input, or the file, at the place where reading stopped."""
    if arguments.file in (None, "-"):
        return 0
    descriptor = os.open(arguments.file, os.O_RDONLY)
    os.lseek(descriptor, world.read, os.SEEK_SET)
    return descriptor


async def _play_all(stage: Stage, arguments: Namespace, folder: Path, descriptor: int) -> int:
    for line in Lines(descriptor):
        stage.world.line += 1
        stage.world.read += len(line)
        try:
            operation = parse(line.decode("utf-8", errors="replace"))
            if operation is None:
                continue
            if operation["do"] == "restart":
                down = duration(operation["down"]) if "down" in operation else None
                if down:
                    stage.clock.set(stage.clock.now() + down)
                _restart(stage, arguments, folder)
            await stage.play(operation)
        except OperationError as error:
            sys.stderr.write(f"line {stage.world.line}: {error}\n")
            return BAD_LINE
    return FAULTY if stage.world.faults else 0


def _restart(stage: Stage, arguments: Namespace, folder: Path) -> None:
    """End the interpreter where it stands, as a kill would, and begin anew on the same database."""
    stage.world.now = stage.clock.now().isoformat()
    stage.world.starts += 1
    stage.world.save(folder / "world.json")
    sys.stdout.flush()
    command = [sys.executable, "-m", "bot", *arguments.again, "--resume", str(folder)]
    os.execv(sys.executable, command)


async def _stage(arguments: Namespace, world: World, database: Database) -> Stage:
    settings = _settings(arguments)
    clock = VirtualClock(moment(world.now))
    zone = settings.zone
    await migrate(database)
    if not arguments.resume:
        await _go_on_from(database, world)

    def write(event: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def told(code: str) -> None:
        world.faults += 1
        write({"event": "fault", "code": code})

    screen = Screen(write, lambda: clock.now().astimezone(zone), arguments.files)
    transports = [Simulated(platform, world, screen) for platform in PLATFORMS]
    app = compose(
        database,
        transports,
        clock=clock,
        chance=random.Random(f"{arguments.seed}:{world.run}:{world.starts}"),
        fetch=SimulatedFetch(world),
        strict=True,
        at_once=1,
        told=told,
        library=Library(sentence_encoder(wanted=settings.encoder), shared_folder()),
        relay=relay_of(settings),
        site=settings.site,
    )
    app.postman.dials = lambda _relay: SimulatedLine(screen)
    teams = _teams(arguments) or None
    fabrique = await prepare(database, settings, teams=teams, now=clock.now())
    inboxes = {name: StoredInbox(database, name, woken=lambda: None) for name in PLATFORMS}
    await app.outbox.recover()
    await app.settle()
    return Stage(app, world, screen, clock, inboxes, fabrique, arguments.platform)


async def _go_on_from(database: Database, world: World) -> None:
    """A database that an earlier run left: its messages and updates keep their numbers."""
    async with database.begin() as store:
        world.run = int(await store.inbox.cursor("simulate") or 0) + 1
        await store.inbox.advance("simulate", str(world.run))
        world.sent = await store.said.posted_so_far()


def _settings(arguments: Namespace) -> Settings:
    """The file's settings under the options; nothing of the machine's environment."""
    settings = load(arguments.settings, {}) if arguments.settings else Settings()
    zone = arguments.timezone or settings.fabrique.timezone
    if zone not in available_timezones():
        raise OperationError(f"no such time zone: {zone}")
    language = arguments.locale or settings.fabrique.language
    changed = {"timezone": zone, "language": language}
    fabrique = FabriqueSettings(**{**settings.fabrique.model_dump(), **changed})
    return settings.model_copy(update={"fabrique": fabrique})


def _teams(arguments: Namespace) -> list[Address]:
    teams = []
    for team in arguments.team:
        platform, separator, chat = team.partition(":")
        if not separator or platform not in PLATFORMS:
            platform, chat = arguments.platform, team
        teams.append(Address(platform, chat, False, chat))
    return teams
