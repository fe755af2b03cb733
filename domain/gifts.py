"""Hours given away, to somebody or to the pot, and hours asked of the pot.

A gift moves hours that were counted before: nobody gives away more than they have. Asking is never
refused for a balance.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from domain import durations
from domain.errors import Refusal
from domain.ledger import AccountKind
from domain.numbers import TAKEN, blank
from domain.people import flat, name_at
from domain.sentences import SENTENCE_MOST
from domain.timebank import SUBJECT_MOST, Exchange, ExchangeState, Party, contested
from domain.values import Minutes


@dataclass(frozen=True)
class Wish:
    """What one message says of a gift; `to_pot` or `name` says to whom."""

    minutes: int | None = None
    to_pot: bool = False
    name: str | None = None
    subject: str | None = None
    refusal: Refusal | None = None


_POT = re.compile(
    r"\b(?:au|le|du|to the|the|from the|in the) (?:(?:pot|common pot)(?: commun)?|commun|common)\b"
)
_TO = re.compile(r"(?:\b(?:a|to|pour|for)\s+(?=@|[^\W\d_])|(?=@))")
_HANDLE = re.compile(r"@\w[\w.:=/+-]*")
_WHY = re.compile(r"\b(?:pour|for)\s+")
_TIES = re.compile(r"^(?:[\s,;:.–-]|(?:de|d'|of|a|to)\s)+")


def read(text: str, *, day: int = durations.DAY) -> Wish:
    """How long, to whom, and what for."""
    if len(text) > SENTENCE_MOST:
        return Wish(refusal=Refusal("refusal-subject-too-long", most=SUBJECT_MOST))
    text = " ".join(unicodedata.normalize("NFC", text).replace(TAKEN, " ").split())
    lengths = durations.find(text, day=day)
    for one in lengths:
        text = blank(text, one.start, one.end)
    text, to_pot = _without_pot(text)
    name, text = (None, text) if to_pot else _name(text)
    why = _WHY.search(flat(text))
    subject = text[why.end() :].replace(TAKEN, " ").strip(" .?!") if why else ""
    try:
        minutes = durations.settle(lengths) if lengths else None
    except Refusal as refusal:
        return Wish(to_pot=to_pot, name=name, subject=subject or None, refusal=refusal)
    return Wish(minutes, to_pot, name, subject or None)


def _without_pot(text: str) -> tuple[str, bool]:
    found = _POT.search(flat(text))
    return (blank(text, *found.span()), True) if found else (text, False)


def _name(text: str) -> tuple[str | None, str]:
    """The person after "à" or "to", or the first one mentioned; a "pour" before them is theirs."""
    if handle := _HANDLE.search(text):
        before = re.search(r"(?:\S+ )?$", text[: handle.start()])
        start = before.start() if before and _is_tie(before[0]) else handle.start()
        return handle[0].rstrip(".:,"), blank(text, start, handle.end())
    for tie in re.finditer(r"\b(?:a|to|pour|for) ", flat(text)):
        small = tie[0] in ("a ", "to ")
        if span := name_at(text, tie.end(), small=small):
            return text[slice(*span)], blank(text, tie.start(), span[1])
    return None, text


def _is_tie(word: str) -> bool:
    return flat(word).strip() in ("a", "to", "pour", "for")


def affordable(minutes: int, balance: int) -> int:
    """The same minutes, when somebody has as many to give away: the pot lends nothing for gifts."""
    if balance <= 0:
        raise Refusal("refusal-gift-nothing")
    if minutes > balance:
        raise Refusal("refusal-gift-short", balance=Minutes(balance))
    return minutes


def given_to_pot(gift: Exchange, *, by: Party, at: datetime) -> Exchange:
    """A gift to the pot counts on the giver's own word: it credits nobody."""
    if gift.receiver.kind is not AccountKind.POT or gift.giver.id not in by.accounts:
        raise Refusal("refusal-exchange-not-yours")
    state = ExchangeState.CONFIRMED
    return replace(gift, state=state, confirmed_by=by.person, confirmed_at=at)


def declined(gift: Exchange, *, by: Party) -> Exchange:
    """A gift, or a wish, that the other side declines: nothing moved, nobody is in the wrong."""
    return replace(contested(gift, by=by), state=ExchangeState.CANCELLED)
