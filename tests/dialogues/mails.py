"""A talk whose bot sends mail to a real server on this machine."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any

from bot.letters.mail import Sender
from bot.mail import Relay
from chat.desk import Outlets
from tests.dialogues.test_letter_desk import proposed, until
from tests.talk import Talk
from tests.wire.smtp import Office, office

SITE = "https://bot.exemple.org"
ADA = "ada@exemple.org"


def mails_through(talk: Talk, port: int, *, site: str | None = SITE, **more: Any) -> None:
    """The operator names a relay, and starts the bot anew."""
    sender = Sender("lettre@exemple.org", "bonjour@exemple.org", site)
    app = talk.stage.app
    app.postman.relay = Relay("127.0.0.1", port, more.pop("tls", "none"), sender, **more)
    app.dispatcher.outlets = Outlets(mails=True, site=site)


@asynccontextmanager
async def mailing(
    talk: Talk, made: Office | None = None, *, site: str | None = SITE
) -> AsyncIterator[Office]:
    """The same, with a server for as long as the block lasts."""
    async with office(made or Office()) as server:
        mails_through(talk, server.port, site=site)
        yield server


def words(message: EmailMessage, kind: str = "plain") -> str:
    """What a mail says in plain words, or as HTML."""
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def code_in(message: EmailMessage) -> str:
    """The code that a mail shows."""
    found = re.search(r"(?m)^[A-Z2-9]{5}-[A-Z2-9]{5}$", words(message))
    assert found, words(message)
    return found[0]


async def subscribed(talk: Talk, server: Office, who: str = "Ada", address: str = ADA) -> None:
    """Somebody asks for the letter by e-mail, and their address says yes."""
    await talk.say(who, f"/lettre email {address}")
    answer = await talk.say(who, code_in(server.got[-1]).lower().replace("-", " "))
    assert address in "".join(answer)


async def letter_leaves(talk: Talk, text: str = "Le verger est planté") -> None:
    """A letter with one line leaves on the first of February."""
    await proposed(talk, text)
    await until(talk, "2026-02-01T08:10:00+01:00")
