"""Inline mode: `@bot` and a few words in any chat are answered from the public base."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.journeys.stage import Town, fr
from tests.transports.telegram_service import Served, served
from tests.wire.bot_api_inline import MOST_RESULTS, Results

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOWHERE = "zorglub"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """One bot for all."""
    async with served(tmp_path_factory.mktemp("inline")) as running:
        yield running


@pytest.fixture
def here(bot: Served) -> Town:
    """The town it serves."""
    return bot.town


async def found(here: Town, who: int, words: str) -> Results:
    """What somebody's app lists when they type the bot's name and these words."""
    return await here.api.world.found(here.api.world.look_up(who, words))


def titles(results: Results) -> list[str]:
    """The titles that are listed."""
    return [one.title for one in results.articles]


async def test_a_question_is_answered_anywhere_from_the_base(here: Town) -> None:
    """With the answer's words and source, for the reader alone; Telegram may give it again."""
    results = await found(here, here.ada, "comment devenir allié")
    assert any("alli" in title.casefold() for title in titles(results))
    assert "Source" in results.articles[0].body.text
    assert results.articles[0].line
    assert (results.is_personal, results.cache_time) == (True, 300)
    assert 1 <= len(results.articles) <= MOST_RESULTS


async def test_whoever_was_never_met_is_answered_too(here: Town) -> None:
    """In the language of their app, and without becoming known by it."""
    zoe = here.api.world.user("zoe_imaginee", "Zoé Imaginée", language="en")
    results = await found(here, zoe, "who can become an ally")
    assert results.button is not None
    assert results.button["text"] == "Ask the bot a question"
    assert results.articles
    asked = [call for call in here.api.world.calls if call.params.get("chat_id") == str(zoe)]
    assert asked == []


async def test_the_language_that_somebody_chose_counts(here: Town) -> None:
    """Not that of the app; an entry that nobody wrote in it says so."""
    await here.asked(here.chloe, "/language english", "I now write in English")
    results = await found(here, here.chloe, "comment devenir allié")
    assert results.button is not None
    assert results.button["text"] == "Ask the bot a question"
    assert "not available in English yet" in results.articles[0].body.text


async def test_what_is_not_in_the_base_is_not_made_up(here: Town) -> None:
    """There is a way to the bot instead, where people answer; nothing is kept of it."""
    results = await found(here, here.ada, NOWHERE)
    assert (results.articles, results.cache_time) == ((), 0)
    assert results.button == {"text": fr("choice-ask-instead"), "start_parameter": "inline"}
    await here.asked(here.ada, "/start inline", "bienvenue")


async def test_before_a_word_is_typed_the_base_can_be_looked_through(here: Town) -> None:
    """Each title once."""
    results = await found(here, here.ada, "")
    assert len(set(titles(results))) == len(titles(results)) == 20


async def test_words_are_found_while_they_are_typed(here: Town) -> None:
    """Half a word begins a title."""
    whole = titles(await found(here, here.ada, ""))[0]
    assert whole in titles(await found(here, here.ada, whole[: len(whole) // 2]))


async def test_what_is_sent_is_no_question_to_the_bot(bot: Served, here: Town) -> None:
    """In its own chat too: words that somebody sent through it are its own."""
    world = here.api.world
    query = world.look_up(here.basile, "comment devenir allié")
    results = await world.found(query)
    before = len(world.messages(here.basile))
    world.choose(query, results.articles[0].title, here.basile)
    await here.asked(here.basile, "/aide", "question")
    assert len(world.messages(here.basile)) == before + 3  # what was sent, the command, the help


async def test_nothing_that_was_looked_up_is_kept(bot: Served, here: Town) -> None:
    """No update of it enters the inbox, no row of it the outbox."""
    async with bot.app.database.begin() as store:
        posted = await store.said.posted_so_far()
    await found(here, here.ada, "le grand secret fictif")
    async with bot.app.database.begin() as store:
        assert await store.said.posted_so_far() == posted
        assert await store.inbox.waiting(("telegram",), at_most=50) == []


async def test_only_the_newest_words_of_a_person_are_answered(here: Town) -> None:
    """Whoever types on waits for no answer to half of it, and others are not kept waiting."""
    world = here.api.world
    queries = [world.look_up(here.ada, "comment devenir allié"[:length]) for length in range(1, 22)]
    other = world.look_up(here.basile, "permanence")
    assert (await world.found(queries[-1])).articles
    assert (await world.found(other)).articles
    await asyncio.sleep(0.2)
    answered = [query for query in queries if world.inline_queries[query].results is not None]
    assert len(answered) < len(queries)


async def test_a_held_database_does_not_keep_the_bot_from_hearing(bot: Served, here: Town) -> None:
    """Whoever looks up waits; the answer that comes in time is given."""
    async with bot.app.database.begin() as store:
        await store.fabriques.all()
        query = here.api.world.look_up(here.ada, "permanence")
        await asyncio.sleep(0.3)
        assert here.api.world.inline_queries[query].results is None
    assert (await here.api.world.found(query)).articles
