"""Calendars as people really export them; each sample is invented."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar_lines import RULE_REFUSED, UNREADABLE, ZONE_GUESSED
from domain.calendars import (
    LINK_MOST,
    MOST_EVENTS,
    PLACE_MOST,
    TITLE_MOST,
    TOO_MANY,
    Calendar,
    read,
)
from domain.errors import Refusal
from domain.events import FoundEvent, Status

SAMPLES = Path(__file__).parent.parent / "samples"
PARIS = ZoneInfo("Europe/Paris")
HEADER = b"BEGIN:VCALENDAR\r\n"


def november(content: bytes | str) -> Calendar:
    """A sample or a content, from November 2026 to March 2027."""
    written = content if isinstance(content, bytes) else (SAMPLES / content).read_bytes()
    return read(written, zone=PARIS, first=date(2026, 11, 1), last=date(2027, 3, 31))


def event(*lines: str) -> bytes:
    """A calendar of one event."""
    inside = "\r\n".join(["BEGIN:VEVENT", "UID:un@exemple", *lines, "END:VEVENT"])
    return HEADER + inside.encode() + b"\r\nEND:VCALENDAR\r\n"


def when(found: FoundEvent) -> str:
    """The local start."""
    return f"{found.start:%d/%m %H:%M}"


def test_a_google_series_loses_its_exceptions_and_keeps_its_moved_date() -> None:
    """4 November is left out, 11 November moved to the 12th, and UTC is told in Paris."""
    calendar = november("google_fr.ics")
    assert [when(found) for found in calendar.events] == [
        "12/11 19:00",
        "18/11 18:30",
        "20/11 20:30",
        "25/11 18:30",
    ]
    assert calendar.problems == ()


def test_a_moved_date_keeps_the_id_of_the_date_it_replaces() -> None:
    """So that a second import corrects the first instead of adding to it."""
    moved, following = november("google_fr.ics").events[:2]
    assert moved.uid == "atelier-velo@agenda.example|2026-11-11T18:30"
    assert following.uid == "atelier-velo@agenda.example|2026-11-18T18:30"


def test_text_is_unescaped() -> None:
    """An address has commas, and no backslash before them."""
    place = november("google_fr.ics").events[1].place
    assert place == "La Roue Fictive, 3 rue de l’Exemple, Villemodèle"


def test_outlook_names_of_zones_are_understood_or_owned_up_to() -> None:
    """A Windows name is a zone; a name for the eye is guessed, and the guess is told."""
    calendar = november("outlook.ics")
    assert [when(found) for found in calendar.events] == ["17/11 09:00", "18/11 14:00"]
    assert calendar.problems == (ZONE_GUESSED,)


def test_a_folded_line_is_whole_again() -> None:
    """Outlook folds inside words."""
    title = november("outlook.ics").events[0].title
    assert title == "Réunion d’équipe, salle des exemples et apéritif"


def test_a_bad_event_never_hides_the_others() -> None:
    """30 February, no start and two starts are set aside; an end before its start is dropped."""
    calendar = november("one_broken.ics")
    assert [found.title for found in calendar.events] == [
        "Repair café",
        "Fin avant le début",
        "Chorale",
    ]
    assert calendar.problems == (UNREADABLE, UNREADABLE, UNREADABLE)


def test_an_end_before_its_start_is_no_end() -> None:
    """The start is what people come for; a duration counts as an end."""
    _, backwards, choir = november("one_broken.ics").events
    assert backwards.end is None
    assert choir.end == datetime(2026, 11, 16, 21, 30, tzinfo=PARIS)


def test_rules_that_would_never_end_leave_their_first_date() -> None:
    """Each second, each minute, 86,400 a day, or never moving on; two shows a day are fine."""
    calendar = november("rule_bomb.ics")
    titles = [found.title for found in calendar.events]
    assert (len(titles), titles.count("Deux séances par jour")) == (8, 4)
    assert calendar.problems == (RULE_REFUSED,) * 4


def test_forty_rules_that_never_name_a_day_hide_nothing() -> None:
    """Each looks for a 30 February; nobody waits for them until the year 9999."""
    good = event("SUMMARY:Chorale", "DTSTART:20261112T190000Z")
    content = (SAMPLES / "heavy.ics").read_bytes() + good
    begun = process_time()
    calendar = november(content)
    assert process_time() - begun < 2
    assert [found.title for found in calendar.events] == ["Chorale"]
    assert calendar.problems == (RULE_REFUSED,) * 40


def test_windows_1252_is_read() -> None:
    """Old exports keep their accents and their ligatures."""
    (found,) = november("cp1252.ics").events
    assert (found.title, found.place) == ("Fête d’été à l’Œuf Modèle", "Café Léger")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_one_text_reads_the_same_in_each_encoding(encoding: str) -> None:
    """By its byte order mark, else as UTF-8, else as cp1252."""
    written = event("SUMMARY:Été à Villemodèle", "DTSTART:20261112T100000Z").decode()
    (found,) = november(written.encode(encoding)).events
    assert found.title == "Été à Villemodèle"


def test_a_letter_folded_between_its_bytes_is_whole_again() -> None:
    """Some writers count bytes and forget letters."""
    written = event("SUMMARY:Fête", "DTSTART:20261112T100000Z").replace(b"\xc3", b"\xc3\r\n ")
    assert november(written).events[0].title == "Fête"


def test_a_time_without_zone_is_local() -> None:
    """And an hour that the clock skips becomes the one it shows."""
    events = november("floating.ics").events
    assert [when(found) for found in events] == ["14/11 09:30", "28/03 03:30"]


def test_the_calendar_s_own_zone_counts_for_times_without_one() -> None:
    """A feed of La Réunion does not mean Paris."""
    written = event("DTSTART:20261112T180000").replace(
        HEADER, HEADER + b"X-WR-TIMEZONE:Indian/Reunion\r\n"
    )
    assert when(november(written).events[0]) == "12/11 15:00"


def test_a_zone_described_in_the_file_is_used() -> None:
    """Ten o'clock four hours behind Greenwich is three in the afternoon in Paris."""
    calendar = november("own_zone.ics")
    assert (when(calendar.events[0]), calendar.problems) == ("12/11 15:00", ())


def test_whole_days_go_from_midnight_to_an_exclusive_midnight() -> None:
    """A festival of three days, a day without an end, a market each Saturday."""
    days = {found.title: found for found in november("several_days.ics").events}
    festival, alone = days["Festival des communs"], days["Journée sans achat"]
    assert (festival.start.day, festival.end) == (20, datetime(2026, 11, 23, tzinfo=PARIS))
    assert (alone.all_day, alone.end) == (True, datetime(2026, 11, 28, tzinfo=PARIS))


def test_the_last_day_of_a_rule_is_included() -> None:
    """UNTIL=20261125 with an evening at 20:00 includes that evening."""
    written = event("DTSTART;TZID=Europe/Paris:20261118T200000", "RRULE:FREQ=WEEKLY;UNTIL=20261125")
    assert [when(found) for found in november(written).events] == ["18/11 20:00", "25/11 20:00"]


def test_a_series_keeps_its_hour_when_the_clock_changes() -> None:
    """Eight in the evening stays eight in the evening after 25 October."""
    written = event("DTSTART;TZID=Europe/Paris:20261020T200000", "RRULE:FREQ=WEEKLY;COUNT=4")
    assert [when(found) for found in november(written).events] == ["03/11 20:00", "10/11 20:00"]


def test_what_is_cancelled_is_told_as_such() -> None:
    """A whole event, or one date of a series."""
    events = november("cancelled.ics").events
    off = [when(found) for found in events if found.status is Status.CANCELLED]
    assert (len(events), off) == (4, ["10/11 18:00", "19/11 20:30"])


def test_markup_and_other_links_than_the_web_s_are_dropped() -> None:
    """A calendar is text that somebody else wrote."""
    found, long = november("unsafe.ics").events
    assert (found.title, found.place) == ("Vélo et boustrophédon & cie", "Salle, Modèle")
    assert (found.link, long.link) == ("", "https://long.example/page")


def test_one_id_for_all_events_loses_none() -> None:
    """Some writers give each event the same id."""
    twice = event("DTSTART:20261112T100000Z") + event("DTSTART:20261113T100000Z")
    assert [when(found) for found in november(twice).events] == ["12/11 11:00", "13/11 11:00"]


def test_events_outside_the_days_asked_for_are_not_given() -> None:
    """A calendar without anything in the window is no refusal."""
    assert november(event("DTSTART:20250101T100000Z")) == Calendar((), ())


def test_at_most_two_thousand_events_are_given() -> None:
    """The first ones, and the rest is told."""
    written = event(
        "DTSTART:20261101T000000Z", f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))}"
    )
    calendar = november(written)
    assert (len(calendar.events), calendar.problems) == (MOST_EVENTS, (TOO_MANY,))


@pytest.mark.parametrize("content", [b"", b"<html><body>Connexion</body></html>", b"\xff\xfe\x00"])
def test_what_is_no_calendar_is_refused(content: bytes) -> None:
    """A page that asks for a password is no calendar."""
    with pytest.raises(Refusal, match="refusal-file-not-calendar"):
        november(content)


def test_a_calendar_without_events_is_refused() -> None:
    """There is nothing to propose."""
    with pytest.raises(Refusal, match="refusal-calendar-empty"):
        november(HEADER + b"END:VCALENDAR\r\n")


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "BEGIN:VALARM",
        "END:VCALENDAR",
        "DTSTART:20261112T100000",
        "DTSTART;VALUE=DATE:20261112",
        "DTEND;TZID=Europe:20261112T120000Z",
        "DURATION:P9999999999D",
        "RRULE:FREQ=WEEKLY;UNTIL=00010101",
        "RRULE:FREQ=MONTHLY;BYDAY=99MO",
        "EXDATE:20261112T100000,x",
        "RDATE;VALUE=PERIOD:20261113T100000Z/PT1H",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261119T100000",
        "UID:un@exemple",
        "SUMMARY:Autre essai",
    ]
) | st.text(max_size=30)


@given(st.lists(LINES, max_size=30))
def test_no_arrangement_of_lines_is_a_fault(lines: list[str]) -> None:
    """Events are found or not, but each one is within its bounds."""
    written = HEADER + "\r\n".join(["BEGIN:VEVENT", "SUMMARY:Essai", *lines]).encode()
    for found in november(written).events:
        assert len(found.title) <= TITLE_MOST
        assert len(found.place) <= PLACE_MOST
        assert len(found.link) <= LINK_MOST
        assert found.end is None or found.start < found.end
