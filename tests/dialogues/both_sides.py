"""Dialogues that go on two platforms at once: everybody is on one, Adax on the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tests.talk import PEOPLE, Dialogue, Talk

OTHER = {"telegram": "matrix", "matrix": "telegram"}
ELSEWHERE = {"Adax"}
_CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


@dataclass
class Both:
    """A talk in which each speaks on the platform that is theirs."""

    talk: Talk
    events: list[dict[str, Any]]

    def platform(self, who: str) -> str:
        """Where somebody is."""
        here = self.talk.stage.platform
        return OTHER[here] if who in ELSEWHERE else here

    async def say(self, who: str, text: str, *, chat: str | None = None, **more: Any) -> list[str]:
        """Somebody writes, where they are."""
        return await self.talk.say(who, text, chat=chat, platform=self.platform(who), **more)

    async def press(self, who: str, label: str, *, chat: str | None = None) -> list[str]:
        """Somebody takes a choice, where they are."""
        return await self.talk.press(who, label, chat=chat, platform=self.platform(who))

    def last(self, chat: str) -> dict[str, Any]:
        """The newest message in a chat."""
        return self.talk.last(chat)

    async def goes(self, dialogue: str) -> None:
        """Play a written dialogue."""
        await Dialogue(self).goes(dialogue)

    async def code(self, who: str = "Ada", command: str = "/lier") -> str:
        """Somebody asks for a code, and reads it."""
        (said,) = await self.say(who, command)
        return str(_CODE.findall(said)[0])

    async def linked(self, giver: str = "Ada", taker: str = "Adax") -> None:
        """Two accounts are made one person's, the whole way."""
        code = await self.code(giver)
        await self.say(taker, code)
        await self.press(taker, "Oui, c’est moi")
        await self.later(1)
        said = await self.press(giver, "Oui, relier")
        assert any("la même personne" in one for one in said), said

    async def dump(self, what: str) -> list[dict[str, Any]]:
        """The rows of a dump."""
        return await self.talk.dump(what)

    async def later(self, minutes: int) -> None:
        """Time passes."""
        await self.talk.do({"do": "clock", "by": f"PT{minutes}M"})

    def heard(self, who: str, since: int) -> list[str]:
        """What somebody was told after so many events."""
        chat = PEOPLE[who][0]
        told = [one for one in self.events[since:] if one["event"] == "message"]
        return [one["text"] for one in told if one["chat"] == chat]
