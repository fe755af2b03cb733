"""`check`: each thing that keeps the bot from working, in a line with its cure."""

from __future__ import annotations

import asyncio
import sqlite3
from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from aiohttp import web

from bot.checkup import check, problems_of, webhook_told
from bot.identity_verb import identity
from bot.operate import platforms
from bot.settings import Settings, SettingsError, WebhookSettings
from bot.transports.matrix.identity import Identity
from bot.transports.matrix.store import Store
from tests.bot.office import Furnished
from tests.servers.postgres import Postgres
from tests.transports.telegram_wire import PUBLIC, Kept, posted_to, serving, who_wrote_once
from tests.wire.bot_api_updates import Webhook
from tests.wire.smtp import Office, office

ENTRY = """---
title: Devenir allié
wordings: [comment devenir allié]
source: 001, page 1
date: 2023-12-14
tags: [alliance]
---
On écrit à l’équipe.
"""
ROOM = "!equipe:exemple.org"
UNUSED = "http://127.0.0.1:9"


@pytest.fixture
def sound(tmp_path: Path, furnished: Furnished) -> dict[str, Any]:
    """Settings with which all is well, as the words they are made of."""
    entry = tmp_path / "knowledge" / "nationale" / "fr" / "devenir-allie.md"
    entry.parent.mkdir(parents=True)
    entry.write_text(ENTRY, encoding="utf-8")
    return {"database": f"sqlite:///{furnished.file}", "knowledge": tmp_path / "knowledge"}


@asynccontextmanager
async def homeserver(status: int) -> AsyncIterator[str]:
    """A server that answers everything with a status."""

    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"versions": ["v1.11"]}, status=status)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def problems(sound: dict[str, Any], **changed: Any) -> list[str]:
    """What is said once something is changed."""
    return await problems_of(Settings(**{**sound, **changed}))


def matrix(address: str) -> dict[str, str]:
    """The four settings of Matrix."""
    user = "@fabrique:exemple.org"
    return {"homeserver": address, "user": user, "password": "x", "pickle_key": "y"}


async def test_without_a_platform_all_is_well(sound: dict[str, Any]) -> None:
    """A terminal needs none."""
    assert await problems(sound) == []


async def test_no_folder_of_knowledge(sound: dict[str, Any]) -> None:
    """The fabrique's name is the folder's."""
    folder = sound["knowledge"] / "autre"
    assert await problems(sound, fabrique={"slug": "autre"}) == [
        f"knowledge: no folder {folder}; create it, or change fabrique.slug"
    ]


async def test_entries_that_cannot_be_read(sound: dict[str, Any]) -> None:
    """One line for each file."""
    folder = sound["knowledge"] / "nationale" / "fr"
    for name in ("a.md", "b.md"):
        (folder / name).write_text("Bonjour", encoding="utf-8")
    wrong = "begins with a front matter between two lines of ---"
    assert await problems(sound) == [
        f"knowledge: fr/a.md:1: {wrong}",
        f"knowledge: fr/b.md:1: {wrong}",
    ]


async def test_a_database_that_is_not_made_yet(sound: dict[str, Any], tmp_path: Path) -> None:
    """Looking at it does not make it."""
    file = tmp_path / "absent.db"
    assert await problems(sound, database=f"sqlite:///{file}") == [
        f"database: no file {file} yet; run `python -m bot migrate`"
    ]
    assert not file.exists()


async def test_a_ledger_that_was_touched(sound: dict[str, Any], tmp_path: Path) -> None:
    """Each kind of fault once, with where it was found and what to do."""
    file = tmp_path / "touched.db"
    copyfile(sound["database"].removeprefix("sqlite:///"), file)
    with sqlite3.connect(file) as touched:
        touched.executescript(
            """
            INSERT INTO ledger_accounts (id, fabrique_id, kind, key)
                VALUES (1, 1, 'pot', 'pot'), (2, 1, 'team', 'team');
            INSERT INTO exchanges (id, fabrique_id, giver_id, receiver_id, minutes, day, subject,
                noted_by, noted_at, state) VALUES (1, 1, 1, 2, 60, '2026-01-04', 'essai', 1,
                '2026-01-05 08:00:00.000000', 'confirmed');
            """
        )
    assert await problems(sound, database=f"sqlite:///{file}") == [
        "ledger of exemple: confirmed exchanges that were not entered: 1; stop the bot, keep a"
        " copy, compare it with the last backup (docs/operators.md)"
    ]


async def test_a_database_without_todays_tables(sound: dict[str, Any], tmp_path: Path) -> None:
    """An empty one, or one of an older version."""
    file = tmp_path / "empty.db"
    sqlite3.connect(file).close()
    assert await problems(sound, database=f"sqlite:///{file}") == [
        "database: its tables are not up to date; run `python -m bot migrate`"
    ]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("postgresql://fabrique@127.0.0.1:9/fabrique", "ConnectionRefusedError"),
        ("postgresql://fabrique@base.invalid/fabrique", "gaierror"),
    ],
)
async def test_a_database_that_does_not_answer(
    sound: dict[str, Any], address: str, kind: str
) -> None:
    """Its server is off, or its name is wrong."""
    assert await problems(sound, database=address) == [
        f"database: does not answer ({kind}); is it running, is the address right?"
    ]


@pytest.mark.servers
async def test_a_server_that_does_not_know_the_database(
    sound: dict[str, Any], postgresql: Postgres
) -> None:
    """The driver's own errors are lines too."""
    address = postgresql.url("checked")
    postgresql.drop("checked")
    [line] = await problems(sound, database=address)
    assert line.startswith("database: does not answer (")


async def test_a_file_that_is_no_database(sound: dict[str, Any], tmp_path: Path) -> None:
    """Such as a copy that was cut."""
    (tmp_path / "cut.db").write_bytes(b"not a database" * 100)
    [line] = await problems(sound, database=f"sqlite:///{tmp_path}/cut.db")
    assert line.startswith("database: does not answer (DatabaseError)")


async def test_telegram_says_whether_its_token_is_right(sound: dict[str, Any]) -> None:
    """Or does not answer at all."""
    team = {"telegram": "-100"}
    async with serving() as api:
        right = {"token": api.token, "base_url": api.base_url}
        wrong = {"token": "1:x", "base_url": api.base_url}
        assert await problems(sound, telegram=right, team=team) == []
        assert await problems(sound, telegram=wrong, team=team) == [
            "telegram.token: refused; ask @BotFather for the token of your bot"
        ]
    away = {"token": "1:x", "base_url": f"{UNUSED}/bot"}
    assert await problems(sound, telegram=away, team=team) == [
        "telegram: its server does not answer; is this machine connected?"
    ]


async def test_a_webhook_needs_an_address_to_listen_on_and_a_token(sound: dict[str, Any]) -> None:
    """Each missing one is named, and a bot without them does not start."""
    given: dict[str, Any] = {"webhook": {"url": PUBLIC}}
    missing = [
        "telegram.token: is missing; the webhook is Telegram's",
        "web.listen: is missing; the webhook needs an address to listen on",
    ]
    assert await problems(sound, **given) == missing
    with pytest.raises(SettingsError) as refused:
        platforms(Settings(**sound, **given), None)
    assert refused.value.lines == missing


async def test_telegram_is_asked_how_its_posts_go(sound: dict[str, Any]) -> None:
    """What cannot be delivered now is told with Telegram's own reason; all is well before the
    first start, and once it is delivered.
    """
    async with serving(pace=0.01) as api, posted_to(api) as (transport, _):
        telegram = {"token": api.token, "base_url": api.base_url}
        ours = {"telegram": telegram, "web": {"listen": "127.0.0.1:8080"}, "team": {"telegram": -1}}
        posted = {**ours, "webhook": {"url": PUBLIC}}
        assert await problems(sound, **posted) == []
        who_wrote_once(api)
        api.world.rooms.updates.use_webhook(Webhook(PUBLIC, "autre-secret"))
        while not api.poster.posts:
            await asyncio.sleep(0.01)
        reason = "Wrong response from the webhook: 403 Forbidden"
        assert await problems(sound, **posted) == [
            f"webhook.url: Telegram cannot deliver ({reason}); does the bot run, and does the proxy"
            " lead this address to web.listen?"
        ]
        assert await problems(sound, **ours) == [
            "webhook.url: Telegram posts, where the bot wants to ask; start the bot again, and see"
            " that no other program has its token"
        ]
        assert await problems(sound, **ours, webhook={"url": f"{PUBLIC}/x"}) == [
            "webhook.url: Telegram posts to another address; start the bot again, and see that no"
            " other program has its token"
        ]
        await transport.start(Kept(), [])
        while api.world.rooms.updates.pending:
            await asyncio.sleep(0.01)
        assert await problems(sound, **posted) == []


def test_a_failure_of_long_ago_is_none_of_now() -> None:
    """Telegram tells the last one for ever; something always waits for a moment."""
    failed = datetime(2026, 1, 5, 9, tzinfo=UTC)
    info = {
        "url": PUBLIC,
        "pending_update_count": 1,
        "last_error_date": int(failed.timestamp()),
        "last_error_message": "Connection refused",
    }
    wanted = WebhookSettings(url=PUBLIC)
    for minutes, lines in ((0, 1), (4, 1), (6, 0)):
        assert len(webhook_told(info, wanted, now=failed + timedelta(minutes=minutes))) == lines
    none_waits = info | {"pending_update_count": 0}
    assert webhook_told(none_waits, wanted, now=failed) == []


async def test_matrix_needs_all_its_settings(sound: dict[str, Any]) -> None:
    """Each missing one is named."""
    given = {"user": "@fabrique:exemple.org"}
    assert await problems(sound, matrix=given, team={"matrix": ROOM}) == [
        f"matrix.{name}: is missing; Matrix needs all four settings"
        for name in ("homeserver", "password", "pickle_key")
    ]


async def test_a_homeserver_is_asked(sound: dict[str, Any]) -> None:
    """One that answers and takes the password; a journey tries it on a real one."""
    async with homeserver(200) as address:
        assert await problems(sound, matrix=matrix(address), team={"matrix": ROOM}) == []


async def test_a_phrase_that_opens_no_store_is_said(sound: dict[str, Any], tmp_path: Path) -> None:
    """Before a start would refuse it; what is kept there is left as it is."""
    user, folder = "@fabrique:exemple.org", tmp_path / "matrix"
    folder.mkdir()
    Identity.made(Store(folder, "une autre phrase", user), user)
    async with homeserver(200) as address:
        [line] = await problems(sound, matrix=matrix(address), team={"matrix": ROOM}, data=tmp_path)
    assert line.startswith(f"matrix: matrix.pickle_key does not open {folder}")


def test_the_identity_of_a_bot_that_never_started(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to replace yet, nor without Matrix anything to say."""
    file = tmp_path / "settings.toml"
    lines = [f'{key} = "{value}"' for key, value in matrix(UNUSED).items()]
    file.write_text("\n".join([f'data = "{tmp_path}"', "[matrix]", *lines]), encoding="utf-8")
    assert identity(Namespace(settings=file, replace=True)) == 1
    assert capsys.readouterr().out.startswith("✗ matrix: the bot has not signed in yet; start it")
    file.write_text("", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"matrix\.user: is missing"):
        identity(Namespace(settings=file, replace=False))


@pytest.mark.parametrize("address", [UNUSED, "http://exemple.org:port", "https://", "http://a..b"])
async def test_what_is_no_homeserver_is_said(sound: dict[str, Any], address: str) -> None:
    """Off, or an address that cannot be one."""
    assert await problems(sound, matrix=matrix(address), team={"matrix": ROOM}) == [
        f"matrix.homeserver: {address} does not answer as a homeserver"
    ]


async def test_another_web_server_is_no_homeserver(sound: dict[str, Any]) -> None:
    """It answers, with something else."""
    async with homeserver(404) as address:
        [line] = await problems(sound, matrix=matrix(address), team={"matrix": ROOM})
    assert line == f"matrix.homeserver: {address} does not answer as a homeserver"


async def test_a_bot_that_nobody_moderates(sound: dict[str, Any]) -> None:
    """Questions would be handed over to no one."""
    async with serving() as api, homeserver(200) as address:
        [telegram] = await problems(sound, telegram={"token": api.token, "base_url": api.base_url})
        [room] = await problems(sound, matrix=matrix(address))
    assert telegram.startswith("team.telegram: nobody would see questions; add the bot")
    assert room.startswith("team.matrix: nobody would see questions; put the id")


def test_the_verb_says_that_all_is_well(
    sound: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unless it was asked to be quiet."""
    file = tmp_path / "settings.toml"
    lines = [f'{key} = "{value}"' for key, value in sound.items()]
    file.write_text("\n".join(lines), encoding="utf-8")
    for quiet, said in ((False, "✓ All is well.\n"), (True, "")):
        assert check(Namespace(settings=file, quiet=quiet)) == 0
        assert capsys.readouterr().out == said


def test_the_verb_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also when the settings themselves are."""
    file = tmp_path / "settings.toml"
    file.write_text('[log]\nlevel = "loud"\n', encoding="utf-8")
    assert check(Namespace(settings=file, quiet=True)) == 1
    assert capsys.readouterr().out.startswith("✗ log.level: one of debug")


@pytest.mark.parametrize(
    "changed",
    [
        {"mail": {"host": "smtp.exemple.org"}},
        {"web": {"public": "https://bot.exemple.org"}},
        {"fabrique": {"public_agenda": True}},
        {"webhook": {"url": "https://bot.exemple.org/telegram"}},
        {"matrix": {"user": "@fabrique:exemple.org"}},
    ],
)
async def test_what_run_refuses_check_says(sound: dict[str, Any], changed: dict[str, Any]) -> None:
    """Each once, in the same words."""
    settings = Settings.model_validate({**sound, **changed})
    told = await problems_of(settings)

    assert settings.lacking
    assert [one for one in told if one in settings.lacking] == settings.lacking
    with pytest.raises(SettingsError):
        platforms(settings, None)


def relay(port: int, **more: object) -> dict[str, object]:
    """Settings of mail for a server of this machine."""
    own = {"host": "127.0.0.1", "sender": "lettre@exemple.org", "port": port, "tls": "none"}
    return {**own, **more}


async def test_the_mail_server_is_greeted_and_handed_nothing(sound: dict[str, Any]) -> None:
    """What is wrong with the line is said before a letter needs it."""
    async with office(Office()) as there:
        assert await problems(sound, mail=relay(there.port)) == []
        told = await problems(sound, mail=relay(there.port, tls="starttls"))
        assert told[0].startswith(f"mail.tls: 127.0.0.1 port {there.port} does not take starttls")
        told = await problems(sound, mail=relay(there.port, tls="tls"))
        assert told[0].startswith("mail.tls")
    assert there.got == []
    told = await problems(sound, mail=relay(there.port))
    assert told[0].startswith(f"mail.host: 127.0.0.1 port {there.port} does not answer")
