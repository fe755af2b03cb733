"""The queue a bot reads with getUpdates, or is posted: ids, acknowledgement, one reader at a time.

Knows updates as numbered JSON. Must not know chats, nor what an update says.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from tests.wire.bot_api_errors import ApiError, Json, conflict

FIRST_ID = 710_000_001  # Telegram starts anywhere; a large number shows who counts from zero
MOST_AT_ONCE = 100
LONGEST_POLL = 50  # seconds

DEFAULT_KINDS = frozenset(
    "message edited_message channel_post edited_channel_post inline_query chosen_inline_result"
    " callback_query shipping_query pre_checkout_query poll poll_answer my_chat_member"
    " chat_join_request".split()
)
ASKED_FOR_KINDS = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
_OTHER_READER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Bell:
    """Wakes everyone who waits for something to change."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Tell all who wait now."""
        event, self._event = self._event, asyncio.Event()
        event.set()

    async def heard(self) -> None:
        """Return at the next ring."""
        await self._event.wait()


@dataclass
class _Queued:
    """An update in the queue; one given `again` stays until handed out, whatever the offset."""

    update: Json
    again: bool = False
    handed: bool = False

    @property
    def id(self) -> int:
        return int(self.update["update_id"])

    def gone_by(self, offset: int) -> bool:
        return self.id < offset and (self.handed or not self.again)


@dataclass
class Webhook:
    """Where a bot wants its updates posted, and what last went wrong there and when."""

    url: str
    secret: str = ""
    most: int = 40
    last_error: tuple[str, int] | None = None
    lines: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.lines = asyncio.Semaphore(self.most)

    def is_like(self, other: Webhook | None) -> bool:
        """Whether setting one over the other changes nothing."""
        wanted = (self.url, self.secret, self.most)
        return other is not None and wanted == (other.url, other.secret, other.most)


class Updates:
    """What happened and is not acknowledged yet, and everything that ever happened."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._queue: list[_Queued] = []
        self._reader: object = None
        self._ended = conflict(_OTHER_READER)
        self.history: dict[int, Json] = {}
        self.kinds = DEFAULT_KINDS
        self.webhook: Webhook | None = None

    @property
    def pending(self) -> int:
        """How many updates wait for an acknowledgement."""
        return len(self._queue)

    def push(self, kind: str, content: Json) -> int | None:
        """Queue an update of a kind the bot asked for; its id, or None when it did not ask."""
        if kind not in self.kinds:
            return None
        update_id = FIRST_ID + len(self.history)
        self.history[update_id] = {"update_id": update_id, kind: content}
        self._queue.append(_Queued(self.history[update_id]))
        self._bell.ring()
        return update_id

    def redeliver(self, update_id: int) -> None:
        """Queue an earlier update once more under its own id; KeyError when there was none."""
        self._queue.append(_Queued(self.history[update_id], again=True))
        self._queue.sort(key=lambda queued: queued.id)
        self._bell.ring()

    def forget(self) -> None:
        """Drop whatever waits."""
        self._queue.clear()

    def listen_to(self, kinds: frozenset[str] | None) -> None:
        """Choose the kinds from now on: None keeps the last choice, an empty one resets it."""
        if kinds is not None:
            self.kinds = kinds or DEFAULT_KINDS

    @property
    def waiting(self) -> list[Json]:
        """What waits, oldest first."""
        return [queued.update for queued in self._queue]

    def done(self, update_id: int) -> None:
        """A post of it was taken."""
        queued = next((one for one in self._queue if one.id == update_id), None)
        if queued is not None:
            self._queue.remove(queued)

    def use_webhook(self, webhook: Webhook | None) -> None:
        """Set or delete the webhook; setting it ends a getUpdates under way."""
        if webhook is None or not webhook.is_like(self.webhook):
            self.webhook = webhook
            self._bell.ring()
        if webhook:
            self._end_reader(conflict("terminated by setWebhook request"))

    async def take(self, offset: int, *, limit: int, timeout: float) -> list[Json]:
        """The unacknowledged updates from `offset` on, after at most `timeout` seconds."""
        if self.webhook:
            raise conflict(_WEBHOOK_ACTIVE)
        self._end_reader(conflict(_OTHER_READER))
        reader = self._reader = object()
        self._acknowledge(offset)
        try:
            return await self._next(reader, min(max(limit, 1), MOST_AT_ONCE), timeout)
        finally:
            if self._reader is reader:
                self._reader = None

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            self._queue = self._queue[offset:]
        else:
            self._queue = [queued for queued in self._queue if not queued.gone_by(offset)]

    async def _next(self, reader: object, limit: int, timeout: float) -> list[Json]:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(max(timeout, 0), LONGEST_POLL)
        while not self._queue and loop.time() < deadline:
            try:
                async with asyncio.timeout_at(deadline):
                    await self._bell.heard()
            except TimeoutError:
                break
            if self._reader is not reader:
                raise self._ended
        return self._hand_out(limit)

    def _hand_out(self, limit: int) -> list[Json]:
        batch = self._queue[:limit]
        for queued in batch:
            queued.handed = True
        return [queued.update for queued in batch]

    def _end_reader(self, why: ApiError) -> None:
        if self._reader is not None:
            self._ended, self._reader = why, None
            self._bell.ring()
