"""The agenda for other programs: what is written is read back, whatever an event is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import fromstring
from zoneinfo import ZoneInfo

import feedparser
import icalendar
import pytest
import recurring_ical_events
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from domain.atom import NAMESPACE, Entry, Feed, atom
from domain.calendars import read
from domain.due import ONE_DAY, local_instant
from domain.events import Details, Event, State, Status, plain
from domain.ics import CANCELLED_KEPT, Told, ics, key_of, location_of, readable, uid_of
from domain.venues import Venue
from tests.domain.test_agenda import PARIS, WORKSHOP, paris

AT = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
CHANGES = (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC))
"""When the clocks of Paris change: an hour comes twice, an hour never comes."""

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A calendar program is slow at its first file, and so is a busy machine."""

ZONES = st.sampled_from(
    ["Europe/Paris", "America/Miquelon", "America/Guadeloupe", "Indian/Reunion"]
)
NEAR_A_CHANGE = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-300, 300),
)
MOMENTS = NEAR_A_CHANGE | st.datetimes(
    datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)
).map(lambda moment: moment.replace(second=0, microsecond=0))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
"""Any words that a row can hold."""


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event that was ever let through, with any words."""
    start = draw(MOMENTS)
    length = draw(st.none() | st.integers(1, 40 * 24 * 60))
    return replace(
        WORKSHOP,
        id=draw(st.integers(1, 10**6)),
        title=draw(TEXTS),
        place=draw(TEXTS),
        link=draw(TEXTS | st.just("https://exemple.org/?a=1&b=é")),
        start=start,
        end=None if length is None else start + timedelta(minutes=length),
        status=draw(st.sampled_from(Status)),
        uid=draw(TEXTS),
        source=draw(st.sampled_from(["chat", "a.ics", "https://exemple.org/a.ics", "permanence"])),
        sequence=draw(st.integers(0, 99)),
        details=Details(text=draw(TEXTS)),
        changed_at=draw(st.none() | st.just(AT)),
    )


@st.composite
def whole_days(draw: st.DrawFn, zone: ZoneInfo) -> Event:
    """Any event of whole days there."""
    first = draw(st.dates(date(2026, 9, 1), date(2027, 6, 1)))
    days = draw(st.integers(1, 60))
    start, end = (local_instant(first + n * ONE_DAY, time.min, zone) for n in (0, days))
    return replace(WORKSHOP, start=start, end=end, all_day=True)


def written(*found: Event, zone: ZoneInfo = PARIS, **more: object) -> bytes:
    """A file of these events."""
    return ics(found, zone=zone, name="Agenda", at=AT, **more)  # type: ignore[arg-type]


def value(component: icalendar.Component, name: str) -> Any:
    """A value of a calendar or an event."""
    return component[name]


def only(content: bytes) -> icalendar.Event:
    """The one event of a file."""
    (event,) = icalendar.Calendar.from_ical(content).events
    return event


def unfolded(content: bytes) -> Iterator[tuple[str, str]]:
    """Names and values, as the grammar of RFC 5545 has them: read by no library."""
    text = content.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    assert text.endswith("\r\n")
    for line in text.removesuffix("\r\n").split("\r\n"):
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", line, re.S)
        assert match, line
        yield match[1] + match[2], match[3]


@UNHURRIED
@given(events(), ZONES)
@example(replace(WORKSHOP, start=CHANGES[0] + timedelta(minutes=30), end=None), "Europe/Paris")
@example(replace(WORKSHOP, start=CHANGES[0] - timedelta(minutes=30), end=None), "Europe/Paris")
def test_any_event_is_read_back_at_its_instants(event: Event, name: str) -> None:
    """In any zone, also in the hour that comes twice; with all its words that a file may hold."""
    content = written(event, zone=ZoneInfo(name))
    found = only(content)
    assert value(found, "DTSTART").dt.astimezone(UTC) == event.start
    if event.end is not None:
        assert value(found, "DTEND").dt.astimezone(UTC) == event.end
    assert value(found, "SUMMARY") == readable(event.title)
    assert found.get("DESCRIPTION", "") == readable(event.details.text)
    assert value(found, "UID") == uid_of(event)
    assert value(found, "SEQUENCE") == event.sequence
    assert (value(found, "STATUS") == "CANCELLED") == (event.status is Status.CANCELLED)


@UNHURRIED
@given(events())
def test_a_file_keeps_to_the_grammar(event: Event) -> None:
    """No line is longer than it may be, none is made by what somebody wrote."""
    found = (event, WORKSHOP)
    content = written(*found)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    lines = list(unfolded(content))
    assert [value for name, value in lines if name == "BEGIN"].count("VEVENT") == len(found)
    assert not [name for name, _ in lines if name.split(";")[0] in ("ORGANIZER", "ATTENDEE")]
    begun: list[str] = []
    for name, value in lines:
        if name == "BEGIN":
            begun.append(value)
        elif name == "END":
            assert begun.pop() == value
    assert begun == []


@UNHURRIED
@given(st.data(), ZONES)
def test_whole_days_stay_whole_days(data: st.DataObject, name: str) -> None:
    """Over a change of the clocks too: days have no hour that could move."""
    zone = ZoneInfo(name)
    event = data.draw(whole_days(zone))
    found = only(written(event, zone=zone))
    assert event.end is not None
    assert found.start == event.start.astimezone(zone).date()
    assert found.end == event.end.astimezone(zone).date()


@UNHURRIED
@given(events())
def test_our_own_reader_takes_in_what_we_write(event: Event) -> None:
    """Two fabriques may follow each other's agenda."""
    assume(plain(event.title, most=200))
    day = event.start.astimezone(PARIS).date()
    calendar = read(written(event), zone=PARIS, first=day, last=day)
    [found] = calendar.events
    assert found.start.astimezone(UTC) == event.start
    assert (found.status is Status.CANCELLED) == (event.status is Status.CANCELLED)


@UNHURRIED
@given(events())
def test_an_event_is_the_same_whatever_changes_about_it(event: Event) -> None:
    """Its name for calendars and feeds comes from where it was heard of, and from nothing else."""
    changed = replace(
        event, id=1, title="Autre", place="", start=AT, status=Status.FULL, sequence=7
    )
    assert uid_of(changed) == uid_of(event)
    assert key_of(changed) == key_of(event)


def test_the_name_of_somebodys_own_file_stays_theirs() -> None:
    """Programs write a machine's or a person's name there; a public source has told it already."""
    private = replace(WORKSHOP, source="agenda.ics", uid="1@ordinateur-de-ada")
    public = replace(private, source="https://exemple.org/agenda.ics")
    own = replace(private, source="permanence", uid="permanence-2026-12@nationale")
    assert "ada" not in uid_of(private)
    assert uid_of(public) == "1@ordinateur-de-ada"
    assert uid_of(own) == "permanence-2026-12@nationale"


def test_dates_of_a_series_are_events_of_their_own() -> None:
    """So that one of them can be called off."""
    dates = [replace(WORKSHOP, id=n, uid=f"série-{n}", series="s") for n in range(3)]
    assert len({uid_of(one) for one in dates}) == 3


def test_what_was_called_off_is_told_for_a_month() -> None:
    """As long as followers may not have looked; then it is gone."""
    off = replace(WORKSHOP, status=Status.CANCELLED, changed_at=AT - CANCELLED_KEPT)
    assert value(only(written(off)), "STATUS") == "CANCELLED"
    earlier = replace(off, changed_at=AT - CANCELLED_KEPT - timedelta(seconds=1))
    assert icalendar.Calendar.from_ical(written(earlier)).events == []


def test_a_calendar_without_events_is_one_all_the_same() -> None:
    """It must hold something (RFC 5545, 3.6): programs that follow it would call it broken."""
    calendar = icalendar.Calendar.from_ical(written())
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_all_that_is_known_is_told_and_nothing_else() -> None:
    """Where, with its point on the map; about what; where more is read; nobody busy by it."""
    venue = Venue(
        4, "La Roue Fictive", address="3 rue des Exemples", latitude=45.43, longitude=4.39
    )
    event = replace(
        WORKSHOP, place="La Roue Fictive", link="", venue=4, sequence=2, changed_at=paris(2)
    )
    told = Told(
        "Complet — Atelier", "Prix : libre\nAccès : plain-pied", ("réparer",), "https://e.org/1"
    )
    found = only(written(event, told=lambda _: told, venues=[venue]))
    assert value(found, "LOCATION") == "La Roue Fictive, 3 rue des Exemples"
    assert value(found, "GEO").to_ical() == "45.43;4.39"
    assert value(found, "CATEGORIES").to_ical() == "réparer".encode()
    assert (value(found, "URL"), value(found, "TRANSP")) == ("https://e.org/1", "TRANSPARENT")
    assert (value(found, "SEQUENCE"), value(found, "LAST-MODIFIED").dt) == (2, paris(2))
    assert value(found, "DESCRIPTION") == told.text


def test_a_place_is_told_once() -> None:
    """An address that somebody wrote already is not repeated; a code is nobody's address."""
    venue = Venue(4, "La Roue Fictive", address="3 rue des Exemples")
    wordy = replace(WORKSHOP, place="La Roue Fictive, 3 rue des exemples, Villemodèle")
    assert location_of(wordy, venue) == wordy.place
    coded = replace(WORKSHOP, place="Salle", details=Details(commune="42218"))
    assert location_of(coded, None) == "Salle"
    named = replace(coded, details=Details(commune="Firminy"))
    assert location_of(named, None) == "Salle, Firminy"
    assert location_of(replace(WORKSHOP, place=""), venue) == "La Roue Fictive, 3 rue des Exemples"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://e.org/\r\nX-BAD:1", "data:x", ""])
def test_only_an_address_of_the_web_is_a_link(link: str) -> None:
    """Calendars open what is written there."""
    content = written(replace(WORKSHOP, link=link))
    assert b"URL" not in content
    assert b"X-BAD" not in content


def test_a_week_is_found_by_a_calendar_program() -> None:
    """A library that unfolds recurrences finds each event on its day, at its hour there."""
    days = [
        replace(WORKSHOP, id=n, uid=str(n), start=paris(n, 18), end=paris(n, 20))
        for n in range(20, 28)
    ]
    calendar = icalendar.Calendar.from_ical(written(*days))
    found = recurring_ical_events.of(calendar).between(paris(23), paris(26))
    assert sorted(one.start for one in found) == [paris(n, 18) for n in (23, 24, 25)]
    assert {value(one, "DTSTART").params["TZID"] for one in found} == {"Europe/Paris"}


FEED = Feed("https://e.org/agenda.atom", "https://e.org/agenda", "Agenda", "Fabrique fictive", "fr")


@UNHURRIED
@given(events(), st.integers(0, 2))
def test_any_event_is_read_back_from_the_feed(event: Event, count: int) -> None:
    """Well-formed whatever the words; the latest news first, each under one name."""
    found = [event, WORKSHOP][:count]
    entries = [
        Entry(key_of(one), one.title, one.start, f"https://e.org/{one.id}", one.details.text)
        for one in found
    ]
    content = atom(FEED, entries, at=AT)
    root = fromstring(content)
    listed = root.findall(f"{{{NAMESPACE}}}entry")
    ids = [one.findtext(f"{{{NAMESPACE}}}id") for one in listed]
    assert sorted(map(str, ids)) == sorted(f"urn:uuid:{one.key}" for one in entries)
    moments = [str(one.findtext(f"{{{NAMESPACE}}}updated")) for one in listed]
    assert moments == sorted(moments, reverse=True)
    assert root.findtext(f"{{{NAMESPACE}}}updated") == (moments or ["2026-11-01T08:00:00Z"])[0]
    read_back = {one.findtext(f"{{{NAMESPACE}}}title") for one in listed}
    assert read_back == {readable(one.title) for one in found}


def test_the_feed_is_read_by_a_feed_reader() -> None:
    """By a library of others, without a complaint."""
    entry = Entry(
        key_of(WORKSHOP), "Fête <b>&</b> soupe", AT, "https://e.org/1", "Venez", ("fête",)
    )
    read_back = feedparser.parse(atom(FEED, [entry], at=AT))
    assert (read_back.bozo, read_back.version) == (0, "atom10")
    [found] = read_back.entries
    assert found.link == "https://e.org/1"
    assert [one.term for one in found.tags] == ["fête"]
    assert State.APPROVED is WORKSHOP.state
