"""What sources tell of events: heard part by part, believed as far as the team approved them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from domain.event_said import Revision
from domain.events import Access, Details, Event, FoundEvent, State, Status
from domain.venues import Venue
from storage import Database, Store
from storage.event_readings import Reading, Taken
from storage.migrate import migrate
from tests.storage.standing import NOW, stand

START = NOW + timedelta(days=3)
FEED = "https://larouelibre.exemple.org/agenda.ics"
HALL = Venue(0, "La Roue Libre fictive", district="Bellevue", access=(Access.STEP_FREE,))


def told(**said: Any) -> FoundEvent:
    """What a calendar tells of a bike workshop."""
    plain: dict[str, Any] = {
        "uid": "un",
        "title": "Atelier vélo d’hiver",
        "start": START,
        "end": None,
        "all_day": False,
        "place": "La Roue Libre fictive",
        "link": "https://larouelibre.exemple.org/velo",
        "status": Status.SCHEDULED,
    }
    return FoundEvent(**plain | said)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A database that is made once: each test has a copy."""
    path = tmp_path_factory.mktemp("readings") / "fabrique.db"
    return path, asyncio.run(_make(path))


async def _make(path: Path) -> int:
    database = Database(f"sqlite:///{path}")
    await migrate(database)
    standing = await stand(database)
    await database.close()
    return standing.fabrique


@pytest.fixture
async def store(made: tuple[Path, int], tmp_path: Path) -> AsyncIterator[Store]:
    """A fabrique in which somebody gave an address."""
    copyfile(made[0], tmp_path / "fabrique.db")
    database = Database(f"sqlite:///{tmp_path}/fabrique.db")
    async with database.begin(made[1]) as store:
        yield store
    await database.close()


async def read(store: Store, *events: FoundEvent, **more: Any) -> Taken:
    """One reading of the address that Ada gave."""
    given: dict[str, Any] = {"source": FEED, "batch": "lot", "by": 1, "follows": True, "now": NOW}
    return await store.events.read(events, Reading(**given | more))


async def approved(store: Store, **said: Any) -> Event:
    """The workshop, told once and approved."""
    [event] = (await read(store, told(**said))).fresh
    await store.events.decide(event.id, State.APPROVED, now=NOW)
    return await now(store, event)


async def now(store: Store, event: Event) -> Event:
    """The event as it is now."""
    found = await store.events.event(event.id)
    assert found is not None
    return found


async def waiting(store: Store, event: Event) -> Revision | None:
    """The words that wait for the team."""
    return await store.event_revisions.of(event.id)


NEW_WORDS = (
    {"title": "Tout autre chose"},
    {"link": "https://autre.exemple.org/"},
    {"details": Details(text="Achetez !")},
    {"details": Details(volunteers="Votez !")},
    {"details": Details(price="99 €")},
    {"details": Details(conditions="Sur adhésion")},
    {"place": "Casino en ligne, www.casino.exemple.org"},
    {"place": ""},
)


@pytest.mark.parametrize("said", NEW_WORDS)
async def test_no_word_that_nobody_approved_is_published(
    store: Store, said: dict[str, Any]
) -> None:
    """The event stands as it was approved, is told as it was, and the new words wait once."""
    event = await approved(store)
    assert (await read(store, told(**said))).revised == [event.id]
    assert await now(store, event) == event
    assert (await read(store, told(**said))).revised == []


async def test_what_people_rely_on_reaches_an_approved_event_at_once(store: Store) -> None:
    """Its hour, its end, its place, and that it is called off; the words beside them wait."""
    event = await approved(store)
    later = START + timedelta(hours=1)
    moved = told(start=later, place="Salle Modèle", status=Status.CANCELLED, title="Atelier")
    assert (await read(store, moved)).revised == [event.id]
    found = await now(store, event)
    assert (found.start, found.place, found.status) == (later, "Salle Modèle", Status.CANCELLED)
    assert (found.title, found.state) == (event.title, State.APPROVED)
    assert found.sequence > event.sequence


async def test_new_words_stand_once_the_team_takes_them(store: Store) -> None:
    """All that waited, and nothing waits any more; the same words at the source are no news."""
    event, words = await approved(store), told(title="Atelier vélo", details=Details(price="5 €"))
    await read(store, words)
    await store.event_revisions.settle(event.id, taken=True, now=NOW)
    found = await now(store, event)
    assert (found.title, found.details.price) == ("Atelier vélo", "5 €")
    assert await waiting(store, event) is None
    assert (await read(store, words)).revised == []


async def test_old_words_stay_until_the_source_changes_its_own_again(store: Store) -> None:
    """The team is not asked twice about one thing."""
    event, words = await approved(store), told(title="Tout autre chose")
    await read(store, words)
    await store.event_revisions.settle(event.id, taken=False, now=NOW)
    assert (await read(store, words)).revised == []
    assert (await read(store, told(title="Autre chose encore"))).revised == [event.id]
    assert (await now(store, event)).title == event.title


async def test_newer_words_take_the_place_of_those_that_wait(store: Store) -> None:
    """And a source that says again what was approved asks for nothing more."""
    event = await approved(store)
    await read(store, told(title="Atelier"))
    await read(store, told(title="Atelier vélo", details=Details(text="Venez.")))
    revision = await waiting(store, event)
    assert revision is not None
    assert revision.said == {"title": "Atelier vélo", "text": "Venez."}
    assert (await read(store, told())).revised == []
    assert await waiting(store, event) is None


async def test_what_the_team_refuses_has_no_words_that_wait(store: Store) -> None:
    """Nor what is withdrawn."""
    event = await approved(store)
    await read(store, told(title="Atelier"))
    await store.events.decide(event.id, State.REFUSED, now=NOW)
    assert await store.event_revisions.waiting(since=NOW) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://larouelibre.exemple.org/velo?sid=1",
        "https://larouelibre.exemple.org/velo?PHPSESSID=2&utm_source=x",
        "https://larouelibre.exemple.org/velo;jsessionid=3",
    ],
)
async def test_a_link_with_another_visit_in_it_is_the_same(store: Store, link: str) -> None:
    """Some sites number who reads them."""
    event = await approved(store)
    assert await read(store, told(link=link)) == Taken([], [])
    assert await now(store, event) == event


async def test_what_people_corrected_stands_while_the_source_says_something_else(
    store: Store,
) -> None:
    """Called off and better titled here; the source only tells how many places are left."""
    event = await approved(store, title="ATELIER VELO !!!")
    better = told(title="Atelier vélo", status=Status.SCHEDULED)
    event = await store.events.reword(event.id, better, now=NOW)
    off = replace(event, status=Status.CANCELLED)
    await store.event_changes.make(event, off, by=1, now=NOW)
    await read(store, told(title="ATELIER VELO !!!", details=Details(text="Reste 3 places")))
    found = await now(store, event)
    assert (found.title, found.status) == ("Atelier vélo", Status.CANCELLED)
    assert (found.state, found.details.text) == (State.APPROVED, "")


async def test_a_trusted_place_needs_nobody_s_word_for_its_own_words(store: Store) -> None:
    """At its place, or where none is said."""
    hall = await store.venues.keep(replace(HALL, trusted=True))
    given = {"at": hall, "state": State.APPROVED}
    [event] = (await read(store, told(place=""), **given)).fresh
    assert (event.state, event.place, event.venue) == (State.APPROVED, hall.name, hall.id)
    assert await read(store, told(place="", title="Atelier vélo"), **given) == Taken([], [])
    assert (await now(store, event)).title == "Atelier vélo"


@pytest.mark.parametrize("place", ["Mairie fictive", "Parc inconnu"])
async def test_a_trusted_place_does_not_speak_for_another(store: Store, place: str) -> None:
    """What its calendar tells of elsewhere waits for the team, and so do new words."""
    hall = await store.venues.keep(replace(HALL, trusted=True))
    await store.venues.keep(Venue(0, "Mairie fictive"))
    given = {"at": hall, "state": State.APPROVED}
    [event] = (await read(store, told(place=place), **given)).fresh
    assert event.state is State.PROPOSED
    await store.events.decide(event.id, State.APPROVED, now=NOW)
    assert (await read(store, told(place=place, title="Bal"), **given)).revised == [event.id]


async def test_a_calendar_with_new_uids_at_each_reading_proposes_nothing_twice(
    store: Store,
) -> None:
    """The event is known by what it says, and followed under the UID that it has today."""
    event = await approved(store, uid="lecture-0")
    for number in range(1, 4):
        assert await read(store, told(uid=f"lecture-{number}")) == Taken([], [])
    await read(store, told(uid="lecture-4", status=Status.CANCELLED))
    assert len(await store.events.all()) == 1
    await read(store, told(uid="lecture-4", status=Status.CANCELLED))
    assert (await now(store, event)).uid == "lecture-4"


async def test_two_events_of_one_title_and_hour_at_two_places_are_two(store: Store) -> None:
    """Also when one of them is no longer listed."""
    await read(store, told(uid="un", place="Salle A"), told(uid="deux", place="Salle B"))
    fresh = await read(store, told(uid="deux", place="Salle B"), told(uid="trois", place="Parc"))
    assert [one.place for one in fresh.fresh] == ["Parc"]
    assert len(await store.events.all()) == 3


async def test_two_alike_that_are_both_listed_are_two(store: Store) -> None:
    """Two sessions side by side: each keeps its own line under new UIDs too."""
    assert len((await read(store, told(uid="a"), told(uid="b"))).fresh) == 2
    assert (await read(store, told(uid="c"), told(uid="d"))).fresh == []
    assert sorted(one.uid for one in await store.events.all()) == ["c", "d"]


async def test_a_refused_event_is_not_proposed_again_under_a_new_uid(store: Store) -> None:
    """The team said no once."""
    [event] = (await read(store, told(uid="a"))).fresh
    await store.events.decide(event.id, State.REFUSED, now=NOW)
    assert (await read(store, told(uid="b"))).fresh == []


async def test_a_source_that_joins_an_event_is_heard_when_it_calls_it_off(store: Store) -> None:
    """It came as a file first, or from the chat: what an address says then is asked, and done at
    once where the team trusts it.
    """
    for source, uid, at in (("agenda.ics", "un", START), ("chat", "de-ada", START)):
        [event] = await store.events.take_in(
            [told(uid=uid, start=at, title=f"Atelier vélo {source}")],
            source=source,
            batch=source,
            by=1,
            now=NOW,
        )
        await store.events.decide(event.id, State.APPROVED, now=NOW)
        address = f"{FEED}?{source}"
        same = {"title": f"Atelier vélo {source}", "uid": "un"}
        assert (await read(store, told(**same), source=address, batch="f")).fresh == []
        off = told(**same, status=Status.CANCELLED)
        assert (await read(store, off, source=address)).revised == [event.id]
        assert (await now(store, event)).status is Status.SCHEDULED
        await store.event_revisions.settle(event.id, taken=True, now=NOW)
        assert (await now(store, event)).status is Status.CANCELLED
        on = told(**same, status=Status.SCHEDULED)
        await read(store, on, source=address, state=State.APPROVED)
        assert (await now(store, event)).status is Status.SCHEDULED


async def test_a_stranger_s_calendar_that_calls_an_event_off_at_first_is_asked(
    store: Store,
) -> None:
    """It lists the same title at the same hour and place, and nobody knows whose it is."""
    [event] = await store.events.take_in(
        [told(uid="de-ada")], source="chat", batch="a", by=1, now=NOW
    )
    await store.events.decide(event.id, State.APPROVED, now=NOW)
    off = await read(store, told(status=Status.CANCELLED), batch="b")
    assert (off.fresh, off.revised) == ([], [event.id])
    assert (await now(store, event)).status is Status.SCHEDULED


async def test_a_uid_that_two_calendars_share_by_chance_makes_no_event_another(
    store: Store,
) -> None:
    """Some only number theirs."""
    await approved(store, uid="1")
    other = told(uid="1", title="Chorale", start=START + timedelta(days=2), place="Parc")
    taken = await read(store, other, source="https://chorale.exemple.org/a.ics", batch="b")
    assert [one.title for one in taken.fresh] == ["Chorale"]


async def test_naming_the_place_of_an_address_is_no_change_of_place(store: Store) -> None:
    """Its events get the name, and keep it when the place is called otherwise later."""
    event = await approved(store, place="")
    hall = await store.venues.keep(HALL)
    assert await read(store, told(place=""), at=hall) == Taken([], [])
    named = await now(store, event)
    assert (named.place, named.venue) == (hall.name, hall.id)
    renamed = await store.venues.keep(replace(hall, name="La Nouvelle Roue"))
    assert await read(store, told(place=""), at=renamed) == Taken([], [])
    assert await now(store, event) == named


async def test_a_moved_event_is_settled_where_it_is_now_and_back(store: Store) -> None:
    """What the old place said of it goes: its number, its district, its access."""
    hall = await store.venues.keep(HALL)
    rio = await store.venues.keep(Venue(0, "Cinéma Modèle", district="Centre"))
    event = await approved(store, details=Details(access=(Access.SIGN_LANGUAGE,)))
    event = await store.events.reword(event.id, told(details=Details()), now=NOW)
    await store.events.settle(since=NOW)
    event = await now(store, event)
    assert (event.venue, event.details.district) == (hall.id, "Bellevue")
    moved = replace(event, place="Cinéma Modèle", status=Status.MOVED)
    number = await store.event_changes.make(event, moved, by=1, now=NOW)
    found = await now(store, event)
    assert (found.venue, found.details.district, found.details.access) == (rio.id, "Centre", ())
    await store.event_changes.undo(number, now=NOW)
    found = await now(store, event)
    assert (found.venue, found.details.district) == (hall.id, "Bellevue")
    far = await store.events.reword(event.id, told(place="Chez Ada Exemple"), now=NOW)
    assert (far.venue, far.details.district, far.details.access) == (None, "", ())


async def test_what_leaves_the_agenda_or_comes_back_counts_as_a_change(store: Store) -> None:
    """Calendars that follow it compare the number; the first approval is no change."""
    event, later = await approved(store), NOW + timedelta(hours=1)
    assert (event.sequence, event.changed_at) == (0, NOW)
    for number, state in enumerate((State.WITHDRAWN, State.APPROVED), 1):
        await store.events.decide(event.id, state, now=later)
        found = await now(store, event)
        assert (found.sequence, found.changed_at) == (number, later)


async def test_whoever_gave_an_address_does_not_own_its_events(store: Store) -> None:
    """Who brought them stays known, to be thanked."""
    event = await approved(store)
    assert await store.events.proposer(event.id) == 1
    assert await store.events.owner(event.id) is None
    assert await store.events.of_person(1, since=NOW) == []
