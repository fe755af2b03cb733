"""The letters as pages: read by anybody, safe, and what a mail's link does."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.web.letters import LetterPages
from locales import Languages
from tests.bot.test_web import served
from tests.dialogues.mails import ADA, SITE, letter_leaves, mailing, subscribed, words
from tests.pdf_text import pages
from tests.talk import Talk, talk_on

HERE = "/lettre/nationale/2026-02"


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    """A talk; what is beside it does not matter to pages."""
    async with talk_on("telegram", tmp_path) as talk:
        yield talk


@asynccontextmanager
async def reading(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody with a browser."""
    shown = LetterPages(talk.stage.app.database, Languages(strict=True), talk.stage.clock)
    async with served(*shown.routes) as client:
        yield client


async def test_a_letter_is_a_page_and_a_print(talk: Talk) -> None:
    """In the language that is asked for, with what somebody wrote shown as they wrote it."""
    await letter_leaves(talk, "Le verger & <script>alert(1)</script> https://exemple.org/?a=1&b=2.")
    async with reading(talk) as client:
        home = await client.get("/lettre", follow_redirects=True)
        assert 'href="/lettre/nationale/2026-02?lang=fr"' in home.text
        french = await client.get(HERE)
        english = await client.get(HERE, headers={"accept-language": "en-GB,en;q=0.8"})
        printed = await client.get(f"{HERE}.pdf")
        head = await client.head(HERE)
    assert "<h2>Initiatives</h2>" in french.text
    assert "<script" not in french.text
    assert 'href="https://exemple.org/?a=1&amp;b=2"' in french.text
    assert '<html lang="en">' in english.text
    assert "The alliance’s letter" in english.text
    policy = french.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert printed.headers["content-type"] == "application/pdf"
    assert "verger" in " ".join(" ".join(one) for one in pages(printed.content))
    assert head.status_code == 200


async def test_headings_are_in_order_and_nothing_is_fetched(talk: Talk) -> None:
    """One h1, then h2 only; no picture, script or sheet from elsewhere."""
    await letter_leaves(talk)
    async with reading(talk) as client:
        text = (await client.get(HERE)).text
    assert re.findall(r"<h(\d)", text) == ["1", "2"]
    assert re.findall(r"<(?:img|script|link|iframe|object)|@import|url\(", text) == []


@pytest.mark.parametrize(
    "path",
    [
        "/lettre/nationale/2026-03",
        "/lettre/nationale/2026-03.pdf",
        "/lettre/nationale/..%2f..%2fetc",
        "/lettre/ailleurs",
        "/lettre/ailleurs/2026-02",
        "/lettre/nationale/<script>",
    ],
)
async def test_what_is_not_there_is_said_kindly(talk: Talk, path: str) -> None:
    """A letter that is being made is not there either."""
    async with reading(talk) as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "<script" not in answer.text


async def test_a_letter_that_is_made_or_held_is_no_page(talk: Talk) -> None:
    """Approved or not, it is nobody's before it left."""
    await talk.say("Ada", "/proposer Un verger")
    await talk.press("Ada", "Une nouvelle")
    await talk.press("Driss", "Approuver", chat="#equipe")
    await talk.say("Driss", "/lettre", chat="#equipe")
    await talk.press("Driss", "C’est bon, elle peut partir", chat="#equipe")
    async with reading(talk) as client:
        assert (await client.get(HERE)).status_code == 404
        assert "n’est pas encore parue" in (await client.get("/lettre/nationale")).text


async def test_a_mail_s_links_ask_first_and_do_it_by_post(talk: Talk) -> None:
    """A machine that looks through mail changes nothing; a button does, twice without harm."""
    async with mailing(talk) as server, reading(talk) as client:
        await talk.say("Ada", f"/lettre email {ADA}")
        found = re.search(r"https://bot\.exemple\.org(/lettre/oui/\S+)", words(server.got[0]))
        assert found
        asked = await client.get(found[1])
        assert "<button>Oui, je veux la lettre</button>" in asked.text
        assert "J’ai écrit" in "".join(await talk.say("Ada", "/lettre email"))
        for _ in range(2):
            assert "C’est fait" in (await client.post(found[1])).text
        await talk.say("Ada", "/annuler")
        assert "vous parvient" in "".join(await talk.say("Ada", "/lettre email"))

        await letter_leaves(talk)
        stop = re.search(r"(/lettre/stop/\w+)", str(server.got[1]["List-Unsubscribe"]))
        assert stop
        assert "<button>" in (await client.get(stop[1])).text
        assert "vous parvient" in "".join(await talk.say("Ada", "/lettre email"))
        gone = await client.post(stop[1], data={"List-Unsubscribe": "One-Click"})
        assert gone.status_code == 200
        assert "oubliée" in gone.text
        assert "oubliée" in (await client.post(stop[1])).text
        assert "oubliée" in (await client.get(stop[1])).text
        assert "Je peux vous envoyer" in "".join(await talk.say("Ada", "/lettre email"))


async def test_a_link_that_is_too_old_or_nobody_s_says_so(talk: Talk) -> None:
    """Alike for both: a token tells nothing to who guesses."""
    async with mailing(talk) as server, reading(talk) as client:
        await talk.say("Ada", f"/lettre email {ADA}")
        found = re.search(r"(/lettre/oui/\S+)", words(server.got[0]))
        assert found
        await talk.do({"do": "clock", "to": "2026-01-09T09:00:00+01:00"})
        late = (await client.post(found[1])).text
        nobody = (await client.post("/lettre/oui/aaaaaaaaaaaaaaaaaaaaaaaa")).text
    assert "plus de trois jours" in late
    assert late == nobody


async def test_a_reader_hears_of_the_page_where_there_is_one(talk: Talk) -> None:
    """With the address of the public pages."""
    async with talk.stage.app.database.begin() as store:
        [fabrique] = await store.fabriques.all()
        await store.fabriques.ensure(replace(fabrique, site=SITE))
    async with mailing(talk) as server:
        await subscribed(talk, server)
        await letter_leaves(talk)
        assert "https://bot.exemple.org/lettre/nationale/2026-02" in "".join(
            await talk.say("Ada", "/lettre")
        )
