"""When somebody leaves: their account is brought to zero against the pot, where all can see it.

Hours that were left over go to everybody; hours that were owed, the pot writes off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.ledger import Account, Kind
from domain.needs import NeedState
from domain.people import Standing
from domain.timebank import Exchange, ExchangeState

KEPT_OUT = frozenset({Standing.LEFT, Standing.BLOCKED})
"""With whom, and by whom, no time is noted. They may still ask the permanence."""


@dataclass(frozen=True)
class Ended:
    """A need that ended with a departure: how it stood, and who was told that it is over."""

    need: int
    state: NeedState
    helpers: Sequence[int]


def ended_kept(ended: Iterable[Ended]) -> str:
    """What ended, on one line, as a choice remembers it."""
    return ";".join(
        " ".join((str(one.need), one.state.value, *map(str, one.helpers))) for one in ended
    )


def ended_in(kept: str) -> list[Ended]:
    """What a choice remembers of it."""
    found = []
    for line in filter(None, kept.split(";")):
        need, state, *helpers = line.split()
        found.append(Ended(int(need), NeedState(state), tuple(map(int, helpers))))
    return found


def settled(
    account: Account, pot: Account, balance: int, *, by: int, at: datetime, today: date
) -> Exchange | None:
    """What brings a balance to zero, confirmed by the team; None when it is there already."""
    if balance == 0:
        return None
    giver, receiver = (account, pot) if balance > 0 else (pot, account)
    return moved(giver, receiver, abs(balance), by=by, at=at, day=today)


def opened(
    account: Account, pot: Account, balance: int, *, by: int, at: datetime, day: date
) -> Exchange:
    """What brings a balance from an earlier book into an empty account; not for zero."""
    giver, receiver = (pot, account) if balance > 0 else (account, pot)
    return moved(giver, receiver, abs(balance), by=by, at=at, day=day)


def undone(settlement: Exchange, *, by: int, at: datetime, today: date) -> Exchange:
    """The settlement the other way round, linked to it."""
    giver, receiver = settlement.receiver, settlement.giver
    back = moved(giver, receiver, settlement.minutes, by=by, at=at, day=today)
    return replace(back, corrects=settlement.id)


def moved(
    giver: Account, receiver: Account, minutes: int, *, by: int, at: datetime, day: date
) -> Exchange:
    """Hours that the team moves from one account to another."""
    return Exchange(
        id=0,
        giver=giver,
        receiver=receiver,
        minutes=minutes,
        day=day,
        subject="",
        noted_by=by,
        noted_at=at,
        state=ExchangeState.CONFIRMED,
        kind=Kind.SETTLEMENT,
        confirmed_by=by,
        confirmed_at=at,
    )
