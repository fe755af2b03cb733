"""`/lettre`: the letters as pages and PDF, and the links that mails carry.

Whoever has a mail's link may say yes or leave; a GET only asks, since mail is looked through by
machines. Letters are read by anybody; no page tells who reads them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.clock import Clock
from bot.letters.page import HEADERS, Link, letter_page, list_page, word_page
from bot.letters.shown import pages_for
from bot.papers.leaflet_pdf import draw
from domain.fabriques import Fabrique
from domain.letter import Issue
from domain.values import Month
from locales import LANGUAGES, Language, Languages, guess
from storage import Database

UTC = ZoneInfo("UTC")

LETTERS = "/lettre"
"""The path under which letters are read."""

AT_ONCE = 2
"""Letters that are drawn as PDF side by side: each takes a part of a second."""


@dataclass(frozen=True)
class Asked:
    """What somebody asks a page for, and how they read."""

    fabrique: Fabrique
    language: Language
    base: str


class LetterPages:
    """The archive of every fabrique's letters, and what a mail's link does."""

    def __init__(self, database: Database, languages: Languages, clock: Clock) -> None:
        self._database = database
        self._languages = languages
        self._clock = clock
        self._drawing = asyncio.Semaphore(AT_ONCE)
        self._drawn: dict[tuple[str, str, str], bytes] = {}

    @property
    def routes(self) -> list[Route]:
        """Where they are read; the longer paths first."""
        both = ["GET", "POST"]
        return [
            Route(LETTERS, self._home),
            Route(f"{LETTERS}/oui/{{token}}", self._confirm, methods=both),
            Route(f"{LETTERS}/stop/{{token}}", self._leave, methods=both),
            Route(f"{LETTERS}/{{slug}}", self._list),
            Route(f"{LETTERS}/{{slug}}/{{issue}}.pdf", self._pdf),
            Route(f"{LETTERS}/{{slug}}/{{issue}}", self._letter),
        ]

    async def _home(self, request: Request) -> Response:
        """The first fabrique's letters."""
        async with self._database.begin() as store:
            first = (await store.fabriques.all())[0]
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{LETTERS}/{first.slug}{query}", headers=dict(HEADERS))

    async def _list(self, request: Request) -> Response:
        asked = await self._asked(request)
        if asked is None:
            return self._missing(request)
        gone = await self._gone(asked.fabrique)
        links = [
            Link(self._called(one, asked), f"{asked.base}/{one.name}{_query(asked)}")
            for one in gone
        ]
        title = self._say(asked, "page-letters")
        none = self._say(asked, "page-letters-none")
        return _html(
            list_page(asked.language.code, title, links, none, [self._other(asked, asked.base)])
        )

    async def _letter(self, request: Request) -> Response:
        asked, issue = await self._found(request)
        if asked is None or issue is None:
            return self._missing(request)
        here = f"{asked.base}/{issue.name}"
        links = [
            Link(self._say(asked, "page-pdf"), f"{here}.pdf{_query(asked)}"),
            Link(self._say(asked, "page-letters-all"), f"{asked.base}{_query(asked)}"),
            self._other(asked, here),
        ]
        return _html(letter_page(pages_for(issue, asked.fabrique, asked.language), links))

    async def _pdf(self, request: Request) -> Response:
        asked, issue = await self._found(request)
        if asked is None or issue is None:
            return self._missing(request)
        pages = pages_for(issue, asked.fabrique, asked.language)
        key = (asked.fabrique.slug, issue.name, asked.language.code)
        async with self._drawing:
            if key not in self._drawn:
                self._drawn[key] = await asyncio.to_thread(draw, pages)
        disposition = {"content-disposition": f'inline; filename="{pages.name}"'}
        return Response(
            self._drawn[key], media_type="application/pdf", headers={**HEADERS, **disposition}
        )

    async def _confirm(self, request: Request) -> Response:
        """Ask whether somebody wants the letter; POST says they do."""

        async def act(token: str) -> bool:
            async with self._database.begin() as store:
                found = await store.mail.confirm_by_link(token, now=self._clock.now())
            return found is not None

        words = ("page-confirm", "page-confirm-button", "page-confirmed")
        return await self._linked(request, words, act)

    async def _leave(self, request: Request) -> Response:
        """Ask whether somebody wants no more letters; POST says so, also a mail program's own
        (RFC 8058).
        """

        async def act(token: str) -> bool:
            async with self._database.begin() as store:
                if reader := await store.mail.by_token(token):
                    await store.mail.leave(reader.id)
            return True

        words = ("page-leave", "page-leave-button", "page-left")
        return await self._linked(request, words, act)

    async def _linked(
        self,
        request: Request,
        words: tuple[str, str, str],
        act: Callable[[str], Awaitable[bool]],
    ) -> Response:
        """Ask, with a button that does it; done, or over, say so alike for any token."""
        asks, button, done = words
        token = request.path_params["token"]
        asked, known = await self._of_token(request, token)
        over = "page-confirm-over" if asks == "page-confirm" else done
        if request.method == "POST":
            went = await act(token)
            return self._word(asked, done if went else over)
        return self._word(asked, asks, button) if known else self._word(asked, over)

    async def _of_token(self, request: Request, token: str) -> tuple[Asked, bool]:
        """Whose letter a link is about, and whether it is anybody's."""
        async with self._database.begin() as store:
            reader = await store.mail.by_token(token)
            fabrique = (await store.fabriques.all())[0]
            if reader is not None:
                fabrique = await store.fabriques.fabrique(await store.mail.fabrique_of(reader.id))
        return Asked(fabrique, self._language(request), LETTERS), reader is not None

    def _word(self, asked: Asked, id: str, button: str = "") -> Response:
        shown = self._say(asked, button) if button else ""
        return _html(word_page(asked.language.code, self._say(asked, id), shown))

    async def _asked(self, request: Request) -> Asked | None:
        slug = request.path_params["slug"]
        async with self._database.begin() as store:
            fabriques = await store.fabriques.all()
        found = next((one for one in fabriques if one.slug == slug), None)
        if found is None:
            return None
        return Asked(found, self._language(request), f"{LETTERS}/{found.slug}")

    async def _found(self, request: Request) -> tuple[Asked | None, Issue | None]:
        asked = await self._asked(request)
        name = request.path_params["issue"]
        gone = await self._gone(asked.fabrique) if asked else []
        return asked, next((one for one in gone if one.name == name), None)

    async def _gone(self, fabrique: Fabrique) -> list[Issue]:
        async with self._database.begin(fabrique.id) as store:
            return list(await store.letter_editions.gone())

    def _language(self, request: Request) -> Language:
        """The one that is asked for, else what the browser says first."""
        wanted = request.query_params.get("lang", "")
        if wanted not in LANGUAGES:
            wanted = guess(request.headers.get("accept-language", "").split(",")[0] or None)
        return self._languages[wanted]

    def _other(self, asked: Asked, path: str) -> Link:
        """The same page in the other language."""
        other = next(code for code in LANGUAGES if code != asked.language.code)
        return Link(self._say(asked, "page-other-language"), f"{path}?lang={other}", other)

    def _called(self, issue: Issue, asked: Asked) -> str:
        month = asked.language.cell(Month(issue.month), zone=asked.fabrique.zone)
        month = month[:1].upper() + month[1:]
        return f"{month} · {issue.title}" if issue.title else month

    def _say(self, asked: Asked, id: str) -> str:
        values = {"fabrique": asked.fabrique.name}
        return asked.language.plain(id, values, zone=asked.fabrique.zone)

    def _missing(self, request: Request) -> Response:
        language = self._language(request)
        return _html(
            word_page(language.code, language.plain("page-missing", {}, zone=UTC)),
            HTTPStatus.NOT_FOUND,
        )


def _query(asked: Asked) -> str:
    """What keeps a reader in their language."""
    return f"?lang={asked.language.code}"


def _html(content: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(
        content,
        status_code=status,
        media_type="text/html",
        headers={**HEADERS, "cache-control": "no-cache", "vary": "accept-language"},
    )
