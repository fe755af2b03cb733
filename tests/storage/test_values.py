"""What goes in comes back: moments, and any letter that a person can send."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from bot.inbox import StoredInbox
from chat.kept import heard_from_json
from chat.transport import Act, Attachment, Heard, Place, Speaker
from storage import Database
from storage.tables import Moment
from tests.servers.postgres import Postgres
from tests.storage.standing import NOW, Standing, posted
from tests.talk import talk_on

UNKEPT = "Bon\0jour \ud83d et \udc4b"
"""A null character, and two halves of a pair that do not meet."""

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.servers)]


@given(st.datetimes(datetime(1971, 1, 1), datetime(2400, 1, 1)), st.integers(-840, 840))
def test_a_moment_is_kept_in_utc_and_comes_back_aware(naive: datetime, minutes: int) -> None:
    """Whatever zone it was told in, also when the engine forgets the zone."""
    told = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    kept = Moment().process_bind_param(told, sqlite.dialect())
    assert kept is not None
    for back in (kept, kept.replace(tzinfo=None)):
        moment = Moment().process_result_value(back, sqlite.dialect())
        assert moment == told
        assert moment.tzinfo is UTC


async def test_a_moment_comes_back_in_utc_from_each_engine(standing: Standing) -> None:
    """To the microsecond; minima keep their zone too."""
    told = datetime(2026, 3, 29, 3, 30, 0, 123456, timezone(timedelta(hours=2)))
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group, due_at=told)
    async with standing.database.begin() as store:
        for back in (
            (await store.outbox.row(number)).due_at,
            await store.outbox.next_due(["telegram"]),
        ):
            assert back == told
            assert back is not None
            assert back.utcoffset() == timedelta()


async def test_a_moment_without_a_zone_is_refused(standing: Standing) -> None:
    """Nobody could say when it was."""
    with pytest.raises(StatementError, match="a moment needs a time zone"):
        async with standing.database.begin(standing.fabrique) as store:
            await posted(store, standing.group, due_at=datetime(2026, 1, 5))


async def test_letters_that_no_database_keeps_are_left_out(database: Database) -> None:
    """Everything else that was heard comes back as it was."""
    speaker = Speaker("1001", f"Ada{UNKEPT}", handle="ada")
    file = Attachment("document", f"{UNKEPT}.ics", "text/calendar", 3, "ref")
    place = Place("telegram", "1001", private=True, title=UNKEPT)
    heard = Heard("1", Act.SAID, place, speaker, NOW, UNKEPT, attachment=file)
    await StoredInbox(database, "telegram", woken=lambda: None).put([heard])
    async with database.begin() as store:
        [received] = await store.inbox.waiting(("telegram", "matrix", "console"), at_most=1)
    back = heard_from_json(received.body)
    assert (back.text, back.speaker.name) == ("Bonjour  et ", "AdaBonjour  et ")
    assert back.attachment is not None
    assert back.attachment.name == "Bonjour  et .ics"


@pytest.mark.parametrize("engine", ENGINES)
async def test_such_letters_fault_no_conversation(
    request: pytest.FixtureRequest, tmp_path: Path, engine: str
) -> None:
    """In a name, in a sentence, in an answer and in a command's line; the talk fails at a fault."""
    url = None
    if engine == "postgresql":
        server: Postgres = request.getfixturevalue("postgresql")
        url = server.url("letters")
    async with talk_on("telegram", tmp_path, database=url) as talk:
        assert await talk.say("Ada", "/debut", name=f"Ada{UNKEPT}")
        assert await talk.say("Ada", UNKEPT)
        assert await talk.say("Ada", f"/proposer vélo{UNKEPT}")
        assert await talk.say("Ada", f"/heures {UNKEPT}")
        assert await talk.say("Ada", UNKEPT)


async def test_any_kept_text_comes_back(standing: Standing) -> None:
    """Emoji, right to left, combining, controls other than null."""
    text = "é e\u0301 👩🏽‍🌾 שלום \x01\x7f\r\n\t\u2028\ufeff%s :name"
    async with standing.database.begin(standing.fabrique) as store:
        number = await posted(store, standing.group, text[:40], markup=text)
    async with standing.database.begin() as store:
        assert (await store.outbox.row(number)).markup == text


async def test_a_savepoint_is_undone_alone(standing: Standing) -> None:
    """What came before and after it is committed."""
    database = standing.database
    async with database.begin(standing.fabrique) as store:
        await store.audit.note("before", "x", by=None, now=NOW)
        with suppress(RuntimeError):
            async with store.savepoint():
                await store.audit.note("inside", "x", by=None, now=NOW)
                raise RuntimeError
        await store.audit.note("after", "x", by=standing.ada, now=NOW)
    async with database.begin(standing.fabrique) as store:
        assert [one.act for one in await store.audit.all()] == ["before", "after"]


async def test_a_transaction_that_raises_leaves_nothing(standing: Standing) -> None:
    """One update, all or nothing."""
    with suppress(RuntimeError):
        async with standing.database.begin(standing.fabrique) as store:
            await store.audit.note("inside", "x", by=None, now=NOW)
            raise RuntimeError
    async with standing.database.begin(standing.fabrique) as store:
        assert await store.audit.all() == []
