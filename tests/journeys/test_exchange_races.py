"""Two answers at the same moment, from two devices or two people: one of them counts."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.dialogues.exchanges import (
    agreed,
    balances,
    exchanges,
    heard,
    noted,
    organisation,
    proposed,
    settled,
    states,
    store_of,
)
from tests.talk import Talk, talk_on


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.servers)])
async def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Talk]:
    """A talk on each engine; on PostgreSQL the transactions of two chats run side by side."""
    url = None
    if request.param == "postgresql":
        name = request.node.name.translate(str.maketrans("[]-", "___"))[-50:]
        url = request.getfixturevalue("postgresql").url(name)
    async with talk_on("telegram", tmp_path, database=url) as talk:
        yield talk
        async with store_of(talk) as store:
            assert await store.ledger.faults() == []


async def of_two_people(talk: Talk) -> dict[str, str]:
    """Ada noted time with an organisation; the cards of the two who may answer for it."""
    firm = await organisation(talk, "Les Exemples", "Basile", "Chloé")
    for who in ("Ada", "Basile", "Chloé"):
        await talk.say(who, "/debut")
    await proposed(talk, "Ada", firm)
    await talk.do({"do": "clock", "by": "P4D"})
    return {chat: str(talk.last(chat)["id"]) for chat in ("@basile", "@chloe")}


async def at_once(talk: Talk, *presses: dict[str, Any]) -> None:
    """Everybody presses before anybody is answered."""
    for press in presses:
        await talk.stage.bring({"do": "press", "from": press["chat"], **press})
    await talk.stage.app.settle()


def pressed(cards: dict[str, str], chat: str, choice: str) -> dict[str, Any]:
    """A press on somebody's card."""
    return {"chat": chat, "choice": choice, "message": cards[chat]}


async def test_two_people_of_an_organisation_confirm_at_once(crowd: Talk) -> None:
    """The one who noted it is told once."""
    cards = await of_two_people(crowd)
    before = len(crowd.events)

    await at_once(crowd, *(pressed(cards, chat, "Confirmer") for chat in cards))

    assert (await balances(crowd))["@ada"] == 120
    assert len(heard(crowd, "@ada", before)) == 1


async def test_one_confirms_while_another_contests(crowd: Talk) -> None:
    """Either it counts or the team looks at it, never both."""
    cards = await of_two_people(crowd)

    await at_once(
        crowd, pressed(cards, "@basile", "Confirmer"), pressed(cards, "@chloe", "Contester")
    )

    (state,) = await states(crowd)
    assert state in ("confirmed", "contested")
    assert bool(await balances(crowd)) is (state == "confirmed")


async def test_it_is_taken_back_while_it_is_confirmed(crowd: Talk) -> None:
    """One of the two is too late, and told so."""
    card = await noted(crowd)
    await crowd.say("Ada", "/attente")
    cards = {"@basile": card, "@ada": str(crowd.last("@ada")["id"])}

    await at_once(
        crowd,
        pressed(cards, "@ada", "Retirer cet échange"),
        pressed(cards, "@basile", "Confirmer"),
    )

    (state,) = await states(crowd)
    assert state in ("confirmed", "cancelled")
    assert bool(await balances(crowd)) is (state == "confirmed")


async def test_one_confirms_while_another_says_it_otherwise(crowd: Talk) -> None:
    """The other note stands only if the first does not count."""
    cards = await of_two_people(crowd)
    await crowd.press("Chloé", "Modifier", message=cards["@chloe"])
    await crowd.press("Chloé", "La durée")
    await crowd.say("Chloé", "1h")
    cards["@chloe"] = str(crowd.last("@chloe")["id"])

    await at_once(
        crowd, pressed(cards, "@basile", "Confirmer"), pressed(cards, "@chloe", "Proposer")
    )

    assert await states(crowd) in (["confirmed"], ["cancelled", "proposed"])


async def test_both_sides_correct_at_once(crowd: Talk) -> None:
    """One proposal waits; the other is told that it does."""
    await agreed(crowd)
    cards = {}
    for who, chat in (("Ada", "@ada"), ("Basile", "@basile")):
        await crowd.say(who, "/corriger")
        await crowd.press(who, 0)
        await crowd.say(who, "1h" if who == "Ada" else "3h")
        cards[chat] = str(crowd.last(chat)["id"])

    await at_once(crowd, *(pressed(cards, chat, "Envoyer telle quelle") for chat in cards))

    assert await states(crowd) == ["confirmed", "proposed"]


async def test_silence_and_a_word_at_the_same_moment_count_once(crowd: Talk) -> None:
    """The round of the morning meets a tap."""
    await settled(crowd, confirm_after=1)
    cards = {"@basile": await noted(crowd)}
    when = crowd.stage.clock.now().replace(day=6)
    crowd.stage.clock.set(when)
    await crowd.stage.bring(
        {"do": "press", "from": "@basile", **pressed(cards, "@basile", "Confirmer")}
    )

    await asyncio.gather(crowd.stage.app.jobs.run_due(), crowd.stage.app.settle())
    await crowd.stage.app.settle()

    assert await balances(crowd) == {"@ada": 120, "@basile": -120}
    assert len(await exchanges(crowd)) == 1


async def test_many_exchanges_of_the_same_two_are_confirmed_at_once(crowd: Talk) -> None:
    """From the pages of two devices and from cards; the chain has no gap."""
    cards = [await noted(crowd, f"{minutes}min à @basile pour le tri") for minutes in (10, 20, 30)]
    await crowd.say("Basile", "/heures 40min à @ada pour le jardin")
    await crowd.press("Basile", "C’est juste")
    ada = str(crowd.last("@ada")["id"])

    await at_once(
        crowd,
        *({"chat": "@basile", "choice": "Confirmer", "message": card} for card in cards),
        *({"chat": "@basile", "choice": "Confirmer", "message": card} for card in cards),
        {"chat": "@ada", "choice": "Confirmer", "message": ada},
    )

    assert await balances(crowd) == {"@ada": 20, "@basile": -20}
