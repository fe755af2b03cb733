"""The same person on two platforms: a code that is read on one and typed on the other.

Knows who may say what about a code, and when. Must not know rows or chats.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hmac import compare_digest

from domain.errors import Refusal
from domain.people import Standing

VALID = timedelta(minutes=10)
"""How long a code is worth something, to its last yes."""

WINDOW = timedelta(hours=1)
CODES_MOST, TRIES_MOST = 5, 5
"""Codes that an account is given, and wrong ones that it may type, in that time."""

ALPHABET = "ABCDEFGHIJKMNPQRSTUVWXYZ23456789"
"""No letter that is mistaken for another when somebody reads a code aloud; five bits each."""

LENGTH = 8
_JOINERS = re.compile(r"[\s\-‐‑‒–—]+")
_ALONE = re.compile(r"\s*[A-Za-z2-9]{4}[-‐‑‒–—][A-Za-z2-9]{4}\s*")


@dataclass(frozen=True)
class Identity:
    """An account as its platform knows it, whichever fabrique it speaks to."""

    platform: str
    account: str


class CodeState(StrEnum):
    """Where a code stands. TYPED on the other side, then AGREED to there; USED or BURNT, it is
    worth nothing any more.
    """

    FRESH = "fresh"
    TYPED = "typed"
    AGREED = "agreed"
    USED = "used"
    BURNT = "burnt"


LIVE = frozenset({CodeState.FRESH, CodeState.TYPED, CodeState.AGREED})


@dataclass(frozen=True)
class Side:
    """One side of a link to be: an account, and the person it is where it spoke."""

    identity: Identity
    person: int


@dataclass(frozen=True)
class Code:
    """A code that was given to `issuer`, and that `typer` typed. It is kept by its digest alone."""

    id: int
    issuer: Side
    digest: str
    at: datetime
    state: CodeState = CodeState.FRESH
    typer: Side | None = None

    def lives(self, now: datetime) -> bool:
        """Whether anything may still come of it."""
        return self.state in LIVE and now - self.at < VALID

    def other_than(self, identity: Identity) -> Side | None:
        """Whoever stands across from one of the two; None for anybody else."""
        if identity == self.issuer.identity:
            return self.typer
        return self.issuer if self.typer and identity == self.typer.identity else None


def fresh(chance: str) -> str:
    """A code made of chance, as it is shown: eight letters, 40 bits. It has a letter and a digit,
    so that no word and no number is taken for one.
    """
    while True:
        drawn = hashlib.sha256(chance.encode()).digest()[:LENGTH]
        code = "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn)
        if _is_mixed(code):
            return f"{code[:4]}-{code[4:]}"
        chance += "."


def read(typed: str) -> str | None:
    """The letters of a code however they are spaced or written small; None for anything else."""
    letters = _JOINERS.sub("", typed[:60]).upper()
    valid = len(letters) == LENGTH and set(letters) <= set(ALPHABET)
    return letters if valid else None


def is_a_code(sentence: str) -> bool:
    """Whether a whole message looks like a code, typed as it is shown."""
    return _ALONE.fullmatch(sentence) is not None and _is_mixed(read(sentence) or "")


def digest(letters: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(letters.encode()).hexdigest()


def meant(letters: str, live: Iterable[Code]) -> Code | None:
    """The code that was typed. Each is compared whole, so that time tells nothing."""
    typed, found = digest(letters), None
    for code in live:
        if compare_digest(code.digest, typed):
            found = code
    return found


def typed_by(code: Code, side: Side) -> Code:
    """The code once somebody typed it: nobody else can any more."""
    if side.identity == code.issuer.identity:
        raise Refusal("refusal-link-own-code")
    if side.identity.platform == code.issuer.identity.platform:
        raise Refusal("refusal-link-same-platform")
    return replace(code, state=CodeState.TYPED, typer=side)


def agreed(code: Code, by: Identity, *, now: datetime) -> Code:
    """The code once whoever typed it said that the other account is theirs."""
    return _answered(code, by, CodeState.TYPED, CodeState.AGREED, now=now)


def used(code: Code, by: Identity, *, now: datetime) -> Code:
    """The code once whoever was given it said so too."""
    return _answered(code, by, CodeState.AGREED, CodeState.USED, now=now)


def _answered(
    code: Code, by: Identity, expected: CodeState, then: CodeState, *, now: datetime
) -> Code:
    whose = code.typer if expected is CodeState.TYPED else code.issuer
    if whose is None or whose.identity != by or code.state is not expected or not code.lives(now):
        raise Refusal("refusal-link-over")
    return replace(code, state=then)


def standing_of_both(standings: Collection[Standing]) -> Standing:
    """How somebody stands who was two: a block holds for both, and nobody left who is here."""
    for standing in (Standing.BLOCKED, Standing.MET):
        if standing in standings:
            return standing
    return next(iter(standings))


def _is_mixed(code: str) -> bool:
    return any(one.isdigit() for one in code) and any(one.isalpha() for one in code)
