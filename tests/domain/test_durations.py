"""How long it took: what people write, in minutes, and what is never guessed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import durations
from domain.duration_rules import EARLIEST_HOUR
from domain.durations import MOST_MINUTES, Found
from domain.errors import Refusal
from domain.values import Minutes
from tests.domain.phrases import HELD_OUT, OWN, STUDIED, TRIED

WRITTEN = {
    "2h": 120,
    "2 h": 120,
    "2H": 120,
    "2\u00a0h": 120,
    "24h": 1440,
    "2h30": 150,
    "2H30": 150,
    "2 h 30": 150,
    "2\u202fh\u202f30": 150,
    "2h 30min": 150,
    "2h30min": 150,
    "2h et 30 minutes": 150,
    "2:30": 150,
    "02h05": 125,
    "1h½": 90,
    "1,5h": 90,
    "1,5 h": 90,
    "1.5 h": 90,
    "2,5 heures": 150,
    "0,25 h": 15,
    "45 min": 45,
    "45min": 45,
    "45'": 45,
    "45’": 45,
    "90 minutes": 90,
    "90 mn": 90,
    "1 heure 15 minutes": 75,
    "une heure": 60,
    "une heure et demie": 90,
    "1 heure et demie": 90,
    "une heure trente": 90,
    "une heure moins le quart": 45,
    "deux heures moins dix": 110,
    "deux heures": 120,
    "deux heures et demie": 150,
    "Deux Heures Trente": 150,
    "trois heures et quart": 195,
    "vingt minutes": 20,
    "soixante et onze minutes": 71,
    "quatre-vingt-dix minutes": 90,
    "un quart d'heure": 15,
    "un petit quart d’heure": 15,
    "trois quarts d'heure": 45,
    "3/4 d'heure": 45,
    "une demi-heure": 30,
    "1/2 heure": 30,
    "½ h": 30,
    "une demi-journée": 210,
    "1/2 journée": 210,
    "deux demi-journées": 420,
    "une matinée": 210,
    "une journée": 420,
    "toute la journée": 420,
    "une journée et demie": 630,
    "1 j": 420,
    "2 jours": 840,
    "1,5 jour": 630,
    "2 x 1h30": 180,
    "2x1h30": 180,
    "2 × 45 min": 90,
    "1h30 x 2": 180,
    "trois fois une heure": 180,
    "de 14h à 16h30": 150,
    "entre 14h et 16h": 120,
    "de 14 à 16h": 120,
    "14h-16h": 120,
    "de 9h à midi": 180,
    "de midi à 14h": 120,
    "de 22h à 1h": 180,
    "une petite heure": 60,
    "2 bonnes heures": 120,
    "environ 2h": 120,
    "au moins 2h": 120,
    "une réunion d’1h30": 90,
    "2h30 soit 150 min": 150,
    "two hours": 120,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "half an hour": 30,
    "1.5 hours": 90,
    "1 hr 30 mins": 90,
    "three quarters of an hour": 45,
    "forty-five minutes": 45,
    "from 2pm to 4:30pm": 150,
    "2-4pm": 120,
    "10am to 1pm": 180,
    "half a day": 210,
    "a 2h workshop": 120,
    "a two-hour workshop": 120,
}
BESIDE = {
    "il y a 3 jours, 2h": 120,
    "2h 3 days ago": 120,
    "2h mardi à 14h": 120,
    "2h 12 mars": 120,
    "2h 12/11": 120,
    "2h 30 personnes": 120,
    "2h à Paul": 120,
}
UNREAD = [
    *("", "bonjour", "h", "2h5", "2h75", "1e5h", "quelle heure", "j'ai 2 enfants", "12/11"),
    *("à 14h", "vers 18h30", "at 2pm", "dans 2h", "il y a 2h", "2 hours ago", "9" * 5000 + "h"),
]
TWO = ["4-5h", "4 à 5h", "2 ou 3 heures", "2h-3h", "deux à trois heures", "2h lundi et 3h mardi"]


@pytest.mark.parametrize(("text", "minutes"), (WRITTEN | BESIDE).items())
def test_a_written_duration_is_read_in_minutes(text: str, minutes: int) -> None:
    """One reading for each phrase people use, and none that is nearly right."""
    assert durations.read(text) == minutes


def refused(text: str) -> tuple[str, dict[str, object]]:
    """Why a text is no duration."""
    with pytest.raises(Refusal) as refusal:
        durations.read(text)
    return refusal.value.name, refusal.value.values


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_duration_is_unread(text: str) -> None:
    """A clock, a moment past or to come, and a slip of the finger are not lengths."""
    assert refused(text) == ("refusal-duration-unread", {})


@pytest.mark.parametrize("text", TWO)
def test_two_durations_are_never_averaged(text: str) -> None:
    """A range is asked about, not settled."""
    assert refused(text) == ("refusal-duration-two", {})


@pytest.mark.parametrize("text", ["-2h", "−1 h", "moins deux heures", "minus two hours", "-2"])
def test_time_below_zero_is_refused(text: str) -> None:
    """Nobody takes time back by noting it."""
    assert refused(text) == ("refusal-duration-negative", {})


@pytest.mark.parametrize("text", ["0h", "0 min", "zéro minute", "0"])
def test_no_time_is_refused(text: str) -> None:
    """An exchange of nothing is none."""
    assert refused(text) == ("refusal-duration-zero", {})


@pytest.mark.parametrize("text", ["25h", "24h01", "4 jours", "999999h"])
def test_more_than_a_day_round_is_too_long(text: str) -> None:
    """The bound is named, so that the answer can say it."""
    assert refused(text) == ("refusal-duration-too-long", {"most": MOST_MINUTES})


@pytest.mark.parametrize("text", ["2", "1,5", "deux", "½"])
def test_a_bare_number_asks_for_its_unit(text: str) -> None:
    """Two hours or two minutes: the writer knows, the rule does not."""
    assert refused(text) == ("refusal-duration-unit", {"number": text})
    assert durations.find(text) == []


def test_a_duration_is_found_where_it_stands() -> None:
    """The span is of the text as given, accents and all."""
    text = "Hé, relecture 2h30 hier"
    assert durations.find(text) == [Found(150, 14, 18)]


def test_usual_durations_can_all_be_noted() -> None:
    """What is offered as a choice is never refused."""
    assert [durations.allowed(minutes) for minutes in durations.usual()] == [30, 60, 120, 180]


@pytest.mark.parametrize(("text", "minutes"), (STUDIED | HELD_OUT | OWN | TRIED).items())
def test_no_phrase_is_silently_wrong(text: str, minutes: int | None) -> None:
    """Each of the study's phrases and of our own is read right or asked again."""
    if minutes is None:
        with pytest.raises(Refusal):
            durations.read(text)
    else:
        assert durations.read(text) == minutes


def test_phrases_are_as_many_as_promised() -> None:
    """The study's two tables, and more than sixty of our own."""
    assert (len(STUDIED), len(HELD_OUT)) == (48, 36)
    assert len(OWN.keys() - STUDIED.keys() - HELD_OUT.keys() - WRITTEN.keys()) >= 60


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("une journée", 360), ("une demi-journée", 180), ("1,5 jour", 540), ("2h", 120)],
)
def test_a_day_is_as_long_as_the_fabrique_says(text: str, minutes: int) -> None:
    """Six hours here, seven elsewhere; an hour is an hour."""
    assert durations.read(text, day=360) == minutes


@pytest.mark.parametrize(
    ("text", "why"),
    {
        "2h lundi et 2h mardi": ("refusal-duration-twice", {"duration": Minutes(120)}),
        "moins de 2h": ("refusal-duration-unsure", {}),
        "quarente cinq minutes": ("refusal-duration-unsure", {}),
        "1,50 h": ("refusal-duration-two", {}),
    }.items(),
)
def test_what_is_not_sure_is_asked(text: str, why: tuple[str, dict[str, object]]) -> None:
    """A length said twice, a bound, a misspelt number, two readings."""
    assert refused(text) == why


FORMS = ["{h}h{m:02}", "{h} h {m:02}", "{h}H{m:02}", "{h}h{m}min", "{h} heures {m} minutes"]


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from([*FORMS, "{h}:{m:02}"]))
def test_hours_and_minutes_read_back_in_every_form(hours: int, minutes: int, form: str) -> None:
    """Whatever the spelling, what was meant is what is read; "14:30" would be a clock."""
    hours = hours % EARLIEST_HOUR if ":" in form.replace(":02", "") else hours
    found = durations.find(form.format(h=hours, m=minutes))
    assert [one.minutes for one in found] == [60 * hours + minutes]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text is a fault."""
    with suppress(Refusal):
        assert 0 < durations.read(text) <= MOST_MINUTES
