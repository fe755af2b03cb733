"""What falls due: once, apart from what fails, and later when an address does not answer."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.fetch import Answer, FetchError, Version
from bot.jobs import IDLE, Job
from domain.events import FoundEvent, State, Status
from domain.fabriques import Fabrique
from scheduling import Round
from storage import Database, Store
from storage.changes import tables_of
from tests.bot.office import TEAM, Office
from tests.storage.standing import GROUP, NOW, OTHER

ADDRESS = "https://agenda.exemple.org/public.ics"
SAMPLE = (Path(__file__).parent.parent / "samples" / "google_fr.ics").read_bytes()


async def with_an_event(office: Office, *, ahead: int) -> None:
    """A day on which something happens."""
    start = NOW + timedelta(days=ahead)
    found = FoundEvent("1", "Atelier fictif", start, None, False, "", "", Status.SCHEDULED)
    async with office.app.database.begin(office.standing.fabrique) as store:
        [event] = await store.events.take_in([found], source="chat", batch="b", by=None)
        await store.events.decide(event.id, State.APPROVED)


async def with_a_feed(office: Office) -> None:
    """An address that Ada proposed, due at once."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        assert await store.feeds.add(ADDRESS, by=office.standing.ada, now=office.clock.now())


async def feed_due(database: Database) -> datetime | None:
    """When the address is read next."""
    async with database.begin() as store:
        return await store.feeds.next_due()


async def hours_to_wait(office: Office) -> float:
    """How long until the address is read again."""
    due = await feed_due(office.app.database)
    assert due is not None
    return (due - office.clock.now()) / timedelta(hours=1)


async def round_and_deliver(office: Office) -> None:
    """What the service does when it is woken."""
    await office.app.jobs.run_due()
    await office.app.jobs.read_feeds()
    await office.app.outbox.drain()


async def test_a_fault_of_one_fabrique_does_not_stop_the_next(office: Office) -> None:
    """The first one's zone exists nowhere; the second one's calendar is read all the same."""
    async with office.app.database.begin() as store:
        broken = Fabrique(0, "exemple", "Fabrique fictive", "Nulle/Part", "fr")
        await store.fabriques.ensure(broken)
        whole = await store.fabriques.ensure(Fabrique(0, "b", "Autre", "Europe/Paris", "fr"))
        assert await store.of(whole.id).feeds.add(ADDRESS, by=office.standing.ada, now=NOW)
    await round_and_deliver(office)
    assert len(office.faults) >= 2
    assert office.web.asked == 1


async def test_a_job_that_never_has_done_is_asked_each_minute_and_no_more(office: Office) -> None:
    """It says that it is due, and writes nothing."""
    asked = []

    async def does_nothing(_round: Round) -> None:
        asked.append(office.clock.now())

    async def at_once(round_: Round) -> datetime:
        return round_.now

    jobs = office.app.jobs
    jobs.jobs = {"idle": Job(does_nothing, at_once, bit_by_bit=True)}
    for _ in range(3):
        await jobs.run_due()
        assert not jobs.more
    assert await jobs.next_due() == office.clock.now() + IDLE
    office.clock.set(office.clock.now() + IDLE)
    await jobs.run_due()
    assert len(asked) == 2


async def test_an_agenda_is_posted_once_however_often_the_clock_asks(office: Office) -> None:
    """To each group that was there at its hour; the team's chat is none of them."""
    await with_an_event(office, ahead=8)
    office.wait(weeks=1, hours=-2)
    await round_and_deliver(office)
    assert [chat for chat, _ in office.telegram.tried] == [TEAM.address]
    office.telegram.tried.clear()
    office.wait(hours=1)
    for _ in range(3):
        await round_and_deliver(office)
    assert sorted(chat for chat, _ in office.telegram.tried) == [GROUP.address, OTHER.address]
    assert office.faults == []


async def test_an_address_that_does_not_answer_is_asked_less_and_less(office: Office) -> None:
    """Six hours more each time, two days at most, and up to a tenth longer; proposer and team are
    told at the first.
    """
    await with_a_feed(office)
    waits = []
    for _ in range(10):
        await round_and_deliver(office)
        due = await feed_due(office.app.database)
        assert due is not None
        waits.append((due - office.clock.now()) / timedelta(hours=1))
        office.clock.set(due)
    for wait, least in zip(waits, [6, 12, 18, 24, 30, 36, 42, 48, 48, 48], strict=True):
        assert least <= wait < least * 1.1
    assert len(set(waits[-3:])) == 3
    assert [chat for chat, _ in office.telegram.tried] == ["1001", "-300"]
    assert office.faults == []


async def test_an_address_that_answers_again_is_asked_as_before(office: Office) -> None:
    """Its failures are forgotten, and what is new is proposed to the team."""
    office.clock.set(datetime.fromisoformat("2026-11-01T08:00:00+00:00"))
    await with_a_feed(office)
    await round_and_deliver(office)
    office.wait(hours=7)
    office.web.answer = SAMPLE
    await round_and_deliver(office)
    assert await hours_to_wait(office) == pytest.approx(6.3, abs=0.3)
    assert [chat for chat, _ in office.telegram.tried][-1] == "-300"
    async with office.app.database.begin(office.standing.fabrique) as store:
        assert {one.state for one in await store.events.all()} == {State.PROPOSED}


async def test_an_unexpected_fault_puts_an_address_off(office: Office) -> None:
    """Else it would stay due, and be read again and again without a pause; housekeeping goes on."""
    await with_a_feed(office)
    office.web.answer = ZeroDivisionError("nobody thought of this")
    await round_and_deliver(office)
    assert await hours_to_wait(office) == pytest.approx(6.3, abs=0.3)
    [code] = office.faults
    assert code in office.telegram.texts[0]
    await round_and_deliver(office)
    assert office.web.asked == 1


async def test_a_calendar_is_asked_for_news_only_and_once_a_day_for_all(office: Office) -> None:
    """Repeating events come nearer each day, though their calendar stays the same."""
    await with_a_feed(office)
    office.web.answer, office.web.version = SAMPLE, Version('"7"', "Mon, 05 Jan 2026 08:00:00 GMT")
    asked = []
    for _ in range(6):
        await round_and_deliver(office)
        asked.append((office.clock.now().date().day, office.web.known[-1] == office.web.version))
        office.wait(hours=7)
    days = [day for day, _ in asked]
    assert asked == [
        (day, number > 0 and days[number - 1] == day) for number, day in enumerate(days)
    ]
    assert office.faults == []


async def test_a_failure_leaves_the_version_that_was_read(office: Office) -> None:
    """The next answer that nothing is new means: since the last one that was understood."""
    await with_a_feed(office)
    office.web.answer, office.web.version = SAMPLE, Version('"7"')
    await round_and_deliver(office)
    office.web.answer, office.web.version = b"<html>Connexion</html>", Version('"8"')
    office.wait(hours=7)
    await round_and_deliver(office)
    office.web.version = Version('"7"')
    office.wait(hours=7)
    await round_and_deliver(office)
    assert office.web.known[-1] == Version('"7"')
    assert "Tout va bien" in office.telegram.texts[-1]


async def test_a_server_that_asks_to_be_left_alone_is(office: Office) -> None:
    """As long as it asks, and a week at most."""
    for asked, hours in ((timedelta(hours=30), 30), (timedelta(days=400), 24 * 7)):
        office.web.answer = FetchError("refusal-address-status", status=429)
        office.web.answer.wait = asked
        if asked == timedelta(hours=30):
            await with_a_feed(office)
        await round_and_deliver(office)
        assert await hours_to_wait(office) == hours
        office.wait(hours=hours)


async def test_one_bad_address_does_not_stop_the_others(office: Office) -> None:
    """Each is read for itself."""
    async with office.app.database.begin(office.standing.fabrique) as store:
        for name in ("un", "deux", "trois"):
            address = f"https://{name}.exemple.org/"
            await store.feeds.add(address, by=office.standing.ada, now=NOW)
    office.web.answer = FetchError("refusal-address-status", status=500)
    await round_and_deliver(office)
    assert office.web.asked == 3
    assert office.faults == []


async def with_feeds(office: Office, count: int) -> list[str]:
    """As many addresses, due in this order."""
    addresses = [f"https://{number}.exemple.org/" for number in range(count)]
    async with office.app.database.begin(office.standing.fabrique) as store:
        for address in addresses:
            await store.feeds.add(address, by=office.standing.ada, now=NOW)
    return addresses


async def test_a_slow_site_keeps_nobody_waiting(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time is kept beside it, and the alarm is set to what comes next."""
    answers = asyncio.Event()

    async def slow(_url: str, _known: Version) -> Answer:
        await answers.wait()
        return Answer(SAMPLE)

    monkeypatch.setattr(office.web, "get", slow)
    await with_an_event(office, ahead=8)
    await with_feeds(office, 1)
    reading = asyncio.create_task(office.app.jobs.read_feeds())
    await asyncio.sleep(0.1)
    office.wait(weeks=1)
    async with asyncio.timeout(5):
        await office.app.jobs.run_due()
        due = await office.app.jobs.next_due()
    await office.app.outbox.drain()
    assert due is not None
    assert due > office.clock.now()
    assert {GROUP.address, OTHER.address} <= {chat for chat, _ in office.telegram.tried}
    assert not reading.done()
    answers.set()
    assert await reading
    assert office.faults == []


@pytest.mark.parametrize("at_once", [1, 4])
async def test_some_addresses_are_asked_side_by_side(
    office: Office, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """As many as are allowed and no more; each is asked once, in order where it is one by one."""
    asked, under_way, most = [], 0, 0

    async def get(url: str, _known: Version) -> Answer:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1
        asked.append(url)
        return Answer(SAMPLE)

    monkeypatch.setattr(office.web, "get", get)
    addresses = await with_feeds(office, 6)
    await asyncio.gather(*(office.app.jobs.read_feeds(at_once=at_once) for _ in range(2)))
    assert most == at_once
    assert sorted(asked) == addresses
    assert at_once > 1 or asked == addresses
    assert office.faults == []


async def test_old_words_are_tidied_once_a_day(office: Office) -> None:
    """At the first round, then a day later."""
    number = await office.write(office.private, "ancien")
    await office.app.outbox.drain()
    office.wait(days=61)
    await office.app.jobs.run_due()
    assert (await office.row(number)).markup == ""
    again = await office.write(office.private, "encore", due_at=office.clock.now())
    await office.app.outbox.drain()
    office.wait(hours=23)
    await office.app.jobs.run_due()
    assert (await office.row(again)).markup == "encore"


async def test_the_alarm_is_set_to_what_comes_first(office: Office) -> None:
    """An address due now goes before Monday's agenda."""
    await with_a_feed(office)
    assert await office.app.jobs.next_due() == NOW


async def test_what_was_looked_at_is_not_looked_at_again(office: Office) -> None:
    """A second round at the same moment asks the database nothing; a tick later it asks again."""
    await office.app.jobs.run_due()
    await office.app.jobs.run_due()
    await office.app.jobs.read_feeds()
    asked = statements(office)
    assert not await office.app.jobs.run_due()
    assert not await office.app.jobs.read_feeds()
    await office.app.jobs.next_due()
    assert asked == []
    office.wait(seconds=30)
    await office.app.jobs.run_due()
    assert asked != []


async def test_who_does_not_keep_time_any_more_posts_nothing(office: Office) -> None:
    """Among several processes the one that lost the lead is told in the transaction itself; once it
    leads again, what was due is posted.
    """
    may = False

    async def asked(_store: Store) -> bool:
        return may

    office.app.jobs.may_act = asked
    await with_an_event(office, ahead=8)
    office.wait(weeks=1)
    await round_and_deliver(office)
    assert office.telegram.tried == []
    may = True
    office.wait(seconds=30)
    await round_and_deliver(office)
    assert len(office.telegram.tried) == 2
    assert office.faults == []


async def test_what_is_written_is_looked_at_at_once(office: Office) -> None:
    """An address that was proposed after a look is read by the next one, without any wait."""
    await office.app.jobs.run_due()
    await office.app.jobs.run_due()
    await with_a_feed(office)
    assert await office.app.jobs.next_due() == NOW
    await office.app.jobs.read_feeds()
    assert office.web.asked == 1


async def test_an_exchange_costs_no_look_at_what_it_does_not_touch(office: Office) -> None:
    """Somebody asks for help: neither meetings nor feeds nor the agenda are looked at."""
    await office.app.jobs.run_due()
    await office.app.jobs.run_due()
    await office.app.jobs.read_feeds()
    asked = statements(office)
    async with office.app.database.begin(office.standing.fabrique) as store:
        await store.needs.ask(office.standing.ada, "vélo", now=NOW)
    await office.app.jobs.run_due()
    await office.app.jobs.read_feeds()
    looked_at = set().union(*(tables_of(one)[0] for one in asked))
    assert not looked_at & {"gatherings", "feeds", "events", "letter_items", "sessions"}


def statements(office: Office) -> list[str]:
    """What the database is asked from now on."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(office.app.database.engine.sync_engine, "before_cursor_execute", note)
    return asked
