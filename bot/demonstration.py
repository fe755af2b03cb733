"""A small demonstration fabrique for the terminal. Its people are fictional, and say so."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.skill_shelf import shipped
from domain.events import FoundEvent, State, Status
from domain.fabriques import Fabrique
from domain.skills import Kind
from domain.timebank import propose
from storage import Database, Store
from storage.chats import Address
from storage.people import Account

NAMES = {
    "ada": "Ada Exemple",
    "basile": "Basile Fictif",
    "chloe": "Chloé Modèle",
    "driss": "Driss Inventé",
}

YOU = "Camille Essai"
"""Who sits at the keyboard."""

OFFERS = {
    "basile": ("animation d’ateliers de mise en récit", "facilitation de réunions"),
    "chloe": ("comptabilité associative", "montage de dossiers LEADER"),
    "driss": ("réparation de vélos", "prêt d’une salle pour quinze personnes"),
}

EVENTS = (
    (1, time(18, 30), "Atelier vélo (exemple)", "La Roue Imaginaire"),
    (3, time(20, 0), "Projection-débat : la rivière retrouvée (exemple)", "Cinéma Fictif"),
    (5, time(10, 0), "Marché des allié·es (exemple)", "Place du Modèle"),
)


async def furnish(database: Database, fabrique: Fabrique, *, now: datetime) -> None:
    """Bring the fictional people in, once, each with what they offer and what they propose."""
    async with database.begin(fabrique.id) as store:
        if await store.people.known("console", "@ada"):
            return
        people = {handle: await _meet(store, handle, name, now) for handle, name in NAMES.items()}
        for handle, offers in OFFERS.items():
            for text in offers:
                await _offer(store, people[handle], text, now)
        today = now.astimezone(fabrique.zone).date()
        await _events(store, fabrique, people["driss"], today)
        ada, basile = people["ada"], people["basile"]
        await store.exchanges.add(
            propose(
                giver=await store.ledger.of_person(ada),
                receiver=await store.ledger.of_person(basile),
                minutes=90,
                day=today - timedelta(days=1),
                subject="relecture d’un dossier (exemple)",
                by=await store.ledger.party(ada),
                noted_at=now,
                today=today,
            )
        )


async def _meet(store: Store, handle: str, name: str, now: datetime) -> int:
    account = Account("console", f"@{handle}", name, handle)
    person = await store.people.meet(account, language="fr", now=now)
    address = Address("console", f"@{handle}", True, "")
    chat = await store.chats.open(address, language="fr", now=now)
    await store.chats.belongs_to(chat.id, person.id)
    return person.id


async def _offer(store: Store, person: int, text: str, now: datetime) -> None:
    concept = shipped().read(text).concept
    kind, key = (concept.kind, concept.key) if concept else (Kind.SKILL, None)
    await store.offers.keep(person, text, kind, key, now=now)


async def _events(store: Store, fabrique: Fabrique, proposer: int, today: date) -> None:
    found = [
        FoundEvent(
            uid=f"exemple-{ahead}",
            title=title,
            start=datetime.combine(today + timedelta(days=ahead), at, fabrique.zone),
            end=None,
            all_day=False,
            place=place,
            link="",
            status=Status.SCHEDULED,
        )
        for ahead, at, title, place in EVENTS
    ]
    events = await store.events.take_in(found, source="exemple", batch="exemple", by=proposer)
    for event in events[:2]:
        await store.events.decide(event.id, State.APPROVED)
