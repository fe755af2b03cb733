"""What Telegram does with a webhook: posts each update, again and again until one is taken.

Knows what https://core.telegram.org/bots/webhooks promises and the published server does: the
updates of one chat one after the other, those of many at once, each failure a longer pause. Must
not know what an update says.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

import aiohttp

from tests.wire.bot_api_errors import Json
from tests.wire.bot_api_rooms import Rooms
from tests.wire.bot_api_updates import Webhook

LONGEST_PAUSE = 60.0  # seconds between two posts of one update
LONGEST_ASKED_PAUSE = 3600  # seconds that a Retry-After may ask for
LONGEST_ANSWER = 60.0  # seconds that a post may take

Line = tuple[str, int]


class Post(NamedTuple):
    """One post of one update, and the status it was answered with; 0 for none."""

    update: int
    status: int


@dataclass(frozen=True)
class Answer:
    """What came of a post; `pause` is how many seconds the answer asks to wait."""

    status: int
    error: str
    pause: int = 0

    @property
    def is_taken(self) -> bool:
        """Whether the update is done with."""
        return 200 <= self.status <= 299


class Poster:
    """The posts of one bot's updates. `pace` shortens the pauses: 1 is Telegram's own.

    `proxies` leads a public host to the address, without TLS, of the one who serves it.
    """

    def __init__(self, rooms: Rooms, *, pace: float) -> None:
        self.proxies: dict[str, str] = {}
        self.posts: list[Post] = []
        self._rooms = rooms
        self._updates = rooms.updates
        self._pace = pace
        self._webhook: Webhook | None = None
        self._lines: dict[Line, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Post whatever waits while a webhook is set, until cancelled."""
        try:
            async with aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(LONGEST_ANSWER)
            ) as session:
                while True:
                    self._open_lines(session)
                    await self._rooms.bell.heard()
        finally:
            self._close_lines()

    def _open_lines(self, session: aiohttp.ClientSession) -> None:
        webhook = self._updates.webhook
        if webhook is not self._webhook:
            self._close_lines()
            self._webhook = webhook
        if webhook is None:
            return
        for update in self._updates.waiting:
            key = line_of(update)
            if key not in self._lines or self._lines[key].done():
                self._lines[key] = asyncio.create_task(self._line(session, webhook, key))

    def _close_lines(self) -> None:
        """Whatever is under way is broken off; the pauses begin anew."""
        for line in self._lines.values():
            line.cancel()
        self._lines.clear()

    async def _line(self, session: aiohttp.ClientSession, webhook: Webhook, key: Line) -> None:
        """One update after the other; none is passed over."""
        failures = 0
        while True:
            update = next((one for one in self._updates.waiting if line_of(one) == key), None)
            if update is None:
                return
            async with webhook.lines:
                answer = await self._post(session, webhook, update)
            if answer.is_taken:
                failures = 0
                self._updates.done(update["update_id"])
                continue
            webhook.last_error = (answer.error, self._rooms.now)
            await asyncio.sleep(self._pace * _pause(answer, failures))
            failures += 1

    async def _post(self, session: aiohttp.ClientSession, webhook: Webhook, update: Json) -> Answer:
        answer = await self._answered(session, webhook, update)
        self.posts.append(Post(update["update_id"], answer.status))
        return answer

    async def _answered(
        self, session: aiohttp.ClientSession, webhook: Webhook, update: Json
    ) -> Answer:
        parts = urlsplit(webhook.url)
        target = self.proxies.get(parts.netloc)
        if target is None:
            return Answer(0, "Connection refused")
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        try:
            async with session.post(
                f"{target}{path}", json=update, headers=_headers(webhook), allow_redirects=False
            ) as response:
                await response.read()
                error = f"Wrong response from the webhook: {response.status} {response.reason}"
                return Answer(response.status, error, _asked_pause(response.headers))
        except aiohttp.ClientConnectorError:
            return Answer(0, "Connection refused")
        except (aiohttp.ClientError, TimeoutError):
            return Answer(0, "Webhook connection closed")


def _headers(webhook: Webhook) -> dict[str, str]:
    return {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}


def _asked_pause(headers: Mapping[str, str]) -> int:
    asked = headers.get("Retry-After", "0")
    return min(int(asked), LONGEST_ASKED_PAUSE) if asked.isdecimal() else 0


def _pause(answer: Answer, failures: int) -> float:
    """The first repeat comes at once, the others after two seconds, four, eight."""
    if answer.pause:
        return float(answer.pause)
    return min(2.0**failures, LONGEST_PAUSE) if failures else 0.0


def line_of(update: Json) -> Line:
    """What an update waits behind: those of its kind and chat, or of who pressed."""
    kind = next(key for key in update if key != "update_id")
    content = update[kind]
    pressed = kind == "callback_query" or "chat" not in content
    return kind, int(content["from" if pressed else "chat"]["id"])
