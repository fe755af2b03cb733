"""What dialogues about noted time need: somebody notes it, and rows are looked at."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any

from bot.settings import Settings, TimebankSettings
from domain.ledger import Account, AccountKind
from domain.organisations import OrganisationState
from domain.timebank import Exchange, propose
from storage import Store
from storage.chats import Address
from storage.people import Account as Known
from tests.talk import PEOPLE, TEAM, Talk

SENTENCE = "2h à @basile pour relecture, hier"


async def noted(talk: Talk, sentence: str = SENTENCE) -> str:
    """Ada notes time; gives the message of the card that Basile is shown."""
    await talk.say("Basile", "/debut")
    await talk.say("Ada", f"/heures {sentence}")
    await talk.press("Ada", "C’est juste")
    return str(talk.last("@basile")["id"])


async def agreed(talk: Talk, sentence: str = SENTENCE) -> None:
    """Ada notes time, and Basile confirms it."""
    await noted(talk, sentence)
    await talk.press("Basile", "Confirmer")


async def settled(talk: Talk, **timebank: Any) -> None:
    """An operator decides how time is counted."""
    settings = Settings(timebank=TimebankSettings(**timebank))
    await talk.settle_on(settings, Address(talk.stage.platform, TEAM, False, TEAM))


async def balances(talk: Talk) -> dict[str, int]:
    """What each account holds, in minutes, those at zero left out."""
    rows = await talk.dump("balances")
    return {row["account"]: row["minutes"] for row in rows if row["minutes"]}


async def exchanges(talk: Talk) -> list[Exchange]:
    """Every exchange, whatever became of it, as it was noted one after the other."""
    async with store_of(talk) as store:
        found = [await store.exchanges.exchange(number) for number in range(1, 40)]
    return [one for one in found if one is not None]


async def states(talk: Talk) -> list[str]:
    """What became of each exchange."""
    return [one.state.value for one in await exchanges(talk)]


def store_of(talk: Talk) -> AbstractAsyncContextManager[Store]:
    """An open transaction on the database of a talk."""
    return talk.stage.app.database.begin(talk.stage.fabrique.id)


async def person(store: Store, talk: Talk, who: str) -> int:
    """Somebody's number; they are met if they were not."""
    handle, name = PEOPLE[who]
    account = Known(talk.stage.platform, handle, name, handle.lstrip("@"))
    return (await store.people.meet(account, language="fr", now=talk.stage.clock.now())).id


async def organisation(talk: Talk, name: str, *people: str) -> Account:
    """An organisation, for which some people may act."""
    async with store_of(talk) as store:
        now = talk.stage.clock.now()
        made = await store.organisations.propose(name, now=now)
        await store.organisations.decide(made.id, OrganisationState.APPROVED)
        for who in people:
            number = await person(store, talk, who)
            await store.organisations.ask(made.id, number, now=now)
            await store.organisations.allow(made.id, number)
        return await store.ledger.account(AccountKind.ORGANISATION, made.id)


async def proposed(talk: Talk, who: str, other: Account | AccountKind, **more: Any) -> int:
    """Somebody's exchange of two hours given to an account, as another way in would note it."""
    async with store_of(talk) as store:
        number = await person(store, talk, who)
        receiver = other if isinstance(other, Account) else await store.ledger.account(other)
        noted_ = propose(
            giver=await store.ledger.of_person(number),
            receiver=receiver,
            minutes=120,
            day=talk.stage.clock.now().date(),
            subject="chantier du jardin",
            by=await store.ledger.party(number),
            noted_at=talk.stage.clock.now(),
            today=talk.stage.clock.now().date(),
        )
        return (await store.exchanges.add(Exchange(**{**vars(noted_), **more}))).id


def now(talk: Talk, message: str) -> tuple[str, list[str]]:
    """A message as it is drawn now: its words and its choices."""
    drawn = [one for one in talk.events if message in (one.get("id"), one.get("message"))]
    last = [one for one in drawn if "text" in one and one["event"] != "toast"][-1]
    return " ".join(last["text"].split()), last.get("choices", [])


def heard(talk: Talk, chat: str, since: int = 0) -> list[str]:
    """What was said anew in a chat."""
    said = (one for one in talk.events[since:] if one["event"] == "message" and one["chat"] == chat)
    return [" ".join(one["text"].split()) for one in said]
