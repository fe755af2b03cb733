"""Presses on Telegram: answered within a second whatever keeps the bot, and pages turned in place.

The bot runs in this process, so that a test can hold the lock that a transaction waits for.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import telegram

from bot.transports.telegram.presses import Presses
from chat.transport import Act, Heard, Speaker
from tests.journeys.stage import Town, fr
from tests.transports.sides import NOON
from tests.transports.telegram_service import Served, served
from tests.transports.telegram_wire import private

pytestmark = pytest.mark.asyncio(loop_scope="module")

LABELS = tuple(f"Le choix du jour {n}" for n in range(1, 21))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """One bot for all."""
    async with served(tmp_path_factory.mktemp("presses")) as running:
        yield running


@pytest.fixture
def here(bot: Served) -> Town:
    """The town it serves."""
    return bot.town


async def _toast_within(here: Town, query: str, seconds: float) -> str:
    async with asyncio.timeout(seconds):
        while not (found := [one.text for one in here.api.world.answers if one.query == query]):
            await asyncio.sleep(0.01)
    return found[0]


async def test_a_press_is_answered_within_a_second_while_the_database_is_held(
    bot: Served, here: Town
) -> None:
    """Storing it waits for another's transaction; the button stops spinning all the same, and
    what there is to say comes as a message, once.
    """
    await bot.offers(here.ada, ("Un choix",))
    card = await here.read(here.ada, "Lequel ?", labels=True)
    async with bot.app.database.begin() as store:
        await store.fabriques.all()  # takes the one writer's place
        query = here.api.world.press(here.ada, card.id, stale_data="c:7")
        assert await _toast_within(here, query, 1.0) == ""
        await asyncio.sleep(0.3)
    await here.read(here.ada, fr("refusal-choice-stale"))
    assert len([one for one in here.api.world.answers if one.query == query]) == 1


async def test_a_prompt_press_has_its_words_as_a_toast(here: Town) -> None:
    """And none as a message."""
    card = await here.read(here.ada, "Lequel ?", labels=True)
    before = len(here.api.world.messages(here.ada))
    query = here.api.world.press(here.ada, card.id, stale_data="c:9")
    assert await _toast_within(here, query, 1.0) == fr("refusal-choice-stale")
    await asyncio.sleep(1.0)
    assert len(here.api.world.messages(here.ada)) == before
    assert len([one for one in here.api.world.answers if one.query == query]) == 1


async def test_an_empty_answer_is_not_remembered_for_ever(here: Town) -> None:
    """Another process may work on what was heard here, and say so to nobody."""
    async with telegram.Bot(here.api.token, base_url=here.api.base_url) as client:
        presses = Presses(client, soon=0.01, remembered=0.3)
        presses.began("17")
        press = Heard("1", Act.PRESSED, private(here.ada), Speaker("1", "Ada"), NOON, press="17")
        await asyncio.sleep(0.1)
        assert not presses.awaits(press)
        await asyncio.sleep(0.4)
        assert presses.awaits(press)


async def test_many_choices_are_turned_over_in_place(bot: Served, here: Town) -> None:
    """Under the same message, forth and back; a choice of a later page is the one it says."""
    await bot.offers(here.basile, LABELS)
    card = await here.read(here.basile, "Lequel ?", labels=True)
    assert card.labels == [*LABELS[:8], "2/3 ▶"]
    messages = len(here.api.world.messages(here.basile))
    for way, shown in (
        ("2/3 ▶", ["◀ 1/3", "3/3 ▶"]),
        ("3/3 ▶", ["◀ 2/3"]),
        ("◀ 2/3", ["◀ 1/3", "3/3 ▶"]),
    ):
        assert await here.pressed(here.basile, card, way) == ""
        (card,) = [one for one in here.api.world.messages(here.basile) if one.id == card.id]
        assert [one for one in card.labels if one not in LABELS] == shown
    assert card.labels[:8] == list(LABELS[8:16])
    assert len(here.api.world.messages(here.basile)) == messages
    await here.pressed(here.basile, card, LABELS[9])
    await here.read(here.basile, fr("choice-taken", label=LABELS[9]))


async def test_a_page_that_is_shown_already_is_turned_without_harm(bot: Served, here: Town) -> None:
    """Telegram says that nothing changes; the press is answered like any other."""
    await bot.offers(here.chloe, LABELS)
    card = await here.read(here.chloe, "Lequel ?", labels=True)
    query = here.api.world.press(here.chloe, card.id, stale_data="p:0")
    assert await _toast_within(here, query, 1.0) == ""


async def test_pages_of_choices_that_are_gone_are_refused(bot: Served, here: Town) -> None:
    """Also where somebody else was asked, and where the page never was."""
    card = await here.read(here.chloe, "Lequel ?", labels=True)
    query = here.api.world.press(here.chloe, card.id, stale_data="p:400")
    assert await _toast_within(here, query, 1.0) == fr("refusal-choice-stale")
    await here.pressed(here.chloe, card, LABELS[0])
    await here.read(here.chloe, fr("choice-taken", label=LABELS[0]))
    query = here.api.world.press(here.chloe, card.id, stale_data="p:8")
    assert await _toast_within(here, query, 1.0) == fr("refusal-choice-stale")
