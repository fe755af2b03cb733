"""SMTP: one mail to one address, and what became of it.

What matters is where it broke off. Before the message is handed over nothing was sent, and it is
tried again; once it is, an answer that is lost leaves it unknown.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import structlog
from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
)

from bot.letters.mail import Sender
from domain.mailings import names_nobody, retold

TIMEOUT = 30.0
"""Seconds for each step; a relay that takes longer is asked again later."""

log = structlog.get_logger(__name__)


class Outcome(StrEnum):
    """How a mail ended. NOBODY: the server knows of nobody at that address; LATER: it was not sent,
    and may be tried again; AWAY: the same, because the server itself does not serve us, so that no
    other mail need be tried now.
    """

    SENT = "sent"
    UNKNOWN = "unknown"
    NOBODY = "nobody"
    LATER = "later"
    AWAY = "away"


class Greeting(StrEnum):
    """How the relay received us, without any mail. OTHERWISE: it is there, and protects its line or
    knows accounts in another way.
    """

    WELCOME = "welcome"
    REFUSED = "refused"
    OTHERWISE = "otherwise"
    SILENT = "silent"


@dataclass(frozen=True)
class Result:
    """An outcome, and what the server said if it refuses for good: that is for whoever runs us."""

    outcome: Outcome
    said: str = ""


@dataclass(frozen=True)
class Relay:
    """The server that takes our mail, and in whose name. `trusts` holds certificates of its own
    that an operator names besides the system's.
    """

    host: str
    port: int
    tls: Literal["starttls", "tls", "none"]
    sender: Sender
    user: str | None = None
    password: str | None = None
    trusts: ssl.SSLContext | None = None


class Line:
    """A connection to the relay, opened for the first mail and kept for the next ones."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._smtp: SMTP | None = None

    async def send(self, address: str, message: bytes) -> Result:
        """Hand a mail over, and say what became of it; a line that broke is opened anew next."""
        try:
            smtp = await self._open()
            await smtp.mail(self._relay.sender.address)
        except (SMTPException, OSError, ssl.SSLError, ValueError) as error:
            return await self._broken(error, Outcome.AWAY)
        try:
            await smtp.rcpt(address)
        except SMTPRecipientRefused as error:
            nobody = names_nobody(error.code, error.message)
            return await self._broken(error, Outcome.NOBODY if nobody else Outcome.LATER, address)
        except (SMTPException, OSError) as error:
            return await self._broken(error, Outcome.AWAY)
        try:
            await smtp.data(message)
        except SMTPDataError as error:
            return await self._broken(error, Outcome.LATER, address)
        except (SMTPException, OSError) as error:
            return await self._broken(error, Outcome.UNKNOWN)
        return Result(Outcome.SENT)

    async def greeted(self) -> Greeting:
        """Open the line as for a mail, and close it: what a check may do."""
        try:
            await self._open()
        except SMTPAuthenticationError:
            return Greeting.REFUSED
        except (SMTPException, OSError, ValueError) as error:
            return Greeting.OTHERWISE if _differs(error) else Greeting.SILENT
        finally:
            await self.close()
        return Greeting.WELCOME

    async def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            smtp.close()

    async def _open(self) -> SMTP:
        if self._smtp is not None and self._smtp.is_connected:
            return self._smtp
        relay = self._relay
        self._smtp = SMTP(
            hostname=relay.host,
            port=relay.port,
            username=relay.user,
            password=relay.password,
            use_tls=relay.tls == "tls",
            start_tls=relay.tls == "starttls",
            tls_context=relay.trusts,
            local_hostname=relay.sender.domain,
            timeout=TIMEOUT,
        )
        await self._smtp.connect()
        return self._smtp

    async def _broken(self, error: Exception, outcome: Outcome, address: str = "") -> Result:
        """The line is closed; a refusal for good is retold, unless it is about an address."""
        code = error.code if isinstance(error, SMTPResponseException) else None
        log.warning("mail", kind=type(error).__name__, code=code)
        await self.close()
        if not isinstance(error, SMTPResponseException) or error.code < 500:
            return Result(outcome)
        if outcome is Outcome.NOBODY:
            return Result(outcome)
        return Result(outcome, retold(error.code, error.message, address))


def _differs(error: Exception) -> bool:
    """Whether somebody answered, and not as we asked: no STARTTLS, no account, no TLS."""
    return isinstance(error.__cause__ or error, ssl.SSLError) or type(error) is SMTPException
