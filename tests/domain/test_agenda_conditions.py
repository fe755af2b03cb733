"""Conditions that a line of the agenda has room for, and the days on which something is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agenda import days_of, first_day
from domain.agenda_answers import Answer, Without, look
from domain.agenda_asks import read_ask
from domain.agenda_conditions import MOST, closed_days, short_conditions
from domain.events import Details, Event, State, Status
from domain.places import Places
from domain.week import Ground

PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 11, 23)
SUNDAY = MONDAY + timedelta(days=6)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
EXPO = Event(
    1, "Expo photo", datetime(2026, 11, 20, tzinfo=PARIS), datetime(2026, 12, 13, tzinfo=PARIS),
    True, "Médiathèque du Coin", "", State.APPROVED, Status.SCHEDULED, "chat", "1",
    Details(text="Fermé le lundi"),
)  # fmt: skip
GROUND = Ground.of((), Places(()))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dès 12 ans", ("dès 12 ans",)),
        ("On répare ensemble. À partir de 8 ans.", ("à partir de 8 ans",)),
        ("Fermé le lundi", ("fermé le lundi",)),
        ("English subtitles", ("English subtitles",)),
        ("VOSTFR, dès 12 ans", ("VOSTFR", "dès 12 ans")),
        ("Un film de Chloé Modèle (sous-titré)", ("sous-titré",)),
        ("From age 12", ("from age 12",)),
        ("6-10 ans", ("6-10 ans",)),
        ("Closed on Mondays", ("closed on Mondays",)),
        ("Les 10 ans de La Roue Libre fictive", ()),
        ("On répare ensemble, apportez vos outils", ()),
        ("", ()),
    ],
)
def test_what_a_reader_has_to_know_is_told(text: str, told: tuple[str, ...]) -> None:
    """And nothing else of a description."""
    assert short_conditions(Details(text=text)) == told


def test_a_condition_that_was_given_as_one_goes_first() -> None:
    """Once, as far as there is room."""
    both = Details(conditions="sur inscription", text="Dès 12 ans")
    twice = Details(conditions="dès 12 ans", text="Dès 12 ans")
    long = Details(conditions="inscription obligatoire auprès de la médiathèque du coin")

    assert short_conditions(both) == ("sur inscription", "dès 12 ans")
    assert short_conditions(twice) == ("dès 12 ans",)
    assert short_conditions(long) == ()


@given(st.text(), st.text(alphabet="Dès 12ans,.ferméldi", max_size=200))
def test_conditions_never_take_more_than_their_room(conditions: str, text: str) -> None:
    """Whatever people write."""
    said = short_conditions(Details(conditions=conditions, text=text))
    assert sum(map(len, said)) <= MOST
    closed_days(replace(EXPO, details=Details(conditions=conditions, text=text)))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Fermé le lundi", {0}),
        ("fermée les lundis et mardis", {0, 1}),
        ("tous les jours sauf le dimanche", {6}),
        ("Closed on Mondays and Tuesdays", {0, 1}),
        ("Ouvert du mercredi au dimanche", {0, 1}),
        ("Open Tuesday to Sunday", {0}),
        ("fermé le lundi 25", set()),
        ("fermé le lundi de Pâques", set()),
        ("Ouvert du lundi 23 au mardi 24", set()),
        ("rendez-vous le lundi", set()),
    ],
)
def test_closed_days_are_read(text: str, days: set[int]) -> None:
    """Of every week, not of one date."""
    assert closed_days(replace(EXPO, details=Details(text=text))) == days


def test_an_exhibition_stands_on_a_day_on_which_it_is_open() -> None:
    """The first of the window; none where all of it is closed."""
    assert [day for day, _ in days_of([EXPO], MONDAY, SUNDAY, PARIS)] == [date(2026, 11, 24)]
    assert first_day(EXPO, MONDAY, MONDAY, PARIS) is None


def test_no_one_is_sent_to_a_closed_door() -> None:
    """Who asks for its closing day hears of the next day; who asks for the week, of Tuesday on."""

    def found(words: str) -> Answer:
        return look(read_ask(words, MONDAY), [EXPO], GROUND, zone=PARIS, now=NOW)

    assert found("expo lundi") == Answer((EXPO,), (Without.DAY,))
    assert found("expo mardi") == found("expo cette semaine") == Answer((EXPO,))
