"""Questions about one event by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.event_asks import About, is_said, named_by, read_event_ask
from domain.events import Cost, Details, Event, State, Status

PARIS = ZoneInfo("Europe/Paris")
MONDAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)
BALL = Event(
    1, "Bal folk", datetime(2026, 1, 17, 19, tzinfo=UTC), None, False, "Salle Modèle", "",
    State.APPROVED, Status.SCHEDULED, "chat", "1", Details(cost=Cost.PAID, price="5 €"),
)  # fmt: skip
WORKSHOP = replace(BALL, id=2, uid="2", title="Atelier vélo du samedi")


def named(sentence: str, *events: Event) -> list[str]:
    """The titles that a sentence names."""
    ask = read_event_ask(sentence, MONDAY)
    return [one.title for one in named_by(ask, events, PARIS, NOW)] if ask else []


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("où est le bal folk ?", About.PLACE),
        ("Le bal folk c’est où ?", About.PLACE),
        ("c’est à quel endroit le bal folk", About.PLACE),
        ("c’est à quelle heure le bal folk ?", About.TIME),
        ("C'est quand le bal folk ?", About.TIME),
        ("à quelle heure commence le bal folk de samedi 17 janvier ?", About.TIME),
        ("le bal folk c’est combien ?", About.PRICE),
        ("ça coûte combien le bal folk ?", About.PRICE),
        ("le bal folk est gratuit ?", About.PRICE),
        ("where is the bal folk?", About.PLACE),
        ("What time does the Bal Folk start?", About.TIME),
        ("how much is the bal folk?", About.PRICE),
    ],
)
def test_an_event_is_named(sentence: str, about: About) -> None:
    """Its place, its hour or its price is asked."""
    ask = read_event_ask(sentence, MONDAY)
    assert ask is not None
    assert ask.about is about
    assert named(sentence, BALL, WORKSHOP) == ["Bal folk"]


@pytest.mark.parametrize(
    "sentence",
    [
        "bal folk",
        "où est le bal ?",
        "où est l’atelier ?",
        "où est le bal folk de dimanche ?",
        "le bal folk était bien",
        "quand est la prochaine permanence ?",
        "combien coûte l’adhésion ?",
        "où trouver un vélo ?",
        "combien de temps faut-il pour organiser un bal folk ?",
        "comment réserver pour le bal folk ?",
    ],
)
def test_what_names_no_event_is_left_to_others(sentence: str) -> None:
    """A part of a title, another day, another question."""
    assert named(sentence, BALL, WORKSHOP) == []


def test_only_what_is_approved_and_to_come_answers() -> None:
    """What is called off does too, and says so."""
    asked = "où est le bal folk ?"
    assert named(asked, replace(BALL, state=State.PROPOSED)) == []
    assert named(asked, replace(BALL, start=NOW - timedelta(days=3))) == []
    assert named(asked, replace(BALL, status=Status.CANCELLED)) == ["Bal folk"]


def test_a_permanence_stays_with_the_permanence() -> None:
    """Even where an event bears its name."""
    assert named("c’est quand la permanence ?", replace(BALL, title="Permanence")) == []


def test_what_an_event_does_not_say_is_known() -> None:
    """No price, no place, no hour."""
    silent = replace(BALL, all_day=True, details=Details())
    assert not any(is_said(silent, one, places=()) for one in About)
    assert all(is_said(BALL, one, places=(BALL.place,)) for one in About)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """It names something, or nothing."""
    ask = read_event_ask(text, MONDAY)
    assert ask is None or ask.words
