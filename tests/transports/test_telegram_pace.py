"""How fast the bot speaks on Telegram: what is published is kept, by a clock that is given."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, RetryAfter

from bot.transports.telegram.failures import failure
from bot.transports.telegram.pace import PATIENCE, Pace, TooSoon
from chat.transport import Page, Transport, TransportError
from tests.transports.telegram_wire import group, private
from tests.virtual_time import VirtualTime
from tests.wire.bot_api import BotApi
from tests.wire.bot_api_faults import Pace as Published

GROUP, ADA, BASILE = "-100", "1001", "1002"


class Line:
    """Calls through a pace of its own, and when each of them reached Telegram."""

    def __init__(self) -> None:
        self.time = VirtualTime()
        self.pace = Pace(clock=self.time, sleep=self.time.sleeper())
        self.telegram = Published(self.time, burst=1)
        self.reached: defaultdict[str, list[float]] = defaultdict(list)

    @property
    def all(self) -> list[float]:
        """The moments of all calls, in order."""
        return sorted(moment for moments in self.reached.values() for moment in moments)

    async def call(
        self,
        chat: str,
        method: str = "sendMessage",
        *,
        answer: Exception | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        """One call, which Telegram answers with nothing or a refusal."""

        async def reach() -> bool:
            self.reached[chat].append(self.time())
            if answer is not None:
                raise answer
            if chat.lstrip("-").isdecimal() and method == "sendMessage":
                self.telegram.spend(int(chat), group=chat < "0")
            return True

        data = {"chat_id": chat, **(given or {})}
        await self.pace.process_request(reach, (), {}, method, data, None)

    async def insisted(self, chat: str) -> None:
        """As the outbox does: try again when one may."""
        while True:
            try:
                return await self.call(chat)
            except TooSoon as refusal:
                await self.time.reached(self.time() + refusal.seconds)


async def one_by_one(line: Line, chats: Sequence[str]) -> None:
    """Calls of one who waits for each."""
    for chat in chats:
        await line.insisted(chat)


def most_within(moments: Sequence[float], seconds: float) -> int:
    """The most moments in any stretch so long."""
    return max(sum(begin <= one < begin + seconds for one in moments) for begin in moments)


async def test_a_chat_gets_one_message_a_second() -> None:
    """Edits count; the first goes at once."""
    line = Line()
    await line.time.until(line.call(ADA))
    assert line.reached[ADA] == [0.0]
    await line.time.until(line.call(ADA, "editMessageText"))
    assert line.reached[ADA][1] >= 1.0


async def test_another_chat_does_not_wait_for_it() -> None:
    """Somebody who waits for their second holds up nobody."""
    line = Line()

    async def both() -> None:
        await line.call(ADA)
        await asyncio.gather(line.call(ADA), line.call(BASILE))

    await line.time.until(both())
    assert line.reached[BASILE][0] < 0.1


async def test_ninety_chats_get_no_more_than_thirty_messages_a_second() -> None:
    """All ask at once."""
    line = Line()
    chats = [str(number) for number in range(1, 91)]

    async def at_once() -> None:
        await asyncio.gather(*(line.insisted(chat) for chat in chats))

    await line.time.until(at_once())
    assert most_within(line.all, 1.0) <= 30
    assert line.all[-1] < 3.5
    assert sorted(chats, key=lambda chat: line.reached[chat]) == chats, "who comes first goes first"


async def test_a_group_gets_twenty_messages_a_minute() -> None:
    """The twenty-first would wait long: it is refused, with the seconds, and is not sent."""
    line = Line()
    await line.time.until(one_by_one(line, [GROUP] * 20))
    with pytest.raises(TooSoon) as refused:
        await line.time.until(line.call(GROUP))
    assert len(line.reached[GROUP]) == 20
    assert PATIENCE < refused.value.seconds < 60
    assert not refused.value.everywhere
    await line.time.until(one_by_one(line, [GROUP] * 30))
    assert most_within(line.reached[GROUP], 60.0) == 20


@pytest.mark.parametrize(
    ("method", "given", "counts"),
    [
        ("createForumTopic", {}, 1),
        ("closeForumTopic", {}, 1),
        ("editMessageReplyMarkup", {}, 1),
        ("sendMediaGroup", {"media": ["a", "b"]}, 2),
        ("sendChatAction", {}, 0),
        ("getChatMember", {}, 0),
        ("answerCallbackQuery", {}, 0),
    ],
)
async def test_what_is_seen_in_a_chat_counts(method: str, given: Any, counts: int) -> None:
    """An album counts as its pictures; what asks or answers a press is free."""
    line = Line()
    await line.time.until(line.call(ADA, method, given=given))
    assert counts <= line.pace.wait(ADA) <= counts * 1.1


async def test_what_was_posted_inline_has_no_chat() -> None:
    """Its edits count among all, and hold up none."""
    line = Line()

    async def edits() -> None:
        for _ in range(40):
            await line.call("", "editMessageText", given={"inline_message_id": "1"})

    await line.time.until(edits())
    assert most_within(line.all, 1.0) == 30


async def test_a_flood_holds_up_its_own_chat() -> None:
    """For as long as Telegram says."""
    line = Line()
    with pytest.raises(TooSoon) as told:
        await line.time.until(line.call(ADA, answer=RetryAfter(17)))
    assert (told.value.seconds, told.value.everywhere) == (17.0, False)
    assert line.pace.wait(ADA) == 17.0
    assert line.pace.wait(BASILE) == 0.0


async def test_floods_of_two_chats_hold_up_all() -> None:
    """It is the bot then that is too fast, until the later one is over; one after the other is
    two accidents.
    """
    line = Line()
    for chat, seconds in ((ADA, 2), (BASILE, 9)):
        with pytest.raises(TooSoon):
            await line.time.until(line.call(chat, answer=RetryAfter(seconds)))
    assert 8 < line.pace.wait("1003") <= 9
    with pytest.raises(TooSoon) as told:
        await line.time.until(line.call("1003"))
    assert told.value.everywhere
    await line.time.until(line.time.reached(line.time() + 10))
    with pytest.raises(TooSoon):
        await line.time.until(line.call(ADA, answer=RetryAfter(5)))
    assert line.pace.wait("1003") == 0.0


async def test_a_refusal_of_another_kind_passes() -> None:
    """It is for whoever called."""
    line = Line()
    with pytest.raises(BadRequest):
        await line.time.until(line.call(ADA, answer=BadRequest("no")))


async def test_a_stop_waits_for_nobody() -> None:
    """Who waited is told when to come back, and sent nothing."""
    pace, sent = Pace(), []

    async def send() -> bool:
        sent.append(1)
        return True

    async def call() -> bool:
        return bool(await pace.process_request(send, (), {}, "sendMessage", {"chat_id": 1}, None))

    await call()
    second = asyncio.ensure_future(call())
    await asyncio.sleep(0.01)
    await pace.shutdown()
    with pytest.raises(TooSoon):
        await asyncio.wait_for(second, 0.5)
    assert sent == [1]


async def test_too_soon_is_told_in_the_words_of_every_transport() -> None:
    """Nothing arrived; when to try again, and whether that is for all chats."""
    told = failure(TooSoon(4.5, everywhere=True))
    assert (told.retry_after, told.account, told.unknown, told.permanent) == (
        4.5,
        True,
        False,
        False,
    )


@settings(max_examples=40, deadline=None)
@given(
    calls=st.lists(
        st.tuples(st.sampled_from(["-1", "-2", "3", "4", "5"]), st.floats(0, 8)),
        min_size=1,
        max_size=80,
    )
)
def test_whatever_is_asked_what_is_published_is_kept(calls: list[tuple[str, float]]) -> None:
    """Telegram's own counting finds nothing to refuse, and everything arrives."""
    line = Line()

    async def later(chat: str, at: float) -> None:
        await line.time.reached(at)
        await line.insisted(chat)

    async def everybody() -> None:
        await asyncio.gather(*(later(chat, at) for chat, at in calls))

    asyncio.run(line.time.until(everybody()))
    assert len(line.all) == len(calls)
    assert line.telegram.refused == 0


async def test_a_flood_of_telegram_is_remembered_for_the_chat(
    api: BotApi, ada: int, transport: Transport
) -> None:
    """Through the library, over the wire."""
    garden = api.world.group("Les Lilas")
    api.world.add_bot(garden, by=ada)
    api.world.fail_next("sendMessage", garden, kind="flood", retry_after=30)
    with pytest.raises(TransportError) as told:
        await transport.send(group(garden), Page("Bonjour"), key="k")
    assert (told.value.retry_after, told.value.account) == (30.0, False)
    assert 29 < transport.pause(group(garden)) <= 30
    assert transport.pause(private(ada)) == 0.0
    posted = await transport.send(private(ada), Page("Bonjour"), key="k")
    assert posted.message
