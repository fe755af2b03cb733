"""The login of the one device, kept from start to start.

Knows tokens and the store's folder; must not know keys nor rooms.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from nio import AsyncClient

from bot.transports.matrix.send import asked, call
from chat.transport import TransportError

_SESSION = "session.json"
_WHOAMI = "/_matrix/client/v3/account/whoami"


@dataclass(frozen=True)
class Account:
    """Who signs in, and with what; a token, where given, only at the first start."""

    user: str
    password: str | None
    token: str | None
    device_name: str


@dataclass(frozen=True)
class Session:
    """A login. The device must stay the same: it owns the keys and the transactions."""

    user_id: str
    device_id: str
    access_token: str

    @classmethod
    def kept(cls, store: Path, user: str) -> Session | None:
        """The login of the last run, if it was this user's."""
        file = store / _SESSION
        if not file.exists():
            return None
        session = cls(**json.loads(file.read_text()))
        return session if user in (session.user_id, session.user_id[1:].partition(":")[0]) else None

    def keep(self, store: Path) -> None:
        """Write it so that only the bot's system account can read it."""
        write_private(store / _SESSION, json.dumps(asdict(self)))


async def sign_in(client: AsyncClient, account: Account, store: Path) -> None:
    """Take the login of the last run again, or else log in, on the same device."""
    kept = Session.kept(store, account.user)
    if kept is None and account.token is not None:
        kept = await _session_of(client, account.token)
    if kept is None or not await _resumed(client, kept):
        if account.password is None:
            raise TransportError("the token is not valid and no password is set", permanent=True)
        client.device_id = kept.device_id if kept else None
        await asked(client.login(account.password, device_name=account.device_name))
    session = Session(client.user_id, client.device_id, client.access_token)
    session.keep(store)


async def _session_of(client: AsyncClient, token: str) -> Session | None:
    client.access_token = token
    said = (await call(client, "GET", _WHOAMI)).body
    if not said.get("user_id") or not said.get("device_id"):
        return None
    return Session(said["user_id"], said["device_id"], token)


async def _resumed(client: AsyncClient, session: Session) -> bool:
    client.restore_login(session.user_id, session.device_id, session.access_token)
    answer = await call(client, "GET", _WHOAMI)
    if answer.status == 401:
        return False
    answer.ok()
    return True


def write_private(file: Path, text: str) -> None:
    """Whole or not at all, for the bot's system account only."""
    new = file.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened_file:
        opened_file.write(text)
        opened_file.flush()
        os.fsync(opened_file.fileno())
    new.replace(file)
