"""People who press at the same moment, on PostgreSQL, where their transactions run side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.chats import Address
from tests.servers.postgres import Postgres
from tests.talk import TEAM, Talk, talk_on

pytestmark = pytest.mark.servers

HELPERS = ("@basile", "@chloe", "@driss")


@pytest.mark.parametrize("round_", range(3))
async def test_one_helper_of_three_at_once_is_introduced(
    postgresql: Postgres, tmp_path: Path, round_: int
) -> None:
    """A need is filled once, and only that helper learns who asked."""
    url = postgresql.url(f"helpers{round_}")
    async with talk_on("telegram", tmp_path, database=url) as talk:
        for who in ("Basile", "Chloé", "Driss"):
            await talk.say(who, "/offrir comptabilité associative")
        await talk.say("Ada", "/besoin comptabilité associative")
        await talk.press("Ada", "Chercher")
        for _ in range(3):
            await talk.press("Ada", 0)  # whoever was asked has no button any more

        await _at_once(talk, *({"chat": who, "choice": "Oui"} for who in HELPERS))

        states = sorted(row["state"] for row in await talk.dump("introductions"))
        assert states == ["accepted", "cancelled", "cancelled"]


@pytest.mark.parametrize("round_", range(3))
async def test_two_chats_of_the_team_decide_once(
    postgresql: Postgres, tmp_path: Path, round_: int
) -> None:
    """Yes in one and no in the other: one verdict counts, the other is told, nobody is stuck."""
    url = postgresql.url(f"verdicts{round_}")
    async with talk_on("telegram", tmp_path, database=url) as talk:
        async with talk.stage.app.database.begin(talk.stage.fabrique.id) as store:
            second = Address("matrix", "#bureau", False, "")
            await store.chats.make_team(second, language="fr", now=talk.stage.clock.now())
        rank = {"do": "rank", "platform": "matrix", "chat": "#bureau", "from": "@chloe"}
        await talk.do(rank | {"as": "member"})
        await talk.say("Ada", "/proposer Ma nouvelle")
        await talk.press("Ada", "Une nouvelle")

        await _at_once(
            talk,
            {"chat": TEAM, "from": "@driss", "choice": "Approuver"},
            {"platform": "matrix", "chat": "#bureau", "from": "@chloe", "choice": "Refuser"},
        )

        assert len(await talk.dump("audit")) == 1


async def _at_once(talk: Talk, *presses: dict[str, str]) -> None:
    """Everybody presses before anybody is answered."""
    for press in presses:
        await talk.stage.bring({"do": "press", "from": press["chat"], **press})
    await talk.stage.app.settle()
