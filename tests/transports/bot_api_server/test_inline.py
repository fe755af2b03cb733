"""Inline mode of the strict server: what it asks of a bot's answer."""

from __future__ import annotations

from typing import Any

import pytest
import telegram
from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent

from tests.transports.bot_api_server import refusal
from tests.wire.bot_api_world import World


def article(name: str = "1", title: str = "Titre", words: str = "Mots") -> InlineQueryResultArticle:
    """One result."""
    return InlineQueryResultArticle(name, title, InputTextMessageContent(words, parse_mode="HTML"))


@pytest.fixture
def query(world: World, ada: int) -> str:
    """What Ada typed after the bot's name."""
    world.inline = True
    return world.look_up(ada, "comment devenir allié")


async def test_an_answer_is_shown_once(bot: telegram.Bot, world: World, query: str) -> None:
    """A second one, and one to a query that never was, are too late."""
    assert await bot.answer_inline_query(query, [article()], cache_time=60, is_personal=True)
    shown = await world.found(query)
    assert [one.title for one in shown.articles] == ["Titre"]
    assert (shown.cache_time, shown.is_personal) == (60, True)
    for known in (query, "17"):
        assert "too old" in await refusal(bot.answer_inline_query(known, [article()]))


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article(str(n)) for n in range(51)], "Results_too_much"),
        ([article("1"), article("1")], "Result_id_duplicate"),
        ([article("é" * 33)], "Result_id_invalid"),
        ([article("")], "Result_id_invalid"),
        ([article(title=" ")], "Result_title_empty"),
        ([article(words="<b>ouvert")], "Can't parse entities"),
        ([article(words="x" * 4097)], "Message_too_long"),
        ([article(words=" ")], "Message text is empty"),
    ],
)
async def test_what_no_app_could_list_is_refused(
    bot: telegram.Bot, world: World, query: str, results: Any, reason: str
) -> None:
    """And nothing of it is shown."""
    refused = await refusal(bot.answer_inline_query(query, results))
    assert refused.startswith(reason)
    assert world.inline_queries[query].results is None


@pytest.mark.parametrize("word", ["", "x" * 65, "é", "a b"])
async def test_the_way_to_the_bot_has_a_plain_word(
    bot: telegram.Bot, query: str, word: str
) -> None:
    """1 to 64 of A–Z, a–z, 0–9, _ and -."""
    way = InlineQueryResultsButton("Au robot", start_parameter=word)
    refused = await refusal(bot.answer_inline_query(query, [], button=way))
    assert refused == "Start_param_invalid"


async def test_nobody_is_asked_while_inline_mode_is_off(world: World, ada: int) -> None:
    """Apps ask only a bot for which BotFather was told /setinline."""
    with pytest.raises(ValueError, match="off"):
        world.look_up(ada, "x")


async def test_getme_says_whether_inline_mode_is_on(bot: telegram.Bot, query: str) -> None:
    """As an operator sees it."""
    assert (await bot.get_me()).supports_inline_queries


async def test_what_is_chosen_is_said_by_the_person_through_the_bot(
    bot: telegram.Bot, world: World, ada: int, query: str
) -> None:
    """The bot, where it is, sees through whom."""
    await bot.answer_inline_query(query, [article()])
    world.choose(query, "Titre", ada)
    heard = (await bot.get_updates())[-1].message
    assert heard is not None
    assert heard.via_bot is not None
    assert (heard.text, heard.via_bot.id) == ("Mots", world.bot.id)
