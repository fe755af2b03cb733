"""The login of the one device, kept from start to start.

Knows tokens and the store's folder; must not know keys nor rooms.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from nio import AsyncClient

from bot.transports.matrix.fields import mapping, text_of
from bot.transports.matrix.send import asked, call
from bot.transports.matrix.store import write_private
from chat.transport import TransportError

_log = logging.getLogger(__name__)

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
        said = mapping(json.loads(file.read_text(encoding="utf-8")))
        session = cls(*(text_of(said.get(one.name)) for one in fields(cls)))
        return session if user in (session.user_id, session.user_id[1:].partition(":")[0]) else None

    def has_keys(self, store: Path) -> bool:
        """Whether the device's keys are in the store, where the library puts them."""
        return (store / f"{self.user_id}_{self.device_id}.db").exists()

    def keep(self, store: Path) -> None:
        """Write it so that only the bot's system account can read it."""
        write_private(store / _SESSION, json.dumps(asdict(self)))


async def sign_in(client: AsyncClient, account: Account, store: Path) -> None:
    """Take the login of the last run again, or else log in, on the same device."""
    kept = Session.kept(store, account.user)
    if kept is not None and not kept.has_keys(store):
        await _give_up(client, kept)
        kept = None
    if kept is None and account.token is not None:
        kept = await _session_of(client, account.token)
    if kept is None or not await _resumed(client, kept):
        if account.password is None:
            raise TransportError("the token is not valid and no password is set", permanent=True)
        client.device_id = kept.device_id if kept else None
        await asked(client.login(account.password, device_name=account.device_name))
    session = Session(client.user_id, client.device_id, client.access_token)
    session.keep(store)


async def _give_up(client: AsyncClient, session: Session) -> None:
    """Leave a device whose keys are lost: nobody would believe other keys in its name."""
    _log.error("the keys of %s are not in the store: another device begins", session.device_id)
    client.access_token = session.access_token
    await call(client, "POST", "/_matrix/client/v3/logout", {})


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
