"""How far a balance may go: a gentle word beyond one line, a refusal beyond another.

Knows what a fabrique decided; must not know who holds an account, nor why it moves.
"""

from __future__ import annotations

from enum import StrEnum

from domain.errors import Refusal
from domain.fabriques import TimePolicy
from domain.values import Minutes


class Leaning(StrEnum):
    """Where a balance stands: within what is usual, or far to one side."""

    EVEN = "even"
    RECEIVES = "receives"
    GIVES = "gives"


def leaning(balance: int, policy: TimePolicy) -> Leaning:
    """Whether a balance is worth a gentle word."""
    if balance < policy.soft_floor:
        return Leaning.RECEIVES
    if balance > policy.soft_ceiling:
        return Leaning.GIVES
    return Leaning.EVEN


def must_allow(balance: int, change: int, policy: TimePolicy, *, name: object, first: bool) -> None:
    """Refuse what would take somebody's balance beyond a limit, where the fabrique set one.

    Whoever is beyond already may always come back, and the first exchange never fails.
    """
    after = balance + change
    if first:
        return
    if policy.floor is not None and change < 0 and after < policy.floor:
        raise Refusal("refusal-balance-floor", name=name, limit=Minutes(policy.floor))
    if policy.ceiling is not None and change > 0 and after > policy.ceiling:
        raise Refusal("refusal-balance-ceiling", name=name, limit=Minutes(policy.ceiling))
