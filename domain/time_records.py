"""Exchanges as books show them: with every name beside them, whatever became of them."""

from __future__ import annotations

from dataclasses import dataclass

from domain.timebank import Exchange
from domain.values import Phrase

Holder = str | Phrase
"""How an account is called: a name, or words for the pot and the team."""


@dataclass(frozen=True)
class Record:
    """An exchange, and how those it mentions are called."""

    exchange: Exchange
    giver: Holder
    receiver: Holder
    noted_by: str
    confirmed_by: str
    group: str
