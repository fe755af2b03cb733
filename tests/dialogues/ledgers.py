"""What conversations about time share: an hour earned, balances, a ledger that is looked at."""

from __future__ import annotations

from typing import Any

from tests.talk import Talk


async def earned(talk: Talk, who: str, *, by: str, hours: int) -> None:
    """Somebody gave hours to somebody else, who confirmed them."""
    for one in (who, by):
        await talk.say(one, "/debut")
    account = {"Ada": "@ada", "Basile": "@basile", "Chloé": "@chloe", "Driss": "@driss"}[by]
    await talk.say(who, f"/heures {hours}h à {account} pour relecture, hier")
    await talk.press(who, "C’est juste")
    await talk.press(by, "Confirmer")


async def balances(talk: Talk) -> dict[str, int]:
    """Minutes by account, of those that have entries."""
    return {row["account"]: row["minutes"] for row in await talk.dump("balances")}


async def faults(talk: Talk) -> list[Any]:
    """What is wrong with the ledger."""
    stage = talk.stage
    async with stage.app.database.begin(stage.fabrique.id) as store:
        return list(await store.ledger.faults())
