"""An exchange as it is shown: with the names of those it concerns, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.timebank import Exchange
from domain.values import Phrase

Holder = str | Phrase
"""How an account is called: a name, or words for the pot and the team."""


class Voice(StrEnum):
    """Who made an exchange count."""

    SIDE = "side"
    TEAM = "team"
    NOBODY = "nobody"


@dataclass(frozen=True)
class ExchangeCase:
    """An exchange and what its card tells.

    `awaited` is who has to speak, None where only the team can. `confirmer` is the name of whoever
    confirmed it, `by_side` whether they spoke for the awaited side. `before` is the note that it
    replaces, or the exchange that it corrects, with the names of its sides; `comes_to` is what that
    one would come to, and `came_to` what it does now. `replaced`: another note stands in its place.
    """

    exchange: Exchange
    giver: Holder
    receiver: Holder
    noter: str
    awaited: Holder | None = None
    confirmer: str = ""
    by_side: bool = False
    before: Exchange | None = None
    before_sides: tuple[Holder, Holder] = ("", "")
    came_to: int = 0
    comes_to: int = 0
    replaced: bool = False

    @property
    def voice(self) -> Voice:
        """Who made it count; what was settled after a contest counts by the team."""
        exchange = self.exchange
        if exchange.confirmed_by is None:
            return Voice.NOBODY
        led = exchange.referent is not None and exchange.confirmed_by == exchange.referent
        settled = bool(exchange.reason) and not self.by_side
        if (exchange.waits_for_team and not led) or settled:
            return Voice.TEAM
        return Voice.SIDE
