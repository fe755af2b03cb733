"""What a dump shows: rows of the database with people under the name they came with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.ledger import Account
from storage import Store

Rows = list[dict[str, Any]]


async def rows_of(store: Store, what: str, zone: ZoneInfo) -> Rows:
    """The rows of one kind, with exactly the keys that `simulate` promises."""
    return await DUMPS[what](store, _Shown(store, zone))


class _Shown:
    """People and moments as a dump writes them."""

    def __init__(self, store: Store, zone: ZoneInfo) -> None:
        self._store = store
        self._zone = zone

    async def person(self, number: int | None) -> str:
        if number is None:
            return "team"
        accounts = await self._store.people.accounts(number)
        return accounts[0][1] if accounts else (await self._store.people.person(number)).name

    async def account(self, account: Account) -> str:
        """Under the account they first came with; the pot and the team by their kind."""
        if account.person is not None:
            return await self.person(account.person)
        called = await self._store.ledger.called(account)
        return called if isinstance(called, str) else account.kind.value

    def moment(self, at: datetime | None) -> str | None:
        return at.astimezone(self._zone).isoformat() if at else None


async def _ledger(store: Store, shown: _Shown) -> Rows:
    return [
        {
            "exchange": exchange.id,
            "giver": await shown.account(exchange.giver),
            "receiver": await shown.account(exchange.receiver),
            "minutes": exchange.minutes,
            "day": exchange.day.isoformat(),
            "subject": exchange.subject,
            "kind": exchange.kind.value,
            "confirmed_at": shown.moment(exchange.confirmed_at),
        }
        for exchange in await store.exchanges.confirmed()
        if exchange.counts
    ]


async def _balances(store: Store, shown: _Shown) -> Rows:
    held: dict[str, int] = {}
    for account, minutes in await store.ledger.balances():
        name = await shown.account(account)  # who was two people has two
        held[name] = held.get(name, 0) + minutes
    return [{"account": name, "minutes": minutes} for name, minutes in held.items()]


async def _deliveries(store: Store, shown: _Shown) -> Rows:
    return [
        {
            "kind": row.kind,
            "issue": row.issue,
            "chat": address.address,
            "part": row.part,
            "state": "waiting" if row.state == "claimed" else row.state,
            "at": shown.moment(row.done_at),
        }
        for row, address in await store.said.deliveries()
    ]


async def _audit(store: Store, shown: _Shown) -> Rows:
    return [
        {
            "at": shown.moment(act.at),
            "by": await shown.person(act.by),
            "act": act.act,
            "on": act.on,
        }
        for act in await store.audit.all()
    ]


async def _events(store: Store, shown: _Shown) -> Rows:
    return [
        {
            "title": event.title,
            "start": shown.moment(event.start),
            "end": shown.moment(event.end),
            "place": event.place,
            "state": event.state.value,
            "status": event.status.value,
            "source": event.source,
        }
        for event in await store.events.all()
    ]


async def _introductions(store: Store, shown: _Shown) -> Rows:
    return [
        {
            "need": introduction.need.text,
            "asker": await shown.person(introduction.need.person),
            "helper": await shown.person(introduction.helper),
            "state": introduction.state.value,
        }
        for introduction in await store.introductions.all()
    ]


DUMPS: Mapping[str, Callable[[Store, _Shown], Awaitable[Rows]]] = {
    "ledger": _ledger,
    "balances": _balances,
    "deliveries": _deliveries,
    "audit": _audit,
    "events": _events,
    "introductions": _introductions,
}
