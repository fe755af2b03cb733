"""A real SMTP server on this machine for the tests: it takes mail, puts it off, refuses, dies."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

Answers = Callable[[str, int], str]
"""What is answered to a recipient at the n-th time, or to the n-th message."""


def takes(_about: str, _count: int) -> str:
    """Everything is welcome."""
    return "250 OK"


@dataclass
class Office:
    """What a server was handed, and how it answers. `dies` closes the line after a whole message,
    before any answer.
    """

    to: Answers = takes
    data: Answers = takes
    dies: int = 0
    account: tuple[str, str] | None = None
    got: list[EmailMessage] = field(default_factory=list)
    asked: int = 0
    lines: int = 0
    port: int = 0
    secure: list[bool] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the library's signature
        self,
        server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """Whether a recipient is taken."""
        del server
        self.asked += 1
        answer = self.to(address, self.asked)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - the library's signature
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Take a message; it counts as arrived even where the line dies before the answer."""
        answer = self.data("", len(self.got) + 1)
        content = cast(bytes, envelope.original_content)
        if answer.startswith("250"):
            self.got.append(message_from_bytes(content, policy=default))
            self.secure.append(session.ssl is not None)
        if self.dies:
            self.dies -= 1
            cast(asyncio.Transport, server.transport).abort()
        return answer

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: Any
    ) -> AuthResult:
        """Whether an account and its password are right."""
        given = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode())
        return AuthResult(success=given == self.account, handled=False)

    def addresses(self) -> list[str]:
        """To whom it took mail, in order."""
        return [str(one["To"]) for one in self.got]


@asynccontextmanager
async def office(made: Office, tls: ssl.SSLContext | None = None) -> AsyncIterator[Office]:
    """The server, listening on a free port until the block ends."""

    def session() -> SMTP:
        made.lines += 1
        return SMTP(
            made,
            hostname="relais.exemple.org",
            tls_context=tls,
            require_starttls=tls is not None,
            auth_required=made.account is not None,
            auth_require_tls=tls is not None,
            authenticator=made.authenticate if made.account else None,
        )

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", made.port)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        await server.wait_closed()
