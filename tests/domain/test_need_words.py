"""What one message says of a need: all of it, once, and nothing made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.place_files import load
from domain.durations import MOST_MINUTES
from domain.errors import Refusal
from domain.matching import words_of
from domain.need_words import Said, deadline_in, read
from domain.needs import NEED_MOST

MONDAY = date(2026, 1, 5)
PLACES = load()


def said(text: str, today: date = MONDAY) -> Said:
    """A message as it is read, with every French place."""
    return read(text, today, is_place=lambda name: bool(PLACES.called(name)))


@pytest.mark.parametrize(
    ("text", "subject", "told"),
    [
        (
            "quelqu’un pour relire un dossier LEADER avant le 12, à distance",
            "relire un dossier LEADER",
            {"deadline": date(2026, 1, 12), "remote": True},
        ),
        (
            "une salle pour quinze jeudi à 18h à Saint-Étienne",
            "une salle",
            {"deadline": date(2026, 1, 8), "place": "Saint-Étienne"},
        ),
        ("est-ce que quelqu’un a une camionnette jeudi ?", "une camionnette", {}),
        (
            "a van on Thursday at 9am for 2 hours",
            "a van",
            {"deadline": date(2026, 1, 8), "minutes": 120},
        ),
        (
            "someone to proofread our LEADER application before the 12th, remotely",
            "proofread our LEADER application",
            {"deadline": date(2026, 1, 12), "remote": True},
        ),
        (
            "we need a room for 15 in Lyon next week",
            "a room",
            {"deadline": date(2026, 1, 18), "place": "Lyon"},
        ),
        (
            "un coup de main pour déménager samedi, 3h, à Roanne",
            "déménager",
            {"deadline": date(2026, 1, 10), "minutes": 180, "place": "Roanne"},
        ),
        ("j'ai besoin d'aide pour la compta, urgent", "la compta", {"urgent": True}),
        ("hébergement d'urgence", "hébergement d'urgence", {"urgent": False}),
        (
            "aider à la fête du 12 mars",
            "aider à la fête du 12 mars",
            {"deadline": date(2026, 3, 12)},
        ),
        ("relire un dossier, fin mars", "relire un dossier", {"deadline": date(2026, 3, 31)}),
        (
            "help with accounting by the end of the month",
            "accounting",
            {"deadline": date(2026, 1, 31)},
        ),
        ("animer un atelier, sur place, pas à distance", "animer un atelier", {"remote": False}),
        ("il nous faudrait un vidéoprojecteur à lyon svp", "un vidéoprojecteur", {"place": "lyon"}),
        ("aide à la réunion", "à la réunion", {"place": ""}),
        ("une table", "une table", {"place": ""}),
        ("une salle jeudi a st etienne", "une salle", {"place": "st etienne"}),
        ("une salle jeudi a saint etienne", "une salle", {"place": "saint etienne"}),
        ("une salle st etienne jeudi", "une salle", {"place": "st etienne"}),
        ("une salle sur saint-etienne", "une salle", {"place": "saint-etienne"}),
        ("une salle a firminy", "une salle", {"place": "firminy"}),
        ("quelqu'un a une table", "une table", {"place": ""}),
        ("un article sur Saint-Étienne", "un article sur Saint-Étienne", {"place": ""}),
        ("samedi 9h demenagement", "demenagement", {"minutes": None}),
        ("jeudi 8h de relecture", "relecture", {"minutes": 480}),
        ("jcherche qqun pr relire un dossier", "relire un dossier", {}),
        ("besoin daide pour le bilan", "le bilan", {}),
        ("quinze chaises", "chaises", {}),
    ],
)
def test_all_of_a_message_is_read_at_once(text: str, subject: str, told: dict[str, object]) -> None:
    """In French and English; how many people come stays in the words."""
    found = said(text)
    assert found.subject == subject
    assert {name: getattr(found, name) for name in told} == told
    assert found.text == text


@pytest.mark.parametrize("text", ["relire un dossier avant le 3 mars 2020", "une salle hier"])
def test_a_day_behind_is_no_deadline_and_is_told(text: str) -> None:
    """The need is kept without it, so that nothing else is lost."""
    found = said(text)
    assert found.deadline is None
    assert found.past is not None
    assert found.past < MONDAY


def test_a_day_of_the_month_that_is_behind_is_the_next_months() -> None:
    """On the 15th, "before the 12th" is four weeks ahead."""
    assert said("relire un dossier avant le 12", date(2026, 1, 15)).deadline == date(2026, 2, 12)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "refusal-need-empty"),
        ("rien", "refusal-need-empty"),
        ("🌱🌱", "refusal-need-empty"),
        ("bonjour", "refusal-need-empty"),
        ("avant le 12", "refusal-need-empty"),
        ("à Paris", "refusal-need-empty"),
        ("tout", "refusal-need-everything"),
        ("n’importe quoi !", "refusal-need-everything"),
        ("anything", "refusal-need-everything"),
        ("x" * (NEED_MOST + 1), "refusal-need-too-long"),
    ],
)
def test_what_asks_for_nothing_is_refused_with_a_hint(text: str, refusal: str) -> None:
    """Each in its own way."""
    with pytest.raises(Refusal, match=refusal):
        said(text)


WORDS = (
    "quelqu’un pour relire un dossier avant le 12 mars à distance en visio urgent 2h jeudi à Lyon "
    "hier before Friday in Paris next week fin du mois d’ici demain une salle de 15 personnes "
    ", . ? 12/03 le du au 30 février 29/02 2027 demi-journée pendant trois jours"
).split()
MESSAGES = st.one_of(
    st.text(max_size=600), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
)


@settings(deadline=None)
@given(MESSAGES, st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_nothing_is_lost_and_nothing_is_made_up(text: str, today: date) -> None:
    """The words are kept, the subject is made of them, a deadline lies ahead; or it is refused."""
    try:
        found = said(text, today)
    except Refusal:
        return
    assert found.text == " ".join(text.replace("\0", " ").split())
    assert set(words_of(found.subject)) <= set(words_of(found.text))
    assert found.deadline is None or today <= found.deadline <= today + timedelta(days=732)
    assert found.past is None or found.deadline is None
    assert found.minutes is None or 0 < found.minutes <= MOST_MINUTES
    assert found.place == "" or found.place in found.text


@settings(deadline=None)
@given(st.integers(1, 28), st.integers(1, 12))
def test_a_date_to_come_is_read_whatever_the_form(day: int, month: int) -> None:
    """As an answer to « by when »: with a month in figures, always in the year ahead."""
    coming, past = deadline_in(f"{day:02}/{month:02}", MONDAY)
    assert past is None
    assert coming is not None
    assert (coming.day, coming.month) == (day, month)
