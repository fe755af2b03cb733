"""What is looked up while writing anywhere: public words, in the reader's language."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import OperationalError

from bot.clock import VirtualClock
from bot.library import Library
from bot.lookup import LINE, MOST, Lookups
from bot.transports.markup import BOT_API_UNITS, is_safe, measure_bot_api
from chat.transport import LookedUp, Speaker
from domain.fabriques import Fabrique
from locales import Languages
from storage import Database
from tests.small_base import BASE, entry
from tests.storage.standing import NOW

FRENCH = Speaker("501", "Ada Exemple", "ada", "fr-FR")
ENGLISH = Speaker("502", "Zoé Imaginée", None, "en")
LONG = "Un long récit fictif, <sans> fin & sans suite. " * 300


@pytest.fixture
async def library() -> AsyncIterator[Library]:
    """It searches by words."""
    library = Library()
    yield library
    library.close()


@pytest.fixture
async def lookups(database: Database, library: Library) -> Lookups:
    """A base of a few entries, one of them long and due to be read again."""
    more = [
        entry("recit", "Un récit sans fin", "le récit", body=LONG, review_on=date(2020, 1, 1)),
        *(entry(f"fiche-{n}", f"La fiche n° {n}", body=f"Numéro {n}.") for n in range(30)),
    ]
    async with database.begin() as store:
        made = await store.fabriques.ensure(Fabrique(0, "une", "Une", "Europe/Paris", "fr"))
        await store.of(made.id).knowledge.replace_all([*BASE, *more], now=NOW, overwrite=True)
    return Lookups(database, library, Languages(strict=True), VirtualClock(NOW))


def titles(found: LookedUp) -> list[str]:
    """The titles, in their order."""
    return [one.title for one in found.found]


async def test_an_entry_is_shown_once_in_the_readers_language(lookups: Lookups) -> None:
    """Whichever language it was found in."""
    french = await lookups.find("telegram", FRENCH, "prochaine permanence")
    english = await lookups.find("telegram", ENGLISH, "prochaine permanence")
    assert titles(french)[0] == "Quand a lieu la permanence ?"
    assert titles(english)[0] == "When is the monthly meeting?"
    assert "On the first Tuesday" in english.found[0].markup
    assert len({one.name for one in english.found}) == len(english.found)


async def test_a_title_is_found_by_the_beginning_of_a_word(lookups: Lookups) -> None:
    """Accents and capitals aside; and no more than somebody scrolls."""
    assert titles(await lookups.find("telegram", FRENCH, "RECI"))[0] == "Un récit sans fin"
    found = titles(await lookups.find("telegram", FRENCH, "fich"))
    assert found == [f"La fiche n° {n}" for n in range(MOST)]


async def test_what_is_shown_fits_every_message_and_says_how_old_it_is(lookups: Lookups) -> None:
    """A long entry is cut between words; its line is one line."""
    (shown,) = [
        one
        for one in (await lookups.find("telegram", FRENCH, "récit")).found
        if one.title == "Un récit sans fin"
    ]
    assert measure_bot_api(shown.markup) <= BOT_API_UNITS
    assert is_safe(shown.markup)
    assert len(shown.line) <= LINE
    assert "\n" not in shown.line


@pytest.mark.parametrize("typed", ["", "   "])
async def test_with_nothing_typed_the_base_is_looked_through(lookups: Lookups, typed: str) -> None:
    """From its beginning."""
    assert len((await lookups.find("telegram", FRENCH, typed)).found) == MOST


@pytest.mark.parametrize("typed", ["zorglub", "x" * 5000, "\0", "';--", "🌱" * 200])
async def test_what_is_not_there_leads_to_the_bot(lookups: Lookups, typed: str) -> None:
    """Whatever somebody types."""
    found = await lookups.find("telegram", FRENCH, typed)
    assert (titles(found), found.ask) == ([], "Pas trouvé\u202f? Demandez-moi")


async def test_nobody_becomes_known_by_looking_something_up(
    lookups: Lookups, database: Database
) -> None:
    """Nor does a chat."""
    await lookups.find("telegram", FRENCH, "permanence")
    async with database.begin() as store:
        there = store.of((await store.fabriques.all())[0].id)
        assert await there.people.known("telegram", FRENCH.account) is None
        assert await there.chats.known("telegram", FRENCH.account) is None


async def test_facts_of_the_moment_and_of_somebody_stay_out(
    lookups: Lookups, database: Database
) -> None:
    """A balance is nobody else's, and what is sent today is read next year."""
    async with database.begin() as store:
        there = store.of((await store.fabriques.all())[0].id)
        own = replace(entry("solde", "Où voir mon solde ?", body="Avec /solde."), live="balance")
        await there.knowledge.replace_all([own], now=NOW, overwrite=True)
    (shown,) = [
        one
        for one in (await lookups.find("telegram", FRENCH, "Où voir mon solde")).found
        if one.title == "Où voir mon solde ?"
    ]
    assert shown.markup.startswith("<b>Où voir mon solde ?</b>\nAvec /solde.\n\n<i>Source")


async def test_while_the_database_is_away_nothing_is_found_and_nothing_breaks(
    lookups: Lookups, database: Database, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor once the library has closed."""

    def away(*_: object) -> object:
        raise OperationalError("SELECT", {}, OSError("away"))

    with monkeypatch.context() as patch:
        patch.setattr(database, "begin", away)
        assert await lookups.find("telegram", FRENCH, "permanence") == LookedUp((), "")
    library.close()
    assert await lookups.find("telegram", FRENCH, "permanence") == LookedUp((), "")
