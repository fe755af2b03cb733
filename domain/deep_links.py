"""Links that open the bot at one thing, and the proof that the bot made them.

Knows how a link's word is written and proved. Must not know what opening it shows, nor to whom.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

LONGEST = 64
"""Characters of a word that Telegram carries in a link: letters, digits, _ and -."""

PROOF = 12
"""Characters of a proof, six bits each: nobody guesses 72 bits one message at a time."""

_WORD = re.compile(
    rf"(?P<kind>[a-z]+)_(?P<number>[1-9]\d{{0,17}})_(?P<proof>[\w-]{{{PROOF}}})", re.ASCII
)


class Opens(StrEnum):
    """What a link may lead to."""

    QUESTION = "q"
    ENTRY = "fiche"
    FABRIQUE = "fabrique"


@dataclass(frozen=True)
class Claim:
    """What a link says it leads to, not yet believed."""

    opens: Opens
    number: int
    proof: str

    def is_ours(self, key: str) -> bool:
        """Whether whoever has the key made the link; takes as long for a near miss."""
        return hmac.compare_digest(self.proof, _proof(key, self.opens, self.number))


def word(key: str, opens: Opens, number: int) -> str:
    """The word of a link to a thing; ValueError without a key, which would prove nothing."""
    if not key:
        raise ValueError("a link is proved with a key")
    return f"{opens.value}_{number}_{_proof(key, opens, number)}"


def claimed(typed: str) -> Claim | None:
    """What a word claims to lead to; None for any other word."""
    found = _WORD.fullmatch(typed)
    if found is None or found["kind"] not in set(Opens):
        return None
    return Claim(Opens(found["kind"]), int(found["number"]), found["proof"])


def _proof(key: str, opens: Opens, number: int) -> str:
    digest = hmac.digest(key.encode(), f"{opens.value}_{number}".encode(), sha256)
    return urlsafe_b64encode(digest).decode()[:PROOF]
