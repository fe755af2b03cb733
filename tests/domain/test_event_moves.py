"""A day or an hour said anew keeps the other; an answer names one of the days offered."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_days import Occasions, occasions
from domain.event_moves import UNREAD, WHICH_DAY, meant_of, said_anew

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 1, 5, 9, tzinfo=PARIS)  # a Monday
EVENING = "samedi 10 janvier à 20h30"
SPAN = "samedi 10 janvier de 14h à 17h"
NIGHT = "samedi 10 janvier de 22h à 2h"
WHOLE = "samedi 10 janvier toute la journée"
SERIES = "les 17 et 24 janvier à 14h"


def _anew(was: str, typed: str) -> Occasions:
    return said_anew(typed, NOW, occasions(was, NOW).timings)


def _shown(said: Occasions) -> list[str]:
    return [
        f"{one.start:%d %H:%M}" + (f"-{one.end:%d %H:%M}" if one.end else "")
        for one in said.timings
    ]


@pytest.mark.parametrize(
    ("was", "typed", "then"),
    [
        (EVENING, "19h", ["10 19:00"]),
        (EVENING, "à 19h", ["10 19:00"]),
        (EVENING, "plutôt 19h", ["10 19:00"]),
        (EVENING, "at 7pm", ["10 19:00"]),
        (EVENING, "de 18h à 19h", ["10 18:00-10 19:00"]),
        (EVENING, "jusqu’à 23h", ["10 20:30-10 23:00"]),
        (EVENING, "dimanche", ["11 20:30"]),
        (EVENING, "dimanche soir", ["11 20:30"]),
        (EVENING, "on Sunday", ["11 20:30"]),
        (EVENING, "le 17", ["17 20:30"]),
        (EVENING, "les 13 et 14 janvier", ["13 20:30", "14 20:30"]),
        (EVENING, "dimanche à 18h", ["11 18:00"]),
        (SPAN, "15h", ["10 15:00-10 17:00"]),
        (SPAN, "18h", ["10 18:00-10 21:00"]),
        (SPAN, "dimanche", ["11 14:00-11 17:00"]),
        (NIGHT, "21h", ["10 21:00-11 02:00"]),
        (NIGHT, "dimanche", ["11 22:00-12 02:00"]),
        (WHOLE, "dimanche", ["11 00:00-12 00:00"]),
        (WHOLE, "14h", ["10 14:00"]),
        (SERIES, "15h", ["17 15:00", "24 15:00"]),
    ],
)
def test_what_is_not_said_of_day_or_hour_stands(was: str, typed: str, then: list[str]) -> None:
    """An hour keeps the day, a day keeps the hours."""
    assert _shown(_anew(was, typed)) == then


def test_another_part_of_the_day_asks_the_hour() -> None:
    """Half past eight is no morning."""
    said = _anew(EVENING, "dimanche matin")
    assert (said.timings, said.doubt) == ((), "refusal-moment-hour")
    assert said.day == date(2026, 1, 11)


@pytest.mark.parametrize(
    "typed", ["la semaine prochaine à 19h", "19h pour les bénévoles", "bonjour"]
)
def test_an_hour_beside_other_words_is_not_guessed_at(typed: str) -> None:
    """They may say another day, or another hour than that of the event."""
    assert _anew(EVENING, typed).doubt == UNREAD


def test_a_weekday_of_an_event_weeks_away_may_be_near_it_or_next() -> None:
    """Which one is asked; beside the event's own week there is no doubt."""
    far = "samedi 24 janvier à 20h"
    said = _anew(far, "dimanche")
    assert said.doubt == WHICH_DAY
    assert said.offered == (date(2026, 1, 11), date(2026, 1, 25))
    assert _shown(_anew(far, "samedi à 19h")) == ["24 19:00"]
    assert _shown(_anew(far, "dimanche 11")) == ["11 20:00"]
    assert _shown(_anew(far, "dimanche prochain")) == ["11 20:00"]


@given(st.integers(7, 23), st.sampled_from(("", ":15", ":45")), st.sampled_from((EVENING, SERIES)))
def test_an_hour_alone_never_changes_the_day(hour: int, minute: str, was: str) -> None:
    """Whichever it is."""
    typed = f"{hour}{minute or 'h'}"
    days = [one.start.date() for one in occasions(was, NOW).timings]
    said = _anew(was, typed)
    assert [one.start.date() for one in said.timings] == days
    assert {one.start.hour for one in said.timings} == {hour}


OFFERED = (date(2026, 1, 13), date(2026, 1, 16))


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("mardi", 0),
        ("Vendredi", 1),
        ("le 13", 0),
        ("le 16", 1),
        ("13", 0),
        ("le mardi 13 janvier", 0),
        ("mardi à 19h", 0),
        ("friday the 16th", 1),
        ("le premier", 0),
        ("the second one", 1),
        ("lundi", None),
        ("mardi 16", None),
        ("le 20", None),
        ("le 13 février", None),
        ("ni mardi ni vendredi", None),
        ("", None),
    ],
)
def test_an_answer_names_one_of_the_days_offered(typed: str, place: int | None) -> None:
    """By its weekday, its number or its place; another day is none of them."""
    assert meant_of(typed, OFFERED) == place


def test_a_word_that_fits_both_days_names_none() -> None:
    """The month is the same."""
    assert meant_of("mardi", (date(2026, 1, 13), date(2026, 1, 20))) is None
