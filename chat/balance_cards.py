"""A balance as its owner reads it: no number is a reproach, and zero looks good."""

from __future__ import annotations

from collections.abc import Iterator

from chat.words import Reply, say
from domain.fabriques import TimePolicy
from domain.statements import Turnover
from domain.values import Lines, Minutes, Phrase


def own_balance(
    balance: int, turned: Turnover, policy: TimePolicy, *, paid: tuple[int, int], waiting: int
) -> Reply:
    """How much one has; `paid` are minutes of paid missions, given and received."""
    return say(
        "balance",
        mood=Phrase(_mood(balance, turned, policy), {"balance": Minutes(balance)}),
        lines=Lines(tuple(_lines(turned, paid, waiting))),
    )


def _mood(balance: int, turned: Turnover, policy: TimePolicy) -> str:
    """The words that go with a balance."""
    if balance < policy.soft_floor:
        return "balance-far-below"
    if balance > policy.soft_ceiling:
        return "balance-far-above"
    if balance < 0:
        return "balance-below"
    if balance > 0:
        return "balance-above"
    return "balance-even" if turned.given or turned.received else "balance-begins"


def _lines(turned: Turnover, paid: tuple[int, int], waiting: int) -> Iterator[Phrase]:
    """What was given and received; then what only some have, where there is any."""
    both = {"given": Minutes(turned.given), "received": Minutes(turned.received)}
    yield Phrase("balance-turned", both)
    for message, minutes in (
        ("balance-gained", turned.gained),
        ("balance-ceded", turned.ceded),
        ("balance-paid-given", paid[0]),
        ("balance-paid-received", paid[1]),
    ):
        if minutes:
            yield Phrase(message, {"time": Minutes(minutes)})
    yield Phrase("balance-waiting", {"waiting": waiting})
