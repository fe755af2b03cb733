"""From a reply to rows: each platform's sign and length, choices last, the file after them."""

from __future__ import annotations

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import Tokens
from bot.composer import Composer, Letterhead
from bot.transports.markup import plain
from bot.transports.simulated import LIMITS
from chat.desk import Notice
from chat.transport import File
from chat.words import Choice, Reply, Words, say
from domain.fabriques import Chat
from domain.postings import Posting
from domain.values import Multiline, Raw
from handlers.commands import all_commands
from locales import Languages
from storage.outbox import Outgoing
from tests.bot.office import Office
from tests.storage.standing import NOW, Standing

CALENDAR = File("agenda.ics", "text/calendar", b"BEGIN:VCALENDAR")
OPTION = Choice(Words("choice-it-arrived"), "it_arrived", {"row": 1})
LIMIT = LIMITS["telegram"]
ZONE = ZoneInfo("Europe/Paris")


def composer() -> Composer:
    """One that knows two platforms."""
    token = Tokens(random.Random("composer"))
    return Composer(Languages(strict=True), LIMITS, all_commands(), token)


def raw(markup: str) -> Reply:
    """A reply that is just this markup."""
    return say("choice-named", name=Raw(markup))


async def written(office: Office, reply: Reply, *, chat: int) -> list[Outgoing]:
    """The rows that a reply becomes."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        known = await store.chats.chat(chat)
        head = Letterhead(known, "fr", ZONE, NOW, reply_to="7", thread="3", prompt="question")
        await composer().write(store, reply, head)
        return [row for row, _ in await store.said.deliveries()]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("Tapez /aide.", "Tapez !aide."),
        ("/heures ou /hours", "!heures ou !hours"),
        ("(/aide)", "(!aide)"),
        ("voir https://exemple.org/aide", "voir https://exemple.org/aide"),
        ('<a href="https://a.org/aide">ici</a>', '<a href="https://a.org/aide">ici</a>'),
        ("et/ou, 2/aide, /aideur", "et/ou, 2/aide, /aideur"),
    ],
)
async def test_commands_are_mentioned_with_the_sign_of_the_platform(
    office: Office, markup: str, expected: str
) -> None:
    """A slash is taken by Matrix clients; addresses keep theirs."""
    [row] = await written(office, raw(markup), chat=office.room)
    assert row.markup == expected


async def test_telegram_keeps_the_slash(office: Office) -> None:
    """There it is a link."""
    [row] = await written(office, raw("Tapez /aide."), chat=office.private)
    assert row.markup == "Tapez /aide."


async def test_a_long_reply_is_cut_with_its_choices_under_the_last_part(office: Office) -> None:
    """In order, each within the limit; only the first answers the message."""
    text = "\n".join(f"ligne {number} : {'mot ' * 20}".strip() for number in range(150))
    rows = await written(office, raw(text).choose(OPTION), chat=office.private)
    assert len(rows) > 2
    assert [row.part for row in rows] == list(range(1, len(rows) + 1))
    assert all(LIMIT.measure(row.markup) <= LIMIT.text for row in rows)
    assert [len(row.choices) for row in rows] == [0] * (len(rows) - 1) + [1]
    assert [row.reply_to for row in rows] == ["7"] + [None] * (len(rows) - 1)
    assert "".join("".join(row.markup for row in rows).split()) == "".join(text.split())


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1), st.integers(1, 400))
def test_whatever_somebody_wrote_is_within_the_limit_once_cut(text: str, times: int) -> None:
    """Entities and emoji count as the platform counts them."""
    reply = say("choice-named", name=Multiline(text * times))
    chat = Chat(1, "telegram", "1", True, "", "fr", False, True, NOW, Posting())
    pieces = composer()._pieces(reply, Letterhead(chat, "fr", ZONE, NOW), LIMIT)
    assert all(LIMIT.measure(piece) <= LIMIT.text for piece in pieces)


async def test_a_file_comes_after_the_words(office: Office) -> None:
    """As a message of its own, in the same thread; its choices stay under the words."""
    reply = say("small-talk-noise").choose(OPTION).attach(CALENDAR)
    words, file = await written(office, reply, chat=office.private)
    assert (words.file, len(words.choices), words.part) == (None, 1, 1)
    assert (file.markup, file.choices, file.part, file.thread) == ("", [], 2, "3")
    assert file.file == ("agenda.ics", "text/calendar", b"BEGIN:VCALENDAR")


async def test_a_file_alone_is_one_message(office: Office) -> None:
    """Nothing empty goes before it."""
    [row] = await written(office, Reply(file=CALENDAR), chat=office.private)
    assert (row.part, row.file is None) == (1, False)


@pytest.mark.parametrize(("units", "rows"), [(1024, 1), (1025, 2)])
async def test_words_stand_under_a_file_where_they_fit(
    office: Office, units: int, rows: int
) -> None:
    """With the choices; longer ones go before it."""
    reply = raw("a" * units).choose(OPTION).caption(CALENDAR)
    made = await written(office, reply, chat=office.private)
    assert [(len(row.choices), row.file is not None) for row in made] == (
        [(1, True)] if rows == 1 else [(1, False), (0, True)]
    )


async def test_more_choices_than_a_platform_draws_is_a_fault(office: Office) -> None:
    """A choice that nobody can reach must not go unnoticed."""
    with pytest.raises(ValueError, match="11 choices are more than matrix draws"):
        await written(office, say("small-talk-noise").choose(*[OPTION] * 11), chat=office.room)


async def test_a_notice_is_written_in_its_readers_language(office: Office) -> None:
    """And somebody never met in private gets none."""
    standing: Standing = office.standing
    notices = [Notice(raw("x"), person=standing.basile)]
    notices += [Notice(say("choice-it-arrived"), person=standing.ada, kind="notice")]
    async with office.app.database.begin(standing.fabrique) as store:
        await store.people.speak(standing.ada, "en")
        await composer().tell(store, notices, ZONE, NOW + timedelta(hours=1))
        rows = [row for row, _ in await store.said.deliveries()]
    assert [(row.chat, row.due_at) for row in rows] == [(office.private, NOW + timedelta(hours=1))]
    assert plain(rows[0].markup) != "C’est arrivé"
