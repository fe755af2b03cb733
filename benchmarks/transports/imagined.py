"""The imagined platform of `simulate`: the way through the bot without any network."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.transports.asking import QUESTION
from tests.talk import Talk, talk_on


class Imagined:
    """People who write in private; the bot answers all that waits, then rests."""

    def __init__(self, talk: Talk, people: int) -> None:
        self.people = people
        self._talk = talk

    async def ask(self, place: int) -> None:
        """Write, and let the bot settle."""
        account = f"@exemple{place}"
        said = {"do": "say", "chat": account, "from": account, "name": "Ada Exemple"}
        await self._talk.stage.bring(said | {"text": QUESTION})
        await self._talk.stage.app.settle()


@asynccontextmanager
async def ours(folder: Path, people: int) -> AsyncIterator[Imagined]:
    """The whole bot."""
    async with talk_on("telegram", folder, database=f"sqlite:///{folder}/fabrique.db") as talk:
        yield Imagined(talk, people)
