"""Who and what stands in a database before a claim is tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from domain.fabriques import Fabrique
from domain.timebank import Exchange, propose
from storage import Database, Store
from storage.chats import Address
from storage.outbox import Outgoing
from storage.people import Account

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
ADA = Account("telegram", "1001", "Ada Exemple", "ada")
BASILE = Account("matrix", "@basile:exemple.org", "Basile Fictif", None)
GROUP = Address("telegram", "-100", False, "Alliance fictive")
OTHER = Address("telegram", "-200", False, "Collectif fictif")


@dataclass(frozen=True)
class Standing:
    """A database with a fabrique, two people and two groups, by number."""

    database: Database
    fabrique: int
    ada: int
    basile: int
    group: int
    other: int

    async def proposed(self, store: Store, minutes: int = 90) -> Exchange:
        """An exchange that Ada noted; Basile has yet to answer."""
        return propose(
            giver=await store.ledger.of_person(self.ada),
            receiver=await store.ledger.of_person(self.basile),
            minutes=minutes,
            day=date(2026, 1, 4),
            subject="relecture (exemple)",
            by=await store.ledger.party(self.ada),
            noted_at=NOW,
            today=NOW.date(),
        )


async def stand(database: Database) -> Standing:
    """Bring them in."""
    async with database.begin() as store:
        made = await store.fabriques.ensure(
            Fabrique(0, "exemple", "Fabrique fictive", "Europe/Paris", "fr")
        )
        store = store.of(made.id)
        ada = await store.people.meet(ADA, language="fr", now=NOW)
        basile = await store.people.meet(BASILE, language="fr", now=NOW)
        group = await store.chats.open(GROUP, language="fr", now=NOW)
        other = await store.chats.open(OTHER, language="fr", now=NOW)
    return Standing(database, made.id, ada.id, basile.id, group.id, other.id)


async def posted(store: Store, chat: int, text: str = "Bonjour", **more: Any) -> int:
    """A row of the outbox, due now; its number."""
    row = Outgoing(chat=chat, kind="notice", key=text, markup=text, due_at=NOW)
    return (await store.outbox.add(Outgoing(**{**vars(row), **more}))).id
