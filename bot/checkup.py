"""`check`: reads the configuration, says in a line each what is wrong and how to mend it, and
tries the database and the tokens.
"""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import WallClock
from bot.knowledge_files import KnowledgeError
from bot.knowledge_files import load as load_entries
from bot.ledger_check import faults_of_ledger
from bot.mail import Greeting, Line
from bot.settings import (
    MatrixSettings,
    Settings,
    SettingsError,
    TelegramSettings,
    WebhookSettings,
    load,
)
from domain.ledger import Fault, FaultKind
from storage import Database
from storage.migrate import is_current

ANOTHER = "start the bot again, and see that no other program has its token"
"""What cures a webhook of somebody else's."""

STILL = timedelta(minutes=5)
"""For how long a failed delivery is one of now, if something waits: Telegram tries again sooner."""

SECONDS = 10.0
"""What a server is given to answer."""

LEDGER_CURE = "stop the bot, keep a copy, compare it with the last backup (docs/operators.md)"
FEW = 5
"""Numbers that a line names."""

FAULTS = {
    FaultKind.UNBALANCED: "entries whose two sides are not zero together",
    FaultKind.GAP: "entries before which one is missing",
    FaultKind.BROKEN: "entries that are not as they were sealed",
    FaultKind.ALONE: "entries without a confirmed exchange or without two sides",
    FaultKind.MISSING: "confirmed exchanges that were not entered",
    FaultKind.DIFFERENT: "entries that say something else than their exchange",
    FaultKind.APART: "mutual accounts that differ from the other fabrique's, by its number",
    FaultKind.SUM: "all balances together are not zero but, in minutes",
}
"""How a ledger may be wrong, in words; numbers follow."""

MAIL_PORTS = 'most take tls = "starttls" at port 587, or tls = "tls" at port 465'

TELEGRAM = "https://api.telegram.org/bot"


def check(arguments: Namespace) -> int:
    """Print what is wrong, one line each, or that all is well; 1 when anything is wrong."""
    try:
        settings = load(arguments.settings)
    except SettingsError as error:
        problems = error.lines
    else:
        problems = asyncio.run(problems_of(settings))
    for line in problems:
        sys.stdout.write(f"✗ {line}\n")
    if not problems and not arguments.quiet:
        good = asyncio.run(good_of(settings))
        sys.stdout.write("".join(f"✓ {line}\n" for line in (*good, "All is well.")))
    return 1 if problems else 0


async def problems_of(settings: Settings) -> list[str]:
    """Everything that keeps this configuration from working, with its cure."""
    return [
        *_knowledge(settings),
        *await _database(settings),
        *settings.lacking,
        *await _telegram(settings.telegram, settings.webhook),
        *await _matrix(settings.matrix, settings.data / "matrix"),
        *await _mail(settings),
        *_team(settings),
    ]


def _knowledge(settings: Settings) -> list[str]:
    slugs = [settings.fabrique.slug, *(one.slug for one in settings.fabriques)]
    return [line for slug in slugs for line in _base(settings.knowledge / slug)]


def _base(folder: Path) -> list[str]:
    if not folder.is_dir():
        return [f"knowledge: no folder {folder}; create it, or change fabrique.slug"]
    try:
        load_entries(folder)
    except KnowledgeError as error:
        return [f"knowledge: {line}" for line in error.lines]
    return []


async def _database(settings: Settings) -> list[str]:
    if settings.database.startswith("sqlite"):
        file = Path(settings.database.partition("///")[2])
        if not file.exists():
            return [f"database: no file {file} yet; run `python -m bot migrate`"]
    database = Database(settings.database)
    try:
        if not await is_current(database):
            return ["database: its tables are not up to date; run `python -m bot migrate`"]
        return await _ledgers(database)
    except (SQLAlchemyError, OSError) as error:
        kind = type(error).__name__
        return [f"database: does not answer ({kind}); is it running, is the address right?"]
    finally:
        await database.close()


async def _ledgers(database: Database) -> list[str]:
    """A line for each kind of fault of each fabrique's ledger."""
    async with database.begin() as store:
        fabriques = await store.fabriques.all()
    lines = []
    for one in fabriques:
        found = await faults_of_ledger(database, one.id)
        lines += [f"ledger of {one.slug}: {line}; {LEDGER_CURE}" for line in faults_told(found)]
    return lines


def faults_told(found: Sequence[Fault]) -> list[str]:
    """Faults in words: each kind once, with the numbers at which it was found."""
    numbers: dict[FaultKind, list[int]] = {}
    for fault in found:
        numbers.setdefault(fault.kind, []).append(fault.number)
    return [f"{FAULTS[kind]}: {_few(each)}" for kind, each in numbers.items()]


def _few(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:FEW]))
    return f"{shown} and {len(numbers) - FEW} more" if len(numbers) > FEW else shown


async def _telegram(settings: TelegramSettings, webhook: WebhookSettings) -> list[str]:
    if settings.token is None:
        return []
    bot = f"{settings.base_url or TELEGRAM}{settings.token.get_secret_value()}"
    answer = await _get(f"{bot}/getMe")
    if answer is None:
        return ["telegram: its server does not answer; is this machine connected?"]
    if answer.status_code in (401, 404):
        return ["telegram.token: refused; ask @BotFather for the token of your bot"]
    answer = await _get(f"{bot}/getWebhookInfo")
    if answer is None or answer.status_code != 200:
        return []
    return webhook_told(answer.json()["result"], webhook, now=WallClock().now())


def webhook_told(info: Mapping[str, Any], wanted: WebhookSettings, *, now: datetime) -> list[str]:
    """What is wrong with how Telegram's updates come; no address of anybody else is shown."""
    url = info["url"]
    if url and url != wanted.url:
        wrong = "posts to another address" if wanted.url else "posts, where the bot wants to ask"
        return [f"webhook.url: Telegram {wrong}; {ANOTHER}"]
    failed = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    if not url or not info["pending_update_count"] or now - failed > STILL:
        return []
    reason = info["last_error_message"]
    return [
        f"webhook.url: Telegram cannot deliver ({reason}); does the bot run, and does the proxy"
        " lead this address to web.listen?"
    ]


async def _matrix(settings: MatrixSettings, store: Path) -> list[str]:
    if settings.missing or settings.homeserver is None:
        return []
    answer = await _get(f"{settings.homeserver}/_matrix/client/versions")
    if answer is None or answer.status_code != 200:
        return [f"matrix.homeserver: {settings.homeserver} does not answer as a homeserver"]
    from bot.identity_verb import look_at

    return list((await look_at(settings, store)).problems)


async def _mail(settings: Settings) -> list[str]:
    """Whether the relay greets us, over its line, and knows the account; no mail is sent."""
    from bot.operate import relay_of

    relay = None if settings.mail.missing else relay_of(settings)
    if relay is None:
        return []
    try:
        greeting = await asyncio.wait_for(Line(relay).greeted(), SECONDS)
    except TimeoutError:
        greeting = Greeting.SILENT
    where = f"{relay.host} port {relay.port}"
    told = {
        Greeting.REFUSED: f"mail.user, mail.password: {where} refuses them",
        Greeting.OTHERWISE: f"mail.tls: {where} does not take {relay.tls}; {MAIL_PORTS}",
        Greeting.SILENT: f"mail.host: {where} does not answer; {MAIL_PORTS}",
    }
    return [told[greeting]] if greeting in told else []


async def good_of(settings: Settings) -> list[str]:
    """What is worth saying when nothing is wrong: on Matrix, by which key the bot is known."""
    if settings.matrix.homeserver is None:
        return []
    from bot.identity_verb import look_at

    return list((await look_at(settings.matrix, settings.data / "matrix")).good)


def _team(settings: Settings) -> list[str]:
    lines = []
    if settings.telegram.token is not None and not settings.team.telegram:
        if not settings.team.matrix:
            lines.append(
                "team.telegram: nobody would see questions; add the bot to the team's group, send"
                " /reglages there, and put the number it shows here"
            )
    elif settings.matrix.user is not None and not (settings.team.matrix or settings.team.telegram):
        lines.append("team.matrix: nobody would see questions; put the id of the team's room here")
    alone = (one.slug for one in settings.fabriques if not one.team.chats)
    lines += [
        f"fabriques.team: nobody would see questions to {slug}; name a chat" for slug in alone
    ]
    return lines


async def _get(address: str) -> httpx.Response | None:
    """What a server answers; None when it does not."""
    try:
        async with httpx.AsyncClient(timeout=SECONDS) as client:
            return await client.get(address)
    except (httpx.HTTPError, httpx.InvalidURL):
        return None
