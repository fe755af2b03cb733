"""The agenda on the web: what anybody may read of it, by a real client over a real line."""

from __future__ import annotations

import asyncio
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import feedparser
import httpx
import icalendar
import pytest
import recurring_ical_events

from bot.clock import VirtualClock
from bot.place_files import load as load_places
from bot.web.agenda import Agenda
from bot.web.limits import ASKERS, BURST, EVERYBODY, Limit
from domain.events import Access, Cost, Details, FoundEvent, State, Status
from domain.fabriques import Fabrique
from domain.postings import Taste
from domain.venues import Venue
from locales import Languages
from storage import Database, Store
from storage.chats import Address
from tests.bot.test_web import served

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SITE = "https://robot.exemple.org"
TOKEN = "a" * 35 + "2"
ATOM = "{http://www.w3.org/2005/Atom}"

WORKSHOP = FoundEvent(
    uid="atelier",
    title="Atelier vélo : préparer <l’hiver> & le reste",
    start=datetime(2026, 11, 28, 17, 30, tzinfo=UTC),
    end=datetime(2026, 11, 28, 19, 30, tzinfo=UTC),
    all_day=False,
    place="La Roue Libre fictive",
    link="https://exemple.org/atelier",
    status=Status.SCHEDULED,
    details=Details(
        text="Venez avec votre vélo.\n\nOn a des outils.",
        cost=Cost.OPEN,
        conditions="sur inscription",
        access=(Access.STEP_FREE, Access.HEARING_LOOP),
        tags=("mobility",),
        volunteers="deux personnes pour ranger",
    ),
)
CONCERT = replace(
    WORKSHOP,
    uid="concert",
    title="Concert fictif",
    start=WORKSHOP.start + timedelta(days=1),
    end=None,
    place="Salle Modèle",
    status=Status.CANCELLED,
    details=Details(tags=("culture",)),
)
EXHIBITION = replace(
    WORKSHOP,
    uid="expo",
    title="Rivière retrouvée",
    start=datetime(2026, 11, 9, 23, 0, tzinfo=UTC),
    end=datetime(2026, 12, 12, 23, 0, tzinfo=UTC),
    all_day=True,
    place="Médiathèque fictive",
    details=Details(tags=("exhibition",)),
)


@dataclass
class Town:
    """A client, the store behind the server, and the moment it is there."""

    client: httpx.AsyncClient
    database: Database
    clock: VirtualClock
    fabrique: Fabrique
    numbers: dict[str, int]

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """What is answered at a path."""
        return await self.client.get(path, headers=headers)


async def announce(store: Store, found: FoundEvent, state: State = State.APPROVED) -> int:
    """An event that the team decided about."""
    [event] = await store.events.take_in(
        [found], source="chat", batch="b", by=None, state=state, now=NOW
    )
    return event.id


@asynccontextmanager
async def town(database: Database, *, public: bool = True) -> AsyncIterator[Town]:
    """Two fabriques on one server; the second one has an event of its own."""
    wanted = Fabrique(
        0, "nationale", "Fabrique fictive", "Europe/Paris", "fr", site=SITE, public_agenda=public
    )
    further = replace(wanted, slug="saint-etienne", name="Ici", site=f"{SITE}/saint-etienne")
    async with database.begin() as store:
        fabrique = await store.fabriques.ensure(wanted)
        second = store.of((await store.fabriques.ensure(further)).id)
        here = store.of(fabrique.id)
        await here.venues.keep(
            Venue(
                0,
                "La Roue Libre fictive",
                address="3 rue des Exemples",
                latitude=45.4,
                longitude=4.4,
            )
        )
        found = {"workshop": WORKSHOP, "concert": CONCERT, "exhibition": EXHIBITION}
        numbers = {name: await announce(here, one) for name, one in found.items()}
        hidden = replace(WORKSHOP, uid="caché", title="Encore secret")
        numbers["hidden"] = await announce(here, hidden, State.PROPOSED)
        numbers["second"] = await announce(second, replace(WORKSHOP, uid="ici", title="Chez nous"))
    clock = VirtualClock(NOW)
    agenda = Agenda(database, clock, Languages(strict=True), load_places())
    async with served(*agenda.routes) as client:
        yield Town(client, database, clock, fabrique, numbers)


def events(answer: httpx.Response) -> list[icalendar.Event]:
    """What a calendar holds."""
    return list(icalendar.Calendar.from_ical(answer.content).events)


def value(component: icalendar.Component, name: str) -> Any:
    """A value of a calendar or an event."""
    return component[name]


def titles(answer: httpx.Response) -> list[str]:
    """The titles in a calendar, in their order."""
    return [value(one, "SUMMARY") for one in events(answer)]


class Outline(HTMLParser):
    """What a page is made of: tags that are open, and all that could run or fetch something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.headings: list[str] = []
        self.foreign: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        named = dict(attrs)
        self.foreign += [
            name for name in named if name.startswith("on") or name in ("style", "src")
        ]
        if tag in ("script", "iframe", "form", "img", "object"):
            self.foreign.append(tag)
        if tag == "a":
            self.links.append(named.get("href") or "")
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if tag not in ("meta", "link", "br"):
            self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """What was opened last is closed first."""
        assert self.tags.pop() == tag


def outline(answer: httpx.Response) -> Outline:
    """A page as a machine reads it; fails where a tag is not closed."""
    found = Outline()
    found.feed(answer.text)
    found.close()
    assert found.tags == []
    return found


async def test_the_page_tells_the_coming_days(database: Database) -> None:
    """By day, what lasts at the end, what is off struck, what waits for the team nowhere."""
    async with town(database) as here:
        answer = await here.get("/agenda")
    text = answer.text
    assert answer.status_code == 200
    order = [
        "samedi 28 novembre",
        "préparer &lt;l’hiver&gt; &amp; le reste",
        "dimanche 29",
        "En ce moment",
    ]
    assert sorted(order, key=text.index) == order
    assert "18\u202fh\u202f30 – 20\u202fh\u202f30" in text
    assert "<s>Concert fictif</s>" in text
    assert "Annulé" in text
    assert "jusqu’au 12 décembre 2026" in text
    assert "prix libre · plain-pied · boucle magnétique · coup de main cherché" in text
    assert "Encore secret" not in text
    assert "Chez nous" not in text


async def test_nothing_on_a_page_runs_and_nothing_is_fetched(database: Database) -> None:
    """Its policy says so too; headings are in order, and each link leads somewhere."""
    async with town(database) as here:
        pages = [
            await here.get("/agenda"),
            await here.get(f"/agenda/evenement/{here.numbers['workshop']}"),
        ]
    for answer in pages:
        found = outline(answer)
        assert found.foreign == []
        assert found.headings[0] == "h1"
        assert "" not in found.links
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_page_is_in_its_readers_language(database: Database) -> None:
    """As a browser says, or as a link says; else in that of the fabrique."""
    wishes = {
        "en-GB,en;q=0.8,fr;q=0.5": "en",
        "fr;q=0.4, en;q=0.9": "en",
        "de, fr;q=0.2": "fr",
        "de": "fr",
        "en;q=0": "fr",
        "nonsense;;;q=x": "fr",
        "": "fr",
    }
    async with town(database) as here:
        for wish, code in wishes.items():
            answer = await here.get("/agenda", **{"accept-language": wish})
            assert f'<html lang="{code}">' in answer.text, wish
            assert answer.headers["vary"] == "Accept-Language"
        chosen = await here.get("/agenda?langue=en", **{"accept-language": "fr"})
    assert "Saturday 28 November" in chosen.text
    assert "step-free · hearing loop" in chosen.text


async def test_an_event_has_a_page_and_a_file(database: Database) -> None:
    """With all that is known of it."""
    async with town(database) as here:
        path = f"/agenda/evenement/{here.numbers['workshop']}"
        page, file = await here.get(path), await here.get(f"{path}.ics")
    for told in ("3 rue des Exemples", "On a des outils.", "sur inscription", "deux personnes"):
        assert told in page.text
    [event] = events(file)
    assert file.headers["content-type"].startswith("text/calendar")
    assert value(event, "LOCATION") == "La Roue Libre fictive, 3 rue des Exemples"
    assert "Prix\u202f: prix libre" in value(event, "DESCRIPTION")
    assert "Accès\u202f: plain-pied et boucle magnétique" in value(event, "DESCRIPTION")
    assert value(event, "CATEGORIES").to_ical() == "vélo et mobilités".encode()


async def test_what_the_team_did_not_let_through_is_not_there(database: Database) -> None:
    """Nor what is of another fabrique; a page says so in words, a file by its number."""
    async with town(database) as here:
        for name in ("hidden", "second"):
            path = f"/agenda/evenement/{here.numbers[name]}"
            page, file = await here.get(path), await here.get(f"{path}.ics")
            assert (page.status_code, file.status_code) == (404, 404)
            assert "Encore secret" not in page.text
            assert "Tout l’agenda" in page.text
        [title] = titles(await here.get("/saint-etienne/agenda.ics"))
        assert title == "Chez nous"
        page = await here.get(f"/saint-etienne/agenda/evenement/{here.numbers['second']}")
        assert page.status_code == 200
        assert f'href="{SITE}/saint-etienne/agenda"' in page.text


async def test_nonsense_is_refused(database: Database) -> None:
    """As is any other verb than reading."""
    nonsense = [
        "/agenda/evenement/abc",
        "/agenda/evenement/-1",
        "/agenda/evenement/1.pdf",
        f"/agenda/evenement/{'9' * 40}",
        "/agenda/court.ics",
        f"/agenda/{TOKEN}.exe",
        "/Pas%20Un%20Nom/agenda",
    ]
    async with town(database) as here:
        assert [(await here.get(one)).status_code for one in nonsense] == [400] * len(nonsense)
        for unknown in (
            f"/agenda/{TOKEN}.ics",
            "/inconnue/agenda",
            "/agenda/",
            "/agenda/evenement/",
        ):
            assert (await here.get(unknown)).status_code == 404, unknown
        for verb in ("POST", "PUT", "DELETE", "PATCH"):
            assert (await here.client.request(verb, "/agenda")).status_code == 405


async def test_nothing_is_public_that_an_operator_did_not_open(database: Database) -> None:
    """A secret address is followed all the same."""
    async with town(database, public=False) as here:
        paths = ("", ".ics", ".atom", f"/evenement/{here.numbers['workshop']}")
        assert [(await here.get(f"/agenda{one}")).status_code for one in paths] == [404] * 4
        async with here.database.begin(here.fabrique.id) as store:
            chat = await store.chats.open(
                Address("telegram", "1", True, ""), language="fr", now=NOW
            )
            await store.calendar_addresses.make(chat.id, TOKEN, now=NOW)
        answer = await here.get(f"/agenda/{TOKEN}.ics")
    assert "Concert fictif" in "".join(titles(answer))


async def test_a_chat_follows_its_own_taste_in_its_own_language(database: Database) -> None:
    """Whatever language the calendar's program speaks; nobody else keeps the answer."""
    async with town(database) as here:
        async with here.database.begin(here.fabrique.id) as store:
            place = Address("telegram", "-7", False, "Quartier")
            chat = await store.chats.open(place, language="en", now=NOW)
            taste = replace(chat.posting, taste=Taste(subjects=("culture",)))
            await store.chats.set_posting(chat.id, taste)
            await store.calendar_addresses.make(chat.id, TOKEN, now=NOW)
        answer = await here.get(f"/agenda/{TOKEN}.ics", **{"accept-language": "fr"})
    assert titles(answer) == ["Cancelled — Concert fictif"]
    assert value(events(answer)[0], "STATUS") == "CANCELLED"
    assert answer.headers["cache-control"] == "private, max-age=300"
    assert "vary" not in answer.headers
    assert TOKEN not in answer.text
    assert "Quartier" not in answer.text


async def test_an_address_that_ended_is_gone(database: Database) -> None:
    """And so is that of a group which the bot left, until it is back."""
    async with town(database) as here:
        async with here.database.begin(here.fabrique.id) as store:
            place = Address("telegram", "-7", False, "Quartier")
            chat = await store.chats.open(place, language="fr", now=NOW)
            await store.calendar_addresses.make(chat.id, "b" * 36, now=NOW)
            await store.calendar_addresses.make(chat.id, TOKEN, now=NOW)
        assert (await here.get(f"/agenda/{'b' * 36}.ics")).status_code == 410
        assert (await here.get(f"/agenda/{TOKEN}.ics")).status_code == 200
        async with here.database.begin(here.fabrique.id) as store:
            await store.chats.leave(chat.id)
        assert (await here.get(f"/agenda/{TOKEN}.ics")).status_code == 410
        async with here.database.begin(here.fabrique.id) as store:
            await store.chats.open(place, language="fr", now=NOW)
        assert (await here.get(f"/agenda/{TOKEN}.ics")).status_code == 200


@pytest.mark.parametrize("path", ["/agenda", "/agenda.ics", "/agenda.atom"])
async def test_what_did_not_change_is_not_sent_again(database: Database, path: str) -> None:
    """All day long; a correction is sent at the next look."""
    async with town(database) as here:
        first = await here.get(path)
        tag = first.headers["etag"]
        here.clock.set(NOW + timedelta(hours=8))
        for known in (tag, f"W/{tag}", f'"autre", {tag}', "*"):
            again = await here.get(path, **{"if-none-match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        head = await here.client.head(path)
        assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)
        assert head.headers["content-length"] == str(len(first.content))
        moved = replace(WORKSHOP, place="Ailleurs")
        async with here.database.begin(here.fabrique.id) as store:
            await store.events.take_in(
                [moved],
                source="chat",
                batch="b",
                by=None,
                follows=True,
                now=NOW + timedelta(hours=8),
            )
        changed = await here.get(path, **{"if-none-match": tag})
        assert changed.status_code == 200
        assert "Ailleurs" in changed.text


async def test_a_change_raises_the_number_that_calendars_look_at(database: Database) -> None:
    """Under the same name, later; words beside the title change nothing for them."""
    async with town(database) as here:
        path = f"/agenda/evenement/{here.numbers['workshop']}.ics"
        [before] = events(await here.get(path))
        wordier = replace(WORKSHOP, details=Details(text="Autre texte"))
        later = replace(wordier, start=WORKSHOP.start + timedelta(hours=1))
        for found in (wordier, later, later):
            async with here.database.begin(here.fabrique.id) as store:
                await store.events.take_in(
                    [found],
                    source="chat",
                    batch="b",
                    by=None,
                    follows=True,
                    now=NOW + timedelta(hours=2),
                )
        [after] = events(await here.get(path))
    assert value(before, "UID") == value(after, "UID")
    assert (value(before, "SEQUENCE"), value(after, "SEQUENCE")) == (0, 1)
    moments = [value(one, "LAST-MODIFIED").dt for one in (before, after)]
    assert moments == [NOW, NOW + timedelta(hours=2)]


async def test_what_left_the_agenda_is_struck_for_thirty_days(database: Database) -> None:
    """By its name alone, under the number it had: in the calendar and in the feed. What was never
    public stays unsaid.
    """
    async with town(database) as here:
        [before] = [
            one
            for one in events(await here.get("/agenda.ics"))
            if "Rivière" in value(one, "SUMMARY")
        ]
        async with here.database.begin(here.fabrique.id) as store:
            for name in ("exhibition", "hidden"):
                await store.events.decide(here.numbers[name], State.REFUSED, now=NOW)
        calendar, feed = await here.get("/agenda.ics"), await here.get("/agenda.atom")
        page = await here.get("/agenda")
        here.clock.set(NOW + timedelta(days=31))
        later = await here.get("/agenda.ics")
    [after] = [one for one in events(calendar) if value(one, "UID") == value(before, "UID")]
    assert (value(after, "STATUS"), value(after, "SEQUENCE")) == ("CANCELLED", 1)
    assert "DESCRIPTION" not in after
    assert "Annulé — Rivière retrouvée" in feed.text
    assert "Rivière" not in page.text
    assert "Encore secret" not in calendar.text + feed.text
    assert value(before, "UID") not in later.text


async def test_a_calendar_that_is_followed_reads_back(database: Database) -> None:
    """By a library that unfolds recurrences, in the hours of the place."""
    async with town(database) as here:
        answer = await here.get("/agenda.ics")
    calendar = icalendar.Calendar.from_ical(answer.content)
    [found] = recurring_ical_events.of(calendar).at((2026, 11, 28))[-1:]
    day = recurring_ical_events.of(calendar).at((2026, 11, 28))
    starts = {str(value(one, "SUMMARY")): one.start for one in day}
    assert starts[WORKSHOP.title] == WORKSHOP.start
    assert value(found, "UID")
    assert value(calendar, "REFRESH-INTERVAL").dt == timedelta(hours=6)
    assert value(calendar, "X-WR-CALNAME") == "Agenda — Fabrique fictive"
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75


async def test_the_feed_is_one(database: Database) -> None:
    """Each entry under a name for good, with a page; read by a feed reader."""
    async with town(database) as here:
        answer = await here.get("/agenda.atom")
        page = await here.get(f"/agenda/evenement/{here.numbers['workshop']}")
    assert page.status_code == 200
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{needed}"), needed
    read = feedparser.parse(answer.content)
    assert read.bozo == 0
    assert read.feed.author == "Fabrique fictive"
    by_title = {entry.title: entry for entry in read.entries}
    assert len(by_title) == 3
    workshop = by_title[WORKSHOP.title]
    assert workshop.id.startswith("urn:uuid:")
    assert workshop.link == f"{SITE}/agenda/evenement/{here.numbers['workshop']}"
    assert "samedi 28 novembre, 18\u202fh\u202f30" in workshop.content[0].value


async def test_who_asks_too_often_waits(database: Database) -> None:
    """Others are answered meanwhile, whom the proxy names."""
    async with town(database) as here:
        one = {"x-forwarded-for": "203.0.113.7"}
        asked = await asyncio.gather(*(here.get("/agenda.atom", **one) for _ in range(BURST + 5)))
        refused = [answer for answer in asked if answer.status_code == 429]
        assert 1 <= len(refused) <= 5
        assert int(refused[0].headers["retry-after"]) >= 1
        other = await here.get("/agenda", **{"x-forwarded-for": "203.0.113.7, 198.51.100.2"})
        assert other.status_code == 200


def test_a_limit_gives_back_with_time_and_forgets() -> None:
    """A request a second, for each asker; all together have a limit too."""
    limit = Limit()
    assert [limit.wait("a", 0.0) for _ in range(BURST)] == [0] * BURST
    assert limit.wait("a", 0.0) == 1
    assert limit.wait("a", 1.5) == 0
    crowd = [limit.wait(f"asker {number}", 2.0) for number in range(BURST * EVERYBODY)]
    assert 0 in crowd
    assert crowd[-1] > 0
    for number in range(ASKERS + 10):
        limit.wait(f"later {number}", 9000.0)
    assert len(limit._left) <= ASKERS + 1


async def test_a_long_agenda_keeps_nobody_waiting(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loop turns while it is drawn, and what did not change is not drawn again."""
    drawn, beside = list[object](), asyncio.to_thread

    async def watched(draw: Callable[[], object]) -> object:
        turned = threading.Event()
        asyncio.get_running_loop().call_soon(turned.set)

        def once_the_loop_turned() -> object:
            assert turned.wait(60)
            drawn.append(draw())
            return drawn[-1]

        return await beside(once_the_loop_turned)

    monkeypatch.setattr(asyncio, "to_thread", watched)
    async with town(database) as here:
        many = [
            replace(WORKSHOP, uid=f"u{n}", title=f"{n}", start=NOW + timedelta(hours=n), end=None)
            for n in range(500)
        ]
        async with here.database.begin(here.fabrique.id) as store:
            await store.events.take_in(
                many, source="chat", batch="m", by=None, state=State.APPROVED, now=NOW
            )
        first = await here.get("/agenda.ics")
        assert first.text.count("BEGIN:VEVENT") == 503
        again = await here.get("/agenda.ics", **{"if-none-match": first.headers["etag"]})
        assert again.status_code == 304
        assert len(drawn) == 1
        async with here.database.begin(here.fabrique.id) as store:
            await announce(store, replace(WORKSHOP, uid="u501", title="Nouveau"))
        changed = await here.get("/agenda.ics", **{"if-none-match": first.headers["etag"]})
        assert "Nouveau" in changed.text
        assert len(drawn) == 2


def test_who_is_refused_takes_nothing_from_everybody() -> None:
    """However often one asks, the others are answered at once."""
    limit = Limit()
    answers = [limit.wait("a", 0.0) for _ in range(BURST * EVERYBODY * 2)]
    assert answers.count(0) == BURST
    assert limit.wait("b", 0.0) == 0


async def test_a_database_that_is_away_is_said() -> None:
    """Whoever follows comes again."""
    away = Database("postgresql://fabrique@127.0.0.1:9/fabrique")
    agenda = Agenda(away, VirtualClock(NOW), Languages(strict=True), load_places())
    async with served(*agenda.routes) as client:
        answer = await client.get("/agenda")
    await away.close()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")


async def test_what_nobody_changed_is_no_news_the_next_day(database: Database) -> None:
    """A feed reader would tell of it again."""
    async with town(database) as here:
        async with here.database.begin(here.fabrique.id) as store:
            plain = replace(WORKSHOP, uid="sans date", title="Sans date")
            await store.events.take_in(
                [plain], source="chat", batch="b", by=None, state=State.APPROVED
            )
        seen = []
        for days in range(3):
            here.clock.set(NOW + timedelta(days=days))
            read = feedparser.parse((await here.get("/agenda.atom")).content)
            seen += [entry.updated for entry in read.entries if entry.title == "Sans date"]
    assert seen == ["2026-10-02T22:00:00Z"] * 3
