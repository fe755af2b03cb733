"""The verbs that run the bot: on its platforms, or in this terminal."""

from __future__ import annotations

import asyncio
import random
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bot.app import App, compose
from bot.clock import Tokens, WallClock
from bot.demonstration import NAMES, YOU, furnish
from bot.encoder import sentence_encoder
from bot.fetch import Fetcher
from bot.letters.mail import Sender
from bot.library import Library, index_folder
from bot.logs import configure
from bot.mail import Relay
from bot.menus import menus_of
from bot.place_files import load as load_places
from bot.preparation import prepare
from bot.service import Service
from bot.settings import Settings, SettingsError, load
from bot.transports.console import Console
from bot.transports.console_words import ENGLISH, FRENCH
from bot.web.agenda import Agenda
from bot.web.health import Health
from bot.web.letters import LetterPages
from bot.web.server import Web
from chat.transport import Menu, Transport
from handlers.commands import all_commands
from locales import Languages
from storage import Database
from storage.chats import Address
from storage.migrate import migrate

ONE_PROCESS = (
    "run --replicas: SQLite serves one process. Set `database` to a PostgreSQL address"
    " (postgresql://…), or start `run` alone."
)
OTHER_FOLDER = (
    "run --replicas: the other processes keep the keys of Matrix in another folder. Let `data` name"
    " the same folder for all of them; after a move for good, start `run` alone once."
)
NOT_ALONE = (
    "run: other processes answer on this database. Start this one with --replicas too, or stop them"
    " and try again in ten seconds."
)


def run(arguments: Namespace) -> int:
    """Run on whatever platforms are configured; without any, in this terminal."""
    settings = load(arguments.settings)
    configure(settings.log.level, settings.log.format)
    web = site(settings)
    transports = platforms(settings, web)
    if not transports:
        return console(arguments)
    if arguments.replicas and settings.database.startswith("sqlite"):
        raise SettingsError([ONE_PROCESS])
    running = _run(settings, transports, web, replicated=arguments.replicas)
    return 0 if asyncio.run(running) else 1


def console(arguments: Namespace) -> int:
    """Talk with the bot in this terminal; an empty database gets a demonstration."""
    settings = load(arguments.settings)
    configure("warning", settings.log.format)
    asyncio.run(_console(settings))
    return 0


def migrate_only(arguments: Namespace) -> int:
    """Bring the database to today's tables."""
    settings = load(arguments.settings)
    asyncio.run(_migrate(settings))
    sys.stdout.write("The database is up to date.\n")
    return 0


def site(settings: Settings) -> Web | None:
    """The web server, if the settings give it an address."""
    address = settings.web.address
    return Web(*address) if address else None


def platforms(settings: Settings, web: Web | None) -> list[Transport]:
    """The transports that the settings ask for; a library that is not asked for is not loaded."""
    if settings.lacking:
        raise SettingsError(settings.lacking)
    found: list[Transport] = []
    telegram, matrix = settings.telegram, settings.matrix
    if telegram.token is not None:
        from bot.transports.telegram.transport import Telegram

        bot = Telegram(
            telegram.token.get_secret_value(),
            base_url=telegram.base_url,
            base_file_url=telegram.base_file_url,
        )
        if web is not None and settings.webhook.url:
            web.add(bot.posted_to(settings.webhook.url))
        found.append(bot)
    if matrix.homeserver and matrix.user and matrix.password and matrix.pickle_key:
        from bot.transports.matrix.transport import Matrix

        found.append(
            Matrix(
                matrix.homeserver,
                matrix.user,
                password=matrix.password.get_secret_value(),
                store=settings.data / "matrix",
                pickle_key=matrix.pickle_key.get_secret_value(),
            )
        )
    return found


def relay_of(settings: Settings) -> Relay | None:
    """The relay that takes our mail, if the settings name one."""
    mail = settings.mail
    if mail.host is None or mail.sender is None:
        return None
    return Relay(
        host=mail.host,
        port=mail.port,
        tls=mail.tls,
        sender=Sender(mail.sender, mail.reply_to, settings.web.public),
        user=mail.user,
        password=mail.password.get_secret_value() if mail.password else None,
    )


def open_database(settings: Settings) -> Database:
    """The database of the settings; the folder of an SQLite file is made."""
    url = settings.database
    if url.startswith("sqlite"):
        Path(url.partition("///")[2]).parent.mkdir(parents=True, exist_ok=True)
    return Database(url)


async def _run(
    settings: Settings, transports: Sequence[Transport], web: Web | None, *, replicated: bool
) -> bool:
    if web is not None:
        _take_address(web, settings)
    database = open_database(settings)
    await migrate(database)
    if not replicated:
        await _alone(database)
    elif any(transport.one_device for transport in transports):
        await _share(database, settings.data)
    await prepare(database, settings, teams=_teams(settings), now=WallClock().now())
    if web is not None:
        web.add(Health(database, transports).route)
        _publish(web, database)
        for route in LetterPages(database, Languages(strict=False), WallClock()).routes:
            web.add(route)
    app = _app(settings, database, transports, replicated=replicated)
    return await Service(app, web).run(_menus(settings))


def _publish(web: Web, database: Database) -> None:
    """Let calendars and pages be read."""
    agenda = Agenda(database, WallClock(), Languages(strict=False), load_places())
    for route in agenda.routes:
        web.add(route)


def _take_address(web: Web, settings: Settings) -> None:
    try:
        web.bind()
    except OSError as error:
        reason = f"{settings.web.listen} cannot be listened on ({error.strerror})"
        raise SettingsError([f"web.listen: {reason}; does the bot run already?"]) from error


async def _alone(database: Database) -> None:
    """Refuse to answer twice what other processes answer."""
    async with database.begin() as store:
        if await store.leases.living():
            raise SettingsError([NOT_ALONE])
        await store.leases.forget_folder()


async def _share(database: Database, folder: Path) -> None:
    """Refuse to lead one day with other keys than the others: a new device alarms everybody."""
    async with database.begin() as store:
        await store.leases.one_at_a_time("folder")
        await store.leases.clear()
        own = _name_of(folder)
        if await store.leases.folder(own) != own:
            raise SettingsError([OTHER_FOLDER])


def _name_of(folder: Path) -> str:
    """By what those who share a folder know it: written into it once."""
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), (folder / "replicas").open("x", encoding="ascii") as name:
        name.write(Tokens(random.SystemRandom())())
    return (folder / "replicas").read_text(encoding="ascii")


async def _console(settings: Settings) -> None:
    database = open_database(settings)
    await migrate(database)
    clock = WallClock()
    team = Address("console", settings.team.console or "#equipe", False, "équipe")
    fabrique = await prepare(database, settings, teams=[team], now=clock.now())
    await furnish(database, fabrique, now=clock.now())
    transport = Console(
        clock=clock.now,
        files=settings.data / "fichiers",
        words=FRENCH if settings.fabrique.language == "fr" else ENGLISH,
        on_end=lambda: service.stop(),
        idle=lambda: service.idle(),
        name=YOU,
        team=team.address,
        people=NAMES,
    )
    service = Service(_app(settings, database, [transport]))
    await service.run(_menus(settings))


async def _migrate(settings: Settings) -> None:
    database = open_database(settings)
    await migrate(database)
    await database.close()


def _app(
    settings: Settings,
    database: Database,
    transports: Sequence[Transport],
    *,
    replicated: bool = False,
) -> App:
    return compose(
        database,
        transports,
        clock=WallClock(),
        chance=random.SystemRandom(),
        fetch=Fetcher(contact=settings.contact),
        strict=False,
        at_once=6,
        library=Library(sentence_encoder(wanted=settings.encoder), index_folder(settings.data)),
        replicated=replicated,
        relay=relay_of(settings),
        site=settings.web.public,
    )


def _teams(settings: Settings) -> list[Address]:
    chosen = {"telegram": settings.team.telegram, "matrix": settings.team.matrix}
    return [Address(platform, chat, False, "") for platform, chat in chosen.items() if chat]


def _menus(settings: Settings) -> Callable[[str], list[Menu]]:
    further = [chat for one in settings.fabriques for chat in one.team.chats]
    teams = [(one.platform, one.address) for one in _teams(settings)] + further
    commands, languages = all_commands(), Languages(strict=False)

    def menus(platform: str) -> list[Menu]:
        there = [chat for one, chat in teams if one == platform]
        return menus_of(commands, languages, teams=there)

    return menus
