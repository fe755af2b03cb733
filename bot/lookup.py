"""What the base says to somebody who looks it up while writing anywhere, also far from the bot.

They read the titles and send one themselves. Nothing of it is kept: neither the words, nor who.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.library import Closed, Library
from bot.transports.markup import BOT_API_UNITS, measure_bot_api, split
from chat.transport import LookedUp, Shown, Speaker
from chat.words import Words
from domain.fabriques import Fabrique
from domain.people import fold
from domain.permanence import Band, Entry
from domain.small_talk import without_manners
from domain.values import Multiline, OnDate
from locales import Languages, guess
from storage import Database

MOST = 20
"""Titles that are offered at a time; platforms take fifty, and nobody reads as many."""

LIKELY = 6
"""Entries that are found for a question; what is further down answers another one."""

LINE = 120
"""Characters of an entry that are shown under its title."""

TYPED_MOST = 256
"""Characters that are looked up, as many as a platform brings."""

log = structlog.get_logger(__name__)


class Lookups:
    """Looks up what people type, in the base of the fabrique that they speak to in private."""

    def __init__(
        self, database: Database, library: Library, languages: Languages, clock: Clock
    ) -> None:
        self._database = database
        self._library = library
        self._languages = languages
        self._clock = clock

    async def find(self, platform: str, speaker: Speaker, typed: str) -> LookedUp:
        """Titles with their answers, likeliest first; none when nothing is likely enough."""
        try:
            fabrique, language, entries = await self._base_of(platform, speaker)
            found = await self._found(fabrique, entries, typed.strip()[:TYPED_MOST])
        except (SQLAlchemyError, OSError, Closed) as error:
            log.warning("not looked up", kind=type(error).__name__)
            return LookedUp((), "")
        told = _in_language(found, entries, language)
        shown = tuple(self._shown(entry, fabrique, language) for entry in told[:MOST])
        ask = Words("choice-ask-elsewhere" if shown or not typed.strip() else "choice-ask-instead")
        return LookedUp(shown, self._languages[language].plain(ask.id, {}, zone=fabrique.zone))

    async def _base_of(
        self, platform: str, speaker: Speaker
    ) -> tuple[Fabrique, str, Sequence[Entry]]:
        """The fabrique that somebody speaks to in private, their language, and its base."""
        async with self._database.begin() as store:
            fabrique = await store.fabriques.of_chat(platform, speaker.account)
            there = store.of(fabrique.id)
            person = await there.people.known(platform, speaker.account)
            language = guess(speaker.language)
            if person is not None:
                language = await there.people.language(person.id)
            return fabrique, language, await self._library.entries(there)

    async def _found(
        self, fabrique: Fabrique, entries: Sequence[Entry], typed: str
    ) -> Sequence[Entry]:
        """What is likely, after the titles that begin a word with what is typed; all, at first."""
        if not typed:
            return entries
        begun = [entry for entry in entries if f" {fold(typed)}" in f" {fold(entry.title)}"]
        findings = await self._library.look_up(
            fabrique.id, entries, without_manners(typed), at_most=LIKELY
        )
        likely = [] if findings.band is Band.UNSURE else [one.entry for one in findings.found]
        return [*begun, *likely]

    def _shown(self, entry: Entry, fabrique: Fabrique, language: str) -> Shown:
        words = [Words("answer", {"title": entry.title, "body": Multiline(entry.body)})]
        if entry.language != language:
            words.insert(0, Words("answer-other-language", {"language": entry.language}))
        source = {"source": entry.source, "day": OnDate(entry.true_on)}
        words.append(Words("answer-source", source))
        if entry.is_stale(self._clock.now().astimezone(fabrique.zone).date()):
            words.append(Words("answer-to-review"))
        write = self._languages[language].markup
        whole = "\n\n".join(write(one.id, one.values, zone=fabrique.zone) for one in words)
        markup = split(whole, most=BOT_API_UNITS, measure=measure_bot_api)[0]
        line = " ".join(entry.body.split())[:LINE]
        return Shown(f"{fabrique.id}-{entry.id}", entry.title, line, markup)


def _in_language(found: Sequence[Entry], entries: Sequence[Entry], language: str) -> list[Entry]:
    """Each entry once, as the reader reads it where somebody wrote it so."""
    own = {entry.key: entry for entry in entries if entry.language == language}
    return list({entry.key: own.get(entry.key, entry) for entry in found}.values())
