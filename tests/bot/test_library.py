"""The library: one index a fabrique, off the event loop, in step with the base."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from bot.calibrations import keep_judge
from bot.encoder import sentence_encoder
from bot.library import Library
from domain.fabriques import Fabrique
from domain.permanence import Band, Entry, Findings
from domain.retrieval import shipped
from storage import Database, Store
from tests.bot.office import Office
from tests.domain.letters import ByLetters
from tests.storage.standing import NOW

LONGEST_HELD = 0.02  # seconds


def entry(key: str, title: str, *wordings: str) -> Entry:
    """An entry of a base that does not exist."""
    day = date(2026, 1, 5)
    return Entry(0, key, title, wordings, "C’est ainsi.", "document fictif", day, (), "fr")


PERMANENCE = entry("permanence", "Quand a lieu la permanence ?", "date de la permanence")
CHARTE = entry("charte", "Que dit la charte ?", "lire la charte", "texte de la charte")


@asynccontextmanager
async def base_of(database: Database, slug: str, *entries: Entry) -> AsyncIterator[Store]:
    """A fabrique that knows these entries."""
    async with database.begin() as store:
        made = await store.fabriques.ensure(Fabrique(0, slug, "Fictive", "Europe/Paris", "fr"))
        store = store.of(made.id)
        await store.knowledge.replace_all(entries, now=NOW, overwrite=True)
        yield store


def keys(findings: Findings) -> Sequence[str]:
    """What was found, best first."""
    return [one.entry.key for one in findings.found]


async def test_each_fabrique_is_answered_from_its_own_base(office: Office) -> None:
    """Never from another's."""
    library = Library()
    async with base_of(office.app.database, "une", PERMANENCE) as store:
        assert keys(await library.find(store, "lire la charte")) == ["permanence"]
    async with base_of(office.app.database, "autre", CHARTE) as store:
        assert keys(await library.find(store, "lire la charte")) == ["charte"]


async def test_a_changed_entry_is_found_at_the_next_question(office: Office) -> None:
    """A new wording counts at once, and what is gone is not found again."""
    library, question = Library(), "on se voit quel mardi"
    async with base_of(office.app.database, "une", PERMANENCE, CHARTE) as store:
        assert (await library.find(store, question)).band is not Band.SURE
        taught = replace(PERMANENCE, wordings=(*PERMANENCE.wordings, question))
        await store.knowledge.replace_all([taught, CHARTE], now=NOW, overwrite=True)
        findings = await library.find(store, question)
        assert (keys(findings)[0], findings.band) == ("permanence", Band.SURE)
        await store.knowledge.replace_all([CHARTE], now=NOW, overwrite=True)
        assert keys(await library.find(store, question)) == ["charte"]


async def test_what_was_undone_is_not_found(office: Office) -> None:
    """A base that went back is read as it is now."""
    library = Library()
    async with base_of(office.app.database, "une", CHARTE) as store:
        await library.find(store, "charte")
        nested = await store.session.begin_nested()
        await store.knowledge.replace_all([CHARTE, PERMANENCE], now=NOW, overwrite=True)
        assert keys(await library.find(store, "permanence"))[0] == "permanence"
        await nested.rollback()
        store.session.expire_all()
        assert keys(await library.find(store, "permanence")) == ["charte"]


async def test_a_restart_encodes_nothing_again(office: Office, tmp_path: Path) -> None:
    """What the encoder made is kept; only the question is new."""
    async with base_of(office.app.database, "une", PERMANENCE, CHARTE) as store:
        before = await Library(ByLetters(), tmp_path).find(store, "la charte ?")
        encoder = ByLetters()
        after = await Library(encoder, tmp_path).find(store, "la charte ?")
    assert after == before
    assert encoder.encoded == ["la charte ?"]


async def test_a_kept_index_that_is_broken_is_made_anew(
    office: Office, tmp_path: Path, log: StringIO
) -> None:
    """Cut short by a full disk, or from another program."""
    async with base_of(office.app.database, "une", CHARTE) as store:
        (tmp_path / f"{store.fabrique}.npz").write_bytes(b"PK\3\4 cut short")
        assert keys(await Library(ByLetters(), tmp_path).find(store, "charte")) == ["charte"]
        assert "index not readable" in log.getvalue()
        encoder = ByLetters()
        await Library(encoder, tmp_path).find(store, "charte")
        assert encoder.encoded == ["charte"]


async def test_an_index_that_cannot_be_kept_costs_no_answer(
    office: Office, tmp_path: Path, log: StringIO
) -> None:
    """Only time at the next start."""
    (tmp_path / "file").write_text("")
    async with base_of(office.app.database, "une", CHARTE) as store:
        findings = await Library(ByLetters(), tmp_path / "file").find(store, "charte")
    assert keys(findings) == ["charte"]
    assert "index not kept" in log.getvalue()


async def test_a_fabrique_judges_as_it_was_calibrated(office: Office, tmp_path: Path) -> None:
    """Another fabrique, and another way of searching, as shipped."""
    nothing_is_sure = replace(shipped(by_meaning=False), sure=1.0)
    async with base_of(office.app.database, "une", CHARTE) as store:
        keep_judge(tmp_path, store.fabrique, nothing_is_sure, by_meaning=False)
        findings = await Library(None, tmp_path).find(store, "lire la charte")
        assert findings.band is Band.MAYBE
        assert Library(ByLetters(), tmp_path).judge(store.fabrique) == shipped(by_meaning=True)
        assert Library(None, tmp_path).judge(store.fabrique + 1) == shipped(by_meaning=False)


async def test_questions_at_the_same_time_are_answered_as_one_by_one(office: Office) -> None:
    """Who asks first changes nothing."""
    asked = ["lire la charte", "date de la permanence", "tout autre chose", "la charte c koi"]
    async with base_of(office.app.database, "une", PERMANENCE, CHARTE) as store:
        entries = await store.knowledge.entries()
        number = store.fabrique
    alone = [await Library().look_up(number, entries, one) for one in asked]
    library = Library()
    together = await asyncio.gather(*(library.look_up(number, entries, one) for one in asked))
    assert together == alone


async def test_others_are_answered_while_an_index_is_built(office: Office) -> None:
    """The event loop is not held: it ticks on, in median well within its measure."""
    many = [replace(CHARTE, id=one, key=f"c{one}", title=f"Titre {one}") for one in range(1, 400)]
    ticks: list[float] = []
    loop = asyncio.get_running_loop()

    async def tick() -> None:
        while True:
            begun = loop.time()
            await asyncio.sleep(0)
            ticks.append(loop.time() - begun)

    ticking = asyncio.create_task(tick())
    await Library().look_up(1, many, "titre 7")
    ticking.cancel()
    assert sorted(ticks)[len(ticks) // 2] < LONGEST_HELD


def test_without_the_encoder_wanted_there_is_none() -> None:
    """The setting is enough."""
    assert sentence_encoder(wanted=False) is None


def test_without_the_package_the_search_goes_by_words_and_says_so(
    monkeypatch: pytest.MonkeyPatch, log: StringIO
) -> None:
    """In one line of the log."""
    monkeypatch.setattr("bot.encoder.find_spec", lambda _: None)
    assert sentence_encoder(wanted=True) is None
    assert "searched by words alone" in log.getvalue()


def test_the_encoder_brings_two_languages_together() -> None:
    """A question in English lies closer to its French twin than to another French question; and
    the same text has the same row whatever is encoded beside it.
    """
    encoder = sentence_encoder(wanted=True)
    assert encoder is not None
    texts = ["How do I become a member?", "Comment devenir membre ?", "Où est la gare ?", "\ud83d"]
    rows = encoder.encode(texts)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1
    assert (encoder.encode(texts[1:2])[0] == rows[1]).all()


async def test_nothing_is_read_after_the_end() -> None:
    """A stop in the first moments is a stop, not a fault."""
    library = Library()
    library.close()
    await library.warm(1, [PERMANENCE])
