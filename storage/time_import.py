"""A former book brought into the time bank of one fabrique, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.ledger import Account, AccountKind
from domain.people import Standing
from domain.time_import import Plan, Side, Sided, key_of, plan
from domain.time_lines import Line
from domain.timebank import OPEN, Exchange, ExchangeState
from storage.audit import Audit
from storage.exchanges import Exchanges
from storage.ledger import Ledger
from storage.people import People
from storage.time_keeping import TimeKeeping

AGAIN = OPEN | {ExchangeState.CONFIRMED}
"""An exchange that counts, or may still, is not told a second time."""


@dataclass(frozen=True)
class TimeImport:
    """Lines against what the book has, and into it."""

    session: AsyncSession
    fabrique: int

    async def plan(self, lines: Sequence[Line], *, create: bool) -> Plan:
        """What the lines would bring; nothing is kept. `create` makes people nobody knows."""
        days = [line.day for line in lines]
        exchanges = Exchanges(self.session, self.fabrique)
        there = await exchanges.on_days(min(days), max(days)) if days else []
        return plan(
            lines,
            people=await People(self.session, self.fabrique).everyone(),
            organisations=await TimeKeeping(self.session, self.fabrique).organisations(),
            there=[key_of(one) for one in there if one.state in AGAIN],
            create=create,
        )

    async def carry_out(self, planned: Plan, *, by: int, language: str, now: datetime) -> None:
        """Keep what is new as confirmed by the team, with the people that it needs."""
        people = People(self.session, self.fabrique)
        made = {
            name: (await people.introduce(name, Standing.OFFLINE, language=language, now=now)).id
            for name in planned.made
        }
        accounts: dict[Side, Account] = {}
        exchanges = []
        for one in planned.fresh:
            for side in (one.giver, one.receiver):
                if side not in accounts:
                    accounts[side] = await self._account(side, made)
            exchanges.append(_exchange(one, accounts, by=by, now=now))
        await TimeKeeping(self.session, self.fabrique).bring_in(exchanges)
        if exchanges:
            on = f"exchanges:{len(exchanges)}"
            await Audit(self.session, self.fabrique).note("import-time", on, by=by, now=now)

    async def _account(self, side: Side, made: dict[str, int]) -> Account:
        holder = side.holder
        if side.kind is AccountKind.PERSON and holder is None:
            holder = made[side.name]
        return await Ledger(self.session, self.fabrique).account(side.kind, holder)


def _exchange(one: Sided, accounts: dict[Side, Account], *, by: int, now: datetime) -> Exchange:
    line = one.line
    return Exchange(
        id=0,
        giver=accounts[one.giver],
        receiver=accounts[one.receiver],
        minutes=line.minutes,
        day=line.day,
        subject=line.subject,
        noted_by=by,
        noted_at=now,
        state=ExchangeState.CONFIRMED,
        kind=line.kind,
        paid=line.paid,
        skill=line.skill,
        confirmed_by=by,
        confirmed_at=now,
    )
