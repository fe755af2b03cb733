"""The letter by e-mail: addresses as people type them, codes that prove them, and the ledger of
what is sent: when something is tried again, and when no longer.

Must not know the wire, nor what a letter says.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.errors import Refusal
from domain.events import plain
from domain.linking import ALPHABET

ADDRESS_MOST = 254  # RFC 5321, 4.5.3.1.3, less the angle brackets
LOCAL_MOST = 64

ASKS_A_DAY = 3
"""Times that a person may ask for a mail, and that an address is written to for it, in a day."""

VALID = timedelta(days=3)
"""How long a code is worth something: mail is not read at once."""

PACE = timedelta(seconds=2)
"""Between two mails: thirty a minute, which small relays take."""

WAITS = tuple(timedelta(minutes=m) for m in (5, 15, 45, 120, 360, 720))
"""Between tries; the last one repeats."""

GIVEN_UP = timedelta(days=3)

ASKING, ASKED, TAKEN_BACK = "ask", "ask:", "ask-"
"""What a mailing's issue begins with when it asks an address whether it wants the letter: in any
case, while its asker waits, and once they do no more.
"""

SERVES = timedelta(hours=1)
"""How long a relay that took a mail for somebody is believed when it says that another address is
nobody's: one that is set up wrongly says so of everybody.
"""

SAID_MOST = 200
"""Characters of a relay's words that are retold."""

CODE_LENGTH = 10
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_JOINERS = re.compile(r"[\s\-\u2010-\u2014.]+")
_STATUS = re.compile(r"\s*5\.(\d{1,3})\.(\d{1,3})\b")
_SENDERS = frozenset({7, 8})
_WHO = "user|mailbox|recipient|address|account"
_NOBODY = re.compile(
    rf"\b(?:no such|unknown|invalid) (?:{_WHO})\b"
    rf"|\b(?:{_WHO})\b.*\b(?:unknown|not found|not exist|n't exist|not known)\b",
    re.IGNORECASE | re.DOTALL,
)
_WRAPPED = re.compile(r"(?:mailto:)?\s*<?(?P<address>[^<>]*)>?\s*[.,;]?", re.I)


class Sent(StrEnum):
    """Where one mail stands. UNKNOWN: it was handed over, and no answer came."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    UNKNOWN = "unknown"
    REFUSED = "refused"


@dataclass(frozen=True)
class Reader:
    """An address that has the letter, or that somebody asked it for. `refused_at`: its server said
    for good that it takes nothing for it.
    """

    id: int
    address: str
    token: str
    language: str
    person: int | None
    confirmed_at: datetime | None = None
    refused_at: datetime | None = None

    @property
    def reads(self) -> bool:
        """Whether the letter goes there."""
        return self.confirmed_at is not None and self.refused_at is None


@dataclass(frozen=True)
class Mailing:
    """One mail to one reader, about an issue or (`ASKING`) to ask whether they want it."""

    id: int
    fabrique: int
    reader: Reader
    issue: str
    tries: int
    since: datetime
    asked_by: int | None = None

    @property
    def asks(self) -> bool:
        """Whether it asks instead of telling."""
        return self.issue.startswith(ASKING)


def address_typed(text: str) -> str:
    """An address as it is kept; Refusal for what no mail can reach."""
    match = _WRAPPED.fullmatch(text.strip())
    address = match["address"].strip() if match else ""
    local, at, domain = address.rpartition("@")
    domain = _ascii(domain.lower())
    labels = domain.split(".")
    good = (
        at
        and len(local) <= LOCAL_MOST
        and _LOCAL.fullmatch(local)
        and len(labels) > 1
        and all(map(_LABEL.fullmatch, labels))
        and re.search("[a-z]", labels[-1])
        and len(local) + 1 + len(domain) <= ADDRESS_MOST
    )
    if not good:
        raise Refusal("refusal-mail-address")
    return f"{local}@{domain}".lower()


def _ascii(domain: str) -> str:
    """A name with accents as the network writes it; empty when it cannot be."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def code_of(token: str) -> str:
    """The code that a mail shows: fifty bits that tell nothing of the token they come from."""
    drawn = hashlib.sha256(f"code {token}".encode()).digest()[:CODE_LENGTH]
    code = "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn)
    return f"{code[:5]}-{code[5:]}"


def code_typed(text: str) -> str | None:
    """A code however it is spaced or written small, as it is shown; None for anything else."""
    letters = _JOINERS.sub("", text[:60]).upper()
    if len(letters) != CODE_LENGTH or not set(letters) <= set(ALPHABET):
        return None
    return f"{letters[:5]}-{letters[5:]}"


def names_nobody(code: int, said: str) -> bool:
    """Whether a refusal says that an address is nobody's (RFC 3463, X.1; in plain words, where it
    has no such code). Everything else is about us, or about this mail.
    """
    if status := _STATUS.match(said):
        return int(status[1]) == 1 and int(status[2]) not in _SENDERS
    return code == 550 and _NOBODY.search(said) is not None


def retold(code: int, said: str, address: str = "") -> str:
    """A server's answer on one line, for whoever runs the bot: no address stands in it."""
    hidden = [re.escape(part) for part in (address, address.rpartition("@")[0]) if part]
    found = "|".join([r"[^\s<>]*@[^\s<>]*", *(rf"\b{one}\b" for one in hidden)])
    words = plain(re.sub(found, "…", " ".join(said.split()), flags=re.I), most=SAID_MOST)
    return f"{code} {words}".strip()


def again_at(now: datetime, mailing: Mailing) -> datetime | None:
    """When a mail that was put off is tried again; None once it has waited too long."""
    if now - mailing.since >= GIVEN_UP:
        return None
    return now + WAITS[min(max(mailing.tries, 1), len(WAITS)) - 1]
