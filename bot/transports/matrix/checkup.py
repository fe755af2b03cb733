"""What an operator may ask about the account: whether it lets the bot in, and is trusted.

Uses the login of the last run, so that no device is made; must not open the library's part of the
store, which a running bot has.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from nio import AsyncClient, AsyncClientConfig

from bot.transports.matrix.fields import items, mapping, text_of
from bot.transports.matrix.identity import Identity, Published, public_key
from bot.transports.matrix.send import call
from bot.transports.matrix.session import Session
from bot.transports.matrix.store import Store, unopened
from bot.transports.matrix.trust import Doubt, doubt_about, publish, published
from chat.transport import TransportError

_SECONDS = 10  # what a homeserver is given to answer
_CLIENT = "/_matrix/client/v3"


@dataclass(frozen=True)
class Asked:
    """The account and its folder, as the settings have them."""

    homeserver: str
    user: str
    password: str
    phrase: str
    folder: Path

    @property
    def store(self) -> Store:
        """The folder, which a running bot may have meanwhile."""
        return Store(self.folder, self.phrase, self.user)


@dataclass(frozen=True)
class Look:
    """What was found: lines that name a cure, or lines that say what is well."""

    problems: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


_Question = Callable[[AsyncClient, Asked, Session | None], Awaitable[Look]]


async def look(asked: Asked) -> Look:
    """Whether the account lets the bot in, and whether others may trust its device."""
    return await _answered(asked, _looked)


async def replace(asked: Asked) -> Look:
    """Show the store's identity, made if there is none, in place of what the account shows now."""
    return await _answered(asked, _replaced)


async def _answered(asked: Asked, question: _Question) -> Look:
    config = AsyncClientConfig(
        max_limit_exceeded=0, max_timeouts=0, request_timeout=_SECONDS, encryption_enabled=False
    )
    client = AsyncClient(asked.homeserver.rstrip("/"), asked.user, config=config)
    client.user_id = asked.user
    try:
        session = Session.kept(asked.folder, asked.user)
        client.access_token = session.access_token if session is not None else ""
        resumed = session is not None and await _is_valid(client)
        return await question(client, asked, session if resumed else None)
    except TransportError as error:
        return Look((f"matrix: {error.reason}",))
    except ValueError as error:
        return Look((f"matrix: {unopened(asked.folder, error).reason}",))
    finally:
        await client.close()


async def _is_valid(client: AsyncClient) -> bool:
    return (await call(client, "GET", f"{_CLIENT}/account/whoami")).status == 200


async def _looked(client: AsyncClient, asked: Asked, session: Session | None) -> Look:
    """With the login of the last run; before the first, with one that is given up at once."""
    identity = Identity.kept(asked.store, asked.user)
    if session is not None:
        return _judged(await published(client), identity, session)
    async with _signed_in(client, asked) as may_sign_in:
        if not may_sign_in:
            wrong = f"refused for {asked.user}; is it this account's password?"
            return Look((f"matrix.password: {wrong}",))
        doubt = doubt_about(await published(client), identity, "")
        if doubt in (Doubt.LOST, Doubt.OTHER) and await _is_in_rooms(client):
            return Look((f"matrix: {doubt.value}",))
    return Look()


def _judged(shown: Published, identity: Identity | None, session: Session) -> Look:
    doubt = doubt_about(shown, identity, session.device_id)
    if identity is None or doubt is not None:
        return Look((f"matrix: {(doubt or Doubt.LOST).value}",))
    strangers = [one for one in shown.devices if not shown.signs(one)]
    if strangers:
        return Look(tuple(_unsigned(one, shown) for one in strangers))
    key = public_key(identity.master)
    return Look(
        good=(
            f"matrix: device {session.device_id} is signed by its owner, {session.user_id},"
            f" whose key is {key}",
        )
    )


def _unsigned(device: str, shown: Published) -> str:
    name = text_of(mapping(shown.devices[device].get("unsigned")).get("device_display_name"))
    return (
        f"matrix: {shown.user} is also signed in on the device {device} ({name or 'no name'}),"
        " which can read what the bot reads; sign out there, or, if it is none of yours, change"
        " the password"
    )


@asynccontextmanager
async def _signed_in(client: AsyncClient, asked: Asked) -> AsyncIterator[bool]:
    """Whether the homeserver takes the password; the device made for it is given up at the end."""
    words = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": asked.user},
        "password": asked.password,
        "initial_device_display_name": "check",
    }
    answer = await call(client, "POST", f"{_CLIENT}/login", words)
    refused = answer.status == 403
    client.access_token = "" if refused else text_of(answer.ok().get("access_token"))
    try:
        yield not refused
    finally:
        if client.access_token:
            await call(client, "POST", f"{_CLIENT}/logout", {})


async def _is_in_rooms(client: AsyncClient) -> bool:
    said = (await call(client, "GET", f"{_CLIENT}/joined_rooms")).ok()
    return bool(items(said.get("joined_rooms")))


async def _replaced(client: AsyncClient, asked: Asked, session: Session | None) -> Look:
    if session is None:
        return Look(("matrix: the bot has not signed in yet; start it once first",))
    store = asked.store
    identity = Identity.kept(store, asked.user) or Identity.made(store, asked.user)
    await publish(client, identity, asked.password)
    key = public_key(identity.master)
    return Look(
        good=(
            f"matrix: {asked.user} shows the identity whose key is {key}; a running bot signs its"
            " device with it at once, another when it starts",
        )
    )
