"""A long life in short: thousands of random acts, trouble on the way, and what must hold after."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.talk import PEOPLE, TEAM, Talk, talk_on

ACTS = 1500
SENTENCES = (
    "/heures 1h avec @ada pour un essai",
    "/heures 45 min à @basile pour le jardin",
    "/heures",
    "2h",
    "/solde",
    "/attente",
    "/offrir compta, vélo, jardin",
    "/besoin quelqu’un pour le jardin",
    "/proposer Fête des exemples",
    "samedi 20h",
    "Place du Modèle",
    "/agenda",
    "/lettre",
    "/retour",
    "/annuler",
    "/langue english",
    "comment devenir allié ?",
    "quelle est la couleur du cheval imaginaire ?",
    "👋",
    "",
)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
async def test_a_long_random_life_keeps_every_promise(seed: int, tmp_path: Path) -> None:
    """No fault, a ledger that sums to zero, nothing left unsent, each issue posted once."""
    chance = random.Random(seed)
    async with talk_on(chance.choice(["telegram", "matrix"]), tmp_path) as talk:
        await talk.do({"do": "join", "chat": "#groupe", "from": "@chloe"})
        for _ in range(ACTS):
            await talk.do(_act(chance))
        await talk.do({"do": "clock", "by": "P40D"})

        assert sum(row["minutes"] for row in await talk.dump("balances")) == 0
        rows = await talk.dump("deliveries")
        assert {row["state"] for row in rows} <= {"sent", "unknown", "dead"}
        issues = [(row["issue"], row["chat"], row["part"]) for row in rows if row["issue"]]
        assert len(issues) == len(set(issues))
        await _balances_are_explained(talk)


def _act(chance: random.Random) -> dict[str, Any]:
    """Somebody writes or presses, time passes, or a send will fail."""
    account, name = chance.choice(list(PEOPLE.values()))
    chat = chance.choice([account, account, account, "#groupe", TEAM])
    what = chance.random()
    if what < 0.02:
        return {"do": "clock", "by": chance.choice(["PT10M", "PT6H", "P1D", "P3D"])}
    if what < 0.05:
        kind = chance.choice(["flood", "down", "lost_answer"])
        return {"do": "fault", "chat": chat, "kind": kind, "times": chance.randint(1, 3)}
    if what < 0.5:
        return {"do": "press", "chat": chat, "from": account, "choice": chance.randint(0, 3)}
    text = chance.choice(SENTENCES)
    return {"do": "say", "chat": chat, "from": account, "name": name, "text": text}


async def _balances_are_explained(talk: Talk) -> None:
    """Each balance is what the confirmed exchanges say, and nothing else."""
    expected: dict[str, int] = {}
    for row in await talk.dump("ledger"):
        expected[row["giver"]] = expected.get(row["giver"], 0) + row["minutes"]
        expected[row["receiver"]] = expected.get(row["receiver"], 0) - row["minutes"]

    balances = {row["account"]: row["minutes"] for row in await talk.dump("balances")}
    assert expected == balances
