"""Corrections: what counted is never changed, the difference is a new exchange linked to it.

After any number of corrections the net effect is what the last confirmed one said. Must not know
rows or chats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from domain import durations
from domain.contests import must_be_neither
from domain.errors import Refusal
from domain.ledger import AccountKind, Kind
from domain.people import flat
from domain.timebank import OPEN, Exchange, ExchangeState, Party, legs

_OTHER_WAY = re.compile(
    r"\b(?:dans )?l'autre sens\b|\ba l'envers\b|\bl'inverse\b|\b(?:the )?other way(?: round)?\b"
)


def net(original: Exchange, corrections: Iterable[Exchange] = ()) -> int:
    """What an exchange comes to with its confirmed corrections: minutes from its giver to its
    receiver, below zero when they go the other way.
    """
    confirmed = [one for one in corrections if one.state is ExchangeState.CONFIRMED]
    return sum(moves(original, one) for one in (original, *confirmed))


def moves(original: Exchange, one: Exchange) -> int:
    """What an exchange or a correction of it adds to what it comes to."""
    giver = original.giver.id
    total = sum(leg.minutes for leg in legs(one) if leg.account == giver)
    return -total if original.kind.moves_hours else total


def says_other_way(text: str) -> bool:
    """Whether words say that the other one gave."""
    return bool(_OTHER_WAY.search(flat(text)))


def read(typed: str, now: int, *, day: int = durations.DAY) -> int:
    """What an exchange should come to, as somebody writes it.

    "The other way" with a duration is against how it was noted, alone against what it comes to now.
    A duration alone keeps the way it goes now.
    """
    folded = flat(typed)
    said = _OTHER_WAY.sub(" ", folded)
    turned = said != folded
    if turned and not durations.find(said):
        return -now
    minutes = durations.read(said, day=day)
    return -minutes if turned or now < 0 else minutes


def must_be_correctable(original: Exchange, corrections: Sequence[Exchange]) -> None:
    """Refuse what cannot be corrected, or not now."""
    if original.kind is Kind.CORRECTION:
        raise Refusal("refusal-correction-again")
    if original.state is not ExchangeState.CONFIRMED:
        raise Refusal("refusal-correction-unconfirmed")
    partner = AccountKind.FABRIQUE in (original.giver.kind, original.receiver.kind)
    if partner or original.kind is Kind.SETTLEMENT:
        raise Refusal("refusal-correction-by-team")
    if any(one.state in OPEN or one.state is ExchangeState.CONTESTED for one in corrections):
        raise Refusal("refusal-correction-waits")


def correction(
    original: Exchange,
    corrections: Sequence[Exchange],
    should: int,
    *,
    by: Party,
    at: datetime,
    reason: str = "",
) -> Exchange:
    """What has to be added so that an exchange comes to `should`; the other side confirms it.

    The team's counts at once. A gift can be made smaller or larger, not be turned round.
    """
    must_be_correctable(original, corrections)
    if should < 0 and original.kind.moves_hours:
        raise Refusal("refusal-correction-gift")
    if should:
        durations.allowed(abs(should))
    difference = should - net(original, corrections)
    if not difference:
        raise Refusal("refusal-correction-same")
    proposed = replace(
        original,
        id=0,
        kind=Kind.CORRECTION,
        minutes=abs(difference),
        noted_by=by.person,
        noted_at=at,
        noted_for=None,
        state=ExchangeState.PROPOSED,
        corrects=original.id,
        replaces=None,
        session=None,
        need=None,
        offer=None,
        reason=reason,
        reminders=0,
        confirmed_by=None,
        confirmed_at=None,
    )
    if (difference > 0) is original.kind.moves_hours:
        proposed = replace(proposed, giver=original.receiver, receiver=original.giver)
    return _by_team(proposed, by, at) if by.team else _by_side(proposed, by)


def _by_team(proposed: Exchange, by: Party, at: datetime) -> Exchange:
    must_be_neither(proposed, replace(by, person=0))
    state = ExchangeState.CONFIRMED
    return replace(proposed, state=state, confirmed_by=by.person, confirmed_at=at)


def _by_side(proposed: Exchange, by: Party) -> Exchange:
    """On whose side somebody asks: their own account before one that they act for."""
    sides = (proposed.giver, proposed.receiver)
    mine = [side.id for side in sides if side.id in by.accounts]
    own = [side.id for side in sides if side.person == by.person]
    if not mine:
        raise Refusal("refusal-exchange-not-yours")
    return replace(proposed, noted_for=(own or mine)[0])
