"""What every transport takes at its limits, whatever people write: the same tests on each."""

from __future__ import annotations

import html
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import App, compose
from bot.clock import VirtualClock
from bot.composer import Letterhead
from bot.look import MOST_CARRIED
from bot.simulation.run import SimulatedFetch
from bot.simulation.world import World
from bot.threads import DONE
from bot.transports.markup import plain, split
from chat.papers import Chart, Form, Kind, Series, Sheet
from chat.transport import File, Page, Posted
from chat.words import Choice, Reply, Words, say
from domain.questions import title_of
from domain.values import Multiline
from storage import Database
from storage.chats import Address
from tests.read_once import ReadOnce
from tests.talk import START, empty_database
from tests.transports.sides import NOON, AtConsole, Seen, Side, fresh
from tests.wire.bot_api_world import PIXEL

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]

ELEMENTS_MOST = 100
"""More pieces of formatting than this no message of Telegram has."""

LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "b", "i", "u", "s", "code", "blockquote"]),
        st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)
        | st.sampled_from(["@room", "1. Oui", "été 👩‍👩‍👧 👋🏽", "<b>&amp;", "/aide", "* _a_"]),
    ),
    min_size=1,
    max_size=12,
)
LABELS = st.lists(
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30), max_size=10, unique=True
)
FILES = st.sampled_from(
    [
        None,
        File("liste.csv", "text/csv", b"jour;ville\n"),
        File("dessin.png", "image/png", PIXEL, alt="Un point."),
        File("voix.ogg", "audio/ogg", b"OggS"),
    ]
)


def tagged(tag: str, text: str) -> str:
    """One line of safe markup."""
    return f"<{tag}>{html.escape(text)}</{tag}>" if tag else html.escape(text)


def flat(text: str) -> str:
    """Words without the kind of blank between them, and what keeps one of them from ringing."""
    return " ".join(text.replace("\u200b", "").split())


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, LABELS, FILES)
async def test_whatever_a_page_holds_is_seen(
    side: Side, lines: list[tuple[str, str]], labels: list[str], file: File | None
) -> None:
    """Its words, its formatting and its choices, in their order, and its file."""
    markup = "\n".join(tagged(*line) for line in lines)
    page = Page(markup, tuple(labels), file=file)
    seen = await side.sees(await side.transport.send(side.place, page, key=fresh()))
    assert flat(seen.text) == flat(plain(markup))
    assert (seen.labels, seen.buttons) == (page.choices, len(labels) if side.presses else 0)
    assert (seen.file and seen.file[1]) == (file and file.content)
    assert seen.elements == (frozenset(tag for tag, _ in lines if tag) if side.formats else set())


@pytest.mark.parametrize("letter", ["a", "é", "😀"], ids=ascii)
async def test_words_under_a_file_are_as_long_as_the_limit(side: Side, letter: str) -> None:
    """And not cut."""
    limits = side.transport.limits
    markup = letter * (limits.caption // limits.measure(letter))
    page = Page(markup, file=File("dessin.png", "image/png", PIXEL, alt="Un point."))
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert (seen.text, seen.file and seen.file[1]) == (markup, PIXEL)


async def test_the_longest_page_carries_the_most_choices(side: Side) -> None:
    """With labels as long as they are written."""
    limits = side.transport.limits
    markup = "a" * (limits.text // limits.measure("a"))
    labels = tuple(f"{n:02} {'é' * 57}" for n in range(limits.choices))
    page = Page(markup, labels)
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert (seen.text, seen.labels) == (markup, labels)


async def test_a_page_is_formatted_to_its_last_word(side: Side) -> None:
    """With as many elements as one message may have; with more it is more messages."""
    markup = "\n".join(f"<b>{n}</b> <i>{n}</i>" for n in range(ELEMENTS_MOST))
    limits = side.transport.limits
    pieces = split(markup, most=limits.text, measure=limits.measure)
    for number, piece in enumerate(pieces):
        posted = await side.transport.send(side.place, Page(piece), key=f"k{number}")
        seen = await side.sees(posted)
        assert seen.elements == ({"b", "i"} if side.formats else frozenset())
        assert seen.text == plain(piece)
    assert "".join(map(plain, pieces)).count("99") == 2


@pytest.mark.parametrize(
    ("name", "media_type", "begins"),
    [("grand.png", "image/png", PIXEL), ("grand.bin", "application/octet-stream", b"")],
)
async def test_the_largest_file_that_is_carried_arrives(
    side: Side, name: str, media_type: str, begins: bytes
) -> None:
    """Whole."""
    content = begins + bytes(MOST_CARRIED - len(begins))
    page = Page("Voici", file=File(name, media_type, content))
    seen = await side.sees(await side.transport.send(side.place, page, key="k"))
    assert seen.file is not None
    assert (seen.file[0], len(seen.file[1]), seen.file[1] == content) == (name, MOST_CARRIED, True)


async def test_a_topic_bears_the_longest_name(side: Side) -> None:
    """Of a question that is answered and closed; elsewhere a thread hangs, or nothing does."""
    place = await side.group()
    title = title_of("Où trouver des graines de haricots violets et de pois mange-tout ? " * 20)
    topic = await side.transport.open_topic(place, title)
    card = await side.transport.send(replace(place, thread=topic), Page("La carte"), key="k1")
    hangs = card.message if side.transport.hangs_threads else None
    inside = replace(place, thread=topic or hangs)
    posted = await side.transport.send(inside, Page("La suite"), key="k2")
    await side.transport.retitle_topic(inside, DONE + title, closed=True)
    assert side.topics(place) == ([DONE + title] if topic else [])
    assert (await side.sees(posted, place)).text == "La suite"


# What commands answer


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    """One for all platforms."""
    opened = Database(await empty_database(tmp_path_factory.mktemp("replies")))
    yield opened
    await opened.close()


def raw(text: str) -> Words:
    """Words of nobody's language."""
    return Words("choice-named", {"name": Multiline(text)})


CHART = Chart(
    kind=Kind.RANKED,
    stem=raw("heures"),
    title=raw("Heures"),
    unit=raw("heures"),
    alt=raw("Le plus : relecture, 3."),
    labels=("relecture", "couture"),
    series=(Series(raw("heures"), (3, 1)),),
)
SHEET = Sheet(raw("relevé"), raw("Relevé"), (raw("Jour"),), ((date(2026, 3, 2),),))
EVENTS = File("a.ics", "text/calendar", b"X")
LONG = "\n".join(f"Ligne {n} : {'été ' * 30}".strip() for n in range(120))
OFFERED = tuple(f"Choix {n}" for n in range(10))
OPTIONS = tuple(Choice(raw(label), "show_help", {}) for label in OFFERED)
REPLIES = {
    "words": (say("help-private"), ["text"]),
    "choices": (Reply((raw("Lequel ?"),)).choose(*OPTIONS), ["text"]),
    "file": (
        Reply((raw("Voici"),)).attach(File("a.ics", "text/calendar", b"X")),
        ["text", "a.ics"],
    ),
    "caption": (Reply((raw("Ici"),)).caption(File("a.png", "image/png", PIXEL)), ["a.png"]),
    "chart": (Reply((raw("Ici"),)).caption(CHART).choose(*OPTIONS), ["heures.png"]),
    "pictures": (Reply().attach(CHART), ["heures.png"]),
    "table": (Reply((raw("Ici"),)).caption(SHEET.in_form(Form.CSV)), ["releve.csv"]),
    "pages": (Reply((raw("Ici"),)).attach(SHEET), ["text", "releve.pdf"]),
    "long": (Reply((raw(LONG),)).choose(*OPTIONS), []),
}


@pytest.mark.parametrize("name", REPLIES)
async def test_each_kind_of_reply_is_drawn(side: Side, database: Database, name: str) -> None:
    """Through the outbox, as a command says it: no word, choice or file is left out."""
    reply, parts = REPLIES[name]
    said, app = await _delivered(side, database, reply), _app(side, database)
    platform = side.transport.platform
    write = app.outbox.composer.markup
    whole = plain(write(reply, "fr", ZoneInfo("UTC"), platform=platform))
    if isinstance(reply.file, Chart):
        whole += "\n\nLe plus : relecture, 3."
    text = flat(" ".join(one.text for one in said))
    assert text.replace("!", "/") == flat(whole).replace("!", "/")
    assert [one.labels for one in said if one.labels] == ([OFFERED] if reply.choices else [])
    assert [one.file[0] if one.file else "text" for one in said] == (parts or ["text"] * len(said))
    assert (len(said) > 1) == (len(parts) > 1) or not parts


async def _delivered(side: Side, database: Database, reply: Reply) -> list[Seen]:
    """What somebody sees of a reply."""
    app, place = _app(side, database), side.place
    async with database.begin() as store:
        fabrique = await store.fabriques.of_chat(place.platform, place.chat)
        store = store.of(fabrique.id)
        address = Address(place.platform, place.chat, place.private, "")
        chat = await store.chats.open(address, language="fr", now=NOON)
        head = Letterhead(chat, "fr", fabrique.zone, NOON)
        rows = await app.outbox.composer.write(store, reply, head)
    await app.outbox.drain()
    async with database.begin() as store:
        sent = [await store.outbox.row(row) for row in rows]
    if isinstance(side, AtConsole):
        return [side.seen(piece) for piece in (await side.read())[-len(sent) :]]
    return [await side.sees(Posted(one.message or "", tuple(one.extras))) for one in sent]


def _app(side: Side, database: Database) -> App:
    return compose(
        database,
        [side.transport],
        clock=VirtualClock(NOON),
        chance=random.Random(fresh()),
        fetch=SimulatedFetch(World(now=START)),
        strict=True,
        at_once=1,
        library=ReadOnce(),
    )
