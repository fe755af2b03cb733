"""Which day and which moment: services lie behind, events ahead."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import days
from domain.days import Found
from domain.errors import Refusal
from tests.domain.phrases import DAYS, OWN_DAYS

WEDNESDAY = date(2026, 10, 14)
SUNDAY = datetime(2026, 11, 22, 15, 0, tzinfo=ZoneInfo("Europe/Paris"))

BEHIND = {
    "aujourd'hui": "2026-10-14",
    "aujourd’hui": "2026-10-14",
    "ce matin": "2026-10-14",
    "cet après-midi": "2026-10-14",
    "hier": "2026-10-13",
    "HIER": "2026-10-13",
    "hier soir": "2026-10-13",
    "avant-hier": "2026-10-12",
    "il y a 3 jours": "2026-10-11",
    "il y a une semaine": "2026-10-07",
    "il y a deux semaines": "2026-09-30",
    "mardi": "2026-10-13",
    "mardi dernier": "2026-10-13",
    "lundi dernier": "2026-10-12",
    "mercredi": "2026-10-14",
    "mercredi dernier": "2026-10-07",
    "vendredi matin": "2026-10-09",
    "jeudi de la semaine dernière": "2026-10-08",
    "lundi 12": "2026-10-12",
    "lundi 12 octobre": "2026-10-12",
    "mar. 13 oct.": "2026-10-13",
    "le 12": "2026-10-12",
    "12": "2026-10-12",
    "1er": "2026-10-01",
    "le 31": "2026-08-31",
    "12/03": "2026-03-12",
    "le 12/03": "2026-03-12",
    "12/11": "2025-11-12",
    "12/03/26": "2026-03-12",
    "12.03.2026": "2026-03-12",
    "2026-03-12": "2026-03-12",
    "le 12 mars": "2026-03-12",
    "12 novembre": "2025-11-12",
    "1er septembre": "2026-09-01",
    "le premier octobre": "2026-10-01",
    "5 sept.": "2026-09-05",
    "le 12 août dernier": "2026-08-12",
    "le 20 décembre": "2025-12-20",
    "yesterday": "2026-10-13",
    "the day before yesterday": "2026-10-12",
    "this morning": "2026-10-14",
    "last monday": "2026-10-12",
    "friday last week": "2026-10-09",
    "3 days ago": "2026-10-11",
    "a week ago": "2026-10-07",
    "november 12": "2025-11-12",
    "October 12th, 2026": "2026-10-12",
    "12 of october": "2026-10-12",
}
UNREAD = [
    *("", "mars", "2h", "32/11", "31/02", "24/7", "1/2 heure", "le 12 personnes"),
    *("la semaine dernière", "lundi 13 octobre", "0000-01-01", "il y a 3,5 jours"),
]
AHEAD = {
    "samedi 28 à 18h30": "2026-11-28 18:30",
    "28/11 18h30": "2026-11-28 18:30",
    "sam. 28 nov. 18h30": "2026-11-28 18:30",
    "atelier de 2h samedi 28 à 18h30": "2026-11-28 18:30",
    "samedi 28 de 18h à 20h": "2026-11-28 18:00",
    "samedi 18h30-20h": "2026-11-28 18:30",
    "demain 20h": "2026-11-23 20:00",
    "12 décembre 2026 à 9 h": "2026-12-12 09:00",
    "2026-11-28 18:30": "2026-11-28 18:30",
    "2026-11-28T18:30": "2026-11-28 18:30",
    "mardi 1er décembre à 18 h 30": "2026-12-01 18:30",
    "mardi de la semaine prochaine à 10h": "2026-11-24 10:00",
    "dans 3 jours à 18h": "2026-11-25 18:00",
    "ce soir à 8h": "2026-11-22 20:00",
    "samedi soir à 8h": "2026-11-28 20:00",
    "samedi midi": "2026-11-28 12:00",
    "le 3 à midi": "2026-12-03 12:00",
    "dimanche 10h": "2026-11-29 10:00",
    "dimanche à 18h": "2026-11-22 18:00",
    "12/11 18h": "2027-11-12 18:00",
    "saturday at 6pm": "2026-11-28 18:00",
    "november 28 at 6:30 pm": "2026-11-28 18:30",
    "next friday 7.30pm": "2026-11-27 19:30",
    "tomorrow at noon": "2026-11-23 12:00",
}


@pytest.mark.parametrize(("text", "day"), BEHIND.items())
def test_a_written_day_is_the_last_one_it_can_mean(text: str, day: str) -> None:
    """Without a year or a week, a service was given the last time that day came round."""
    assert days.read(text, WEDNESDAY) == date.fromisoformat(day)


def refused(text: str) -> tuple[str, dict[str, object]]:
    """Why a text is no day of a service."""
    with pytest.raises(Refusal) as refusal:
        days.read(text, WEDNESDAY)
    return refusal.value.name, refusal.value.values


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_day_is_unread(text: str) -> None:
    """A week, an impossible date and a weekday that contradicts its date are asked again."""
    assert refused(text) == ("refusal-day-unread", {})


@pytest.mark.parametrize("text", ["demain", "jeudi prochain", "15/10/2026", "dans 1 jour"])
def test_a_service_is_not_noted_before_it_is_given(text: str) -> None:
    """A plan is not an exchange yet."""
    tomorrow = WEDNESDAY + timedelta(days=1)
    assert refused(text) == ("refusal-day-future", {"day": tomorrow})


def test_a_service_of_more_than_a_year_ago_is_too_old() -> None:
    """The oldest day that would do is told."""
    told = {"day": date(2025, 10, 13), "oldest": date(2025, 10, 14)}
    assert refused("13/10/2025") == ("refusal-day-too-old", told)


def test_a_day_is_found_where_it_stands() -> None:
    """The span takes the part of the day along."""
    text = "relecture avec Zoé hier soir, merci"
    assert days.find(text, WEDNESDAY) == Found(date(2026, 10, 13), 19, 28)


@pytest.mark.parametrize(("text", "day"), (DAYS | OWN_DAYS).items())
def test_no_day_is_silently_wrong(text: str, day: str | None) -> None:
    """Each of the study's 31 and of our own is read right, asked again or kindly refused."""
    if day is None:
        with pytest.raises(Refusal):
            days.read(text, WEDNESDAY)
    else:
        assert days.read(text, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("mardi", "2026-10-13", "2026-10-13"),
        ("mardi dernier", "2026-10-13", "2026-10-06"),
        ("le 20 décembre", "2027-01-08", "2026-12-20"),
        ("29 février", "2028-03-02", "2028-02-29"),
        ("le 31", "2026-03-02", "2026-01-31"),
    ],
)
def test_a_day_is_the_last_that_was(text: str, today: str, day: str) -> None:
    """Across a week, a year and a leap year."""
    assert days.read(text, date.fromisoformat(today)) == date.fromisoformat(day)


def test_two_days_are_two_notes() -> None:
    """Neither is dropped."""
    assert refused("lundi et mardi") == ("refusal-day-two", {})


def test_the_library_is_loaded_when_first_needed() -> None:
    """It takes a tenth of a second, which a start does not wait for."""
    seen = "import sys, domain.days, domain.sentences; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", seen], check=False).returncode == 0


@given(st.dates(date(2025, 10, 14), WEDNESDAY), st.sampled_from(["%d/%m/%Y", "%Y-%m-%d"]))
def test_a_full_date_reads_back(day: date, form: str) -> None:
    """Day first or year first, the same day."""
    assert days.read(day.strftime(form), WEDNESDAY) == day


@given(st.text(max_size=60), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_text_is_a_day_behind_or_refused(text: str, today: date) -> None:
    """No text is a fault."""
    with suppress(Refusal):
        assert days.read(text, today) <= today


@pytest.mark.parametrize(("text", "moment"), AHEAD.items())
def test_a_moment_is_the_next_one_it_can_mean(text: str, moment: str) -> None:
    """In the zone of now, since people write the hour of their own clock."""
    expected = datetime.fromisoformat(moment).replace(tzinfo=SUNDAY.tzinfo)
    assert days.read_moment(text, SUNDAY) == expected


REFUSED_MOMENTS = {
    "bonjour": "refusal-moment-unread",
    "20h": "refusal-moment-unread",
    "31/02/2027 10h": "refusal-moment-unread",
    "samedi 27 à 18h": "refusal-moment-unread",
    "samedi": "refusal-moment-hour",
    "samedi 25h": "refusal-moment-hour",
    "hier 18h": "refusal-moment-past",
    "aujourd'hui 9h": "refusal-moment-past",
    "12 mai 1890 à 10h": "refusal-moment-past",
    "12/11/2031 18h": "refusal-moment-far",
    "9999-12-31 10:00": "refusal-moment-far",
}


@pytest.mark.parametrize(("text", "name"), REFUSED_MOMENTS.items())
def test_a_moment_that_cannot_be_announced_is_refused(text: str, name: str) -> None:
    """Past, out of sight, or without an hour: each says which."""
    with pytest.raises(Refusal) as refusal:
        days.read_moment(text, SUNDAY)
    assert refusal.value.name == name


@given(st.text(max_size=60))
def test_any_text_is_a_moment_ahead_or_refused(text: str) -> None:
    """No text is a fault."""
    now = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    with suppress(Refusal):
        assert days.read_moment(text, now) > now
