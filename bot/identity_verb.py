"""`identity`: by which key the bot is known on Matrix, and another one if it must be."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from pathlib import Path

from bot.settings import MatrixSettings, SettingsError, load
from bot.transports.matrix.checkup import Asked, Look, look, replace


def identity(arguments: Namespace) -> int:
    """Say what members' clients see of the bot, after a replacement if one was asked for."""
    settings = load(arguments.settings)
    asked = _asked(settings.matrix, settings.data / "matrix")
    if asked is None:
        raise SettingsError(settings.matrix.missing or ["matrix.user: is missing; no account"])
    return _said(asyncio.run(replace(asked) if arguments.replace else look(asked)))


async def look_at(settings: MatrixSettings, folder: Path) -> Look:
    """What there is to say of the configured account; nothing without one."""
    asked = _asked(settings, folder)
    return Look() if asked is None else await look(asked)


def _asked(settings: MatrixSettings, folder: Path) -> Asked | None:
    homeserver, user = settings.homeserver, settings.user
    password, phrase = settings.password, settings.pickle_key
    if not (homeserver and user and password and phrase):
        return None
    return Asked(homeserver, user, password.get_secret_value(), phrase.get_secret_value(), folder)


def _said(found: Look) -> int:
    lines = [f"✗ {one}" for one in found.problems] + [f"✓ {one}" for one in found.good]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if found.problems else 0
